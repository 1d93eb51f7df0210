"""What the addresses of renditions give."""

from typing import Any

from django.urls import reverse
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from choreography.api.serializers import TaskErrorSerializer
from choreography.models import Rendition, RenditionKind, RenditionStatus
from choreography.renditions.kinds import rate_of, wanted_from_json
from common.media import media_url
from common.sentences import as_spoken


class RenditionSerializer(serializers.ModelSerializer[Rendition]):
    """A further file of a finished choreography."""

    kind = serializers.ChoiceField(choices=RenditionKind.choices)
    status = serializers.ChoiceField(choices=RenditionStatus.choices)
    parameters = serializers.JSONField(help_text="As the request's own fields.")
    poll_url = serializers.SerializerMethodField()
    url = serializers.SerializerMethodField(help_text="Of the finished file: signed, good for an hour or more.")
    rate = serializers.SerializerMethodField(help_text="1: at full speed. A second of it is `rate` s of the whole.")
    start_s = serializers.FloatField(help_text="Where in the whole video it begins.")
    error = serializers.SerializerMethodField()

    class Meta:
        model = Rendition
        fields = (
            "id", "kind", "name", "parameters", "status", "progress", "poll_url", "url", "bytes", "duration_s",
            "start_s", "rate", "error", "created_at", "finished_at",
        )  # fmt: skip
        read_only_fields = fields

    def get_poll_url(self, rendition: Rendition) -> str:
        return reverse("rendition", args=[rendition.task_id, rendition.id])

    def get_url(self, rendition: Rendition) -> str | None:
        return media_url(rendition.output_key) if rendition.output_key else None

    def get_rate(self, rendition: Rendition) -> float:
        return rate_of(wanted_from_json({"kind": rendition.kind, **rendition.parameters}))

    @extend_schema_field(TaskErrorSerializer(allow_null=True))
    def get_error(self, rendition: Rendition) -> dict[str, Any] | None:
        if not rendition.error_code:
            return None
        return {"code": rendition.error_code, "detail": as_spoken(rendition.error_detail)}
