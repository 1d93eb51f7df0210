"""How the API is attacked with made-up requests: what is asked of every answer, and what is left alone."""

import subprocess
import sys
from pathlib import Path

from tests.factories import make_finished_task, make_link, make_move, make_plan, make_saved, make_song, make_task
from tests.made_dances import store_dance, store_library
from users.models import User

CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "unsupported_method",
    "allow_header_conformance",
    "ignored_auth",
    "use_after_free",
)
"""Not `positive_data_acceptance`: a song may be gone, a wish impossible. Not `negative_data_rejection`: forms read
`"1"` as 1, and what is not known in a query is left alone."""
ENDS_THE_SESSION = r"/api/auth/(logout|close|password|sessions|login|refresh|register)/"
"""After these the token is no longer good, or too many of them are refused."""


def give_something_of_everything(owner: User) -> None:
    """Make rows that made-up requests can find."""
    make_song(owner)
    make_song(None)
    store_library()
    dance = store_dance(owner)  # ahead of the move below, which has no keypoints to plan with
    make_move()
    make_task(owner)
    finished = make_finished_task(owner, dance)
    saved = make_saved(owner, finished)
    make_link(saved.shares)
    make_plan(owner, "Warm-up", "Shines")


def attack(
    address: str,
    token: str,
    folder: Path,
    *,
    seconds: int,
    phases: str = "examples,coverage,fuzzing",
    workers: int = 1,
    seed: int | None = None,
) -> "subprocess.CompletedProcess[str]":
    """Send made-up requests to a server for some time; its report is the output, its exit code 0 where all was well.

    With a `seed` they are the same every time, up to where the time ends.
    """
    return subprocess.run(
        [
            str(Path(sys.executable).with_name("schemathesis")),
            "--no-color",
            "run",
            f"{address}/api/schema/?format=json",
            *("--header", f"Authorization: Bearer {token}"),
            *("--checks", ",".join(CHECKS)),
            *("--phases", phases),
            *("--max-time", str(seconds)),
            *("--workers", str(workers)),
            *(("--seed", str(seed)) if seed is not None else ()),
            *("--exclude-path-regex", ENDS_THE_SESSION),
            *("--request-timeout", "30"),
            *("--suppress-health-check", "all"),
            *("--warnings", "off"),
            "--continue-on-failure",
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
