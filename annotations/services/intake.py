"""Documents becoming articles, many in one transaction, each as if it came alone."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotations.models import Article, Source, Story, User
from annotations.services.changes import record_changes
from annotations.services.fitness import Fit
from annotations.services.inserting import create
from annotations.services.proposals import store_anchors, story_alike
from annotations.services.stories import story_for, story_titled


class Outcome(StrEnum):
    NEW = "new"
    KNOWN = "known"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Ingested:
    """The article that holds the document's text; ``superseded`` where it took the place of an
    older text of the same URL."""

    article: Article
    outcome: Outcome


class Intake:
    """What is stored of some documents already, and what waits to be stored of them.

    Made and used within one transaction. The sources are locked, always in one order, so that
    the articles of each come one by one.
    """

    def __init__(self, handed_in: Sequence[Fit], actor: User | None) -> None:
        self._actor = actor
        self._sources = _locked_sources(dict.fromkeys(one.source_name for one in handed_in))
        self._known = self._articles_of_texts(handed_in)
        self._latest = self._latest_versions(handed_in)
        self._stories: dict[str, Story] = {}
        self._waiting: list[tuple[Article, Sequence[str]]] = []

    def take(self, one: Fit) -> Ingested:
        """The article of the document; a new one has its id once ``store`` is called."""
        document, source = one.document, self._sources[one.source_name]
        known = self._known.get((source.pk, one.digest))
        if known is not None:
            return Ingested(known, Outcome.KNOWN)
        older = self._latest.get((source.pk, document.url))
        if older is not None and older._state.adding:
            self.store()
        article = Article(
            source=source,
            story=self._story(one) or (older.story if older else None),
            url=document.url,
            title=document.title,
            byline=document.byline,
            credit=document.credit,
            published_at=document.published_at,
            text=document.text,
            text_sha256=one.digest,
            supersedes=older,
        )
        if article.story is None:
            article.story_id = self._proposed_story(article)
        self._wait(article, one.anchors)
        return Ingested(article, Outcome.SUPERSEDED if older else Outcome.NEW)

    def store(self) -> None:
        """Store the articles that wait for it."""
        waiting, self._waiting = self._waiting, []
        articles = [article for article, _ in waiting]
        create(Article, articles)
        store_anchors(waiting)
        record_changes(
            actor=self._actor,
            action="article.ingested",
            objects=[(article, {}, _described(article)) for article in articles],
            story_of=lambda article: article.story,
        )
        superseded = {article.supersedes: article for article in articles if article.supersedes}
        record_changes(
            actor=self._actor,
            action="article.superseded",
            objects=[(old, {}, {"superseded_by": new.pk}) for old, new in superseded.items()],
            story_of=lambda old: superseded[old].story,
        )

    def _wait(self, article: Article, anchors: Sequence[str]) -> None:
        self._waiting.append((article, anchors))
        self._known[article.source_id, article.text_sha256] = article
        if article.url:
            self._latest[article.source_id, article.url] = article

    def _articles_of_texts(self, handed_in: Sequence[Fit]) -> dict[tuple[int, str], Article]:
        known = Article.objects.filter(
            source__in=self._sources.values(),
            text_sha256__in={one.digest for one in handed_in},
        )
        known = known.select_related("story").defer("text")
        return {(article.source_id, article.text_sha256): article for article in known}

    def _latest_versions(self, handed_in: Sequence[Fit]) -> dict[tuple[int, str], Article]:
        versions = Article.objects.filter(
            source__in=self._sources.values(),
            url__in={one.document.url for one in handed_in if one.document.url},
            superseded_by__isnull=True,
        )
        versions = versions.select_related("story").defer("text").order_by("id")
        return {(article.source_id, article.url): article for article in versions}

    def _story(self, one: Fit) -> Story | None:
        title = one.story_title
        if title and title not in self._stories:
            self._stories[title] = story_titled(title=title, actor=self._actor)
        return one.story or self._stories.get(title)

    def _proposed_story(self, article: Article) -> int:
        # It is compared with those that came just before it, too.
        self.store()
        return story_alike(article) or story_for(article=article, actor=self._actor).pk


def _locked_sources(names: Collection[str]) -> dict[str, Source]:
    """The sources of these names in any case, made where there are none.

    All are made before any is locked, and both in one order, so that two who want the same ones
    never wait for each other.
    """
    known = dict(Source.objects.filter(name__in=names).values_list("name", "pk"))
    ids = {
        name: known.get(name) or _source_named(name).pk
        for name in sorted(names, key=lambda name: name.upper())
    }
    sources = Source.objects.select_for_update(no_key=True).filter(pk__in=ids.values())
    locked = {source.pk: source for source in sources.order_by("id")}
    return {name: locked[pk] for name, pk in ids.items()}


def _source_named(name: str) -> Source:
    source, _ = Source.objects.get_or_create(name__iexact=name, defaults={"name": name})
    return source


def _described(article: Article) -> dict[str, object]:
    return {
        "source": article.source.name,
        "title": article.title,
        "url": article.url,
        "text_sha256": article.text_sha256,
        "supersedes": article.supersedes_id,
    }
