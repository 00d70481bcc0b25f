"""Keys that narrow down which figures are compared at all.

Two figures without a common key are never linked, never contradict each other and are never
parts of one sum across articles. A key depends on its article and figure alone.

There are two kinds: what is measured with a name of the context ("count|lisund"), under which
other numbers meet as well; and what is measured, about how much, with what is counted or happened
("count|12|killed"), or where a text has hardly a name, with a word ("count|12|ferri").
"""

import math
from collections import defaultdict
from collections.abc import Iterable
from itertools import islice

from annotations.linking.articles.context import Context, Node
from annotations.linking.figures.units import BARE, amount, is_currency

# How many of the sentence's and of the article's most telling names and words make keys.
_NAMES_OF_PASSAGE = 4
_NAMES_OF_ARTICLE = 8
_WORDS_OF_PASSAGE = 4
_WORDS_OF_ARTICLE = 2
_FEW_NAMES = 5

# Quantities whose logarithms to this base round alike share a bucket.
_BUCKET = 1.2

Blocks = dict[str, list[Node]]


def keys(node: Node) -> tuple[str, ...]:
    """The figure's keys, sorted."""
    names, words = _anchors(node)
    words |= _meanings(node)
    anchors = {*names, *(f"{number}|{word}" for word in words for number in _buckets(node))}
    return tuple(
        sorted(f"{measured}|{anchor}" for measured in _measured(node) for anchor in anchors)
    )


def blocks(nodes: Iterable[Node]) -> Blocks:
    """The nodes by key, keys sorted, nodes in the order given; keys of one node left out."""
    found: Blocks = defaultdict(list)
    for node in nodes:
        for key in keys(node):
            found[key].append(node)
    return {key: found[key] for key in sorted(found) if len(found[key]) > 1}


def _measured(node: Node) -> tuple[str, ...]:
    if node.quantity.dimension == BARE:
        return ("count", "money")
    is_money = is_currency(amount(node.quantity.unit))
    return ("money",) if is_money else (amount(node.quantity.dimension),)


def _anchors(node: Node) -> tuple[set[str], set[str]]:
    """The names that make keys, and the words where the names are few."""
    rank = node.context.rank
    near = sorted(node.passage.words.weights.keys() & rank.keys(), key=rank.__getitem__)
    names = {
        *islice(_names(near, node.context), _NAMES_OF_PASSAGE),
        *islice(_names(rank, node.context), _NAMES_OF_ARTICLE),
    }
    if len(names) >= _FEW_NAMES:
        return names, set()
    words = {
        *islice(_words(near, node.context), _WORDS_OF_PASSAGE),
        *islice(_words(rank, node.context), _WORDS_OF_ARTICLE),
    }
    return names, words


def _meanings(node: Node) -> set[str]:
    """What is counted and what happened, which two articles may share that share no name."""
    return {node.figure.event, node.thing.head, *node.thing.concepts} - {""}


def _names(keys: Iterable[str], context: Context) -> Iterable[str]:
    return (key for key in keys if key in context.words.names)


def _words(keys: Iterable[str], context: Context) -> Iterable[str]:
    return (key for key in keys if key not in context.words.names)


def _buckets(node: Node) -> set[int]:
    """The bucket of the number stated; of a measure, which may be converted, its neighbour too."""
    size = abs(node.quantity.stated[0])
    place = math.log(size, _BUCKET) if size else 0.0
    if node.quantity.factor == 1:
        return {round(place)}
    return {math.floor(place), math.ceil(place)}
