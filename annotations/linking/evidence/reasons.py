"""Reasons put in words, for those that need more than a phrase."""

from itertools import islice

from annotations.extraction.types import Figure, Modifier
from annotations.linking.articles.context import Context, Node
from annotations.linking.evidence.occurrence import Likeness
from annotations.linking.figures.counted import Fit
from annotations.linking.words.names import country_name

_WORDS_OF_FIT = {
    Fit.SAME: "both count {0}",
    Fit.NARROWER: "{0} may be {1}",
    Fit.CROSS: "{0} may be {1}",
    Fit.UNSAID: "only one says what is counted",
    Fit.STRANGE: "{0} are hardly {1}",
    Fit.OTHER: "{0} are not {1}",
    Fit.APART: "{0} are never {1}",
}


def fit_in_words(how: Fit, first: Node, second: Node) -> str:
    """How what two figures count fits together: "police officers may be people"."""
    words = sorted({_words(first), _words(second)})
    if how is Fit.UNSAID and not (first.thing.head or second.thing.head):
        return ""
    return _WORDS_OF_FIT[how].format(words[0], words[-1])


def number_in_words(figure: Figure) -> str:
    """The number as the text bounds it: "at least six"."""
    if figure.modifier in (Modifier.EXACT, Modifier.RANGE):
        return figure.text
    return f"{figure.modifier.value.replace('_', ' ')} {figure.text}"


def _words(one: Node) -> str:
    figure = one.figure
    noun = figure.counted_text or " ".join((*figure.counted_modifiers, figure.counted)).strip()
    return noun or figure.unit_text or figure.unit or "things"


def shared_in_words(first: Context, second: Context, likeness: Likeness, numbers: int) -> str:
    """What two articles share, by the most telling words; ``numbers`` besides those in question."""
    told = f" and state {numbers} other numbers alike" if numbers > 1 else ""
    if not likeness.names:
        return f"the articles share no name{told}"
    keys = (key for key in first.words.shared(second.words) if not key.startswith("~"))
    shown = ", ".join(_shown(key) for key in islice(keys, 3))
    return f"the articles share {likeness.part:.0%} of their words ({shown}){told}"


def _shown(key: str) -> str:
    kind, _, name = key.rpartition(":")
    return country_name(name) if kind else key
