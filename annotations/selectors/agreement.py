"""How far reviewers agree, by what they rated before they could see each other's reviews."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from math import comb

import krippendorff
from django.db.models import QuerySet
from django.utils import timezone

from annotations.models import Disagreement, Rating, Review, Story, User
from annotations.selectors.queue import OPEN
from annotations.selectors.reviews import disagreement_kinds

_PLACE = {rating: place for place, rating in enumerate(Rating.values)}


@dataclass(frozen=True, slots=True)
class Score:
    """Agreement over ``claims`` that two or more people rated.

    ``percent`` is the part of pairs of ratings that are equal, 0 to 100. ``alpha`` is
    Krippendorff's, nominal: 1 is perfect and 0 what chance gives. Both are None where undefined:
    without claims, and alpha where all ratings are one and the same.
    """

    claims: int
    percent: float | None
    alpha: float | None


@dataclass(frozen=True, slots=True)
class PairScore:
    """Two reviewers on the claims that both rated."""

    first: User
    second: User
    score: Score


@dataclass(frozen=True, slots=True)
class WeekScore:
    """The claims whose last review came in the week that starts on the Monday ``starts``."""

    starts: date
    score: Score


@dataclass(frozen=True, slots=True)
class Confusion:
    """How often two people gave this pair of ratings, in whichever order."""

    first: str
    second: str
    count: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """Pairs by username, weeks oldest first, confusions and kinds of disagreement in the order of
    their names' definition; only those that occur."""

    score: Score
    pairs: tuple[PairScore, ...]
    weeks: tuple[WeekScore, ...]
    confusions: tuple[Confusion, ...]
    disagreements: tuple[tuple[str, int], ...]

    @property
    def alpha(self) -> float | None:
        return self.score.alpha

    @property
    def percent(self) -> float | None:
        return self.score.percent


def agreement(story: Story | None = None) -> Agreement:
    """The agreement on the claims whose reviews are complete, of the story or of all."""
    units = _units(_counted_reviews(story))
    pairs = [pair for unit in units for pair in combinations(unit, 2)]
    confusions = Counter(
        tuple(sorted((one.rating, two.rating), key=_PLACE.__getitem__)) for one, two in pairs
    )
    kinds = Counter(kind for unit in units for kind in disagreement_kinds(unit))
    return Agreement(
        score=_score(units),
        pairs=_pair_scores(units),
        weeks=_week_scores(units),
        confusions=tuple(
            Confusion(first, second, confusions[first, second])
            for first, second in sorted(
                confusions, key=lambda pair: [_PLACE[name] for name in pair]
            )
        ),
        disagreements=tuple((kind, kinds[kind]) for kind in Disagreement.values if kind in kinds),
    )


def blind_reviews(reviews: Iterable[Review]) -> list[Review]:
    """Of one claim's reviews, oldest first, the last that each reviewer made before they could
    see another's."""
    blind: dict[int, Review] = {}
    for review in reviews:
        if review.reviewer_id not in blind or len(blind) == 1:
            blind[review.reviewer_id] = review
    return sorted(blind.values(), key=lambda review: review.reviewer_id)


def _counted_reviews(story: Story | None) -> QuerySet[Review]:
    """The reviews to count, superseded ones too. One that was carried to a new version of the
    article counts there."""
    reviews = Review.objects.filter(
        carried_to__isnull=True, claim__withdrawn_at__isnull=True
    ).exclude(claim__state__in=OPEN)
    if story is not None:
        reviews = reviews.filter(claim__article__story=story)
    return reviews.only("claim", "reviewer", "rating", "disagreement", "submitted_at")


def _units(reviews: QuerySet[Review]) -> list[list[Review]]:
    """For each claim that two or more rated blindly, their ratings."""
    by_claim: dict[int, list[Review]] = defaultdict(list)
    for review in reviews.order_by("id").iterator():
        by_claim[review.claim_id].append(review)
    units = (blind_reviews(of_claim) for of_claim in by_claim.values())
    return [unit for unit in units if len(unit) > 1]


def _score(units: Sequence[Sequence[Review]]) -> Score:
    counts = [[0] * len(_PLACE) for _ in units]
    for of_unit, unit in zip(counts, units, strict=True):
        for review in unit:
            of_unit[_PLACE[review.rating]] += 1
    pairs = sum(comb(sum(of_unit), 2) for of_unit in counts)
    equal = sum(comb(number, 2) for of_unit in counts for number in of_unit)
    if not pairs:
        return Score(len(units), None, None)
    given = {review.rating for unit in units for review in unit}
    alpha = (
        krippendorff.alpha(value_counts=counts, level_of_measurement="nominal")
        if len(given) > 1
        else None
    )
    return Score(len(units), 100 * equal / pairs, None if alpha is None else float(alpha))


def _pair_scores(units: Sequence[Sequence[Review]]) -> tuple[PairScore, ...]:
    shared: dict[tuple[int, int], list[tuple[Review, Review]]] = defaultdict(list)
    for unit in units:
        for one, two in combinations(unit, 2):
            shared[one.reviewer_id, two.reviewer_id].append((one, two))
    people = User.objects.in_bulk({person for pair in shared for person in pair})
    scores = []
    for ids, both in shared.items():
        first, second = sorted((people[person] for person in ids), key=User.get_username)
        scores.append(PairScore(first, second, _score(both)))
    return tuple(
        sorted(scores, key=lambda pair: (pair.first.get_username(), pair.second.get_username()))
    )


def _week_scores(units: Sequence[Sequence[Review]]) -> tuple[WeekScore, ...]:
    weeks: dict[date, list[Sequence[Review]]] = defaultdict(list)
    for unit in units:
        day = timezone.localdate(max(review.submitted_at for review in unit))
        weeks[day - timedelta(days=day.weekday())].append(unit)
    return tuple(WeekScore(starts, _score(weeks[starts])) for starts in sorted(weeks))
