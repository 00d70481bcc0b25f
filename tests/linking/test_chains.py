"""How much of a large story is held against each other before its figures are joined."""

from itertools import pairwise

import pytest

from annotations.linking.articles.context import context, nodes
from annotations.linking.evidence.occurrence import articles_alike
from annotations.linking.groups.blocking import blocks
from annotations.linking.groups.clustering import cluster
from tests.linking.builders import article, measure

WORDINGS = {
    "one sentence": ("The governor of Dorrin promised 20 million dollars to Pelham.",),
    "two sentences that have little for each other": (
        "The governor of Dorrin promised 20 million dollars to Pelham.",
        "Insurers reckon with a loss of 20 million dollars.",
    ),
}
ROOTS = ("karo", "velmi", "dorast", "lintur", "basen", "polgra", "nimfel")


def story(wordings, size):
    """Articles that each add a sentence of their own."""
    return [
        article(
            f"{number:03}",
            f"{wordings[number % len(wordings)]} The {ROOTS[number % 7]}{number} of Pelham, near "
            f"Dorrin, was {ROOTS[number % 5]}{number}.",
            measure("20 million dollars", 20e6, "USD"),
        )
        for number in range(size)
    ]


def comparisons(articles):
    """How often two articles are held against each other when their figures are clustered."""
    asked = []

    def alike(first, second):
        asked.append((first, second))
        return articles_alike(first, second)

    figures = sorted(
        (node for one in articles for node in nodes(context(one))), key=lambda node: node.order
    )
    cluster(figures, blocks(figures), (), alike)
    return len(asked)


@pytest.mark.parametrize("wordings", WORDINGS.values(), ids=WORDINGS)
def test_articles_of_few_wordings_are_compared_as_often_as_there_are_articles(wordings):
    asked = [comparisons(story(wordings, size)) for size in (40, 80, 160)]
    assert all(more <= 2.2 * fewer for fewer, more in pairwise(asked))
