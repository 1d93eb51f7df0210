"""A forgotten password: a link, good once and for a while, sets a new one.

For an address of no account the same is done as for any other: neither the answer nor its time tells which it was.
"""

from uuid import UUID

from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string

from common.errors import ConflictError, InputError
from users.models import User
from users.services import check_strength
from users.signals import reset_link_asked

NEW_PASSWORD_PAGE = "new-password"  # noqa: S105 - a page of the web app
"""Its link carries the token behind a #: browsers send that to no server, so no log has it."""


class NoMailError(ConflictError):
    """This site sends no mail: ask the people who run it for a new password."""

    code = "no_mail"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


class SpentLinkError(InputError):
    """This link is no longer good: it was used, is too old or incomplete. Ask for a new one."""

    code = "spent_link"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


def ask_for_link(*, email: str, site: str) -> None:
    """Have a link sent to an address if it is an account's; `site` is our own, as https://example.com.

    Raises NoMailError.
    """
    if settings.MAIL_DELIVERY == "none":
        raise NoMailError
    known = User.objects.filter(email=email.lower()).values_list("id", flat=True).first()
    reset_link_asked.send(sender=User, user_id=known, site=site)


def send_link(*, user_id: UUID | None, site: str) -> None:
    """Send an account the link to a new password, in its language; nothing where there is no such account.

    Raises NoMailError where this process sends none, though the one that was asked does: no log may have the link.
    """
    if settings.MAIL_DELIVERY == "none":
        raise NoMailError
    users = User.objects.select_related("preferences").filter(is_active=True)
    user = users.filter(id=user_id).first() if user_id is not None else None
    if user is None or not user.has_usable_password():
        return
    told = {
        "email": user.email,
        "link": f"{site}/{NEW_PASSWORD_PAGE}#{user.id}/{default_token_generator.make_token(user)}",
        "minutes": settings.PASSWORD_RESET_TIMEOUT // 60,
    }
    text = render_to_string(f"users/new_password.{user.preferences.language}.txt", told)
    subject, _, body = text.partition("\n\n")
    send_mail(subject, body, None, [user.email])


def set_new_password(*, user_id: UUID, token: str, password: str) -> None:
    """Give an account another password by its link, which ends all its sessions.

    Raises SpentLinkError, WeakPasswordError.
    """
    with transaction.atomic():
        # The lock makes uses of one link take turns: for the second the password has changed, so it is spent.
        user = User.objects.select_for_update().filter(id=user_id, is_active=True).first()
        if user is None or not default_token_generator.check_token(user, token):
            raise SpentLinkError
        check_strength(password, user)
        user.set_password(password)
        user.save(update_fields=("password",))
        AccessAttempt.objects.filter(username=user.email).delete()  # guesses at the old one lock nobody out
