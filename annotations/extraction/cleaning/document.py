"""What a document states about itself, beside its text."""

from dataclasses import dataclass
from datetime import datetime


class UnreadableDocument(ValueError):  # noqa: N818 - it says what the document is
    """There is no article to read in a document; the message names what there is instead."""


@dataclass(frozen=True, slots=True)
class Document:
    """An article read from a file or page: its text without boilerplate, and its particulars.

    ``text`` begins with the headline on a line of its own, where the document has one, so that
    a headline's figures have spans like any other; ``title`` repeats that headline.
    A particular is empty (or None) where the document does not state it.
    ``credit`` is the agency or outlet a credit line or dateline names ("AFP").
    ``published_at`` is aware; a time without a zone is taken as UTC, a day as its midnight.
    """

    text: str
    title: str = ""
    outlet: str = ""
    byline: str = ""
    credit: str = ""
    url: str = ""
    published_at: datetime | None = None


def with_headline(title: str, body: str) -> str:
    """The text of an article: its headline as the first line, unless the body begins with it."""
    first_line = body.lstrip().partition("\n")[0]
    if not title or first_line.strip() == title:
        return body
    return f"{title}\n\n{body}"
