"""Carrying claims over to a new version of their article."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from annotations.models import Article, Claim, ClaimLineage, Figure, User
from annotations.services.anchors import find_anchor
from annotations.services.changes import record_change
from annotations.services.figure_corrections import carry_decisions
from annotations.services.lineage import (
    How,
    adopt_figures,
    carry_reviews,
    copied,
    descend,
    move_work,
    new_claim,
    withdraw,
)
from annotations.services.reviewing import settle_claim
from annotations.services.transitions import have_read_again, lock_claim, move_claim
from annotations.workflow import MACHINE, Action, Facts, next_state

State = Claim.State
_BY_PEOPLE = (How.CORRECTED, How.SPLIT, How.MERGED)


@dataclass(frozen=True, slots=True)
class Carried:
    """A claim of the old version, and the one of equal words in the new."""

    old: Claim
    new: Claim

    @property
    def shift(self) -> int:
        return self.new.start - self.old.start


@transaction.atomic
def carry_over(*, article: Article) -> None:
    """Carry the claims whose words stand unchanged in this version over from the last one.

    Reviews, leases and drafts go along, and so do people's corrections and what they decided of
    links; verdicts do not. It is called when the version has been read; what is carried already
    stays as it is.
    """
    if article.supersedes is None:
        return
    carried = list(_carried(article.supersedes, article))
    _retire_corrected(article.supersedes, article, carried)
    successors: dict[int, int] = {}
    for pair in carried:
        successors |= _carry_figures(pair)
    carry_decisions(successors)
    for pair in carried:
        _carry_work(pair)
    for later in Article.objects.filter(supersedes=article).exclude(read_version=""):
        # It was read before this one, and found nothing here to go on with.
        have_read_again(later)


def _carried(old: Article, article: Article) -> Iterator[Carried]:
    """Each claim of the old version that stands in the new and is not carried yet, with its
    counterpart there, made where the reader saw none."""
    done = ClaimLineage.objects.filter(how=How.CARRIED, child__article=article)
    standing = {
        (claim.start, claim.end, claim.kind): claim
        for claim in article.claims.filter(withdrawn_at__isnull=True)
    }
    taken: dict[tuple[str, str], set[int]] = {}
    for claim in old.claims.filter(withdrawn_at__isnull=True).exclude(pk__in=done.values("parent")):
        places = taken.setdefault((claim.text, claim.kind), set())
        start = find_anchor(old.text, claim.start, claim.end, article.text, taken=places)
        if start is None:
            continue
        places.add(start)
        end = start + claim.end - claim.start
        there = standing.get((start, end, claim.kind)) or new_claim(
            claim, article=article, start=start, end=end, added_by=claim.added_by
        )
        yield Carried(lock_claim(claim), lock_claim(there))


def _retire_corrected(old: Article, article: Article, carried: list[Carried]) -> None:
    """Withdraw what the reader sees again though people put other claims in its place."""
    counterparts = {pair.old.pk: pair.new for pair in carried}
    claims = {pair.new.pk for pair in carried}
    corrections = ClaimLineage.objects.filter(
        parent__article=old, child__in=counterparts, how__in=_BY_PEOPLE
    ).select_related("parent")
    for correction in corrections.order_by("id"):
        parent, child = correction.parent, counterparts[correction.child_id]
        start = find_anchor(old.text, parent.start, parent.end, article.text)
        if start is None:
            continue
        seen = article.claims.filter(
            Q(withdrawn_at__isnull=True) | Q(descent__how=correction.how),
            start=start,
            text=parent.text,
            kind=parent.kind,
        ).first()
        if seen is None or seen.pk in claims:
            continue
        if seen.withdrawn_at is None:
            withdraw(seen)
        adopt_figures([seen], [child])
        descend([seen], [child], How(correction.how))


def _carry_figures(pair: Carried) -> dict[int, int]:
    """Do to the new claim's figures what people did to the old one's; the figures' successors."""
    there = {
        (figure.start, figure.end): figure
        for figure in pair.new.article.figures.filter(withdrawn_at__isnull=True)
    }
    taken_back: dict[int, Figure] = {}
    successors: dict[int, int] = {}
    # What was withdrawn comes first: a correction may mark the very same words.
    for figure in pair.old.figures.order_by(F("withdrawn_at").asc(nulls_last=True), "id"):
        span = (figure.start + pair.shift, figure.end + pair.shift)
        same = there.get(span)
        by = figure.withdrawn_by or figure.added_by
        if by and same and same.added_by_id is None:
            _take_back(same, by)
            taken_back[figure.pk] = there.pop(span)
            same = None
        if figure.withdrawn_at is None:
            same = same or _repeat(figure, pair, taken_back)
            successors[figure.pk] = same.pk
    return successors


def _take_back(seen: Figure, by: User) -> None:
    seen.withdrawn_at = timezone.now()
    seen.withdrawn_by = by
    seen.save(update_fields=["withdrawn_at", "withdrawn_by"])


def _repeat(figure: Figure, pair: Carried, taken_back: Mapping[int, Figure]) -> Figure:
    repeated = copied(
        figure,
        article=pair.new.article,
        claim=pair.new,
        start=figure.start + pair.shift,
        end=figure.end + pair.shift,
        corrects=taken_back.get(figure.pk) or taken_back.get(figure.corrects_id or 0),
    )
    repeated.save()
    return repeated


def _carry_work(pair: Carried) -> None:
    descend([pair.old], [pair.new], How.CARRIED)
    move_work(pair.old, pair.new)
    carry_reviews(pair.old, pair.new)
    record_change(
        actor=None,
        action="claim.carried",
        obj=pair.new,
        story=pair.new.article.story,
        before={"claim": pair.old.pk, "article": pair.old.article_id},
        after={"article": pair.new.article_id},
    )
    if pair.old.state == State.DISMISSED and pair.new.state == State.CANDIDATE:
        target = next_state(pair.new.state, Action.DISMISS, MACHINE, Facts())
        move_claim(pair.new, target, actor=None, action="claim.dismissed")
    else:
        settle_claim(claim=pair.new)
