"""The articles that paths and URLs hold, one at a time; what cannot be taken is told.

They are first found, as bytes, and then cleaned, which needs nothing but the bytes and can be done
in other processes."""

import os
import re
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from urllib.parse import urlsplit

from annotations.extraction.cleaning.document import Document
from annotations.services.documents import (
    MAX_BYTES,
    DocumentError,
    binary_kind,
    document_of_fields,
    fields_of_line,
)
from annotations.services.fetch import FetchError, Page, fetch_page, fetched_document

_PAGES = (".html", ".htm", ".xhtml")
_SUFFIXES = (".txt", *_PAGES, ".jsonl")
_BLOCK = 1024 * 1024
# Of a batch that is stored at once; seconds, after which it is stored as it is.
_ARTICLES = 100
_BYTES = 4 * 1024 * 1024
_SECONDS = 2.0
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """An article as it was found: a file's or page's content, or a line of JSON; ``where`` is the
    path or URL, with the line of a .jsonl file, and ``name`` the file's name."""

    where: str
    content: Page | bytes
    name: str = ""

    @property
    def size(self) -> int:
        """In bytes."""
        content = self.content if isinstance(self.content, bytes) else self.content.content
        return len(content)


@dataclass(frozen=True, slots=True)
class Loaded:
    """The article that was found there.

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
    return map(clean, find(target, fetch=fetch))


def find(target: str, *, fetch: Callable[[str], Page] = fetch_page) -> Iterator[Found | Refusal]:
    """The articles of a file or URL as they lie there; of a .jsonl file one line is held."""
    if _SCHEME.match(target):
        yield _from_url(target, fetch)
        return
    try:
        yield from _from_file(Path(target))
    except OSError as error:
        yield Refusal(target, error.strerror or str(error))


def clean(found: Found | Refusal) -> Loaded | Refusal:
    """The article in what was found; what was refused stays so."""
    if isinstance(found, Refusal):
        return found
    content, story, host = found.content, "", ""
    try:
        if isinstance(content, bytes):
            fields = fields_of_line(content)
            document = document_of_fields(fields)
            story = fields.get("story", "").strip()
        else:
            document = fetched_document(content)
            host = host_of(content.url)
    except DocumentError as error:
        return Refusal(found.where, str(error))
    publisher = host or host_of(document.url) or found.name
    return Loaded(found.where, document, publisher, story)


def batches(found: Iterable[Found | Refusal]) -> Iterator[list[Found | Refusal]]:
    """What was found in the portions that are stored in one transaction: of bounded number and
    size, and none waits long for slow ones after it."""
    batch: list[Found | Refusal] = []
    size, began = 0, time.monotonic()
    for item in found:
        batch.append(item)
        size += item.size if isinstance(item, Found) else 0
        late = time.monotonic() - began > _SECONDS
        if len(batch) == _ARTICLES or size > _BYTES or late:
            yield batch
            batch = []
            size, began = 0, time.monotonic()
    if batch:
        yield batch


def _from_url(url: str, fetch: Callable[[str], Page]) -> Found | Refusal:
    try:
        page = fetch(url)
    except FetchError as error:
        return Refusal(url, str(error))
    return Found(url, page)


def _from_file(path: Path) -> Iterator[Found | Refusal]:
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
        page = Page(path.read_bytes(), url="", charset="", html=suffix in _PAGES)
        yield Found(str(path), page, path.stem)


def _from_lines(path: Path, lines: BufferedReader) -> Iterator[Found | Refusal]:
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
            yield Found(where, line, path.stem)
        else:
            continue
        found = True
    if not found:
        yield Refusal(str(path), "is empty")


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
