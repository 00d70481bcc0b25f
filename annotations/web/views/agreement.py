"""How far the reviewers of a story agree."""

from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from annotations.models import Disagreement, Rating, Role, Story
from annotations.selectors.agreement import agreement as agreement_on
from annotations.web.access import Request, signed_in


@require_safe
@signed_in(Role.ANNOTATOR, Role.EDITOR)
def agreement(request: Request, slug: str) -> HttpResponseBase:
    """The figures of the whole story; those of pairs of people are for editors."""
    story = get_object_or_404(Story, slug=slug)
    found = agreement_on(story)
    context = {
        "story": story,
        "agreement": found,
        "pairs": found.pairs if request.user.role == Role.EDITOR else (),
        "confusions": [
            (Rating(item.first), Rating(item.second), item.count) for item in found.confusions
        ],
        "disagreements": [(Disagreement(kind), count) for kind, count in found.disagreements],
    }
    return render(request, "web/agreement.html", context)
