"""P28: guessing passwords is slowed, for each account and each address, and no header helps."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.http import HttpRequest
from django.test import Client, RequestFactory
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from common.api.client_address import client_address
from common.api.throttling import count, forget_old_windows
from common.models import ThrottleWindow
from tests.factories import PASSWORD, make_user
from users.models import User

LOGIN = "/api/auth/login/"
HERE, ELSEWHERE = {"REMOTE_ADDR": "198.51.100.7"}, {"REMOTE_ADDR": "198.51.100.8"}


def guess(client: APIClient, name: str = "owner", password: str = "wrong-horse-battery", **more: Any) -> Any:
    return client.post(LOGIN, {"email": f"{name}@example.com", "password": password}, **more)


@pytest.mark.django_db
class TestSignIn:
    def test_after_six_wrong_passwords_even_the_right_one_has_to_wait(self, anonymous: APIClient, owner: User) -> None:
        answers = [guess(anonymous).status_code for _ in range(5)]

        sixth, right = guess(anonymous), guess(anonymous, password=PASSWORD)

        assert set(answers) == {401}
        for response in (sixth, right):
            assert response.status_code == 429
            assert response.json()["code"] == "locked_out"
            assert response.json()["request_id"] == response.headers["X-Request-ID"]
            assert int(response.headers["Retry-After"]) == 15 * 60
            assert "Content-Security-Policy" in response.headers

    def test_an_account_that_does_not_exist_locks_the_same_way(self, anonymous: APIClient, owner: User) -> None:
        there = [guess(anonymous) for _ in range(7)]
        not_there = [guess(anonymous, "nobody") for _ in range(7)]

        assert [answer.status_code for answer in there] == [answer.status_code for answer in not_there]
        assert there[-1].json()["detail"] == not_there[-1].json()["detail"]

    def test_whoever_guesses_does_not_lock_the_owner_out(self, anonymous: APIClient, owner: User) -> None:
        for _ in range(7):
            guess(anonymous, **HERE)

        assert guess(anonymous, password=PASSWORD, **HERE).status_code == 429
        assert guess(anonymous, password=PASSWORD, **ELSEWHERE).status_code == 200

    def test_the_spelling_of_the_address_opens_no_second_try(self, anonymous: APIClient, owner: User) -> None:
        answers = [
            guess(anonymous, name).status_code for name in ("owner", "OWNER", "Owner", "oWner", "owneR", "owner")
        ]

        assert answers == [401] * 5 + [429]

    def test_neither_do_forwarding_headers_nor_another_browser(self, anonymous: APIClient, owner: User) -> None:
        answers = [
            guess(
                anonymous,
                headers={"X-Forwarded-For": f"203.0.113.{n}", "X-Real-IP": f"203.0.113.{n}", "User-Agent": f"b{n}"},
            ).status_code
            for n in range(6)
        ]

        assert answers == [401] * 5 + [429]

    def test_the_right_password_forgets_the_wrong_ones(self, anonymous: APIClient, owner: User) -> None:
        for _ in range(3):
            for _ in range(4):
                assert guess(anonymous).status_code == 401
            assert guess(anonymous, password=PASSWORD).status_code == 200

    def test_after_the_wait_the_right_password_opens(
        self, anonymous: APIClient, owner: User, settings: Settings
    ) -> None:
        for _ in range(7):
            guess(anonymous)
        settings.AXES_COOLOFF_TIME = timedelta(seconds=0)

        assert guess(anonymous, password=PASSWORD).status_code == 200

    def test_one_address_tries_twenty_accounts_a_minute(self, anonymous: APIClient, db: None) -> None:
        answers = [guess(anonymous, f"user{n}").status_code for n in range(20)]

        response = guess(anonymous, "user20")

        assert set(answers) == {401}
        assert response.status_code == 429
        assert response.json()["code"] == "throttled"
        assert 0 < int(response.headers["Retry-After"]) <= 60

    def test_many_addresses_try_one_account_sixty_times_an_hour(self, anonymous: APIClient, owner: User) -> None:
        answers = [guess(anonymous, REMOTE_ADDR=f"198.51.100.{n}").status_code for n in range(61)]

        assert answers == [401] * 60 + [429]

    def test_the_password_asked_for_again_counts_too(self, as_owner: APIClient, owner: User) -> None:
        answers = [as_owner.post("/api/auth/close/", {"password": "wrong-horse"}).status_code for _ in range(7)]

        assert answers == [400] * 5 + [429] * 2
        assert User.objects.filter(id=owner.id).exists()


@pytest.mark.django_db
def test_the_admin_is_guarded_the_same_way(staff: User) -> None:
    client = Client()
    wrong = {"username": "Staff@example.com", "password": "wrong-horse-battery"}
    answers = [client.post("/admin/login/", wrong).status_code for _ in range(6)]

    response = client.post("/admin/login/", {"username": "staff@example.com", "password": PASSWORD})

    assert answers == [200] * 5 + [429]
    assert response.status_code == 429
    assert "wait 15 minutes" in response.content.decode()


@pytest.mark.django_db
def test_registering_is_limited_by_address(anonymous: APIClient) -> None:
    told = {"password": "cinnamon-sugar-9"}
    answers = [
        anonymous.post("/api/auth/register/", {**told, "email": f"a{n}@example.com"}).status_code for n in range(21)
    ]

    assert answers == [201] * 20 + [429]


@pytest.mark.django_db
class TestCounting:
    def test_a_window_ends_after_its_length(self) -> None:
        assert [count("scope:who", timedelta(hours=1))[0] for _ in range(3)] == [1, 2, 3]

        ThrottleWindow.objects.update(started_at="2020-01-01T00:00:00Z")

        assert count("scope:who", timedelta(hours=1))[0] == 1

    def test_who_came_is_not_kept_readable(self) -> None:
        count("scope:user:ana@example.com", timedelta(hours=1))

        assert "ana" not in ThrottleWindow.objects.get().key

    def test_old_counts_are_forgotten(self) -> None:
        count("scope:old", timedelta(hours=1))
        ThrottleWindow.objects.update(started_at="2020-01-01T00:00:00Z")
        count("scope:new", timedelta(hours=1))

        assert forget_old_windows() == 1
        assert ThrottleWindow.objects.count() == 1


@pytest.fixture
def five_threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(5) as threads:
        yield threads


@pytest.mark.django_db(transaction=True)
def test_requests_at_the_same_moment_are_all_counted(five_threads: ThreadPoolExecutor) -> None:
    def hit(_: int) -> int:
        try:
            return count("scope:who", timedelta(hours=1))[0]
        finally:
            connection.close()

    assert sorted(five_threads.map(hit, range(40))) == list(range(1, 41))


def test_other_users_wrong_passwords_are_not_counted_together(db: None) -> None:
    make_user("ana")
    client = APIClient()
    for _ in range(7):
        guess(client, "nobody", **HERE)

    assert guess(client, "ana", PASSWORD, **HERE).status_code == 200


def request_from(remote: str, forwarded: str | None = None) -> HttpRequest:
    headers = {"X-Forwarded-For": forwarded} if forwarded is not None else {}
    return RequestFactory(REMOTE_ADDR=remote).get("/", headers=headers)


@pytest.mark.parametrize(
    ("proxies", "remote", "forwarded", "told"),
    [
        (0, "198.51.100.7", None, "198.51.100.7"),
        (0, "198.51.100.7", "203.0.113.9", "198.51.100.7"),
        (1, "10.0.0.1", "203.0.113.9", "203.0.113.9"),
        (1, "10.0.0.1", "1.1.1.1, 203.0.113.9", "203.0.113.9"),
        (2, "10.0.0.1", "1.1.1.1, 203.0.113.9, 10.0.0.2", "203.0.113.9"),
        (2, "10.0.0.1", "203.0.113.9", "203.0.113.9"),
        (1, "10.0.0.1", "", "10.0.0.1"),
        (1, "10.0.0.1", "x'; DROP TABLE", "10.0.0.1"),
        (0, "2001:db8:1:2:3:4:5:6", None, "2001:db8:1:2::"),
        (0, "::ffff:198.51.100.7", None, "198.51.100.7"),
        (0, "", None, "0.0.0.0"),
    ],
)
def test_only_our_own_proxies_are_believed(
    settings: Settings, proxies: int, remote: str, forwarded: str | None, told: str
) -> None:
    settings.REST_FRAMEWORK = settings.REST_FRAMEWORK | {"NUM_PROXIES": proxies}

    assert client_address(request_from(remote, forwarded)) == told
