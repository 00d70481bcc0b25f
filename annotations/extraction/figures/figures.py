"""The figures of one sentence: numbers with their bounds, units and counted nouns."""

from annotations.extraction.figures import exclusions
from annotations.extraction.figures.counting import take_noun
from annotations.extraction.figures.ellipsis import complete
from annotations.extraction.figures.quantities import Quantity
from annotations.extraction.figures.refusals import is_no_figure
from annotations.extraction.lexicon.changes import GETTING
from annotations.extraction.lexicon.numerals import STARTERS
from annotations.extraction.lexicon.words import MONTHS, words
from annotations.extraction.nouns.counted import Counted, read_repeated
from annotations.extraction.nouns.names import is_model, is_name, is_numbered
from annotations.extraction.numbers.amounts import Amount, read_amount
from annotations.extraction.numbers.bounds import bound_before, bound_behind, direction_before
from annotations.extraction.numbers.dates import is_year
from annotations.extraction.numbers.manifold import MANIFOLD, direction_of, read_manifold
from annotations.extraction.numbers.numerals import EXACT_DIGITS, Numeral, is_number
from annotations.extraction.numbers.ranges import read_range
from annotations.extraction.numbers.units import TIME_UNITS
from annotations.extraction.numbers.unnumbered import SPANS
from annotations.extraction.numbers.votes import is_count_of_vote
from annotations.extraction.text.tokens import Tokens
from annotations.extraction.types import Direction, Modifier

_LASTING = words(
    """
    for of after took take takes taken last lasts lasted lasting is was be been being are were
    spent spend spends spending waited serving served well just little the a an
    """
)
_STARTERS = STARTERS | SPANS | MANIFOLD
_STEPS = frozenset({"point", "place", "spot", "notch", "rung"})
_FEW = 9.0
_SMALL = 100.0
_FROM_BELOW = (Modifier.AT_LEAST, Modifier.MORE_THAN)
_FROM_ABOVE = (Modifier.AT_MOST, Modifier.LESS_THAN)


def quantities_in(tokens: Tokens) -> list[Quantity]:
    """Give the quantities that the tokens of one sentence state, in order, none overlapping.

    Call once a sentence with ``tokenize(text, start, end)``; spans are into the whole text, token
    indices into ``tokens``. Linear in the number of tokens. Never raises, whatever the text.
    Make a ``Figure`` of each with ``quantity.figure(text, meaning, claim)``.
    """
    found: list[Quantity] = []
    done = named = 0
    for at in _candidates(tokens):
        if at < done:
            continue
        quantity, done = _read(tokens, at, found[-1].reach if found else 0)
        if quantity is None and tokens.lowers[at] in SPANS:
            continue
        if quantity is None or (not quantity.unit and _goes_on(tokens, named, at)):
            named = done if _is_label(tokens, at) or _goes_on(tokens, named, at) else 0
            continue
        if not found or quantity.first >= found[-1].last:
            found.append(quantity)
            done = max(done, _behind_models(tokens, quantity))
    return complete(tokens, found)


def _is_label(tokens: Tokens, at: int) -> bool:
    """Whether the word before a number makes it a name, and no date."""
    dated = at > 0 and tokens.lowers[at - 1] in MONTHS
    return not dated and (is_numbered(tokens, at) or is_name(tokens, at))


def _goes_on(tokens: Tokens, named: int, at: int) -> bool:
    """Whether a bare number goes on with names that end at a token: Articles 4, 5 and 6."""
    if not named or at - named > 2 or is_year(tokens, named - 1, bounded=False, unit=False):
        return False
    return tokens.lowers[named:at] in (["and"], ["or"], [","], ["to"], [",", "and"])


def _behind_models(tokens: Tokens, quantity: Quantity) -> int:
    """Where to go on behind the names in a noun phrase: two new 737 Max jets, 40 iPhone 15s."""
    if not quantity.counted:
        return 0
    for at in range(quantity.reach - 1, quantity.last - 1, -1):
        if tokens.texts[at].isdecimal() and is_model(tokens, at, quantity.last):
            return at + 1
    return 0


def _candidates(tokens: Tokens) -> list[int]:
    return [
        at
        for at, word in enumerate(tokens.lowers)
        if word in _STARTERS or (word < ":" and is_number(word))
    ]


def _read(tokens: Tokens, at: int, behind: int) -> tuple[Quantity | None, int]:
    """The quantity whose number is at a token, if it is one, and where to go on.

    ``behind`` is the end of the noun phrase of the quantity before.
    """
    word = tokens.lowers[at]
    if is_number(word):
        if is_count_of_vote(tokens, at):
            return _count_of_vote(tokens, at), at + 1
        end = exclusions.skip(tokens, at)
        if end:
            return None, end
    elif word in MANIFOLD:
        quantity = _read_manifold(tokens, at)
        return quantity, quantity.last if quantity else at + 1
    amount = read_amount(tokens, at)
    if amount is None:
        return None, at + 1
    modifier, bound = bound_before(tokens, amount.first)
    direction = Direction.UP if amount.signed else direction_before(tokens, bound)
    changing = direction is not None and tokens.lowers[bound - 1] != "of"
    joined = read_range(tokens, amount, changing=changing)
    if joined is None and not amount.unit and exclusions.is_score(tokens, amount.last):
        return None, exclusions.chain(tokens, at)
    amount = joined or amount
    modifier_behind, last = bound_behind(tokens, amount.last)
    counted = take_noun(tokens, amount, last)
    if modifier is Modifier.MORE_THAN and _is_span(tokens, amount, bound, behind):
        modifier = None
    if is_no_figure(tokens, amount, counted, bounded=modifier is not None):
        return None, amount.last
    quantity = _quantity(tokens, amount, counted, modifier_behind or modifier)
    quantity.bound = bound
    quantity.reach = max(quantity.reach, last)
    if direction and _may_change(amount, counted, bare=tokens.lowers[bound - 1] in GETTING):
        quantity.direction = direction
    return quantity, amount.last


def _count_of_vote(tokens: Tokens, at: int) -> Quantity:
    """Each count of 312-108."""
    value = float(tokens.texts[at][:EXACT_DIGITS])
    amount = Amount(Numeral(value, value, at, at + 1, digits=True), value, value, at, at + 1)
    return _quantity(tokens, amount, Counted("vote", (), at, at), None)


def _read_manifold(tokens: Tokens, at: int) -> Quantity | None:
    """Twice, tenfold, more than doubled."""
    amount = read_manifold(tokens, at)
    if amount is None:
        return None
    modifier, bound = bound_before(tokens, at)
    counted = read_repeated(tokens, at) if amount.unit == "time" else None
    quantity = _quantity(tokens, amount, counted, modifier)
    quantity.bound = bound
    quantity.direction = direction_of(tokens, at)
    return quantity


def _may_change(amount: Amount, counted: Counted | None, *, bare: bool) -> bool:
    """Whether a figure can be how far something went: rose 5%, but lost three men and added 15.

    ``bare``: the verb stands right before it, without a "by".
    """
    if counted and amount.unit in {"", "person"}:
        return counted.noun in _STEPS
    return bool(amount.unit) or (amount.number.digits and not (bare and amount.high < _SMALL))


def _is_span(tokens: Tokens, amount: Amount, bound: int, behind: int) -> bool:
    """Whether "over" is no bound but what something takes: $5 over ten years, 17 birdies over four
    rounds, the quantity before ending at the token ``behind``.
    """
    if tokens.lowers[bound] != "over" or not bound:
        return False
    if bound == behind:
        return True
    if amount.unit not in TIME_UNITS:
        # A shot over two defenders; nobody says "over two" for three or more.
        return not amount.unit and not amount.number.digits and amount.high <= _FEW
    following = tokens.lowers[amount.last] if amount.last < tokens.count else ""
    return tokens.lowers[bound - 1] not in _LASTING and following not in {"ago", "later", "old"}


def _quantity(
    tokens: Tokens, amount: Amount, counted: Counted | None, modifier: Modifier | None
) -> Quantity:
    low, high, meant = _interval(amount, modifier)
    unit = amount.unit
    if not unit and counted:
        unit = "person" if counted.person else "count"
    return Quantity(
        start=tokens.starts[amount.first],
        end=tokens.ends[amount.last - 1],
        low=low,
        high=high,
        modifier=meant,
        unit=unit,
        unit_text=tokens.text(amount.unit_first, amount.unit_last) if unit else "",
        counted=counted.noun if counted else "",
        counted_modifiers=counted.modifiers if counted else (),
        counted_text=tokens.text(counted.first, counted.last) if counted else "",
        direction=None,
        bound=amount.first,
        first=amount.first,
        last=amount.last,
        reach=max(amount.last, counted.last if counted else 0),
    )


def _interval(
    amount: Amount, modifier: Modifier | None
) -> tuple[float | None, float | None, Modifier]:
    low, high = amount.low, amount.high
    meant = modifier or amount.number.modifier
    if amount.joined:
        return low, high, Modifier.ABOUT if meant is Modifier.ABOUT else Modifier.RANGE
    if meant in _FROM_BELOW:
        return low, None, meant
    if meant in _FROM_ABOVE:
        return None, high, meant
    return low, high, meant
