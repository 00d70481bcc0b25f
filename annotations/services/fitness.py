"""Whether a document can be an article: what is wrong with it, and what is cut.

This is the part of taking in that needs no database, so that it can be done in other processes."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils import timezone

from annotations.extraction.cleaning.document import Document
from annotations.models import Article, Source, Story
from annotations.services.documents import MAX_BYTES, DocumentError
from annotations.services.proposals import anchors
from annotations.services.rows import column_lengths
from annotations.services.stories import fit_title

_web_address = URLValidator(schemes=["http", "https"])
_YEARS = range(1600, 2200)


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A document, and what whoever hands it in says of it: the publisher, the story to put it in
    (by itself or by its title, made where there is none), and a date for want of one of its own."""

    document: Document
    source_name: str
    story: Story | None = None
    story_title: str = ""
    published_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Fit:
    """What was handed in as the columns hold it, with the digest of its text and the anchors by
    which articles like it find it."""

    document: Document
    source_name: str
    story: Story | None
    story_title: str
    digest: str
    anchors: tuple[str, ...]


def fit(one: HandedIn) -> Fit:
    """What was handed in, ready to be stored; needs no database. Raises DocumentError."""
    document = _fit_document(one.document, one.published_at)
    return Fit(
        document=document,
        source_name=_fit_source_name(one.source_name),
        story=one.story,
        story_title=_fit_story_title(one.story_title) if one.story_title else "",
        digest=hashlib.sha256(document.text.encode()).hexdigest(),
        anchors=anchors(document.text, document.title),
    )


def fit_or_error(one: HandedIn) -> Fit | DocumentError:
    try:
        return fit(one)
    except DocumentError as error:
        return error


def _fit_document(document: Document, published_at: datetime | None) -> Document:
    """The document with its particulars as an article's columns hold them; ``published_at``
    counts where it states no date."""
    _check(document)
    return replace(
        document,
        title=_cut(document.title, "title"),
        byline=_cut(document.byline, "byline"),
        credit=_cut(document.credit, "credit"),
        published_at=_published(document.published_at or published_at),
    )


def _fit_source_name(name: str) -> str:
    """The publisher's name without needless space."""
    name = " ".join(name.split())
    longest = column_lengths(Source)["name"]
    if not 0 < len(name) <= longest:
        raise DocumentError(
            f"the publisher's name has 1 to {longest} characters, not {len(name)}", field="source"
        )
    return name


def _fit_story_title(title: str) -> str:
    """The story's title without needless space."""
    try:
        return fit_title(title)
    except ValueError as error:
        raise DocumentError(str(error), field="story") from error


def _check(document: Document) -> None:
    text = document.text
    if not text.strip():
        raise DocumentError("is empty", field="text")
    if "\0" in text:
        raise DocumentError(f"NUL at character {text.index(chr(0))}", field="text")
    try:
        size = len(text.encode())
    except UnicodeEncodeError as error:
        raise DocumentError(
            f"half of a surrogate pair at character {error.start}", field="text"
        ) from error
    if size > MAX_BYTES:
        raise DocumentError(f"is {size:,} bytes; an article may have {MAX_BYTES:,}", field="text")
    if document.url:
        _check_url(document.url)


def _check_url(url: str) -> None:
    if len(url) > column_lengths(Article)["url"]:
        raise DocumentError("is too long", field="url")
    try:
        _web_address(url)
    except ValidationError as error:
        raise DocumentError(f"{url[:60]!r} is no web address", field="url") from error


def _cut(value: str, field: str) -> str:
    """The value as its column holds it; what is cut off stays in the article's text."""
    longest = column_lengths(Article)[field]
    value = " ".join(value.replace("\0", "").split())
    return value if len(value) <= longest else f"{value[: longest - 1]}…"


def _published(moment: datetime | None) -> datetime | None:
    if moment is None:
        return None
    if moment.year not in _YEARS:
        raise DocumentError(f"the year {moment.year} is no news", field="published_at")
    return moment if timezone.is_aware(moment) else timezone.make_aware(moment)
