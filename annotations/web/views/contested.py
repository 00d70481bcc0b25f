"""What waits for an editor, the reviews side by side, and the claim they are signing."""

from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from annotations.models import Claim, Role, Story
from annotations.selectors.claims import claims_for
from annotations.selectors.queue import state_counts
from annotations.selectors.reviews import disagreement_kinds, to_adjudicate
from annotations.web.access import Request, signed_in
from annotations.web.asked import story_asked
from annotations.web.paging import kept_query, page_of
from annotations.web.panel import panel

WAITING = (Claim.State.CONTESTED, Claim.State.AGREED, Claim.State.STALE)
PER_PAGE = 25


@require_safe
@signed_in(Role.EDITOR)
def contested(request: Request) -> HttpResponseBase:
    story = story_asked(request.GET)
    asked = request.GET.get("state", Claim.State.CONTESTED)
    state = Claim.State(asked) if asked in WAITING else Claim.State.CONTESTED
    page = page_of(to_adjudicate(story).filter(state=state), request, PER_PAGE)
    counts = state_counts(story)
    context = {
        "story": story,
        "stories": Story.objects.order_by("title"),
        "state": state,
        "tabs": [(item, counts[item]) for item in WAITING],
        "page": page,
        "items": [(claim, disagreement_kinds(claim.current_reviews)) for claim in page],
        "query": kept_query(request),
        **_chosen(request),
    }
    return render(request, "web/contested.html", context)


def _chosen(request: Request) -> dict[str, object]:
    wanted = request.GET.get("claim", "")
    if not wanted.isdecimal():
        return {"selected": None}
    claim = get_object_or_404(claims_for(request.user), pk=int(wanted))
    return {"selected": claim, **panel(claim, request.user)}
