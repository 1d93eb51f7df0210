"""The secret key of a machine that was given none: made once, kept out of git, readable by its owner only."""

import os
import secrets
from pathlib import Path


def local_secret_key(directory: Path) -> str:
    """Return the key kept in `directory`, making it when there is none; safe when several processes start at once."""
    path = directory / "secret_key"
    try:
        return path.read_text()
    except FileNotFoundError:
        directory.mkdir(parents=True, exist_ok=True)
    own = directory / f".secret_key.{os.getpid()}"
    own.touch(mode=0o600)
    own.write_text(secrets.token_urlsafe(48))
    try:
        os.link(own, path)  # the first process wins, whole
    except FileExistsError:
        pass
    finally:
        own.unlink()
    return path.read_text()
