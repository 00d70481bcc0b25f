"""Claims that come from other claims: what goes on in the new one, and what is withdrawn."""

from collections.abc import Sequence
from typing import Any, TypeVar

from django.db.models import Model
from django.utils import timezone

from annotations.models import (
    Article,
    Claim,
    ClaimLineage,
    EvidenceCopy,
    Figure,
    Lease,
    Review,
    ReviewDraft,
)
from annotations.selectors.slots import current_reviews
from annotations.services.errors import InputError

Row = TypeVar("Row", bound=Model)
How = ClaimLineage.How
_KEPT = ("context", "kind", "speaker", "verb", "score", "score_parts", "engine_version")


def refuse_double(article: Article, start: int, end: int, kind: str) -> None:
    """Raises InputError where a claim of this kind stands on the very span."""
    standing = article.claims.filter(start=start, end=end, kind=kind, withdrawn_at__isnull=True)
    if found := standing.first():
        raise InputError("start", f"Claim {found.pk} already marks these words.")


def new_claim(origin: Claim, *, start: int, end: int, **fields: Any) -> Claim:
    """A candidate on the span with the origin's meaning, save for ``fields``."""
    article = fields.pop("article", origin.article)
    meaning = {name: getattr(origin, name) for name in _KEPT} | fields
    refuse_double(article, start, end, meaning["kind"])
    return Claim.objects.create(
        article=article, start=start, end=end, text=article.text[start:end], **meaning
    )


def withdraw(claim: Claim) -> None:
    """Take the locked claim out of the queue and the lists; its reviews stay with it."""
    claim.withdrawn_at = timezone.now()
    claim.version += 1
    claim.save(update_fields=["withdrawn_at", "version", "changed_at"])


def descend(parents: Sequence[Claim], children: Sequence[Claim], how: How) -> None:
    """Write down that each child comes of each parent."""
    ClaimLineage.objects.bulk_create(
        ClaimLineage(parent=parent, child=child, how=how)
        for parent in parents
        for child in children
    )


def adopt_figures(parents: Sequence[Claim], children: Sequence[Claim]) -> None:
    """Give the parents' figures to the child whose words hold them."""
    for child in children:
        Figure.objects.filter(claim__in=parents, start__gte=child.start, end__lte=child.end).update(
            claim=child
        )


def move_work(old: Claim, new: Claim) -> None:
    """What people are at goes on in the new claim, unless they have begun there already."""
    begun = Lease.objects.filter(claim=new).values("annotator")
    Lease.objects.filter(claim=old).exclude(annotator__in=begun).update(claim=new)
    typed = ReviewDraft.objects.filter(claim=new).values("reviewer")
    ReviewDraft.objects.filter(claim=old).exclude(reviewer__in=typed).update(claim=new)


def carry_reviews(old: Claim, new: Claim) -> None:
    """Repeat the old claim's current reviews, with their copies of pages, on one of equal words."""
    there = current_reviews().filter(claim=new).values("reviewer")
    for review in current_reviews().filter(claim=old).exclude(reviewer__in=there).order_by("id"):
        carried = copied(review, claim=new, carried_from=review)
        carried.save()
        # What is carried was not reviewed anew, whatever the time of its row.
        Review.objects.filter(pk=carried.pk).update(submitted_at=review.submitted_at)
        EvidenceCopy.objects.bulk_create(
            copied(page, review=carried) for page in review.copies.order_by("id")
        )


def copied(row: Row, **changes: Any) -> Row:
    """An unsaved row with the same columns, save for ``changes``."""
    columns = {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if not field.primary_key
    }
    copy = type(row)(**columns)
    for name, value in changes.items():
        setattr(copy, name, value)
    return copy
