"""What a new version of an article changed: its claims and figures, old and new."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from rapidfuzz import fuzz

from annotations.models import Article, Claim, ClaimLineage, Figure

# Below this likeness, in percent, a sentence is another one and not an edited one.
_EDITED = 60


@dataclass(frozen=True, slots=True)
class FigureEdit:
    """A figure before and after; None where it was added or taken away."""

    old: Figure | None
    new: Figure | None


@dataclass(frozen=True, slots=True)
class ClaimEdit:
    """A claim whose words changed, with the figures that did."""

    old: Claim
    new: Claim
    figures: tuple[FigureEdit, ...]


@dataclass(frozen=True, slots=True)
class ArticleEdits:
    """What changed from ``old`` to ``new``, ``at`` its publication (or else its arrival).

    ``kept`` counts the claims that stand unchanged; the others are edited, added or removed.
    """

    old: Article
    new: Article
    at: datetime
    kept: int
    edited: tuple[ClaimEdit, ...]
    added: tuple[Claim, ...]
    removed: tuple[Claim, ...]


def article_edits(article: Article) -> ArticleEdits | None:
    """What this version changed, in a constant number of queries; None for a first version."""
    old = article.supersedes
    if old is None:
        return None
    carried = ClaimLineage.objects.filter(
        how=ClaimLineage.How.CARRIED, parent__article=old, child__article=article
    ).values_list("parent_id", "child_id")
    kept = {claim for pair in carried for claim in pair}
    changed = _claims([old, article], without=kept)
    before = [claim for claim in changed if claim.article_id == old.pk]
    after = [claim for claim in changed if claim.article_id == article.pk]
    pairs = _pairs(before, after)
    figures = _figures([*before, *after])
    paired = {claim.pk for pair in pairs for claim in pair}
    return ArticleEdits(
        old=old,
        new=article,
        at=article.published_at or article.ingested_at,
        kept=len(carried),
        edited=tuple(
            ClaimEdit(one, two, _figure_edits(figures[one.pk], figures[two.pk]))
            for one, two in pairs
        ),
        added=tuple(claim for claim in after if claim.pk not in paired),
        removed=tuple(claim for claim in before if claim.pk not in paired),
    )


def _claims(articles: Sequence[Article], *, without: Collection[int]) -> list[Claim]:
    claims = Claim.objects.filter(article__in=articles, withdrawn_at__isnull=True)
    return [claim for claim in claims.order_by("start", "id") if claim.pk not in without]


def _figures(claims: Sequence[Claim]) -> dict[int, list[Figure]]:
    figures: dict[int, list[Figure]] = defaultdict(list)
    standing = Figure.objects.filter(claim__in=claims, withdrawn_at__isnull=True)
    for figure in standing.order_by("start", "id"):
        figures[figure.claim_id].append(figure)
    return figures


def _pairs(before: Sequence[Claim], after: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """The claims that are each other's edits, the most alike first come, in the old order."""
    likeness = sorted(
        (
            (fuzz.ratio(one.text, two.text), -first, -second)
            for first, one in enumerate(before)
            for second, two in enumerate(after)
            if one.kind == two.kind
        ),
        reverse=True,
    )
    matched: dict[int, int] = {}
    for alike, first, second in likeness:
        if alike >= _EDITED and -first not in matched and -second not in matched.values():
            matched[-first] = -second
    return [(before[first], after[matched[first]]) for first in sorted(matched)]


def _figure_edits(before: Sequence[Figure], after: Sequence[Figure]) -> tuple[FigureEdit, ...]:
    """The figures that differ: those of the same thing side by side, in the order of the text."""
    left = list(after)
    edits = []
    for old in before:
        new = next((figure for figure in left if _thing(figure) == _thing(old)), None)
        if new is not None:
            left.remove(new)
        if new is None or (new.low, new.high) != (old.low, old.high):
            edits.append(FigureEdit(old, new))
    return (*edits, *(FigureEdit(None, new) for new in left))


def _thing(figure: Figure) -> tuple[str, str, str]:
    return figure.unit, figure.counted, figure.event
