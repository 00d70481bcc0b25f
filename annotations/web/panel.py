"""What a page shows beside one claim: its figures elsewhere, its reviews, and what may be done."""

from dataclasses import dataclass, field
from typing import Any

from django import forms

from annotations.models import (
    Article,
    Change,
    Claim,
    Comment,
    Figure,
    Review,
    ReviewDraft,
    Role,
    User,
    Verdict,
)
from annotations.selectors.claims import actions_for
from annotations.selectors.comments import thread_of
from annotations.selectors.figures import Elsewhere, same_figures_elsewhere
from annotations.selectors.mentions import figure_text
from annotations.selectors.reviews import changes_visible_to, reviews_visible_to
from annotations.selectors.slots import superseded_articles
from annotations.web.acts import ACTS
from annotations.web.forms import RemarkForm
from annotations.workflow import Action

HISTORY = 100


@dataclass(frozen=True, slots=True)
class Evidence:
    """One figure of the claim, and the same figure elsewhere in the story."""

    figure: Figure
    value: str
    elsewhere: Elsewhere


@dataclass(frozen=True, slots=True)
class Offer:
    """An act the user may do on the claim, with the form that asks for what it needs."""

    name: str
    label: str
    form: forms.Form


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment with the answers to it."""

    comment: Comment
    replies: "list[Thread]" = field(default_factory=list)


def panel(
    claim: Claim, user: User, *, entered: tuple[str, forms.Form] | None = None, **said: Any
) -> dict[str, Any]:
    """The context of parts/panel.html; ``entered`` is a form to show as it was sent, ``said`` what
    to say first: ``notice``, or ``refusal`` with ``allowed``."""
    reviews = list(_reviews(claim, user))
    own = next((review for review in reviews if review.reviewer_id == user.pk), None)
    verdicts = list(claim.verdicts.select_related("signed_by").order_by("-id"))
    standing = next((item for item in verdicts if item.superseded_at is None), None)
    actions = actions_for(claim, user)
    blind = not reviews and Action.SUBMIT_REVIEW in actions
    begun = {Action.SUBMIT_REVIEW: _draft(claim, user) or own, Action.SIGN_VERDICT: standing}
    offers = {
        name: Offer(name, act.label, _form(name, claim, begun.get(act.action), entered))
        for name, act in ACTS.items()
        if act.action in actions or (entered and entered[0] == name)
    }
    return {
        "claim": claim,
        "evidence": _evidence(claim),
        "reviews": reviews,
        "own_review": own,
        "blind": blind,
        "verdict": standing,
        "earlier_verdicts": [item for item in verdicts if item != standing],
        "offers": [offer for name, offer in offers.items() if not _corrects(name)],
        "corrections": [offer for name, offer in offers.items() if _corrects(name)],
        "may_mark": may_mark(claim.article, user),
        "threads": _threads(claim, user),
        "remark": RemarkForm(),
        "history": _history(claim, user),
        **said,
    }


def _evidence(claim: Claim) -> list[Evidence]:
    figures = list(claim.figures.filter(withdrawn_at__isnull=True))
    return [
        Evidence(figure, figure_text(figure), elsewhere)
        for figure, elsewhere in zip(figures, same_figures_elsewhere(figures), strict=True)
    ]


def _reviews(claim: Claim, user: User) -> list[Review]:
    visible = reviews_visible_to(user).filter(claim=claim, superseded_at__isnull=True)
    return list(visible.select_related("reviewer").order_by("id"))


def may_mark(article: Article, user: User) -> bool:
    """Whether the user may add to and correct what was read of the article."""
    return user.role != Role.CLIENT and not superseded_articles({article.pk})


def _corrects(name: str) -> bool:
    return ACTS[name].action == Action.CORRECT


def _form(
    name: str,
    claim: Claim,
    begun: Review | ReviewDraft | Verdict | None,
    entered: tuple[str, forms.Form] | None,
) -> forms.Form:
    """The act's form: as it was sent, else with what the user began or would renew."""
    if entered and entered[0] == name:
        return entered[1]
    form = ACTS[name].form
    fields = [field for field in form.base_fields if hasattr(begun, field)]
    initial = {field: getattr(begun, field) for field in fields}
    return form.about(claim, initial=initial | {"expected_version": claim.version})


def _draft(claim: Claim, user: User) -> ReviewDraft | None:
    return claim.drafts.filter(reviewer=user).first()


def _threads(claim: Claim, user: User) -> list[Thread]:
    """The comments each with its answers; an answer to one that is hidden stands alone."""
    threads = {comment.pk: Thread(comment) for comment in thread_of(claim, user)}
    first: list[Thread] = []
    for thread in threads.values():
        parent = threads.get(thread.comment.parent_id or 0)
        (parent.replies if parent else first).append(thread)
    return first


def _history(claim: Claim, user: User) -> list[Change]:
    changes = changes_visible_to(user).filter(object_type="claim", object_id=claim.pk)
    return list(changes.select_related("actor").order_by("-id")[:HISTORY])
