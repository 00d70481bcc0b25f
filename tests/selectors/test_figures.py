"""A story's figures by source, and the same figure in other articles."""

from typing import Any

import pytest

from annotations.models import (
    Article,
    Claim,
    Figure,
    FigureSum,
    Origin,
    OriginPassage,
    Source,
    Story,
)
from annotations.selectors.figures import figure_matrix, same_figure_elsewhere
from tests.builders import (
    make_article,
    make_claim,
    make_figure,
    make_group,
    make_relation,
    make_source,
)

pytestmark = pytest.mark.django_db


def state(
    story: Story, text: str, quote: str, value: float, source: str = "", **fields: Any
) -> Figure:
    """A figure in an article of its own."""
    article = make_article(text, source=make_source(source), story=story)
    return make_figure(make_claim(article), quote, value, **fields)


def test_each_source_has_a_column_and_each_group_a_row(
    story: Story, figure: Figure, second_figure: Figure
) -> None:
    make_group(story, [figure, second_figure], label="sailors injured")
    matrix = figure_matrix(story)
    assert [source.name for source in matrix.sources] == ["Coast Wire", "Harbour Gazette"]
    (row,) = matrix.rows
    assert (row.label, row.value, row.outlets) == ("sailors injured", "9", 2)
    assert [cell.value for cell in row.cells if cell] == ["9", "9"]
    assert row.agreeing == ("Coast Wire", "Harbour Gazette")


def test_what_most_sources_state_comes_first(
    story: Story, figure: Figure, second_figure: Figure
) -> None:
    alone = state(story, "The ferry had 41 people on board.", "41", 41)
    make_group(story, [alone], label="on board")
    make_group(story, [figure, second_figure], label="injured")
    assert [row.label for row in figure_matrix(story).rows] == ["injured", "on board"]


def test_a_source_that_says_nothing_has_an_empty_cell(
    story: Story, figure: Figure, second_article: Article
) -> None:
    make_group(story, [figure])
    (row,) = figure_matrix(story).rows
    assert row.cells[0] is None
    assert row.cells[1] is not None


def test_a_source_that_states_two_values_shows_both_and_the_weaker_relation(
    story: Story, article: Article, figure: Figure
) -> None:
    again = make_article("More than eight sailors were hurt.", source=article.source, story=story)
    bound = make_figure(make_claim(again), "eight", 8, high=None, modifier="more_than")
    group = make_group(story, [figure, bound])
    group.links.filter(figure=bound).update(relation="compatible")
    (row,) = figure_matrix(story).rows
    (cell,) = filter(None, row.cells)
    assert set(cell.value.split("; ")) == {"9", "> 8"}
    assert cell.relation == "compatible"


def test_a_cell_is_confirmed_once_all_its_links_are(story: Story, figure: Figure) -> None:
    group = make_group(story, [figure])
    assert figure_matrix(story).rows[0].cells[0].status == "proposed"  # type: ignore[union-attr]
    group.links.update(status="confirmed")
    assert figure_matrix(story).rows[0].cells[0].status == "confirmed"  # type: ignore[union-attr]


@pytest.fixture
def parts(story: Story) -> tuple[Figure, Figure]:
    """Four officers and two civilians in one article, six in none of its sentences."""
    text = "Four officers and two civilians were killed."
    claim = make_claim(make_article(text, source=make_source("Fjord Radio"), story=story))
    return make_figure(claim, "Four", 4), make_figure(claim, "two", 2)


def derive(story: Story, figures: tuple[Figure, Figure], total: Figure) -> FigureSum:
    group = make_group(story, [total], label="killed")
    row = FigureSum.objects.create(
        story=story, group=group, article=figures[0].article, low=6, high=6, scope="sentence"
    )
    row.parts.set(figures)
    return row


def test_a_source_that_states_only_the_parts_is_shown_as_derived(
    story: Story, parts: tuple[Figure, Figure]
) -> None:
    derive(story, parts, state(story, "Six people were killed.", "Six", 6, "Coast Wire"))
    (row,) = figure_matrix(story).rows
    assert [cell.value for cell in row.cells if cell] == ["6", "derived 6 = 4 + 2"]
    assert (row.agreeing, row.deriving) == (("Coast Wire",), ("Fjord Radio",))
    assert row.sums[0].derived


def test_what_the_stated_parts_leave_of_a_total_is_named_as_derived(
    story: Story, parts: tuple[Figure, Figure]
) -> None:
    total = state(story, "At least nine died.", "nine", 9, high=None, modifier="at_least")
    row = derive(story, parts, total)
    FigureSum.objects.filter(pk=row.pk).update(
        total=total, article=total.article, low=9, high=None, rest_low=3
    )
    (found,) = figure_matrix(story).rows[0].sums
    assert (found.text, found.rest) == ("≥ 9 = 4 + 2 + ≥ 3 others", "≥ 3 others")
    assert not found.derived


def test_what_a_source_states_itself_is_never_shown_as_derived(
    story: Story, parts: tuple[Figure, Figure]
) -> None:
    article = parts[0].article
    again = make_article("Six were killed.", source=article.source, story=story)
    derive(story, parts, make_figure(make_claim(again), "Six", 6))
    (row,) = figure_matrix(story).rows
    assert [cell.value for cell in row.cells if cell] == ["6"]


def test_groups_that_conflict_show_each_other(story: Story, figure: Figure) -> None:
    ten = state(story, "Ten sailors were hurt.", "Ten", 10, "Coast Wire")
    first, second = make_group(story, [figure], label="nine"), make_group(story, [ten], label="ten")
    make_relation(first, second, "conflicting")
    rows = {row.label: row for row in figure_matrix(story).rows}
    assert [item.value for item in rows["nine"].conflicts] == ["10"]
    assert rows["nine"].conflicts[0].sources == ("Coast Wire",)
    assert [item.value for item in rows["ten"].conflicts] == ["9"]
    (contrast,) = same_figure_elsewhere(ten).contrasts
    assert [item.figure for item in contrast.mentions] == [figure]


def test_the_same_figure_elsewhere_comes_with_its_sentence_reasons_and_origin(
    story: Story, figure: Figure, second_figure: Figure
) -> None:
    make_group(story, [figure, second_figure])
    origin = Origin.objects.create(story=story, kind="credit", label="Coast Wire")
    article = second_figure.article
    OriginPassage.objects.create(origin=origin, article=article, start=0, end=len(article.text))
    (mention,) = same_figure_elsewhere(figure).mentions
    assert mention.figure == second_figure
    assert mention.sentence == second_figure.claim.text
    assert (mention.relation, mention.reasons) == ("identical", ("same count",))
    assert (mention.source.name, mention.origins) == ("Coast Wire", (origin,))


def test_a_figure_that_is_not_linked_is_nowhere_else(figure: Figure) -> None:
    elsewhere = same_figure_elsewhere(figure)
    assert (elsewhere.group, elsewhere.mentions, elsewhere.contrasts) == (None, (), ())


def test_a_superseded_article_has_no_column(story: Story, article: Article) -> None:
    newer = make_source("Fjord Radio")
    make_article("A new text.", source=newer, story=story, supersedes=article)
    assert [source.name for source in figure_matrix(story).sources] == ["Fjord Radio"]


def test_the_matrix_takes_as_many_queries_for_many_groups_as_for_few(
    story: Story, claim: Claim, source: Source, django_assert_max_num_queries: Any
) -> None:
    for number in range(12):
        one = state(story, f"Outlet {number} counts {number + 1} hurt.", str(number), number)
        other = state(story, f"Paper {number} counts {number + 2} hurt.", str(number), number)
        make_relation(make_group(story, [one]), make_group(story, [other]), "conflicting")
    with django_assert_max_num_queries(8):
        figure_matrix(story)
    with django_assert_max_num_queries(10):
        same_figure_elsewhere(one)


def test_a_source_that_rejects_a_number_is_shown_and_does_not_agree(
    story: Story, figure: Figure, second_figure: Figure
) -> None:
    group = make_group(story, [figure, second_figure])
    group.links.filter(figure=second_figure).update(relation="conflicting")
    (row,) = figure_matrix(story).rows
    assert [cell.relation for cell in row.cells if cell] == ["conflicting", "identical"]
    assert row.agreeing == ("Harbour Gazette",)
    assert same_figure_elsewhere(figure).sources == ()
