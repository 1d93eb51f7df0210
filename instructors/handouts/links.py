"""Addresses of a plan's handouts: signed, so that a browser can open them without the token of its session."""

from uuid import UUID

from django.core import signing
from django.urls import reverse

from common.errors import NotFoundError

LIFETIME_S = 3600
_signer = signing.TimestampSigner(salt="instructors.handouts")


def page_url(plan_id: UUID) -> str:
    """Return the address of a plan's page to print."""
    return reverse("class-plan-print", args=[_signer.sign(plan_id.hex)])


def pdf_url(plan_id: UUID) -> str:
    """Return the address of a plan as PDF."""
    return reverse("class-plan-pdf", args=[_signer.sign(plan_id.hex)])


def plan_id_of(signed: str) -> UUID:
    """Return whose handout a signed address is. Raises NotFoundError for one that is made up or too old."""
    try:
        return UUID(hex=_signer.unsign(signed, max_age=LIFETIME_S))
    except (signing.BadSignature, ValueError) as error:
        raise NotFoundError("This page is no longer here: open it again from the class plan.") from error
