"""The noun phrases that name a speaker: where they begin and end, left and right of a verb."""

from annotations.extraction.events.triggers import WORDS, Form
from annotations.extraction.lexicon.abbreviations import BEFORE_NAME, MAY_END_SENTENCE, STATES
from annotations.extraction.lexicon.reporting import (
    MANNERS,
    REPORTING_VERBS,
    ROLES,
    UTTERANCES,
)
from annotations.extraction.lexicon.words import (
    ADVERBS,
    AUXILIARIES,
    COMMON_VERBS,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    SPEAKER_PRONOUNS,
    SUBORDINATORS,
    TIME_WORDS,
)
from annotations.extraction.numbers.numerals import is_number
from annotations.extraction.text.tokens import Tokens

QUOTES = frozenset('"“”„«»‘')
_STOPS = frozenset(".;:!?…()[]—|") | QUOTES
_SAID = frozenset({"said", "says", "say"})
_CLOSING = frozenset('”"»')
_LEADING = ADVERBS | TIME_WORDS | COORDINATORS | {"but", "so", "for", "as"}
_BEFORE_VERB = AUXILIARIES | ADVERBS | {"neither", "nor", "both", "all", "each"}
_CLAUSE_OPENERS = frozenset({";", "but", "while", "whereas"})
LONGEST_SPEAKER = 30  # tokens
_LONGEST_CONJUNCT = 6
VERBS = (
    AUXILIARIES
    | COMMON_VERBS
    | REPORTING_VERBS
    | {
        word
        for word, triggers in WORDS.items()
        if any(trigger.form not in (Form.NOUN, Form.ADJECTIVE) for trigger in triggers)
    }
)


def first_verb(tokens: Tokens, before: int, *, after: int = 0) -> int:
    """The first verb of the sentence, or from a token on, before another; 0 for none."""
    for index in range(after, min(before, after + LONGEST_SPEAKER)):
        if tokens.lowers[index] in VERBS:
            return index
    return 0


def clause_start(tokens: Tokens, index: int) -> int:
    """The token behind the last word before that opens another main clause; 0 for none."""
    for before in range(index - 1, max(-1, index - LONGEST_SPEAKER), -1):
        if tokens.lowers[before] in _CLAUSE_OPENERS:
            return before + 1
    return 0


def phrase_left(tokens: Tokens, verb: int) -> tuple[int, int]:
    """The noun phrase before a verb, without auxiliaries, adverbs and times; may be empty."""
    end = verb
    while end and tokens.lowers[end - 1] in _BEFORE_VERB:
        end -= 1
    if end > 3 and tokens.texts[end - 1] == ")" and tokens.texts[end - 3] == "(":
        end -= 3  # "The World Bank (WB) says"
    if end and tokens.texts[end - 1] == ",":
        return _before_apposition(tokens, end - 1)
    if end and tokens.texts[end - 1] == "who":  # and not the WHO
        end -= 1
        end -= bool(end) and tokens.texts[end - 1] == ","
    start = _boundary_left(tokens, end)
    return _trimmed(tokens, start, end)


def _before_apposition(tokens: Tokens, comma: int) -> tuple[int, int]:
    """The phrase that ends in an apposition or relative clause closed by ``comma``."""
    inner = _boundary_left(tokens, comma, relatives=True)
    if inner < 2 or tokens.texts[inner - 1] != "," or inner == comma:
        return comma, comma
    outer = _boundary_left(tokens, inner - 1)
    if _is_age(tokens, outer, inner - 1):  # "Jane Roe, 54, who lost her house, said"
        inner = outer
        outer = _boundary_left(tokens, inner - 1)
        return _trimmed(tokens, outer, inner - 1)
    if tokens.lowers[inner] in {"who", "which", "whose", "whom"} or _is_aside(tokens, outer, inner):
        return _trimmed(tokens, outer, inner - 1)
    if _is_age(tokens, inner, comma):  # "Jane Roe, 54, said"
        return _trimmed(tokens, outer, inner - 1)
    title = outer + (tokens.lowers[outer] in DETERMINERS)  # "The coroner, Jane Roe, said"
    if not any(word[0].isupper() for word in tokens.texts[title : inner - 1]):
        named = tokens.texts[inner][0].isupper()
        return _trimmed(tokens, inner, comma) if named else (comma, comma)
    start, end = _trimmed(tokens, outer, inner - 1)
    return (start, comma) if end == inner - 1 else (start, end)


def _is_aside(tokens: Tokens, outer: int, inner: int) -> bool:
    """Whether a subject that opens the sentence is only parted from its verb: "The witness,
    speaking through an interpreter, said", "Norway, meanwhile, said".
    """
    if not VERBS.isdisjoint(tokens.lowers[outer : inner - 1]):
        return False
    word = tokens.lowers[inner]
    if outer:  # "“...,” one of the guests, a student, said"
        return tokens.texts[outer - 1] in _CLOSING and word in {"a", "an"}
    return word.endswith("ing") or word in ADVERBS or word == "for"


def _is_age(tokens: Tokens, start: int, end: int) -> bool:
    return end == start + 1 and start > 1 and is_number(tokens.lowers[start])


def _boundary_left(tokens: Tokens, end: int, *, relatives: bool = False) -> int:
    """Where the phrase that ends before token ``end`` begins."""
    start = end
    floor = max(0, end - LONGEST_SPEAKER)
    while start > floor:
        word = tokens.lowers[start - 1]
        if word == "," or _stops(tokens, start - 1):
            break
        if word in SUBORDINATORS and not relatives:
            break
        if word == "which" and start > 1 and tokens.lowers[start - 2] in PREPOSITIONS:
            break  # "a survey in which most said"
        if word in COORDINATORS and not _joins_speakers(tokens, start - 1):
            break
        start -= 1
    return start


def _stops(tokens: Tokens, index: int) -> bool:
    """Whether punctuation ends a phrase here; the full stop of "Gov." or "J." does not."""
    word = tokens.lowers[index]
    if word in {"-", "–"}:
        return not (index and tokens.touch(index - 1)) and not tokens.touch(index)
    if word not in _STOPS:
        return False
    if word != "." or index == 0 or index + 1 == tokens.count:
        return True
    before = tokens.lowers[index - 1]
    initial = len(before) == 1 and tokens.texts[index - 1].isupper()
    return not (initial or before in BEFORE_NAME or before in MAY_END_SENTENCE or before in STATES)


def _joins_speakers(tokens: Tokens, index: int) -> bool:
    """Whether a coordinator stands between two speakers: "Turkey and Russia said"."""
    for before in range(index - 1, max(-1, index - _LONGEST_CONJUNCT), -1):
        word = tokens.lowers[before]
        if word == "," or _stops(tokens, before) or word in SUBORDINATORS:
            return before < index - 1
        if word in VERBS or word in PREPOSITIONS:
            return False
    return 0 < index < _LONGEST_CONJUNCT


def _trimmed(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """The phrase without opening adverbials and closing times, manners and stray prepositions."""
    if end - start > 1 and tokens.lowers[start] in REPORTING_VERBS:
        start += 1  # "said a spokesman, who put it at nine"
    said = [at for at in range(start, end) if tokens.lowers[at] in _SAID]
    start = said[-1] + 1 if said else start  # "He said doctors counted 15"
    while start < end and tokens.lowers[start] in _LEADING and not _is_name(tokens, start, end):
        start += 1
    if start < end and tokens.lowers[start] in PREPOSITIONS:
        start = _after_adverbial(tokens, start, end)
    for index in range(start + 1, end):
        if opens_circumstance(tokens, index, end) or tokens.texts[index] in {"who", "which"}:
            end = index
            break
    while end > start and (
        tokens.lowers[end - 1] in PREPOSITIONS or tokens.lowers[end - 1] in ADVERBS
    ):
        end -= 1
    return _without_utterance(tokens, start, end)


def _is_name(tokens: Tokens, index: int, end: int) -> bool:
    """A name that is also a word for time: "May said", "Dawn reported"."""
    return index + 1 == end and tokens.texts[index][0].isupper() and index > 0


def _after_adverbial(tokens: Tokens, start: int, end: int) -> int:
    """Past a leading "On Monday" or "In a statement" that no comma closes."""
    for index in range(start + 2, end):
        word = tokens.lowers[index]
        if word in {"the", "a", "an"} or word in SPEAKER_PRONOUNS:
            return index
        if tokens.texts[index][0].isupper() and word not in TIME_WORDS:
            return index
    return end


def opens_circumstance(tokens: Tokens, index: int, end: int) -> bool:
    """Whether a time or manner begins here: "on Monday", "in a statement", "Tuesday"."""
    word = tokens.lowers[index]
    if word in TIME_WORDS and word not in {"late", "early", "day", "week", "month", "year"}:
        return True
    if word not in PREPOSITIONS or index + 1 >= end:
        return False
    following = tokens.lowers[index + 1]
    if following in {"a", "an", "the", "his", "her", "its", "their"} and index + 2 < end:
        following = tokens.lowers[index + 2]
    return following in TIME_WORDS or following in MANNERS or tokens.texts[index + 1].isdigit()


def _without_utterance(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """The maker of a statement: "a statement from the ministry" gives "the ministry"."""
    for index in range(start, min(end, start + 4)):
        if tokens.lowers[index] in UTTERANCES and index + 2 < end:
            if tokens.lowers[index + 1] in {"from", "by"}:
                return index + 2, end
            break
    return start, end


def phrase_right(tokens: Tokens, start: int) -> tuple[int, int]:
    """The noun phrase that begins at ``start``; may be empty."""
    end = start
    limit = min(tokens.count, start + LONGEST_SPEAKER)
    while end < limit:
        word = tokens.lowers[end]
        if word == "," or _stops(tokens, end):
            break
        if end > start and (word in SUBORDINATORS or word in AUXILIARIES):
            break
        if end > start and (opens_circumstance(tokens, end, limit) or tokens.texts[end] == "who"):
            break
        end += 1
    return _with_apposition(tokens, start, end)


def _with_apposition(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """The phrase with the role after its comma: "Jane Roe, a spokeswoman for the mayor"; of "the
    mayor, Jane Roe" the name.
    """
    named = _name_behind(tokens, start, end)
    if named > end:
        return end + 1, named
    if (
        end + 2 < tokens.count
        and end > start
        and tokens.texts[end] == ","
        and (tokens.lowers[end + 1] in {"a", "an", "the"} or tokens.lowers[end + 1] in ROLES)
        and tokens.texts[end - 1][0].isupper()
    ):
        finish = end + 2
        while finish < tokens.count and not _stops(tokens, finish):
            word = tokens.lowers[finish]
            if word == "," or word in SUBORDINATORS or word in AUXILIARIES:
                break
            finish += 1
        if finish == tokens.count or tokens.texts[finish] in {".", ","}:
            return start, finish
    return start, end


def _name_behind(tokens: Tokens, start: int, comma: int) -> int:
    """The end of a name between a role's comma and the next; the comma itself where none is."""
    if not start < comma < tokens.count - 1 or not _is_bare(tokens, start, comma):
        return comma
    end = comma + 1
    while end < tokens.count and tokens.texts[end][0].isupper() and not _is_word(tokens, end):
        end += 1
    closed = end == tokens.count or tokens.texts[end] in {",", "."}
    return end if closed and end > comma + 1 else comma


def _is_bare(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a phrase before a comma names nobody: "the mayor"."""
    return tokens.texts[end] == "," and all(text[0].islower() for text in tokens.texts[start:end])


def _is_word(tokens: Tokens, index: int) -> bool:
    return tokens.lowers[index] in TIME_WORDS or tokens.lowers[index] in VERBS
