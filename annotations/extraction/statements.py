"""The statements of a sentence: a compound sentence is split where each part stands by itself."""

from dataclasses import dataclass, field
from itertools import pairwise

from annotations.extraction.attribution import Frame
from annotations.extraction.clause import Happening
from annotations.extraction.lexicon.events import LIGHT_VERBS
from annotations.extraction.lexicon.words import AUXILIARIES
from annotations.extraction.quantities import Quantity
from annotations.extraction.scope import Circumstances
from annotations.extraction.sentences import Span
from annotations.extraction.tokens import Tokens
from annotations.extraction.triggers import WORDS, Form

_SPLITTING = frozenset({"and", "but", "while", "whereas", ";"})
_FEWEST_TOKENS = 3


@dataclass(slots=True)
class Sentence:
    """One sentence with what was read in it; ``quoted`` are its quotations of full statements.

    Happenings and circumstances are read only where there are quantities to take from them.
    ``plain`` tells that they are all asserted.
    """

    span: Span
    tokens: Tokens
    quoted: list[Span]
    frames: list[Frame]
    quantities: list[Quantity] = field(default_factory=list)
    happenings: list[Happening] = field(default_factory=list)
    circumstances: Circumstances | None = None
    plain: bool = True


@dataclass(slots=True)
class Statement:
    """The tokens ``[first, last)`` of a sentence that state one thing; their span and words."""

    sentence: Sentence
    first: int
    last: int
    span: Span
    words: list[str]
    figures: list[tuple[Quantity, Happening]]

    def frames(self) -> list[Frame]:
        """The speakers' frames that begin in the statement."""
        return [frame for frame in self.sentence.frames if self.first <= frame.start < self.last]


def statements(sentence: Sentence) -> list[Statement]:
    """Give the statements of a sentence in order; together they hold all its words.

    It is split before "and", "but", "while" or after ";" where both sides have a figure with a
    verb of its own, or a speaker of their own. A sentence with a quotation is never split.
    """
    splits = _splits(sentence)
    if not splits:
        return [_whole(sentence)]
    bounds = [0, *splits, len(sentence.tokens)]
    return [_statement(sentence, first, last) for first, last in pairwise(bounds) if first < last]


def _whole(sentence: Sentence) -> Statement:
    """The sentence as the one statement it makes."""
    tokens = sentence.tokens
    return Statement(
        sentence,
        0,
        len(tokens),
        sentence.span,
        tokens.lowers,
        list(zip(sentence.quantities, sentence.happenings, strict=True)),
    )


def _statement(sentence: Sentence, first: int, last: int) -> Statement:
    """The statement without the words that join it to its neighbours."""
    tokens = sentence.tokens
    start, end = first, last
    if first and tokens.lowers[first] in _SPLITTING:
        start += 1
    while end > start + 1 and last < len(tokens) and tokens.texts[end - 1] in {",", ";"}:
        end -= 1
    span = Span(tokens.starts[start], tokens.ends[end - 1])
    figures = [
        (quantity, happening)
        for quantity, happening in zip(sentence.quantities, sentence.happenings, strict=True)
        if first <= quantity.first < last
    ]
    return Statement(sentence, first, last, span, tokens.lowers[first:last], figures)


def _splits(sentence: Sentence) -> list[int]:
    if sentence.quoted or (len(sentence.quantities) < 2 and len(sentence.frames) < 2):
        return []
    found: list[int] = []
    for index, word in enumerate(sentence.tokens.lowers):
        if word in _SPLITTING and _divides(sentence, found[-1] if found else 0, index):
            found.append(index)
    return found


def _divides(sentence: Sentence, start: int, index: int) -> bool:
    if index - start < _FEWEST_TOKENS or len(sentence.tokens) - index <= _FEWEST_TOKENS:
        return False
    return _own_figures(sentence, start, index) or _own_speakers(sentence, start, index)


def _own_figures(sentence: Sentence, start: int, index: int) -> bool:
    """Whether a figure follows that is the subject of its own verb, as one before has its own."""
    before = after = None
    for quantity, happening in zip(sentence.quantities, sentence.happenings, strict=True):
        if start <= quantity.first < index:
            before = (quantity, happening)
        elif after is None and quantity.first > index:
            after = (quantity, happening)
    if before is None or after is None or after[0].bound > index + 2:
        return False
    if before[1].whole >= 0 or after[1].whole >= 0 or not 0 <= before[1].trigger < index:
        return False
    return _is_subject(sentence.tokens, *after)


def _is_subject(tokens: Tokens, quantity: Quantity, happening: Happening) -> bool:
    """Whether the figure stands before a full verb that says its event."""
    verb = happening.trigger
    if happening.by_noun or verb < quantity.reach:
        return False
    word = tokens.lowers[verb]
    if word in LIGHT_VERBS or any(found.form is Form.SUBJECT for found in WORDS.get(word, ())):
        return True
    return not AUXILIARIES.isdisjoint(tokens.lowers[quantity.reach : verb])


def _own_speakers(sentence: Sentence, start: int, index: int) -> bool:
    """Whether another speaker's frame opens right behind: "... , but the army denied it"."""
    before = [frame for frame in sentence.frames if start <= frame.start < index]
    after = [frame for frame in sentence.frames if index < frame.start <= index + 2 and frame.after]
    return bool(before and after) and before[-1].attribution.speaker != after[0].attribution.speaker
