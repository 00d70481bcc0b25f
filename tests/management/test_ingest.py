"""``manage.py ingest``: what it takes, says and answers with."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from annotations.models import Article, Figure, Source, Story
from annotations.selectors import work

pytestmark = pytest.mark.django_db(transaction=True)

FERRY = (
    "Nine hurt as ferry burns in Alvik\n\nNine sailors were hurt when the ferry Solveig caught fire"
    " in the harbour of Alvik. The Alvik port authority said the Solveig had left Stornes."
)
FERRY_ELSEWHERE = (
    "Fire on the Solveig\n\nThe ferry Solveig burned off Alvik on its way from Stornes. Nine"
    " sailors were injured, said the port authority of Alvik."
)


def ingest(*arguments: str) -> tuple[str, str]:
    """What the command says on stdout and stderr."""
    out, err = StringIO(), StringIO()
    call_command("ingest", *arguments, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def refused(*arguments: str) -> tuple[int, str, str]:
    """The exit code of a command that refuses something, and what it says."""
    out, err = StringIO(), StringIO()
    with pytest.raises(CommandError) as error:
        call_command("ingest", *arguments, stdout=out, stderr=err)
    return error.value.returncode, out.getvalue(), err.getvalue()


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    path = tmp_path / "gazette.txt"
    path.write_text(FERRY)
    return path


def test_a_directory_becomes_one_story_read_and_linked(tmp_path: Path, ferry: Path) -> None:
    (tmp_path / "wire.txt").write_text(FERRY_ELSEWHERE)
    out, _ = ingest(str(tmp_path))
    assert "2 new, 0 already there, 0 superseded, 0 refused" in out
    assert "story: Nine hurt as ferry burns in Alvik" in out
    assert Story.objects.count() == 1
    assert all(work.is_done(article) for article in Article.objects.all())
    assert Figure.objects.filter(link__group__outlets=2).exists()


def test_the_same_input_again_doubles_nothing(ferry: Path) -> None:
    ingest(str(ferry))
    before = list(Figure.objects.values())
    out, _ = ingest(str(ferry))
    assert "0 new, 1 already there" in out
    assert list(Figure.objects.values()) == before


def test_a_run_that_was_stopped_is_gone_on_with(ferry: Path) -> None:
    ingest(str(ferry))
    Article.objects.update(read_version="", linked_version="")
    Figure.objects.all().delete()
    ingest(str(ferry))
    assert Figure.objects.exists()
    assert work.is_done(Article.objects.get())


def test_a_changed_page_is_told_as_superseding(tmp_path: Path) -> None:
    path = tmp_path / "day.jsonl"
    for text in (FERRY, FERRY.replace("Nine", "Ten")):
        path.write_text(json.dumps({"text": text, "url": "https://gazette.example/1"}))
        out, _ = ingest(str(path))
    assert "0 new, 0 already there, 1 superseded" in out


def test_options_tell_what_the_document_does_not(ferry: Path) -> None:
    ingest(
        str(ferry),
        "--source=Harbour Gazette",
        "--story=Ferry fire",
        "--published-at=2026-03-02",
    )
    article = Article.objects.select_related("source", "story").get()
    assert article.source.name == "Harbour Gazette"
    assert article.story is not None
    assert article.story.title == "Ferry fire"
    assert article.published_at is not None
    assert article.published_at.isoformat() == "2026-03-02T00:00:00+00:00"


def test_what_a_line_says_goes_before_the_options(tmp_path: Path) -> None:
    path = tmp_path / "day.jsonl"
    path.write_text(json.dumps({"text": FERRY, "source": "Coast Wire", "story": "Solveig"}))
    ingest(str(path), "--source=Harbour Gazette", "--story=Ferry fire")
    assert Source.objects.get().name == "Coast Wire"
    assert Story.objects.get().title == "Solveig"


def test_good_lines_are_taken_and_bad_ones_told_with_their_numbers(tmp_path: Path) -> None:
    path = tmp_path / "day.jsonl"
    path.write_text(f'{json.dumps({"text": FERRY})}\n{{"text": \n{json.dumps({"text": 5})}\n')
    code, out, err = refused(str(path))
    assert code == 1
    assert "1 new, 0 already there, 0 superseded, 2 refused" in out
    assert "day.jsonl:2: not JSON" in err
    assert "day.jsonl:3: text: must be a string, not int" in err
    assert Article.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        pytest.param("a.txt", b"", "is empty", id="empty"),
        pytest.param("a.html", b"PK\x03\x04", "is a ZIP archive", id="zip renamed html"),
        pytest.param("a.txt", b"caf\xe9", "byte 0xe9 at offset 3", id="wrong encoding"),
        pytest.param("a.txt", b"six\x00", "NUL", id="binary"),
        pytest.param("a.txt", None, "does not exist", id="missing"),
    ],
)
def test_where_nothing_can_be_taken_nothing_is_stored(
    tmp_path: Path, name: str, content: bytes | None, reason: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    code, out, err = refused(str(path), "--story=Ferry fire")
    assert code == 2
    assert "0 new, 0 already there, 0 superseded, 1 refused" in out
    assert reason in err.replace("\n", " ")
    assert not Source.objects.exists()
    assert not Story.objects.exists()


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/", "http://localhost/", "https://a.invalid/"])
def test_a_page_that_cannot_be_fetched_is_told(url: str) -> None:
    code, _, err = refused(url)
    assert code == 2
    assert url in err


@pytest.mark.parametrize(
    "option", ["--published-at=yesterday", "--published-at=2026-02-30", "--story=" + "x" * 201]
)
def test_an_option_that_says_nothing_is_refused(ferry: Path, option: str) -> None:
    code, _, _ = refused(str(ferry), option)
    assert code == 2
    assert not Article.objects.exists()


@pytest.mark.sqlite
def test_a_full_disk_is_told_and_what_was_taken_in_stays(tmp_path: Path, ferry: Path) -> None:
    ingest(str(ferry))
    large = tmp_path / "large.txt"
    large.write_text("Fire on the Solveig\n\n" + "The ferry burned off Alvik. " * 50_000)
    with connection.cursor() as cursor:
        pages = cursor.execute("PRAGMA page_count").fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages + 10}")
        code, out, _ = refused(str(large))
        cursor.execute("PRAGMA max_page_count = 1073741823")
    assert code == 1
    assert "0 new" in out
    assert Article.objects.count() == 1
    ingest(str(large))
    assert Article.objects.count() == 2
