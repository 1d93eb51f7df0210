from django.urls import path

from user_collections.api import views

urlpatterns = [
    path("", views.CollectionView.as_view(), name="collection"),
    path("bulk-delete/", views.BulkDeleteView.as_view(), name="collection-bulk-delete"),
    path("bulk-tag/", views.BulkTagView.as_view(), name="collection-bulk-tag"),
    path("statistics/", views.StatisticsView.as_view(), name="collection-statistics"),
    path("unsaved/", views.UnsavedView.as_view(), name="collection-unsaved"),
    path("<uuid:saved_id>/", views.SavedView.as_view(), name="saved"),
    path("<uuid:saved_id>/practice/", views.PracticeView.as_view(), name="saved-practice"),
    path("<uuid:saved_id>/loops/", views.LoopsView.as_view(), name="saved-loops"),
    path("<uuid:saved_id>/loops/<uuid:loop_id>/", views.LoopView.as_view(), name="saved-loop"),
    path("<uuid:saved_id>/shares/", views.SharesView.as_view(), name="saved-shares"),
    path("<uuid:saved_id>/shares/<uuid:share_id>/", views.ShareView.as_view(), name="saved-share"),
]
