"""The error answers of every operation, for the OpenAPI document."""

from drf_spectacular.utils import OpenApiResponse
from rest_framework import serializers


class ErrorSerializer(serializers.Serializer[None]):
    """What every refusal and failure looks like."""

    code = serializers.CharField()
    detail = serializers.CharField(help_text="A sentence for people.")
    errors = serializers.DictField(child=serializers.ListField(child=serializers.CharField()), required=False)  # type: ignore[assignment]  # declared fields leave the class
    request_id = serializers.CharField()


ERRORS = {
    "4XX": OpenApiResponse(ErrorSerializer, description="The request cannot be fulfilled."),
    "5XX": OpenApiResponse(ErrorSerializer, description="We failed; nothing was lost."),
}
REMOVED = {204: OpenApiResponse(description="Removed")}
