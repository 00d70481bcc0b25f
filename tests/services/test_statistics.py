"""The database learns at once of many new rows, and need not find out by itself."""

import pytest
from django.db import connection

from annotations.models import Claim
from annotations.services.statistics import refresh_statistics
from tests.builders import make_article, make_claim

pytestmark = pytest.mark.django_db

KNOWN = {
    "postgresql": "SELECT reltuples::int FROM pg_class WHERE oid = %s::regclass",
    "sqlite": "SELECT CAST(stat AS INTEGER) FROM sqlite_stat1 WHERE tbl = %s",
}


def test_the_planner_knows_how_many_rows_there_are() -> None:
    article = make_article(text="Six people died. Two were hurt.")
    make_claim(article, "Six people died.")
    make_claim(article, "Two were hurt.")
    refresh_statistics()
    with connection.cursor() as cursor:
        cursor.execute(KNOWN[connection.vendor], [Claim._meta.db_table])
        assert cursor.fetchone() == (2,)
