"""Which address leads where."""

from django.contrib import admin
from django.urls import include, path, re_path
from django.views.decorators.csrf import csrf_exempt
from drf_spectacular.views import SpectacularAPIView
from rest_framework.permissions import AllowAny

from bachata_buddy import frontend, metrics
from bachata_buddy.api_docs import docs
from common import health, media
from common.api.errors import not_found
from user_collections.api.shared import SharedView

handler400 = "common.api.errors.bad_request"
handler403 = "common.api.errors.forbidden"
handler404 = "common.api.errors.not_found"
handler500 = "common.api.errors.server_error"

urlpatterns = [
    path("healthz", health.healthz),
    path("readyz", health.readyz),
    path("metrics", metrics.show),
    path("api/auth/", include("users.api.urls")),
    path("api/choreography/", include("choreography.api.urls")),
    path("api/collections/", include("user_collections.api.urls")),
    path("api/class-plans/", include("instructors.api.urls")),
    path("api/assigned-plans/", include("instructors.api.assigned_urls")),
    path("api/share/<str:token>/", SharedView.as_view(), name="open-share"),
    path("api/schema/", SpectacularAPIView.as_view(permission_classes=(AllowAny,), authentication_classes=())),
    path("api/docs/", docs),
    path("media/<path:key>", media.serve, name="media"),
    path("admin/", admin.site.urls),
    path("service-worker.js", frontend.service_worker),
    re_path(r"^(?:api|media|static)(?:/|$)", csrf_exempt(not_found)),
    re_path(r"^", frontend.index),
]
