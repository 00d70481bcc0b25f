"""What linking sees of an article: its names, its words and its years, each found once."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from annotations.extraction.text.sentences import Span as Sentence
from annotations.extraction.text.sentences import all_sentences
from annotations.extraction.types import Claim, Figure
from annotations.linking.articles.holders import Holders, Names, has_holder
from annotations.linking.figures.contrasts import Contrast, How, contrasts, understood
from annotations.linking.figures.counted import Thing, thing
from annotations.linking.figures.intervals import Quantity, quantity, significant_digits
from annotations.linking.figures.shares import Share, share_told
from annotations.linking.figures.timespans import Span, span_told
from annotations.linking.types import Article, FigureId
from annotations.linking.words.keys import keys_of_name, tells, weigh_words
from annotations.linking.words.words import Weights, Words, words_of

_YEAR = re.compile(r"(?<![\d.,$€£])(?:1[89]|20)\d\d(?![\d,%]|\.\d)")

_PERIOD = re.compile(
    r"\bsince (?!(?:then|an?|yesterday|last night|this morning|\w+day)\b)|"
    r"\b(?:over|in|during) the (?:past|last) (?:\w+ )?(?:year|month|decade)s?\b|"
    r"\b(?:so|thus) far this (?:year|month)\b|\b(?:between|from) (?:1[89]|20)\d\d (?:and|to)\b",
    re.IGNORECASE,
)

_LOOKED_AT = 80  # characters behind a figure

# Figures of one article that are compared with others.
MOST_FIGURES = 500

# What happened to what kind of thing.
Kind = tuple[str, str]

# A dimension, and the lower end of what is stated in it.
Number = tuple[str, float]


class Meaning(NamedTuple):
    """A figure with what it counts and how many, and the keys of the names whose it is; no quantity
    where it states no number at all."""

    figure: Figure
    thing: Thing
    quantity: Quantity | None
    holder: Names


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """The sentence that states a figure; ``period`` tells that it counts over years or months."""

    start: int
    end: int
    text: str
    words: Words
    years: frozenset[str]
    period: bool


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """An article's features.

    ``rank`` orders its names and words, the most telling first; ``profile`` has the quantities it
    states by what happened to what kind of thing; ``meanings`` are its figures as
    the contrasts between them have them understood, and ``belonging`` the keys of names that it
    has go together, as a product and its maker. ``numbers`` are those it states that are
    particular enough to tell it from others.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    words: Words
    years: frozenset[str]
    published: date | None
    rank: dict[str, int]
    profile: dict[Kind, tuple[Quantity, ...]]
    meanings: tuple[Meaning, ...]
    contrasts: tuple[Contrast, ...]
    belonging: frozenset[Names]
    numbers: frozenset[Number]


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A figure as linking compares it; ``rejected`` where its article says that it is wrong,
    ``share`` where it does not count all there are, ``holder`` the keys of whose it is, and
    ``around`` its sentence before and behind it, each up to the next number."""

    id: FigureId
    figure: Figure
    thing: Thing
    quantity: Quantity
    passage: Passage
    context: Context
    span: Span | None
    rejected: bool
    share: Share | None
    holder: Names
    around: tuple[str, str]

    @property
    def kind(self) -> Kind:
        return _kind(self.figure, self.thing, self.quantity)

    @property
    def before(self) -> str:
        """The words of the figure's sentence before it."""
        return self.context.article.text[self.passage.start : self.id.start]

    @property
    def order(self) -> tuple[str, FigureId]:
        """Earlier articles first; the same for every order of arrival."""
        return self.context.article.published or "9999", self.id


def telling(text: str, title: str) -> list[str]:
    """The keys of an article's names and words, the most telling first: the ``rank`` of its
    context, at less cost."""
    counts: Counter[str] = Counter()
    return _ranked(weigh_words(_whole(text, title), counts), counts)


def context(article: Article) -> Context:
    text = _whole(article.text, article.title)
    counts: Counter[str] = Counter()
    weights = weigh_words(text, counts)
    words = words_of(weights)
    found = contrasts(article)
    figures = understood(article, found)
    sentences = tuple(all_sentences(article.text))
    holders, belonging = _holders(article, figures, sentences, words)
    meanings = tuple(
        Meaning(figure, thing(figure, _behind(article, figure)), quantity(figure), holder)
        for figure, holder in zip(figures, holders, strict=True)
    )
    return Context(
        article=article,
        sentences=sentences,
        words=words,
        years=frozenset(_YEAR.findall(text)),
        published=_date(article.published),
        rank={key: place for place, key in enumerate(_ranked(weights, counts))},
        profile=_profile(meanings),
        meanings=meanings,
        contrasts=tuple(found),
        belonging=belonging,
        numbers=_numbers(one.quantity for one in meanings),
    )


def _whole(text: str, title: str) -> str:
    return f"{title}\n{text}" if title else text


def _ranked(weights: Weights, counts: Mapping[str, int]) -> list[str]:
    return sorted(weights, key=lambda key: (-weights[key] * counts[key], key))


def number_of(measured: Quantity) -> Number:
    return measured.dimension, measured.stated[0]


def _numbers(stated: Iterable[Quantity | None]) -> frozenset[Number]:
    """The numbers that need more than one digit: any two reports have a two or a thousand."""
    return frozenset(number_of(one) for one in stated if one and significant_digits(one) > 1)


def _holders(
    article: Article, figures: Sequence[Figure], sentences: Sequence[Sentence], words: Words
) -> tuple[list[Names], frozenset[Names]]:
    """The keys of whose each figure is, and of the names that go together."""
    if not any(map(has_holder, figures)):
        return [frozenset()] * len(figures), frozenset()
    told = Holders(article.text, sentences, lambda word: _is_name(word, words))
    found = [_name_keys(told.of(figure)) for figure in figures]
    return found, frozenset(filter(None, (*found, *map(_name_keys, told.owners()))))


def _is_name(word: str, words: Words) -> bool:
    """Whether the article that has the words writes one of them as a name."""
    return tells(word) and any(key in words.names for key in keys_of_name(word))


def _name_keys(names: Names) -> Names:
    return frozenset(key for name in names for key in keys_of_name(name))


def _behind(article: Article, figure: Figure) -> str:
    return article.text[figure.end : figure.end + _LOOKED_AT]


def writes_as_name(seen: Context, word: str) -> bool:
    return _is_name(word.lower(), seen.words)


def mentions(seen: Context, name: str) -> bool:
    """Whether an article has every capitalised word of a name somewhere."""
    capitalised = [word.lower() for word in name.split() if word[0].isupper()]
    return all(any(key in seen.rank for key in keys_of_name(word)) for word in capitalised)


def nodes(seen: Context) -> list[Node]:
    """The article's figures that state a number, in the order of their spans.

    Of a document that is one long table only the first ``MOST_FIGURES`` are compared.
    """
    passages: dict[int, Passage] = {}
    found = []
    article = seen.article
    rejected = {one.second for one in seen.contrasts if one.how is How.REJECTED}
    contrasted = {one.second for one in seen.contrasts}
    figures = tuple(meaning.figure for meaning in seen.meanings)
    for place, (figure, counted, measured, holder) in enumerate(seen.meanings):
        if measured is None:
            continue
        if figure.claim not in passages:
            passages[figure.claim] = _passage(article, article.reading.claims[figure.claim])
        found.append(
            Node(
                id=FigureId(article.id, figure.start, figure.end),
                figure=figure,
                thing=counted,
                quantity=measured,
                passage=passages[figure.claim],
                context=seen,
                span=span_told(figure, measured.dimension, article.text),
                rejected=place in rejected,
                share=None if place in contrasted else share_told(article.text, figures, place),
                holder=holder,
                around=_around(article, figures, place),
            )
        )
        if len(found) == MOST_FIGURES:
            break
    return found


def _around(article: Article, figures: Sequence[Figure], place: int) -> tuple[str, str]:
    """The sentence before and behind a figure, each up to the next number."""
    figure = figures[place]
    claim = article.reading.claims[figure.claim]
    start = max(claim.start, figures[place - 1].end) if place else claim.start
    behind = figures[place + 1 :][:1]
    end = min(claim.end, *(one.start for one in behind)) if behind else claim.end
    return article.text[start : figure.start], article.text[figure.end : end]


def _profile(meanings: Iterable[Meaning]) -> dict[Kind, tuple[Quantity, ...]]:
    found: dict[Kind, tuple[Quantity, ...]] = {}
    for figure, counted, measured, _ in meanings:
        if figure.event and measured:
            kind = _kind(figure, counted, measured)
            found[kind] = (*found.get(kind, ()), measured)
    return found


def _kind(figure: Figure, counted: Thing, measured: Quantity) -> Kind:
    return figure.event, counted.domain or measured.dimension


def _passage(article: Article, claim: Claim) -> Passage:
    text = article.text[claim.start : claim.end]
    return Passage(claim.start, claim.end, text, *_told(text))


@lru_cache(maxsize=8192)
def _told(text: str) -> tuple[Words, frozenset[str], bool]:
    """The words and years of a sentence, and whether it counts over a period. Many articles of a
    story print the same one."""
    words = words_of(weigh_words(text, Counter()))
    return words, frozenset(_YEAR.findall(text)), bool(_PERIOD.search(text))


def _date(written: str) -> date | None:
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        return None
