"""One claim: its panel, and the acts of the workflow on it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import trigger_client_event

from annotations import dispatch
from annotations.models import Claim, Figure, FigureGroup, Role
from annotations.selectors.claims import actions_for, claims_for
from annotations.services.decisions import decide_link
from annotations.services.drafts import save_draft
from annotations.services.errors import InputError, StaleVersionError
from annotations.web.access import Request, safe_next, signed_in
from annotations.web.acts import ACTS, tell
from annotations.web.forms import DecideLinkForm, DraftForm
from annotations.web.panel import panel
from annotations.web.views.articles import article_page
from annotations.workflow import RefusedError

CHANGED_MEANWHILE = (
    "Somebody else changed this claim while you had it open. Here it is as it stands now; what you "
    "wrote is still in the form."
)

LINKED_ANEW = (
    "The figures were linked anew since you opened this page. Here they are as they stand now."
)


@require_safe
@signed_in()
def claim(request: Request, pk: int) -> HttpResponseBase:
    """The claim's panel; outside of htmx, the article's page with it."""
    found = get_object_or_404(claims_for(request.user), pk=pk)
    if not request.htmx:
        return redirect(claim_address(found))
    return render(request, "web/parts/panel.html", panel(found, request.user))


@require_POST
@signed_in()
def act(request: Request, pk: int, action: str) -> HttpResponseBase:
    """Do one act of the workflow with what its form holds.

    Answers 422 where the form lacks something, 403 or 409 where the workflow or somebody else's
    act stands against it; each time with what was written still there.
    """
    found = get_object_or_404(claims_for(request.user), pk=pk)
    if action not in ACTS:
        raise Http404(f"There is no action {action}.")
    asked = ACTS[action]
    form = asked.form.about(found, request.POST)
    if not form.is_valid():
        return _answer(request, found, status=422, entered=(action, form))
    try:
        shown = asked.perform(found, request.user, form.cleaned_data)
    except RefusedError as refused:
        return _refused(request, found, refused, entered=(action, form))
    except StaleVersionError as stale:
        again = asked.form(initial=form.cleaned_data | {"expected_version": stale.current})
        said = {"refusal": CHANGED_MEANWHILE, "allowed": actions_for(found, request.user)}
        return _answer(request, found, status=409, entered=(action, again), **said)
    except InputError as error:
        tell(form, error)
        return _answer(request, found, status=422, entered=(action, form))
    return _done(request, shown, asked.done)


@require_POST
@signed_in(Role.ANNOTATOR, Role.EDITOR)
def draft(request: Request, pk: int) -> HttpResponseBase:
    """Keep what is typed of a review, and say so in a word."""
    found = get_object_or_404(claims_for(request.user), pk=pk)
    form = DraftForm(request.POST)
    if not form.is_valid():
        return HttpResponse("Not saved: something in the form is too long.", status=422)
    save_draft(claim=found, reviewer=request.user, **form.cleaned_data)
    return HttpResponse(f"Draft saved {timezone.localtime():%H:%M:%S}")


@require_POST
@signed_in(Role.ANNOTATOR, Role.EDITOR)
def link(request: Request, pk: int) -> HttpResponseBase:
    """Confirm or reject that a figure belongs to its group."""
    figure = get_object_or_404(Figure.objects.select_related("article"), pk=pk)
    form = DecideLinkForm(request.POST)
    if not form.is_valid():
        raise Http404("The decision names no group.")
    shown = get_object_or_404(claims_for(request.user), pk=form.cleaned_data["claim"])
    group = FigureGroup.objects.filter(pk=form.cleaned_data["group"]).first()
    if group is None:
        allowed = actions_for(shown, request.user)
        return _answer(request, shown, status=409, refusal=LINKED_ANEW, allowed=allowed)
    same = form.cleaned_data["same"] == "yes"
    try:
        decide_link(figure=figure, group=group, same=same, actor=request.user)
    except RefusedError as refused:
        return _refused(request, shown, refused)
    dispatch.story_changed(group.story_id)
    return _done(request, shown, f"The link is {'confirmed' if same else 'rejected'}.")


def claim_address(claim: Claim) -> str:
    return f"{reverse('web:article', args=[claim.article_id])}?claim={claim.pk}"


def _answer(
    request: Request,
    claim: Claim,
    *,
    status: int,
    entered: tuple[str, forms.Form] | None = None,
    **said: Any,
) -> HttpResponse:
    claim.refresh_from_db(fields=["state", "version"])
    beside = panel(claim, request.user, entered=entered, **said)
    if request.htmx:
        return render(request, "web/parts/panel.html", beside, status=status)
    return article_page(request, claim.article, beside, status=status)


def _refused(
    request: Request,
    claim: Claim,
    refused: RefusedError,
    entered: tuple[str, forms.Form] | None = None,
) -> HttpResponse:
    status = 403 if refused.forbidden else 409
    said = {"refusal": refused.reason, "allowed": actions_for(claim, request.user)}
    return _answer(request, claim, status=status, entered=entered, **said)


def _done(request: Request, claim: Claim, notice: str) -> HttpResponseBase:
    if not request.htmx:
        messages.success(request, notice)
        return redirect(safe_next(request, claim_address(claim)))
    answer = _answer(request, claim, status=200, notice=notice)
    return trigger_client_event(answer, "claim-changed", {"claim": claim.pk, "state": claim.state})
