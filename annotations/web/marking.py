"""Words of an article that somebody marked: selected in the text, or typed or pasted."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from annotations.models import Article
from annotations.web.forms import DescribedForm

_CURLY = str.maketrans("“”„‘’‚", "\"\"\"'''")
_OFFSET = re.compile("[0-9]{1,9}")


def find_words(
    text: str, words: str, *, within: tuple[int, int], at: int | None = None, nth: int | None = None
) -> tuple[int, int]:
    """Where ``words`` stand in ``within`` of ``text``, in code points; space counts as one blank,
    and quotation marks may be curly or straight.

    Of several places it is the one that begins ``at``, or the ``nth`` from 1 on. Raises
    ValidationError where they do not stand there, or more than once without saying which.
    """
    pattern = r"\s+".join(re.escape(word) for word in words.translate(_CURLY).split())
    low, high = within
    found = [
        match.span() for match in re.compile(pattern).finditer(text.translate(_CURLY), low, high)
    ]
    if not found:
        raise ValidationError("These words do not stand there.")
    selected = [span for span in found if span[0] == at]
    if selected or len(found) == 1:
        return (selected or found)[0]
    if nth is None:
        raise ValidationError(
            f"These words stand there {len(found)} times: say which, or mark more of them."
        )
    if nth > len(found):
        raise ValidationError(f"These words stand there {len(found)} times only.")
    return found[nth - 1]


class SpanForm(DescribedForm):
    """Asks for words of ``article``; cleaned, they come with their ``start`` and ``end``.

    A selection fills in ``start``, which then tells equal words apart. ``shown_at`` says at which
    field to show what is wrong with one that nobody sees.
    """

    quote = forms.CharField(
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 3, "spellcheck": "false"}),
        label="The words, as the article has them",
        help_text="Select them in the text, or copy them here.",
        error_messages={"required": "Give the words."},
    )
    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    nth = forms.IntegerField(
        required=False,
        min_value=1,
        label="Which of them",
        help_text="Where the words stand there more than once: 1 for the first.",
    )
    shown_at = {"start": "quote", "end": "quote"}

    def __init__(
        self, *args: Any, article: Article, within: tuple[int, int] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._text = article.text
        self._within = within or (0, len(article.text))

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        nth, start = values.pop("nth", None), values.pop("start", None)
        if "quote" not in values:
            return values
        try:
            span = find_words(self._text, values["quote"], within=self._within, at=start, nth=nth)
        except ValidationError as error:
            self.add_error("nth" if nth else "quote", error)
            return values
        return values | {"start": span[0], "end": span[1], "quote": self._text[slice(*span)]}


def selected_words(article: Article, query: Mapping[str, str]) -> dict[str, Any]:
    """What a query's ``start`` and ``end`` select, as a span form begins with; {} if nothing."""
    start, end = query.get("start", ""), query.get("end", "")
    if not (_OFFSET.fullmatch(start) and _OFFSET.fullmatch(end)):
        return {}
    words = article.text[int(start) : int(end)]
    begins = int(start) + len(words) - len(words.lstrip())
    return {"quote": words.strip(), "start": begins} if words.strip() else {}
