"""The single page of the web app: every address that is not the API's leads to it."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

LINKED = ("/share/", "/class/")
"""Pages that a link opens: the link is not to be found or passed on by chance."""
UNTRACED = {"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex, nofollow"}
NOT_BUILT = "The web app is not built yet: run ./scripts/setup.\n"


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Answer with the built index.html, never cached: the files it names carry hashes."""
    path = settings.FRONTEND_DIST / "index.html"
    if not path.is_file():
        return HttpResponse(NOT_BUILT, status=503, content_type="text/plain; charset=utf-8")
    headers = {"Cache-Control": "no-cache"}
    if request.path.startswith(LINKED):
        headers |= UNTRACED
    return HttpResponse(path.read_bytes(), headers=headers)


@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:
    """Answer with the script that serves kept dances without a network; from the root, where it may see every page."""
    path = settings.FRONTEND_DIST / "service-worker.js"
    if not path.is_file():
        return HttpResponse(NOT_BUILT, status=503, content_type="text/plain; charset=utf-8")
    return HttpResponse(path.read_bytes(), content_type="text/javascript", headers={"Cache-Control": "no-cache"})
