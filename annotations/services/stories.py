"""Stories: made, found by title, and articles moved between them."""

from django.db import IntegrityError, transaction
from django.utils.text import slugify

from annotations.models import Article, FigureLink, Story, User
from annotations.services.changes import record_change
from annotations.services.linking import link_story
from annotations.services.reviewing import settle_claims
from annotations.services.rows import column_lengths
from annotations.services.transitions import lock_story, require_editor

_TITLE = column_lengths(Story)["title"]
_SLUG = column_lengths(Story)["slug"]
# Room for the number that tells equal slugs apart.
_NUMBER = 8


def fit_title(title: str) -> str:
    """The title without needless space. Raises ValueError where it is empty or too long."""
    title = " ".join(title.split())
    if not 0 < len(title) <= _TITLE:
        raise ValueError(f"a story's title has 1 to {_TITLE} characters, not {len(title)}")
    return title


@transaction.atomic
def create_story(*, title: str, actor: User | None = None, reviews_needed: int = 2) -> Story:
    """Make a story; its slug is made from the title, with a number where that is taken.

    Raises ValueError where the title is empty or too long.
    """
    title = fit_title(title)
    while True:
        if story := _made(title, _free_slug(title), actor, reviews_needed):
            return story


@transaction.atomic
def story_titled(*, title: str, actor: User | None = None) -> Story:
    """The oldest story of this title, made where there is none. Raises ValueError."""
    title = fit_title(title)
    while True:
        # Before the title is looked for: whoever makes the story in between takes this slug.
        slug = _free_slug(title)
        known = Story.objects.filter(title__iexact=title).order_by("id").first()
        if story := known or _made(title, slug, actor):
            return story


def _made(title: str, slug: str, actor: User | None, reviews_needed: int = 2) -> Story | None:
    """A new story; None where somebody else took its slug at the same moment."""
    try:
        with transaction.atomic():
            story = Story.objects.create(title=title, slug=slug, reviews_needed=reviews_needed)
    except IntegrityError:
        if Story.objects.filter(slug=slug).exists():
            return None
        raise
    record_change(
        actor=actor,
        action="story.created",
        obj=story,
        story=story,
        after={"title": title, "reviews_needed": reviews_needed},
    )
    return story


def story_for(*, article: Article, actor: User | None = None) -> Story:
    """A new story that bears the article's title, or its first words where it has none."""
    title = " ".join((article.title or article.text[:_TITLE]).split())
    return create_story(title=title[:_TITLE], actor=actor)


@transaction.atomic
def move_article(*, article: Article, story: Story, actor: User) -> None:
    """Put every version of the article into ``story``.

    Both stories are then to be linked anew (``dispatch.story_changed``); what linked the article's
    figures in the story it leaves is taken back at once, and claims that have the reviews that this
    story asks for move on. Raises RefusedError unless ``actor`` is an editor.
    """
    require_editor(actor, "move articles")
    versions = _versions(article, joining=story)
    left = {pk for version in versions if (pk := version.story_id) not in (None, story.pk)}
    if all(version.story_id == story.pk for version in versions):
        return
    ids = [version.pk for version in versions]
    Article.objects.filter(pk__in=ids).update(story=story)
    FigureLink.objects.filter(figure__article__in=ids).delete()
    Article.objects.filter(story__in=[story.pk, *left]).update(linked_version="")
    for version in versions:
        record_change(
            actor=actor,
            action="article.moved",
            obj=version,
            story=story,
            before={"story": version.story_id},
            after={"story": story.pk},
        )
    settle_claims(articles=Article.objects.filter(pk__in=ids))
    for story_id in left:
        if not Article.objects.filter(story=story_id).exists():
            link_story(story_id=story_id)
    article.story = story


def _versions(article: Article, *, joining: Story) -> list[Article]:
    """All versions of the article, the first first, locked after the stories they leave and
    join."""
    versions = [article]
    while earlier := versions[0].supersedes:
        versions.insert(0, earlier)
    while later := Article.objects.filter(supersedes=versions[-1]).first():
        versions.append(later)
    for story_id in sorted({joining.pk, *(version.story_id or 0 for version in versions)} - {0}):
        lock_story(story_id)
    return list(
        Article.objects.select_for_update(no_key=True)
        .filter(pk__in=[version.pk for version in versions])
        .order_by("id")
    )


def _free_slug(title: str) -> str:
    base = slugify(title)[: _SLUG - _NUMBER].strip("-") or "story"
    taken = set(Story.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    slug, number = base, 1
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug
