"""A forgotten password: asked for, sent by a worker, set by the link, and good for nothing else."""

import asyncio
import re
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.tokens import PasswordResetTokenGenerator, default_token_generator
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.worker import Worker
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from choreography.jobs import mail as mail_jobs
from choreography.queue.deferring import MAIL_QUEUE
from tests.factories import PASSWORD, make_user
from users import services
from users.models import User
from users.resetting import NoMailError
from users.sessions import open_session

AUTH = "/api/auth"
RESET, CONFIRM = f"{AUTH}/password/reset/", f"{AUTH}/password/reset/confirm/"
NEW = "another-horse-battery"
OWNER = "owner@example.com"
LINK = re.compile(r"^http://testserver/new-password#([0-9a-f-]{36})/(\S+)$", re.MULTILINE)


@pytest.fixture(autouse=True)
def with_a_mail_server(settings: Settings) -> None:
    settings.MAIL_DELIVERY = "email"


def ask(email: str = OWNER, **more: Any) -> Any:
    return APIClient().post(RESET, {"email": email}, **more)


def work() -> None:
    """Do the jobs that wait, as a worker of the queue `mail` does."""
    for job in ProcrastinateJob.objects.filter(queue_name=MAIL_QUEUE, status="todo"):
        assert job.task_name == mail_jobs.send_reset_link.name
        mail_jobs.send_reset_link(**job.args)


def link_in(text: str) -> dict[str, str]:
    found = LINK.search(text)
    assert found is not None, text
    return {"uid": found[1], "token": found[2]}


def sent_link(email: str = OWNER) -> dict[str, str]:
    """Return what the link holds that an account is sent."""
    assert ask(email).status_code == 202
    work()
    return link_in(str(mail.outbox[-1].body))


def set_password(link: dict[str, str], password: str = NEW) -> Any:
    return APIClient().post(CONFIRM, {**link, "new_password": password})


def sign_in(password: str, email: str = OWNER) -> Any:
    return APIClient().post(f"{AUTH}/login/", {"email": email, "password": password})


@pytest.mark.django_db
class TestTheWholeWay:
    def test_from_the_forgotten_password_to_the_new_one(self, owner: User) -> None:
        link = sent_link()

        assert mail.outbox[0].to == [OWNER]
        assert set_password(link).status_code == 204
        assert sign_in(PASSWORD).status_code == 401
        assert sign_in(NEW).status_code == 200

    def test_it_ends_every_session(self, owner: User) -> None:
        elsewhere = sign_in(PASSWORD).data
        link = sent_link()

        set_password(link)

        bearer = {"Authorization": f"Bearer {elsewhere['access']}"}
        assert APIClient().get(f"{AUTH}/me/", headers=bearer).status_code == 401
        assert APIClient().post(f"{AUTH}/refresh/", {"refresh": elsewhere["refresh"]}).status_code == 401
        assert not owner.sessions.exists()

    def test_whoever_guessed_too_often_comes_in_with_the_new_password(self, owner: User) -> None:
        for _ in range(6):
            sign_in("wrong-horse-battery")
        assert sign_in(PASSWORD).status_code == 429

        set_password(sent_link())

        assert sign_in(NEW).status_code == 200

    @pytest.mark.parametrize(
        ("language", "subject", "word"),
        [
            ("en", "A new password for Bachata Buddy", "within 60 minutes"),
            ("es", "Tu nueva contraseña de Bachata Buddy", "caduca en 60 minutos"),
        ],
    )
    def test_the_mail_speaks_the_language_of_the_account(
        self, owner: User, language: str, subject: str, word: str
    ) -> None:
        owner.preferences.language = language
        owner.preferences.save()

        sent_link()

        sent = mail.outbox[0]
        assert sent.subject == subject
        assert word in sent.body and OWNER in sent.body
        assert not getattr(sent, "alternatives", [])

    def test_a_name_that_somebody_chose_is_not_sent_to_others(self) -> None:
        User.objects.create_user("victim@example.com", PASSWORD, display_name="Win at evil.example")

        sent_link("victim@example.com")

        assert "evil.example" not in mail.outbox[0].body

    def test_a_password_like_the_address_is_refused_in_spanish_as_one_would_say_it(self, owner: User) -> None:
        response = APIClient().post(CONFIRM, {**sent_link(), "new_password": OWNER}, headers={"Accept-Language": "es"})

        assert response.data["detail"] == "La contraseña se parece demasiado a tu correo."

    def test_what_is_refused_is_told_in_spanish_too(self, owner: User) -> None:
        spanish = {"Accept-Language": "es"}
        link = {"uid": str(owner.id), "token": "no-token", "new_password": NEW}

        told = APIClient().post(CONFIRM, link, headers=spanish).data["detail"]

        assert told == "Este enlace ya no sirve: se usó, ha caducado o está incompleto. Pide otro."


@pytest.mark.django_db
class TestAsking:
    @pytest.mark.parametrize("email", ["nobody@example.com", "disabled@example.com", "unusable@example.com"])
    def test_the_answer_is_the_same_where_nothing_is_sent(self, owner: User, email: str) -> None:
        make_user("disabled", is_active=False)
        User.objects.create_user("unusable@example.com")

        known, other = ask(), ask(email)
        work()

        assert (known.status_code, known.data) == (other.status_code, other.data) == (202, {"delivery": "email"})
        assert [sent.to for sent in mail.outbox] == [[OWNER]]

    def test_so_is_what_the_request_does(self, owner: User) -> None:
        ask()  # what is done once in a process is done
        with CaptureQueriesContext(connection) as known:
            ask()
        with CaptureQueriesContext(connection) as unknown:
            ask("nobody@example.com")

        assert [re.sub(r"'[^']*'", "?", query["sql"]) for query in known][1:] == [
            re.sub(r"'[^']*'", "?", query["sql"]) for query in unknown
        ][1:]
        assert ProcrastinateJob.objects.filter(queue_name=MAIL_QUEUE).count() == 3
        assert not mail.outbox

    @pytest.mark.parametrize("email", [" OWNER@Example.com ", "Owner@example.com"])
    def test_the_address_counts_in_any_spelling(self, owner: User, email: str) -> None:
        assert sent_link(email)["uid"] == str(owner.id)

    @pytest.mark.parametrize("told", [{}, {"email": ""}, {"email": "ana"}, {"email": ["a@b.example"]}, {"email": None}])
    def test_what_is_no_address_is_refused(self, told: dict[str, Any]) -> None:
        response = APIClient().post(RESET, told)

        assert response.status_code == 400
        assert "email" in response.data["errors"]

    def test_one_account_is_sent_five_links_an_hour_wherever_they_are_asked_for(self, owner: User) -> None:
        answers = [ask(REMOTE_ADDR=f"198.51.100.{n}").status_code for n in range(6)]
        unknown = [ask("nobody@example.com", REMOTE_ADDR=f"198.51.100.{n}").status_code for n in range(6)]

        assert answers == unknown == [202] * 5 + [429]

    def test_one_address_asks_twenty_times_an_hour_and_looks_as_often_as_it_likes(self) -> None:
        for _ in range(30):
            assert APIClient().get(RESET).status_code == 200

        answers = [ask(f"a{n}@example.com").status_code for n in range(21)]

        assert answers == [202] * 20 + [429]

    def test_where_no_mail_is_sent_it_says_so(self, owner: User, settings: Settings) -> None:
        settings.MAIL_DELIVERY = "none"

        assert APIClient().get(RESET).data == {"delivery": "none"}
        response = ask()

        assert response.status_code == 409
        assert response.data["code"] == "no_mail"
        assert not ProcrastinateJob.objects.exists()


@pytest.mark.django_db
class TestTheLink:
    def test_it_leads_to_this_site_whatever_host_the_request_names(self, owner: User, settings: Settings) -> None:
        settings.SITE_URL = "https://dance.example"

        ask(HTTP_HOST="testserver:6666")
        work()

        assert f"https://dance.example/new-password#{owner.id}/" in mail.outbox[0].body
        assert "6666" not in mail.outbox[0].body

    def test_a_worker_without_a_mail_server_writes_it_nowhere(self, owner: User, settings: Settings) -> None:
        ask()
        settings.MAIL_DELIVERY = "none"

        with pytest.raises(NoMailError):
            work()

        assert not mail.outbox

    def test_it_works_once(self, owner: User) -> None:
        link = sent_link()

        first, second = set_password(link), set_password(link, "third-horse-battery")

        assert (first.status_code, second.status_code, second.data["code"]) == (204, 400, "spent_link")
        assert sign_in(NEW).status_code == 200

    def test_it_runs_out_within_an_hour(self, owner: User, monkeypatch: pytest.MonkeyPatch) -> None:
        link = sent_link()

        def later(minutes: int) -> Any:
            now = datetime.now() + timedelta(minutes=minutes)
            monkeypatch.setattr(PasswordResetTokenGenerator, "_now", lambda _: now)
            return set_password(link, "short")

        assert later(58).data["code"] == "weak_password"
        assert later(62).data["code"] == "spent_link"

    @pytest.mark.parametrize("password", ["short", "password123", "1234567890123", OWNER])
    def test_a_weak_password_is_refused_and_the_link_stays_good(self, owner: User, password: str) -> None:
        link = sent_link()

        response = set_password(link, password)

        assert (response.status_code, response.data["code"]) == (400, "weak_password")
        assert set_password(link).status_code == 204

    def test_a_password_changed_meanwhile_spends_it(self, owner: User) -> None:
        link = sent_link()
        owner.set_password("third-horse-battery")
        owner.save()

        assert set_password(link).data["code"] == "spent_link"

    def test_who_remembers_and_signs_in_spends_it(self, owner: User) -> None:
        link = sent_link()
        sign_in(PASSWORD)

        assert set_password(link).data["code"] == "spent_link"

    def test_a_disabled_account_stays_closed(self, owner: User) -> None:
        link = sent_link()
        owner.is_active = False
        owner.save()

        assert set_password(link).data["code"] == "spent_link"

    def test_it_opens_no_other_account(self, owner: User, stranger: User) -> None:
        link = sent_link()

        response = set_password({**link, "uid": str(stranger.id)})

        assert response.data["code"] == "spent_link"
        assert sign_in(PASSWORD, stranger.email).status_code == 200

    @pytest.mark.parametrize("token", ["", "x", "a-b", "zzzzzz-0", "\u202e-1", "x" * 129, None, 5])
    def test_what_was_never_sent_is_refused(self, owner: User, token: Any) -> None:
        response = APIClient().post(CONFIRM, {"uid": str(owner.id), "token": token, "new_password": NEW})

        assert response.status_code == 400
        assert sign_in(PASSWORD).status_code == 200

    @pytest.mark.parametrize("uid", ["00000000-0000-4000-8000-000000000000", "1", "", None])
    def test_so_is_an_account_that_is_not_there(self, uid: Any) -> None:
        assert APIClient().post(CONFIRM, {"uid": uid, "token": "a-b", "new_password": NEW}).status_code == 400

    def test_trying_is_slowed(self, owner: User) -> None:
        answers = [set_password({"uid": str(owner.id), "token": "a-b"}).status_code for _ in range(11)]

        assert answers == [400] * 10 + [429]


@pytest.fixture
def set_meanwhile(monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, str]], None]:
    """Return a function that has a link used right after the next old password was found to be right."""

    def arrange(link: dict[str, str]) -> None:
        authenticate = services.authenticate

        def right_then_set(*given: Any, **more: Any) -> Any:
            monkeypatch.setattr(services, "authenticate", authenticate)
            found = authenticate(*given, **more)
            assert set_password(link).status_code == 204
            return found

        monkeypatch.setattr(services, "authenticate", right_then_set)

    return arrange


@pytest.mark.django_db
class TestAtTheSameMoment:
    def test_who_signs_in_with_the_old_password_stays_outside(
        self, owner: User, set_meanwhile: Callable[[dict[str, str]], None]
    ) -> None:
        set_meanwhile(sent_link())

        assert sign_in(PASSWORD).status_code == 401
        assert not owner.sessions.exists()

    def test_who_changes_the_old_password_does_not_get_through(
        self, owner: User, set_meanwhile: Callable[[dict[str, str]], None]
    ) -> None:
        intruder = APIClient()
        intruder.credentials(HTTP_AUTHORIZATION=f"Bearer {sign_in(PASSWORD).data['access']}")
        set_meanwhile(sent_link())

        response = intruder.post(
            f"{AUTH}/password/", {"current_password": PASSWORD, "new_password": "third-horse-battery"}
        )

        assert (response.status_code, response.data["code"]) == (400, "wrong_password")
        assert sign_in(NEW).status_code == 200


@pytest.fixture
def two_threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(2) as threads:
        yield threads


@pytest.mark.django_db(transaction=True)
def test_of_two_uses_at_the_same_moment_one_is_the_second(owner: User, two_threads: ThreadPoolExecutor) -> None:
    link = {"uid": str(owner.id), "token": default_token_generator.make_token(owner)}
    open_session(owner)

    def use(password: str) -> int:
        try:
            return int(set_password(link, password).status_code)
        finally:
            connection.close()

    assert sorted(two_threads.map(use, (NEW, "third-horse-battery"))) == [204, 400]


@pytest.mark.django_db(transaction=True)
class TestTheWorker:
    """The queue itself, on connections of its own."""

    def serve(self) -> None:
        def leaving_no_connection(run_job: Callable[[], Any], *_: object) -> Any:
            try:
                return run_job()
            finally:
                connection.close()

        async def until_empty() -> None:
            assert isinstance(app.connector, DjangoConnector)
            own = app.with_connector(app.connector.get_worker_connector())
            async with own.open_async():
                await Worker(
                    own,
                    queues=[MAIL_QUEUE],
                    wait=False,
                    delete_jobs="successful",
                    install_signal_handlers=False,
                    task_middleware=[leaving_no_connection],
                ).run()  # type: ignore[no-untyped-call]

        asyncio.run(until_empty())

    def test_it_sends_the_link_and_forgets_the_job(self, owner: User) -> None:
        ask()
        ask("nobody@example.com")

        self.serve()

        assert set_password(link_in(str(mail.outbox[0].body))).status_code == 204
        assert len(mail.outbox) == 1
        assert not ProcrastinateJob.objects.exists()

    def test_it_tries_again_where_the_mail_server_does_not_answer(self, owner: User, settings: Settings) -> None:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
        ask()

        self.serve()

        job = ProcrastinateJob.objects.get()
        assert (job.status, job.attempts) == ("todo", 1)
        assert job.scheduled_at is not None and job.scheduled_at.timestamp() - time.time() < 6
