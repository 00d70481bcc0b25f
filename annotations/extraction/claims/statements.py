"""The statements of a sentence: a compound sentence is split where each part stands by itself."""

from dataclasses import dataclass, field
from itertools import pairwise

from annotations.extraction.circumstances.scope import Circumstances
from annotations.extraction.events.clause import Happening
from annotations.extraction.events.triggers import PLAIN, WORDS, Form
from annotations.extraction.figures.quantities import Quantity
from annotations.extraction.lexicon.events import LIGHT_VERBS
from annotations.extraction.lexicon.words import (
    AUXILIARIES,
    COMMON_VERBS,
    RELATIVES,
    SPEAKER_PRONOUNS,
    SUBORDINATORS,
    words,
)
from annotations.extraction.speakers.attribution import Frame
from annotations.extraction.text.sentences import Span
from annotations.extraction.text.tokens import Tokens

_JOINING = frozenset({"and", "but", "while", "whereas", "though", "although", ";"})
_SPLITTING = _JOINING | {","}
_CONTRASTING = _JOINING - {"and"}  # these join clauses, and never the parts of one
_OPENING = SPEAKER_PRONOUNS | words("the a an this these those its their his her our my no one")
_ENDING = SUBORDINATORS | RELATIVES | frozenset(",;:()–—")
_FINITE = frozenset({Form.PAST, Form.SUBJECT})
_FEWEST_TOKENS = 3
_LONGEST_SUBJECT = 12
_LONGEST_BARE = 4


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

    def frames_over(self) -> list[Frame]:
        """Those that begin in the statement, else those of the sentence that cover it."""
        frames = self.sentence.frames
        return self.frames() or [frame for frame in frames if frame.covers(self.first)]

    def quotes(self) -> bool:
        """Whether a quotation shares characters with the statement."""
        if not self.sentence.quoted:
            return False
        start, end = self.span
        return any(quoted.start < end and quoted.end > start for quoted in self.sentence.quoted)


_Found = tuple[Quantity, Happening]


def statements(sentence: Sentence) -> list[Statement]:
    """Give the statements of a sentence in order; together they hold all its words.

    It is split before "and", "but", "while" and the like, or after ";", where both sides have a
    figure and a verb of their own, or a speaker of their own. A quotation is never
    split, and what stands beside it only where another speaks there.
    """
    splits = _splits(sentence)
    if not splits:
        return [_whole(sentence)]
    bounds = [0, *splits, sentence.tokens.count]
    return [_statement(sentence, first, last) for first, last in pairwise(bounds) if first < last]


def _whole(sentence: Sentence) -> Statement:
    """The sentence as the one statement it makes."""
    tokens = sentence.tokens
    return Statement(
        sentence,
        0,
        tokens.count,
        sentence.span,
        tokens.lowers,
        list(zip(sentence.quantities, sentence.happenings, strict=True)),
    )


def _statement(sentence: Sentence, first: int, last: int) -> Statement:
    """The statement without the words that join it to its neighbours."""
    tokens = sentence.tokens
    start, end = first, last
    while first and start < last - 1 and tokens.lowers[start] in _SPLITTING:
        start += 1
    while end > start + 1 and last < tokens.count and tokens.texts[end - 1] in {",", ";"}:
        end -= 1
    span = Span(tokens.starts[start], tokens.ends[end - 1])
    figures = [
        (quantity, happening)
        for quantity, happening in zip(sentence.quantities, sentence.happenings, strict=True)
        if first <= quantity.first < last
    ]
    return Statement(sentence, first, last, span, tokens.lowers[first:last], figures)


def _splits(sentence: Sentence) -> list[int]:
    if len(sentence.quantities) < 2 and len(sentence.frames) < 2:
        return []
    if sentence.quoted:
        return _behind_quotation(sentence)
    found: list[int] = []
    for index, word in enumerate(sentence.tokens.lowers):
        if word in _SPLITTING and _divides(sentence, found[-1] if found else 0, index):
            found.append(index)
    return found


def _behind_quotation(sentence: Sentence) -> list[int]:
    """Where another speaks behind the last quotation: "“...,” she said, while the mayor put it"."""
    tokens, end = sentence.tokens, sentence.quoted[-1].end
    for index, word in enumerate(tokens.lowers):
        if word in _CONTRASTING and tokens.starts[index] >= end and _own_speakers(sentence, index):
            return [index]
    return []


def _divides(sentence: Sentence, start: int, index: int) -> bool:
    if index - start < _FEWEST_TOKENS or sentence.tokens.count - index <= _FEWEST_TOKENS:
        return False
    before, after = _beside(sentence, start, index)
    if before and after and _own_figures(sentence, before, after, index):
        return True
    if sentence.tokens.lowers[index] == ",":
        return False
    own_clause = before and after and _own_clause(sentence, before, after, index)
    return bool(own_clause) or _own_speakers(sentence, index)


def _own_figures(sentence: Sentence, before: _Found, after: _Found, index: int) -> bool:
    """Whether a figure follows that is the subject of its own verb, as one before has its own."""
    if after[0].bound > index + 2:
        return False
    if before[1].whole >= 0 or after[1].whole >= 0 or not 0 <= before[1].trigger < index:
        return False
    return _is_subject(sentence.tokens, *after)


def _beside(sentence: Sentence, start: int, index: int) -> tuple[_Found | None, _Found | None]:
    """The last figure from ``start`` up to a token, and the first behind it."""
    before = after = None
    for quantity, happening in zip(sentence.quantities, sentence.happenings, strict=True):
        if start <= quantity.first < index:
            before = (quantity, happening)
        elif after is None and quantity.first > index:
            after = (quantity, happening)
    return before, after


def _own_clause(sentence: Sentence, before: _Found, after: _Found, index: int) -> bool:
    """Whether another subject follows with its own verb and figure: "..., but its profit rose"."""
    if before[1].whole >= 0:
        return False
    contrasting = sentence.tokens.lowers[index] in _CONTRASTING
    verb = _finite_verb(sentence.tokens, index + 1, bare=contrasting)
    if verb < 0 or after[0].first < verb:
        return False
    if contrasting:
        return True
    return 0 <= before[1].trigger < index and not before[1].by_noun and after[1].trigger >= verb


def _finite_verb(tokens: Tokens, start: int, *, bare: bool) -> int:
    """The verb of a clause whose subject opens at a token; -1 where none does.

    ``bare``: a noun without an article may open it, as in "but revenue fell".
    """
    word = tokens.lowers[start]
    opening = word in _OPENING or tokens.texts[start][0].isupper()
    longest = _LONGEST_SUBJECT if opening else _LONGEST_BARE if bare and word[0].isalpha() else 0
    for index in range(start, min(tokens.count, start + longest)):
        word = tokens.lowers[index]
        if word in _ENDING or (not opening and index > start and word in _OPENING):
            break
        if _is_finite(word) and not (index == start and _is_noun(tokens, start)):
            return index if index > start else -1
    return -1


def _is_noun(tokens: Tokens, index: int) -> bool:
    """Whether what may be a verb is the subject of the next word: "while imports fell"."""
    following = tokens.lowers[index + 1 : index + 2]
    return tokens.lowers[index] not in AUXILIARIES and any(map(_is_finite, following))


def _is_finite(word: str) -> bool:
    if word in AUXILIARIES or word in COMMON_VERBS:
        return True
    forms = {found.form for found in WORDS.get(word, ())}
    if word.endswith("s") and Form.ACTIVE in forms and Form.NOUN not in forms:
        return True  # "employs"
    return word not in PLAIN and not forms.isdisjoint(_FINITE)


def _is_subject(tokens: Tokens, quantity: Quantity, happening: Happening) -> bool:
    """Whether the figure stands before a full verb that says its event."""
    verb = happening.trigger
    if happening.by_noun or verb < quantity.reach:
        return False
    word = tokens.lowers[verb]
    if word in LIGHT_VERBS or any(found.form is Form.SUBJECT for found in WORDS.get(word, ())):
        return True
    return not AUXILIARIES.isdisjoint(tokens.lowers[quantity.reach : verb])


def _own_speakers(sentence: Sentence, index: int) -> bool:
    """Whether another speaker's frame opens right behind: "... , but the army denied it"."""
    before = [frame for frame in sentence.frames if frame.start < index]
    after = [frame for frame in sentence.frames if index < frame.start <= index + 2 and frame.after]
    if not before or not after:
        return False
    one, other = before[-1].attribution, after[0].attribution
    return one is None or other is None or one.speaker != other.speaker
