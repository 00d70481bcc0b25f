"""Comments on a claim: written, answered, taken back."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from annotations.models import Claim, Role
from annotations.selectors.claims import claims_for
from annotations.selectors.comments import comments_visible_to, thread_of
from annotations.services.comments import retract_comment, write_comment
from annotations.services.errors import InputError
from annotations.web.access import Request, safe_next, signed_in
from annotations.web.acts import tell
from annotations.web.forms import RemarkForm
from annotations.web.panel import panel
from annotations.web.views.articles import article_page
from annotations.web.views.claims import claim_address

people_only = signed_in(Role.ANNOTATOR, Role.EDITOR)


@require_POST
@people_only
def write(request: Request, pk: int) -> HttpResponseBase:
    """Say something of the claim; answers 422, with what was written, where it cannot be taken."""
    claim = get_object_or_404(claims_for(request.user), pk=pk)
    form = RemarkForm(request.POST)
    if form.is_valid():
        visible = thread_of(claim, request.user)
        answered = form.cleaned_data["parent"]
        parent = get_object_or_404(visible, pk=answered) if answered else None
        body = form.cleaned_data["body"]
        try:
            write_comment(claim=claim, author=request.user, body=body, parent=parent)
        except InputError as error:
            tell(form, error)
    if form.errors:
        return _show(request, claim, status=422, remark=form)
    return _done(request, claim, "Your comment is in.")


@require_POST
@people_only
def retract(request: Request, pk: int) -> HttpResponseBase:
    own = comments_visible_to(request.user).filter(author=request.user)
    comment = get_object_or_404(own.select_related("claim__article__story"), pk=pk)
    retract_comment(comment=comment, author=request.user)
    return _done(request, comment.claim, "Your comment is taken back.")


def _done(request: Request, claim: Claim, notice: str) -> HttpResponseBase:
    if request.htmx:
        return _show(request, claim, status=200, notice=notice)
    messages.success(request, notice)
    return redirect(safe_next(request, claim_address(claim)))


def _show(request: Request, claim: Claim, *, status: int, **said: Any) -> HttpResponseBase:
    beside = panel(claim, request.user) | said
    if request.htmx:
        return render(request, "web/parts/panel.html", beside, status=status)
    return article_page(request, claim.article, beside, status=status)
