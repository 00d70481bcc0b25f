"""``manage.py link``: articles as JSON Lines in; groups, conflicts, sums and origins out.

A line is {"id", "text"} and may have "title", "source" and "published_at" (ISO 8601). After the
end of input come lines of {"figures"}, {"groups"}, {"conflicts"}, {"sums"} and {"origins"}; spans
are {"doc", "start", "end"} in Unicode code points of the text as given. A line that cannot be
read gives {"id", "error"} and the others are linked. No database is used.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.management.base import BaseCommand

from annotations.extraction.reader import read
from annotations.linking.linker import link
from annotations.linking.types import Article, FigureId, Group, Linking, Relation
from annotations.management.jsonlines import BadLineError, Row, lines

_DIFFERING = frozenset({Relation.CONFLICTING, Relation.REVISED})


class Command(BaseCommand):
    help = "Link the figures of articles given as JSON Lines on stdin; JSON Lines on stdout."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        articles: dict[str, Article] = {}
        for number, line in lines(sys.stdin.buffer):
            try:
                article = article_of(line)
                if article.id in articles:
                    raise BadLineError("the id was given before", article.id)
                articles[article.id] = article
            except BadLineError as error:
                self._write({"id": error.identifier, "error": f"line {number}: {error}"})
        linking = link(list(articles.values()))
        for row in rows(linking, articles.values()):
            self._write(row)

    def _write(self, row: dict[str, Any]) -> None:
        self.stdout.write(json.dumps(row, ensure_ascii=False))


def article_of(line: bytearray) -> Article:
    """Read the article of one line; BadLineError says what is wrong with it."""
    row = Row.parse(line)
    identifier, text, title = row.text("id"), row.text("text"), row.optional("title")
    published = row.day("published_at")
    try:
        reading = read(text, title=title, published=published)
    except Exception as error:  # a fault in the reader must not keep the others from being linked
        raise BadLineError(f"the text could not be read: {error!r}", identifier) from error
    return Article(
        id=identifier,
        text=text,
        reading=reading,
        title=title,
        source=row.optional("source"),
        published=published.isoformat() if published else "",
    )


def rows(linking: Linking, articles: Iterable[Article]) -> Iterator[dict[str, Any]]:
    """The lines that tell of a linking, in an order that depends on it alone."""
    yield {
        "figures": [
            {"doc": article.id, "start": figure.start, "end": figure.end}
            for article in sorted(articles, key=lambda one: one.id)
            for figure in article.reading.figures
        ]
    }
    yield {"groups": [_spans(group) for group in linking.groups if len(group.members) > 1]}
    yield {
        "conflicts": [
            [_span(one.figure), _span(other.figure)]
            for relation in linking.relations
            if relation.relation in _DIFFERING
            for one in linking.groups[relation.first].members
            for other in linking.groups[relation.second].members
        ]
    }
    yield {
        "sums": [
            {
                "total": _span(one.total) if one.total else None,
                "parts": [*map(_span, one.parts)],
                "rest": one.rest,
            }
            for one in linking.sums
        ]
    }
    yield {
        "origins": [
            sorted({passage.article for passage in origin.passages})
            for origin in linking.origins
            if len({passage.article for passage in origin.passages}) > 1
        ]
    }


def _spans(group: Group) -> list[dict[str, Any]]:
    return [_span(member.figure) for member in group.members]


def _span(figure: FigureId) -> dict[str, Any]:
    return {"doc": figure.article, "start": figure.start, "end": figure.end}
