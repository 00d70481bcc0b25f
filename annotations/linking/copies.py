"""Sentences that articles have in common: copied wording, also where an editor touched it.

Every sentence is held against the first sentences of the families found so far, which it shares
runs of words with; so a wire text that two thousand articles print costs no more than the reading.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from annotations.extraction.sentences import paragraphs, sentences
from annotations.extraction.tokens import tokenize
from annotations.linking.types import Article, Passage

_RUN = 4  # words of a run
_FEWEST_WORDS = 9  # shorter sentences are like each other by chance
_FEWEST_QUOTED = 6
_QUOTED = re.compile(r"[“\"«]([^”\"»\n]{20,})[”\"»]")
_SHARED_RUNS = 0.35  # of the shorter sentence's runs, to be looked at
_SHARED_WORDS = 0.75  # of the shorter sentence's words, in order, to be copied

Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    passage: Passage
    text: str
    words: tuple[str, ...]

    @property
    def runs(self) -> set[Run]:
        words = self.words
        return {words[start : start + _RUN] for start in range(len(words) - _RUN + 1)}


def copied(articles: Iterable[Article]) -> list[list[Sentence]]:
    """Families of sentences with one wording that stand in more than one article, each family in
    the order of the articles given, the one that the others were held against first."""
    return _families(articles, _sentences)


def quoted(articles: Iterable[Article]) -> list[list[Sentence]]:
    """The same of what stands in quotation marks, whatever the sentences around it say."""
    return _families(articles, _quotations)


def quotations(text: str) -> list[tuple[int, int]]:
    """The spans within the quotation marks of a text, of those that are more than a few words."""
    return [match.span(1) for match in _QUOTED.finditer(text)]


def _families(
    articles: Iterable[Article], passages: Callable[[Article], Iterator[Sentence]]
) -> list[list[Sentence]]:
    leaders: dict[Run, list[int]] = defaultdict(list)
    families: list[list[Sentence]] = []
    of_words: dict[tuple[str, ...], int] = {}
    for article in articles:
        for sentence in passages(article):
            if sentence.words not in of_words:
                of_words[sentence.words] = _family(sentence, leaders, families)
            families[of_words[sentence.words]].append(sentence)
    return [family for family in families if len({one.passage.article for one in family}) > 1]


def _sentences(article: Article) -> Iterator[Sentence]:
    for paragraph in paragraphs(article.text):
        for start, end in sentences(article.text, paragraph):
            sentence = _sentence(article, start, end)
            if len(sentence.words) >= _FEWEST_WORDS:
                yield sentence


def _quotations(article: Article) -> Iterator[Sentence]:
    for start, end in quotations(article.text):
        quotation = _sentence(article, start, end)
        if len(quotation.words) >= _FEWEST_QUOTED:
            yield quotation


def _sentence(article: Article, start: int, end: int) -> Sentence:
    words = tuple(word for word in tokenize(article.text, start, end).lowers if word[0].isalnum())
    return Sentence(Passage(article.id, start, end), article.text[start:end], words)


def _family(
    sentence: Sentence, leaders: dict[Run, list[int]], families: list[list[Sentence]]
) -> int:
    """The family whose leading sentence has the sentence's wording, the likest first; a new one
    where none has."""
    runs = sentence.runs
    shared = Counter(family for run in runs for family in leaders.get(run, ()))
    for family, count in sorted(shared.items(), key=lambda entry: (-entry[1], entry[0])):
        leader = families[family][0]
        if count < _SHARED_RUNS * min(len(runs), len(leader.runs)):
            break
        if _same_wording(sentence, leader):
            return family
    for run in runs:
        leaders[run].append(len(families))
    families.append([])
    return len(families) - 1


def _same_wording(one: Sentence, other: Sentence) -> bool:
    shorter = min(len(one.words), len(other.words))
    return bool(LCSseq.similarity(one.words, other.words) >= _SHARED_WORDS * shorter)
