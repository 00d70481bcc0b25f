"""Amounts that are no figures, judged by what stands around them once they are read."""

from annotations.extraction.lexicon.casualties import CASUALTY, DONE_TO_PEOPLE, HARM
from annotations.extraction.lexicon.words import (
    AUXILIARIES,
    COMMON_VERBS,
    COORDINATORS,
    PREPOSITIONS,
    words,
)
from annotations.extraction.nouns.counted import Counted
from annotations.extraction.nouns.heads import plural_head
from annotations.extraction.nouns.names import (
    OLDEST,
    is_age,
    is_name,
    is_numbered,
    is_ranked,
    is_title,
)
from annotations.extraction.numbers.amounts import Amount
from annotations.extraction.numbers.dates import are_years, is_year
from annotations.extraction.numbers.units import HYPHENS
from annotations.extraction.text.nouns import is_person, is_plural, lemma
from annotations.extraction.text.tokens import Tokens

_DEFINITE = words("no any every each this the some another last next")
_NOT_ONE_BEFORE = _DEFINITE | {"that", "which"}
_NOT_ONE_BEHIND = words("another who that which can is was has would will should day time thing")
_AT_ONE = words("point time stage moment hand side end extreme level glance morning evening night")
_LASTING = words("in for lasted of after than within least about takes took lasting just only")
_THE_SAME = words("the these those between number")
_SINGULAR_VERBS = COMMON_VERBS | words(
    "costs fixes features weighs offers sells launches arrives adds boasts gets hits wins ships"
)
_BEING = words("is was be turned turns turn turning am")
_AGE_BOUNDS = words("over under above below aged")
_BEFORE_PART = frozenset({",", "and", "(", "–", "—", "including"})
_CLOSING_PHRASE = AUXILIARIES | COORDINATORS | PREPOSITIONS | frozenset(",.;:)")
_CLOSING = COORDINATORS | PREPOSITIONS | frozenset(",.;:)") | words("dead person other others")
_FARTHEST_SUBJECT = 8  # tokens from a verb of dying to the age
_GUNS = words(
    "rifle pistol revolver handgun caliber calibre magnum gun round rounds bullet bullets"
)
_AGED = words("man woman boy girl child lad")
_AGES = words("age ages expectancy lifespan")
_APPROXIMATE = words("about around roughly nearly almost just only now")
_BEFORE_AGE = _BEING | _AGE_BOUNDS | _APPROXIMATE | {"aged", "age", "of", "at", "between"}
_DYING = words("died dies die dead")
_NOT_AGED = words("figure number total toll count tally ;")  # "12 died; the toll stands at 19"


def is_no_figure(tokens: Tokens, amount: Amount, counted: Counted | None, *, bounded: bool) -> bool:
    """Whether an amount with its noun is a year, a name, an age, a pronoun or says too little.

    ``bounded``: a modifier stands before it.
    """
    if amount.number.plain and _is_year(tokens, amount, counted, bounded=bounded):
        return True
    if amount.number.vague:
        return _says_too_little(tokens, amount, counted)
    if not amount.number.digits and is_title(tokens, amount.first, counted=counted is not None):
        return True
    if amount.unit:
        return not amount.number.digits and _is_idiom(tokens, amount)
    return _is_in_name(tokens, amount) or _is_uncounted(tokens, amount, counted)


def _is_in_name(tokens: Tokens, amount: Amount) -> bool:
    """Whether the words around a number make it a name whatever it counts."""
    at = amount.number.first
    if is_numbered(tokens, at) or _is_idle(tokens, amount):
        return True
    # round two of talks
    return is_ranked(tokens, at) and tokens.lowers[amount.last : amount.last + 1] == ["of"]


def _is_uncounted(tokens: Tokens, amount: Amount, counted: Counted | None) -> bool:
    """Whether a number without a unit counts nothing: a pronoun, a score, an age, a name."""
    at = amount.number.first
    if tokens.lowers[at] == "one" and amount.number.last == at + 1:
        return not _is_casualty(tokens, at) and (counted is None or _is_pronoun(tokens, at, at + 1))
    if counted is not None:
        return _is_model(tokens, amount, counted)
    if amount.joined and tokens.texts[at - 1] in HYPHENS:
        return True  # a score, a model: 737-800
    if amount.number.digits:
        return is_age(tokens, at) or is_name(tokens, amount.first)
    return _is_pronoun(tokens, at, amount.number.last)


def _is_idle(tokens: Tokens, amount: Amount) -> bool:
    """Whether a bare number is a part of an idiom or of a gun's name: one by one, zero-sum, a .22
    rifle.
    """
    at, last = amount.number.first, amount.number.last
    word = tokens.lowers[at]
    following = tokens.lowers[last] if last < tokens.count else ""
    if word == "zero" and last == at + 1:
        uncounted = following.isalpha() and following not in _CLOSING_PHRASE
        return following in HYPHENS or (uncounted and not is_plural(following))
    if word[0] == "." and following in _GUNS:
        return True
    twice = following == "by" and tokens.lowers[last + 1 : last + 2] == [word]
    return twice or tokens.lowers[max(0, at - 2) : at] == [word, "by"]


def _is_year(tokens: Tokens, amount: Amount, counted: Counted | None, *, bounded: bool) -> bool:
    """Whether a plain number is a year, or the end of a span of years."""
    if amount.money:
        return False
    at = amount.number.first
    if not amount.joined:
        return is_year(tokens, at, bounded=bounded, unit=bool(amount.unit))
    people = counted is not None and counted.person
    return not amount.unit and not people and are_years(tokens, amount.first, at)


def _says_too_little(tokens: Tokens, amount: Amount, counted: Counted | None) -> bool:
    """Whether several, a few or a handful count anything but people: no more than a plural."""
    if amount.number.scale > 1 or "couple" in tokens.lowers[amount.first : amount.number.last]:
        return not (amount.unit or counted)
    return not counted or not (counted.person or _is_harmed(tokens, amount, counted))


def _is_harmed(tokens: Tokens, amount: Amount, counted: Counted) -> bool:
    """Whether the sentence says that something was done to what is counted: several houses were
    destroyed.
    """
    before = tokens.lowers[amount.first - 1] if amount.first else ""
    following = tokens.lowers[counted.last : counted.last + 3]
    while following and following[0] in AUXILIARIES:
        following = following[1:]
    return before in HARM or (bool(following) and following[0] in HARM)


def _is_idiom(tokens: Tokens, amount: Amount) -> bool:
    """One day he will, a zero-day flaw: no durations."""
    at = amount.number.first
    if amount.number.last > at + 1 or amount.unit not in {"day", "time", "night", "second"}:
        return False
    if tokens.lowers[at] == "zero":
        return True
    before = tokens.lowers[at - 1] if at else ""
    return tokens.lowers[at] == "one" and before not in _LASTING


def _is_pronoun(tokens: Tokens, at: int, last: int) -> bool:
    """Whether number words up to a token stand for a thing spoken of before: no one, the two of
    them.
    """
    before = tokens.lowers[at - 1] if at else ""
    following = tokens.lowers[last] if last < tokens.count else ""
    if before in HYPHENS and tokens.lowers[max(0, at - 2) : at - 1] == ["of"]:
        return True  # a mother-of-two
    if tokens.lowers[at] == "one":
        if before in {"at", "on"} and following in _AT_ONE:
            return True  # at one point
        return before in _DEFINITE or following in _NOT_ONE_BEHIND  # "she said that one man died"
    if before in _THE_SAME and tokens.lowers[max(0, at - 2) : at - 1] == ["between"]:
        return True  # the gap between the two is wide
    if before in _THE_SAME or (before in HYPHENS and tokens.touch(at - 1)):
        return following not in AUXILIARIES
    if following in HYPHENS:
        return tokens.lowers[last + 1 : last + 2] not in ([","], ["and"], ["or"], ["to"])
    return is_name(tokens, at)


def _is_model(tokens: Tokens, amount: Amount, counted: Counted) -> bool:
    """Whether the "noun" behind a capitalised name and its number is a verb: the Pixel 4 starts."""
    at = amount.number.first
    verb = counted.last == amount.last + 1 and tokens.lowers[amount.last] in _SINGULAR_VERBS
    return verb and at > 0 and amount.number.plain and tokens.texts[at - 1][0].isupper()


def _is_casualty(tokens: Tokens, at: int) -> bool:
    """And one was wounded, six miners, one of them a boy: a count, not a pronoun."""
    said = tokens.lowers[at + 1 : at + 3]
    before = tokens.lowers[at - 1] if at else ""
    if said in (["of", "them"], ["of", "whom"]):
        return before in _BEFORE_PART
    if before in _NOT_ONE_BEFORE or before in HYPHENS:
        return False  # no one was hurt
    if before in DONE_TO_PEOPLE or said[:1] == ["dead"]:
        return not said or said[0] in _CLOSING  # killing one, leaving one dead
    return len(said) == 2 and said[0] in AUXILIARIES and said[1] in CASUALTY


def _is_stated(tokens: Tokens, said: list[str], last: int) -> bool:
    """Whether the words before a number that ends at a token say that it is an age: aged 25, of age
    25, a man of 40.
    """
    if said[-1:] in (["aged"], ["age"]) or said[-2:] in (["age", "of"], ["ages", "of"]):
        return True
    if said[-1:] == ["of"] and said[-2:-1] and said[-2] in _AGED:
        return plural_head(tokens, last) is None  # but a father of two sons
    return said[-2:-1] == ["aged"] and said[-1] in _AGE_BOUNDS | {"between"}


def is_age_of_somebody(tokens: Tokens, amount: Amount) -> bool:
    """Whether a bare number is an age: aged 25, children under five, she will be 35."""
    at = amount.first
    if not at or tokens.lowers[at - 1] not in _BEFORE_AGE:
        return False
    if amount.high > OLDEST or not amount.high.is_integer():
        return False
    if at > 1 and tokens.lowers[at - 1] in _AGE_BOUNDS and is_person(lemma(tokens.lowers[at - 2])):
        return not tokens.lowers[at + 1 : at + 2] or tokens.lowers[at + 1] in _CLOSING_PHRASE
    said = tokens.lowers[max(0, at - _FARTHEST_SUBJECT) : at]
    if _is_stated(tokens, said, amount.last):
        return True
    if said[-1:] == ["at"]:
        return not _DYING.isdisjoint(said) and _NOT_AGED.isdisjoint(said)
    if tokens.lowers[amount.last : amount.last + 1] == ["of"] or plural_head(tokens, amount.last):
        return False  # he is one of them, she was two goals down
    while said[-1:] and said[-1] in _APPROXIMATE:
        said.pop()
    if not said or said[-1] not in _BEING:
        return False
    return not (_AGES.isdisjoint(said) and {"he", "she", "i", "who"}.isdisjoint(said[-3:]))
