"""Pages of other sites: shut out unless CORS_ALLOWED_ORIGINS names their site."""

import pytest
from django.http import HttpResponseBase
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

pytestmark = pytest.mark.django_db
APP, OTHER = "https://app.example", "https://evil.example"
ASKED = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization,idempotency-key"}


def cors_headers(response: HttpResponseBase) -> dict[str, str]:
    return {name: value for name, value in response.headers.items() if name.lower().startswith("access-control")}


@pytest.mark.parametrize(
    "path", ["/api/auth/me/", "/api/choreography/songs/", "/healthz", "/media/x", "/", "/api/none/"]
)
def test_without_the_setting_no_page_of_another_site_reads_anything(anonymous: APIClient, path: str) -> None:
    for headers in ({"Origin": OTHER}, {"Origin": "null"}, {"Origin": OTHER, **ASKED}):
        assert cors_headers(anonymous.get(path, headers=headers)) == {}
        assert cors_headers(anonymous.options(path, headers=headers)) == {}


class TestListedSites:
    @pytest.fixture(autouse=True)
    def _one_site(self, settings: Settings) -> None:
        settings.CORS_ALLOWED_ORIGINS = [APP]
        settings.CORS_ALLOW_CREDENTIALS = True

    def test_a_listed_site_may_call_with_its_headers(self, anonymous: APIClient) -> None:
        asked = anonymous.options("/api/choreography/generate/", headers={"Origin": APP, **ASKED})
        answered = anonymous.get("/api/auth/me/", headers={"Origin": APP})

        assert asked.headers["Access-Control-Allow-Origin"] == APP
        assert "idempotency-key" in asked.headers["Access-Control-Allow-Headers"]
        assert answered.status_code == 401
        assert answered.headers["Access-Control-Allow-Origin"] == APP
        assert answered.headers["Access-Control-Allow-Credentials"] == "true"
        assert "origin" in answered.headers["Vary"].lower()

    @pytest.mark.parametrize(
        "origin", [OTHER, "null", "https://app.example.evil.example", "http://app.example", "https://app.example:8443"]
    )
    def test_another_site_may_not(self, anonymous: APIClient, origin: str) -> None:
        assert cors_headers(anonymous.get("/api/auth/me/", headers={"Origin": origin})) == {}

    def test_nor_does_anything_but_the_api_and_media_answer_it(self, anonymous: APIClient) -> None:
        for path in ("/admin/login/", "/", "/metrics"):
            assert cors_headers(anonymous.get(path, headers={"Origin": APP})) == {}
