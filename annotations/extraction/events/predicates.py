"""Who people are by what is said of them: "four of the dead were nurses", "two of them boys"."""

from annotations.extraction.figures.quantities import Quantity
from annotations.extraction.lexicon.casualties import CASUALTY, FATES
from annotations.extraction.lexicon.words import words
from annotations.extraction.nouns.counted import read_counted
from annotations.extraction.text.tokens import Tokens

_COPULAS = words("was were is are")
_APPOSED = words("them whom")
_THOSE = words("the those these them whom")
_ARTICLES = words("a an")
_UNNAMED = CASUALTY | FATES | words("victim people person")


def name_by_predicate(tokens: Tokens, quantity: Quantity) -> None:
    """Count the people that a number without a noun, or of the dead, is said to have been."""
    if quantity.unit not in {"", "person"} or (quantity.counted or "dead") not in _UNNAMED:
        return
    at = _behind_those(tokens.lowers, quantity.reach)
    if tokens.lowers[at : at + 1] == []:
        return
    if tokens.lowers[at] in _COPULAS:
        at += 1
    elif tokens.lowers[at - 1] not in _APPOSED:
        return
    one = quantity.high == 1
    at += one and tokens.lowers[at] in _ARTICLES
    named = read_counted(tokens, at, plural=not one)
    if named and named.person and named.noun not in _UNNAMED:
        quantity.unit = "person"
        quantity.counted, quantity.counted_modifiers = named.noun, named.modifiers
        quantity.counted_text = tokens.text(named.first, named.last)


def _behind_those(lowers: list[str], at: int) -> int:
    """The token behind "of the dead" or "of those killed" at ``at``, else ``at`` itself."""
    if lowers[at : at + 1] != ["of"] or lowers[at + 1 : at + 2] == []:
        return at
    if lowers[at + 1] not in _THOSE:
        return at
    fated = lowers[at + 2 : at + 3] and lowers[at + 2] in _UNNAMED
    return at + 3 if fated else at + 2
