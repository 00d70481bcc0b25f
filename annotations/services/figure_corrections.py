"""People's corrections of figures: added, corrected, taken back.

A correction is a new row in place of the withdrawn one. Whoever calls these has the article read
and linked again (``dispatch.article_ingested``).
"""

import math
from collections.abc import Mapping
from datetime import date
from typing import Any, TypedDict, Unpack

from django.db import transaction
from django.db.models import CharField
from django.utils import timezone

from annotations.extraction.types import Direction, Modifier, Standing
from annotations.models import Claim, Figure, LinkDecision, User
from annotations.services.changes import record_change
from annotations.services.contents import clean_text
from annotations.services.errors import InputError
from annotations.services.lineage import copied
from annotations.services.spans import marked_words
from annotations.services.transitions import (
    lock_article,
    lock_open_claim,
    lock_with_article,
    new_content,
    require_reviewer,
)
from annotations.workflow import RefusedError


class Meaning(TypedDict, total=False):
    """What a figure states; see ``Figure``. ``low`` or ``high`` is None where it is open."""

    low: float | None
    high: float | None
    modifier: str
    unit: str
    counted: str
    counted_text: str
    event: str
    direction: str
    standing: str
    place: str
    time: str
    actor: str
    as_of: date | None


_NEW: Meaning = {
    "low": None,
    "high": None,
    "modifier": Modifier.EXACT,
    "unit": "",
    "standing": Standing.ASSERTED,
}
_CHOICES = {"modifier": Modifier, "direction": Direction, "standing": Standing}
_LONGEST = {
    field.name: field.max_length or 0
    for field in Figure._meta.concrete_fields
    if isinstance(field, CharField)
}
# A person's word that two figures are the same thing is about these.
_THING = ("unit", "counted", "event")


@transaction.atomic
def add_figure(
    *,
    claim: Claim,
    start: int,
    end: int,
    annotator: User,
    quote: str = "",
    **meaning: Unpack[Meaning],
) -> Figure:
    """Make a figure of words of the claim that were missed; ``unit`` and a bound are required.

    ``start`` and ``end`` are offsets in the article's text; ``quote``, where given, must be the
    words there. Raises InputError, and RefusedError for a past version of an article or a role
    that may not review.
    """
    require_reviewer(annotator)
    claim = lock_with_article(claim)
    start, end, words = _marked(claim, start, end, quote)
    figure = Figure(
        article=claim.article,
        claim=claim,
        start=start,
        end=end,
        text=words,
        added_by=annotator,
        **_checked(_NEW | meaning),
    )
    _refuse_double(figure)
    figure.save()
    _record(figure, annotator, "figure.added", before={}, after=_stated(figure))
    new_content(claim)
    return figure


@transaction.atomic
def correct_figure(
    *,
    figure: Figure,
    annotator: User,
    start: int | None = None,
    end: int | None = None,
    quote: str = "",
    **meaning: Unpack[Meaning],
) -> Figure:
    """Put a figure with another span or meaning in the place of this one.

    What people decided of its links goes on, unless it turns out to count something else.
    Raises InputError, and RefusedError like ``add_figure`` or where the figure was withdrawn.
    """
    figure, claim = _lock_to_correct(figure, annotator)
    start = figure.start if start is None else start
    end = figure.end if end is None else end
    start, end, words = _marked(claim, start, end, quote)
    old = _stated(figure)
    given = {name: old[name] for name in Meaning.__annotations__} | meaning
    corrected = copied(
        figure,
        start=start,
        end=end,
        text=words,
        corrects=figure,
        added_by=annotator,
        **_checked(given),
    )
    new = _stated(corrected)
    differing = [name for name in old if old[name] != new[name]]
    if not differing:
        return figure
    _withdraw(figure, annotator)
    _refuse_double(corrected)
    corrected.save()
    if not set(differing) & set(_THING):
        carry_decisions({figure.pk: corrected.pk})
    _record(
        corrected,
        annotator,
        "figure.corrected",
        before={"figure": figure.pk} | {name: old[name] for name in differing},
        after={name: new[name] for name in differing},
    )
    new_content(claim)
    return corrected


@transaction.atomic
def withdraw_figure(*, figure: Figure, annotator: User) -> None:
    """Take back what is no figure; later readings leave it out. Raises RefusedError."""
    figure, claim = _lock_to_correct(figure, annotator)
    _withdraw(figure, annotator)
    _record(figure, annotator, "figure.withdrawn", before=_stated(figure), after={})
    new_content(claim)


def carry_decisions(successors: Mapping[int, int]) -> None:
    """Repeat what people decided of figures for the figures that take their place (old id to
    new)."""
    standing = LinkDecision.objects.filter(superseded_at__isnull=True)
    touched = standing.filter(first__in=successors) | standing.filter(second__in=successors)
    for decision in list(touched.order_by("id")):
        first, second = sorted(
            (
                successors.get(decision.first_id, decision.first_id),
                successors.get(decision.second_id, decision.second_id),
            )
        )
        if first != second and not standing.filter(first=first, second=second).exists():
            copied(decision, first_id=first, second_id=second).save()


def _lock_to_correct(figure: Figure, annotator: User) -> tuple[Figure, Claim]:
    require_reviewer(annotator)
    lock_article(figure.article)
    figure = Figure.objects.get(pk=figure.pk)
    claim = lock_open_claim(figure.claim)
    if figure.withdrawn_at:
        raise RefusedError("The figure was withdrawn.", allowed=(), forbidden=False)
    return figure, claim


def _withdraw(figure: Figure, annotator: User) -> None:
    figure.withdrawn_at = timezone.now()
    figure.withdrawn_by = annotator
    figure.save(update_fields=["withdrawn_at", "withdrawn_by"])


def _marked(claim: Claim, start: int, end: int, quote: str) -> tuple[int, int, str]:
    start, end, words = marked_words(claim.article, start, end, quote)
    if not claim.start <= start < end <= claim.end:
        raise InputError("end", "The words are not the claim's.")
    if len(words) > _LONGEST["text"]:
        raise InputError("end", f"A figure has at most {_LONGEST['text']} characters.")
    return start, end, words


def _refuse_double(figure: Figure) -> None:
    standing = Figure.objects.filter(article=figure.article, withdrawn_at__isnull=True)
    if standing.filter(start=figure.start, end=figure.end).exists():
        raise InputError("start", "A figure already marks these words.")


def _checked(meaning: Mapping[str, Any]) -> dict[str, Any]:
    """The meaning as columns; InputError names the first that cannot be."""
    checked = dict(meaning)
    for name, value in meaning.items():
        if name in _CHOICES:
            checked[name] = _choice(name, value)
        elif isinstance(value, str):
            checked[name] = _text(name, value)
    low, high = (_bound(name, checked[name]) for name in ("low", "high"))
    if low is None and high is None:
        raise InputError("low", "A figure has a low or a high bound, or both.")
    if low is not None and high is not None and low > high:
        raise InputError("high", "The high bound lies below the low one.")
    if not checked["unit"]:
        raise InputError("unit", "This must not be empty.")
    return checked | {"low": low, "high": high}


def _choice(name: str, value: str) -> str:
    values = [item.value for item in _CHOICES[name]]
    if value not in values and not (name == "direction" and not value):
        raise InputError(name, f"This must be one of {', '.join(values)}.")
    return str(value)


def _text(name: str, value: str) -> str:
    value = clean_text(name, value)
    if len(value) > _LONGEST[name]:
        raise InputError(name, f"At most {_LONGEST[name]} characters are taken.")
    return value


def _bound(name: str, value: float | None) -> float | None:
    if value is not None and not math.isfinite(value):
        raise InputError(name, "This must be a finite number.")
    return value


def _stated(figure: Figure) -> dict[str, Any]:
    return {
        name: getattr(figure, name) for name in ("start", "end", "text", *Meaning.__annotations__)
    }


def _record(
    figure: Figure, actor: User, action: str, before: dict[str, Any], after: dict[str, Any]
) -> None:
    record_change(
        actor=actor,
        action=action,
        obj=figure,
        story=figure.claim.article.story,
        before=before,
        after=after,
    )
