from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from annotations.models import Claim, Review
from annotations.selectors.agreement import agreement
from annotations.services.reviewing import submit_review
from tests.builders import make_article, make_claim, make_review, make_story, make_user

pytestmark = pytest.mark.django_db
C, D, U, N = "corroborated", "disputed", "unverifiable", "not_a_claim"


@pytest.fixture
def rated(story, annotator, second_annotator):
    """Make a settled claim for each pair of ratings."""
    article = make_article("x" * 200, story=story)

    def rate(*pairs):
        start = article.claims.count()
        for number, ratings in enumerate(pairs, start):
            claim = make_claim(article, "x" * (number + 1), state="agreed")
            for reviewer, rating in zip((annotator, second_annotator), ratings, strict=True):
                make_review(claim, reviewer, rating)

    return rate


@pytest.mark.parametrize(
    ("pairs", "percent", "alpha"),
    [
        pytest.param([], None, None, id="nothing rated"),
        pytest.param([(C, C)] * 3, 100, None, id="one rating throughout"),
        pytest.param([(C, C), (D, D)], 100, 1, id="perfect"),
        pytest.param([(C, D), (D, C)], 0, -0.5, id="opposed"),
        # Observed disagreement 1/4; expected 1 - (5*4 + 3*2) / (8*7) = 30/56.
        pytest.param([(C, C), (C, C), (D, D), (C, D)], 75, 1 - (1 / 4) / (30 / 56), id="mixed"),
    ],
)
def test_percent_and_alpha_are_as_worked_out_by_hand(story, rated, pairs, percent, alpha):
    rated(*pairs)
    found = agreement(story)
    assert found.percent == (None if percent is None else pytest.approx(percent))
    assert found.alpha == (None if alpha is None else pytest.approx(alpha))
    assert found.score.claims == len(pairs)


def test_claims_still_under_review_do_not_count(story, rated):
    rated((C, D))
    Claim.objects.update(state="in_review")
    assert agreement(story).score.claims == 0


def test_other_stories_do_not_count(rated):
    rated((C, D))
    assert agreement(make_story()).score.claims == 0
    assert agreement().score.claims == 1


def test_confusions_are_counted_in_either_order(story, rated):
    rated((C, D), (D, C), (C, C), (U, N))
    found = [(item.first, item.second, item.count) for item in agreement(story).confusions]
    assert found == [(C, C, 1), (C, D, 2), (U, N, 1)]


def test_each_pair_of_people_has_its_score(story, rated, annotator, second_annotator, outsider):
    rated((C, C), (C, D))
    make_review(Claim.objects.first(), outsider, D)
    pairs = {
        (pair.first.username, pair.second.username): pair.score.percent
        for pair in agreement(story).pairs
    }
    assert pairs == {("anna", "bela"): 50, ("anna", "otto"): 0, ("bela", "otto"): 0}


def test_weeks_go_by_the_last_review(story, rated):
    rated((C, C), (C, D))
    first, second = Claim.objects.order_by("id")
    Review.objects.filter(claim=first).update(submitted_at=datetime(2026, 3, 4, tzinfo=UTC))
    Review.objects.filter(claim=second).update(submitted_at=datetime(2026, 3, 9, tzinfo=UTC))
    found = [(week.starts, week.score.percent) for week in agreement(story).weeks]
    assert found == [(date(2026, 3, 2), 100), (date(2026, 3, 9), 0)]


def test_kinds_of_disagreement_are_what_reviewers_name_and_judgement_otherwise(story, rated):
    rated((C, D), (C, D), (C, C))
    Review.objects.filter(claim=Claim.objects.order_by("id").first(), rating=D).update(
        disagreement="unit"
    )
    assert agreement(story).disagreements == (("unit", 1), ("judgement", 1))


def test_what_was_amended_after_seeing_the_other_review_does_not_count(
    story, claim, annotator, second_annotator
):
    submit_review(claim=claim, reviewer=annotator, rating=C)
    submit_review(claim=claim, reviewer=second_annotator, rating=D)
    submit_review(claim=claim, reviewer=annotator, rating=D)
    assert agreement(story).percent == 0


def test_what_was_amended_before_anyone_else_reviewed_counts(
    story, claim, annotator, second_annotator
):
    submit_review(claim=claim, reviewer=annotator, rating=C)
    submit_review(claim=claim, reviewer=annotator, rating=D)
    submit_review(claim=claim, reviewer=second_annotator, rating=D)
    assert agreement(story).percent == 100


def test_a_review_carried_to_a_new_version_counts_once(story, rated):
    rated((C, D))
    old = Claim.objects.get()
    new = make_claim(make_article("xyz", story=story), state="agreed")
    for review in old.reviews.all():
        make_review(new, review.reviewer, review.rating, carried_from=review)
    assert agreement(story).score.claims == 1


def test_withdrawn_claims_do_not_count(story, rated):
    rated((C, D))
    Claim.objects.update(withdrawn_at=timezone.now())
    assert agreement(story).score.claims == 0


def test_the_number_of_queries_does_not_grow(story, rated, django_assert_max_num_queries):
    rated(*[(C, D)] * 40)
    make_user()
    with django_assert_max_num_queries(2):
        agreement(story)
