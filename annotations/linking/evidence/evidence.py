"""The evidence that two figures state one quantity of one thing, weighed in one place.

Every kind of evidence gives points for or against and says so in words. The points add up like
the logarithm of odds: zero is an even chance, ``LINK`` and more makes a link, and ``NEVER`` stands
for what nothing else can outweigh. What each kind is worth stands in ``weights.py``. Only the two
figures and their two articles count: see docs/linking.md.
"""

from annotations.linking.articles.context import Node
from annotations.linking.evidence.meaning import add_thing, weigh_meaning
from annotations.linking.evidence.occurrence import Alike, articles_alike
from annotations.linking.evidence.points import Evidence
from annotations.linking.evidence.setting import add_setting
from annotations.linking.evidence.weights import NEVER
from annotations.linking.figures.intervals import comparable


def weigh(first: Node, second: Node, alike: Alike = articles_alike) -> Evidence:
    """The evidence that two figures state the same quantity of the same thing."""
    evidence = weigh_meaning(first, second)
    if evidence.points > NEVER:
        add_setting(evidence, first, second, alike(first.context, second.context))
    return evidence


def weigh_thing(first: Node, second: Node, alike: Alike = articles_alike) -> Evidence:
    """The evidence that two figures speak of one thing, whatever their numbers."""
    evidence = Evidence()
    if not comparable(first.quantity, second.quantity):
        evidence.add(NEVER, "other units")
        return evidence
    add_thing(evidence, first, second)
    if evidence.points > NEVER:
        add_setting(evidence, first, second, alike(first.context, second.context))
    return evidence
