"""The database itself refuses what may never be of claims and figures."""

import pytest
from django.utils import timezone

from annotations.models import Article, Claim, Figure
from tests.builders import make_claim, make_figure
from tests.models.constraints import refused_by

pytestmark = pytest.mark.django_db

SENTENCE = "Nine sailors were hurt when the ferry caught fire."


def test_a_span_is_claimed_once_for_each_kind(article: Article, claim: Claim) -> None:
    make_claim(article, SENTENCE, kind="event")
    with refused_by("claim_span_once_per_kind", Claim):
        make_claim(article, SENTENCE)


def test_a_withdrawn_claim_makes_room(article: Article, claim: Claim) -> None:
    Claim.objects.filter(pk=claim.pk).update(withdrawn_at=timezone.now())
    make_claim(article, SENTENCE)


@pytest.mark.parametrize("end", [0, 5], ids=["backwards", "empty"])
def test_a_claim_s_span_is_not_empty(article: Article, end: int) -> None:
    with refused_by("claim_span_not_empty", Claim):
        Claim.objects.create(article=article, start=5, end=end, text="x", kind="event")


@pytest.mark.parametrize("score", [-0.1, 1.1])
def test_a_claim_s_score_lies_between_0_and_1(claim: Claim, score: float) -> None:
    with refused_by("claim_score_between_0_and_1", Claim):
        Claim.objects.filter(pk=claim.pk).update(score=score)


def test_a_claim_s_state_is_a_known_one(claim: Claim) -> None:
    with refused_by("claim_state_known", Claim):
        Claim.objects.filter(pk=claim.pk).update(state="approved")


def test_every_state_of_the_workflow_is_a_known_one(claim: Claim) -> None:
    for state in Claim.State.values:
        Claim.objects.filter(pk=claim.pk).update(state=state)


def test_a_span_holds_one_figure(claim: Claim, figure: Figure) -> None:
    with refused_by("figure_span_once", Figure):
        make_figure(claim, "Nine sailors", 10)


def test_a_withdrawn_figure_makes_room(claim: Claim, figure: Figure) -> None:
    Figure.objects.filter(pk=figure.pk).update(withdrawn_at=timezone.now())
    make_figure(claim, "Nine sailors", 10)


def test_a_figure_s_span_is_not_empty(figure: Figure) -> None:
    with refused_by("figure_span_not_empty", Figure):
        Figure.objects.filter(pk=figure.pk).update(end=figure.start)


def test_a_figure_s_interval_is_not_backwards(figure: Figure) -> None:
    with refused_by("figure_interval_ordered", Figure):
        Figure.objects.filter(pk=figure.pk).update(low=10, high=9)


def test_a_figure_s_interval_is_bounded_on_one_side(figure: Figure) -> None:
    Figure.objects.filter(pk=figure.pk).update(high=None)
    with refused_by("figure_interval_bounded", Figure):
        Figure.objects.filter(pk=figure.pk).update(low=None, high=None)
