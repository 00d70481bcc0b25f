"""Articles out of web pages; trafilatura finds the body and what the page states of it."""

import datetime as dt
from typing import Any

from trafilatura import bare_extraction, load_html
from trafilatura.settings import Document as Page

from annotations.extraction.cleaning.document import Document, UnreadableDocument, with_headline
from annotations.extraction.cleaning.particulars import Particulars
from annotations.extraction.cleaning.plain import body_lines, checked, lines_of
from annotations.extraction.cleaning.timestamps import find_timestamp

_LONGEST_TIMESTAMP = 60  # characters
# Where pages state the time of publication, best first.
_PUBLISHED = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//meta[@name='pubdate' or @name='publishdate' or @name='date' or @name='DC.date.issued']"
    "/@content",
    "//article//time/@datetime",
)


def read_html(raw: str, *, url: str = "") -> Document:
    """Give the article in a web page.

    Raises UnreadableDocument where the page holds no text, or no article can be told in it.
    """
    tree = load_html(checked(raw))
    if tree is None:
        raise UnreadableDocument("is no web page: no HTML can be read from it")
    published = _published(tree)
    found = bare_extraction(tree, url=url or None, with_metadata=True, include_comments=False)
    text = found.text if isinstance(found, Page) else None
    if not isinstance(found, Page) or not text:
        raise UnreadableDocument("is a web page without an article: no running text is found in it")
    particulars = Particulars()
    body = body_lines(lines_of(text), particulars)
    title = particulars.take_site((found.title or "").strip())
    if body and body[0] == title:
        body = body[1:]
    if not body:
        raise UnreadableDocument("is a web page without an article: it holds page furniture only")
    return Document(
        text=with_headline(title, "\n\n".join(body)),
        title=title,
        outlet=found.sitename or particulars.outlet,
        byline=found.author or particulars.byline,
        credit=particulars.credit,
        url=url or found.url or "",
        published_at=published or particulars.published_at() or _moment(found.date),
    )


def _published(tree: Any) -> dt.datetime | None:
    for path in _PUBLISHED:
        for written in tree.xpath(path):
            if moment := _moment(written):
                return moment
    return None


def _moment(written: str | None) -> dt.datetime | None:
    found = find_timestamp((written or "").strip()[:_LONGEST_TIMESTAMP])
    return found[0] if found else None
