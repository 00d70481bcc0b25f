"""What commands print of a story: its figures, source by source."""

from collections.abc import Iterator

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from annotations.linking.types import Relation
from annotations.selectors.figures import Cell, Matrix, Row
from annotations.selectors.mentions import Contrast, Sum

_MARKS = {
    Relation.IDENTICAL.value: "",
    Relation.COMPATIBLE.value: " ~",
    Relation.REVISED.value: " ↑",
    Relation.CONFLICTING.value: " ✗",
}
_CONTRASTS = {
    Relation.REVISED.value: "is revised against",
    Relation.CONFLICTING.value: "conflicts with",
}
# What the first column, the last with all lines between, and one source's values take.
_WIDTH_OF_LABEL = 13
_WIDTH_OF_FRAME = 18
_WIDTH_OF_VALUES = 11
_LEGEND = "~ compatible  ↑ revised later  ✗ conflicting"


def print_figures(console: Console, matrix: Matrix) -> None:
    """Print the quantities that several sources state or that add up, and count the others."""
    shown = [row for row in matrix.rows if _tells(row)]
    names = [source.name for source in matrix.sources]
    headings = names if _fit(names, console) else [str(n + 1) for n in range(len(names))]
    table = Table(title=escape(matrix.story.title), caption=_LEGEND, box=SIMPLE_HEAD)
    table.add_column("What is counted")
    for heading in headings:
        table.add_column(escape(heading), justify="right")
    table.add_column("Outlets /\norigins", justify="right")
    for row in shown:
        cells = map(_cell, row.cells)
        table.add_row(escape(row.label), *cells, f"{row.outlets} / {row.origins}")
    console.print(table)
    if headings != names:
        numbered = map(" ".join, zip(headings, names, strict=True))
        console.print("  ".join(numbered), markup=False, highlight=False)
    for row in shown:
        for line in _notes(row):
            console.print(line, markup=False, highlight=False)
    others = len(matrix.rows) - len(shown)
    if others:
        console.print(f"and {others} more that one source alone states", style="dim")
    console.print()


def _fit(names: list[str], console: Console) -> bool:
    """Whether the columns can bear their names, broken between words."""
    widest = [max(_WIDTH_OF_VALUES, *map(len, name.split())) for name in names]
    return _WIDTH_OF_LABEL + _WIDTH_OF_FRAME + 3 * len(widest) + sum(widest) <= console.width


def _tells(row: Row) -> bool:
    return len(row.agreeing) > 1 or bool(row.sums or row.contrasts)


def _cell(cell: Cell | None) -> str:
    if cell is None:
        return "–"
    return escape(cell.value).replace("; ", "\n") + _MARKS.get(cell.relation, "")


def _notes(row: Row) -> Iterator[str]:
    """The sums that make up the row's quantity, and what contradicts it, each pair once."""
    yield from dict.fromkeys(f"  {row.label}: {_sum(item)}" for item in row.sums)
    for contrast in row.contrasts:
        if row.group.pk < contrast.group.pk:
            stated = f"{row.value} ({', '.join(row.agreeing)})"
            yield f"  {row.label}: {stated} {_contrast(contrast)}"


def _sum(item: Sum) -> str:
    if item.rest and item.article:
        return f"{item.text} ({item.rest} derived: {item.article.source})"
    if not item.derived:
        return item.text
    return f"{item.text} (derived: {item.article.source if item.article else 'across sources'})"


def _contrast(contrast: Contrast) -> str:
    words = _CONTRASTS.get(contrast.relation, f"is {contrast.relation} with")
    return f"{words} {contrast.value} ({', '.join(contrast.sources)})"
