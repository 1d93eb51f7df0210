"""The page that shows the API to people: Swagger UI from our own origin."""

from django.http import HttpRequest, HttpResponseBase
from drf_spectacular.views import SpectacularSwaggerSplitView
from rest_framework.permissions import AllowAny
from rest_framework.renderers import TemplateHTMLRenderer

from common.security_headers import content_security_policy

_view = SpectacularSwaggerSplitView.as_view(
    url="/api/schema/",
    permission_classes=(AllowAny,),
    authentication_classes=(),
    renderer_classes=(TemplateHTMLRenderer,),
)


def docs(request: HttpRequest) -> HttpResponseBase:
    """Answer with the page; Swagger UI brings inline styles, so only this page allows them."""
    response: HttpResponseBase = _view(request)
    response.headers["Content-Security-Policy"] = content_security_policy(inline_styles=True)
    return response
