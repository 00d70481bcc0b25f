"""What stands earlier in a figure's clause makes of it: a condition, a falsehood, a fear."""

from annotations.extraction.circumstances.denials import negates
from annotations.extraction.lexicon.modality import (
    CHECKING,
    CONDITIONS,
    FALSE,
    FALSEHOODS,
    PROOFS,
    UNCERTAIN,
)
from annotations.extraction.lexicon.words import COORDINATORS
from annotations.extraction.text.tokens import Tokens
from annotations.extraction.types import Standing

_TURNING = CONDITIONS | UNCERTAIN | FALSE | FALSEHOODS | PROOFS | CHECKING | frozenset(";:,")
_LACKING_WITHIN = 4  # tokens: "did not find any evidence"
_UNABLE = frozenset({"not", "cannot", "couldn't", "couldn’t", "unable"})
_UNABLE_WITHIN = 4
_OPENING = frozenset({"if", "unless"})
_FURTHEST = 25  # tokens back to what turns a figure


def of_clause(tokens: Tokens, before: int) -> Standing:
    """The standing of what a clause goes on to say at a token."""
    lowers = tokens.lowers
    for index in range(before - 1, max(-1, before - _FURTHEST), -1):
        word = lowers[index]
        if word not in _TURNING:
            continue
        if word in PROOFS or word in CHECKING:
            found = _of_check(tokens, index, before)
            if found is None:
                continue
            return found
        if word in CONDITIONS or word in UNCERTAIN:
            return Standing.HYPOTHETICAL
        if word in FALSEHOODS and lowers[index + 1] != "that":
            continue  # "the wreck lies 40 metres down"
        if word in FALSE or word in FALSEHOODS:
            return Standing.DENIED
        if word == "," and lowers[0] in _OPENING:
            return Standing.HYPOTHETICAL  # "If convicted, he faces 25 years"
        if word != "," or lowers[index + 1] not in COORDINATORS:
            break
    return Standing.ASSERTED


def _of_check(tokens: Tokens, index: int, before: int) -> Standing | None:
    """ "No evidence that", "not true that" deny; "could not confirm that" leaves open."""
    lowers = tokens.lowers
    if lowers[index] in CHECKING:
        unable = not _UNABLE.isdisjoint(lowers[max(0, index - _UNABLE_WITHIN) : index])
        return Standing.HYPOTHETICAL if unable else None
    told = "that" in lowers[index + 1 : index + 4] or lowers[index + 1 : before] in (["of"], ["to"])
    lacking = any(negates(tokens, at) for at in range(max(0, index - _LACKING_WITHIN), index))
    return Standing.DENIED if told and lacking else None
