"""Many at once on PostgreSQL: fifty annotators, half of whom vanish, and editors who sign."""

import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Barrier

import pytest
from django.db import connection, transaction
from django.utils import timezone

from annotations.models import Claim, Lease, Review
from annotations.selectors.queue import queue_status
from annotations.services.errors import StaleVersionError
from annotations.services.queue import lease_next
from annotations.services.reviewing import submit_review
from annotations.services.transitions import lock_story
from annotations.services.verdicts import sign_verdict
from annotations.workflow import RefusedError
from tests.builders import (
    make_article,
    make_claim,
    make_figure,
    make_group,
    make_review,
    make_source,
    make_story,
    make_user,
)
from tests.concurrency import on_its_own, wait_until_somebody_waits

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

ANNOTATORS = 50
CLAIMS = 500
VANISH_AFTER = 8
LEASE_SECONDS = 3
LIMIT_SECONDS = 90


@dataclass
class Shift:
    """What one annotator met."""

    reviewed: list[int] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    left_when_told_empty: int | None = None
    overfull: list[int] = field(default_factory=list)
    vanished_with: int | None = None


@on_its_own
def work(annotator, vanishes, start):
    start.wait()
    shift = Shift()
    deadline = time.monotonic() + LIMIT_SECONDS
    while time.monotonic() < deadline:
        claim = lease_next(annotator=annotator)
        if claim is None:
            status = queue_status(annotator)
            if status.empty:
                shift.left_when_told_empty = wanted_by(annotator)
                return shift
            pause(status, shift)
            continue
        if taken(claim) > 2:
            shift.overfull.append(claim.pk)
        if vanishes and len(shift.reviewed) == VANISH_AFTER:
            shift.vanished_with = claim.pk
            return shift
        try:
            submit_review(claim=claim, reviewer=annotator, rating="corroborated")
        except RefusedError:
            # On a machine that is busy for so long, the lease lapses and another takes the slot.
            continue
        shift.reviewed.append(claim.pk)
    pytest.fail("the annotator was kept waiting")


def pause(status, shift):
    """Wait for the lapse that the queue announces; a slot may have come free meanwhile."""
    seconds = 0.0
    if not status.available and status.next_lapse_at:
        seconds = (status.next_lapse_at - timezone.now()).total_seconds()
    shift.waits.append(seconds)
    time.sleep(max(0.01, min(seconds, LEASE_SECONDS)))


def query(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchone()[0]


def taken(claim):
    """Slots that are taken now, read in one statement without the code under test."""
    return query(
        "SELECT (SELECT count(*) FROM annotations_review WHERE claim_id = %s) + (SELECT count(*)"
        " FROM annotations_lease WHERE claim_id = %s AND expires_at > clock_timestamp())",
        claim.pk,
        claim.pk,
    )


def wanted_by(annotator):
    """Claims that still want a review of this annotator, likewise."""
    return query(
        "SELECT count(*) FROM annotations_claim c WHERE 2 >"
        " (SELECT count(*) FROM annotations_review r WHERE r.claim_id = c.id) AND NOT EXISTS"
        " (SELECT FROM annotations_review r WHERE r.claim_id = c.id AND r.reviewer_id = %s)",
        annotator.pk,
    )


def test_fifty_annotators_review_every_claim_twice_though_half_vanish(settings, record_property):
    settings.LEASE_MINUTES = LEASE_SECONDS / 60
    article = make_article(
        " ".join(f"Statement {number}." for number in range(CLAIMS)), story=make_story()
    )
    for number in range(CLAIMS):
        make_claim(article, f"Statement {number}.", score=number / CLAIMS)
    annotators = [make_user(f"annotator-{number}") for number in range(ANNOTATORS)]
    start = Barrier(ANNOTATORS)
    began = time.monotonic()
    with ThreadPoolExecutor(ANNOTATORS) as pool:
        shifts = list(
            pool.map(lambda pair: work(pair[1], pair[0] % 2 == 0, start), enumerate(annotators))
        )
    took = time.monotonic() - began

    reviews = Counter(Review.objects.values_list("claim_id", flat=True))
    assert set(reviews.values()) == {2}
    assert len(reviews) == CLAIMS
    reviewers = Counter(Review.objects.values_list("claim_id", "reviewer_id"))
    assert max(reviewers.values()) == 1
    assert set(Claim.objects.values_list("state", flat=True)) == {"agreed"}
    assert not any(shift.overfull for shift in shifts)
    stayed = [shift for shift in shifts if shift.vanished_with is None]
    assert all(shift.left_when_told_empty == 0 for shift in stayed)
    vanished = [shift.vanished_with for shift in shifts if shift.vanished_with is not None]
    assert len(vanished) == ANNOTATORS // 2
    assert all(wait <= LEASE_SECONDS for shift in shifts for wait in shift.waits)
    record_property("seconds", round(took, 1))
    print(
        f"{ANNOTATORS} annotators, {CLAIMS} claims x 2 reviews: {took:.1f} s, "
        f"{len(vanished)} vanished, {sum(len(shift.waits) for shift in shifts)} waits, "
        f"longest announced {max((w for s in shifts for w in s.waits), default=0):.1f} s "
        f"of a lease of {LEASE_SECONDS} s"
    )


def test_of_two_editors_who_sign_at_once_one_wins():
    claim = make_claim(make_article("Nine were hurt.", source=make_source()), state="agreed")
    make_review(claim, make_user())
    editors = [make_user(role="editor") for _ in range(8)]
    start = Barrier(len(editors))

    @on_its_own
    def sign(editor):
        start.wait()
        try:
            sign_verdict(
                claim=claim,
                editor=editor,
                rating="corroborated",
                ruling=f"Signed by {editor}.",
                expected_version=claim.version,
            )
        except (StaleVersionError, RefusedError) as refused:
            return type(refused)
        return None

    with ThreadPoolExecutor(len(editors)) as pool:
        outcomes = Counter(pool.map(sign, editors))
    assert outcomes == {None: 1, StaleVersionError: len(editors) - 1}
    assert claim.verdicts.count() == 1


def test_of_many_who_take_the_last_slot_at_once_one_gets_it():
    claim = make_claim(make_article("Nine were hurt.", story=make_story(reviews_needed=1)))
    annotators = [make_user() for _ in range(10)]
    start = Barrier(len(annotators))

    @on_its_own
    def take(annotator):
        start.wait()
        return lease_next(annotator=annotator)

    with ThreadPoolExecutor(len(annotators)) as pool:
        given = list(pool.map(take, annotators))
    assert given.count(claim) == 1
    assert given.count(None) == len(annotators) - 1
    assert Lease.objects.count() == 1


def test_every_free_slot_is_had_though_all_ask_at_once():
    claim = make_claim(make_article("Nine were hurt.", story=make_story(reviews_needed=9)))
    annotators = [make_user() for _ in range(9)]
    start = Barrier(len(annotators))

    @on_its_own
    def take(annotator):
        start.wait()
        return lease_next(annotator=annotator)

    with ThreadPoolExecutor(len(annotators)) as pool:
        assert set(pool.map(take, annotators)) == {claim}


def test_a_verdict_signed_while_links_are_stored_pins_what_is_stored():
    story = make_story()
    claim = make_claim(make_article("Nine were hurt.", story=story), state="agreed")
    figure = make_figure(claim, "Nine", 9)
    other = make_figure(make_claim(make_article("Nine hurt.", story=story)), "Nine", 9)
    editor = make_user(role="editor")

    @on_its_own
    def sign():
        return sign_verdict(
            claim=claim, editor=editor, rating="corroborated", ruling="Both say nine."
        )

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            lock_story(story.pk)
            make_group(story, [figure, other])
            signing = pool.submit(sign)
            wait_until_somebody_waits()
        (pinned,) = signing.result(timeout=10).evidence["figures"]
    assert [statement["figure"] for statement in pinned["agreeing"]] == [other.pk]
