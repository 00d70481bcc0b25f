"""The database itself refuses what may never be of groups, links, sums and origins."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from annotations.models import (
    Article,
    Figure,
    FigureGroup,
    FigureSum,
    GroupRelation,
    LinkDecision,
    Origin,
    OriginPassage,
    Story,
    User,
)
from tests.builders import make_group, make_relation, make_story
from tests.models.constraints import refused_by

pytestmark = pytest.mark.django_db


@pytest.fixture
def origin(story: Story) -> Origin:
    return Origin.objects.create(story=story, kind="credit", label="Coast Wire")


def test_a_story_has_a_group_once(story: Story, figure: Figure, second_figure: Figure) -> None:
    make_group(story, [figure], key="same")
    make_group(make_story(), [second_figure], key="same")
    with refused_by("group_once_per_story", FigureGroup):
        make_group(story, [figure], key="same")


def test_a_figure_is_in_one_group_alone(story: Story, figure: Figure) -> None:
    make_group(story, [figure])
    with pytest.raises(IntegrityError), transaction.atomic():
        make_group(story, [figure])


def test_a_pair_has_one_decision_that_stands(
    figure: Figure, second_figure: Figure, annotator: User
) -> None:
    def decide() -> None:
        LinkDecision.objects.create(
            first=figure, second=second_figure, same=True, decided_by=annotator
        )

    decide()
    with refused_by("link_decision_once_per_pair", LinkDecision):
        decide()
    LinkDecision.objects.update(superseded_at=timezone.now())
    decide()


@pytest.mark.parametrize("pair", ["with itself", "backwards"])
def test_a_decision_names_its_pair_in_order(
    figure: Figure, second_figure: Figure, annotator: User, pair: str
) -> None:
    with refused_by("link_decision_pair_ordered", LinkDecision):
        LinkDecision.objects.create(
            first=figure if pair == "with itself" else second_figure,
            second=figure,
            same=True,
            decided_by=annotator,
        )


def test_two_groups_have_one_relation(story: Story, figure: Figure, second_figure: Figure) -> None:
    first, second = make_group(story, [figure]), make_group(story, [second_figure])
    make_relation(first, second, "conflicting")
    with refused_by("group_relation_once", GroupRelation):
        make_relation(first, second, "revised")


def test_a_group_has_no_relation_with_itself(story: Story, figure: Figure) -> None:
    group = make_group(story, [figure])
    with refused_by("group_relation_between_two", GroupRelation):
        make_relation(group, group, "conflicting")


REFUSED_RESTS = {
    "less than nothing": (-1.0, 2.0),
    "from more to less": (4.0, 2.0),
    "with no lower end": (None, 2.0),
}


@pytest.mark.parametrize(("low", "high"), REFUSED_RESTS.values(), ids=REFUSED_RESTS)
def test_what_a_total_leaves_is_an_interval(
    story: Story, figure: Figure, low: float | None, high: float
) -> None:
    with refused_by("sum_rest_of_a_stated_total", FigureSum):
        FigureSum.objects.create(
            story=story, total=figure, low=9, high=9, rest_low=low, rest_high=high
        )


def test_only_a_stated_total_leaves_something(story: Story) -> None:
    with refused_by("sum_rest_of_a_stated_total", FigureSum):
        FigureSum.objects.create(story=story, low=9, high=9, rest_low=2, rest_high=2)


def test_a_passage_has_an_origin_once(origin: Origin, article: Article) -> None:
    OriginPassage.objects.create(origin=origin, article=article, start=0, end=5)
    with refused_by("passage_once_per_origin", OriginPassage):
        OriginPassage.objects.create(origin=origin, article=article, start=0, end=5)


def test_a_passage_is_not_empty(origin: Origin, article: Article) -> None:
    with refused_by("passage_not_empty", OriginPassage):
        OriginPassage.objects.create(origin=origin, article=article, start=5, end=5)
