"""How an interval is written for people: "6", "≥ 6", "> 10,000", "24–99", "3 billion USD"."""

from annotations.extraction.types import Modifier

_MAGNITUDES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
# Units that the row's label or the counted noun already says.
_UNNAMED = frozenset({"", "person", "count"})


def number_text(number: float) -> str:
    """The number in words and digits that lose nothing: 1300 → "1,300", 5.4e9 → "5.4 billion"."""
    for size, name in _MAGNITUDES:
        scaled = number / size
        if abs(scaled) >= 1 and round(scaled, 3) == scaled:
            return f"{scaled:,g} {name}"
    return f"{number:,.0f}" if number == int(number) else f"{number:,}"


def interval_text(low: float | None, high: float | None, modifier: str = Modifier.EXACT) -> str:
    """The interval [low, high], open where None, as the number's ``modifier`` bounds it."""
    if low is None and high is None:
        return "?"
    if high is None:
        return _bound(">" if modifier == Modifier.MORE_THAN else "≥", low)
    if low is None:
        return _bound("<" if modifier == Modifier.LESS_THAN else "≤", high)
    if modifier == Modifier.NEARLY:
        return _bound("just under", high)
    span = number_text(low) if low == high else f"{number_text(low)}–{number_text(high)}"
    return f"≈ {span}" if modifier == Modifier.ABOUT else span


def quantity_text(
    low: float | None, high: float | None, modifier: str = Modifier.EXACT, unit: str = ""
) -> str:
    """The interval with its unit, where the unit says more than that things are counted."""
    value = interval_text(low, high, modifier)
    if unit in _UNNAMED:
        return value
    if unit == "percent":
        return f"{value} %"
    if unit.isupper():
        return f"{value} {unit}"
    return f"{value} {unit}" if value == "1" else f"{value} {_plural(unit)}"


def _bound(sign: str, number: float | None) -> str:
    return f"{sign} {number_text(number or 0)}"


def _plural(unit: str) -> str:
    """The unit's plural: "day" → "days", "square foot" → "square feet"."""
    irregular = {"foot": "feet", "inch": "inches", "century": "centuries"}
    *before, last = unit.split(" ")
    return " ".join([*before, irregular.get(last, f"{last}s")])
