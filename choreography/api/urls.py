from django.urls import path

from choreography.api import views

urlpatterns = [
    path("songs/", views.SongListView.as_view(), name="songs"),
    path("moves/preview/", views.MovePreviewView.as_view(), name="move-preview"),
    path("generate/", views.GenerateView.as_view(), name="generate"),
    path("tasks/", views.TaskListView.as_view(), name="tasks"),
    path("tasks/<uuid:task_id>/", views.TaskView.as_view(), name="task"),
    path("tasks/<uuid:task_id>/cancel/", views.TaskCancelView.as_view(), name="task-cancel"),
]
