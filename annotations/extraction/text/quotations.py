"""Quotation marks of a paragraph, paired; linear in its length."""

import re
from collections.abc import Iterator

from annotations.extraction.text.sentences import Span

_MARK = re.compile("[\"“”„«»'‘’]")
_CLOSING = {"“": "”", "„": "”", "«": "»", '"': '"', "‘": "’", "'": "'"}
_DOUBLE = frozenset('"“”„«»')


def quotations(text: str, paragraph: Span) -> Iterator[Span]:
    """Spans of the outermost quotations, marks included, in order.

    A quotation that the paragraph opens with a double mark and never closes runs to its end, as
    it does where the next paragraph carries it on.
    """
    opened: re.Match[str] | None = None
    for mark in _MARK.finditer(text, paragraph.start, paragraph.end):
        if mark.group() not in _DOUBLE and not _quotes(text, mark.start()):
            continue
        if opened is None:
            if mark.group() in _CLOSING:
                opened = mark
        elif _closes(text, opened.group(), mark):
            yield Span(opened.start(), mark.end())
            opened = None
        elif opened.group() not in _DOUBLE and mark.group() in _DOUBLE:
            opened = mark if mark.group() in _CLOSING else None
    if opened is not None and opened.group() in _DOUBLE:
        yield Span(opened.start(), paragraph.end)


def _quotes(text: str, at: int) -> bool:
    """Whether a single mark quotes: it opens where no word touches it on the left, and closes
    where none touches it on the right; between two letters it is an apostrophe.
    """
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if text[at] != "’" and after.isalnum() and not before.isalnum():
        return True
    return text[at] != "‘" and not after.isalnum() and (before.isalnum() or before in ".,!?…")


def _closes(text: str, opening: str, mark: re.Match[str]) -> bool:
    closing = mark.group()
    if opening in _DOUBLE:
        return closing == _CLOSING[opening] or (closing in _DOUBLE and closing not in _CLOSING)
    if closing not in "'’":
        return False
    # "the states' rights": a possessive inside the quotation, not its end
    possessive = (
        text[mark.start() - 1] == "s" and text[mark.end() : mark.end() + 2].strip().islower()
    )
    return not possessive


def words_in(text: str, quotation: Span) -> int:
    """How many words a quotation holds; a few words are no statement of their own."""
    return text.count(" ", quotation.start, quotation.end) + 1
