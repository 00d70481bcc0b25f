import datetime as dt

import pytest

from annotations.extraction.cleaning.timestamps import find_timestamp

MOMENT = dt.datetime(2024, 3, 5, 15, 4, tzinfo=dt.UTC)
DAY = dt.datetime(2024, 3, 5, tzinfo=dt.UTC)
EAST = dt.timezone(dt.timedelta(hours=2))


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2024-03-05", DAY),
        ("2024/3/5", DAY),
        ("5 March 2024", DAY),
        ("5th of March, 2024", DAY),
        ("March 5, 2024", DAY),
        ("Mar. 5, 2024", DAY),
        ("05.03.2024", DAY),
        ("3/25/2024", dt.datetime(2024, 3, 25, tzinfo=dt.UTC)),
        ("2024-03-05T15:04Z", MOMENT),
        ("2024-03-05 17:04:00+02:00", MOMENT.astimezone(EAST)),
        ("5/3/2024 – 15:04", MOMENT),
        ("March 5, 2024 at 3:04 p.m.", MOMENT),
        ("5 March 2024, 3:04PM GMT", MOMENT),
        ("March 5, 2024 25:99", DAY),
    ],
)
def test_a_timestamp_is_read_in_the_forms_documents_use(written: str, moment: dt.datetime) -> None:
    found = find_timestamp(f"On {written}")
    assert found is not None
    assert found[0] == moment
    assert found[1] == 3


@pytest.mark.parametrize(
    "line", ["", "May", "March 2024", "31/31/2024", "2024-13-40", "12:30", "version 1.2.2024.7"]
)
def test_what_names_no_day_is_no_timestamp(line: str) -> None:
    assert find_timestamp(line) is None
