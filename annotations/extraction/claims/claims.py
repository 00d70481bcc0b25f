"""Claims: the statements of a passage that an annotator is shown."""

from dataclasses import dataclass
from operator import attrgetter, methodcaller

from annotations.extraction.circumstances.denials import negates
from annotations.extraction.circumstances.standing import standing
from annotations.extraction.claims.statements import Sentence, Statement, statements
from annotations.extraction.events.clause import Happening
from annotations.extraction.events.triggers import WORDS
from annotations.extraction.figures.quantities import Meaning, Quantity
from annotations.extraction.lexicon.reporting import REPORTING_VERBS
from annotations.extraction.lexicon.words import AUXILIARIES, COMMON_VERBS
from annotations.extraction.speakers.attribution import Frame
from annotations.extraction.text.sentences import Span
from annotations.extraction.types import Attribution, ClaimKind, Scope, Standing

_QUOTES, _FIGURES = methodcaller("quotes"), attrgetter("figures")
_FEWEST_WORDS = 4
_VERBS = AUXILIARIES | COMMON_VERBS | REPORTING_VERBS | WORDS.keys()
_FEWEST_IN_HEADING = 5
_DENIED_WITHIN = 7  # tokens behind the reporting verb


@dataclass(slots=True)
class Draft:
    """A claim before it is scored: its statements, and the meaning of each figure in them."""

    span: Span
    kind: ClaimKind
    attribution: Attribution | None
    statements: list[Statement]
    figures: list[tuple[Quantity, Meaning]]


def draft_claims(
    passage: list[Sentence], last: Attribution | None, *, heading: bool
) -> list[Draft]:
    """Give the claims of a passage in order.

    A passage is one sentence, or those that one quotation runs through, which stay one claim.
    ``last`` is who spoke last, for a quotation that names no speaker.
    """
    parts = [part for sentence in passage for part in statements(sentence)]
    groups = [parts] if len(passage) > 1 else [[part] for part in parts]
    return [_draft(group, last) for group in groups if _is_claim(group, heading=heading)]


def _draft(group: list[Statement], last: Attribution | None) -> Draft:
    quoted = any(map(_QUOTES, group))
    speaker = _speaker(group) or (last if quoted else None)
    figures = [
        (quantity, _meaning(part.sentence, quantity, happening, speaker if quoted else None))
        for part in group
        for quantity, happening in part.figures
    ]
    kind = _kind(group, quoted=quoted, counted=bool(figures))
    return Draft(Span(group[0].span.start, group[-1].span.end), kind, speaker, group, figures)


def _speaker(group: list[Statement]) -> Attribution | None:
    """The first who speaks in the statements or of them."""
    for part in group:
        if not part.sentence.frames:
            continue
        for frame in part.frames_over():
            if frame.attribution is not None:
                return frame.attribution
    return None


def _meaning(
    sentence: Sentence, quantity: Quantity, happening: Happening, quoted: Attribution | None
) -> Meaning:
    """What a figure means beyond its number; ``quoted`` speaks where no frame covers it."""
    around, tokens, frames = sentence.circumstances, sentence.tokens, sentence.frames
    stands = Standing.ASSERTED
    if not sentence.plain:
        stands = standing(tokens, quantity, happening, frames)
    foretold = stands is Standing.FORECAST
    scope, as_of = around.of(quantity, happening, foretold=foretold) if around else (Scope(), "")
    speaker = (_speaker_of(frames, quantity) if frames else None) or quoted
    return Meaning(happening.event, stands, scope, as_of, speaker)


def _speaker_of(frames: list[Frame], quantity: Quantity) -> Attribution | None:
    """The speaker whose words the figure is: of several, the one whose frame is nearest before."""
    for frame in reversed(frames):
        if frame.start < quantity.first and frame.covers(quantity.first):
            return frame.attribution
    for frame in frames:
        if frame.covers(quantity.first):
            return frame.attribution
    return None


def _kind(group: list[Statement], *, quoted: bool, counted: bool) -> ClaimKind:
    for part in group:
        if part.sentence.frames and _denies(part):
            return ClaimKind.DENIAL
    if quoted:
        return ClaimKind.QUOTE
    return ClaimKind.FIGURE if counted else ClaimKind.EVENT


def _denies(part: Statement) -> bool:
    """Whether somebody denies, or says that something is not so."""
    frames = part.frames()
    alone = len(frames) == 1
    return any(frame.denies(alone=alone) or _negates(part, frame) for frame in frames)


def _negates(part: Statement, frame: Frame) -> bool:
    if part.sentence.quoted:
        return False
    start, end = (frame.end, part.last) if frame.after else (part.first, frame.start)
    said = range(start, min(end, start + _DENIED_WITHIN))
    return any(negates(part.sentence.tokens, index) for index in said)


def _is_claim(group: list[Statement], *, heading: bool) -> bool:
    """Whether there is anything to check: a figure, or a statement with a verb, not a question."""
    if any(map(_FIGURES, group)):
        return True
    words = [word for part in group for word in part.words]
    fewest = _FEWEST_IN_HEADING if heading else _FEWEST_WORDS
    if words[-1] == "?" or len([w for w in words[: 3 * fewest] if w[0].isalnum()]) < fewest:
        return False
    return not _VERBS.isdisjoint(words) or any(word.endswith("ed") for word in words)
