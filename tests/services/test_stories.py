"""Stories, and articles moved between them."""

import pytest

from annotations.models import Article, Change, Claim, FigureLink, Source, Story, User
from annotations.services.linking import link_story
from annotations.services.reading import read_article
from annotations.services.reviewing import submit_review
from annotations.services.stories import create_story, move_article, story_titled
from tests.builders import make_article, make_story

pytestmark = pytest.mark.django_db


def test_a_story_gets_a_slug_of_its_own() -> None:
    slugs = [create_story(title="Ferry fire in Älvik!").slug for _ in range(3)]
    assert slugs == ["ferry-fire-in-alvik", "ferry-fire-in-alvik-2", "ferry-fire-in-alvik-3"]
    assert create_story(title="渡轮").slug == "story"


@pytest.mark.parametrize("title", ["", "  ", "x" * 201])
def test_a_title_that_is_empty_or_too_long_is_refused(title: str) -> None:
    with pytest.raises(ValueError, match="1 to 200 characters"):
        create_story(title=title)


def test_a_story_is_found_by_its_title_in_any_case(story: Story) -> None:
    assert story_titled(title="  ferry  FIRE ") == story
    assert story_titled(title="Another") != story


def test_a_moved_article_takes_its_versions_and_figures_along(
    source: Source, second_source: Source, editor: User
) -> None:
    left, joined = make_story(), make_story()
    text = "The blaze killed six sailors on the ferry Solveig in Alvik."
    old = make_article(text, source=source, story=left, url="https://a.example/1")
    new = make_article(f"{text} ", source=source, story=left, supersedes=old)
    other = make_article(text, source=second_source, story=left)
    for article in (old, new, other):
        read_article(article_id=article.pk)
    link_story(story_id=left.pk)
    assert FigureLink.objects.filter(figure__article=new).exists()

    move_article(article=new, story=joined, actor=editor)

    assert set(joined.articles.all()) == {old, new}
    assert not FigureLink.objects.filter(figure__article=new).exists()
    assert set(Article.objects.filter(linked_version="")) == {old, new, other}
    assert Change.objects.filter(action="article.moved", actor=editor).count() == 2
    link_story(story_id=joined.pk)
    link_story(story_id=left.pk)
    assert not left.groups.exists()


def test_a_story_that_its_last_article_leaves_keeps_no_groups(story: Story, editor: User) -> None:
    text = "The blaze killed six sailors. The six sailors died on the ferry Solveig."
    article = make_article(text, story=story)
    read_article(article_id=article.pk)
    link_story(story_id=story.pk)
    move_article(article=article, story=make_story(), actor=editor)
    assert not story.groups.exists()
    assert not story.origins.exists()


def test_a_claim_that_has_the_reviews_its_new_story_asks_for_moves_on(
    claim: Claim, annotator: User, editor: User
) -> None:
    submit_review(claim=claim, reviewer=annotator, rating="corroborated")
    joined = create_story(title="Asks for one review", reviews_needed=1)
    move_article(article=claim.article, story=joined, actor=editor)
    claim.refresh_from_db()
    assert claim.state == Claim.State.AGREED


def test_an_article_moved_to_its_own_story_changes_nothing(article: Article, editor: User) -> None:
    assert article.story is not None
    move_article(article=article, story=article.story, actor=editor)
    assert not Change.objects.exists()
