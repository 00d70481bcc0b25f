"""Handing out claims under leases.

A lease holds one of a claim's review slots; all slots are given under a lock of the claim's row,
so two people never get the same one. Leases come and go and are not logged.
"""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from annotations.models import Claim, Lease, Story, User
from annotations.selectors.queue import OPEN, free_claims
from annotations.selectors.slots import live_leases, slots_of
from annotations.services.transitions import (
    facts_for,
    lock_claim,
    lock_open_claim,
    require_reviewer,
)
from annotations.workflow import Action, RefusedError, allowed_actions, next_state


@transaction.atomic
def lease_next(*, annotator: User, story: Story | None = None) -> Claim | None:
    """The claim that ``annotator`` holds already, or the most urgent one they may review.

    Claims they released come last. None means that no slot is free at this moment;
    ``queue_status`` tells whether that is because nothing is left.
    Raises RefusedError where the role may not review.
    """
    require_reviewer(annotator)
    held = _take_held(annotator, story)
    if held is not None:
        return held
    released = Lease.objects.filter(
        claim=OuterRef("pk"), annotator=annotator, released_at__isnull=False
    )
    free = free_claims(annotator, story)
    return _take(free.filter(~Exists(released)), annotator) or _take(
        free.filter(Exists(released)), annotator
    )


@transaction.atomic
def lease_claim(*, claim: Claim, annotator: User) -> Lease:
    """Hold a slot of this very claim, or extend the hold.

    Raises RefusedError where the annotator has reviewed the claim or no slot is free.
    """
    claim = lock_open_claim(claim)
    facts = facts_for(claim, annotator)
    next_state(claim.state, Action.SUBMIT_REVIEW, annotator.role, facts)
    if annotator.pk in slots_of([claim])[claim.pk].reviewers:
        raise RefusedError(
            "You have reviewed the claim.",
            allowed=allowed_actions(claim.state, annotator.role, facts),
            forbidden=False,
        )
    return _grant(claim, annotator)


def renew_lease(*, claim: Claim, annotator: User) -> Lease:
    """Extend a hold; one that lapsed is taken again while a slot is free."""
    return lease_claim(claim=claim, annotator=annotator)


def release_lease(*, claim: Claim, annotator: User) -> None:
    """Give the slot back; without a hold nothing happens."""
    live_leases().filter(claim=claim, annotator=annotator).update(released_at=timezone.now())


def _take_held(annotator: User, story: Story | None) -> Claim | None:
    """Extend the oldest lease that the annotator holds; None where there is none."""
    leases = live_leases().filter(
        annotator=annotator,
        claim__state__in=OPEN,
        claim__withdrawn_at__isnull=True,
        claim__article__superseded_by__isnull=True,
    )
    if story is not None:
        leases = leases.filter(claim__article__story=story)
    lease = leases.select_related("claim").order_by("granted_at", "id").first()
    if lease is None:
        return None
    with transaction.atomic():
        claim = lock_claim(lease.claim)
        if claim.state in OPEN and slots_of([claim])[claim.pk].open_to(annotator.pk):
            _grant(claim, annotator)
            return claim
        transaction.set_rollback(True)
    return None


def _take(claims: QuerySet[Claim], annotator: User) -> Claim | None:
    """Lease the first claim that still has a slot once it is locked.

    Rows that others hold locked are passed over first, then waited for: a claim that is being
    handed to somebody else may have a second slot, and the queue is not empty while it has.
    """
    taken: list[int] = []
    for skip_locked in (True, False):
        while True:
            # A block of its own: to roll back a claim that is taken gives up its lock, so that
            # nobody waits for one claim while holding another.
            with transaction.atomic():
                claim = (
                    claims.exclude(pk__in=taken)
                    .select_related("article__source", "article__story")
                    .select_for_update(of=("self",), skip_locked=skip_locked)
                    .first()
                )
                if claim is None:
                    break
                if slots_of([claim])[claim.pk].open_to(annotator.pk):
                    _grant(claim, annotator)
                    return claim
                taken.append(claim.pk)
                transaction.set_rollback(True)
    return None


def _grant(claim: Claim, annotator: User) -> Lease:
    """Write the lease; the claim is locked."""
    now = timezone.now()
    lease, _ = Lease.objects.update_or_create(
        claim=claim,
        annotator=annotator,
        defaults={
            "expires_at": now + timedelta(minutes=settings.LEASE_MINUTES),
            "released_at": None,
        },
    )
    return lease
