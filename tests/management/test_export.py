"""``manage.py export``: every kind in every format, streamed, safe to open, and blind."""

import csv
import gc
import io
import json
import os
import subprocess
import sys
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from annotations.models import Article, Claim, Figure, Story, User, Verdict
from annotations.selectors.exports import EXPORTS, export_rows
from annotations.services.adjudication import reopen
from annotations.services.corrections import correct_claim
from tests.builders import make_article, make_claim, make_figure, make_group, make_review

pytestmark = pytest.mark.django_db


def export(*arguments: str) -> str:
    out = io.StringIO()
    call_command("export", *arguments, stdout=out)
    return out.getvalue()


def rows(*arguments: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in export(*arguments).splitlines()]


def table(*arguments: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(export(*arguments, "--format=csv"), newline="")))


@pytest.fixture
def signed(claim: Claim, editor: User) -> Verdict:
    Claim.objects.filter(pk=claim.pk).update(state=Claim.State.FINAL)
    return Verdict.objects.create(
        claim=claim, rating="disputed", ruling="Ten were hurt.", methodology="1", signed_by=editor
    )


@pytest.mark.parametrize("kind", sorted(EXPORTS))
def test_every_kind_has_its_header_and_no_rows_where_there_is_nothing(kind: str) -> None:
    assert export(kind) == ""
    assert export(kind, "--format=csv").strip().split(",") == list(EXPORTS[kind].columns)


def test_claims_tell_where_they_stand_and_their_verdict(claim: Claim, signed: Verdict) -> None:
    (row,) = rows("claims")
    assert (row["text"], row["source"], row["state"]) == (claim.text, "Harbour Gazette", "final")
    assert (row["verdict"], row["ruling"]) == ("disputed", "Ten were hurt.")


def test_a_claim_that_was_reopened_does_not_tell_its_old_verdict(signed: Verdict) -> None:
    Claim.objects.update(state=Claim.State.IN_REVIEW)
    (row,) = rows("claims")
    assert row["verdict"] is None


@pytest.mark.parametrize("kind", sorted(EXPORTS))
def test_no_export_tells_of_a_review(
    kind: str, claim: Claim, figure: Figure, story: Story, annotator: User
) -> None:
    make_group(story, [figure])
    Claim.objects.update(state=Claim.State.IN_REVIEW)
    make_review(claim, annotator, "disputed", rationale="The port counted ten.")
    for output in (export(kind), export(kind, "--format=csv")):
        assert "disputed" not in output
        assert "The port counted ten." not in output
        assert annotator.username not in output


def test_figures_tell_their_interval_and_their_group(
    figure: Figure, second_figure: Figure, story: Story
) -> None:
    group = make_group(story, [figure])
    first, second = rows("figures")
    assert (first["low"], first["high"], first["unit"], first["event"]) == (
        9,
        9,
        "person",
        "injured",
    )
    assert (first["group"], first["relation"], first["status"]) == (
        group.pk,
        "identical",
        "proposed",
    )
    assert second["group"] is None


def test_groups_tell_who_states_what(figure: Figure, second_figure: Figure, story: Story) -> None:
    make_group(story, [figure, second_figure])
    (row,) = rows("groups")
    assert row["stated"] == ["Harbour Gazette: 9", "Coast Wire: 9"]
    assert row["figures"] == [figure.pk, second_figure.pk]
    assert table("groups")[0]["stated"] == "Harbour Gazette: 9; Coast Wire: 9"


def test_verdicts_tell_who_signed_and_what_went_stale(signed: Verdict, editor: User) -> None:
    Claim.objects.update(state=Claim.State.STALE)
    (row,) = rows("verdicts")
    assert (row["rating"], row["signed_by"], row["state"]) == ("disputed", "edda", "stale")


def test_what_was_withdrawn_or_superseded_is_left_out(article: Article, figure: Figure) -> None:
    make_article("Ten were hurt.", source=article.source, story=article.story, supersedes=article)
    assert rows("claims") == rows("figures") == []


def test_a_verdict_on_a_claim_that_was_corrected_since_is_left_out(
    signed: Verdict, editor: User, annotator: User
) -> None:
    reopen(claim=signed.claim, editor=editor, reason="The port took it back.")
    assert [row["id"] for row in rows("verdicts")] == [signed.pk]
    correct_claim(claim=signed.claim, annotator=annotator, speaker="the port")
    assert rows("verdicts") == []


def test_one_story_is_exported_by_slug_number_or_title(claim: Claim, story: Story) -> None:
    other = make_claim(make_article("Six were hurt."))
    assert len(rows("claims")) == 2
    for name in (story.slug, str(story.pk), story.title.upper()):
        assert [row["id"] for row in rows("claims", f"--story={name}")] == [claim.pk]
    assert other.article.story is None


def test_a_story_that_is_not_there_is_named() -> None:
    with pytest.raises(CommandError, match="There is no story 'nowhere'") as error:
        export("claims", "--story=nowhere")
    assert error.value.returncode == 2


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_a_spreadsheet_would_run_is_defused(start: str, story: Story) -> None:
    text = f"{start}HYPERLINK(1) killed six."
    make_claim(make_article(text, story=story))
    assert table("claims")[0]["text"] == f"'{text}"
    assert rows("claims")[0]["text"] == text


def test_numbers_stay_numbers_and_lines_stay_in_their_cells(claim: Claim) -> None:
    make_figure(claim, "Nine", -9, counted_text='sailors, "crew"\nand cook')
    (row,) = table("figures")
    assert row["low"] == "-9.0"
    assert row["counted_text"] == 'sailors, "crew"\nand cook'


def test_a_file_is_there_once_it_is_whole(tmp_path: Path, claim: Claim) -> None:
    path = tmp_path / "claims.jsonl"
    export("claims", f"--output={path}")
    assert json.loads(path.read_text())["id"] == claim.pk
    assert list(tmp_path.iterdir()) == [path]


def test_a_pipe_is_written_into_and_not_replaced(tmp_path: Path, claim: Claim) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(pipe.read_text)
        export("claims", f"--output={pipe}")
        assert json.loads(reading.result(timeout=10))["id"] == claim.pk
    assert pipe.is_fifo()


@pytest.mark.parametrize("path", ["nowhere/claims.csv", "."])
def test_a_file_that_cannot_be_written_is_named(tmp_path: Path, claim: Claim, path: str) -> None:
    with pytest.raises(CommandError, match=str(tmp_path)) as error:
        export("claims", f"--output={tmp_path / path}")
    assert error.value.returncode == 2


def test_memory_does_not_grow_with_the_rows(article: Article) -> None:
    def peak() -> int:
        tracemalloc.start()
        try:
            for number, _ in enumerate(export_rows("claims")):
                if number % 500 == 0:
                    gc.collect()  # rows refer to themselves
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    def add(first: int, last: int) -> None:
        Claim.objects.bulk_create(
            Claim(article=article, start=n, end=n + 1, text="x" * 1000, kind="event")
            for n in range(first, last)
        )

    add(0, 1000)
    small = peak()
    add(1000, 4000)
    assert peak() < small * 1.5


def piped(tmp_path: Path, command: str) -> subprocess.CompletedProcess[str]:
    """What a shell makes of ``manage.py`` with the command, over an empty database."""
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}"}
    return subprocess.run(
        [
            "bash",
            "-o",
            "pipefail",
            "-c",
            f'"$0" manage.py migrate -v0 && "$0" manage.py {command}',
            sys.executable,
        ],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    "command", ["export claims --format=csv | :", 'extract < <(yes \'{"id": 1, "text": ""}\') | :']
)
def test_a_reader_that_has_enough_ends_a_command_quietly(tmp_path: Path, command: str) -> None:
    result = piped(tmp_path, command)
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="the system has no /dev/full")
@pytest.mark.parametrize("to", ["> /dev/full", "--output /dev/full"])
def test_a_full_disk_is_named(tmp_path: Path, to: str) -> None:
    result = piped(tmp_path, f"export claims --format=csv {to}")
    assert result.returncode != 0
    assert "No space left on device" in result.stderr
    assert "Traceback" not in result.stderr
