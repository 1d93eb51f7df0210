"""How much one person may have in the making: counted as rows under a lock, so that requests at once add up too."""

from django.conf import settings

from choreography.models import ChoreographyTask, SongImport
from common.errors import NotFoundError, TooManyError
from users.models import User


class TooManyTasksError(TooManyError):
    """You have several choreographies in the making: wait for one of them, or stop it."""

    code = "too_many_tasks"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


class TooManyImportsError(TooManyError):
    """You have several songs on their way already: wait for one of them."""

    code = "too_many_imports"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


def take_turns(user: User) -> None:
    """Let one request of a person after the other go on, to the end of the caller's transaction.

    Raises NotFoundError where the account was closed meanwhile.
    """
    if User.objects.select_for_update(no_key=True).filter(pk=user.pk).first() is None:
        raise NotFoundError("There is no such account.")


def check_room_for_task(user: User) -> None:
    """Raise TooManyTasksError where a person has no room for another task. Inside a transaction that makes one."""
    take_turns(user)
    unfinished = ChoreographyTask.objects.filter(owner=user).exclude(status__in=ChoreographyTask.FINISHED)
    if unfinished.count() >= settings.MAX_ACTIVE_TASKS_PER_USER:
        raise TooManyTasksError


def check_room_for_import(user: User) -> None:
    """Raise TooManyImportsError where a person has no room for another song. Inside a transaction that makes one."""
    take_turns(user)
    unfinished = SongImport.objects.filter(owner=user).exclude(status__in=SongImport.FINISHED)
    if unfinished.count() >= settings.MAX_ACTIVE_TASKS_PER_USER:
        raise TooManyImportsError
