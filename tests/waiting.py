"""Two at once in the database: one is held up at the row of an account, and must hold nothing else meanwhile."""

import threading
import time
from collections.abc import Callable
from types import ModuleType

import pytest
from django.db import connection, connections, transaction

from choreography.limits import take_turns
from choreography.models import Choreography, ChoreographyTask, Song, SongImport
from users.models import User

PATIENCE_S = 30.0


def let_owner_go_first(
    owner: User,
    work: Callable[[], object],
    *,
    stage: str = "",
    module: ModuleType | None = None,
    monkeypatch: pytest.MonkeyPatch | None = None,
) -> None:
    """Do `work` while the account's row is taken, as who closes it takes it first; fail where it holds any other row.

    With `stage` the row is taken as soon as the work comes to `inject(stage)` of its `module`.
    """
    reached, may_go_on = threading.Event(), threading.Event()
    failures: list[BaseException] = []

    def pause(at: str) -> None:
        if at == stage:
            reached.set()
            assert may_go_on.wait(PATIENCE_S)

    def run() -> None:
        try:
            work()
        except BaseException as error:  # noqa: BLE001 - told to the test's own thread
            failures.append(error)
        finally:
            reached.set()
            connections.close_all()

    if stage:
        assert module is not None and monkeypatch is not None
        monkeypatch.setattr(module, "inject", pause)
    other = threading.Thread(target=run)
    if stage:
        other.start()
        assert reached.wait(PATIENCE_S)
    try:
        with transaction.atomic():
            take_turns(owner)
            if stage:
                may_go_on.set()
            else:
                other.start()
            wait_until_somebody_waits(failures)
            for model in (Song, SongImport, Choreography, ChoreographyTask):
                list(model._default_manager.select_for_update(of=("self",), nowait=True))
    finally:
        other.join()
    assert failures == []


def wait_until_somebody_waits(failures: list[BaseException]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    waiting = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    with connection.cursor() as cursor:
        while time.monotonic() < deadline and not failures:
            cursor.execute("SELECT pg_stat_clear_snapshot()")
            cursor.execute(waiting)
            if cursor.fetchone()[0]:
                return
            time.sleep(0.02)
    raise AssertionError(failures or "nobody waits")
