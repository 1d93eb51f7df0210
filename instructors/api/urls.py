from django.urls import path

from instructors.api import handouts, views

urlpatterns = [
    path("", views.PlansView.as_view(), name="class-plans"),
    path("statistics/", views.TeachingStatisticsView.as_view(), name="teaching-statistics"),
    path("print/<str:signed>/", handouts.PrintView.as_view(), name="class-plan-print"),
    path("pdf/<str:signed>/", handouts.PdfView.as_view(), name="class-plan-pdf"),
    path("<uuid:plan_id>/", views.PlanView.as_view(), name="class-plan"),
    path("<uuid:plan_id>/duplicate/", views.DuplicateView.as_view(), name="class-plan-duplicate"),
    path("<uuid:plan_id>/summary/", views.SummaryView.as_view(), name="class-plan-summary"),
    path("<uuid:plan_id>/items/", views.ItemsView.as_view(), name="class-plan-items"),
    path("<uuid:plan_id>/items/<uuid:item_id>/", views.ItemView.as_view(), name="class-plan-item"),
    path("<uuid:plan_id>/order/", views.OrderView.as_view(), name="class-plan-order"),
    path("<uuid:plan_id>/assignments/", views.AssignmentsView.as_view(), name="class-plan-assignments"),
    path(
        "<uuid:plan_id>/assignments/<uuid:assignment_id>/",
        views.AssignmentView.as_view(),
        name="class-plan-assignment",
    ),
    path("<uuid:plan_id>/practised/", views.PractisedView.as_view(), name="class-plan-practised"),
]
