"""Everything we know of an account, as JSON that is written while it is read: no export is held in memory.

Each app adds what it keeps: `register_section` in its AppConfig.ready.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from users.models import Session, User

FORMAT = 1
Rows = Callable[[User], Iterable[dict[str, Any]]]
_sections: dict[str, Rows] = {}


def register_section(name: str, rows: Rows) -> None:
    """Add a list to every export: one object for each thing of the user."""
    _sections[name] = rows


def export(user: User) -> Iterator[str]:
    """Give the export of an account piece by piece: one JSON object, a list for each section."""
    yield f'{{"format": {FORMAT}, "account": {_json(_account(user))}'
    for name, rows in _sections.items():
        yield f', "{name}": ['
        for number, row in enumerate(rows(user)):
            yield f"{', ' if number else ''}{_json(row)}"
        yield "]"
    yield "}\n"


def sessions_of(user: User) -> Iterable[dict[str, Any]]:
    """Return when and where the user signed in and still is."""
    rows = Session.objects.filter(user=user).values("device", "created_at", "last_used_at", "expires_at")
    return (dict(row) for row in rows)


def _account(user: User) -> dict[str, Any]:
    told = ("id", "email", "display_name", "role", "date_joined", "last_login")
    wanted = ("difficulty", "energy", "style", "role", "language", "captions", "autosave")
    return {name: getattr(user, name) for name in told} | {
        "preferences": {name: getattr(user.preferences, name) for name in wanted}
    }


def _json(value: object) -> str:
    return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False)
