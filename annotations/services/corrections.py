"""People's corrections of claims: added, corrected, split and merged.

Each is a new row with its lineage; the claim before is withdrawn and stays as history. Whoever
calls these has the article read and linked again (``dispatch.article_ingested``).
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.db import transaction

from annotations.extraction.types import ClaimKind
from annotations.models import Article, Claim, Lease, Story, User
from annotations.services.changes import record_change
from annotations.services.contents import clean_text
from annotations.services.errors import InputError
from annotations.services.lineage import (
    How,
    adopt_figures,
    carry_reviews,
    descend,
    move_work,
    new_claim,
    refuse_double,
    withdraw,
)
from annotations.services.reviewing import settle_claim
from annotations.services.spans import marked_words
from annotations.services.transitions import (
    facts_for,
    have_read_again,
    lock_article,
    lock_with_article,
    require_reviewer,
)
from annotations.workflow import Action, next_state

LONGEST_SPEAKER = 300
# A person found it worth checking: it comes before what the machine only guesses at.
_SCORE = 1.0
_SCORE_PARTS = [["added by a person", _SCORE]]


@transaction.atomic
def add_claim(
    *,
    article: Article,
    start: int,
    end: int,
    annotator: User,
    quote: str = "",
    kind: str = ClaimKind.EVENT,
    speaker: str = "",
) -> Claim:
    """Make a claim of words that were missed: code points [start, end) of the article's text.

    ``quote``, where given, must be those words. Raises InputError, and RefusedError for a past
    version of an article or a role that may not review.
    """
    require_reviewer(annotator)
    article = lock_article(article)
    start, end, words = marked_words(article, start, end, quote)
    kind = _checked_kind(kind)
    refuse_double(article, start, end, kind)
    claim = Claim.objects.create(
        article=article,
        start=start,
        end=end,
        text=words,
        kind=kind,
        speaker=_checked_speaker(speaker),
        score=_SCORE,
        score_parts=_SCORE_PARTS,
        added_by=annotator,
    )
    _record(claim, annotator, "claim.added", before={})
    have_read_again(article)
    return claim


@transaction.atomic
def correct_claim(
    *,
    claim: Claim,
    annotator: User,
    start: int | None = None,
    end: int | None = None,
    quote: str = "",
    kind: str | None = None,
    speaker: str | None = None,
) -> Claim:
    """Put a claim with another span, kind or speaker in the place of this one.

    Leases and drafts go on in it, and reviews too where the words stay the same. Raises InputError,
    and RefusedError where the table does not allow to correct.
    """
    claim = _lock_to_correct(claim, annotator)
    start = claim.start if start is None else start
    end = claim.end if end is None else end
    start, end, words = marked_words(claim.article, start, end, quote)
    kind = claim.kind if kind is None else _checked_kind(kind)
    speaker = claim.speaker if speaker is None else _checked_speaker(speaker)
    if (start, end, kind, speaker) == (claim.start, claim.end, claim.kind, claim.speaker):
        return claim
    _refuse_lost_figures([claim], start, end)
    withdraw(claim)
    corrected = new_claim(
        claim, start=start, end=end, kind=kind, speaker=speaker, added_by=annotator
    )
    _replace([claim], [corrected], How.CORRECTED, annotator, "claim.corrected")
    move_work(claim, corrected)
    if words == claim.text:
        carry_reviews(claim, corrected)
        settle_claim(claim=corrected)
    return corrected


@transaction.atomic
def split_claim(*, claim: Claim, at: int, annotator: User) -> tuple[Claim, Claim]:
    """Make two claims of one, cut before the article's character ``at``.

    Raises InputError for a cut that leaves a side without words or goes through a figure, and
    RefusedError where the table does not allow to correct.
    """
    claim = _lock_to_correct(claim, annotator)
    if not claim.start < at < claim.end:
        raise InputError("at", "The cut must lie within the claim.")
    figures = claim.figures.filter(withdrawn_at__isnull=True, start__lt=at, end__gt=at)
    if figure := figures.first():
        raise InputError("at", f"The cut goes through “{figure.text}”.")
    spans = [
        marked_words(claim.article, claim.start, at)[:2],
        marked_words(claim.article, at, claim.end)[:2],
    ]
    withdraw(claim)
    first, second = (
        new_claim(claim, start=start, end=end, added_by=annotator) for start, end in spans
    )
    _replace([claim], [first, second], How.SPLIT, annotator, "claim.split")
    Lease.objects.filter(claim=claim).delete()
    return first, second


@transaction.atomic
def merge_claims(*, claims: Sequence[Claim], annotator: User) -> Claim:
    """Make one claim of several of an article, from the first's start to the last's end.

    It has the kind of the first, and a speaker where all have the same. Raises InputError for
    fewer than two claims or those of different articles, and RefusedError where the table does
    not allow to correct one of them.
    """
    by_id = {claim.pk: claim for claim in claims}
    locked = [_lock_to_correct(by_id[claim_id], annotator) for claim_id in sorted(by_id)]
    if len(locked) < 2:
        raise InputError("claims", "At least two claims are needed.")
    if len({claim.article_id for claim in locked}) > 1:
        raise InputError("claims", "The claims are of different articles.")
    locked.sort(key=lambda claim: claim.start)
    speakers = {claim.speaker for claim in locked}
    for claim in locked:
        withdraw(claim)
    merged = new_claim(
        locked[0],
        start=locked[0].start,
        end=max(claim.end for claim in locked),
        speaker=speakers.pop() if len(speakers) == 1 else "",
        score=max(claim.score for claim in locked),
        added_by=annotator,
    )
    _replace(locked, [merged], How.MERGED, annotator, "claim.merged")
    Lease.objects.filter(claim__in=locked).delete()
    return merged


def _lock_to_correct(claim: Claim, annotator: User) -> Claim:
    claim = lock_with_article(claim)
    # Correcting needs no review slot.
    facts = replace(facts_for(claim, annotator), has_slot=True)
    next_state(claim.state, Action.CORRECT, annotator.role, facts)
    return claim


def _replace(
    parents: Sequence[Claim], children: Sequence[Claim], how: How, actor: User, action: str
) -> None:
    """Hand over the figures, and write down and log where the new claims come from."""
    descend(parents, children, how)
    adopt_figures(parents, children)
    before = {"claims": [parent.pk for parent in parents], "text": parents[0].text}
    for child in children:
        _record(child, actor, action, before=before)
    for parent in parents:
        record_change(
            actor=actor,
            action="claim.withdrawn",
            obj=parent,
            story=_story(parent),
            after={"version": parent.version, "claims": [child.pk for child in children]},
        )
    have_read_again(parents[0].article)


def _refuse_lost_figures(claims: Sequence[Claim], start: int, end: int) -> None:
    for claim in claims:
        for figure in claim.figures.filter(withdrawn_at__isnull=True):
            if not start <= figure.start < figure.end <= end:
                raise InputError("end", f"The span leaves out “{figure.text}”.")


def _record(claim: Claim, actor: User, action: str, before: Mapping[str, object]) -> None:
    after = {name: getattr(claim, name) for name in ("start", "end", "text", "kind", "speaker")}
    record_change(
        actor=actor, action=action, obj=claim, story=_story(claim), before=before, after=after
    )


def _story(claim: Claim) -> Story | None:
    return claim.article.story


def _checked_kind(kind: str) -> str:
    kinds = [item.value for item in ClaimKind]
    if kind not in kinds:
        raise InputError("kind", f"This must be one of {', '.join(kinds)}.")
    return str(kind)


def _checked_speaker(speaker: str) -> str:
    speaker = clean_text("speaker", speaker)
    if len(speaker) > LONGEST_SPEAKER:
        raise InputError("speaker", f"At most {LONGEST_SPEAKER} characters are taken.")
    return speaker
