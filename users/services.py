"""Writes on accounts."""

from django.contrib.auth import authenticate
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from common.errors import InputError
from users.models import User


class WeakPasswordError(InputError):
    """The password does not meet the rules."""

    code = "weak_password"


class AddressTakenError(InputError):
    """This e-mail address cannot be registered."""

    code = "address_taken"

    def __init__(self) -> None:
        super().__init__("This e-mail address cannot be registered: sign in, or use another one.")


def register(*, email: str, password: str, display_name: str = "") -> User:
    """Make an account. Raises WeakPasswordError, AddressTakenError."""
    try:
        validate_password(password, User(email=email, display_name=display_name))
    except ValidationError as error:
        raise WeakPasswordError(" ".join(error.messages)) from error
    try:
        with transaction.atomic():
            return User.objects.create_user(email, password, display_name=display_name)
    except IntegrityError as error:
        raise AddressTakenError from error


def sign_in(*, email: str, password: str) -> User | None:
    """Return the account of an address and its password, or None; both answers take the same time."""
    user = authenticate(username=email.strip().lower(), password=password)
    return user if isinstance(user, User) else None
