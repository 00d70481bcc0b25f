"""Speakers known by a number: whose it is, who gives it, who counts it."""

from annotations.extraction.lexicon.bounds import FILLERS
from annotations.extraction.lexicon.numerals import STARTERS
from annotations.extraction.lexicon.reporting import COUNTING, COUNTS
from annotations.extraction.lexicon.words import DETERMINERS, PREPOSITIONS, words
from annotations.extraction.numbers.numerals import is_number
from annotations.extraction.text.tokens import Tokens

_PUT = words("put puts putting estimated estimates estimate estimating gave give gives giving")
GIVING = COUNTING | _PUT
_BOUNDING = (
    FILLERS
    | DETERMINERS
    | words(
        """
        about around some nearly almost over under at as up to least most more fewer less than
        many much of close
        """
    )
)
_LONGEST_BOUND = 5  # tokens
_LONGEST_OWNER = 5


def gives_number(tokens: Tokens, index: int) -> bool:
    """Whether the verb gives a number: "put the toll at 31", "counted 15"."""
    word = tokens.lowers[index]
    if word in _PUT:
        return _gives_count(tokens, index)
    return word in COUNTING and number_follows(tokens, index + 1)


def _gives_count(tokens: Tokens, index: int) -> bool:
    """ "put the toll at 31", "gave the toll as 31"."""
    following = tokens.lowers[index + 1 : index + 9]
    return not COUNTS.isdisjoint(following) and ("at" in following or "as" in following)


def number_follows(tokens: Tokens, index: int) -> bool:
    """Whether a number comes next, its bound before it: "at least 15", "of some forty"."""
    for word in tokens.lowers[index : index + 1 + _LONGEST_BOUND]:
        if is_number(word) or word in STARTERS:
            return True
        if word not in _BOUNDING:
            break
    return False


def is_owned(tokens: Tokens, index: int) -> bool:
    """Whether a figure is somebody's: "Oldland's figure of", "by the rebels' count,"."""
    before = _text(tokens, index - 1)
    if not before.endswith(("'s", "’s")) and before not in {"'", "’"}:
        return False
    return _text(tokens, index + 1) in {"of", "that"} or _counts_by(tokens, index)


def _counts_by(tokens: Tokens, index: int) -> bool:
    """Whether a figure is what somebody counts by: "by the union's tally, 300 stayed out"."""
    start = owner(tokens, index)[1]
    return _text(tokens, start - 1) in {"by", "on"} and _text(tokens, index + 1) in {",", ".", ""}


def owner(tokens: Tokens, index: int) -> tuple[tuple[int, int], int, int]:
    """The possessor before a noun: a name, or a noun with its article."""
    end = index
    first = index - 1 - (tokens.lowers[index - 1] in {"'", "’"})
    start = first
    for before in range(first - 1, max(-1, first - _LONGEST_OWNER), -1):
        if tokens.lowers[before] in DETERMINERS:
            start = before
            break
        if tokens.texts[before][0].isupper() and tokens.texts[start][0].isupper():
            start = before
        elif not tokens.texts[before][0].isalpha() or tokens.lowers[before] in PREPOSITIONS:
            break
    return (start, end), start, index + 2


def _text(tokens: Tokens, index: int) -> str:
    return tokens.lowers[index] if 0 <= index < tokens.count else ""
