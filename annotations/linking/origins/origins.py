"""Where figures really come from: copied wording, credited agencies, official statements.

Two articles that print one wire text are one origin for the passages they share, and so are two
that quote one sentence of a ministry; what else they report stays their own.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotations.linking.articles.context import Context, Node
from annotations.linking.articles.speakers import speakers
from annotations.linking.origins.agencies import agency_of, credited, named
from annotations.linking.origins.copies import copied, quotations, quoted
from annotations.linking.types import Origin, OriginKind, Passage

_TELLING_PART = 0.5  # of a sentence in quotation marks, for the sentence to be a statement


@dataclass(frozen=True, slots=True)
class Origins:
    """All origins in canonical order, with what is needed to find those of a figure."""

    found: tuple[Origin, ...]
    by_figure: Mapping[Node, tuple[int, ...]]

    def independent(self, members: Sequence[Node]) -> tuple[int, ...]:
        """One index for each origin that stands behind the figures on its own.

        Figures that share an origin have one root between them: the statement if there is one,
        else the credited agency, else the copied wording, else the article's own report. An
        article that says once whom it has a quantity from does not vouch for it when it repeats it.
        """
        told = {node.id.article for node in members if not self._reported(node)}
        roots: list[set[int]] = []
        for node in members:
            if node.id.article in told and self._reported(node):
                continue
            own = set(self.by_figure[node])
            joined = [root for root in roots if root & own]
            roots = [root for root in roots if not root & own]
            roots.append(own.union(*joined))
        return tuple(sorted(min(root, key=self._upstream) for root in roots))

    def _reported(self, node: Node) -> bool:
        """Whether the article gives nobody else for the figure."""
        return self.found[self.by_figure[node][0]].kind == OriginKind.REPORT

    def _upstream(self, index: int) -> tuple[int, int]:
        return _UPSTREAM.index(self.found[index].kind), index


_UPSTREAM = (OriginKind.STATEMENT, OriginKind.CREDIT, OriginKind.COPIED, OriginKind.REPORT)


def origins(articles: Sequence[Context], nodes: Sequence[Node]) -> Origins:
    """The origins of the articles' passages; articles and nodes in canonical order."""
    shared = [*_copies(articles), *_agencies(articles, nodes), *_statements(nodes)]
    index = _Index(shared)
    at = {node: index.at(node) for node in nodes}
    reports = _reports([node for node in nodes if not at[node]])
    own = {origin.label: len(shared) + place for place, origin in enumerate(reports)}
    by_figure = {node: places or (own[_source(node)],) for node, places in at.items()}
    return Origins((*shared, *reports), by_figure)


def _copies(articles: Sequence[Context]) -> Iterator[Origin]:
    stated: dict[str, set[Passage]] = defaultdict(set)
    for family in copied(articles):
        kind = OriginKind.STATEMENT if _is_quoted(family.text) else OriginKind.COPIED
        if kind is OriginKind.STATEMENT:
            for one in family.passages:
                stated[one.article].add(one)
        yield Origin(kind, family.text, _in_order(family.passages))
    for family in quoted(articles):
        if not all(_lies_within(one, stated[one.article]) for one in family.passages):
            yield Origin(OriginKind.STATEMENT, family.text, _in_order(family.passages))


def _is_quoted(text: str) -> bool:
    """Whether a sentence is mostly what somebody said."""
    return sum(end - start for start, end in quotations(text)) >= _TELLING_PART * len(text)


def _lies_within(one: Passage, others: Iterable[Passage]) -> bool:
    return any(other.start <= one.start and one.end <= other.end for other in others)


def _agencies(articles: Sequence[Context], nodes: Sequence[Node]) -> Iterator[Origin]:
    """One for each agency, of the articles that credit it and what others have from it."""
    found: dict[str, set[Passage]] = defaultdict(set)
    for article in (seen.article for seen in articles):
        whole = Passage(article.id, 0, len(article.text))
        for agency in credited(article.text) | {named(article.credit)} - {""}:
            found[agency].add(whole)
    for node, speaker in _told(nodes):
        if agency := agency_of(speaker):
            found[agency].add(_passage(node))
    for agency, passages in sorted(found.items()):
        yield Origin(OriginKind.CREDIT, agency, _in_order(passages))


def _statements(nodes: Sequence[Node]) -> Iterator[Origin]:
    """One for each speaker who is no agency, by the name that the first article uses."""
    told = [(node, speaker) for node, speaker in _told(nodes) if not agency_of(speaker)]
    keys = speakers((node.id.article, speaker) for node, speaker in told)
    names: dict[str, str] = {}
    found: dict[str, set[Passage]] = defaultdict(set)
    for node, speaker in told:
        if key := keys[node.id.article, speaker]:
            names.setdefault(key, speaker)
            found[key].add(_passage(node))
    for key, passages in sorted(found.items()):
        yield Origin(OriginKind.STATEMENT, names[key], _in_order(passages))


def _told(nodes: Iterable[Node]) -> Iterator[tuple[Node, str]]:
    return ((node, one.speaker) for node in nodes if (one := node.figure.attribution))


def _reports(nodes: Sequence[Node]) -> list[Origin]:
    """One for each source, of what it alone reports."""
    found: dict[str, set[Passage]] = defaultdict(set)
    for node in nodes:
        found[_source(node)].add(_passage(node))
    return [
        Origin(OriginKind.REPORT, source, _in_order(passages))
        for source, passages in sorted(found.items())
    ]


def _source(node: Node) -> str:
    return node.context.article.source or node.id.article


class _Index:
    """The origins whose passages lie at a figure."""

    def __init__(self, origins: Sequence[Origin]) -> None:
        self._spans: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
        for index, origin in enumerate(origins):
            for span in origin.passages:
                self._spans[span.article].append((span.start, span.end, index))

    def at(self, node: Node) -> tuple[int, ...]:
        return tuple(
            sorted(
                {
                    index
                    for start, end, index in self._spans[node.id.article]
                    if start <= node.id.start and node.id.end <= end
                }
            )
        )


def _passage(node: Node) -> Passage:
    return Passage(node.id.article, node.passage.start, node.passage.end)


def _in_order(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    return tuple(sorted(passages, key=lambda one: (one.article, one.start, one.end)))
