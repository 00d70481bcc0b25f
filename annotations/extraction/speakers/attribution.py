"""Who says so: the speakers of a sentence and the part of it that each answers for.

Read from structure: subject and reporting verb ("the ministry said"), verb and subject
("said the ministry"), "according to", "quoted ... as saying", and a participle that carries on
("adding that"). Pronouns and "the statement" stand for the last speaker named.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from annotations.extraction.lexicon.reporting import (
    DENYING,
    MANNERS,
    ORGANISATIONS,
    OWN_FIGURES,
    UTTERANCES,
)
from annotations.extraction.lexicon.words import (
    NEGATIONS,
    PREPOSITIONS,
    SPEAKER_PRONOUNS,
    TIME_WORDS,
)
from annotations.extraction.numbers.numerals import is_number
from annotations.extraction.speakers.persons import introduced, introduced_body, may_be_person
from annotations.extraction.speakers.reports import TRIGGERS, frame_at, has_quotation_before
from annotations.extraction.speakers.speaker_phrases import (
    VERBS,
    first_verb,
    opens_circumstance,
    phrase_left,
)
from annotations.extraction.text.sentences import Span
from annotations.extraction.text.tokens import Tokens
from annotations.extraction.types import Attribution

_SAID_BEFORE = frozenset({"according", "per", ":"})
_ONE_PERSON = (["he"], ["she"])
_LONGEST_SUBJECT = 5  # tokens
_LONGEST_ADVERBIAL = 12  # tokens
_CIRCUMSTANCES = MANNERS | TIME_WORDS | {"a", "an", "the"}


@dataclass(slots=True)
class Frame:
    """A speaker's frame at ``tokens[start:end]``; what is said stands before it, after it, or both.

    ``denying`` tells that the reporting word denies what is said. ``attribution`` is None where
    the speaker is a pronoun that stands for nobody named.
    """

    attribution: Attribution | None
    start: int
    end: int
    before: bool
    after: bool
    denying: bool = False
    owned: bool = False  # "Oldland's figure": what others say of it does not make it theirs
    carries_on: bool = False  # "..., saying that": the speaker of the frame before

    def denies(self, *, alone: bool) -> bool:
        """Whether what it covers is denied; "a charge the ministry rejected" only adds to it."""
        return self.denying and (self.after or alone)

    def covers(self, index: int) -> bool:
        """Whether the token lies in what this speaker says."""
        return (self.before and index < self.start) or (self.after and index >= self.end)


@dataclass(slots=True)
class Speakers:
    """The speakers of a text so far, for "it said" and for quotations without a frame.

    ``person`` is who was introduced or spoke last of those that "he" or "she" may stand for, and
    ``body`` of those that "it" may.
    """

    last: Attribution | None = None
    person: str = ""
    body: str = ""
    _found: list[Frame] = field(default_factory=list)

    def read(self, tokens: Tokens, quoted: Sequence[Span] = ()) -> list[Frame]:
        """Give the frames of the next sentence, in order.

        ``quoted`` are the spans in the text of quotations long enough to be statements; who is
        said to say something within one is no speaker of the article's.
        """
        self._found = []
        if tokens.count > 1 and tokens.texts[0][0].isupper() and tokens.texts[1][0].isupper():
            self.person = introduced(tokens, known=bool(self.person)) or self.person
        if not ORGANISATIONS.isdisjoint(tokens.lowers[:_LONGEST_SUBJECT]):
            self.body = introduced_body(tokens) or self.body
        if TRIGGERS.isdisjoint(tokens.lowers):
            return self._found
        for index, word in enumerate(tokens.lowers):
            if word in TRIGGERS and not _within(tokens.starts[index], quoted):
                self._add(tokens, index)
        return self._found

    def _add(self, tokens: Tokens, index: int) -> None:
        found = frame_at(tokens, index)
        if found is None:
            return
        phrase, start, end = found
        speaker = self._resolved(tokens, phrase)
        if not speaker and tokens.lowers[phrase[0]] not in SPEAKER_PRONOUNS:
            return
        attribution = Attribution(speaker, _verb(tokens, index)) if speaker else None
        frame = Frame(
            attribution,
            start,
            end,
            before=_says_before(tokens, start, end),
            after=_says_after(tokens, start, end),
            denying=tokens.lowers[index] in DENYING and not _is_negated(tokens, index),
            owned=tokens.lowers[index] in OWN_FIGURES and index + 2 == end,
            carries_on=phrase[0] == phrase[1],
        )
        self._found.append(frame)
        if attribution is not None:
            self.last = attribution
            if may_be_person(speaker):
                self.person = speaker
            else:
                self.body = speaker

    def _resolved(self, tokens: Tokens, phrase: tuple[int, int]) -> str:
        """The speaker's words, or the last speaker's where they only point back."""
        start, end = phrase
        if start == end:
            return self._carried_on()
        words = tokens.lowers[start:end]
        text = _without_possessive(tokens.source[tokens.starts[start] : tokens.ends[end - 1]])
        if words in _ONE_PERSON:
            return self.person
        if words[0] in SPEAKER_PRONOUNS and len(words) == 1:
            named = _organisation_before(tokens, start) if words[0] in {"it", "they"} else ""
            body = self.body if words[0] == "it" else ""
            return named or body or (self.last.speaker if self.last else "")
        if self.last is not None and len(words) > 1:
            return _antecedent(words, text, self.last.speaker)
        return text

    def _carried_on(self) -> str:
        """Who goes on with "saying that": the sentence's own speaker, not whose figure he names."""
        said = [frame.attribution for frame in self._found if not frame.owned and frame.attribution]
        return said[-1].speaker if said else ""


def _without_possessive(text: str) -> str:
    return (text[:-1] if text.endswith(("'s", "’s")) else text).rstrip("'’")


def _antecedent(words: list[str], text: str, last: str) -> str:
    """The last speaker, where a phrase of two or more words only points back to it."""
    points = len(words) == 2 and words[0] in {"the", "this", "that"}
    if points and (words[1] in UTTERANCES or words[1] in last.lower()):
        return last
    if words[0] == "its" and " " not in last and last[0].isupper():
        return f"{last}’s {text[4:]}"  # "its ministry" after Armenia has spoken
    return text


def _organisation_before(tokens: Tokens, pronoun: int) -> str:
    """The sentence's own subject, where it can speak: "The bank will close, it said"."""
    verb = first_verb(tokens, pronoun)
    start, end = phrase_left(tokens, verb) if verb else (0, 0)
    if start or start == end or ORGANISATIONS.isdisjoint(tokens.lowers[start:end]):
        return ""
    return tokens.source[tokens.starts[start] : tokens.ends[end - 1]]


def _within(offset: int, spans: Sequence[Span]) -> bool:
    return any(span.start <= offset < span.end for span in spans)


def _is_negated(tokens: Tokens, verb: int) -> bool:
    """ "did not deny", "neither confirmed nor denied"."""
    return tokens.lowers[max(0, verb - 1)] in NEGATIONS


def _verb(tokens: Tokens, index: int) -> str:
    if tokens.lowers[index] == "according":
        return "according to"
    return tokens.texts[index]


def _says_before(tokens: Tokens, start: int, end: int) -> bool:
    """Whether what is said stands before the frame."""
    if start == 0:
        return False
    previous = tokens.texts[start - 1]
    if previous in {"”", '"', "»", "’", "'"}:
        return True
    if tokens.lowers[start] in _SAID_BEFORE or tokens.texts[start - 1] != ",":
        return tokens.lowers[start] in _SAID_BEFORE
    if _text(tokens, _past_circumstances(tokens, end)) == ",":
        return True  # a frame in the middle
    return has_quotation_before(tokens, start) or not _says_after(tokens, start, end)


def _says_after(tokens: Tokens, start: int, end: int) -> bool:
    """Whether anything but the end of the sentence or a circumstance follows the frame."""
    index = _past_circumstances(tokens, end)
    if _text(tokens, index) in {"", ".", "!", "?"}:
        return False
    return _text(tokens, start - 1) != "," or not _is_adverbial(tokens, index)


def _is_adverbial(tokens: Tokens, start: int) -> bool:
    """Whether the rest of a sentence only says where or how: ", she said at the scene."."""
    rest = tokens.lowers[start : start + _LONGEST_ADVERBIAL]
    if rest[0] not in PREPOSITIONS or start + len(rest) < tokens.count:
        return False
    return VERBS.isdisjoint(rest) and "," not in rest and not any(map(is_number, rest))


def _past_circumstances(tokens: Tokens, end: int) -> int:
    """The first token after a frame that says neither when nor in what: "in a statement"."""
    index = end
    while index < tokens.count and (
        opens_circumstance(tokens, index, tokens.count) or tokens.lowers[index] in _CIRCUMSTANCES
    ):
        index += 1
    return index


def _text(tokens: Tokens, index: int) -> str:
    return tokens.texts[index] if 0 <= index < tokens.count else ""
