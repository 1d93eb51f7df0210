"""What a share link shows, to whoever has it."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from choreography.api.serializers import SongNameSerializer, TaskSerializer
from choreography.models import ChoreographyTask
from common.api.open_links import OpenLinkView
from common.api.schema import ERRORS
from user_collections import selectors
from user_collections.api.serializers import SharedSerializer


class SharedView(OpenLinkView):
    """A shared choreography."""

    @extend_schema(responses={200: SharedSerializer, **ERRORS}, operation_id="open_share", auth=[])
    def get(self, request: Request, token: str) -> Response:
        """Return the newest video of what is shared; a link that is wrong, expired or revoked answers 404."""
        link, task = selectors.shared_by(token)
        return Response({"title": link.saved.title, "expires_at": link.expires_at, **shown(task)})


def shown(task: ChoreographyTask) -> dict[str, Any]:
    """Return what anybody may see of a finished task: song, video and plan."""
    return {"song": SongNameSerializer(task.song).data, **(TaskSerializer(task).get_result(task) or {})}
