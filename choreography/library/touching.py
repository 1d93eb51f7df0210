"""The version of a library: whoever changes a move says so here."""

from django.db.models import F

from choreography.models import LibraryState


def touch_library(name: str) -> None:
    """Note that a library changed: plans and indexes are built anew.

    Inside a transaction it also keeps others from changing the library until that ends.
    """
    LibraryState.objects.get_or_create(name=name)
    LibraryState.objects.filter(name=name).update(version=F("version") + 1)
