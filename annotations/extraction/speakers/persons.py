"""Whom "he", "she" or "it" may stand for: those a sentence introduces, and those who spoke."""

from annotations.extraction.lexicon.abbreviations import BEFORE_NAME, SENTENCE_STARTERS
from annotations.extraction.lexicon.reporting import ORGANISATIONS, ROLES, UTTERANCES
from annotations.extraction.lexicon.words import PREPOSITIONS, words
from annotations.extraction.numbers.numerals import is_number
from annotations.extraction.speakers.speaker_phrases import VERBS
from annotations.extraction.text.nouns import is_person, lemma
from annotations.extraction.text.tokens import Tokens

_LONGEST_NAME = 5  # tokens
_LONGEST_ROLE = 6
_RELATIVES = frozenset({"who", "whose"})
_ARTICLES = words("a an the his her its their one")
_BODIES = ORGANISATIONS | UTTERANCES | words("police authorities media state television radio")


def introduced(tokens: Tokens, *, known: bool) -> str:
    """The person whom a sentence is about, as it names him: "Jane Roe, a nurse, lost her home".

    Where somebody is ``known``, only one who is said to be a person takes over.
    """
    end = 0
    if tokens.texts[0] in SENTENCE_STARTERS:
        return ""
    while end < min(tokens.count, _LONGEST_NAME) and _is_of_name(tokens, end):
        end += 1
    if end < 2 or end == tokens.count:
        return ""
    titled = tokens.lowers[0] in BEFORE_NAME or any(map(_is_role, tokens.lowers[:end]))
    if titled or _is_described(tokens, end) or (not known and tokens.lowers[end] in VERBS):
        name = tokens.text(0, end)
        return name if not _BODIES.intersection(tokens.lowers[:end]) else ""
    return ""


def introduced_body(tokens: Tokens) -> str:
    """The organisation that a sentence is about: "The pilots’ union condemned the move"."""
    for index, word in enumerate(tokens.lowers[:_LONGEST_NAME]):
        if word in PREPOSITIONS or word in VERBS:
            break
        if word in ORGANISATIONS and index + 1 < tokens.count:
            subject = tokens.lowers[index + 1] in VERBS or tokens.lowers[index + 1] == ","
            return tokens.text(0, index + 1) if subject else ""
    return ""


def may_be_person(speaker: str) -> bool:
    """Whether one who spoke can be "he" or "she": a role or a name, and no body's."""
    head = ""
    for word in speaker.replace(",", " ,").split():
        if word == "," or word in PREPOSITIONS:
            break
        head = word
    if head.islower():
        return _is_role(head) and lemma(head) == head
    return bool(head) and not head.isupper() and head.lower() not in _BODIES


def _is_of_name(tokens: Tokens, index: int) -> bool:
    if tokens.texts[index] == ".":
        before = tokens.texts[index - 1]
        return index > 0 and (len(before) == 1 or before.lower() in BEFORE_NAME)
    return tokens.texts[index][0].isupper() and not tokens.lowers[index].endswith(("'s", "’s"))


def _is_role(word: str) -> bool:
    return word in ROLES or is_person(word)


def _is_described(tokens: Tokens, comma: int) -> bool:
    """Whether an age or a role follows, as of a person: ", 54,", ", a nurse,", ", who"."""
    if tokens.texts[comma] != "," or comma + 1 == tokens.count:
        return False
    following = tokens.lowers[comma + 1]
    if following in _RELATIVES or is_number(following):
        return True
    role = tokens.lowers[comma + 1 : comma + 1 + _LONGEST_ROLE]
    return following in _ARTICLES | ROLES and any(map(_is_role, role))
