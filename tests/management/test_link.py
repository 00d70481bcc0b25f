"""``manage.py link``: articles as JSON Lines in, the linking out, whatever comes in."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOWHERE = os.environ | {"DATABASE_URL": "postgres://nobody@127.0.0.1:1/none", "ENV_FILE": ""}

FIRST = {
    "id": "first",
    "text": "🎉 Nine people were killed when the ferry Aurora capsized off Lisund on Sunday.",
    "published_at": "2024-03-04",
}
SECOND = {
    "id": "second",
    "text": "At least nine people were killed as the Aurora, a ferry, capsized off Lisund.",
    "source": "Herald",
}
THIRD = {
    "id": "third",
    "text": "Fourteen people were killed when the ferry Aurora capsized off Lisund, police said.",
    "published_at": "2024-03-05T08:00:00Z",
}


def link(*lines: bytes) -> tuple[dict, list[dict]]:
    """What the command says of the lines: its linking, and its errors."""
    done = subprocess.run(
        [sys.executable, "manage.py", "link"],
        cwd=ROOT,
        env=NOWHERE,
        input=b"\n".join(lines),
        stdout=subprocess.PIPE,
        check=True,
    )
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    linking = {key: value for row in rows if "error" not in row for key, value in row.items()}
    return linking, [row for row in rows if "error" in row]


def line(row: dict) -> bytes:
    return json.dumps(row).encode()


def words(row: dict, span: dict) -> str:
    return row["text"][span["start"] : span["end"]]


def test_one_quantity_of_two_articles_is_a_group_with_spans_in_code_points():
    linking, errors = link(line(FIRST), line(SECOND))
    assert errors == []
    [group] = linking["groups"]
    assert [span["doc"] for span in group] == ["first", "second"]
    assert (words(FIRST, group[0]), words(SECOND, group[1])) == ("Nine", "nine")
    assert linking["conflicts"] == []


def test_another_number_of_one_thing_is_a_conflict():
    linking, _ = link(line(FIRST), line(SECOND), line(THIRD))
    ends = {frozenset(span["doc"] for span in pair) for pair in linking["conflicts"]}
    assert ends == {frozenset({"first", "third"}), frozenset({"second", "third"})}


def test_the_order_of_lines_never_matters():
    assert link(line(FIRST), line(SECOND), line(THIRD)) == link(
        line(THIRD), line(FIRST), line(SECOND)
    )


def test_a_bad_line_is_reported_by_number_and_the_good_ones_are_linked():
    linking, errors = link(
        line(FIRST),
        b"{broken",
        b"[]",
        line({"id": "x"}),
        line({"id": "y", "text": "Six died.", "published_at": "soon"}),
        b'{"id": "z", "text": "\xff"}',
        line(FIRST),
        line(SECOND),
    )
    assert [(row["id"], row["error"].split(":")[0]) for row in errors] == [
        (None, "line 2"),
        (None, "line 3"),
        ("x", "line 4"),
        ("y", "line 5"),
        (None, "line 6"),
        ("first", "line 7"),
    ]
    assert len(linking["groups"]) == 1


def test_no_input_gives_an_empty_linking():
    linking, errors = link()
    assert errors == []
    assert linking == {"figures": [], "groups": [], "conflicts": [], "sums": [], "origins": []}
