"""Writes on accounts."""

from axes.models import AccessAttempt
from django.contrib.admin.models import LogEntry
from django.contrib.auth import authenticate
from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.signals import user_logged_in
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest

from common.errors import InputError, NotFoundError
from users.models import User
from users.signals import account_closing

CLOSED = "a closed account"


class WeakPasswordError(InputError):
    """The password does not meet the rules."""

    code = "weak_password"


class WrongPasswordError(InputError):
    """The password is wrong."""

    code = "wrong_password"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


class AddressTakenError(InputError):
    """This e-mail address cannot be registered."""

    code = "address_taken"

    def __init__(self) -> None:
        super().__init__("This e-mail address cannot be registered: sign in, or use another one.")


def register(*, email: str, password: str, display_name: str = "") -> User:
    """Make an account. Raises WeakPasswordError, AddressTakenError."""
    check_strength(password, User(email=email, display_name=display_name))
    try:
        with transaction.atomic():
            return User.objects.create_user(email, password, display_name=display_name)
    except IntegrityError as error:
        raise AddressTakenError from error


def sign_in(*, request: HttpRequest, email: str, password: str) -> User | None:
    """Return the account of an address and its password, or None; both answers take the same time."""
    user = authenticate(request, username=email.strip().lower(), password=password)
    with transaction.atomic():
        # Closing an account and setting another password wait for this, or have been faster.
        rows = User.objects.select_for_update()
        account = rows.filter(id=user.pk, password=user.password).first() if user is not None else None
        if account is not None:
            user_logged_in.send(sender=User, request=request, user=account)
        return account


def rename(*, user: User, display_name: str) -> None:
    """Give an account another name; one that was closed meanwhile stays closed."""
    User.objects.filter(id=user.id).update(display_name=display_name)
    user.display_name = display_name


def change_password(*, request: HttpRequest, user: User, current: str, new: str) -> None:
    """Give an account another password, which ends all its sessions.

    Raises WrongPasswordError, WeakPasswordError, NotFoundError where the account was closed meanwhile.
    """
    confirmed = _confirm(request, user, current)
    check_strength(new, user)
    with transaction.atomic():
        if _lock(user).password != confirmed.password:
            raise WrongPasswordError  # a link has set another one since it was asked for
        user.set_password(new)
        user.save(update_fields=("password",))


def close_account(*, request: HttpRequest, user: User, password: str) -> None:
    """Remove an account with everything that is its own, here and in storage. Raises WrongPasswordError."""
    _confirm(request, user, password)
    remove_account(user=user)


def remove_account(*, user: User) -> None:
    """Remove an account with everything that is its own, here and in storage; the caller says who may.

    Raises NotFoundError where it is gone.
    """
    with transaction.atomic():
        # Under this lock nothing new can refer to the account while what there is goes.
        user = _lock(user)
        account_closing.send(sender=User, user=user)
        AccessAttempt.objects.filter(username=user.email).delete()
        about_users = LogEntry.objects.filter(content_type=ContentType.objects.get_for_model(User))
        about_users.filter(object_id=str(user.id)).update(object_repr=CLOSED, change_message="")
        user.delete()


def _lock(user: User) -> User:
    account = User.objects.select_for_update().filter(id=user.id).first()
    if account is None:
        raise NotFoundError("There is no such account.")
    return account


def _confirm(request: HttpRequest, user: User, password: str) -> User:
    """Return the account as its password opens it; wrong ones count as failed sign-ins. Raises WrongPasswordError."""
    confirmed = authenticate(request, username=user.email, password=password)
    if not isinstance(confirmed, User) or confirmed != user:
        raise WrongPasswordError
    return confirmed


def check_strength(password: str, user: User) -> None:
    """Refuse a password that is easily guessed. Raises WeakPasswordError."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise WeakPasswordError(" ".join(error.messages)) from error
