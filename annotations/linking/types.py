"""What linking takes and gives: frozen values, no database rows.

A figure is known by its ``FigureId``: the article's id and the span in its text.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from annotations.extraction.types import Reading


class FigureId(NamedTuple):
    article: str
    start: int
    end: int


class Relation(StrEnum):
    """How two figures of the same thing relate."""

    IDENTICAL = "identical"
    COMPATIBLE = "compatible"
    REVISED = "revised"
    CONFLICTING = "conflicting"


class OriginKind(StrEnum):
    """Why passages are taken to have one origin.

    ``REPORT`` is an article's own reporting: passages that share no other origin.
    """

    COPIED = "copied"
    CREDIT = "credit"
    STATEMENT = "statement"
    REPORT = "report"


class SumScope(StrEnum):
    """How far apart a total and its parts stand."""

    SENTENCE = "sentence"
    ARTICLE = "article"
    STORY = "story"


@dataclass(frozen=True, slots=True)
class Article:
    """One article as linking sees it; ``published`` is an ISO date or ""."""

    id: str
    text: str
    reading: Reading
    title: str = ""
    source: str = ""
    credit: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided of two figures: the same quantity, or not."""

    first: FigureId
    second: FigureId
    same: bool


@dataclass(frozen=True, slots=True)
class Membership:
    """One figure in a group, with its relation to the group's leading figure, in words why, and
    a score in [0, 1]."""

    figure: FigureId
    relation: Relation
    reasons: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Group:
    """Figures that state the same quantity of the same thing, the leading one first.

    ``low``/``high`` is the interval all members allow, None where open.
    ``origins`` are indices in ``Linking.origins``, one for each independent origin.
    """

    members: tuple[Membership, ...]
    label: str
    low: float | None
    high: float | None
    unit: str
    counted: str
    event: str
    origins: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupRelation:
    """Two groups (indices in ``Linking.groups``) on the same thing with different quantities."""

    first: int
    second: int
    relation: Relation
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """A total and its parts. ``total`` is None where no source states it (derived).

    ``article`` is the article whose parts imply a derived total ("" across articles), and
    ``group`` the index in ``Linking.groups`` of the group that states or contains the total.
    ``rest`` is what the parts stated leave of the total, from and to (None where open), and None
    where they make it up; no source states it.
    """

    total: FigureId | None
    parts: tuple[FigureId, ...]
    low: float | None
    high: float | None
    scope: SumScope
    reasons: tuple[str, ...]
    article: str = ""
    group: int | None = None
    rest: tuple[float, float | None] | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Origin:
    """Where passages really come from."""

    kind: OriginKind
    label: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Linking:
    """Everything linking says of a set of articles, in an order that depends on the set alone."""

    groups: tuple[Group, ...]
    relations: tuple[GroupRelation, ...]
    sums: tuple[Sum, ...]
    origins: tuple[Origin, ...]
