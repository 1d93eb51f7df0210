"""A Django database engine: PostgreSQL that starts itself. With `HOST` set it is Django's own engine, unchanged."""

from contextlib import suppress
from pathlib import Path
from typing import Any

import psycopg
from django.db.backends.postgresql import base
from django.utils.asyncio import async_unsafe

from common.postgres.server import ensure_running


class DatabaseWrapper(base.DatabaseWrapper):
    """Connects to the server under `OPTIONS["data_dir"]`, starting it on demand and making the database once."""

    def get_connection_params(self) -> dict[str, Any]:
        """Return psycopg's connection parameters; starts the embedded server when it is not running."""
        params: dict[str, Any] = super().get_connection_params()
        address = ensure_running(Path(params.pop("data_dir")))
        return params | {"host": str(address.socket_dir), "port": address.port, "user": address.user}

    @async_unsafe
    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Open a connection, making the database when this server has never seen it."""
        try:
            return super().get_new_connection(conn_params)
        except psycopg.OperationalError as error:
            if f'database "{conn_params["dbname"]}" does not exist' not in str(error):
                raise
        _create_database(conn_params)
        return super().get_new_connection(conn_params)


def _create_database(conn_params: dict[str, Any]) -> None:
    address = {key: conn_params[key] for key in ("host", "port", "user")}
    name = psycopg.sql.Identifier(conn_params["dbname"])
    quicker_elsewhere = suppress(psycopg.errors.DuplicateDatabase, psycopg.errors.UniqueViolation)
    with quicker_elsewhere, psycopg.connect(dbname="postgres", autocommit=True, **address) as connection:
        connection.execute(psycopg.sql.SQL("CREATE DATABASE {}").format(name))
