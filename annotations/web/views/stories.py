"""The stories, and one story: its figures by source, its claims and its articles."""

from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from annotations.models import Claim, Story
from annotations.selectors.agreement import agreement
from annotations.selectors.figures import figure_matrix
from annotations.selectors.stories import current_articles, current_claims, overviews, progress_of
from annotations.web.access import Request, signed_in
from annotations.web.asked import text_asked
from annotations.web.paging import kept_query, page_of


@require_safe
@signed_in()
def stories(request: Request) -> HttpResponseBase:
    wanted = text_asked(request.GET, "q")
    found = Story.objects.filter(title__icontains=wanted) if wanted else Story.objects.all()
    page = page_of(found, request)
    page.object_list = overviews(list(page.object_list), request.user)
    context = {"page": page, "q": wanted, "query": kept_query(request)}
    return render(request, "web/stories.html", context)


@require_safe
@signed_in()
def story(request: Request, slug: str) -> HttpResponseBase:
    found = get_object_or_404(Story, slug=slug)
    state = request.GET.get("state", "")
    claims = current_claims(found, request.user)
    if state in Claim.State.values:
        claims = claims.filter(state=state)
    context = {
        "story": found,
        "matrix": figure_matrix(found),
        "progress": progress_of([found], request.user)[found.pk],
        "articles": current_articles(found),
        "page": page_of(claims, request),
        "agreement": agreement(found),
        "state": state,
        "query": kept_query(request),
    }
    return render(request, "web/story.html", context)
