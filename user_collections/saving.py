"""One entry into a collection: asked for, or by itself. Imports neither search nor media."""

from choreography.limits import take_turns
from choreography.models import Choreography
from common.errors import ConflictError
from user_collections.models import MAX_SAVED, TITLE_LENGTH, SavedChoreography
from users.models import User


class CollectionFullError(ConflictError):
    """The collection holds as much as it can."""

    code = "collection_full"

    def __init__(self) -> None:
        super().__init__(
            f"Your collection holds {MAX_SAVED} choreographies, which is the most it can: remove some first."
        )


def keep(*, owner: User, choreography: Choreography, title: str = "") -> tuple[SavedChoreography, bool]:
    """Return the entry of a choreography and whether it is new, in the caller's transaction.

    Raises CollectionFullError.
    """
    take_turns(owner)  # so that there are never too many
    known = SavedChoreography.objects.filter(owner=owner, choreography=choreography).first()
    if known is not None:
        return known, False
    if SavedChoreography.objects.filter(owner=owner).count() >= MAX_SAVED:
        raise CollectionFullError
    title = (title or choreography.song.title)[:TITLE_LENGTH]
    return SavedChoreography.objects.create(owner=owner, choreography=choreography, title=title), True
