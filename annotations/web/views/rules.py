"""How a story is reviewed: its guidelines, and how many reviews a claim needs."""

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from annotations.models import Role, Story
from annotations.selectors.guidelines import guidelines_of
from annotations.services.errors import InputError
from annotations.services.guidelines import publish_guideline
from annotations.services.reviewing import set_reviews_needed
from annotations.web.access import Request, signed_in
from annotations.web.acts import tell
from annotations.web.forms import GuidelineForm, ReviewsNeededForm

editors_only = signed_in(Role.EDITOR)


@require_safe
@signed_in(Role.ANNOTATOR, Role.EDITOR)
def rules(request: Request, slug: str) -> HttpResponseBase:
    """The guidelines, the version in force first; editors may change both."""
    return _show(request, get_object_or_404(Story, slug=slug))


@require_POST
@editors_only
def publish(request: Request, slug: str) -> HttpResponseBase:
    """Publish the next version of the guidelines; answers 422 where it cannot be taken."""
    story = get_object_or_404(Story, slug=slug)
    form = GuidelineForm(request.POST)
    if form.is_valid():
        try:
            guideline = publish_guideline(story=story, editor=request.user, **form.cleaned_data)
        except InputError as error:
            tell(form, error)
        else:
            messages.success(request, f"Version {guideline.version} is in force.")
            return redirect("web:rules", slug)
    return _show(request, story, publishing=form)


@require_POST
@editors_only
def set_reviews(request: Request, slug: str) -> HttpResponseBase:
    """Change how many reviews a claim needs; answers 422 where it cannot be taken."""
    story = get_object_or_404(Story, slug=slug)
    form = ReviewsNeededForm(request.POST)
    if form.is_valid():
        number, expected = form.cleaned_data["reviews_needed"], form.cleaned_data["expected"]
        try:
            set_reviews_needed(story=story, number=number, editor=request.user, expected=expected)
        except InputError as error:
            tell(form, error)
        else:
            messages.success(request, f"A claim now needs {number} review{'s'[: number > 1]}.")
            return redirect("web:rules", slug)
    return _show(request, story, counting=form)


def _show(
    request: Request,
    story: Story,
    *,
    publishing: GuidelineForm | None = None,
    counting: ReviewsNeededForm | None = None,
) -> HttpResponseBase:
    guidelines = list(guidelines_of(story))
    current = guidelines[0] if guidelines else None
    published = {"expected_version": current.version if current else 0}
    counted = {"expected": story.reviews_needed}
    if publishing:
        publishing.seen_with(**published)
    if counting:
        counting.seen_with(**counted)
    context = {
        "story": story,
        "current": current,
        "earlier": guidelines[1:],
        "publishing": publishing
        or GuidelineForm(initial={"text": current.text if current else ""} | published),
        "counting": counting
        or ReviewsNeededForm(initial={"reviews_needed": story.reviews_needed} | counted),
    }
    return render(request, "web/rules.html", context, status=422 if publishing or counting else 200)
