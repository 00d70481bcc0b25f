"""Sentences that articles have in common: copied wording, also where an editor touched it.

Every sentence is held against the first sentences of the families found so far, which it shares
runs of words with; so a wire text that two thousand articles print costs no more than the reading.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from rapidfuzz.distance import LCSseq

from annotations.extraction.text.tokens import tokenize
from annotations.linking.articles.context import Context
from annotations.linking.types import Passage

_RUN = 4  # words of a run
_FEWEST_WORDS = 9  # shorter sentences are like each other by chance
_FEWEST_QUOTED = 6
_QUOTED = re.compile(r"[“\"«]([^”\"»\n]{20,})[”\"»]")
_SHARED_RUNS = 0.35  # of the shorter sentence's runs, to be looked at
_SHARED_WORDS = 0.75  # of the shorter sentence's words, in order, to be copied

Words = tuple[str, ...]
Spans = Iterable[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Family:
    """Passages of one wording in the order of their articles; ``text`` and ``words`` are those of
    the one that the others were held against."""

    text: str
    words: Words
    runs: int
    passages: list[Passage] = field(default_factory=list)


def copied(articles: Iterable[Context]) -> list[Family]:
    """Families of sentences with one wording that stand in more than one article."""
    return _families(articles, lambda seen: seen.sentences, _FEWEST_WORDS)


def quoted(articles: Iterable[Context]) -> list[Family]:
    """The same of what stands in quotation marks, whatever the sentences around it say."""
    return _families(articles, lambda seen: quotations(seen.article.text), _FEWEST_QUOTED)


def quotations(text: str) -> list[tuple[int, int]]:
    """The spans within the quotation marks of a text, of those that are more than a few words."""
    return [match.span(1) for match in _QUOTED.finditer(text)]


def _families(
    articles: Iterable[Context], spans: Callable[[Context], Spans], fewest_words: int
) -> list[Family]:
    wordings = _Wordings(fewest_words)
    for seen in articles:
        for start, end in spans(seen):
            if family := wordings.family(seen.article.text[start:end]):
                family.passages.append(Passage(seen.article.id, start, end))
    return [one for one in wordings.families if len({span.article for span in one.passages}) > 1]


class _Wordings:
    """The families of the texts asked for so far; a text that comes again is looked up."""

    def __init__(self, fewest_words: int) -> None:
        self.families: list[Family] = []
        self._fewest_words = fewest_words
        self._of_text: dict[str, Family | None] = {}
        self._of_words: dict[Words, Family] = {}
        self._leaders: dict[Words, list[int]] = defaultdict(list)

    def family(self, text: str) -> Family | None:
        """The family whose wording the text has, which may be a new one; None for a short text."""
        if text not in self._of_text:
            words = tuple(word for word in tokenize(text).lowers if word[0].isalnum())
            enough = len(words) >= self._fewest_words
            self._of_text[text] = self._family(text, words) if enough else None
        return self._of_text[text]

    def _family(self, text: str, words: Words) -> Family:
        if words not in self._of_words:
            runs = {words[start : start + _RUN] for start in range(len(words) - _RUN + 1)}
            self._of_words[words] = self._alike(words, runs) or self._new(text, words, runs)
        return self._of_words[words]

    def _alike(self, words: Words, runs: set[Words]) -> Family | None:
        """The family whose leading sentence has the wording, the likest first."""
        shared = Counter(family for run in runs for family in self._leaders.get(run, ()))
        for place, count in sorted(shared.items(), key=lambda entry: (-entry[1], entry[0])):
            family = self.families[place]
            if count < _SHARED_RUNS * min(len(runs), family.runs):
                break
            if _same_wording(words, family.words):
                return family
        return None

    def _new(self, text: str, words: Words, runs: set[Words]) -> Family:
        for run in runs:
            self._leaders[run].append(len(self.families))
        self.families.append(Family(text, words, len(runs)))
        return self.families[-1]


def _same_wording(one: Words, other: Words) -> bool:
    shorter = min(len(one), len(other))
    return bool(LCSseq.similarity(one, other) >= _SHARED_WORDS * shorter)
