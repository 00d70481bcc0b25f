"""Taking in what was found in files and pages, many at a time: cleaned on all cores, and each
batch stored in one transaction."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import datetime

from annotations.services.documents import DocumentError
from annotations.services.fitness import Fit, HandedIn, fit
from annotations.services.ingest import ingest_fit
from annotations.services.intake import Ingested
from annotations.services.loading import Found, Loaded, Refusal, clean
from annotations.services.processes import ThisProcess, in_order

Batch = Sequence[Found | Refusal]


@dataclass(frozen=True, slots=True)
class Unstated:
    """What is to be said of the articles that do not say it themselves."""

    source: str = ""
    story: str = ""
    published_at: datetime | None = None


def take_in(
    *, batches: Iterable[Batch], unstated: Unstated, executor: Executor | None = None
) -> Iterator[list[Ingested | Refusal]]:
    """Store the articles found as ``ingest_documents`` does; ``executor`` does what needs no
    database. Yields what became of each batch, in its order, when it is stored."""
    work = ((batch, (unstated, batch)) for batch in batches)
    for batch, cleaned in in_order(executor or ThisProcess(), _clean_each, work):
        yield _store(batch, cleaned.result())


def _clean_each(asked: tuple[Unstated, Batch]) -> list[Fit | Refusal]:
    unstated, batch = asked
    return [_fit(clean(found), unstated) for found in batch]


def _fit(loaded: Loaded | Refusal, unstated: Unstated) -> Fit | Refusal:
    if isinstance(loaded, Refusal):
        return loaded
    document = loaded.document
    handed_in = HandedIn(
        document,
        source_name=document.outlet or unstated.source or loaded.fallback_source,
        story_title=loaded.story or unstated.story,
        published_at=unstated.published_at,
    )
    try:
        return fit(handed_in)
    except DocumentError as error:
        return Refusal(loaded.where, str(error))


def _store(batch: Batch, cleaned: Sequence[Fit | Refusal]) -> list[Ingested | Refusal]:
    taken = iter(ingest_fit(found=[one for one in cleaned if isinstance(one, Fit)]))
    outcomes: list[Ingested | Refusal] = []
    for found, one in zip(batch, cleaned, strict=True):
        outcome = one if isinstance(one, Refusal) else next(taken)
        if isinstance(outcome, DocumentError):
            outcome = Refusal(found.where, str(outcome))
        outcomes.append(outcome)
    return outcomes
