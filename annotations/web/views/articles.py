"""An article with its claims and figures in the text, and one claim beside it."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render

from annotations.models import Article, Claim, Figure
from annotations.selectors.claims import claims_for
from annotations.selectors.versions import article_edits
from annotations.web.access import Request, signed_in
from annotations.web.highlight import paragraphs
from annotations.web.panel import may_mark, panel


@signed_in()
def article(request: Request, pk: int) -> HttpResponseBase:
    found = article_or_404(pk)
    chosen = request.GET.get("claim", "")
    if not chosen.isdecimal():
        return article_page(request, found)
    claim = get_object_or_404(claims_for(request.user), pk=int(chosen), article=found)
    return article_page(request, found, panel(claim, request.user))


def article_or_404(pk: int) -> Article:
    related = ("source", "story", "superseded_by", "supersedes")
    return get_object_or_404(Article.objects.select_related(*related), pk=pk)


def article_page(
    request: Request, article: Article, beside: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    """The whole page, ``beside`` being the context of the selected claim's panel, or the ``edit``
    that stands in its place."""
    claims = list(claims_for(request.user).filter(article=article))
    figures = Figure.objects.filter(article=article, withdrawn_at__isnull=True)
    lines = paragraphs(article.text, claims, figures)
    headline = lines.pop(0) if article.title and article.text.startswith(article.title) else ()
    context = {
        "article": article,
        "newer": getattr(article, "superseded_by", None),
        "edits": article_edits(article),
        "claims": claims,
        "headline": headline,
        "lines": lines,
        "selected": _selected(claims, beside),
        **(beside or {"may_mark": may_mark(article, request.user)}),
    }
    return render(request, "web/article.html", context, status=status)


def _selected(claims: list[Claim], beside: dict[str, Any] | None) -> Claim | None:
    if not beside:
        return None
    claim: Claim | None = beside["edit"].claim if "edit" in beside else beside["claim"]
    return claim
