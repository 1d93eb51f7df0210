"""The admin for staff: every page opens under the strict policy, and its actions do what they say."""

import re
import uuid
from typing import Any

import numpy as np
import pytest
from django.contrib import admin
from django.test import Client
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks, Settings

from ai_services.validation import EMBEDDING_DIMENSIONS
from choreography.models import ChoreographyTask, LibraryTask, Move, Song, SongImport
from common import storage
from tests.factories import PASSWORD, make_choreography, make_finished_task, make_move, make_song, make_task, make_user
from users.models import AccountRole, User
from users.sessions import open_session

pytestmark = pytest.mark.django_db


@pytest.fixture
def boss(db: None) -> User:
    return User.objects.create_superuser("boss@example.com", PASSWORD)


@pytest.fixture
def as_boss(boss: User) -> Client:
    client = Client()
    client.force_login(boss)
    return client


@pytest.fixture
def as_staff(staff: User) -> Client:
    client = Client()
    client.force_login(staff)
    return client


@pytest.fixture
def things(owner: User) -> None:
    """Rows of what is listed most."""
    song = make_song(owner, "<script>alert(1)</script>")
    make_move(name="<b>Basic</b>", poster_key="moves/1/p.jpg", filming_day="day-1")
    make_task(owner, song)
    make_finished_task(owner)
    make_task(None)
    make_choreography(owner, song)
    SongImport.objects.create(owner=owner, source="x", title="On its way")
    open_session(owner)


def address_of(model: Any, page: str = "") -> str:
    return f"/admin/{model._meta.app_label}/{model._meta.model_name}/{page}"


def act(client: Client, model: Any, action: str, rows: list[Any], **more: str) -> str:
    told = {"action": action, "_selected_action": [str(row.pk) for row in rows], **more}
    return client.post(address_of(model), told, follow=True).content.decode()


@pytest.mark.parametrize("model", admin.site._registry, ids=lambda model: model._meta.label)
def test_every_page_opens_and_needs_no_inline_script_or_style(as_boss: Client, things: None, model: Any) -> None:
    pages = ["", "?q=a", f"?q={uuid.uuid4()}", "?o=1"]
    row = model.objects.first()
    pages += [f"{row.pk}/change/", f"{row.pk}/delete/"] if row else []
    pages += ["add/"] if admin.site._registry[model].has_add_permission(_request(as_boss)) else []

    for page in pages:
        response = as_boss.get(address_of(model, page))
        html = response.content.decode()
        assert response.status_code == 200, page
        assert not re.findall(r"<script(?![^>]*\b(?:src=|type=\"application/json\"))[^>]*>", html), page
        assert not re.findall(r"<[^>]+\s(?:style|on\w+)=\"", html), page
        assert "unsafe" not in response.headers["Content-Security-Policy"]


def _request(client: Client) -> Any:
    return client.get("/admin/").wsgi_request


def _give_vectors(move: Move) -> None:
    chance = np.random.default_rng(7)
    for name, size in EMBEDDING_DIMENSIONS.items():
        vector = chance.normal(size=size)
        setattr(move.embedding, name, vector / np.linalg.norm(vector))
    move.embedding.save()


class TestMoves:
    @pytest.mark.parametrize(
        "query",
        ["category__exact=basic", "difficulty__exact=beginner", "status__exact=flagged", "filming_day=day-1",
         "left_out=encoder", "quality=low", "quality=good", "quality=none", "library__exact=main",
         "q=basic&style__exact=romantic"],
    )  # fmt: skip
    def test_the_list_filters(self, as_staff: Client, things: None, query: str) -> None:
        assert as_staff.get(f"{address_of(Move)}?{query}").status_code == 200

    def test_the_list_finds_moves_that_no_dance_has_for_their_encoder(self, as_staff: Client) -> None:
        make_move(name="One")
        make_move(name="Two")
        make_move(name="Three", mezzanine_fingerprint="of an earlier encoder")

        html = as_staff.get(f"{address_of(Move)}?left_out=encoder").content.decode()

        assert "Three" in html
        assert "Two" not in html

    def test_the_list_shows_posters_and_text_as_text(self, as_staff: Client, things: None) -> None:
        html = as_staff.get(address_of(Move)).content.decode()

        assert re.search(r'<img src="/media/moves/1/p\.jpg\?expires=[^"]+"', html)
        assert "&lt;b&gt;Basic&lt;/b&gt;" in html
        assert "<b>Basic" not in html

    def test_staff_flag_with_a_reason_and_publish_again(self, as_staff: Client) -> None:
        move = make_move()

        refused = act(as_staff, Move, "flag", [move])
        told = act(as_staff, Move, "flag", [move], reason="Somebody walks through")

        move.refresh_from_db()
        assert "Say why" in refused
        assert "1 held back" in told
        assert (move.status, move.flag_reason) == ("flagged", "Somebody walks through")
        assert "cannot be danced" in act(as_staff, Move, "publish", [move])  # its vectors are of no use
        _give_vectors(move)
        assert "1 may be danced again" in act(as_staff, Move, "publish", [move])
        move.refresh_from_db()
        assert move.status == "published"

    def test_what_takes_a_worker_becomes_a_task(self, as_staff: Client) -> None:
        seen, unseen = make_move(keypoints_key="moves/1/k.npz"), make_move()

        told = act(as_staff, Move, "flip_roles", [seen, unseen])
        act(as_staff, Move, "import_again", [seen])

        assert "handed to a worker" in told
        assert "No couple is seen" in told
        assert sorted(LibraryTask.objects.values_list("kind", flat=True)) == ["flip_roles", "reimport"]

    def test_words_may_be_corrected_and_nothing_else(self, as_staff: Client) -> None:
        move = make_move()
        told = {"name": "Paso", "category": "footwork", "difficulty": "advanced", "energy": "high", "style": "",
                "role_focus": "", "notes": "", "filming_day": "", "status": "flagged", "quality": "0"}  # fmt: skip

        response = as_staff.post(address_of(Move, f"{move.pk}/change/"), told)

        assert response.status_code == 302
        move.refresh_from_db()
        assert (move.name, move.category, move.status, move.quality) == ("Paso", "footwork", "published", 1.0)

    def test_a_removed_move_takes_its_files_along(
        self,
        as_staff: Client,
        settings: Settings,
        django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
    ) -> None:
        move = make_move(clip_key="moves/1/a/clip.mp4", poster_key="moves/1/a/p.jpg")
        for key in (move.clip_key, move.poster_key):
            storage.publish_bytes(b"x", key)

        with django_capture_on_commit_callbacks(execute=True):
            as_staff.post(address_of(Move, f"{move.pk}/delete/"), {"post": "yes"})

        assert not Move.objects.exists()
        assert not [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]


def test_staff_stop_a_task_and_hear_of_a_finished_one(as_staff: Client, owner: User) -> None:
    waiting, finished, nobodys = make_task(owner), make_finished_task(owner), make_task(None)

    told = act(as_staff, ChoreographyTask, "cancel", [waiting, finished, nobodys])

    assert "2 stopped" in told
    assert "finished already" in told
    assert ChoreographyTask.objects.filter(status="cancelled").count() == 2


def test_songs_are_listed_by_whose_they_are(as_staff: Client, owner: User) -> None:
    make_song(owner, "Mine"), make_song(None, "Everybody's one")

    own = as_staff.get(f"{address_of(Song)}?whose=own").content.decode()

    assert "Mine" in own
    assert "Everybody&#x27;s one" not in own
    assert as_staff.get(f"{address_of(Song)}?whose=all").status_code == 200


class TestAccounts:
    def change(self, client: Client, user: User, **told: str) -> int:
        form = {
            "email": user.email, "display_name": "", "role": user.role, "is_active": "on",
            "preferences-TOTAL_FORMS": "0", "preferences-INITIAL_FORMS": "0",
        }  # fmt: skip
        status = client.post(address_of(User, f"{user.pk}/change/"), form | told).status_code
        user.refresh_from_db()
        return int(status)

    def test_staff_make_somebody_an_instructor(self, as_staff: Client, owner: User) -> None:
        assert self.change(as_staff, owner, role="instructor") == 302

        assert owner.role == AccountRole.INSTRUCTOR
        assert owner.is_staff is False

    def test_they_do_so_by_the_list_too(self, as_staff: Client, owner: User) -> None:
        act(as_staff, User, "make_instructors", [owner])

        owner.refresh_from_db()
        assert owner.role == AccountRole.INSTRUCTOR

    def test_staff_make_nobody_staff(self, as_staff: Client, owner: User) -> None:
        assert self.change(as_staff, owner, role="staff", is_superuser="on", is_staff="on") == 200

        assert (owner.role, owner.is_staff, owner.is_superuser) == ("dancer", False, False)

    def test_staff_touch_no_staff_and_not_themselves(self, as_staff: Client, staff: User, boss: User) -> None:
        for account in (staff, boss):
            password = account.password
            assert self.change(as_staff, account, is_superuser="on", display_name="x") == 403
            told = {"password1": "cinnamon-sugar-9", "password2": "cinnamon-sugar-9"}
            assert as_staff.post(address_of(User, f"{account.pk}/password/"), told).status_code == 403
            assert as_staff.post(address_of(User, f"{account.pk}/delete/"), {"post": "yes"}).status_code == 403
            act(as_staff, User, "delete_selected", [account], post="yes")
            account.refresh_from_db()
            assert account.password == password
        assert not staff.is_superuser

    def test_a_superuser_makes_staff(self, as_boss: Client, owner: User) -> None:
        self.change(as_boss, owner, role="staff")

        assert owner.is_staff is True

    def test_disabling_an_account_signs_it_out(self, as_staff: Client, owner: User) -> None:
        open_session(owner)

        self.change(as_staff, owner, is_active="")

        assert owner.is_active is False
        assert not owner.sessions.exists()

    def test_a_new_account_signs_in(self, as_staff: Client) -> None:
        told = {"email": "Ana@Example.com", "usable_password": "true",
                "password1": "cinnamon-sugar-9", "password2": "cinnamon-sugar-9"}  # fmt: skip

        assert as_staff.post(address_of(User, "add/"), told).status_code == 302

        response = Client().post(
            "/api/auth/login/",
            {"email": "ana@example.com", "password": "cinnamon-sugar-9"},
            content_type="application/json",
        )
        assert response.status_code == 200

    def test_removing_an_account_removes_what_is_its_own(
        self, as_staff: Client, owner: User, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
    ) -> None:
        song = make_song(owner)
        storage.publish_bytes(b"x", song.audio_key)

        with django_capture_on_commit_callbacks(execute=True):
            as_staff.post(address_of(User, f"{owner.pk}/delete/"), {"post": "yes"})

        assert not User.objects.filter(id=owner.id).exists()
        assert not storage.exists(song.audio_key)


@pytest.mark.parametrize("who", ["owner", "instructor", None])
def test_nobody_but_staff_gets_in(who: str | None, request: pytest.FixtureRequest) -> None:
    client = Client()
    if who:
        client.force_login(request.getfixturevalue(who))

    for model in (User, Move):
        assert client.get(address_of(model)).status_code == 302


def test_staff_who_were_disabled_are_out(as_staff: Client, staff: User) -> None:
    staff.is_active = False
    staff.save()

    assert as_staff.get("/admin/").status_code == 302
    assert make_user("x").has_perm("users.change_user") is False
