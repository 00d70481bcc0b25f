"""What people decide of figures: the same quantity, or not. It holds through every later run."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from annotations.models import Article, Figure, FigureGroup, LinkDecision, Role, Story, User
from annotations.services.changes import record_change
from annotations.services.transitions import lock_story
from annotations.workflow import RefusedError

_MAY_DECIDE = frozenset({Role.ANNOTATOR, Role.EDITOR})


@transaction.atomic
def decide_link(*, figure: Figure, group: FigureGroup, same: bool, actor: User) -> None:
    """Confirm that the figure states the group's quantity, or reject it.

    Confirmed, it stays with the group's best linked other figure; rejected, it is kept apart from
    all of them. The caller has the story linked anew (``dispatch.story_changed``).
    Raises RefusedError as ``decide_pair`` does.
    """
    others = [
        link.figure
        for link in group.links.exclude(figure=figure)
        .select_related("figure__article")
        .order_by("-score", "figure_id")
    ]
    if not others:
        raise RefusedError("The group holds no other figure.", allowed=(), forbidden=False)
    _decide([(figure, other) for other in (others[:1] if same else others)], same=same, actor=actor)


@transaction.atomic
def decide_pair(*, first: Figure, second: Figure, same: bool, actor: User) -> None:
    """Decide that two figures of a story state the same quantity of the same thing, or do not.

    A later decision of the same pair supersedes the one before. The caller has the story linked
    anew (``dispatch.story_changed``). Raises RefusedError where the role may not decide, where
    the figures are of different stories or withdrawn, and where standing decisions say otherwise.
    """
    _decide([(first, second)], same=same, actor=actor)


def _decide(pairs: list[tuple[Figure, Figure]], *, same: bool, actor: User) -> None:
    if actor.role not in _MAY_DECIDE:
        raise RefusedError(
            f"The role {actor.role} may not decide on links.", allowed=(), forbidden=True
        )
    figures = {figure.pk: figure for pair in pairs for figure in pair}
    story = _common_story(figures.values())
    lock_story(story.pk)
    ids = [(min(one.pk, other.pk), max(one.pk, other.pk)) for one, other in pairs]
    standing = _standing(story, ids)
    _refuse_contradiction(ids, same=same, standing=standing)
    for first, second in ids:
        _store(figures[first], figures[second], same=same, actor=actor, story=story)
    articles = {figure.article_id for figure in figures.values()}
    Article.objects.filter(pk__in=articles).update(linked_version="")


def _common_story(figures: Iterable[Figure]) -> Story:
    figures = list(figures)
    if any(figure.withdrawn_at for figure in figures):
        raise RefusedError("The figure was withdrawn.", allowed=(), forbidden=False)
    stories = {figure.article.story for figure in figures}
    story = stories.pop()
    if stories or story is None or len(figures) < 2:
        raise RefusedError(
            "Only two figures of one story can be decided on.", allowed=(), forbidden=False
        )
    return story


def _standing(story: Story, leaving_out: Iterable[tuple[int, int]]) -> list[LinkDecision]:
    """The decisions that hold in the story, beside those of the pairs left out."""
    out = set(leaving_out)
    return [
        row
        for row in LinkDecision.objects.filter(
            first__article__story=story, superseded_at__isnull=True
        )
        if (row.first_id, row.second_id) not in out
    ]


def _refuse_contradiction(
    pairs: list[tuple[int, int]],
    *,
    same: bool,
    standing: list[LinkDecision],
) -> None:
    """Refuse decisions that would make figures both the same and not the same."""
    linked = [(row.first_id, row.second_id) for row in standing if row.same]
    apart = [(row.first_id, row.second_id) for row in standing if not row.same]
    (linked if same else apart).extend(pairs)
    cluster = _clusters(linked)
    if any(cluster.get(one, one) == cluster.get(other, other) for one, other in apart):
        verb = "are not" if same else "are"
        raise RefusedError(
            f"Earlier decisions say that these figures {verb} the same; change those first.",
            allowed=(),
            forbidden=False,
        )


def _clusters(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """A common number for all figures that the pairs join, directly or through others."""
    cluster: dict[int, int] = {}
    for one, other in pairs:
        kept, merged = cluster.setdefault(one, one), cluster.setdefault(other, other)
        for figure, number in cluster.items():
            if number == merged:
                cluster[figure] = kept
    return cluster


def _store(
    first: Figure,
    second: Figure,
    *,
    same: bool,
    actor: User,
    story: Story,
) -> None:
    standing = LinkDecision.objects.filter(first=first, second=second, superseded_at__isnull=True)
    before = standing.first()
    if before is not None and before.same == same:
        return
    standing.update(superseded_at=timezone.now())
    decision = LinkDecision.objects.create(first=first, second=second, same=same, decided_by=actor)
    record_change(
        actor=actor,
        action="link.confirmed" if same else "link.rejected",
        obj=decision,
        story=story,
        before={"same": before.same} if before else None,
        after={"same": same, "first": first.pk, "second": second.pk},
    )
