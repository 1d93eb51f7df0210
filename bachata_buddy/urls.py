"""Which address leads where."""

from django.contrib import admin
from django.urls import include, path, re_path
from drf_spectacular.views import SpectacularAPIView
from rest_framework.permissions import AllowAny

from bachata_buddy import frontend
from bachata_buddy.api_docs import docs
from common import health, media
from common.api.errors import not_found

handler400 = "common.api.errors.bad_request"
handler403 = "common.api.errors.forbidden"
handler404 = "common.api.errors.not_found"
handler500 = "common.api.errors.server_error"

urlpatterns = [
    path("healthz", health.healthz),
    path("readyz", health.readyz),
    path("api/auth/", include("users.api.urls")),
    path("api/choreography/", include("choreography.api.urls")),
    path("api/schema/", SpectacularAPIView.as_view(permission_classes=(AllowAny,), authentication_classes=())),
    path("api/docs/", docs),
    path("media/<path:key>", media.serve, name="media"),
    path("admin/", admin.site.urls),
    re_path(r"^(?:api|media|static)(?:/|$)", not_found),
    re_path(r"^", frontend.index),
]
