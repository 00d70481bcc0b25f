"""Pages of a list, and the address that leads to the next one."""

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from annotations.web.access import Request

PER_PAGE = 30


def page_of(rows: QuerySet, request: Request, per_page: int = PER_PAGE) -> Page:
    """The page that the request asks for; the nearest one where it asks for none or too much."""
    return Paginator(rows, per_page).get_page(request.GET.get("page"))


def kept_query(request: Request) -> str:
    """The request's query without its page, ready to have one appended."""
    query = request.GET.copy()
    query.pop("page", None)
    return f"{query.urlencode()}&" if query else ""
