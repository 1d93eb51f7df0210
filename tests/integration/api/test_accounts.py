"""Signing up, in, on and out, the way a program does it (tokens) and the way a browser does it (cookie)."""

import base64
import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient
from rest_framework_simplejwt.tokens import AccessToken

from tests.factories import PASSWORD, client_of
from users.models import User
from users.sessions import open_session

pytestmark = pytest.mark.django_db
AUTH = "/api/auth"
OWN = {"X-Requested-With": "bachata-buddy"}
DEFAULTS = {
    "difficulty": "beginner",
    "energy": "medium",
    "style": "romantic",
    "role": None,
    "language": "en",
    "captions": True,
    "autosave": True,
}
CREDENTIALS = {"email": "owner@example.com", "password": PASSWORD}


def me(access: str) -> Any:
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {access}")
    return client.get(f"{AUTH}/me/")


class TestRegister:
    def test_a_new_account_is_signed_in_at_once(self, anonymous: APIClient) -> None:
        told = {"email": " Ana@Example.com ", "password": "cinnamon-sugar-9", "display_name": "Ana"}

        response = anonymous.post(f"{AUTH}/register/", told)

        assert response.status_code == 201
        assert response.data["user"]["email"] == "ana@example.com"
        assert response.data["user"]["display_name"] == "Ana"
        assert response.data["user"]["role"] == "dancer"
        assert me(response.data["access"]).data["email"] == "ana@example.com"

    @pytest.mark.parametrize("password", ["short", "password123", "1234567890123", "ana.lopez@example.com", ""])
    def test_a_weak_password_is_refused(self, anonymous: APIClient, password: str) -> None:
        response = anonymous.post(f"{AUTH}/register/", {"email": "ana.lopez@example.com", "password": password})

        assert response.status_code == 400
        assert response.data["code"] in ("weak_password", "validation_error")
        assert not User.objects.exists()

    @pytest.mark.parametrize("email", ["owner@example.com", "OWNER@EXAMPLE.COM", " owner@example.com"])
    def test_a_taken_address_is_refused_in_any_spelling(self, anonymous: APIClient, owner: User, email: str) -> None:
        response = anonymous.post(f"{AUTH}/register/", {"email": email, "password": "cinnamon-sugar-9"})

        assert response.status_code == 400
        assert response.data["code"] == "address_taken"
        assert User.objects.count() == 1

    @pytest.mark.parametrize(
        "email",
        [
            "",
            "ana",
            "ana@",
            "@example.com",
            "ana@example",
            "a" * 250 + "@example.com",
            "ana@" + ".".join(["İ" * 60] * 3) + ".com",
        ],
    )
    def test_an_address_that_is_none_is_refused(self, anonymous: APIClient, email: str) -> None:
        response = anonymous.post(f"{AUTH}/register/", {"email": email, "password": "cinnamon-sugar-9"})

        assert response.status_code == 400
        assert "email" in response.data["errors"]

    def test_nobody_gives_themselves_a_role(self, anonymous: APIClient) -> None:
        told = {"email": "ana@example.com", "password": "cinnamon-sugar-9", "role": "staff", "is_staff": True}

        response = anonymous.post(f"{AUTH}/register/", told)

        assert response.data["user"]["role"] == "dancer"
        assert not User.objects.filter(is_staff=True).exists()

    @pytest.mark.parametrize(
        "told",
        [
            {},
            [],
            "text",
            None,
            5,
            {"email": {"a": 1}, "password": ["x"]},
            {"email": "ana@example.com", "password": "x" * 129},
            {"email": "ana@example.com", "password": "cinnamon-sugar-9", "session": "forever"},
            {"email": "ana@example.com", "password": "cinnamon-sugar-9", "display_name": "x" * 81},
        ],
    )
    def test_a_request_that_makes_no_sense_is_a_400(self, anonymous: APIClient, told: Any) -> None:
        response = anonymous.post(f"{AUTH}/register/", data=json.dumps(told), content_type="application/json")

        assert response.status_code == 400
        assert response.data["code"] == "validation_error"
        assert not User.objects.exists()


class TestLogin:
    def test_a_program_gets_both_tokens_and_no_cookie(self, anonymous: APIClient, owner: User) -> None:
        response = anonymous.post(f"{AUTH}/login/", CREDENTIALS)

        assert response.status_code == 200
        assert response.data["user"]["id"] == str(owner.id)
        assert response.data["access_expires_in_s"] == 15 * 60
        assert response.data["refresh"]
        assert not response.cookies
        assert response.headers["Cache-Control"] == "no-store"
        assert me(response.data["access"]).status_code == 200

    def test_a_browser_gets_the_refresh_token_where_no_script_can_read_it(
        self, anonymous: APIClient, owner: User
    ) -> None:
        response = anonymous.post(f"{AUTH}/login/", {**CREDENTIALS, "session": "cookie"})

        cookie = response.cookies["bb_refresh"]
        assert response.data["refresh"] is None
        assert cookie.value not in response.content.decode()
        assert cookie["httponly"]
        assert cookie["samesite"] == "Strict"
        assert cookie["path"] == "/api/auth/"
        assert cookie["max-age"] == 14 * 24 * 3600

    def test_in_production_the_cookie_travels_encrypted_only(
        self, anonymous: APIClient, owner: User, settings: Settings
    ) -> None:
        settings.SESSION_COOKIE_SECURE = True

        response = anonymous.post(f"{AUTH}/login/", {**CREDENTIALS, "session": "cookie"})

        assert response.cookies["bb_refresh"]["secure"]

    def test_a_wrong_password_and_an_unknown_address_read_the_same(self, anonymous: APIClient, owner: User) -> None:
        wrong = anonymous.post(f"{AUTH}/login/", {**CREDENTIALS, "password": "wrong-horse-battery"})
        unknown = anonymous.post(f"{AUTH}/login/", {"email": "nobody@example.com", "password": PASSWORD})

        assert wrong.status_code == unknown.status_code == 401
        assert without_id(wrong.data) == without_id(unknown.data)
        assert wrong.data["code"] == "invalid_credentials"
        assert wrong.headers["WWW-Authenticate"].startswith("Bearer")

    def test_a_disabled_account_reads_like_a_wrong_password(self, anonymous: APIClient, owner: User) -> None:
        User.objects.update(is_active=False)

        assert anonymous.post(f"{AUTH}/login/", CREDENTIALS).data["code"] == "invalid_credentials"

    def test_the_address_may_be_spelled_in_any_case(self, anonymous: APIClient, owner: User) -> None:
        assert anonymous.post(f"{AUTH}/login/", {**CREDENTIALS, "email": "OWNER@Example.COM"}).status_code == 200

    def test_a_form_of_another_site_cannot_sign_somebody_in(self, owner: User) -> None:
        for content_type in ("application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain"):
            response = Client().post(f"{AUTH}/login/", json.dumps(CREDENTIALS), content_type=content_type)
            assert response.status_code == 415


class TestRefresh:
    def test_a_program_exchanges_its_token(self, anonymous: APIClient, owner: User) -> None:
        first = anonymous.post(f"{AUTH}/login/", CREDENTIALS).data["refresh"]

        response = anonymous.post(f"{AUTH}/refresh/", {"refresh": first})

        assert response.status_code == 200
        assert response.data["refresh"] != first
        assert me(response.data["access"]).status_code == 200
        assert response.headers["Cache-Control"] == "no-store"

    def test_a_browser_exchanges_its_cookie(self, anonymous: APIClient, owner: User) -> None:
        first = anonymous.post(f"{AUTH}/login/", {**CREDENTIALS, "session": "cookie"}).cookies["bb_refresh"].value

        response = anonymous.post(f"{AUTH}/refresh/", headers=OWN)

        assert response.status_code == 200
        assert response.data["refresh"] is None
        assert response.cookies["bb_refresh"].value != first
        assert response.cookies["bb_refresh"]["httponly"]
        assert me(response.data["access"]).status_code == 200

    @pytest.mark.parametrize("headers", [{}, {"X-Requested-With": "XMLHttpRequest"}])
    def test_a_page_of_another_site_cannot_use_the_cookie(
        self, anonymous: APIClient, owner: User, headers: dict[str, str]
    ) -> None:
        anonymous.post(f"{AUTH}/login/", {**CREDENTIALS, "session": "cookie"})

        assert anonymous.post(f"{AUTH}/refresh/", headers=headers).status_code == 401
        assert anonymous.post(f"{AUTH}/logout/", headers=headers).status_code == 401
        assert anonymous.post(f"{AUTH}/refresh/", headers=OWN).status_code == 200

    def test_a_token_is_good_for_one_exchange(self, anonymous: APIClient, owner: User) -> None:
        first = anonymous.post(f"{AUTH}/login/", CREDENTIALS).data["refresh"]
        anonymous.post(f"{AUTH}/refresh/", {"refresh": first})

        again = anonymous.post(f"{AUTH}/refresh/", {"refresh": first})

        assert again.status_code == 401
        assert again.data["code"] == "token_not_valid"

    def test_a_stolen_token_ends_the_session_of_the_thief_too(self, anonymous: APIClient, owner: User) -> None:
        stolen = anonymous.post(f"{AUTH}/login/", CREDENTIALS).data["refresh"]
        other_device = anonymous.post(f"{AUTH}/login/", CREDENTIALS).data["refresh"]
        of_the_thief = anonymous.post(f"{AUTH}/refresh/", {"refresh": stolen}).data["refresh"]

        assert anonymous.post(f"{AUTH}/refresh/", {"refresh": stolen}).status_code == 401

        assert anonymous.post(f"{AUTH}/refresh/", {"refresh": of_the_thief}).status_code == 401
        assert anonymous.post(f"{AUTH}/refresh/", {"refresh": other_device}).status_code == 200

    @pytest.mark.parametrize("token", ["x", "a.b.c", "", " ", "é", "x" * 3000, None, 5, {"a": 1}, ["x"]])
    def test_what_is_no_token_is_refused(self, anonymous: APIClient, token: Any) -> None:
        response = anonymous.post(f"{AUTH}/refresh/", {"refresh": token})

        assert response.status_code in (400, 401)
        assert response.data["code"] in ("validation_error", "token_not_valid", "not_authenticated")

    def test_an_access_token_is_no_refresh_token(self, anonymous: APIClient, owner: User) -> None:
        access = anonymous.post(f"{AUTH}/login/", CREDENTIALS).data["access"]

        assert anonymous.post(f"{AUTH}/refresh/", {"refresh": access}).status_code == 401

    def test_a_refresh_token_opens_no_door(self, anonymous: APIClient, owner: User) -> None:
        refresh = anonymous.post(f"{AUTH}/login/", CREDENTIALS).data["refresh"]

        assert me(refresh).status_code == 401

    def test_an_expired_token_is_refused(self, anonymous: APIClient, owner: User) -> None:
        token = open_session(owner)
        token.set_exp(lifetime=-timedelta(seconds=1))

        response = anonymous.post(f"{AUTH}/refresh/", {"refresh": str(token)})

        assert response.status_code == 401
        assert response.data["code"] == "token_not_valid"

    @pytest.mark.parametrize("ending", ["deleted", "disabled", "disabled by hand", "another password"])
    def test_the_end_of_an_account_or_a_password_ends_its_tokens(
        self, anonymous: APIClient, owner: User, ending: str
    ) -> None:
        tokens = anonymous.post(f"{AUTH}/login/", CREDENTIALS).data
        if ending == "deleted":
            owner.delete()
        elif ending == "disabled":
            owner.is_active = False
            owner.save()
            assert not owner.sessions.exists()
        elif ending == "disabled by hand":
            User.objects.update(is_active=False)
        else:
            owner.set_password("another-horse-battery")
            owner.save()

        assert me(tokens["access"]).status_code == 401
        assert anonymous.post(f"{AUTH}/refresh/", {"refresh": tokens["refresh"]}).status_code == 401
        assert anonymous.post(f"{AUTH}/logout/", {"refresh": tokens["refresh"]}).status_code == 204


class TestLogout:
    def test_a_program_ends_its_session(self, anonymous: APIClient, owner: User) -> None:
        tokens = anonymous.post(f"{AUTH}/login/", CREDENTIALS).data
        refresh, access = tokens["refresh"], tokens["access"]

        assert anonymous.post(f"{AUTH}/logout/", {"refresh": refresh}).status_code == 204

        assert anonymous.post(f"{AUTH}/refresh/", {"refresh": refresh}).status_code == 401
        assert me(access).status_code == 401
        assert anonymous.post(f"{AUTH}/logout/", {"refresh": refresh}).status_code == 204

    def test_a_browser_loses_its_cookie(self, anonymous: APIClient, owner: User) -> None:
        anonymous.post(f"{AUTH}/login/", {**CREDENTIALS, "session": "cookie"})
        kept = anonymous.cookies["bb_refresh"].value

        response = anonymous.post(f"{AUTH}/logout/", headers=OWN)

        assert response.status_code == 204
        assert response.cookies["bb_refresh"].value == ""
        assert response.cookies["bb_refresh"]["path"] == "/api/auth/"
        assert anonymous.post(f"{AUTH}/refresh/", {"refresh": kept}).status_code == 401

    @pytest.mark.parametrize("token", ["x", "a.b.c"])
    def test_signing_out_with_a_token_that_is_none_does_nothing(self, anonymous: APIClient, token: str) -> None:
        assert anonymous.post(f"{AUTH}/logout/", {"refresh": token}).status_code == 204


class TestForgedTokens:
    def test_a_token_without_a_signature_is_refused(self, owner: User) -> None:
        payload = AccessToken.for_user(owner).payload
        for algorithm in ("none", "None", "NONE", "HS512", "RS256"):
            forged = ".".join((part({"alg": algorithm, "typ": "JWT"}), part(payload), ""))
            response = me(forged)
            assert response.status_code == 401
            assert response.data["code"] == "token_not_valid"

    def test_a_token_with_another_users_id_is_refused(self, owner: User, stranger: User) -> None:
        header, _, signature = str(AccessToken.for_user(stranger)).split(".")
        payload = AccessToken.for_user(owner).payload

        assert me(".".join((header, part(payload), signature))).status_code == 401

    def test_a_token_of_no_session_is_refused(self, owner: User) -> None:
        assert me(str(AccessToken.for_user(owner))).status_code == 401

    def test_an_expired_token_is_refused(self, owner: User) -> None:
        token = open_session(owner).access_token
        token.set_exp(lifetime=-timedelta(seconds=1))

        response = me(str(token))

        assert response.status_code == 401
        assert response.data["code"] == "token_not_valid"
        assert response.headers["WWW-Authenticate"].startswith("Bearer")

    @pytest.mark.parametrize("header", ["Bearer", "Bearer a b", "Bearer \x00", "Basic b3duZXI6eA==", "Bearer é", "x"])
    def test_a_header_that_makes_no_sense_is_no_way_in(self, owner: User, header: str) -> None:
        client = APIClient()
        client.credentials(HTTP_AUTHORIZATION=header)

        assert client.get(f"{AUTH}/me/").status_code == 401


def test_one_sees_ones_own_account(as_owner: APIClient, owner: User) -> None:
    response = as_owner.get(f"{AUTH}/me/")

    assert response.data == {
        "id": str(owner.id),
        "email": "owner@example.com",
        "display_name": "Owner",
        "role": "dancer",
        "preferences": DEFAULTS,
    }


def test_one_changes_ones_name_and_nothing_else(as_owner: APIClient, owner: User) -> None:
    told = {"display_name": "Ana", "role": "staff", "email": "x@example.com", "is_staff": True, "is_superuser": True}

    response = as_owner.patch(f"{AUTH}/me/", told)

    owner.refresh_from_db()
    assert response.data["display_name"] == "Ana"
    assert (owner.role, owner.email, owner.is_staff, owner.is_superuser) == (
        "dancer", "owner@example.com", False, False,
    )  # fmt: skip


class TestPreferences:
    def test_they_come_with_the_account(self, as_owner: APIClient, owner: User) -> None:
        assert as_owner.get(f"{AUTH}/preferences/").data == DEFAULTS
        assert owner.preferences.autosave is True

    def test_what_is_changed_stays_changed(self, as_owner: APIClient, as_stranger: APIClient) -> None:
        told = {"role": "follow", "language": "es", "autosave": False, "difficulty": "advanced"}

        response = as_owner.patch(f"{AUTH}/preferences/", told)

        assert response.data == DEFAULTS | told
        assert as_owner.get(f"{AUTH}/me/").data["preferences"] == DEFAULTS | told
        assert as_stranger.get(f"{AUTH}/preferences/").data == DEFAULTS
        assert as_owner.patch(f"{AUTH}/preferences/", {"role": None}).data["role"] is None

    @pytest.mark.parametrize(
        ("name", "value"),
        [("language", "fr"), ("difficulty", "expert"), ("role", ""), ("role", "boss"), ("captions", "perhaps"),
         ("energy", None), ("style", ["romantic"]), ("autosave", None)],
    )  # fmt: skip
    def test_what_makes_no_sense_is_refused(self, as_owner: APIClient, name: str, value: Any) -> None:
        response = as_owner.patch(f"{AUTH}/preferences/", {name: value})

        assert response.status_code == 400
        assert list(response.data["errors"]) == [name]
        assert as_owner.get(f"{AUTH}/preferences/").data == DEFAULTS


def test_nothing_of_a_password_is_ever_told(anonymous: APIClient, owner: User) -> None:
    answers = [
        anonymous.post(f"{AUTH}/register/", {"email": "ana@example.com", "password": "cinnamon-sugar-9"}),
        anonymous.post(f"{AUTH}/login/", CREDENTIALS),
        anonymous.post(f"{AUTH}/login/", {**CREDENTIALS, "password": "wrong-horse-battery"}),
        client_of(owner).get(f"{AUTH}/me/"),
    ]

    for answer in answers:
        for secret in ("cinnamon", "horse-battery", owner.password):
            assert secret not in answer.content.decode()


def part(value: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def without_id(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key != "request_id"}
