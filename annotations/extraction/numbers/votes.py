"""The two counts of a vote that are written as a score is: voted 312-108, in a 7-2 vote."""

from annotations.extraction.lexicon.words import words
from annotations.extraction.numbers.units import HYPHENS
from annotations.extraction.text.tokens import Tokens

_VOTING = words("vote votes voted voting ballot ballots")
_DECIDING = words(
    """
    passed passes approved approves rejected rejects adopted adopts ratified ratifies endorsed
    confirmed ruled
    """
)
_NEAR = 6  # tokens between "passed" and its counts


def is_count_of_vote(tokens: Tokens, at: int) -> bool:
    """Whether a number in digits is how many voted for or against: 312-108, voted 312 to 108."""
    if _is_against(tokens, at):
        return True
    if HYPHENS.isdisjoint(tokens.texts[max(0, at - 1) : at + 2]):
        return False
    first = at - 2 if _is_pair(tokens, at - 2) else at
    if not _is_pair(tokens, first) or _is_pair(tokens, first + 2) or _is_pair(tokens, first - 2):
        return False
    if not _VOTING.isdisjoint(tokens.lowers):
        return True
    return not _DECIDING.isdisjoint(tokens.lowers[max(0, first - _NEAR) : first])


def _is_against(tokens: Tokens, at: int) -> bool:
    """Whether a number is one of the two that "voted" has behind it: voted 312 to 108."""
    first = at if at and tokens.lowers[at - 1] == "voted" else at - 2
    if first < 1 or first + 2 >= tokens.count or tokens.lowers[first - 1] != "voted":
        return False
    numbers = tokens.texts[first].isdecimal() and tokens.texts[first + 2].isdecimal()
    return numbers and tokens.lowers[first + 1] in {"to", "against"}


def _is_pair(tokens: Tokens, at: int) -> bool:
    """Whether a hyphen joins the whole number at a token to another."""
    return (
        0 <= at < tokens.count - 2
        and tokens.texts[at + 1] in HYPHENS
        and tokens.touch(at)
        and tokens.touch(at + 1)
        and tokens.texts[at].isdecimal()
        and tokens.texts[at + 2].isdecimal()
    )
