"""``manage.py extract``: JSON Lines in, claims and figures out, whatever comes in."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from annotations.extraction.reader import read_passages
from annotations.management.commands.extract import write_reading

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "manage.py", "extract"]
NOWHERE = os.environ | {"DATABASE_URL": "postgres://nobody@127.0.0.1:1/none", "ENV_FILE": ""}


@pytest.fixture(scope="module")
def running():
    """The command as it runs through a module's tests, one line in and one line out."""
    with subprocess.Popen(
        COMMAND, cwd=ROOT, env=NOWHERE, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        yield process
        process.stdin.close()


@pytest.fixture
def extract(running):
    """Send a line, and give the answer that comes before another is sent."""

    def ask(line: bytes) -> dict:
        running.stdin.write(line + b"\n")
        running.stdin.flush()
        return json.loads(running.stdout.readline())

    return ask


def row(identifier, text, **fields) -> bytes:
    return json.dumps({"id": identifier, "text": text, **fields}).encode()


def test_figures_come_with_their_meaning_and_spans_in_code_points(extract):
    text = "🎉 At least six people were killed and losses rose 8% to $3.4bn."
    answer = extract(row("a", text))
    assert answer["id"] == "a"
    spans = [text[figure["start"] : figure["end"]] for figure in answer["figures"]]
    assert spans == [figure["text"] for figure in answer["figures"]] == ["six", "8%", "$3.4bn"]
    six, change, level = answer["figures"]
    assert (six["value"], six["low"], six["high"]) == (None, 6, None)
    assert (six["modifier"], six["unit"], six["noun"]) == ("at least", "person", "people")
    assert (change["value"], change["modifier"], change["unit"]) == (8, "up", "percent")
    assert (level["value"], level["modifier"], level["unit"]) == (3.4e9, "exact", "USD")


def test_claims_come_with_the_figures_they_state(extract):
    text = "Two men died on Monday. Nobody else was near."
    answer = extract(row(1, text))
    [figure] = answer["figures"]
    claim = answer["claims"][figure["claim"]]
    assert claim["start"] <= figure["start"] < figure["end"] <= claim["end"]
    assert text[claim["start"] : claim["end"]] == claim["text"]
    assert 0 <= claim["score"] <= 1


@pytest.mark.parametrize(
    ("text", "modifier", "low", "high"),
    [
        ("Dozens of tents burned.", "about", 24, 99),
        ("Between 5 and 9 tents burned.", "exact", 5, 9),
        ("Up to 9 tents burned.", "at most", None, 9),
        ("More than 9 tents burned.", "more than", 9, None),
        ("Nearly 9 tents burned.", "nearly", 9, 9),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_modifiers_are_written_in_words(extract, text, modifier, low, high):
    answer = extract(row("a", text))
    [figure] = answer["figures"]
    assert (figure["modifier"], figure["low"], figure["high"]) == (modifier, low, high)


def test_what_is_counted_for_each_of_something_says_so(extract):
    answer = extract(row("a", "It makes three thousand tests per day."))
    [figure] = answer["figures"]
    assert (figure["unit"], figure["noun"]) == ("count per day", "tests per day")


BAD_LINES = [
    pytest.param(b"not json", None, "not JSON", id="no JSON"),
    pytest.param(b"[1, 2]", None, "object", id="no object"),
    pytest.param(b'{"text": "x"}', None, "id", id="no id"),
    pytest.param(b'{"id": true, "text": "x"}', None, "id", id="a truth value for an id"),
    pytest.param(b'{"id": "b"}', "b", "text", id="no text"),
    pytest.param(b'{"id": "b", "text": 5}', "b", "text", id="a number for a text"),
    pytest.param(b'{"id": "b", "text": "x", "title": []}', "b", "title", id="a list for a title"),
    pytest.param(
        b'{"id": "b", "text": "x", "published_at": "soon"}', "b", "published_at", id="no date"
    ),
    pytest.param(b'{"id": "b", "text": "\xff"}', None, "not JSON", id="not UTF-8"),
    pytest.param(b'{"id": "b", "text": "\\ud800"}', None, "not JSON", id="half a character"),
    pytest.param(b"[" * 100_000, None, "not JSON", id="brackets without end"),
]


@pytest.mark.parametrize(("line", "identifier", "word"), BAD_LINES)
def test_a_bad_line_gets_an_error_that_names_what_is_wrong_and_the_next_is_read(
    extract, line, identifier, word
):
    error, answer = extract(line), extract(row("next", "Six boats sank."))
    assert error["id"] == identifier
    assert word in error["error"]
    assert answer["id"] == "next"
    assert len(answer["figures"]) == 1


@pytest.mark.parametrize(
    "text", ["", "\u0000", "9" * 400, "9" * 100_000, "\u202e five \ufeff men", "five\n" * 2000]
)
def test_any_text_is_answered(extract, text):
    answer = extract(row("a", text))
    assert answer["id"] == "a"
    assert "error" not in answer


def test_empty_lines_are_passed_over_and_the_end_of_input_is_the_end():
    lines = b"\n".join([b"", b"  ", row("a", "x"), b"", row("b", "x")])
    ran = subprocess.run(
        COMMAND, cwd=ROOT, env=NOWHERE, input=lines, capture_output=True, check=True
    )
    assert [json.loads(line)["id"] for line in ran.stdout.splitlines()] == ["a", "b"]


def test_figures_of_a_text_longer_than_a_batch_index_their_claims(extract):
    text = "Six boats sank. " * 1500
    answer = extract(row("a", text))
    assert len(answer["claims"]) == len(answer["figures"]) == 1500
    for figure in answer["figures"]:
        claim = answer["claims"][figure["claim"]]
        assert claim["start"] <= figure["start"] < figure["end"] <= claim["end"]


def test_a_fault_half_way_leaves_what_was_read_and_the_next_line_whole():
    def passages():
        yield from read_passages("Six boats sank. " * 800)
        raise ZeroDivisionError("by nought")

    out, held = io.BytesIO(), io.BytesIO()
    write_reading("a", passages(), out, held)
    write_reading("b", read_passages("Nine boats sank."), out, held)
    first, second = map(json.loads, out.getvalue().splitlines())
    assert (first["id"], len(first["claims"]), len(first["figures"])) == ("a", 800, 800)
    assert "by nought" in first["error"]
    assert second.keys() == {"id", "claims", "figures"}
    assert (second["id"], len(second["figures"])) == ("b", 1)
