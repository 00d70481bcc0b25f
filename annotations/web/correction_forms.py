"""What people correct of what was read: claims and figures, by the words they stand on."""

from typing import Any, Self

from django import forms
from django.http import QueryDict
from django.utils.text import Truncator

from annotations.extraction.reader import read
from annotations.extraction.types import ClaimKind, Direction, Modifier, Standing
from annotations.models import Claim, Figure
from annotations.models.claims import choices
from annotations.web.forms import DescribedForm
from annotations.web.marking import SpanForm
from annotations.workflow import TRANSITIONS, Action

# How many claims on each side of one are offered to be merged with it.
_NEIGHBOURS = 2
# What these bound is a single value where the text gives no second one.
_POINTS = (Modifier.EXACT, Modifier.ABOUT)
_CORRECTABLE = {row.source for row in TRANSITIONS if row.action == Action.CORRECT}


class ClaimForm(SpanForm):
    """A claim on words anywhere in the article."""

    kind = forms.ChoiceField(choices=choices(ClaimKind), initial=ClaimKind.EVENT)
    speaker = forms.CharField(required=False, max_length=300, label="Who says so")

    @classmethod
    def about(cls, claim: Claim, data: QueryDict | None = None, **kwargs: Any) -> Self:
        kwargs["initial"] = {
            "quote": claim.text,
            "start": claim.start,
            "kind": claim.kind,
            "speaker": claim.speaker,
        }
        return cls(data, article=claim.article, **kwargs)


class SplitForm(SpanForm):
    """Where a claim is cut: the words that the second part begins with."""

    shown_at = {"at": "quote"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["quote"].label = "The words that the second claim begins with"

    @classmethod
    def about(cls, claim: Claim, data: QueryDict | None = None, **kwargs: Any) -> Self:
        kwargs.pop("initial", None)
        return cls(data, article=claim.article, within=(claim.start, claim.end), **kwargs)


class MergeForm(DescribedForm):
    """Which of the claims before and after are one with this one."""

    claims = forms.TypedMultipleChoiceField(
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        label="Claims that are one with this one",
        error_messages={"required": "Choose at least one."},
    )

    @classmethod
    def about(cls, claim: Claim, data: QueryDict | None = None, **kwargs: Any) -> Self:
        form = cls(data, **kwargs)
        standing = claim.article.claims.filter(withdrawn_at__isnull=True, state__in=_CORRECTABLE)
        others = list(standing.order_by("start", "id").values_list("pk", "text"))
        here = [pk for pk, _ in others].index(claim.pk) if (claim.pk, claim.text) in others else 0
        near = others[max(here - _NEIGHBOURS, 0) : here + _NEIGHBOURS + 1]
        form.fields["claims"].choices = [  # type: ignore[attr-defined]
            (pk, Truncator(text).chars(120)) for pk, text in near if pk != claim.pk
        ]
        return form


class NumberField(forms.FloatField):
    """A number, which people may group: 1,200 or 1 200."""

    widget = forms.TextInput(attrs={"inputmode": "decimal"})

    def clean(self, value: Any) -> float | None:
        if isinstance(value, str):
            value = "".join(value.replace(",", "").split())
        number: float | None = super().clean(value)
        return number

    def prepare_value(self, value: Any) -> Any:
        return int(value) if isinstance(value, float) and value.is_integer() else value


class FigureForm(SpanForm):
    """A figure of a claim: the words, and what they state."""

    low = NumberField(required=False, label="Value, or lowest")
    high = NumberField(
        required=False,
        label="Highest",
        help_text="Only for a range or an upper bound.",
    )
    modifier = forms.ChoiceField(
        choices=choices(Modifier), initial=Modifier.EXACT, label="How the text bounds it"
    )
    unit = forms.CharField(
        max_length=60,
        help_text="“person” for people, “count” for things, the code of a currency, or a measure.",
        error_messages={"required": "Give the unit."},
    )
    counted = forms.CharField(
        required=False, max_length=100, label="What is counted", help_text="In the singular."
    )
    event = forms.CharField(
        required=False, max_length=60, label="What happened", help_text="Such as “injured”."
    )
    place = forms.CharField(required=False, max_length=200, label="Where")
    time = forms.CharField(required=False, max_length=200, label="When")
    actor = forms.CharField(required=False, max_length=200, label="Who did it")
    as_of = forms.DateField(
        required=False,
        label="As of",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    direction = forms.ChoiceField(
        required=False,
        choices=[("", "no change"), *choices(Direction)],
        label="Which way it changes",
    )
    standing = forms.ChoiceField(
        choices=choices(Standing), initial=Standing.ASSERTED, label="How it is said"
    )

    @classmethod
    def about(cls, claim: Claim, data: QueryDict | None = None, **kwargs: Any) -> Self:
        return cls(data, article=claim.article, within=(claim.start, claim.end), **kwargs)

    @property
    def main(self) -> list[forms.BoundField]:
        """The fields that most corrections are about; the others are folded."""
        return [self[name] for name in ("low", "high", "modifier", "unit", "counted", "event")]

    @property
    def more(self) -> list[forms.BoundField]:
        names = ("place", "time", "actor", "as_of", "direction", "standing")
        return [self[name] for name in names]

    def clean(self) -> dict[str, Any]:
        """One value is both bounds of what is exact or nearly so."""
        values = super().clean()
        if values.get("modifier") in _POINTS:
            low, high = values.get("low"), values.get("high")
            values |= {"low": high if low is None else low, "high": low if high is None else high}
        return values


def figure_as_stated(figure: Figure) -> dict[str, Any]:
    """A figure form's beginning, from a figure that stands."""
    names = [name for name in FigureForm.base_fields if hasattr(figure, name)]
    stated = {name: getattr(figure, name) for name in names} | {"quote": figure.text}
    return stated | {"high": _second_value(figure.low, figure.high, figure.modifier)}


def figure_as_read(words: str) -> dict[str, Any]:
    """A figure form's beginning, from what reading the words alone gives; {} if nothing."""
    figures = read(words).figures
    if not figures:
        return {}
    found = figures[0]
    return {
        "low": found.low,
        "high": _second_value(found.low, found.high, found.modifier),
        "modifier": found.modifier,
        "unit": found.unit,
        "counted": found.counted,
        "event": found.event,
        "standing": found.standing,
    }


def _second_value(low: float | None, high: float | None, modifier: str) -> float | None:
    """The upper bound as people type it: a single value is given once."""
    return None if low == high and modifier in _POINTS else high
