"""What the database knows of its own tables, by which it plans queries."""

from django.apps import apps
from django.db import connection

# Rows of each index that SQLite looks at.
_LOOKED_AT = 1000


def refresh_statistics() -> None:
    """Tell the database how much its tables hold, as it wants to be told after many inserts.

    Until its autovacuum notices by itself PostgreSQL takes full tables for nearly empty ones, and
    looks through all of a table for the rows of one story; SQLite never notices by itself.
    """
    models = apps.get_app_config("annotations").get_models(include_auto_created=True)
    tables = [connection.ops.quote_name(model._meta.db_table) for model in models]
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"PRAGMA analysis_limit = {_LOOKED_AT}")
            for table in tables:
                cursor.execute(f"ANALYZE {table}")
        else:
            cursor.execute(f"ANALYZE {', '.join(tables)}")
