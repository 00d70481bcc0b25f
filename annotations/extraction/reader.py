"""The reader: a text to its claims and figures.

``read`` takes the text of an article with its headline as the first line, since a headline carries
figures of its own ("Six killed in mine blasts"): ``document.with_headline`` puts it there. Every
span is then into that one text.
"""

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from annotations.extraction.anaphora import Antecedent, resume
from annotations.extraction.attribution import Speakers
from annotations.extraction.checkworthiness import score
from annotations.extraction.claims import draft_claims
from annotations.extraction.events import happenings
from annotations.extraction.figures import quantities_in
from annotations.extraction.fitting import count_people
from annotations.extraction.predicates import name_by_predicate
from annotations.extraction.quotations import quotations, words_in
from annotations.extraction.scope import circumstances
from annotations.extraction.sentences import Span, paragraphs, sentences
from annotations.extraction.standing import is_plain
from annotations.extraction.statements import Sentence
from annotations.extraction.tokens import tokenize
from annotations.extraction.types import Claim, Figure, Reading

_CLOSING = frozenset(",.!?")
_SHORTEST_SENTENCE = 3  # words, of a quotation with punctuation before the closing mark
_SHORTEST_STATEMENT = 5  # words; fewer in quotation marks are a term somebody uses
_LONGEST_QUOTATION = 1500  # characters; longer ones are read sentence by sentence
_LONGEST_HEADING = 20  # words
# "OLDTOWN, May 5 (AP) - " says where and by whom a story was written; it states nothing.
_DATELINE = re.compile(r"[A-Z][^()\n]{1,60}+\([A-Z][\w /.&-]{1,30}\)\s?[-–—]\s(?=\S)")
_NOWHERE = Span(0, 0)


def read(text: str, *, title: str = "", published: dt.date | None = None) -> Reading:
    """Give the claims of a text and the figures in them, each in the order of their spans.

    ``title`` is the headline where it is known apart from the text. Where the text begins with
    it, that line is read as a heading whatever its punctuation; otherwise it is only context.
    ``published`` is the day that "on Tuesday" and the like are resolved against.

    Any string whatever is read; time is linear in its length. What stands before a paragraph is
    read the same whatever follows it.
    """
    title = title.strip()
    reader = _Reader(text, title, published)
    if not text.lstrip().startswith(title):
        reader.heading = title
    for paragraph in paragraphs(text):
        reader.read_paragraph(paragraph)
    return Reading(tuple(reader.claims), tuple(reader.figures))


@dataclass(slots=True)
class _Reader:
    """What is carried from one paragraph of a text to the next."""

    text: str
    title: str
    published: dt.date | None
    claims: list[Claim] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    speakers: Speakers = field(default_factory=Speakers)
    heading: str = ""
    before: Span = field(default_factory=lambda: _NOWHERE)
    begun: bool = False
    antecedent: Antecedent | None = None

    def read_paragraph(self, paragraph: Span) -> None:
        heading = self._is_heading(paragraph)
        dateline = _DATELINE.match(self.text, *paragraph)
        if dateline:
            paragraph = Span(dateline.end(), paragraph.end)
        spans = list(sentences(self.text, paragraph))
        quoted = [
            span for span in quotations(self.text, paragraph) if _is_statement(self.text, span)
        ]
        for passage in _passages(spans, quoted):
            self._read_passage([self._sentence(span, quoted) for span in passage], heading=heading)
            self.before = passage[-1]
        if heading:
            self.heading = self.text[paragraph.start : paragraph.end]
            self.before = _NOWHERE
        self.begun = True

    def _is_heading(self, paragraph: Span) -> bool:
        """Whether the paragraph is a headline or a heading; only what came before may decide."""
        words = self.text[paragraph.start : paragraph.end]
        if not self.begun and self.title:
            return words == self.title
        return words[-1] not in ".!?…\"”’')" and words.count(" ") < _LONGEST_HEADING

    def _sentence(self, span: Span, quoted: list[Span]) -> Sentence:
        tokens = tokenize(self.text, span.start, span.end)
        quoted = _overlapping(quoted, span)
        quantities = quantities_in(tokens)
        frames = self.speakers.read(tokens, quoted)
        if not quantities:
            self.antecedent = None
            return Sentence(span, tokens, quoted, frames)
        found = happenings(tokens, quantities)
        self.antecedent = resume(tokens, quantities, found, self.antecedent)
        count_people(quantities, [happening.event for happening in found])
        for quantity in quantities:
            name_by_predicate(tokens, quantity)
        around = circumstances(tokens, quantities, frames, self.published)
        plain = is_plain(tokens, frames)
        return Sentence(span, tokens, quoted, frames, quantities, found, around, plain)

    def _read_passage(self, passage: list[Sentence], *, heading: bool) -> None:
        before = self.before
        for draft in draft_claims(passage, self.speakers.last, heading=heading):
            worth, parts = score(draft)
            for quantity, meaning in draft.figures:
                self.figures.append(quantity.figure(self.text, claim=len(self.claims), **meaning))
            text = self.text[draft.span.start : draft.span.end]
            self.claims.append(
                Claim(
                    *draft.span,
                    text,
                    draft.kind,
                    worth,
                    parts,
                    draft.attribution,
                    self._context(before),
                )
            )
            before = draft.span

    def _context(self, before: Span) -> str:
        """The heading and what was said before, for reading pronouns."""
        said = self.text[before.start : before.end]
        return "\n".join(part for part in (self.heading, said) if part)


def _is_statement(text: str, quotation: Span) -> bool:
    """Whether a quotation says something by itself, and is no term in quotation marks."""
    count = words_in(text, quotation)
    closed = text[quotation.end - 2] in _CLOSING
    return count >= _SHORTEST_STATEMENT or (closed and count >= _SHORTEST_SENTENCE)


def _passages(spans: list[Span], quoted: list[Span]) -> Iterator[list[Span]]:
    """Sentences, those that one quotation runs through kept together."""
    if not quoted:
        yield from ([span] for span in spans)
        return
    passage: list[Span] = []
    open_until = 0
    for span in spans:
        if passage and span.start >= open_until:
            yield passage
            passage = []
        passage.append(span)
        for quotation in _overlapping(quoted, span):
            if quotation.end - passage[0].start <= _LONGEST_QUOTATION:
                open_until = max(open_until, quotation.end)
    if passage:
        yield passage


def _overlapping(quoted: list[Span], span: Span) -> list[Span]:
    """The quotations that share characters with the span; both stand in order."""
    if not quoted:
        return quoted
    first = bisect_right(quoted, span.start, key=lambda quotation: quotation.end)
    last = bisect_left(quoted, span.end, key=lambda quotation: quotation.start)
    return quoted[first:last]
