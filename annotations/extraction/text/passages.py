"""The passages of a paragraph: its sentences, those that one quotation runs through together.

Sentences and quotations are looked for as passages are asked for, so that a paragraph of any
length takes the memory of one passage.
"""

from collections.abc import Iterator
from typing import NamedTuple

from annotations.extraction.text.quotations import quotations, words_in
from annotations.extraction.text.sentences import Span, sentences

_CLOSING = frozenset(",.!?")
_SHORTEST_SENTENCE = 3  # words, of a quotation with punctuation before the closing mark
_SHORTEST_STATEMENT = 5  # words; fewer in quotation marks are a term somebody uses
_LONGEST_QUOTATION = 1500  # characters; longer ones are read sentence by sentence


class Part(NamedTuple):
    """A sentence, and the quotations of full statements that share characters with it."""

    span: Span
    quoted: list[Span]


def passages(text: str, paragraph: Span) -> Iterator[list[Part]]:
    """Give the passages in order; together they hold all sentences of the paragraph."""
    around = _Quotations(text, paragraph)
    passage: list[Part] = []
    open_until = 0
    for span in sentences(text, paragraph):
        if passage and span.start >= open_until:
            yield passage
            passage = []
        part = Part(span, around.of(span))
        passage.append(part)
        for quotation in part.quoted:
            if quotation.end - passage[0].span.start <= _LONGEST_QUOTATION:
                open_until = max(open_until, quotation.end)
    if passage:
        yield passage


class _Quotations:
    """The quotations of full statements around one sentence after the other."""

    def __init__(self, text: str, paragraph: Span) -> None:
        self._text = text
        self._coming = quotations(text, paragraph)
        self._near: list[Span] = []  # in order; the last may begin behind the sentence

    def of(self, sentence: Span) -> list[Span]:
        while not self._near or self._near[-1].start < sentence.end:
            following = next(self._coming, None)
            if following is None:
                break
            if _is_statement(self._text, following):
                self._near.append(following)
        if not self._near:
            return []
        self._near = [span for span in self._near if span.end > sentence.start]
        return [span for span in self._near if span.start < sentence.end]


def _is_statement(text: str, quotation: Span) -> bool:
    """Whether a quotation says something by itself, and is no term in quotation marks."""
    count = words_in(text, quotation)
    closed = text[quotation.end - 2] in _CLOSING
    return count >= _SHORTEST_STATEMENT or (closed and count >= _SHORTEST_SENTENCE)
