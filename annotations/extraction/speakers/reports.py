"""Where a sentence reports: the reporting word, the speaker's phrase and the frame they make."""

from annotations.extraction.lexicon.reporting import (
    AMBIGUOUS_VERBS,
    DENYING,
    OWN_FIGURES,
    PARTICIPLES,
    QUOTING,
    REPORTING_BEFORE_THAT,
    REPORTING_VERBS,
    SAYERS,
)
from annotations.extraction.lexicon.words import (
    BE,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    TIME_WORDS,
    words,
)
from annotations.extraction.speakers.reported_numbers import (
    GIVING,
    gives_number,
    is_owned,
    number_follows,
    owner,
)
from annotations.extraction.speakers.speaker_phrases import (
    LONGEST_SPEAKER,
    QUOTES,
    clause_start,
    first_verb,
    opens_circumstance,
    phrase_left,
    phrase_right,
)
from annotations.extraction.text.tokens import Tokens

TRIGGERS = (
    REPORTING_VERBS
    | AMBIGUOUS_VERBS
    | PARTICIPLES
    | QUOTING
    | REPORTING_BEFORE_THAT
    | OWN_FIGURES
    | GIVING
    | frozenset({"according", "per", "citing", "quoting", ":"})
)
_ALL = frozenset({"both", "all", "each"})  # "the army and the police both said"
# Before a verb they make it passive, an infinitive or an adjective.
_NO_SUBJECT = (
    BE
    | (DETERMINERS - _ALL)
    | words("to of it's it’s he's he’s she's she’s that's that’s there's there’s")
    | {"united"}  # the United States
)
_BEFORE_NOUN = PREPOSITIONS | DETERMINERS | REPORTING_VERBS | PARTICIPLES
_CLOSING = frozenset("”\"»’'")
_CLOSING_STOPS = frozenset(",.!?…")  # inside the quotation, as no quoted title has
_LIVES = frozenset({"life", "lives"})
_ACCUSED = frozenset({"accused", "blamed"})
_CONDITIONAL = AMBIGUOUS_VERBS | REPORTING_BEFORE_THAT | {"alleged"}
_OF_WHAT = frozenset({"of", "for"})  # "the man accused of": not "accused the man of"
_BEFORE_CLAUSE = words("say claim alleged believe believes reckon reckons")
_OF_DOING = words("described recalled admitted recounted")  # "described seeing"
_LONGEST_ADDRESSEE = 6
_LONGEST_OPENING = 6  # tokens between "posted" and what was posted: "on X:"
_LONGEST_SAYER = 4
_ENDS_ADDRESSEE = QUOTES | {"", ".", ",", ":", ";", "that"}
_TELLING = frozenset({"told", "tells", "informed"})


def _text(tokens: Tokens, index: int) -> str:
    return tokens.lowers[index] if 0 <= index < tokens.count else ""


def frame_at(tokens: Tokens, index: int) -> tuple[tuple[int, int], int, int] | None:
    """The speaker's phrase and the frame's span in tokens, where the word at ``index`` reports."""
    word = tokens.lowers[index]
    previous = tokens.lowers[index - 1] if index else ""
    if word in _SOURCES:
        return _SOURCES[word](tokens, index)
    if word in OWN_FIGURES and is_owned(tokens, index):
        return owner(tokens, index)
    if previous in _NO_SUBJECT or (word in _ACCUSED and _text(tokens, index + 1) in _OF_WHAT):
        return None
    if word == "saying" and previous == "as":
        return _quoted_as_saying(tokens, index)
    if word in PARTICIPLES:
        return ((index, index), index, index + 1) if previous == "," else None
    if gives_number(tokens, index):
        return _subject_and_verb(tokens, index)
    if not _reports(tokens, index):
        return None
    if previous in COORDINATORS or previous == "but":
        return _first_subject(tokens, index)
    return _subject_and_verb(tokens, index) or _verb_and_subject(tokens, index)


def _reports(tokens: Tokens, index: int) -> bool:
    """Whether a word that need not report does so here."""
    word = tokens.lowers[index]
    following = _text(tokens, index + 1)
    if word in QUOTING and _is_beside_quotation(tokens, index):
        return True
    if word.startswith("claim") and not _LIVES.isdisjoint(tokens.lowers[index : index + 6]):
        return False  # "claimed 19 lives"
    if "who" in tokens.texts[max(0, index - 2) : index]:
        return following in PRONOUNS or following in DETERMINERS or following in QUOTES
    if word in _CONDITIONAL:
        return _reports_what_follows(tokens, index)
    return word in REPORTING_VERBS


def _reports_what_follows(tokens: Tokens, index: int) -> bool:
    """Whether what is said stands beside a word that may also be a noun or say something else."""
    word = tokens.lowers[index]
    following = _text(tokens, index + 1)
    if word in AMBIGUOUS_VERBS and _text(tokens, index - 1) in _BEFORE_NOUN:
        return False  # "rejects claims that", "of reports that"
    if following in {"that", ":"} or following in QUOTES:
        return True
    if following in {"", "."}:
        return "," in tokens.texts[:index]  # "..., documents show."
    if _is_set_off(tokens, index):
        return True
    if word in DENYING:
        return bool(following)
    if word in _OF_DOING and following.endswith("ing"):
        return True
    if word in _BEFORE_CLAUSE:
        given = following in PRONOUNS or following in DETERMINERS
        return given or number_follows(tokens, index + 1)
    return bool(index) and has_quotation_before(tokens, index)


def _is_set_off(tokens: Tokens, verb: int) -> bool:
    """Whether a comma parts a verb and its subject from what is said before, and only a time or
    the like follows: "..., the firm admitted on Sunday".
    """
    ends = _text(tokens, verb + 1) == "," or opens_circumstance(tokens, verb + 1, tokens.count)
    if verb + 1 == tokens.count or not ends:
        return False
    start, end = phrase_left(tokens, verb)
    return 0 < start < end and tokens.texts[start - 1] == ","


def _is_beside_quotation(tokens: Tokens, verb: int) -> bool:
    """Whether a quotation follows a verb, or stands right before it or its subject."""
    texts = tokens.texts
    for index in range(verb + 1, min(tokens.count - 1, verb + _LONGEST_OPENING)):
        if texts[index] in QUOTES:
            return index == verb + 1
        if texts[index] in {":", ","}:
            return texts[index + 1] in QUOTES
    ends = (phrase_left(tokens, verb)[0], verb)
    return any(
        end > 1 and texts[end - 1] in _CLOSING and texts[end - 2] in _CLOSING_STOPS for end in ends
    )


def has_quotation_before(tokens: Tokens, index: int) -> bool:
    return any(mark in tokens.texts[:index] for mark in '”"»')


def _quoted(tokens: Tokens, index: int) -> tuple[tuple[int, int], int, int] | None:
    """ "quoting a witness"."""
    phrase = phrase_right(tokens, index + 1)
    return (phrase, index, phrase[1]) if phrase[0] < phrase[1] else None


def _source_after(tokens: Tokens, index: int) -> tuple[tuple[int, int], int, int] | None:
    """ "According to the ministry", "per the ministry"."""
    begin = index + 1
    if tokens.lowers[index] == "according":
        if begin >= tokens.count or tokens.lowers[begin] != "to":
            return None
        begin += 1
    elif index and tokens.texts[index - 1] != ",":
        return None  # "three per day"
    phrase = phrase_right(tokens, begin)
    return (phrase, index, phrase[1]) if phrase[0] < phrase[1] else None


def _quoted_as_saying(tokens: Tokens, index: int) -> tuple[tuple[int, int], int, int] | None:
    """ "The agency quoted the minister as saying": the minister speaks."""
    end = index - 1
    for begin in range(end - 1, max(-1, end - LONGEST_SPEAKER), -1):
        if tokens.lowers[begin] in {"quoted", "quotes", "cited", "cites"}:
            if begin + 1 == end:  # "was quoted as saying"
                phrase = phrase_left(tokens, begin)
                return (phrase, phrase[0], index + 1) if phrase[0] < phrase[1] else None
            return (begin + 1, end), phrase_left(tokens, begin)[0], index + 1
    return None


def _beside_colon(tokens: Tokens, index: int) -> tuple[tuple[int, int], int, int] | None:
    """A headline's speaker: "Police: three held", "Three held: police"."""
    if 0 < index <= _LONGEST_SAYER and tokens.lowers[index - 1] in SAYERS:
        return (0, index), 0, index + 1
    behind = tokens.count - index - 1
    acronym = behind == 1 and len(tokens.texts[-1]) > 1 and tokens.texts[-1].isupper()
    if 0 < behind <= _LONGEST_SAYER and (acronym or tokens.lowers[-1] in SAYERS):
        return (index + 1, tokens.count), index, tokens.count
    return None


def _subject_and_verb(tokens: Tokens, index: int) -> tuple[tuple[int, int], int, int] | None:
    phrase = phrase_left(tokens, index)
    if phrase[0] == phrase[1]:
        return None
    return phrase, phrase[0], _after_addressee(tokens, index)


def _after_addressee(tokens: Tokens, verb: int) -> int:
    """The token behind whom a speaker told: "told parliament", "told reporters that"."""
    if tokens.lowers[verb] not in _TELLING:
        return verb + 1
    for index in range(verb + 1, min(tokens.count + 1, verb + 2 + _LONGEST_ADDRESSEE)):
        word = _text(tokens, index)
        if word in _ENDS_ADDRESSEE or word in PREPOSITIONS or word in TIME_WORDS:
            return index
    return verb + 1


def _first_subject(tokens: Tokens, index: int) -> tuple[tuple[int, int], int, int] | None:
    """ "The mayor called it a disaster and said ...": the subject of the clause's first verb."""
    first = first_verb(tokens, index, after=clause_start(tokens, index))
    phrase = phrase_left(tokens, first) if first else (0, 0)
    return (phrase, index, index + 1) if phrase[0] < phrase[1] else None


def _verb_and_subject(tokens: Tokens, index: int) -> tuple[tuple[int, int], int, int] | None:
    """ "said the ministry", after what was said."""
    if tokens.lowers[index] in {"told", "tells"}:
        return None
    if index and tokens.texts[index - 1] not in {",", "”", '"', "’", "'", "»"}:
        return None
    phrase = phrase_right(tokens, index + 1)
    return (phrase, index, phrase[1]) if phrase[0] < phrase[1] else None


# Words that name a source by themselves, whatever stands around them.
_SOURCES = {
    "according": _source_after,
    "per": _source_after,
    "citing": _quoted,
    "quoting": _quoted,
    ":": _beside_colon,
}
