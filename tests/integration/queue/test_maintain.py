import os
import signal
from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import OperationalError
from procrastinate.exceptions import ConnectorException

from choreography.management.commands import maintain
from common.postgres.server import DatabaseStartError


@pytest.fixture(autouse=True)
def own_signals() -> Iterator[None]:
    """Put back the signal handlers that the command replaces."""
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def test_maintenance_outlives_a_database_that_is_away_and_stops_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    sweeps: list[Exception] = []
    troubles = [OperationalError("away"), ConnectorException("away"), DatabaseStartError()]

    def sweep() -> None:
        if not troubles:
            os.kill(os.getpid(), signal.SIGTERM)
            return
        sweeps.append(troubles.pop(0))
        raise sweeps[-1]

    monkeypatch.setattr(maintain, "sweep", sweep)
    monkeypatch.setattr(maintain, "SWEEP_EVERY_S", 0.01)
    monkeypatch.setattr(maintain, "tidy", lambda: None)
    monkeypatch.setattr(maintain, "close_old_connections", lambda: None)

    call_command("maintain")

    assert len(sweeps) == 3


def test_a_fault_of_ours_is_told_and_tidying_up_goes_on(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    turns: list[int] = []
    sweeps: list[int] = []

    def tidy() -> None:
        turns.append(len(turns))
        if len(turns) == 1:
            raise ValueError("a row that nobody thought of")

    def sweep() -> None:
        sweeps.append(len(sweeps))
        if len(turns) > 1 or len(sweeps) > 500:
            os.kill(os.getpid(), signal.SIGTERM)

    monkeypatch.setattr(maintain, "tidy", tidy)
    monkeypatch.setattr(maintain, "sweep", sweep)
    monkeypatch.setattr(maintain, "TIDY_EVERY_S", 0.01)
    monkeypatch.setattr(maintain, "SWEEP_EVERY_S", 0.01)
    monkeypatch.setattr(maintain, "close_old_connections", lambda: None)

    call_command("maintain")

    assert len(turns) > 1
    assert "a row that nobody thought of" in caplog.text
