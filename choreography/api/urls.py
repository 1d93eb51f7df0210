from django.urls import path

from choreography.api import chat, dance_urls, moves, songs, views

urlpatterns = [
    path("songs/", songs.SongListView.as_view(), name="songs"),
    path("songs/from-url/", songs.SongFromUrlView.as_view(), name="song-from-url"),
    path("songs/imports/", songs.SongImportListView.as_view(), name="song-imports"),
    path("songs/imports/<uuid:import_id>/", songs.SongImportView.as_view(), name="song-import"),
    path("songs/<uuid:song_id>/", songs.SongView.as_view(), name="song"),
    path("songs/<uuid:song_id>/corrections/", songs.SongCorrectionsView.as_view(), name="song-corrections"),
    path("songs/<uuid:song_id>/corrections/undo/", songs.SongCorrectionUndoView.as_view(), name="song-undo"),
    path("moves/", moves.MoveListView.as_view(), name="moves"),
    path("moves/statistics/", moves.MoveStatisticsView.as_view(), name="move-statistics"),
    path("moves/coverage/", moves.MoveCoverageView.as_view(), name="move-coverage"),
    path("moves/preview/", moves.MovePreviewView.as_view(), name="move-preview"),
    path("moves/<uuid:move_id>/", moves.MoveView.as_view(), name="move"),
    path("moves/<uuid:move_id>/similar/", moves.SimilarMovesView.as_view(), name="similar-moves"),
    path("moves/<uuid:move_id>/explanation/", chat.MoveExplanationView.as_view(), name="move-explanation"),
    path("describe/", chat.DescribeView.as_view(), name="describe"),
    path("conversations/", chat.ConversationListView.as_view(), name="conversations"),
    path("conversations/<uuid:conversation_id>/", chat.ConversationView.as_view(), name="conversation"),
    path("generate/", views.GenerateView.as_view(), name="generate"),
    path("tasks/", views.TaskListView.as_view(), name="tasks"),
    path("tasks/<uuid:task_id>/", views.TaskView.as_view(), name="task"),
    path("tasks/<uuid:task_id>/cancel/", views.TaskCancelView.as_view(), name="task-cancel"),
    *dance_urls.urlpatterns,
]
