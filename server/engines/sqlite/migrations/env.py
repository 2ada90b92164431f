"""How alembic gets at the database: always through the connection it is given."""

from __future__ import annotations

from alembic import context

from server.engines.sqlite.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=False,  # the caller's transaction is the only one
    render_as_batch=True,  # SQLite changes a table by copying it
)
context.run_migrations()
