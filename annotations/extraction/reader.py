"""The reader: a text to its claims and figures.

``read`` takes the text of an article with its headline as the first line, since a headline carries
figures of its own ("Six killed in mine blasts"): ``document.with_headline`` puts it there. Every
span is then into that one text.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from annotations.extraction.circumstances.scope import circumstances
from annotations.extraction.circumstances.standing import is_plain
from annotations.extraction.claims.checkworthiness import score
from annotations.extraction.claims.claims import draft_claims
from annotations.extraction.claims.statements import Sentence
from annotations.extraction.events.anaphora import Antecedent, name_parts, resume
from annotations.extraction.events.events import happenings
from annotations.extraction.events.fitting import count_people
from annotations.extraction.events.predicates import name_by_predicate
from annotations.extraction.figures.figures import quantities_in
from annotations.extraction.speakers.attribution import Speakers
from annotations.extraction.text.passages import passages
from annotations.extraction.text.sentences import MAX_SENTENCE, Span, paragraphs
from annotations.extraction.text.tokens import tokenize
from annotations.extraction.types import Claim, Figure, Reading

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
    claims: list[Claim] = []
    figures: list[Figure] = []
    for passage in read_passages(text, title=title, published=published):
        claims += passage.claims
        figures += passage.figures
    return Reading(tuple(claims), tuple(figures))


def read_passages(
    text: str, *, title: str = "", published: dt.date | None = None
) -> Iterator[Reading]:
    """Give what ``read`` does passage by passage, for texts whose claims would fill the memory.

    ``Figure.claim`` counts the claims of the whole text.
    """
    reader = _Reader(text, title.strip(), published)
    for paragraph in paragraphs(text):
        yield from reader.read_paragraph(paragraph)


@dataclass(slots=True)
class _Reader:
    """What is carried from one passage of a text to the next."""

    text: str
    title: str
    published: dt.date | None
    speakers: Speakers = field(default_factory=Speakers)
    heading: str = ""
    before: Span = _NOWHERE
    begun: bool = False
    stated: int = 0  # claims so far
    antecedent: Antecedent | None = None

    def read_paragraph(self, paragraph: Span) -> Iterator[Reading]:
        if not self.begun and not self.text.startswith(self.title, paragraph.start):
            self.heading = self.title
        heading = self._is_heading(paragraph)
        self.begun = True
        dateline = _DATELINE.match(self.text, *paragraph)
        body = Span(dateline.end(), paragraph.end) if dateline else paragraph
        for passage in passages(self.text, body):
            yield self._read_passage([self._sentence(*part) for part in passage], heading=heading)
            self.before = passage[-1].span
        if heading:
            self.heading = self.text[body.start : body.end]
            self.before = _NOWHERE

    def _is_heading(self, paragraph: Span) -> bool:
        """Whether the paragraph is a headline or a heading; only what came before may decide."""
        start, end = paragraph
        if not self.begun and self.title:
            return end - start == len(self.title) and self.text.startswith(self.title, start)
        if end - start > MAX_SENTENCE or self.text[end - 1] in ".!?…\"”’')":
            return False
        return self.text.count(" ", start, end) < _LONGEST_HEADING

    def _sentence(self, span: Span, quoted: list[Span]) -> Sentence:
        tokens = tokenize(self.text, span.start, span.end)
        quantities = quantities_in(tokens)
        frames = self.speakers.read(tokens, quoted)
        if not quantities:
            self.antecedent = None
            return Sentence(span, tokens, quoted, frames)
        name_parts(tokens, quantities, self.antecedent)
        found = happenings(tokens, quantities)
        self.antecedent = resume(tokens, quantities, found, self.antecedent)
        count_people(quantities, [happening.event for happening in found])
        for quantity in quantities:
            name_by_predicate(tokens, quantity)
        around = circumstances(tokens, quantities, frames, self.published)
        plain = is_plain(tokens, frames)
        return Sentence(span, tokens, quoted, frames, quantities, found, around, plain)

    def _read_passage(self, passage: list[Sentence], *, heading: bool) -> Reading:
        claims: list[Claim] = []
        figures: list[Figure] = []
        before = self.before
        for draft in draft_claims(passage, self.speakers.last, heading=heading):
            worth, parts = score(draft)
            for quantity, meaning in draft.figures:
                figures.append(quantity.figure(self.text, meaning, self.stated))
            text = self.text[draft.span.start : draft.span.end]
            context = self._context(before)
            claims.append(
                Claim(*draft.span, text, draft.kind, worth, parts, draft.attribution, context)
            )
            self.stated += 1
            before = draft.span
        return Reading(tuple(claims), tuple(figures))

    def _context(self, before: Span) -> str:
        """The heading and what was said before, for reading pronouns."""
        said = self.text[before.start : before.end]
        return f"{self.heading}\n{said}" if self.heading and said else self.heading or said
