"""Articles with figures made by hand, so that linking is tested apart from reading."""

from typing import Any

from annotations.extraction.text.sentences import all_sentences
from annotations.extraction.types import Claim, ClaimKind, Figure, Modifier, Reading
from annotations.linking.types import Article, FigureId

OPEN = object()


class Spec:
    """One figure of a text: the words it stands in the text as, and what it means."""

    def __init__(self, words: str, value: float, **meaning: Any) -> None:
        self.words = words
        self.meaning = {"low": value, "high": value, "modifier": Modifier.EXACT, "unit": "person"}
        self.meaning |= meaning


def people(words: str, value: float, counted: str = "people", event: str = "", **rest: Any) -> Spec:
    """A count of people; ``counted`` is the noun with the words before it."""
    *modifiers, head = counted.split() or [""]
    return Spec(
        words,
        value,
        counted=head,
        counted_modifiers=tuple(modifiers),
        counted_text=counted,
        event=event,
        **rest,
    )


def things(words: str, value: float, counted: str, event: str = "", **rest: Any) -> Spec:
    return people(words, value, counted, event, unit="count", **rest)


def measure(words: str, value: float, unit: str, **rest: Any) -> Spec:
    return Spec(words, value, unit=unit, unit_text=unit, **rest)


def at_least(spec: Spec) -> Spec:
    spec.meaning |= {"high": None, "modifier": Modifier.AT_LEAST}
    return spec


def article(identifier: str, text: str, *specs: Spec, **rest: Any) -> Article:
    """An article whose figures are the specs, found in the text in the order given."""
    spans = [*all_sentences(text)]
    claims = tuple(
        Claim(start, end, text[start:end], ClaimKind.FIGURE, 0.5) for start, end in spans
    )
    figures = []
    position = 0
    for spec in specs:
        start = text.index(spec.words, position)
        position = start + len(spec.words)
        claim = next(i for i, span in enumerate(spans) if span.start <= start < span.end)
        figures.append(Figure(start, position, spec.words, claim=claim, **spec.meaning))
    return Article(identifier, text, Reading(claims, tuple(figures)), **rest)


def figure(spec: Spec) -> Figure:
    return Figure(0, len(spec.words), spec.words, **spec.meaning)


def identifier(of: Article, index: int = 0) -> FigureId:
    found = of.reading.figures[index]
    return FigureId(of.id, found.start, found.end)
