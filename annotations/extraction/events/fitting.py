"""Which events a figure can have, by the kind of thing that it counts or measures."""

from annotations.extraction.events.triggers import Form, Trigger
from annotations.extraction.figures.quantities import Quantity
from annotations.extraction.lexicon.bounds import FILLERS
from annotations.extraction.lexicon.casualties import FATES
from annotations.extraction.lexicon.events import CLASSES
from annotations.extraction.lexicon.words import words
from annotations.extraction.text.tokens import Tokens
from annotations.extraction.types import Direction, Modifier

TIME_UNITS = frozenset(
    "second minute hour day night week fortnight month quarter year decade century".split()
)
_ANY = frozenset({"any"})
_PEOPLE = {"people"}
_WAYS = {Direction.UP: "rose", Direction.DOWN: "fell", None: ""}
_POINTS = frozenset({"", "point", "notch", "place", "spot"})  # what a change may be counted in
_LAND = words("acre hectare") | {"square meter", "square kilometer", "square mile", "square foot"}
_MATTER = (
    _LAND | words("gram kilogram ton pound ounce quintal barrel liter gallon cup") | {"metric ton"}
)
_SPANS = {"for": "duration", "in": "window", "within": "window", "over": "window"}
_COMING = words("the these those last past next first coming following previous preceding")
_FARTHEST = 4  # tokens from a preposition to its span of time
_DISTANT = words("ago later earlier old before")
_TAKES: dict[str, set[str]] = {}
for _class in CLASSES:
    _TAKES.setdefault(_class.name, set()).add(_class.takes)


def fits(takes: str, quantity: Quantity) -> bool:
    """Whether something of this kind can be what an event happens to."""
    unit = quantity.unit.partition(" per ")[0]
    if unit in TIME_UNITS:
        return takes == "time"
    if is_money(quantity):
        return takes in {"money", "change", "any"}
    if takes == "named":
        return bool(quantity.counted) and unit in {"person", "count", "percent"}
    if unit in {"person", "count", ""}:
        bare = quantity.counted in _POINTS or quantity.reach == quantity.last
        return takes in {"people", "things", "any"} or (takes == "change" and bare)
    if takes == "things" and (quantity.counted or unit in _LAND) and unit in _MATTER:
        return True  # "seized two tonnes of tea", "burned 300 acres"
    return takes in {"change", "any"} or (unit == "percent" and takes in {"people", "things"})


def suits(takes: str, quantity: Quantity) -> bool:
    """Whether an event is the likelier reading of a verb that says several."""
    if quantity.unit in TIME_UNITS or is_money(quantity):
        return takes != "any"
    return takes == "people" if quantity.unit == "person" else takes != "people"


def is_of_person(trigger: Trigger, quantity: Quantity) -> bool:
    """Whether the noun names people by an event ("hostages"), whom another may befall here."""
    return trigger.form is Form.NOUN and quantity.unit == "person"


def fits_event(event: str, quantity: Quantity) -> bool:
    return bool(event) and any(fits(takes, quantity) for takes in _TAKES.get(event, _ANY))


def count_people(quantities: list[Quantity], events: list[str]) -> None:
    """Make persons of what is counted where the event says so: "817 deaths", "displaced 4,000".

    ``events`` are those of the quantities, in their order.
    """
    for quantity, event in zip(quantities, events, strict=True):
        bare = not quantity.unit and _TAKES.get(event) == _PEOPLE
        if bare or (quantity.unit == "count" and quantity.counted in FATES):
            quantity.unit = "person"


def is_money(quantity: Quantity) -> bool:
    currency = quantity.unit.partition(" per ")[0]
    return len(currency) == 3 and currency.isupper()


def _of_span(tokens: Tokens, quantity: Quantity) -> str:
    """What the preposition of a span of time says: "for six weeks", "within the next two days"."""
    if not _DISTANT.isdisjoint(tokens.lowers[quantity.reach : quantity.reach + 2]):
        return ""
    start = quantity.first if quantity.modifier is Modifier.EXACT else quantity.bound
    before = tokens.lowers[max(0, start - _FARTHEST) : start]
    while before and (before[-1] in _COMING or before[-1] in FILLERS):
        before.pop()
    return _SPANS.get(before[-1], "") if before else ""


def standing_alone(tokens: Tokens, quantity: Quantity) -> str:
    """What a measure says by itself: "six-week war", "for six weeks", "a 5.9-magnitude quake"."""
    words = tokens.lowers[quantity.first : quantity.reach]
    if (
        quantity.unit in TIME_UNITS
        and "old" not in tokens.lowers[quantity.last - 1 : quantity.last + 2]
    ):
        if "-" in words:
            return "duration"
        return _of_span(tokens, quantity)
    if quantity.unit == "magnitude" or "magnitude" in words:
        return "magnitude"
    return _WAYS.get(quantity.direction, "")
