"""A story's linking as rows: made, kept where unchanged, and changed by articles and people."""

from datetime import UTC, datetime
from itertools import permutations
from typing import Any

import pytest

from annotations.extraction.cleaning.document import Document
from annotations.linking.version import LINKER_VERSION
from annotations.models import (
    Article,
    Change,
    Figure,
    FigureGroup,
    FigureLink,
    FigureSum,
    GroupRelation,
    Origin,
    OriginPassage,
    Story,
    User,
)
from annotations.services.decisions import decide_link, decide_pair
from annotations.services.ingest import ingest_document
from annotations.services.linking import link_story
from annotations.services.reading import read_article
from annotations.services.stories import create_story
from annotations.workflow import RefusedError

pytestmark = pytest.mark.django_db

MONDAY = datetime(2026, 3, 2, 8, tzinfo=UTC)
TEXTS = {
    "Harbour Gazette": "Six sailors were killed when the ferry Solveig burned in Alvik on Monday,"
    " the Alvik port said. The Solveig had left Stornes with 41 people on board.",
    "Coast Wire": "At least six people were killed on the ferry Solveig in Alvik, police said."
    " The Solveig was on its way from Stornes.",
    "Fjord Radio": "The fire on the ferry Solveig in Alvik killed six people. The Solveig came from"
    " Stornes and 41 people were on board.",
}
LINKED = (FigureGroup, FigureLink, FigureSum, GroupRelation, Origin, OriginPassage)


def take_in(story: Story, source: str, text: str, **more: Any) -> Article:
    document = Document(text=text, published_at=MONDAY, **more)
    article = ingest_document(document=document, source_name=source, story=story).article
    read_article(article_id=article.pk)
    return article


def linked_story(sources: Any = tuple(TEXTS)) -> Story:
    story = create_story(title="Fire on the Solveig")
    for source in sources:
        take_in(story, source, TEXTS[source])
    link_story(story_id=story.pk)
    return story


def figure(source: str, text: str) -> Figure:
    return Figure.objects.get(
        article__source__name=source, text__icontains=text, withdrawn_at__isnull=True
    )


def group_of(source: str, text: str) -> FigureGroup:
    return FigureGroup.objects.get(links__figure=figure(source, text))


def members(group: FigureGroup) -> set[str]:
    return {link.figure.article.source.name for link in group.links.all()}


def all_rows() -> list[Any]:
    return [list(model._default_manager.order_by("pk").values()) for model in LINKED]


def test_figures_of_the_same_thing_become_a_group_with_reasons() -> None:
    linked_story()
    group = group_of("Harbour Gazette", "six")
    assert members(group) == set(TEXTS)
    assert group.outlets == 3
    assert (group.low, group.high) == (6, 6)
    link = FigureLink.objects.get(group=group, figure=figure("Coast Wire", "six"))
    assert link.relation == "compatible"
    assert link.reasons
    assert link.engine_version == LINKER_VERSION
    assert not Article.objects.exclude(linked_version=LINKER_VERSION).exists()


def test_two_outlets_that_print_one_wire_text_are_one_origin() -> None:
    wire = TEXTS["Fjord Radio"]
    story = create_story(title="Fire on the Solveig")
    for source, own in {
        "Fjord Radio": "Rain fell later.",
        "Alvik Today": "Schools closed.",
    }.items():
        take_in(story, source, f"{wire}\n\n{own}")
    link_story(story_id=story.pk)
    group = group_of("Fjord Radio", "41")
    assert (group.outlets, group.independent_origins, group.origins.count()) == (2, 1, 1)
    passages = OriginPassage.objects.filter(origin__kind="copied").select_related("article")
    assert {passage.article.source.name for passage in passages} == {"Fjord Radio", "Alvik Today"}
    for passage in passages:
        assert passage.article.text[passage.start : passage.end] in wire


def test_linking_again_writes_nothing() -> None:
    story = linked_story()
    before, changes = all_rows(), Change.objects.count()
    link_story(story_id=story.pk)
    assert all_rows() == before
    assert Change.objects.count() == changes


def test_a_new_article_keeps_the_rows_of_groups_and_of_their_links() -> None:
    story = linked_story(["Harbour Gazette", "Fjord Radio"])
    on_board = group_of("Fjord Radio", "41")
    killed = group_of("Fjord Radio", "six")
    links = list(FigureLink.objects.order_by("pk").values())
    take_in(story, "Coast Wire", TEXTS["Coast Wire"])
    link_story(story_id=story.pk)
    assert group_of("Fjord Radio", "41") == on_board
    assert group_of("Coast Wire", "six") == killed
    assert group_of("Coast Wire", "six").key != killed.key
    assert list(FigureLink.objects.order_by("pk").values())[: len(links)] == links
    changed = Change.objects.get(action="group.changed")
    assert (changed.object_id, changed.before["key"]) == (killed.pk, killed.key)
    assert not Change.objects.filter(action="group.dissolved").exists()


def test_of_a_group_that_falls_apart_the_larger_part_keeps_the_row(annotator: User) -> None:
    story = linked_story()
    killed = group_of("Fjord Radio", "six")
    for source in ("Coast Wire", "Fjord Radio"):
        other = figure("Harbour Gazette", "six")
        decide_pair(first=figure(source, "six"), second=other, same=False, actor=annotator)
    link_story(story_id=story.pk)
    assert group_of("Fjord Radio", "six") == group_of("Coast Wire", "six") == killed


def test_a_superseded_article_leaves_its_groups() -> None:
    story = linked_story()
    old = Article.objects.get(source__name="Coast Wire")
    Article.objects.filter(pk=old.pk).update(url="https://wire.example/1")
    changed = TEXTS["Coast Wire"].replace("At least six", "Nine")
    take_in(story, "Coast Wire", changed, url="https://wire.example/1")
    link_story(story_id=story.pk)
    assert not FigureLink.objects.filter(figure__article=old).exists()
    assert members(group_of("Harbour Gazette", "six")) == {"Harbour Gazette", "Fjord Radio"}


@pytest.mark.parametrize("order", list(permutations(TEXTS)), ids=" ".join)
def test_the_order_of_arrival_does_not_matter(order: tuple[str, ...]) -> None:
    story = create_story(title="Fire on the Solveig")
    for source in order:
        take_in(story, source, TEXTS[source])
        link_story(story_id=story.pk)
    facts = {
        (group.key, group.label, link.figure.article.source.name, link.relation, *link.reasons)
        for group in story.groups.all()
        for link in group.links.all()
    }
    Story.objects.get(pk=story.pk)
    expected = linked_story_facts()
    assert facts == expected


def linked_story_facts() -> set[Any]:
    """The same articles in a story of their own, all at once."""
    story = create_story(title="All at once")
    Article.objects.update(story=story, linked_version="")
    FigureGroup.objects.all().delete()
    link_story(story_id=story.pk)
    return {
        (group.key, group.label, link.figure.article.source.name, link.relation, *link.reasons)
        for group in story.groups.all()
        for link in group.links.all()
    }


def test_a_rejected_figure_stays_out_through_every_later_run(annotator: User) -> None:
    story = linked_story()
    group = group_of("Harbour Gazette", "six")
    decide_link(figure=figure("Coast Wire", "six"), group=group, same=False, actor=annotator)
    link_story(story_id=story.pk)
    assert members(group_of("Harbour Gazette", "six")) == {"Harbour Gazette", "Fjord Radio"}
    Article.objects.update(read_version="", linked_version="")
    for article in Article.objects.all():
        read_article(article_id=article.pk)
    link_story(story_id=story.pk)
    assert members(group_of("Harbour Gazette", "six")) == {"Harbour Gazette", "Fjord Radio"}


def test_a_confirmed_link_says_so(annotator: User) -> None:
    story = linked_story()
    group = group_of("Harbour Gazette", "six")
    wire = figure("Coast Wire", "six")
    decide_link(figure=wire, group=group, same=True, actor=annotator)
    link_story(story_id=story.pk)
    assert FigureLink.objects.get(figure=wire).status == "confirmed"
    assert FigureLink.objects.filter(status="confirmed").count() == 2
    change = Change.objects.get(action="link.confirmed")
    assert (change.actor, change.story) == (annotator, story)


def test_figures_that_a_person_says_are_the_same_are_linked(annotator: User) -> None:
    story = linked_story()
    one, other = figure("Harbour Gazette", "six"), figure("Fjord Radio", "41")
    assert group_of("Fjord Radio", "41") != group_of("Harbour Gazette", "six")
    decide_pair(first=other, second=one, same=True, actor=annotator)
    link_story(story_id=story.pk)
    assert group_of("Fjord Radio", "41") == group_of("Harbour Gazette", "six")


def test_a_decision_has_the_story_linked_anew(annotator: User) -> None:
    linked_story()
    one, other = figure("Harbour Gazette", "six"), figure("Fjord Radio", "six")
    decide_pair(first=one, second=other, same=True, actor=annotator)
    assert set(Article.objects.filter(linked_version="")) == {one.article, other.article}


def test_a_changed_mind_supersedes_the_earlier_decision(annotator: User, editor: User) -> None:
    linked_story()
    one, other = figure("Harbour Gazette", "six"), figure("Fjord Radio", "six")
    decide_pair(first=one, second=other, same=True, actor=annotator)
    decide_pair(first=other, second=one, same=False, actor=editor)
    decide_pair(first=other, second=one, same=False, actor=editor)
    standing = one.decisions_first.all() | one.decisions_second.all()
    assert [(row.same, row.superseded_at is None) for row in standing.order_by("id")] == [
        (True, False),
        (False, True),
    ]


def test_a_decision_against_what_others_imply_is_refused(annotator: User) -> None:
    linked_story()
    first, second, third = (figure(source, "six") for source in TEXTS)
    decide_pair(first=first, second=second, same=True, actor=annotator)
    decide_pair(first=second, second=third, same=True, actor=annotator)
    with pytest.raises(RefusedError, match="Earlier decisions say that these figures are the same"):
        decide_pair(first=first, second=third, same=False, actor=annotator)
    decide_pair(first=second, second=third, same=False, actor=annotator)
    with pytest.raises(RefusedError, match="are not the same"):
        decide_pair(first=first, second=third, same=True, actor=annotator)


def test_a_client_may_not_decide(client_user: User) -> None:
    linked_story()
    with pytest.raises(RefusedError) as refused:
        decide_pair(
            first=figure("Harbour Gazette", "six"),
            second=figure("Fjord Radio", "six"),
            same=True,
            actor=client_user,
        )
    assert refused.value.forbidden


def test_figures_of_two_stories_cannot_be_linked(annotator: User, figure: Figure) -> None:
    linked_story()
    other = Figure.objects.filter(article__source__name="Fjord Radio").first()
    assert other is not None
    with pytest.raises(RefusedError, match="of one story"):
        decide_pair(first=figure, second=other, same=True, actor=annotator)


def test_a_figure_cannot_be_decided_on_with_itself(annotator: User, figure: Figure) -> None:
    with pytest.raises(RefusedError, match="two figures"):
        decide_pair(first=figure, second=figure, same=True, actor=annotator)


def test_a_withdrawn_figure_cannot_be_decided_on(annotator: User) -> None:
    linked_story()
    one, other = figure("Harbour Gazette", "six"), figure("Fjord Radio", "six")
    one.withdrawn_at = MONDAY
    with pytest.raises(RefusedError, match="withdrawn"):
        decide_pair(first=one, second=other, same=True, actor=annotator)


def test_linking_a_story_takes_a_number_of_queries_that_does_not_grow_with_its_articles(
    django_assert_max_num_queries: Any,
) -> None:
    story = linked_story()
    for number in range(20):
        take_in(story, f"Outlet {number}", f"Outlet {number} says: {TEXTS['Fjord Radio']}")
    with django_assert_max_num_queries(60):
        link_story(story_id=story.pk)
