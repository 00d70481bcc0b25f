"""The comments that mention the user."""

from django.http import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from annotations.models import Role
from annotations.selectors.comments import mentions_of
from annotations.web.access import Request, signed_in
from annotations.web.paging import kept_query, page_of


@require_safe
@signed_in(Role.ANNOTATOR, Role.EDITOR)
def mentions(request: Request) -> HttpResponseBase:
    page = page_of(mentions_of(request.user).distinct(), request)
    return render(request, "web/mentions.html", {"page": page, "query": kept_query(request)})
