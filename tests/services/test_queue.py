from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from annotations.models import Claim, Lease, Review
from annotations.selectors.queue import free_claims, queue_status
from annotations.services.queue import lease_claim, lease_next, release_lease, renew_lease
from annotations.services.reviewing import set_reviews_needed, submit_review
from annotations.workflow import RefusedError
from tests.builders import make_article, make_claim, make_review, make_story, make_user

pytestmark = pytest.mark.django_db


def lapse(claim, annotator):
    Lease.objects.filter(claim=claim, annotator=annotator).update(
        expires_at=timezone.now() - timedelta(seconds=1)
    )


@pytest.fixture
def single(story):
    """The story needs one review a claim."""
    story.reviews_needed = 1
    story.save()
    return story


def test_the_most_check_worthy_claim_comes_first(annotator, article):
    make_claim(article, "The owner denied any fault.", score=0.2)
    best = make_claim(article, "Nine sailors were hurt", score=0.9)
    assert lease_next(annotator=annotator) == best


def test_of_two_claims_alike_the_older_comes_first(annotator, article):
    older = make_claim(article, "The owner denied any fault.", urgency=0)
    make_claim(article, "Nine sailors were hurt", urgency=0)
    assert lease_next(annotator=annotator) == older


def test_the_queue_can_be_kept_to_one_story(annotator, claim):
    other = make_claim(make_article("Ten were lost.", story=make_story()), score=0.1)
    assert lease_next(annotator=annotator, story=other.article.story) == other


def test_who_holds_a_claim_is_given_it_again(annotator, claim, second_claim):
    held = lease_next(annotator=annotator)
    assert lease_next(annotator=annotator) == held
    assert Lease.objects.count() == 1


def test_a_hold_in_one_story_does_not_answer_for_another(annotator, claim):
    other = make_claim(make_article("Ten were lost.", story=make_story()))
    lease_claim(claim=claim, annotator=annotator)
    assert lease_next(annotator=annotator, story=other.article.story) == other


def test_two_people_share_a_claim_of_two_slots_and_a_third_gets_nothing(
    annotator, second_annotator, outsider, claim
):
    assert lease_next(annotator=annotator) == claim
    assert lease_next(annotator=second_annotator) == claim
    assert lease_next(annotator=outsider) is None


def test_a_claim_outside_of_stories_needs_two_reviews(annotator, second_annotator, outsider):
    alone = make_claim(make_article("Ten were lost."))
    assert lease_next(annotator=annotator) == alone
    assert lease_next(annotator=second_annotator) == alone
    assert lease_next(annotator=outsider) is None


def test_nobody_is_given_a_claim_they_reviewed(annotator, second_annotator, claim):
    make_review(claim, annotator)
    assert lease_next(annotator=annotator) is None
    assert lease_next(annotator=second_annotator) == claim


def test_a_lapsed_lease_returns_the_claim_to_the_queue(annotator, second_annotator, single, claim):
    lease_next(annotator=annotator)
    assert lease_next(annotator=second_annotator) is None
    lapse(claim, annotator)
    assert lease_next(annotator=second_annotator) == claim


def test_a_released_claim_is_handed_to_others_at_once_and_to_the_same_person_last(
    annotator, second_annotator, single, article
):
    first = make_claim(article, "Nine sailors were hurt", score=0.9)
    second = make_claim(article, "The owner denied any fault.", score=0.1)
    assert lease_next(annotator=annotator) == first
    release_lease(claim=first, annotator=annotator)
    assert lease_next(annotator=annotator) == second
    release_lease(claim=second, annotator=annotator)
    assert lease_next(annotator=annotator) == first
    release_lease(claim=first, annotator=annotator)
    assert lease_next(annotator=second_annotator) == first


def test_to_release_what_one_does_not_hold_changes_nothing(annotator, second_annotator, claim):
    lease_next(annotator=annotator)
    release_lease(claim=claim, annotator=second_annotator)
    assert Lease.objects.get().released_at is None


def test_a_renewed_lease_lasts_longer(annotator, claim, settings):
    lease = lease_claim(claim=claim, annotator=annotator)
    settings.LEASE_MINUTES *= 2
    assert renew_lease(claim=claim, annotator=annotator).expires_at > lease.expires_at


def test_a_lapsed_lease_is_renewed_while_its_slot_is_free(annotator, single, claim):
    lease_claim(claim=claim, annotator=annotator)
    lapse(claim, annotator)
    assert renew_lease(claim=claim, annotator=annotator).expires_at > timezone.now()


def test_a_lapsed_lease_is_not_renewed_once_somebody_else_has_the_slot(
    annotator, second_annotator, single, claim
):
    lease_claim(claim=claim, annotator=annotator)
    lapse(claim, annotator)
    lease_claim(claim=claim, annotator=second_annotator)
    with pytest.raises(RefusedError, match="slot"):
        renew_lease(claim=claim, annotator=annotator)


def test_a_claim_one_reviewed_cannot_be_leased(annotator, claim):
    make_review(claim, annotator)
    with pytest.raises(RefusedError, match="You have reviewed"):
        lease_claim(claim=claim, annotator=annotator)


@pytest.mark.parametrize("state", ["final", "dismissed", "stale"])
def test_a_claim_that_takes_no_review_cannot_be_leased(annotator, claim, state):
    Claim.objects.update(state=state)
    with pytest.raises(RefusedError, match=state):
        lease_claim(claim=claim, annotator=annotator)
    assert lease_next(annotator=annotator) is None


def test_a_client_gets_no_work(client_user, claim):
    with pytest.raises(RefusedError) as refused:
        lease_next(annotator=client_user)
    assert refused.value.forbidden


def test_withdrawn_claims_and_those_of_past_versions_are_not_handed_out(
    annotator, article, claim, second_claim
):
    Claim.objects.filter(pk=second_claim.pk).update(withdrawn_at=timezone.now())
    make_article("A new text.", source=article.source, supersedes=article)
    assert lease_next(annotator=annotator) is None
    with pytest.raises(RefusedError, match="newer version"):
        lease_claim(claim=claim, annotator=annotator)
    with pytest.raises(RefusedError, match="withdrawn"):
        lease_claim(claim=second_claim, annotator=annotator)


def test_an_empty_queue_is_told_from_one_that_is_all_leased(
    annotator, second_annotator, single, claim
):
    lease = lease_claim(claim=claim, annotator=annotator)
    waiting = queue_status(second_annotator)
    assert waiting.all_leased
    assert waiting.next_lapse_at == lease.expires_at
    Lease.objects.all().delete()
    submit_review(claim=claim, reviewer=annotator, rating="disputed")
    done = queue_status(second_annotator)
    assert done.empty
    assert done.next_lapse_at is None


def test_one_s_own_review_leaves_work_for_others_only(annotator, second_annotator, claim):
    make_review(claim, annotator)
    assert queue_status(annotator).empty
    assert queue_status(second_annotator).available
    assert queue_status(second_annotator).left == 1


def test_a_superseded_review_frees_its_slot(annotator, single, claim):
    make_review(claim, make_user(), superseded_at=timezone.now())
    assert Review.objects.count() == 1
    assert lease_next(annotator=annotator) == claim


def test_handing_out_takes_a_constant_number_of_queries(
    annotator, article, django_assert_max_num_queries
):
    for number in range(20):
        make_claim(article, article.text[: number + 10])
    with django_assert_max_num_queries(14):
        lease_next(annotator=annotator)


@pytest.mark.postgres
@pytest.mark.parametrize("of_story", [False, True], ids=["of all", "of a story"])
def test_the_next_claim_is_found_by_the_index_of_priorities(annotator, story, claim, of_story):
    """No table is read in full and nothing is sorted, whatever the number of open claims."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_sort = off; SET LOCAL enable_seqscan = off")
    plan = free_claims(annotator, story if of_story else None)[:1].explain()
    assert "claim_open_by_priority" in plan
    assert "Sort" not in plan


def test_a_lease_that_outlives_a_change_of_the_story_s_number_gives_way(
    annotator, second_annotator, editor, story, claim, second_claim
):
    lease_claim(claim=claim, annotator=annotator)
    submit_review(claim=claim, reviewer=second_annotator, rating="disputed")
    set_reviews_needed(story=story, number=1, editor=editor)
    assert lease_next(annotator=annotator) == second_claim
