"""The version of a library: whoever changes a move says so here."""

from django.db.models import Case, F, IntegerField, When

from choreography.models import LibraryState


def touch_library(name: str, *, vectors_stay: bool = False) -> None:
    """Note that a library changed: plans and indexes are built anew, and vectors, unless they stay as they are.

    Inside a transaction it also keeps others from changing the library until that ends.
    """
    LibraryState.objects.get_or_create(name=name)
    normalised: F | Case = F("normalised_version")
    if vectors_stay:
        comparable = When(normalised_version=F("version"), then=F("version") + 1)
        normalised = Case(comparable, default=normalised, output_field=IntegerField())
    LibraryState.objects.filter(name=name).update(version=F("version") + 1, normalised_version=normalised)
