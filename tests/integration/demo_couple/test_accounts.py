from pathlib import Path

import pytest

from choreography.demo.content import demo_login
from users.models import User

pytestmark = pytest.mark.django_db


def test_the_demo_has_a_dancer_and_a_teacher_with_one_password_made_here(tmp_path: Path) -> None:
    login = demo_login(tmp_path)

    roles = {user.email: user.role for user in User.objects.all()}
    assert roles == {login.email: "dancer", login.teacher_email: "instructor"}
    assert (tmp_path / "demo_password").stat().st_mode & 0o077 == 0


def test_a_second_start_keeps_the_password_and_brings_it_back(tmp_path: Path) -> None:
    first = demo_login(tmp_path)
    user = User.objects.get(email=first.teacher_email)
    user.set_password("something else entirely")
    user.save()

    again = demo_login(tmp_path)

    assert again == first
    user.refresh_from_db()
    assert user.check_password(first.password)
