import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from annotations.models import Claim, Lease, Review, ReviewDraft
from annotations.services.queue import lease_next
from tests.builders import make_claim, make_review
from tests.web.conftest import signed_in

QUEUE = reverse("web:queue")
NEXT = reverse("web:queue-next")


def html(client, **query):
    """The page without its form tokens, which are random."""
    return re.sub(r'value="\w{64}"', "", client.get(QUEUE, query).content.decode())


def submit(client, claim, **fields):
    values = {"rating": "corroborated", "rationale": "Both say nine."} | fields
    return client.post(reverse("web:queue-submit", args=[claim.pk]), values)


def test_looking_at_the_queue_holds_nothing(annotator_client, claim):
    assert "Start reviewing" in html(annotator_client)
    assert not Lease.objects.exists()


def test_the_next_claim_comes_with_its_evidence_laid_out(annotator_client, claim, linked):
    assert annotator_client.post(NEXT).url == QUEUE
    shown = html(annotator_client)
    assert "Submit and next" in shown
    assert "The blaze on the ferry injured <mark>nine crew members</mark>" in shown


def test_a_claim_is_shown_in_its_place_in_the_article(annotator_client, article):
    claim = make_claim(article, "The owner denied any fault.", kind="denial")
    annotator_client.post(NEXT)
    assert f'<span class="picked">{claim.text}</span>' in html(annotator_client)


def test_submitting_stores_the_review_and_brings_the_next_claim(
    annotator_client, annotator, claim, second_claim
):
    annotator_client.post(NEXT)
    held = Lease.objects.get().claim
    assert submit(annotator_client, held).status_code == 302
    assert Review.objects.get(reviewer=annotator).rationale == "Both say nine."
    assert Lease.objects.get().claim in {claim, second_claim} - {held}


def test_a_review_without_a_rating_is_shown_again_with_what_was_written(annotator_client, claim):
    annotator_client.post(NEXT)
    response = submit(annotator_client, claim, rating="", rationale="Half a thought")
    assert response.status_code == 422
    assert "Choose a rating." in response.content.decode()
    assert "Half a thought" in response.content.decode()
    assert not Review.objects.exists()


def test_a_review_that_comes_too_late_is_refused_and_not_lost(
    annotator_client, second_annotator, outsider, claim
):
    for reviewer in (second_annotator, outsider):
        make_review(claim, reviewer)
    response = submit(annotator_client, claim, rationale="Half a thought")
    assert response.status_code == 409
    assert "Every review slot of the claim is taken." in response.content.decode()
    assert "Half a thought" in response.content.decode()


def test_skipping_brings_another_claim(annotator_client, claim, second_claim):
    annotator_client.post(NEXT)
    first = Lease.objects.get().claim
    annotator_client.post(reverse("web:queue-skip", args=[first.pk]))
    (held,) = Lease.objects.filter(released_at__isnull=True)
    assert held.claim != first


def test_giving_back_leads_to_the_start(annotator_client, claim):
    annotator_client.post(NEXT)
    annotator_client.post(reverse("web:queue-release", args=[claim.pk]))
    assert "Start reviewing" in html(annotator_client)


def test_activity_renews_the_lease(annotator_client, claim):
    annotator_client.post(NEXT)
    Lease.objects.update(expires_at=timezone.now() + timedelta(seconds=30))
    response = annotator_client.post(reverse("web:queue-renew", args=[claim.pk]))
    assert 'data-seconds-left="8' in response.content.decode()
    assert Lease.objects.get().expires_at > timezone.now() + timedelta(minutes=10)


def test_a_lease_that_somebody_else_has_by_now_is_said_to_be_lost(
    annotator_client, second_annotator, outsider, claim
):
    for reviewer in (second_annotator, outsider):
        make_review(claim, reviewer)
    response = annotator_client.post(reverse("web:queue-renew", args=[claim.pk]))
    assert "no longer held for you" in response.content.decode()


def test_that_all_claims_are_held_is_told_apart_from_no_work_left(
    annotator_client, second_annotator, outsider, claim
):
    for other in (second_annotator, outsider):
        lease_next(annotator=other)
    shown = html(annotator_client)
    assert "All claims are being reviewed right now." in shown
    assert f"{Lease.objects.first().expires_at:%H:%M}" in shown
    Claim.objects.update(state=Claim.State.FINAL)
    assert "No work is left for you" in html(annotator_client)


def test_a_story_s_queue_hands_out_its_claims_only(annotator_client, story, claim):
    other = make_claim(
        claim.article.__class__.objects.create(
            source=claim.article.source, text="Six died.", text_sha256="0" * 64
        ),
        score=0.99,
    )
    assert annotator_client.post(NEXT, {"story": story.slug}).url == f"{QUEUE}?story={story.slug}"
    assert Lease.objects.get().claim != other


def test_numbers_on_the_page_are_the_reader_s_own(
    annotator_client, second_annotator, claim, second_claim
):
    before = html(annotator_client)
    make_review(claim, second_annotator, "disputed", rationale="Not so.")
    assert html(annotator_client) == before


def test_the_page_of_a_claim_tells_nothing_of_another_s_review(
    annotator_client, second_annotator, claim, figure
):
    annotator_client.post(NEXT)
    make_review(claim, second_annotator, "disputed", rationale="Not so.")
    shown = html(annotator_client)
    assert "Not so." not in shown
    assert second_annotator.username not in shown


def test_what_is_typed_is_there_after_a_reload(annotator_client, annotator, claim):
    annotator_client.post(NEXT)
    response = annotator_client.post(
        reverse("web:draft", args=[claim.pk]), {"rationale": "Half a thought", "confidence": "3"}
    )
    assert response.content.startswith(b"Draft saved")
    assert ReviewDraft.objects.get(reviewer=annotator).rating == ""
    assert "Half a thought" in html(annotator_client)


def test_a_draft_is_nobody_else_s_to_see(annotator_client, outsider, claim):
    annotator_client.post(reverse("web:draft", args=[claim.pk]), {"rationale": "Half a thought"})
    other = signed_in(outsider)
    other.post(NEXT)
    assert "Half a thought" not in html(other)


@pytest.mark.parametrize("name", ["submit", "skip", "release", "renew"])
def test_acts_of_the_queue_take_posts_only(annotator_client, claim, name):
    assert annotator_client.get(reverse(f"web:queue-{name}", args=[claim.pk])).status_code == 405


def test_the_page_takes_a_bounded_number_of_queries(
    annotator_client, claim, linked, django_assert_max_num_queries
):
    annotator_client.post(NEXT)
    with django_assert_max_num_queries(32):
        html(annotator_client)
