"""The shape of what people send from pages; services decide and store."""

from typing import Any, Self

from django import forms
from django.http import QueryDict

from annotations.models import Claim, Disagreement, Rating
from annotations.services.reviewing import MOST_REVIEWS


class DescribedForm(forms.Form):
    """A form without colons after labels, whose ids are its own on a page with several."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        kwargs.setdefault("auto_id", f"{type(self).__name__.lower()}-%s")
        super().__init__(*args, **kwargs)

    @classmethod
    def about(cls, claim: Claim, data: QueryDict | None = None, **kwargs: Any) -> Self:
        """The form that asks for what an act on ``claim`` needs."""
        return cls(data, **kwargs)

    def seen_with(self, **hidden: Any) -> Self:
        """The form as it was sent, but for what its hidden fields go by from now on."""
        self.data = {**self.data, **hidden}
        return self


class PagesField(forms.CharField):
    """Addresses of web pages, one a line; cleaned to items of evidence as services take them."""

    widget = forms.Textarea

    def clean(self, value: str) -> list[dict[str, str]]:
        lines = super().clean(value).splitlines()
        return [{"kind": "url", "url": line.strip()} for line in lines if line.strip()]

    def prepare_value(self, value: Any) -> str:
        if not isinstance(value, list):
            return value or ""
        return "\n".join(item["url"] for item in value if item["kind"] == "url")


class ReviewForm(DescribedForm):
    rating = forms.ChoiceField(
        choices=Rating.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a rating."},
    )
    rationale = forms.CharField(
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="What the evidence shows, in a sentence or two.",
    )
    evidence = PagesField(
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 2, "inputmode": "url", "spellcheck": "false"}),
        label="Pages that show it",
        help_text="One address a line.",
    )
    confidence = forms.TypedChoiceField(
        required=False,
        coerce=int,
        empty_value=None,
        choices=[
            ("", "Not stated"),
            *(
                (level, f"{level} – {name}")
                for level, name in enumerate(
                    ("a guess", "unsure", "fairly sure", "sure", "certain"), start=1
                )
            ),
        ],
    )
    disagreement = forms.ChoiceField(
        required=False,
        choices=[("", "Nothing in particular"), *Disagreement.choices],
        label="What is in doubt",
    )


class DraftForm(ReviewForm):
    """A review as far as it is typed: nothing is required yet."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rating"].required = False


class VerdictForm(DescribedForm):
    rating = forms.ChoiceField(
        choices=Rating.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a rating."},
    )
    ruling = forms.CharField(
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="One paragraph that stands by itself when it is published.",
        error_messages={"required": "Write the ruling."},
    )
    unknown = forms.CharField(
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 2}),
        label="What is unknown",
    )
    expected_version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)


class CommentForm(DescribedForm):
    comment = forms.CharField(
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2}),
        label="What the reviewers should look at",
        error_messages={"required": "Say what the reviewers should look at."},
    )


class RemarkForm(DescribedForm):
    body = forms.CharField(
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 2}),
        label="Comment",
        help_text="@name tells somebody of it.",
        error_messages={"required": "Write something."},
    )
    parent = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)


class ReasonForm(DescribedForm):
    reason = forms.CharField(
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Give the reason."},
    )


class DecideLinkForm(forms.Form):
    """Whether a figure belongs to a group, decided from the panel of ``claim``."""

    claim = forms.IntegerField(min_value=1)
    group = forms.IntegerField(min_value=1)
    same = forms.ChoiceField(choices=[("yes", "Confirm"), ("no", "Reject")])


class GuidelineForm(DescribedForm):
    text = forms.CharField(
        max_length=100_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14}),
        label="Text of the next version",
        error_messages={"required": "Write the guidelines."},
    )
    expected_version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class ReviewsNeededForm(DescribedForm):
    reviews_needed = forms.IntegerField(
        min_value=1,
        max_value=MOST_REVIEWS,
        label="Reviews a claim needs",
        help_text="Claims in review that have enough move on at once; those past review stay.",
    )
    expected = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
