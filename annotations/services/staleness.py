"""Finding the verdicts whose evidence has changed since they were signed."""

from collections.abc import Collection, Container, Iterator

from django.db import transaction
from django.utils import timezone

from annotations.models import Claim, Rating, Verdict
from annotations.selectors.evidence import Evidence, StatedFigure, Statement, evidence_of
from annotations.selectors.reviews import verdicts_current
from annotations.selectors.slots import superseded_articles
from annotations.services.changes import record_change
from annotations.services.transitions import lock_claim, move_claim
from annotations.services.urgency import refresh_urgency
from annotations.workflow import MACHINE, Action, Facts, next_state


@transaction.atomic
def refresh_staleness(*, story_ids: Collection[int]) -> None:
    """Bring the stories' claims up to their articles and links.

    A final claim whose evidence changed goes stale, with the reasons in words; its verdict stays
    visible. Open claims in conflict move up the queue.
    """
    verdicts = {
        verdict.claim_id: verdict
        for verdict in verdicts_current().filter(
            claim__article__story__in=story_ids,
            claim__state=Claim.State.FINAL,
        )
    }
    past = superseded_articles(
        {article for verdict in verdicts.values() for article in _articles(verdict.evidence)}
    )
    present = evidence_of([verdict.claim for verdict in verdicts.values()])
    for claim_id in sorted(verdicts):
        reasons = _reasons(verdicts[claim_id], present[claim_id], past)
        if reasons:
            _mark_stale(verdicts[claim_id], reasons)
    refresh_urgency(story_ids=story_ids)


def _mark_stale(verdict: Verdict, reasons: list[str]) -> None:
    claim = lock_claim(verdict.claim)
    verdict = Verdict.objects.get(pk=verdict.pk)
    if claim.state != Claim.State.FINAL or verdict.superseded_at:
        return
    target = next_state(claim.state, Action.MARK_STALE, MACHINE, Facts())
    flag_verdict(verdict, " ".join(reasons))
    move_claim(claim, target, actor=None, action="claim.went_stale", after={"reasons": reasons})


def flag_verdict(verdict: Verdict, reason: str) -> None:
    """Put the warning on the verdict that it shows until it is renewed."""
    verdict.stale_at = timezone.now()
    verdict.stale_reason = reason
    verdict.save(update_fields=["stale_at", "stale_reason"])
    record_change(
        actor=None,
        action="verdict.went_stale",
        obj=verdict,
        story=verdict.claim.article.story,
        after={"stale_reason": reason},
    )


def _articles(evidence: Evidence) -> Iterator[int]:
    yield evidence["article"]
    for figure in evidence["figures"]:
        for statement in (*figure["agreeing"], *figure["conflicting"]):
            yield statement["article"]


def _reasons(verdict: Verdict, present: Evidence, past: Container[int]) -> list[str]:
    """Why the verdict no longer stands on its evidence, one sentence each; empty while it does.

    ``past`` are the articles that have a newer version.
    """
    pinned: Evidence = verdict.evidence
    if pinned["article"] in past:
        return ["The article was superseded by a newer version."]
    now = {_span(figure): figure for figure in present["figures"]}
    before = {_span(figure): figure for figure in pinned["figures"]}
    reasons = [
        f"“{figure['text']}” ({figure['value']}) was added to the claim."
        for span, figure in now.items()
        if span not in before
    ]
    for span, figure in before.items():
        if span in now:
            reasons += _differences(figure, now[span], verdict.rating, past)
        else:
            reasons.append(f"“{figure['text']}” ({figure['value']}) was taken from the claim.")
    return reasons


def _differences(
    before: StatedFigure, now: StatedFigure, rating: str, past: Container[int]
) -> Iterator[str]:
    """What changed about one figure.

    A further source that agrees changes nothing for a corroborated claim. What a source states is
    the same in whichever of its sentences or article versions it stands.
    """
    words = f"“{now['text']}”"
    if (before["low"], before["high"]) != (now["low"], now["high"]):
        yield f"{words} was corrected from {before['value']} to {now['value']}."
    for new in _new(before["conflicting"], now["conflicting"]):
        yield f"{new['source_name']} states {new['value']}, which conflicts with {words}."
    for lost in _new(now["agreeing"], before["agreeing"]):
        if lost["article"] in past:
            yield f"{lost['source_name']} changed its article, which stated {lost['value']}."
        else:
            yield f"{words} is no longer linked with the {lost['value']} of {lost['source_name']}."
    if rating != Rating.CORROBORATED:
        for new in _new(before["agreeing"], now["agreeing"]):
            yield f"{new['source_name']} now states the same as {words}: {new['value']}."


def _new(known: list[Statement], listed: list[Statement]) -> Iterator[Statement]:
    """The first statement of each source and quantity that ``known`` has not."""
    seen = {_stating(statement) for statement in known}
    for statement in listed:
        if _stating(statement) not in seen:
            seen.add(_stating(statement))
            yield statement


def _span(figure: StatedFigure) -> tuple[int, int]:
    return figure["start"], figure["end"]


def _stating(statement: Statement) -> tuple[int, float | None, float | None]:
    return statement["source"], statement["low"], statement["high"]
