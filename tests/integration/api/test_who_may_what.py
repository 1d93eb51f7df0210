"""P24: every route x role. A route that is missing here fails the first test."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver
from rest_framework.test import APIClient

from choreography.models import Conversation, Song, SongImport
from instructors.handouts.links import page_url, pdf_url
from tests.factories import (
    PASSWORD,
    client_of,
    make_choreography,
    make_finished_task,
    make_link,
    make_move,
    make_plan,
    make_saved,
    make_song,
    make_task,
    wish_for,
)
from tests.unit.blueprint.conftest import valid
from users.models import Session, User
from users.sessions import open_session

pytestmark = pytest.mark.django_db
C, A = "api/choreography", "api/auth"
D, R = f"{C}/choreographies/<uuid:choreography_id>", f"{C}/tasks/<uuid:task_id>/renditions"
S, P, T = "api/collections", "api/class-plans", "api/assigned-plans"
NOTHING: dict[str, Any] = {}
WISH = {"difficulty": "beginner", "energy": "medium", "style": "romantic"}
ACCOUNT = {"email": "new@example.com", "password": "cinnamon-sugar-9"}
LOGIN = {"email": "owner@example.com", "password": PASSWORD}

ROLES = ("anonymous", "stranger", "owner", "instructor", "staff")
EVERYBODY = (200,) * 5
SIGNED_IN = (401, 200, 200, 200, 200)
OWNER_ONLY = (401, 404, 200, 404, 404)
OWNER_REMOVES = (401, 404, 204, 404, 404)

Make = Callable[["Things"], str]


class Things:
    """What belongs to the owner."""

    def __init__(self, owner: User) -> None:
        self.song: Song = make_song(owner)
        self.conversation = Conversation.objects.create(owner=owner)
        self.quiet_song: Song = make_song(owner)
        self.song_import = SongImport.objects.create(owner=owner, source="0" * 64)
        self.move = make_move(owner=owner)
        self.waiting = make_task(owner, self.song)
        self.finished = make_finished_task(owner)
        self.dance = make_choreography(owner, data=valid())
        self.danced = make_finished_task(owner)
        self.danced.blueprint = self.dance.current
        self.danced.save()
        self.rendition = self.danced.renditions.create(kind="preview", name="preview")
        open_session(owner)
        self.session: Session = owner.sessions.get()
        self.saved = make_saved(owner, self.finished)
        self.loop = self.saved.loops.create(name="The turn", start_beat=2, end_beat=10)
        self.share, self.share_token = make_link(self.saved.shares)
        self.plan = make_plan(owner, "Warm-up", "Shines")
        self.item = self.plan.items.first()
        self.assignment, self.assignment_token = make_link(self.plan.assignments)


def of_dance(things: Things, rest: str) -> str:
    return f"/api/choreography/choreographies/{things.dance.id}/{rest}"


def of_renditions(things: Things, rest: str) -> str:
    return f"/api/choreography/tasks/{things.danced.id}/renditions/{rest}"


# route, method -> address, body, status for each of ROLES
TABLE: dict[tuple[str, str], tuple[str | Make, Any, tuple[int, ...]]] = {
    ("healthz", "get"): ("/healthz", NOTHING, EVERYBODY),
    ("readyz", "get"): ("/readyz", NOTHING, EVERYBODY),
    ("metrics", "get"): ("/metrics", NOTHING, (404,) * 5),
    ("api/schema/", "get"): ("/api/schema/", NOTHING, EVERYBODY),
    ("api/docs/", "get"): ("/api/docs/", NOTHING, EVERYBODY),
    (f"{A}/register/", "post"): ("/api/auth/register/", ACCOUNT, (201,) * 5),
    (f"{A}/login/", "post"): ("/api/auth/login/", LOGIN, EVERYBODY),
    (f"{A}/refresh/", "post"): ("/api/auth/refresh/", NOTHING, (401,) * 5),
    (f"{A}/logout/", "post"): ("/api/auth/logout/", NOTHING, (401,) * 5),
    (f"{A}/me/", "get"): ("/api/auth/me/", NOTHING, SIGNED_IN),
    (f"{A}/me/", "patch"): ("/api/auth/me/", NOTHING, SIGNED_IN),
    (f"{A}/preferences/", "get"): ("/api/auth/preferences/", NOTHING, SIGNED_IN),
    (f"{A}/preferences/", "patch"): ("/api/auth/preferences/", {"language": "es"}, SIGNED_IN),
    (f"{A}/password/", "post"): (
        "/api/auth/password/",
        {"current_password": PASSWORD, "new_password": "another-horse-battery"},
        SIGNED_IN,
    ),
    (f"{A}/password/reset/", "get"): ("/api/auth/password/reset/", NOTHING, EVERYBODY),
    (f"{A}/password/reset/", "post"): ("/api/auth/password/reset/", {"email": "owner@example.com"}, (202,) * 5),
    (f"{A}/password/reset/confirm/", "post"): (
        lambda things: "/api/auth/password/reset/confirm/",
        lambda things: {"uid": str(things.song.owner_id), "token": "d2abcd-0", "new_password": "another-horse-battery"},
        (400,) * 5,  # the token is none; tests/integration/api/test_forgotten_password.py sets passwords
    ),
    (f"{A}/close/", "post"): ("/api/auth/close/", {"password": PASSWORD}, (401, 204, 204, 204, 204)),
    (f"{A}/export/", "get"): ("/api/auth/export/", NOTHING, SIGNED_IN),
    (f"{A}/sessions/", "get"): ("/api/auth/sessions/", NOTHING, SIGNED_IN),
    (f"{A}/sessions/", "delete"): ("/api/auth/sessions/", NOTHING, (401, 204, 204, 204, 204)),
    (f"{A}/sessions/<uuid:session_id>/", "delete"): (
        lambda things: f"/api/auth/sessions/{things.session.id}/",
        NOTHING,
        (401, 404, 204, 404, 404),
    ),
    (f"{C}/songs/", "get"): ("/api/choreography/songs/", NOTHING, SIGNED_IN),
    (f"{C}/songs/", "post"): ("/api/choreography/songs/", NOTHING, (401, 415, 415, 415, 415)),
    (f"{C}/songs/from-url/", "get"): ("/api/choreography/songs/from-url/", NOTHING, SIGNED_IN),
    (f"{C}/songs/from-url/", "post"): (
        "/api/choreography/songs/from-url/",
        {"url": "https://youtu.be/abcdefghijk"},
        (401, 400, 400, 400, 400),
    ),
    (f"{C}/songs/imports/", "get"): ("/api/choreography/songs/imports/", NOTHING, SIGNED_IN),
    (f"{C}/songs/imports/<uuid:import_id>/", "get"): (
        lambda things: f"/api/choreography/songs/imports/{things.song_import.id}/",
        NOTHING,
        OWNER_ONLY,
    ),
    (f"{C}/songs/imports/<uuid:import_id>/", "delete"): (
        lambda things: f"/api/choreography/songs/imports/{things.song_import.id}/",
        NOTHING,
        OWNER_REMOVES,
    ),
    (f"{C}/songs/<uuid:song_id>/", "get"): (
        lambda things: f"/api/choreography/songs/{things.song.id}/",
        NOTHING,
        OWNER_ONLY,
    ),
    (f"{C}/songs/<uuid:song_id>/", "patch"): (
        lambda things: f"/api/choreography/songs/{things.song.id}/",
        {"title": "Ours"},
        OWNER_ONLY,
    ),
    (f"{C}/songs/<uuid:song_id>/", "delete"): (
        lambda things: f"/api/choreography/songs/{things.quiet_song.id}/",
        NOTHING,
        OWNER_REMOVES,
    ),
    (f"{C}/songs/<uuid:song_id>/corrections/", "post"): (
        lambda things: f"/api/choreography/songs/{things.song.id}/corrections/",
        {"kind": "half_tempo"},
        (401, 404, 409, 404, 404),  # 409: it is not analysed
    ),
    (f"{C}/songs/<uuid:song_id>/corrections/", "delete"): (
        lambda things: f"/api/choreography/songs/{things.song.id}/corrections/",
        NOTHING,
        (401, 404, 409, 404, 404),
    ),
    (f"{C}/songs/<uuid:song_id>/corrections/undo/", "post"): (
        lambda things: f"/api/choreography/songs/{things.song.id}/corrections/undo/",
        NOTHING,
        (401, 404, 409, 404, 404),
    ),
    (f"{C}/moves/", "get"): ("/api/choreography/moves/", NOTHING, SIGNED_IN),
    (f"{C}/moves/statistics/", "get"): ("/api/choreography/moves/statistics/", NOTHING, SIGNED_IN),
    (f"{C}/moves/coverage/", "get"): ("/api/choreography/moves/coverage/", NOTHING, SIGNED_IN),
    (f"{C}/moves/<uuid:move_id>/", "get"): (
        lambda things: f"/api/choreography/moves/{things.move.id}/",
        NOTHING,
        (401, 404, 200, 404, 200),
    ),
    (f"{C}/moves/<uuid:move_id>/similar/", "get"): (
        lambda things: f"/api/choreography/moves/{things.move.id}/similar/",
        NOTHING,
        OWNER_ONLY,
    ),
    (f"{C}/moves/preview/", "get"): ("/api/choreography/moves/preview/", WISH, SIGNED_IN),
    (f"{C}/generate/", "post"): (
        "/api/choreography/generate/",
        lambda things: wish_for(things.song.id),
        (401, 404, 202, 404, 404),
    ),
    (f"{C}/describe/", "post"): (
        "/api/choreography/describe/",
        {"user_request": "romantic"},
        (401, 202, 202, 202, 202),
    ),
    (f"{C}/conversations/", "get"): ("/api/choreography/conversations/", NOTHING, SIGNED_IN),
    (f"{C}/conversations/<uuid:conversation_id>/", "get"): (
        lambda things: f"/api/choreography/conversations/{things.conversation.id}/",
        NOTHING,
        OWNER_ONLY,
    ),
    (f"{C}/conversations/<uuid:conversation_id>/", "delete"): (
        lambda things: f"/api/choreography/conversations/{things.conversation.id}/",
        NOTHING,
        (401, 404, 204, 404, 404),
    ),
    (f"{C}/moves/<uuid:move_id>/explanation/", "get"): (
        lambda things: f"/api/choreography/moves/{make_move().id}/explanation/",
        NOTHING,
        SIGNED_IN,
    ),
    (f"{C}/tasks/", "get"): ("/api/choreography/tasks/", NOTHING, SIGNED_IN),
    (f"{C}/tasks/<uuid:task_id>/", "get"): (
        lambda things: f"/api/choreography/tasks/{things.finished.id}/",
        NOTHING,
        OWNER_ONLY,
    ),
    (f"{C}/tasks/<uuid:task_id>/", "delete"): (
        lambda things: f"/api/choreography/tasks/{things.finished.id}/",
        NOTHING,
        (401, 404, 204, 404, 404),
    ),
    (f"{C}/tasks/<uuid:task_id>/cancel/", "post"): (
        lambda things: f"/api/choreography/tasks/{things.waiting.id}/cancel/",
        NOTHING,
        OWNER_ONLY,
    ),
    (f"{S}/", "get"): (f"/{S}/", NOTHING, SIGNED_IN),
    (f"{S}/", "post"): (
        f"/{S}/",
        lambda things: {"choreography_id": things.finished.choreography_id},
        OWNER_ONLY,
    ),
    (f"{S}/bulk-delete/", "post"): (f"/{S}/bulk-delete/", lambda things: {"ids": [things.saved.id]}, SIGNED_IN),
    (f"{S}/bulk-tag/", "post"): (
        f"/{S}/bulk-tag/",
        lambda things: {"ids": [things.saved.id], "add": ["friday"]},
        SIGNED_IN,
    ),
    (f"{S}/statistics/", "get"): (f"/{S}/statistics/", NOTHING, SIGNED_IN),
    (f"{S}/unsaved/", "get"): (f"/{S}/unsaved/", NOTHING, SIGNED_IN),
    (f"{S}/<uuid:saved_id>/", "get"): (lambda things: f"/{S}/{things.saved.id}/", NOTHING, OWNER_ONLY),
    (f"{S}/<uuid:saved_id>/", "patch"): (
        lambda things: f"/{S}/{things.saved.id}/",
        {"title": "Ours"},
        OWNER_ONLY,
    ),
    (f"{S}/<uuid:saved_id>/", "delete"): (lambda things: f"/{S}/{things.saved.id}/", NOTHING, OWNER_REMOVES),
    (f"{S}/<uuid:saved_id>/practice/", "post"): (
        lambda things: f"/{S}/{things.saved.id}/practice/",
        {"practised_s": 5},
        OWNER_ONLY,
    ),
    (f"{S}/<uuid:saved_id>/loops/", "get"): (
        lambda things: f"/{S}/{things.saved.id}/loops/",
        NOTHING,
        OWNER_ONLY,
    ),
    (f"{S}/<uuid:saved_id>/loops/", "post"): (
        lambda things: f"/{S}/{things.saved.id}/loops/",
        {"name": "Too long", "start_beat": 8, "end_beat": 2},
        (401, 404, 400, 404, 404),
    ),
    (f"{S}/<uuid:saved_id>/loops/<uuid:loop_id>/", "patch"): (
        lambda things: f"/{S}/{things.saved.id}/loops/{things.loop.id}/",
        {"end_beat": 1},
        (401, 404, 400, 404, 404),
    ),
    (f"{S}/<uuid:saved_id>/loops/<uuid:loop_id>/", "delete"): (
        lambda things: f"/{S}/{things.saved.id}/loops/{things.loop.id}/",
        NOTHING,
        OWNER_REMOVES,
    ),
    (f"{S}/<uuid:saved_id>/shares/", "get"): (
        lambda things: f"/{S}/{things.saved.id}/shares/",
        NOTHING,
        OWNER_ONLY,
    ),
    (f"{S}/<uuid:saved_id>/shares/", "post"): (
        lambda things: f"/{S}/{things.saved.id}/shares/",
        NOTHING,
        (401, 404, 201, 404, 404),
    ),
    (f"{S}/<uuid:saved_id>/shares/<uuid:share_id>/", "delete"): (
        lambda things: f"/{S}/{things.saved.id}/shares/{things.share.id}/",
        NOTHING,
        OWNER_REMOVES,
    ),
    ("api/share/<str:token>/", "get"): (lambda things: f"/api/share/{things.share_token}/", NOTHING, EVERYBODY),
    (f"{P}/", "get"): (f"/{P}/", NOTHING, SIGNED_IN),
    (f"{P}/", "post"): (f"/{P}/", {"title": "Friday"}, (401, 403, 403, 201, 201)),
    (f"{P}/statistics/", "get"): (f"/{P}/statistics/", NOTHING, SIGNED_IN),
    (f"{P}/print/<str:signed>/", "get"): (lambda things: page_url(things.plan.id), NOTHING, EVERYBODY),
    (f"{P}/pdf/<str:signed>/", "get"): (lambda things: pdf_url(things.plan.id), NOTHING, EVERYBODY),
    (f"{P}/<uuid:plan_id>/", "get"): (lambda things: f"/{P}/{things.plan.id}/", NOTHING, OWNER_ONLY),
    (f"{P}/<uuid:plan_id>/", "patch"): (lambda things: f"/{P}/{things.plan.id}/", {"minutes": 90}, OWNER_ONLY),
    (f"{P}/<uuid:plan_id>/", "delete"): (lambda things: f"/{P}/{things.plan.id}/", NOTHING, OWNER_REMOVES),
    (f"{P}/<uuid:plan_id>/duplicate/", "post"): (
        lambda things: f"/{P}/{things.plan.id}/duplicate/",
        NOTHING,
        (401, 404, 403, 404, 404),
    ),
    (f"{P}/<uuid:plan_id>/summary/", "get"): (
        lambda things: f"/{P}/{things.plan.id}/summary/",
        NOTHING,
        OWNER_ONLY,
    ),
    (f"{P}/<uuid:plan_id>/items/", "post"): (
        lambda things: f"/{P}/{things.plan.id}/items/",
        {"kind": "activity", "title": "Talk"},
        (401, 404, 201, 404, 404),
    ),
    (f"{P}/<uuid:plan_id>/items/<uuid:item_id>/", "patch"): (
        lambda things: f"/{P}/{things.plan.id}/items/{things.item.id}/",
        {"minutes": 5},
        OWNER_ONLY,
    ),
    (f"{P}/<uuid:plan_id>/items/<uuid:item_id>/", "delete"): (
        lambda things: f"/{P}/{things.plan.id}/items/{things.item.id}/",
        NOTHING,
        OWNER_REMOVES,
    ),
    (f"{P}/<uuid:plan_id>/order/", "put"): (
        lambda things: f"/{P}/{things.plan.id}/order/",
        lambda things: {"item_ids": [item.id for item in things.plan.items.order_by("-position")]},
        OWNER_ONLY,
    ),
    (f"{P}/<uuid:plan_id>/assignments/", "get"): (
        lambda things: f"/{P}/{things.plan.id}/assignments/",
        NOTHING,
        OWNER_ONLY,
    ),
    (f"{P}/<uuid:plan_id>/assignments/", "post"): (
        lambda things: f"/{P}/{things.plan.id}/assignments/",
        NOTHING,
        (401, 404, 403, 404, 404),
    ),
    (f"{P}/<uuid:plan_id>/assignments/<uuid:assignment_id>/", "delete"): (
        lambda things: f"/{P}/{things.plan.id}/assignments/{things.assignment.id}/",
        NOTHING,
        OWNER_REMOVES,
    ),
    (f"{P}/<uuid:plan_id>/practised/", "get"): (
        lambda things: f"/{P}/{things.plan.id}/practised/",
        NOTHING,
        OWNER_ONLY,
    ),
    (f"{T}/<str:token>/", "get"): (lambda things: f"/{T}/{things.assignment_token}/", NOTHING, EVERYBODY),
    (f"{T}/<str:token>/items/<uuid:item_id>/", "get"): (
        lambda things: f"/{T}/{things.assignment_token}/items/{things.item.id}/",
        NOTHING,
        (404,) * 5,  # an activity; tests/integration/instructors/test_assigning.py watches dances
    ),
    (f"{T}/<str:token>/practice/", "get"): (
        lambda things: f"/{T}/{things.assignment_token}/practice/",
        NOTHING,
        SIGNED_IN,
    ),
    (f"{T}/<str:token>/practice/", "post"): (
        lambda things: f"/{T}/{things.assignment_token}/practice/",
        {"minutes": 5},
        (401, 201, 201, 201, 201),
    ),
    (f"{T}/<str:token>/practice/", "delete"): (
        lambda things: f"/{T}/{things.assignment_token}/practice/",
        NOTHING,
        (401, 204, 204, 204, 204),
    ),
    (f"{C}/choreographies/", "get"): ("/api/choreography/choreographies/", NOTHING, SIGNED_IN),
    (f"{D}/", "get"): (lambda things: of_dance(things, ""), NOTHING, OWNER_ONLY),
    (f"{D}/", "delete"): (lambda things: of_dance(things, ""), NOTHING, (401, 404, 204, 404, 404)),
    (f"{D}/edits/", "post"): (
        lambda things: of_dance(things, "edits/"),
        lambda things: {"kind": "lock", "segments": [0], "blueprint_id": str(things.dance.current_id)},
        (401, 404, 202, 404, 404),
    ),
    (f"{D}/undo/", "post"): (lambda things: of_dance(things, "undo/"), NOTHING, (401, 404, 409, 404, 404)),
    (f"{D}/redo/", "post"): (lambda things: of_dance(things, "redo/"), NOTHING, (401, 404, 409, 404, 404)),
    (f"{D}/assemble/", "post"): (lambda things: of_dance(things, "assemble/"), NOTHING, (401, 404, 202, 404, 404)),
    (f"{D}/segments/<int:index>/alternatives/", "get"): (
        lambda things: of_dance(things, "segments/0/alternatives/"),
        NOTHING,
        (401, 404, 409, 404, 404),  # its song has no counts
    ),
    (f"{C}/blueprints/<uuid:blueprint_id>/", "get"): (
        lambda things: f"/api/choreography/blueprints/{things.dance.current_id}/",
        NOTHING,
        OWNER_ONLY,
    ),
    (f"{C}/blueprints/<uuid:blueprint_id>/assemble/", "post"): (
        lambda things: f"/api/choreography/blueprints/{things.dance.current_id}/assemble/",
        NOTHING,
        (401, 404, 202, 404, 404),
    ),
    (f"{C}/blueprints/<uuid:blueprint_id>/diff/", "get"): (
        lambda things: f"/api/choreography/blueprints/{things.dance.current_id}/diff/?to={things.dance.current_id}",
        NOTHING,
        OWNER_ONLY,
    ),
    (f"{R}/", "get"): (lambda things: of_renditions(things, ""), NOTHING, OWNER_ONLY),
    (f"{R}/", "post"): (lambda things: of_renditions(things, ""), {"kind": "share"}, (401, 404, 202, 404, 404)),
    (f"{R}/<uuid:rendition_id>/", "get"): (
        lambda things: of_renditions(things, f"{things.rendition.id}/"),
        NOTHING,
        OWNER_ONLY,
    ),
    (f"{R}/<uuid:rendition_id>/", "delete"): (
        lambda things: of_renditions(things, f"{things.rendition.id}/"),
        NOTHING,
        (401, 404, 204, 404, 404),
    ),
    ("media/<path:key>", "get"): ("/media/choreographies/1/1/choreography.mp4", NOTHING, (404,) * 5),
}
OPEN_ENDED = {
    "admin/": "Django's own: tokens do not open it, see below",
    "^(?:api|media|static)(?:/|$)": "what is not there: tests/unit/api/test_every_response.py",
    "service-worker.js": "the web app's own: tests/unit/api/test_web_app.py",
    "^": "the web app: tests/unit/api/test_web_app.py",
}


def routes() -> Iterator[tuple[str, Any]]:
    """Give each route of the project with its view; Django's admin counts as one."""

    def below(prefix: str, resolver: URLResolver) -> Iterator[tuple[str, Any]]:
        for pattern in resolver.url_patterns:
            route = prefix + str(pattern.pattern)
            if isinstance(pattern, URLPattern):
                yield route, pattern.callback
            elif route == "admin/":
                yield route, None
            else:
                yield from below(route, pattern)

    return below("", get_resolver())


def test_every_route_and_method_is_in_the_table() -> None:
    there = set()
    for route, view in routes():
        if route in OPEN_ENDED:
            continue
        view_class = getattr(view, "view_class", getattr(view, "cls", None))
        methods = [name for name in ("get", "post", "put", "patch", "delete") if hasattr(view_class, name)]
        there |= {(route, method) for method in methods or ["get"]}

    assert there == set(TABLE)
    assert set(OPEN_ENDED) < {route for route, _ in routes()}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(("route", "method"), TABLE, ids=lambda part: part)
def test_each_role_may_do_just_what_the_table_says(
    route: str, method: str, role: str, request: pytest.FixtureRequest, owner: User
) -> None:
    address, body, statuses = TABLE[route, method]
    things = Things(owner)
    user = None if role == "anonymous" else request.getfixturevalue(role)

    response = call(
        client_of(user),
        method,
        address(things) if callable(address) else address,
        body(things) if callable(body) else body,
    )

    assert response.status_code == statuses[ROLES.index(role)]


@pytest.mark.parametrize(("route", "method"), TABLE, ids=lambda part: part)
def test_a_method_that_is_not_offered_is_refused(route: str, method: str, owner: User) -> None:
    offered = {other for place, other in TABLE if place == route}
    address, _, _ = TABLE[route, method]
    things = Things(owner)

    for other in {"get", "post", "put", "patch", "delete"} - offered:
        response = call(client_of(owner), other, address(things) if callable(address) else address, {})
        assert response.status_code == 405


@pytest.mark.parametrize("role", ROLES)
def test_tokens_do_not_open_the_admin(role: str, request: pytest.FixtureRequest) -> None:
    user = None if role == "anonymous" else request.getfixturevalue(role)

    response = client_of(user).get("/admin/")

    assert response.status_code == 302
    assert response.headers["Location"].startswith("/admin/login/")


def call(client: APIClient, method: str, address: str, body: Any) -> HttpResponse:
    response: HttpResponse = getattr(client, method)(address, body)
    if response.streaming:
        b"".join(response)  # type: ignore[arg-type]  # read to its end, so that its file is closed
    return response
