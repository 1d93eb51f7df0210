from django.urls import path

from users.api import views

urlpatterns = [
    path("register/", views.RegisterView.as_view(), name="register"),
    path("login/", views.LoginView.as_view(), name="login"),
    path("refresh/", views.RefreshView.as_view(), name="refresh"),
    path("logout/", views.LogoutView.as_view(), name="logout"),
    path("me/", views.MeView.as_view(), name="me"),
    path("preferences/", views.PreferencesView.as_view(), name="preferences"),
    path("password/", views.PasswordView.as_view(), name="password"),
    path("password/reset/", views.ResetLinkView.as_view(), name="reset-link"),
    path("password/reset/confirm/", views.NewPasswordView.as_view(), name="new-password"),
    path("close/", views.CloseView.as_view(), name="close"),
    path("export/", views.ExportView.as_view(), name="export"),
    path("sessions/", views.DeviceListView.as_view(), name="sessions"),
    path("sessions/<uuid:session_id>/", views.DeviceView.as_view(), name="session"),
]
