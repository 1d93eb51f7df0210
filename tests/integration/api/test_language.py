"""What the API says of what it refuses, in the language of the caller."""

import uuid

import pytest
from rest_framework.test import APIClient

from choreography.models import ChoreographyTask
from tests.factories import make_song, make_task, wish_for
from users.models import User

pytestmark = pytest.mark.django_db
API = "/api/choreography"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("es", "Esa canción no existe."),
        ("es-MX,es;q=0.9,en;q=0.5", "Esa canción no existe."),
        ("fr, es;q=0.5", "Esa canción no existe."),
        ("en-GB,en;q=0.9,es;q=0.8", "There is no such song."),
        ("fr", "There is no such song."),
        ("", "There is no such song."),
        ("\x00;q=es", "There is no such song."),
    ],
)
def test_a_refusal_is_told_in_the_language_of_the_request_under_the_same_code(
    as_owner: APIClient, asked: str, told: str
) -> None:
    response = as_owner.get(f"{API}/songs/{uuid.uuid4()}/", headers={"Accept-Language": asked})

    assert response.json()["detail"] == told
    assert response.json()["code"] == "not_found"
    assert "Accept-Language" in response["Vary"]


def test_what_is_wrong_with_a_field_is_told_so_too(as_owner: APIClient) -> None:
    body = wish_for(make_song().id, difficulty="expert", duration_s=5)

    spanish = as_owner.post(f"{API}/generate/", body, headers={"Accept-Language": "es"}).json()
    english = as_owner.post(f"{API}/generate/", body, headers={"Accept-Language": "en"}).json()

    assert spanish["code"] == english["code"] == "validation_error"
    assert spanish["errors"].keys() == english["errors"].keys() == {"difficulty", "duration_s"}
    for field, texts in spanish["errors"].items():
        assert not set(texts) & set(english["errors"][field])


def test_why_a_dance_failed_and_how_far_it_is_are_told_so_too(as_owner: APIClient, owner: User) -> None:
    task = make_task(owner)
    sentence = "The song is too short: it has no whole phrase of eight counts to dance."
    ChoreographyTask.objects.filter(id=task.id).update(
        status="failed", error_code="song_too_short", error_detail=sentence, message="Waiting for a free dancer"
    )

    told = as_owner.get(f"{API}/tasks/{task.id}/", headers={"Accept-Language": "es"}).json()

    assert told["error"]["code"] == "song_too_short"
    assert told["error"]["detail"].startswith("La canción es demasiado corta")
    assert told["message"] == "Esperando pista libre"


def test_who_has_the_answer_in_one_language_gets_it_in_another(as_owner: APIClient, owner: User) -> None:
    task = make_task(owner)
    ChoreographyTask.objects.filter(id=task.id).update(message="Almost there")

    english = as_owner.get(f"{API}/tasks/{task.id}/")
    known = {"If-None-Match": english["ETag"]}
    again = as_owner.get(f"{API}/tasks/{task.id}/", headers=known)
    spanish = as_owner.get(f"{API}/tasks/{task.id}/", headers=known | {"Accept-Language": "es"})

    assert again.status_code == 304
    assert (spanish.status_code, spanish.json()["message"]) == (200, "Ya casi está")


def test_an_address_that_does_not_exist_is_refused_in_spanish_and_the_next_request_in_english(
    as_owner: APIClient,
) -> None:
    spanish = as_owner.get("/api/nowhere/", headers={"Accept-Language": "es"})
    english = as_owner.get("/api/nowhere/")

    assert spanish.json()["detail"] == "Aquí no hay nada, o no es tuyo."
    assert english.json()["detail"] == "There is nothing here, or it is not yours."


def test_a_wrong_password_is_told_so_too(db: None) -> None:
    body = {"email": "nobody@example.com", "password": "wrong password"}

    spanish = APIClient().post("/api/auth/login/", body, headers={"Accept-Language": "es"}).json()
    english = APIClient().post("/api/auth/login/", body).json()

    assert spanish["code"] == english["code"]
    assert spanish["detail"] != english["detail"]
