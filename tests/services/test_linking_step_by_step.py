"""Whatever happens to a story, it is linked step by step as it is all at once."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from annotations.extraction.cleaning.document import Document
from annotations.models import (
    Article,
    Figure,
    FigureGroup,
    FigureSum,
    GroupRelation,
    LinkDecision,
    Origin,
    Story,
    User,
)
from annotations.services.decisions import decide_pair
from annotations.services.ingest import ingest_document
from annotations.services.linking import link_story
from annotations.services.reading import read_article
from annotations.services.stories import create_story, move_article
from annotations.workflow import RefusedError

pytestmark = pytest.mark.django_db

SENTENCES = (
    "{dead} people were killed when the ferry Solveig burned in Alvik, the Alvik port said.",
    "At least {dead} people died on the ferry Solveig off Alvik.",
    "{dead} sailors were killed on the Solveig in Alvik, police in Stornes said.",
    "{officers} police officers and {civilians} civilians were killed on the Solveig in Alvik.",
    "{hurt} people were injured on the ferry Solveig and taken to Stornes.",
    "The Solveig left Stornes with {aboard} people on board, the owner Brekka Lines said.",
    "The Solveig burned for {hours} hours off Alvik, wrote the Brekka Post.",
)
STEPS = 14


class History:
    """What may happen to a story, by chance, with the story linked now and then between."""

    def __init__(self, seed: int, editor: User) -> None:
        self.chance = random.Random(seed)
        self.editor = editor
        self.stories = [create_story(title="The Solveig"), create_story(title="Another ferry")]

    def text(self) -> str:
        lines = self.chance.sample(SENTENCES, 3)
        officers, civilians = self.chance.choice(((2, 4), (2, 4), (3, 5)))
        return " ".join(lines).format(
            dead=officers + civilians,
            officers=officers,
            civilians=civilians,
            hurt=self.chance.choice((11, 11, 17)),
            aboard=41,
            hours=self.chance.choice(("two", "two", "three")),
        )

    def take_in(self) -> None:
        """A new article, or a new version of one that the outlet printed before."""
        outlet = f"Outlet {self.chance.randrange(9)}"
        document = Document(text=self.text(), url=f"https://example.org/{outlet[-1]}")
        taken = ingest_document(document=document, source_name=outlet, story=self.stories[0])
        read_article(article_id=taken.article.pk)

    def decide(self) -> None:
        figures = list(
            Figure.objects.filter(
                article__story=self.stories[0],
                article__superseded_by__isnull=True,
                withdrawn_at__isnull=True,
            ).order_by("article__text_sha256", "article__source__name", "start")
        )
        if len(figures) > 1:
            first, second = self.chance.sample(figures, 2)
            try:
                same = self.chance.random() < 0.5
                decide_pair(first=first, second=second, same=same, actor=self.editor)
            except RefusedError:
                pass  # it contradicts what was decided before

    def move(self) -> None:
        articles = Article.objects.filter(superseded_by__isnull=True)
        if article := self.one_of(articles):
            move_article(article=article, story=self.chance.choice(self.stories), actor=self.editor)

    def read_again(self) -> None:
        if article := self.one_of(Article.objects.all()):
            Article.objects.filter(pk=article.pk).update(read_version="", linked_version="")
            read_article(article_id=article.pk)

    def link(self) -> None:
        link_story(story_id=self.chance.choice(self.stories).pk)

    def one_of(self, articles: Any) -> Article | None:
        found = list(articles.order_by("text_sha256", "source__name"))
        return self.chance.choice(found) if found else None

    def happen(self) -> None:
        acts: list[Callable[[], None]] = [
            self.take_in, self.take_in, self.take_in, self.link, self.link, self.decide, self.move,
            self.read_again,
        ]  # fmt: skip
        for _ in range(STEPS):
            self.chance.choice(acts)()
        for story in self.stories:
            link_story(story_id=story.pk)


def facts(story: Story) -> dict[str, list[Any]]:
    """All that the linking of the story says, without the numbers of rows."""
    return {
        "groups": sorted(
            (
                (
                    group.key, group.label, group.unit, group.counted, group.event, group.low,
                    group.high, group.outlets, group.independent_origins,
                    sorted(_origin(origin) for origin in group.origins.all()),
                    sorted(
                        (*_place(link.figure), link.relation, link.status, link.score, link.reasons)
                        for link in group.links.all()
                    ),
                )
                for group in story.groups.all()
            ),
            key=repr,
        ),
        "relations": sorted(
            (row.first.key, row.second.key, row.relation, row.reasons)
            for row in GroupRelation.objects.filter(first__story=story)
        ),
        "sums": sorted(
            (
                repr(row.total and _place(row.total)),
                sorted(map(_place, row.parts.all())),
                row.group.key if row.group else "",
                row.article.text if row.article else "",
                row.low, row.high, row.scope, row.reasons,
            )
            for row in story.sums.all()
        ),
        "origins": sorted(map(_origin, story.origins.all())),
    }  # fmt: skip


def _place(figure: Figure) -> tuple[str, str, int]:
    return figure.article.source.name, figure.article.text, figure.start


def _origin(origin: Origin) -> tuple[Any, ...]:
    spans = [
        (passage.article.source.name, passage.article.text, passage.start, passage.end)
        for passage in origin.passages.all()
    ]
    return origin.kind, origin.label, sorted(spans)


def forget(story: Story) -> None:
    """Take away all that linking stored."""
    for model in (FigureSum, FigureGroup, Origin):
        model.objects.filter(story=story).delete()
    Article.objects.filter(story=story).update(linked_version="")


@pytest.mark.parametrize("seed", range(12))
def test_a_story_is_linked_step_by_step_as_it_is_all_at_once(seed: int, editor: User) -> None:
    history = History(seed, editor)
    history.happen()
    for story in history.stories:
        step_by_step = facts(story)
        forget(story)
        link_story(story_id=story.pk)
        assert facts(story) == step_by_step


def test_the_histories_come_to_groups_relations_sums_and_decisions(editor: User) -> None:
    for seed in range(12):
        History(seed, editor).happen()
    assert FigureGroup.objects.exists()
    assert GroupRelation.objects.exists()
    assert FigureSum.objects.filter(total__isnull=False).exists()
    assert FigureSum.objects.filter(total__isnull=True).exists()
    assert set(LinkDecision.objects.values_list("same", flat=True)) == {True, False}
    assert Article.objects.filter(supersedes__isnull=False).exists()
