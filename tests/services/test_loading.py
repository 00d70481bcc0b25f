"""Files, directories and URLs as streams of articles and refusals."""

import json
import os
from pathlib import Path

import pytest

from annotations.services.documents import MAX_BYTES
from annotations.services.fetch import FetchError, Page
from annotations.services.loading import Loaded, Refusal, count_articles, load, targets_of

BODY = "Nine sailors were hurt when the ferry caught fire. The owner denied any fault."


def _refusal(path: Path) -> Refusal:
    (item,) = load(str(path))
    assert isinstance(item, Refusal)
    return item


def _line(**fields: str) -> str:
    return json.dumps({"text": BODY} | fields)


def test_a_text_file_is_named_after_its_stem_where_nothing_names_the_publisher(
    tmp_path: Path,
) -> None:
    path = tmp_path / "morning.txt"
    path.write_text(BODY)
    (item,) = load(str(path))
    assert isinstance(item, Loaded)
    assert item.fallback_source == "morning"


def test_the_good_lines_around_a_broken_one_are_taken(tmp_path: Path) -> None:
    path = tmp_path / "day.jsonl"
    path.write_text(f"{_line(title='One')}\n{{broken\n\n{_line(title='Two')}\n")
    first, broken, last = load(str(path))
    assert isinstance(first, Loaded)
    assert isinstance(last, Loaded)
    assert isinstance(broken, Refusal)
    assert broken.where == f"{path}:2"
    assert "not JSON" in broken.reason
    assert last.where == f"{path}:4"


def test_a_line_names_its_story_and_its_host_names_the_publisher(tmp_path: Path) -> None:
    path = tmp_path / "day.jsonl"
    path.write_text(_line(url="https://www.gazette.example/a", story="Ferry fire"))
    (item,) = load(str(path))
    assert isinstance(item, Loaded)
    assert (item.fallback_source, item.story) == ("gazette.example", "Ferry fire")


def test_a_line_that_is_too_long_is_refused_and_the_next_one_is_read(tmp_path: Path) -> None:
    path = tmp_path / "day.jsonl"
    path.write_text(f'{{"text": "{"x" * MAX_BYTES}"}}\n{_line()}\n')
    long, good = load(str(path))
    assert isinstance(long, Refusal)
    assert "longer than 10,485,760 bytes" in long.reason
    assert isinstance(good, Loaded)
    assert good.where == f"{path}:2"


@pytest.mark.parametrize("suffix", [".txt", ".html"])
def test_a_file_of_50_megabytes_is_refused_unread(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"big{suffix}"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert "is 50,000,000 bytes; an article may have 10,485,760" in _refusal(path).reason


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        pytest.param("a.txt", b"", "is empty", id="empty text"),
        pytest.param("a.html", b"", "is empty", id="empty page"),
        pytest.param("a.jsonl", b"", "is empty", id="empty lines"),
        pytest.param("a.jsonl", b"\n\n", "is empty", id="blank lines"),
        pytest.param("a.html", b"PK\x03\x04rest", "is a ZIP archive", id="zip renamed html"),
        pytest.param("a.jsonl", b"PK\x03\x04\nrest\n", "is a ZIP archive", id="zip renamed jsonl"),
        pytest.param("a.txt", b"a\x00b", "NUL", id="binary text"),
        pytest.param("a.txt", b"caf\xe9", "byte 0xe9 at offset 3", id="not UTF-8"),
        pytest.param("a.pdf", b"%PDF", "is none of .txt", id="unknown kind"),
    ],
)
def test_a_bad_file_is_refused_with_the_reason(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    refusal = _refusal(path)
    assert refusal.where == str(path)
    assert reason in refusal.reason


def test_a_path_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert _refusal(tmp_path / "nowhere.txt").reason == "does not exist"


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    assert _refusal(path).reason == "is no file"


def test_a_name_that_the_system_refuses_is_refused_in_its_words(tmp_path: Path) -> None:
    path = tmp_path / f"{'x' * 300}.txt"
    assert targets_of(str(path)) == [str(path)]
    assert _refusal(path).reason == "File name too long"


def test_a_directory_gives_its_articles_in_order_and_passes_others_over(tmp_path: Path) -> None:
    for name in ("b.txt", "a.HTML", "deep/c.jsonl", "notes.md", ".hidden.txt", ".git/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(BODY)
    names = [Path(target).name for target in targets_of(str(tmp_path))]
    assert names == ["a.HTML", "b.txt", "c.jsonl"]


def test_a_directory_without_articles_is_refused(tmp_path: Path) -> None:
    (target,) = targets_of(str(tmp_path))
    assert "holds no file" in _refusal(Path(target)).reason


def test_articles_are_counted_by_line_before_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "day.jsonl"
    path.write_text(f"{_line()}\n" * 3)
    assert count_articles(str(path)) == 3
    assert count_articles("https://gazette.example/ferry") == 1


def test_a_fetched_page_is_named_after_its_host() -> None:
    page = f"<html><body><article><h1>Ferry</h1><p>{BODY}</p><p>{BODY}</p></article></body></html>"
    address = "https://www.gazette.example/ferry"
    (item,) = load(address, fetch=lambda url: Page(page.encode(), url, "utf-8", html=True))
    assert isinstance(item, Loaded)
    assert item.fallback_source == "gazette.example"
    assert item.document.url == address


def test_a_page_that_cannot_be_fetched_is_refused_with_its_address() -> None:
    def fail(url: str) -> Page:
        raise FetchError("answers 404 Not Found")

    (item,) = load("https://gazette.example/gone", fetch=fail)
    assert item == Refusal("https://gazette.example/gone", "answers 404 Not Found")


@pytest.mark.parametrize("url", ["http://127.0.0.1/", "http://localhost:1/", "ftp://a.example/b"])
def test_an_address_inside_the_network_is_refused(url: str) -> None:
    (item,) = load(url)
    assert isinstance(item, Refusal)
