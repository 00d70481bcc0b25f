"""What explains that two counts of one thing differ: it grew, fewer are still missing, or a later
report corrects it."""

import re

from annotations.extraction.types import Modifier
from annotations.linking.articles.context import Node
from annotations.linking.figures.ontology import ontology

_UP_TO = r"\b[^.;]{0,60}\bto (?:at least |about |some |nearly |almost |just |only )?$"
_BROUGHT_UP_TO = re.compile(
    r"\b(?:bring(?:s|ing)?|brought|tak(?:es?|ing)|took|rais(?:es?|ed|ing)|push(?:es|ed|ing)?|"
    r"lift(?:s|ed|ing)?|ris(?:es?|en|ing)|rose|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|grown?|grew|"
    rf"increas(?:es?|ed|ing)){_UP_TO}",
    re.IGNORECASE,
)
_CORRECTED_TO = re.compile(
    rf"\b(?:correct|revis|lower|reduc|downgrad|adjust)(?:e?s|e?d|ing){_UP_TO}"
    rf"|\b(?:cut(?:s|ting)?|br(?:ings?|inging|ought)){_UP_TO.replace('to ', 'down to ', 1)}",
    re.IGNORECASE,
)
_STILL = re.compile(r"\bstill\b", re.IGNORECASE)
_LOWER_BOUNDS = frozenset({Modifier.AT_LEAST, Modifier.MORE_THAN})


def outgrown(one: Node, other: Node) -> bool:
    """Whether the higher number is said to be what a growing count has come to."""
    _, higher = _by_size(one, other)
    return _grows(one) and _is_told_by(_BROUGHT_UP_TO, higher)


def revision(one: Node, other: Node) -> str:
    """Why one of two counts of one thing revises the other, or ""."""
    lower, higher = _by_size(one, other)
    if _is_told_by(_CORRECTED_TO, lower) and _time(lower) >= _time(higher):
        return f"{lower.figure.text} is what it was corrected to"
    return _growth(lower, higher) if _grows(one) else ""


def _growth(lower: Node, higher: Node) -> str:
    """What explains that one count of an event that goes on is higher, or ""."""
    shrinks = lower.figure.event in ontology().shrinking_events
    before, after = _time(lower), _time(higher)
    if shrinks:
        before, after = after, before
    if before and after and before != after:
        return "the later report has what it came to" if before < after else ""
    if _is_told_by(_BROUGHT_UP_TO, higher):
        return "the count has come to it"
    if shrinks and _STILL.search(lower.passage.text):
        return f"{lower.figure.text} are what is still left of them"
    if lower.figure.modifier in _LOWER_BOUNDS:
        return f"{lower.figure.text} was a lower bound"
    return ""


def _by_size(one: Node, other: Node) -> tuple[Node, Node]:
    lower, higher = sorted((one, other), key=lambda node: node.quantity.stated)
    return lower, higher


def _grows(node: Node) -> bool:
    return node.figure.event in ontology().growing_events


def _is_told_by(words: re.Pattern[str], node: Node) -> bool:
    """Whether the words before the number in its sentence say so."""
    return bool(words.search(node.before))


def _time(node: Node) -> str:
    return node.figure.as_of or node.context.article.published
