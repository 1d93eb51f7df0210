"""P30: no answer of 500 and more to any input, and every answer as the OpenAPI document says."""

from pathlib import Path

import pytest
from pytest_django.live_server_helper import LiveServer
from rest_framework_simplejwt.tokens import RefreshToken

from tests.fuzzing import attack, give_something_of_everything
from users.models import User
from users.sessions import open_session

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
SECONDS = 30
SEED = 20_260_801
"""The same requests every time: what chance finds is for `scripts/fuzz_api`."""


@pytest.fixture
def token(owner: User) -> RefreshToken:
    """Give the owner something of everything, and return the owner's token."""
    give_something_of_everything(owner)
    return open_session(owner)


def test_made_up_requests_meet_no_error_of_ours(live_server: LiveServer, token: RefreshToken, tmp_path: Path) -> None:
    ended = attack(live_server.url, str(token.access_token), tmp_path, seconds=SECONDS, seed=SEED)

    assert ended.returncode == 0, ended.stdout[-6000:] + ended.stderr[-2000:]
