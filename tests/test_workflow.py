"""Every state, action and role of the transition table."""

from itertools import chain, product

import pytest

from annotations import workflow
from annotations.management.commands.workflow import diagram
from annotations.models import Claim, Role
from annotations.services.verdicts import METHODOLOGY
from annotations.workflow import (
    MACHINE,
    TRANSITIONS,
    Action,
    Facts,
    RefusedError,
    allowed_actions,
    next_state,
)

State = Claim.State
ROLES = (*Role.values, MACHINE)
SPLIT = Facts(ratings=("corroborated", "disputed"))

# What each role may do in each state, written out on its own: the table must say the same.
REVIEWERS = {
    "candidate": {"submit_review", "correct"},
    "in_review": {"submit_review", "correct"},
    "agreed": {"submit_review"},
    "contested": {"submit_review"},
    "final": set(),
    "dismissed": set(),
    "stale": set(),
}
EDITORS_ALSO = {
    "candidate": {"dismiss"},
    "in_review": {"dismiss"},
    "agreed": {"sign_verdict", "send_back", "dismiss"},
    "contested": {"sign_verdict", "send_back", "dismiss"},
    "final": {"reopen"},
    "dismissed": {"reopen"},
    "stale": {"sign_verdict", "reopen"},
}
MACHINES = {"candidate": {"settle", "dismiss"}, "in_review": {"settle"}, "final": {"mark_stale"}}
TARGETS = {
    "sign_verdict": "final",
    "send_back": "in_review",
    "dismiss": "dismissed",
    "reopen": "in_review",
    "mark_stale": "stale",
    "submit_review": "contested",
    "settle": "contested",
}


def expected_actions(state, role):
    by_role = {
        "annotator": REVIEWERS[state],
        "editor": REVIEWERS[state] | EDITORS_ALSO[state],
        "client": set(),
        MACHINE: MACHINES.get(state, set()),
    }
    return by_role[role]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("state", State.values)
def test_every_state_action_and_role(state, action, role):
    """Whoever may act gets the next state; whoever may not learns why and what they may do."""
    allowed = expected_actions(state, role)
    if action in allowed:
        target = TARGETS.get(action, state)
        assert next_state(state, action, role, SPLIT) == target
        return
    with pytest.raises(RefusedError) as refused:
        next_state(state, action, role, SPLIT)
    never = not any(action in expected_actions(other, role) for other in State.values)
    assert refused.value.forbidden == never
    assert set(refused.value.allowed) == allowed
    assert refused.value.reason.endswith(".")


@pytest.mark.parametrize(("state", "role"), list(product(State.values, ROLES)))
def test_allowed_actions_are_those_of_the_table_in_the_order_of_the_actions(state, role):
    allowed = allowed_actions(state, role)
    assert set(allowed) == expected_actions(state, role)
    assert list(allowed) == sorted(allowed, key=list(Action).index)


@pytest.mark.parametrize("state", ["candidate", "in_review", "agreed", "contested"])
@pytest.mark.parametrize(
    ("ratings", "needed", "target"),
    [
        pytest.param(["corroborated"], 2, "in_review", id="one of two"),
        pytest.param(["corroborated"], 1, "agreed", id="one of one"),
        pytest.param(["disputed", "disputed"], 3, "in_review", id="two of three"),
        pytest.param(["disputed", "disputed"], 2, "agreed", id="two alike"),
        pytest.param(["disputed", "corroborated"], 2, "contested", id="two unlike"),
        pytest.param(["disputed"] * 2 + ["unverifiable"], 3, "contested", id="two to one"),
        pytest.param(["not_a_claim"] * 2, 2, "dismissed", id="no claim"),
        pytest.param(["not_a_claim", "disputed"], 2, "contested", id="a claim to one of two"),
        pytest.param(["disputed"] * 3, 2, "agreed", id="more than needed"),
    ],
)
def test_reviews_lead_to_a_state_by_their_ratings(state, ratings, needed, target):
    facts = Facts(ratings=tuple(ratings), reviews_needed=needed)
    assert next_state(state, Action.SUBMIT_REVIEW, "annotator", facts) == target


def test_a_review_without_a_slot_is_refused_and_not_offered():
    facts = Facts(has_slot=False)
    assert Action.SUBMIT_REVIEW not in allowed_actions("candidate", "annotator", facts)
    with pytest.raises(RefusedError, match="slot") as refused:
        next_state("candidate", Action.SUBMIT_REVIEW, "annotator", facts)
    assert Action.SUBMIT_REVIEW not in refused.value.allowed


@pytest.mark.parametrize("state", ["agreed", "contested", "stale"])
def test_who_reviewed_a_claim_may_not_sign_it_nor_is_offered_to(state):
    facts = Facts(actor_reviewed=True)
    assert Action.SIGN_VERDICT not in allowed_actions(state, "editor", facts)
    with pytest.raises(RefusedError, match="may not have reviewed") as refused:
        next_state(state, Action.SIGN_VERDICT, "editor", facts)
    assert not refused.value.forbidden
    assert Action.SIGN_VERDICT not in refused.value.allowed


def test_exactly_one_outcome_holds_for_any_set_of_reviews():
    """No two rows of the table compete, and none is missing."""
    ratings = ("corroborated", "disputed", "not_a_claim")
    for state, action, role in product(State.values, Action, ROLES):
        rows = [
            row
            for row in TRANSITIONS
            if (row.source, row.action) == (state, action) and role in row.roles
        ]
        for given in chain.from_iterable(product(ratings, repeat=size) for size in range(4)):
            holding = [row for row in rows if row.guard.holds(Facts(ratings=given))]
            assert len(holding) == bool(rows), (state, action, role, given)


def test_every_state_can_be_reached_and_left():
    assert {row.target for row in TRANSITIONS} >= set(State.values) - {"candidate"}
    assert {row.source for row in TRANSITIONS} == set(State.values)


def test_a_role_that_is_unknown_may_do_nothing():
    assert all(not allowed_actions(state, "visitor") for state in State.values)


def test_the_table_names_only_known_roles():
    assert {role for row in workflow.TRANSITIONS for role in row.roles} <= set(ROLES)


def test_the_diagram_in_the_documentation_is_the_table_s(settings):
    page = (settings.BASE_DIR / "docs" / "workflow.md").read_text()
    assert f"```mermaid\n{diagram()}```" in page, "put what manage.py workflow prints into the page"


def test_the_documentation_names_the_methodology_that_verdicts_are_signed_under(settings):
    page = (settings.BASE_DIR / "docs" / "workflow.md").read_text()
    assert f"This page describes version {METHODOLOGY}." in page
