"""The verdict report of a story: its verdicts at a moment, ready to be written out."""

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from annotations.models import EvidenceCopy, Rating, Story, Verdict
from annotations.selectors.evidence import StatedFigure
from annotations.selectors.queue import state_counts
from annotations.selectors.reviews import verdicts_current


@dataclass(frozen=True, slots=True)
class ReportFigure:
    """A figure of a claim as it stood when the verdict was signed.

    ``agreeing`` names the other sources that state it, ``conflicting`` pairs a source with what it
    states instead; ``outlets`` and ``origins`` count who states it and how many of them are
    independent.
    """

    text: str
    value: str
    agreeing: tuple[str, ...]
    conflicting: tuple[tuple[str, str], ...]
    outlets: int
    origins: int


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A page the reviewers named, and the hash of its copy ("" while it is not retrieved)."""

    url: str
    sha256: str
    retrieved_at: datetime | None


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """One verdict with its claim; ``stale_reason`` is "" while the evidence stands."""

    claim_id: int
    claim: str
    speaker: str
    source: str
    article: str
    url: str
    published_at: datetime | None
    article_sha256: str
    rating: str
    ruling: str
    unknown: str
    signed_by: str
    signed_at: datetime
    methodology: str
    stale_reason: str
    figures: tuple[ReportFigure, ...]
    pages: tuple[ReportPage, ...]

    @property
    def stale(self) -> bool:
        return bool(self.stale_reason)


@dataclass(frozen=True, slots=True)
class Report:
    """A story's current verdicts in the order of its articles' publication.

    ``ratings`` counts them by rating and ``states`` the story's claims by state, zeros included.
    """

    story: Story
    made_at: datetime
    ratings: tuple[tuple[str, int], ...]
    states: tuple[tuple[str, int], ...]
    entries: tuple[ReportEntry, ...]

    @property
    def stale(self) -> int:
        return sum(entry.stale for entry in self.entries)


def verdict_report(story: Story) -> Report:
    """The report of the story as it stands now, in a constant number of queries."""
    verdicts = list(
        verdicts_current()
        .filter(claim__article__story=story)
        .order_by("claim__article__published_at", "claim__article_id", "claim__start", "claim_id")
    )
    pages = _pages(verdicts)
    ratings = Counter(verdict.rating for verdict in verdicts)
    return Report(
        story=story,
        made_at=timezone.now(),
        ratings=tuple((rating, ratings[rating]) for rating in Rating.values),
        states=tuple(state_counts(story).items()),
        entries=tuple(_entry(verdict, pages[verdict.pk]) for verdict in verdicts),
    )


def _entry(verdict: Verdict, pages: Collection[ReportPage]) -> ReportEntry:
    claim = verdict.claim
    article = claim.article
    return ReportEntry(
        claim_id=claim.pk,
        claim=claim.text,
        speaker=claim.speaker,
        source=article.source.name,
        article=article.title,
        url=article.url,
        published_at=article.published_at,
        article_sha256=verdict.evidence["article_sha256"],
        rating=verdict.rating,
        ruling=verdict.ruling,
        unknown=verdict.unknown,
        signed_by=verdict.signed_by.get_full_name() or verdict.signed_by.get_username(),
        signed_at=verdict.signed_at,
        methodology=verdict.methodology,
        stale_reason=verdict.stale_reason,
        figures=tuple(_figure(figure) for figure in verdict.evidence["figures"]),
        pages=tuple(pages),
    )


def _figure(figure: StatedFigure) -> ReportFigure:
    return ReportFigure(
        text=figure["text"],
        value=figure["value"],
        agreeing=tuple(dict.fromkeys(item["source_name"] for item in figure["agreeing"])),
        conflicting=tuple(
            dict.fromkeys((item["source_name"], item["value"]) for item in figure["conflicting"])
        ),
        outlets=figure["outlets"],
        origins=figure["origins"],
    )


def _pages(verdicts: Collection[Verdict]) -> dict[int, list[ReportPage]]:
    """The pages that the pinned reviews of each verdict name, each once."""
    verdict_of = {
        review: verdict.pk for verdict in verdicts for review in verdict.evidence["reviews"]
    }
    pages: dict[int, dict[str, ReportPage]] = defaultdict(dict)
    for copy in EvidenceCopy.objects.filter(review__in=verdict_of).order_by("id"):
        known = pages[verdict_of[copy.review_id]]
        known[copy.url] = ReportPage(copy.url, copy.sha256, copy.retrieved_at)
    return {verdict.pk: list(pages[verdict.pk].values()) for verdict in verdicts}
