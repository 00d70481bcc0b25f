"""The queue: one claim after the other, each under a lease."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from annotations.models import Claim, Lease, Review, Role, Story, User
from annotations.selectors.claims import claims_for
from annotations.selectors.guidelines import current_guideline
from annotations.selectors.queue import OPEN, queue_status
from annotations.selectors.slots import live_leases
from annotations.services.errors import InputError
from annotations.services.queue import lease_next, release_lease, renew_lease
from annotations.web.access import Request, signed_in
from annotations.web.acts import ACTS, tell
from annotations.web.asked import story_asked
from annotations.web.highlight import excerpt, paragraphs
from annotations.web.panel import panel
from annotations.workflow import RefusedError

reviewers_only = signed_in(Role.ANNOTATOR, Role.EDITOR)


@require_safe
@reviewers_only
def queue(request: Request) -> HttpResponseBase:
    """The claim that the user holds; without one, what is left and the button to begin."""
    story = story_asked(request.GET)
    lease = _held(request.user, story)
    if lease:
        return _at_work(request, lease.claim, story, panel(lease.claim, request.user), lease=lease)
    context = {
        **_tallies(request.user, story),
        "story": story,
        "stories": Story.objects.order_by("title"),
    }
    return render(request, "web/queue_start.html", context)


@require_POST
@reviewers_only
def take_next(request: Request) -> HttpResponseBase:
    story = story_asked(request.POST)
    lease_next(annotator=request.user, story=story)
    return _back(story)


@require_POST
@reviewers_only
def skip(request: Request, pk: int) -> HttpResponseBase:
    """Give the claim back and take the next; skipped ones come round again last."""
    release_lease(claim=_claim(request, pk), annotator=request.user)
    return take_next(request)


@require_POST
@reviewers_only
def release(request: Request, pk: int) -> HttpResponseBase:
    release_lease(claim=_claim(request, pk), annotator=request.user)
    messages.info(request, "The claim is back in the queue.")
    return _back(story_asked(request.POST))


@require_POST
@reviewers_only
def renew(request: Request, pk: int) -> HttpResponseBase:
    """The lease's clock, set anew; says so where the claim is lost to somebody else."""
    claim = _claim(request, pk)
    context: dict[str, Any] = {"claim": claim}
    try:
        context |= _clock(renew_lease(claim=claim, annotator=request.user))
    except RefusedError as refused:
        context |= {"lost": refused.reason}
    return render(request, "web/parts/lease.html", context)


@require_POST
@reviewers_only
def submit(request: Request, pk: int) -> HttpResponseBase:
    """Store the review and take the next claim; what cannot be stored stays on the page."""
    claim, story = _claim(request, pk), story_asked(request.POST)
    act = ACTS["submit_review"]
    form = act.form(request.POST)
    status, said = 422, {}
    if form.is_valid():
        try:
            act.perform(claim, request.user, form.cleaned_data)
        except RefusedError as refused:
            status, said = 409, {"refusal": refused.reason, "allowed": refused.allowed}
        except InputError as error:
            tell(form, error)
        else:
            return take_next(request)
    beside = panel(claim, request.user, entered=("submit_review", form), **said)
    lease = live_leases().filter(claim=claim, annotator=request.user).first()
    return _at_work(request, claim, story, beside | {"form": form}, lease=lease, status=status)


def _at_work(
    request: Request,
    claim: Claim,
    story: Story | None,
    beside: dict[str, Any],
    *,
    lease: Lease | None,
    status: int = 200,
) -> HttpResponse:
    lines = paragraphs(claim.article.text, [claim], [item.figure for item in beside["evidence"]])
    form = next((o.form for o in beside["offers"] if o.name == "submit_review"), None)
    context = {
        "form": form,
        **_tallies(request.user, story),
        **_clock(lease),
        **beside,
        "story": story,
        "in_queue": True,
        "lines": excerpt(lines, claim),
        "guideline": current_guideline(claim.article.story),
    }
    return render(request, "web/queue.html", context, status=status)


def _held(user: User, story: Story | None) -> Lease | None:
    leases = live_leases().filter(
        annotator=user,
        claim__in=claims_for(user).filter(state__in=OPEN, article__superseded_by__isnull=True),
    )
    if story:
        leases = leases.filter(claim__article__story=story)
    related = leases.select_related("claim__article__source", "claim__article__story")
    return related.order_by("granted_at", "id").first()


def _tallies(user: User, story: Story | None) -> dict[str, Any]:
    """What is left for the user and what they did: their own numbers, nobody else's."""
    mine = Review.objects.filter(reviewer=user, superseded_at__isnull=True).order_by("-id")
    return {
        "status": queue_status(user, story),
        "done_today": mine.filter(submitted_at__date=timezone.localdate()).count(),
        "done": mine.count(),
        "last_review": mine.select_related("claim").first(),
    }


def _clock(lease: Lease | None) -> dict[str, Any]:
    if lease is None:
        return {"seconds_left": 0}
    return {"seconds_left": max(0, int((lease.expires_at - timezone.now()).total_seconds()))}


def _claim(request: Request, pk: int) -> Claim:
    return get_object_or_404(claims_for(request.user), pk=pk)


def _back(story: Story | None) -> HttpResponseBase:
    query = f"?{urlencode({'story': story.slug})}" if story else ""
    return redirect(f"{reverse('web:queue')}{query}")
