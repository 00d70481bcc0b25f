"""The articles that paths and URLs hold, one at a time; what cannot be taken is told."""

import os
import re
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from urllib.parse import urlsplit

from annotations.extraction.document import Document
from annotations.services.documents import (
    MAX_BYTES,
    DocumentError,
    binary_kind,
    document_of_fields,
    fields_of_line,
    page_document,
    text_document,
)
from annotations.services.fetch import FetchError, Page, fetch_page, fetched_document

_PAGES = (".html", ".htm", ".xhtml")
_SUFFIXES = (".txt", *_PAGES, ".jsonl")
_BLOCK = 1024 * 1024
# Of a batch that is stored at once; seconds, after which it is stored as it is.
_ARTICLES = 100
_CHARACTERS = 4 * 1024 * 1024
_SECONDS = 2.0
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Loaded:
    """One article found; ``where`` is the path or URL, with the line of a .jsonl file.

    ``fallback_source`` names the publisher where the document does not: its URL's host, else the
    file's name. ``story`` is the title of the story that the input asks for, or "".
    """

    where: str
    document: Document
    fallback_source: str
    story: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """What could not be taken, and why."""

    where: str
    reason: str


def targets_of(target: str) -> list[str]:
    """The URL or file itself, or the files of a directory and those below it, in order.

    Hidden files and files of other kinds are passed over in a directory.
    """
    path = Path(target)
    if _SCHEME.match(target) or not os.path.isdir(target):
        return [target]
    files = sorted(
        str(file)
        for file in path.rglob("*")
        if file.suffix.lower() in _SUFFIXES
        and file.is_file()
        and not any(part.startswith(".") for part in file.relative_to(path).parts)
    )
    return files or [target]


def count_articles(target: str) -> int:
    """About how many articles a file or URL holds: the lines of a .jsonl file, else one."""
    if not target.lower().endswith(".jsonl") or not os.path.isfile(target):
        return 1
    try:
        with open(target, "rb") as file:
            return sum(block.count(b"\n") for block in iter(lambda: file.read(_BLOCK), b""))
    except OSError:
        return 1


def load(target: str, *, fetch: Callable[[str], Page] = fetch_page) -> Iterator[Loaded | Refusal]:
    """The articles of a file or URL. A .jsonl file is streamed: one line is held at a time."""
    if _SCHEME.match(target):
        yield _from_url(target, fetch)
        return
    try:
        yield from _from_file(Path(target))
    except OSError as error:
        yield Refusal(target, error.strerror or str(error))


def batches(found: Iterable[Loaded | Refusal]) -> Iterator[list[Loaded | Refusal]]:
    """What was found in the portions that are stored in one transaction: of bounded number and
    size, and none waits long for slow ones after it."""
    batch: list[Loaded | Refusal] = []
    size, began = 0, time.monotonic()
    for item in found:
        batch.append(item)
        size += len(item.document.text) if isinstance(item, Loaded) else 0
        late = time.monotonic() - began > _SECONDS
        if len(batch) == _ARTICLES or size > _CHARACTERS or late:
            yield batch
            batch = []
            size, began = 0, time.monotonic()
    if batch:
        yield batch


def _from_url(url: str, fetch: Callable[[str], Page]) -> Loaded | Refusal:
    try:
        page = fetch(url)
        document = fetched_document(page)
    except (FetchError, DocumentError) as error:
        return Refusal(url, str(error))
    return Loaded(url, document, host_of(page.url))


def _from_file(path: Path) -> Iterator[Loaded | Refusal]:
    suffix = path.suffix.lower()
    if not path.exists():
        yield Refusal(str(path), "does not exist")
    elif path.is_dir():
        yield Refusal(str(path), f"holds no file that is one of {', '.join(_SUFFIXES)}")
    elif not path.is_file():
        yield Refusal(str(path), "is no file")
    elif suffix not in _SUFFIXES:
        yield Refusal(str(path), f"is none of {', '.join(_SUFFIXES)}")
    elif suffix == ".jsonl":
        with path.open("rb") as lines:
            yield from _from_lines(path, lines)
    elif path.stat().st_size > MAX_BYTES:
        yield Refusal(str(path), _too_large(path.stat().st_size))
    else:
        yield _from_bytes(path, page=suffix in _PAGES)


def _from_bytes(path: Path, *, page: bool) -> Loaded | Refusal:
    raw = path.read_bytes()
    try:
        document = page_document(raw) if page else text_document(raw)
    except DocumentError as error:
        return Refusal(str(path), str(error))
    return Loaded(str(path), document, host_of(document.url) or path.stem)


def _from_lines(path: Path, lines: BufferedReader) -> Iterator[Loaded | Refusal]:
    if kind := binary_kind(lines.peek()):
        yield Refusal(str(path), f"is {kind}, not lines of JSON")
        return
    number = 0
    found = False
    while line := lines.readline(MAX_BYTES + 1):
        number += 1
        where = f"{path}:{number}"
        if len(line) > MAX_BYTES:
            _skip_line(lines, line)
            yield Refusal(where, f"the line is longer than {MAX_BYTES:,} bytes")
        elif line.strip():
            yield _from_line(where, line, path.stem)
        else:
            continue
        found = True
    if not found:
        yield Refusal(str(path), "is empty")


def _from_line(where: str, line: bytes, stem: str) -> Loaded | Refusal:
    try:
        fields = fields_of_line(line)
        document = document_of_fields(fields)
    except DocumentError as error:
        return Refusal(where, str(error))
    story = fields.get("story", "").strip()
    return Loaded(where, document, host_of(document.url) or stem, story)


def _skip_line(lines: BufferedReader, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = lines.readline(MAX_BYTES)


def _too_large(size: int) -> str:
    return f"is {size:,} bytes; an article may have {MAX_BYTES:,}"


def host_of(url: str) -> str:
    """The host that a URL names, without "www."; "" where it names none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
