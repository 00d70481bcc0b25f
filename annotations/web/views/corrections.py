"""Adding what reading missed, and correcting the figures it found: a form beside the article."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import F
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from annotations import dispatch
from annotations.models import Article, Claim, Figure, Role, User
from annotations.selectors.claims import claims_for
from annotations.services.corrections import add_claim as store_claim
from annotations.services.errors import InputError
from annotations.services.figure_corrections import add_figure as store_figure
from annotations.services.figure_corrections import correct_figure as store_correction
from annotations.services.figure_corrections import withdraw_figure as take_back
from annotations.web.access import Request, signed_in
from annotations.web.acts import tell
from annotations.web.correction_forms import (
    ClaimForm,
    FigureForm,
    figure_as_read,
    figure_as_stated,
)
from annotations.web.marking import selected_words
from annotations.web.views.articles import article_or_404, article_page
from annotations.web.views.claims import claim_address
from annotations.workflow import RefusedError

people_only = signed_in(Role.ANNOTATOR, Role.EDITOR)
asks = require_http_methods(["GET", "HEAD", "POST"])


@dataclass(frozen=True, slots=True)
class Edit:
    """A form in the panel's place: where it is sent, and the claim or figure it is about."""

    title: str
    form: forms.Form
    address: str
    claim: Claim | None = None
    figure: Figure | None = None
    note: str = ""


@asks
@people_only
def add_claim(request: Request, pk: int) -> HttpResponseBase:
    """Add a claim that reading missed; ``start`` and ``end`` of the query begin the form."""
    article = article_or_404(pk)
    initial = selected_words(article, request.GET)
    form = ClaimForm(request.POST or None, article=article, initial=initial)
    edit = Edit("Add a claim", form, request.path)

    def store(values: dict[str, Any]) -> Claim:
        return store_claim(article=article, annotator=request.user, **values)

    return _answer(request, article, edit, store, "The claim is added.")


@asks
@people_only
def add_figure(request: Request, pk: int) -> HttpResponseBase:
    """Add a figure that reading missed, to the claim that the query names or selects words of.

    Words that lie in no claim lead to the form for adding one first.
    """
    article = article_or_404(pk)
    selected = selected_words(article, request.GET)
    claim = _claim_of(request, article, selected)
    if claim is None:
        note = "These words lie in no claim yet. Add the claim that states the figure first."
        claim_form = ClaimForm(article=article, initial=selected)
        edit = Edit("Add a claim", claim_form, reverse("web:claim-add", args=[pk]), note=note)
        return _show(request, article, edit)
    initial = (figure_as_read(selected["quote"]) if selected else {}) | selected
    form = FigureForm.about(claim, request.POST or None, initial=initial)
    edit = Edit("Add a figure", form, f"{request.path}?claim={claim.pk}", claim)

    def store(values: dict[str, Any]) -> Claim:
        store_figure(claim=claim, annotator=request.user, **values)
        return claim

    return _answer(request, article, edit, store, "The figure is added.")


@asks
@people_only
def correct_figure(request: Request, pk: int) -> HttpResponseBase:
    """Put another span or meaning in the place of a figure's."""
    figure = _figure(request.user, pk)
    claim = figure.claim
    article = article_or_404(figure.article_id)
    form = FigureForm.about(claim, request.POST or None, initial=figure_as_stated(figure))
    edit = Edit("Correct a figure", form, request.path, claim, figure)

    def store(values: dict[str, Any]) -> Claim:
        if values["counted"] != figure.counted:
            values["counted_text"] = ""  # What was read in its place no longer says it.
        store_correction(figure=figure, annotator=request.user, **values)
        return claim

    return _answer(request, article, edit, store, "The figure is corrected.")


@require_POST
@people_only
def withdraw_figure(request: Request, pk: int) -> HttpResponseBase:
    """Take back what is no figure."""
    figure = _figure(request.user, pk)
    try:
        take_back(figure=figure, annotator=request.user)
    except RefusedError as refused:
        messages.error(request, refused.reason)
    else:
        dispatch.article_ingested(figure.article_id)
        messages.success(request, f"“{figure.text}” is no longer marked as a figure.")
    return redirect(claim_address(figure.claim))


def _figure(user: User, pk: int) -> Figure:
    """The figure, even a withdrawn one: what was typed of it then comes back with the refusal."""
    figures = Figure.objects.filter(claim__in=claims_for(user))
    return get_object_or_404(figures.select_related("claim__article"), pk=pk)


def _claim_of(request: HttpRequest, article: Article, selected: dict[str, Any]) -> Claim | None:
    """The claim that is named, or else the shortest over the selected words."""
    claims = claims_for(request.user).filter(article=article)  # type: ignore[arg-type]
    named = request.GET.get("claim", "")
    if named.isdecimal():
        return get_object_or_404(claims, pk=int(named))
    if not selected:
        return None
    start, end = selected["start"], selected["start"] + len(selected["quote"])
    over = claims.filter(start__lte=start, end__gte=end)
    return over.order_by(F("end") - F("start"), "id").first()


def _answer(
    request: Request,
    article: Article,
    edit: Edit,
    store: Callable[[dict[str, Any]], Claim],
    done: str,
) -> HttpResponseBase:
    """The form, or what became of it: 422, 403 or 409 with it as it was sent, else the claim."""
    if request.method != "POST":
        return _show(request, article, edit)
    if not edit.form.is_valid():
        return _show(request, article, edit, status=422)
    try:
        claim = store(edit.form.cleaned_data)
    except InputError as error:
        tell(edit.form, error)
        return _show(request, article, edit, status=422)
    except RefusedError as refused:
        edit.form.add_error(None, refused.reason)
        return _show(request, article, edit, status=403 if refused.forbidden else 409)
    dispatch.article_ingested(article.pk)
    messages.success(request, done)
    return redirect(claim_address(claim))


def _show(request: Request, article: Article, edit: Edit, status: int = 200) -> HttpResponseBase:
    beside = {"edit": edit, "article": article}
    if request.htmx:
        return render(request, "web/parts/edit.html", beside, status=status)
    return article_page(request, article, beside | {"may_mark": True}, status)
