"""``manage.py workflow``: the transition table as a Mermaid diagram."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.core.management.base import BaseCommand

from annotations.workflow import ALWAYS, TRANSITIONS, Transition


def diagram() -> str:
    """A Mermaid state diagram: one arrow for each pair of states, with who may take it and when."""
    return "\n".join(["stateDiagram-v2", "    [*] --> candidate", *_arrows(), ""])


def _arrows() -> Iterator[str]:
    ends = attrgetter("source", "target")
    for (source, target), rows in groupby(sorted(TRANSITIONS, key=ends), ends):
        labels = "<br>".join(_label(row) for row in rows)
        yield f"    {source} --> {target}: {labels}"


def _label(row: Transition) -> str:
    guard = "" if row.guard is ALWAYS else f", if {row.guard.name}"
    return f"{row.action.replace('_', ' ')} ({' or '.join(sorted(row.roles))}{guard})"


class Command(BaseCommand):
    help = "Print the states of a claim and what moves it between them, as a Mermaid diagram."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(diagram(), ending="")
