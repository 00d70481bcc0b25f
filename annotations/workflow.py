"""The one transition table of a claim's review: state, action, role and guard give a state.

Pages, the API's ``allowed_actions``, the tests and the diagram in docs/ all read it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from annotations.models import Claim, Rating, Role

State = Claim.State
MACHINE = "machine"


class Action(StrEnum):
    """What may be done to a claim."""

    SUBMIT_REVIEW = "submit_review"
    CORRECT = "correct"
    SIGN_VERDICT = "sign_verdict"
    SEND_BACK = "send_back"
    DISMISS = "dismiss"
    REOPEN = "reopen"
    SETTLE = "settle"
    MARK_STALE = "mark_stale"


@dataclass(frozen=True, slots=True)
class Facts:
    """What guards look at: the claim as it would stand once the action is done.

    ``ratings`` are those of the current reviews and ``reviews_needed`` the story's number.
    ``actor_reviewed`` tells whether who acts has ever reviewed the claim, and ``has_slot`` whether
    they hold a review slot of it, may take a free one, or amend their review.
    """

    ratings: tuple[str, ...] = ()
    reviews_needed: int = 2
    actor_reviewed: bool = False
    has_slot: bool = True


@dataclass(frozen=True, slots=True)
class Guard:
    """A condition, and the words that refuse an action where it does not hold."""

    name: str
    refusal: str
    holds: Callable[[Facts], bool]


def _complete(facts: Facts) -> bool:
    return len(facts.ratings) >= facts.reviews_needed


def _unanimous(facts: Facts) -> bool:
    return _complete(facts) and len(set(facts.ratings)) == 1


def _with_slot(guard: Guard) -> Guard:
    return Guard(
        guard.name,
        "Every review slot of the claim is taken.",
        lambda facts: facts.has_slot and guard.holds(facts),
    )


ALWAYS = Guard("always", "", lambda facts: True)
MORE_REVIEWS_NEEDED = Guard(
    "more reviews are needed", "All reviews are in.", lambda facts: not _complete(facts)
)
RATINGS_AGREE = Guard(
    "ratings agree",
    "The ratings differ.",
    lambda facts: _unanimous(facts) and Rating.NOT_A_CLAIM not in facts.ratings,
)
FOUND_NO_CLAIM = Guard(
    "all find it is no claim",
    "Not every reviewer finds it is no claim.",
    lambda facts: _unanimous(facts) and Rating.NOT_A_CLAIM in facts.ratings,
)
RATINGS_DIFFER = Guard(
    "ratings differ",
    "The ratings agree.",
    lambda facts: _complete(facts) and not _unanimous(facts),
)
DID_NOT_REVIEW = Guard(
    "the signer did not review the claim",
    "Who signs a verdict may not have reviewed the claim.",
    lambda facts: not facts.actor_reviewed,
)


@dataclass(frozen=True, slots=True)
class Transition:
    source: State
    action: Action
    roles: frozenset[str]
    guard: Guard
    target: State


_REVIEWERS = frozenset({Role.ANNOTATOR.value, Role.EDITOR.value})
_EDITORS = frozenset({Role.EDITOR.value})
_MACHINE = frozenset({MACHINE})


def _rows(
    sources: Iterable[State],
    action: Action,
    roles: frozenset[str],
    outcomes: Iterable[tuple[Guard, State]],
) -> tuple[Transition, ...]:
    outcomes = tuple(outcomes)
    return tuple(
        Transition(source, action, roles, guard, target)
        for source in sources
        for guard, target in outcomes
    )


_OUTCOMES = (
    (MORE_REVIEWS_NEEDED, State.IN_REVIEW),
    (RATINGS_AGREE, State.AGREED),
    (RATINGS_DIFFER, State.CONTESTED),
    (FOUND_NO_CLAIM, State.DISMISSED),
)
_REVIEW_OUTCOMES = tuple((_with_slot(guard), target) for guard, target in _OUTCOMES)

TRANSITIONS: tuple[Transition, ...] = (
    *_rows(
        (State.CANDIDATE, State.IN_REVIEW, State.AGREED, State.CONTESTED),
        Action.SUBMIT_REVIEW,
        _REVIEWERS,
        _REVIEW_OUTCOMES,
    ),
    *_rows((State.CANDIDATE,), Action.CORRECT, _REVIEWERS, [(ALWAYS, State.CANDIDATE)]),
    *_rows((State.IN_REVIEW,), Action.CORRECT, _REVIEWERS, [(ALWAYS, State.IN_REVIEW)]),
    *_rows(
        (State.AGREED, State.CONTESTED, State.STALE),
        Action.SIGN_VERDICT,
        _EDITORS,
        [(DID_NOT_REVIEW, State.FINAL)],
    ),
    *_rows(
        (State.AGREED, State.CONTESTED),
        Action.SEND_BACK,
        _EDITORS,
        [(ALWAYS, State.IN_REVIEW)],
    ),
    *_rows(
        (State.CANDIDATE, State.IN_REVIEW, State.AGREED, State.CONTESTED),
        Action.DISMISS,
        _EDITORS,
        [(ALWAYS, State.DISMISSED)],
    ),
    *_rows(
        (State.DISMISSED, State.FINAL, State.STALE),
        Action.REOPEN,
        _EDITORS,
        [(ALWAYS, State.IN_REVIEW)],
    ),
    *_rows((State.CANDIDATE,), Action.DISMISS, _MACHINE, [(ALWAYS, State.DISMISSED)]),
    *_rows((State.CANDIDATE, State.IN_REVIEW), Action.SETTLE, _MACHINE, _OUTCOMES),
    *_rows((State.FINAL,), Action.MARK_STALE, _MACHINE, [(ALWAYS, State.STALE)]),
)


class RefusedError(Exception):
    """An action that the table does not allow: why, and what it allows instead."""

    def __init__(self, reason: str, *, allowed: tuple[Action, ...], forbidden: bool) -> None:
        super().__init__(reason)
        self.reason = reason
        self.allowed = allowed
        self.forbidden = forbidden


def allowed_actions(state: str, role: str, facts: Facts | None = None) -> tuple[Action, ...]:
    """The actions that ``role`` may take in ``state``, in the order of ``Action``.

    Where ``facts`` are given, those whose guards all fail are left out.
    """
    open_rows = [row for row in TRANSITIONS if row.source == state and role in row.roles]
    if facts is not None:
        open_rows = [row for row in open_rows if row.guard.holds(facts)]
    possible = {row.action for row in open_rows}
    return tuple(action for action in Action if action in possible)


def next_state(state: str, action: Action, role: str, facts: Facts) -> State:
    """The state that ``action`` leads to.

    Raises RefusedError with ``forbidden`` true where the role may never take the action, and false
    where the claim's state or a guard stands against it; either with what is allowed instead.
    """
    allowed = allowed_actions(state, role, facts)
    by_role = [row for row in TRANSITIONS if row.action == action and role in row.roles]
    if not by_role:
        raise RefusedError(
            f"The role {role} may not {_words(action)}.", allowed=allowed, forbidden=True
        )
    rows = [row for row in by_role if row.source == state]
    if not rows:
        raise RefusedError(
            f"A claim that is {_words(state)} does not allow to {_words(action)}.",
            allowed=allowed,
            forbidden=False,
        )
    for row in rows:
        if row.guard.holds(facts):
            return row.target
    raise RefusedError(rows[0].guard.refusal, allowed=allowed, forbidden=False)


def _words(name: str) -> str:
    return str(name).replace("_", " ")
