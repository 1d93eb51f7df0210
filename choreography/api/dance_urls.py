"""Where choreographies, their versions and their further files are found."""

from django.urls import path

from choreography.api import blueprints, renditions

urlpatterns = [
    path("choreographies/", blueprints.ChoreographyListView.as_view(), name="choreographies"),
    path("choreographies/<uuid:choreography_id>/", blueprints.ChoreographyView.as_view(), name="choreography"),
    path("choreographies/<uuid:choreography_id>/edits/", blueprints.EditView.as_view(), name="edits"),
    path("choreographies/<uuid:choreography_id>/undo/", blueprints.UndoView.as_view(), name="undo"),
    path("choreographies/<uuid:choreography_id>/redo/", blueprints.RedoView.as_view(), name="redo"),
    path("choreographies/<uuid:choreography_id>/assemble/", blueprints.AssembleView.as_view(), name="assemble"),
    path(
        "choreographies/<uuid:choreography_id>/segments/<int:index>/alternatives/",
        blueprints.AlternativesView.as_view(),
        name="alternatives",
    ),
    path("blueprints/<uuid:blueprint_id>/", blueprints.BlueprintView.as_view(), name="blueprint"),
    path(
        "blueprints/<uuid:blueprint_id>/assemble/",
        blueprints.BlueprintAssembleView.as_view(),
        name="blueprint-assemble",
    ),
    path("blueprints/<uuid:blueprint_id>/diff/", blueprints.BlueprintDiffView.as_view(), name="blueprint-diff"),
    path("tasks/<uuid:task_id>/renditions/", renditions.RenditionListView.as_view(), name="renditions"),
    path("tasks/<uuid:task_id>/renditions/<uuid:rendition_id>/", renditions.RenditionView.as_view(), name="rendition"),
]
