"""Storing what the engine reads in articles, without touching what people did."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from annotations.extraction.version import ENGINE_VERSION
from annotations.linking import types
from annotations.models import Article, Claim, Figure
from annotations.services.changes import record_changes
from annotations.services.first_readings import Read, store_first_readings
from annotations.services.merging import merge
from annotations.services.preparing import Span, read_each
from annotations.services.rows import linked_article
from annotations.services.versions import carry_over

_CLAIM_ACTED_ON = (
    ~Q(state=Claim.State.CANDIDATE)
    | Q(added_by__isnull=False)
    | Q(leases__isnull=False)
    | Q(drafts__isnull=False)
    | Q(comments__isnull=False)
    | Q(reviews__isnull=False)
    | Q(verdicts__isnull=False)
    | Q(ancestry__isnull=False)
    | Q(descent__isnull=False)
)
_FIGURE_ACTED_ON = (
    Q(added_by__isnull=False)
    | Q(corrected_by__isnull=False)
    | Q(withdrawn_by__isnull=False)
    | Q(decisions_first__isnull=False)
    | Q(decisions_second__isnull=False)
)

Counts = tuple[int, int]  # of an article's claims and figures in force


def read_article(*, article_id: int) -> None:
    """Read the article into claims and figures; once for each version of the engine.

    A row that is read again keeps its id. What the engine no longer sees is withdrawn, unless a
    person acted on it; what people added, corrected or judged stays as it is.
    """
    article = Article.objects.select_related("source", "story").get(pk=article_id)
    if article.read_version != ENGINE_VERSION:
        # Before any lock is taken: the text of an article never changes.
        (reading,) = read_each([unread_text(article)])
        store_unread(readings=[(article, reading)])


def unread_text(article: Article) -> types.Article:
    """What the engine reads of the article."""
    return linked_article(article, (), ())


@transaction.atomic
def store_unread(*, readings: Sequence[Read]) -> None:
    """Store what was read in the articles, but for those that others stored meanwhile."""
    ids = [article.pk for article, _ in readings]
    locked = Article.objects.select_for_update(no_key=True).filter(pk__in=ids).order_by("id")
    due = set(locked.exclude(read_version=ENGINE_VERSION).values_list("pk", flat=True))
    store_readings(readings=[read for read in readings if read[0].pk in due])


def store_readings(*, readings: Sequence[Read]) -> None:
    """Bring the articles' rows up to what was read in them; within the caller's transaction.

    The articles come with ``source`` and ``story``.
    """
    articles = [article for article, _ in readings]
    known = _with_rows(articles)
    first = [read for read in readings if read[0].pk not in known]
    store_first_readings(first)
    counts = _counts(first) | _bring_up([read for read in readings if read[0].pk in known])
    Article.objects.filter(pk__in=counts).update(read_version=ENGINE_VERSION, linked_version="")
    _record(articles, counts)


def _with_rows(articles: Sequence[Article]) -> set[int]:
    """The ids of those with claims, be they of another version or of people, or that take claims
    over from an older version."""
    stating = Article.objects.filter(
        Exists(Claim.objects.filter(article=OuterRef("pk"))),
        pk__in=[article.pk for article in articles],
    )
    later = {article.pk for article in articles if article.supersedes_id}
    return later | _ids(stating.order_by())


def _counts(readings: Sequence[Read]) -> dict[int, Counts]:
    return {
        article.pk: (len(prepared.claims), len(prepared.figures)) for article, prepared in readings
    }


def _bring_up(readings: Sequence[Read]) -> dict[int, Counts]:
    """Change the rows that there are to what was read; how many are in force, by article."""
    if not readings:
        return {}
    claims = _store_claims(readings)
    figures = _store_figures(readings, claims)
    versions = [article for article, _ in readings if article.supersedes_id]
    for version in versions:
        carry_over(article=version)
    if versions:
        claims, figures = _in_force([article.pk for article, _ in readings])
    stated = Counter(claim.article_id for claim in claims)
    counted = Counter(figure.article_id for figure in figures)
    return {article.pk: (stated[article.pk], counted[article.pk]) for article, _ in readings}


def _store_claims(readings: Sequence[Read]) -> list[Claim]:
    """Store the claims; those now in force."""
    articles = {article.pk: article for article, _ in readings}
    rows = list(Claim.objects.filter(article__in=articles))
    merged = merge(
        Claim,
        rows,
        {
            (article.pk, *place): {"article_id": article.pk, **columns}
            for article, prepared in readings
            for place, columns in prepared.claims.items()
        },
        key=lambda row: (row.article_id, row.start, row.end, row.kind),
        kept=_ids(Claim.objects.filter(_CLAIM_ACTED_ON, article__in=articles)) if rows else (),
    )
    record_changes(
        actor=None,
        action="claim.withdrawn",
        objects=[(claim, {}, {"version": claim.version}) for claim in merged.withdrawn],
        story_of=lambda claim: articles[claim.article_id].story,
    )
    return merged.in_force


def _store_figures(readings: Sequence[Read], claims: Sequence[Claim]) -> list[Figure]:
    """Store the figures of the claims in force; those now in force."""
    articles = [article.pk for article, _ in readings]
    rows = list(Figure.objects.filter(article__in=articles))
    kept = _ids(_acted_on(articles)) if rows else frozenset()
    judged: dict[int, list[Figure]] = defaultdict(list)
    for row in rows:
        if row.pk in kept and row.withdrawn_at is None:
            judged[row.article_id].append(row)
    claim_ids = {
        (claim.article_id, claim.start, claim.end, claim.kind): claim.pk for claim in claims
    }
    wanted: dict[tuple[int, int, int], dict[str, Any]] = {}
    for article, prepared in readings:
        for span, columns in prepared.figures.items():
            claim_id = claim_ids.get((article.pk, *prepared.stated_in[span]))
            if claim_id is None or any(_overlap(row, span) for row in judged[article.pk]):
                continue
            wanted[article.pk, *span] = {
                "article_id": article.pk,
                "claim_id": claim_id,
                **columns,
            }
    return merge(
        Figure,
        rows,
        wanted,
        key=lambda row: (row.article_id, row.start, row.end),
        kept=kept,
    ).in_force


def _overlap(row: Figure, span: Span) -> bool:
    return row.start < span[1] and span[0] < row.end


def _acted_on(articles: Collection[int]) -> QuerySet[Figure]:
    claims = Claim.objects.filter(_CLAIM_ACTED_ON, article__in=articles)
    return Figure.objects.filter(_FIGURE_ACTED_ON | Q(claim__in=claims), article__in=articles)


def _in_force(articles: Collection[int]) -> tuple[list[Claim], list[Figure]]:
    claims = list(Claim.objects.filter(article__in=articles, withdrawn_at__isnull=True))
    figures = Figure.objects.filter(article__in=articles, withdrawn_at__isnull=True)
    return claims, list(figures.filter(claim__in=claims))


def _record(articles: Iterable[Article], counts: Mapping[int, Counts]) -> None:
    record_changes(
        actor=None,
        action="article.read",
        objects=[
            (
                article,
                {"read_version": article.read_version},
                {
                    "read_version": ENGINE_VERSION,
                    "claims": counts[article.pk][0],
                    "figures": counts[article.pk][1],
                },
            )
            for article in articles
        ],
        story_of=lambda article: article.story,
    )


def _ids(rows: QuerySet[Any]) -> frozenset[int]:
    return frozenset(rows.values_list("pk", flat=True))
