"""`scripts/fuzz_api`: a web process on a database of its own, attacked for minutes, states remembered in between."""

import argparse
import socket
import sys
import tempfile
from pathlib import Path

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from choreography.models import Move, Song  # noqa: E402
from common.health import wait_until_healthy  # noqa: E402
from common.processes import start, stop  # noqa: E402
from tests.factories import make_user  # noqa: E402
from tests.fuzzing import attack, give_something_of_everything  # noqa: E402
from users.models import User  # noqa: E402
from users.sessions import open_session  # noqa: E402


def main() -> None:
    parser = argparse.ArgumentParser(prog="scripts/fuzz_api", description=__doc__)
    parser.add_argument("--minutes", type=int, default=10)
    parser.add_argument("--workers", type=int, default=4, help="requests at once (default: 4)")
    given = parser.parse_args()
    if not str(connection.settings_dict["NAME"]).endswith("_fuzz"):
        sys.exit("error: this removes all it finds; DB_NAME must end with _fuzz")
    call_command("migrate", verbosity=0)
    for model in (User, Song, Move):
        model._default_manager.all().delete()
    owner = make_user("fuzz")
    give_something_of_everything(owner)
    token = str(open_session(owner).access_token)
    connection.close()
    with socket.create_server(("127.0.0.1", 0)) as probe:
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    web = start([str(settings.BASE_DIR / "scripts" / "serve"), address])
    try:
        wait_until_healthy(f"http://{address}/readyz", timeout_s=60.0)
        with tempfile.TemporaryDirectory() as folder:
            ended = attack(
                f"http://{address}",
                token,
                Path(folder),
                seconds=60 * given.minutes,
                phases="examples,coverage,fuzzing,stateful",
                workers=given.workers,
            )
    finally:
        stop(web, grace_s=15.0)
    print(ended.stdout)
    sys.exit(ended.returncode)


if __name__ == "__main__":
    main()
