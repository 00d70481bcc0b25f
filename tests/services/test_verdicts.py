import pytest

from annotations.models import Change, Claim, Guideline, Verdict
from annotations.services.adjudication import dismiss, reopen, send_back
from annotations.services.errors import InputError, StaleVersionError
from annotations.services.queue import lease_next
from annotations.services.reviewing import submit_review
from annotations.services.verdicts import METHODOLOGY, sign_verdict
from annotations.workflow import Action, RefusedError
from tests.builders import (
    make_article,
    make_claim,
    make_figure,
    make_group,
    make_relation,
    make_review,
    make_user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def agreed(claim, annotator, second_annotator):
    submit_review(claim=claim, reviewer=annotator, rating="corroborated")
    submit_review(claim=claim, reviewer=second_annotator, rating="corroborated")
    claim.refresh_from_db()
    return claim


@pytest.fixture
def contested(claim, annotator, second_annotator):
    submit_review(claim=claim, reviewer=annotator, rating="corroborated")
    submit_review(claim=claim, reviewer=second_annotator, rating="disputed")
    claim.refresh_from_db()
    return claim


def sign(claim, editor, **given):
    content = {"rating": "corroborated", "ruling": "Two sources agree."} | given
    return sign_verdict(claim=claim, editor=editor, **content)


def test_a_signed_verdict_makes_the_claim_final(agreed, editor):
    verdict = sign(agreed, editor, unknown="Who lit the fire.")
    agreed.refresh_from_db()
    assert agreed.state == "final"
    assert verdict.signed_by == editor
    assert verdict.unknown == "Who lit the fire."
    assert verdict.methodology == METHODOLOGY


def test_a_verdict_pins_its_evidence(
    agreed, editor, story, second_article, figure, second_figure, annotator
):
    group = make_group(story, [figure, second_figure], key="abc")
    third = make_article("Ten were hurt.", story=story)
    other = make_group(story, [make_figure(make_claim(third), "Ten", 10)])
    make_relation(group, other, "conflicting")
    Guideline.objects.create(story=story, version=3, text="Be fair.", published_by=editor)
    evidence = sign(agreed, editor).evidence
    assert evidence["article_sha256"] == agreed.article.text_sha256
    assert evidence["guideline"] == 3
    assert evidence["reviews"] == list(agreed.reviews.values_list("id", flat=True))
    (pinned,) = evidence["figures"]
    assert (pinned["text"], pinned["low"], pinned["key"]) == ("Nine sailors", 9, "abc")
    (agreeing,) = pinned["agreeing"]
    assert agreeing["article_sha256"] == second_article.text_sha256
    (conflicting,) = pinned["conflicting"]
    assert conflicting["value"] == "10"


def test_pinned_evidence_does_not_say_how_reviewers_rated(contested, editor):
    assert "disputed" not in str(sign(contested, editor).evidence)


def test_a_renewed_verdict_supersedes_the_stale_one(agreed, editor):
    first = sign(agreed, editor)
    Claim.objects.update(state="stale")
    second = sign(agreed, editor, rating="disputed")
    first.refresh_from_db()
    assert first.superseded_at is not None
    assert first.rating == "corroborated"
    assert Verdict.objects.get(superseded_at=None) == second


def test_who_reviewed_the_claim_may_not_sign_it(claim, editor, annotator):
    submit_review(claim=claim, reviewer=annotator, rating="disputed")
    submit_review(claim=claim, reviewer=editor, rating="disputed")
    with pytest.raises(RefusedError, match="may not have reviewed") as refused:
        sign(claim, editor)
    assert not refused.value.forbidden


def test_who_reviewed_the_claim_in_an_earlier_round_may_not_sign_it_either(
    claim, annotator, editor
):
    reviewer = make_user(role="editor")
    submit_review(claim=claim, reviewer=annotator, rating="disputed")
    submit_review(claim=claim, reviewer=reviewer, rating="disputed")
    send_back(claim=claim, editor=editor, comment="Look at the date.")
    submit_review(claim=claim, reviewer=annotator, rating="disputed")
    submit_review(claim=claim, reviewer=make_user(), rating="disputed")
    with pytest.raises(RefusedError, match="may not have reviewed"):
        sign(claim, reviewer)


def test_an_annotator_may_not_sign(agreed, outsider):
    with pytest.raises(RefusedError) as refused:
        sign(agreed, outsider)
    assert refused.value.forbidden


@pytest.mark.parametrize("state", ["candidate", "in_review", "final", "dismissed"])
def test_a_claim_that_is_not_ready_is_not_signed(claim, editor, state):
    Claim.objects.update(state=state)
    with pytest.raises(RefusedError) as refused:
        sign(claim, editor)
    assert not refused.value.forbidden
    assert not Verdict.objects.exists()


def test_a_verdict_on_a_version_that_has_passed_is_refused(agreed, editor):
    seen = agreed.version
    sign(agreed, editor, expected_version=seen)
    with pytest.raises(StaleVersionError) as refused:
        sign(agreed, make_user(role="editor"), expected_version=seen)
    assert refused.value.current == seen + 1
    assert Verdict.objects.count() == 1


@pytest.mark.parametrize(
    ("given", "field"),
    [
        pytest.param({"ruling": "  "}, "ruling", id="no ruling"),
        pytest.param({"rating": "true"}, "rating", id="unknown rating"),
        pytest.param({"unknown": "\x00"}, "unknown", id="null byte"),
    ],
)
def test_a_verdict_of_bad_content_is_refused_by_field(agreed, editor, given, field):
    with pytest.raises(InputError) as refused:
        sign(agreed, editor, **given)
    assert refused.value.field == field


def test_signing_is_logged_with_the_outcome(agreed, editor):
    verdict = sign(agreed, editor)
    logged = Change.objects.get(action="verdict.signed")
    assert (logged.actor, logged.object_id) == (editor, verdict.pk)
    assert logged.after["rating"] == "corroborated"
    assert Change.objects.get(action="claim.ruled").after["state"] == "final"


def test_a_claim_sent_back_is_reviewed_anew_with_the_editor_s_comment(
    contested, editor, annotator, outsider
):
    comment = send_back(claim=contested, editor=editor, comment="Mind the second paragraph.")
    contested.refresh_from_db()
    assert contested.state == "in_review"
    assert contested.reviews.filter(superseded_at=None).count() == 0
    assert contested.comments.get() == comment
    assert lease_next(annotator=annotator) == contested
    assert lease_next(annotator=outsider) == contested


def test_a_claim_is_not_sent_back_without_a_word(contested, editor):
    with pytest.raises(InputError):
        send_back(claim=contested, editor=editor, comment=" ")


def test_a_dismissed_claim_leaves_the_queue(claim, editor, annotator):
    lease_next(annotator=annotator)
    dismiss(claim=claim, editor=editor, reason="A caption.")
    claim.refresh_from_db()
    assert claim.state == "dismissed"
    assert not claim.leases.exists()
    assert lease_next(annotator=annotator) is None
    assert Change.objects.get(action="claim.dismissed").after["reason"] == "A caption."


def test_a_reopened_claim_keeps_its_verdict_with_a_warning(agreed, editor, annotator):
    verdict = sign(agreed, editor)
    reopen(claim=agreed, editor=editor, reason="The port sent its log.")
    agreed.refresh_from_db()
    verdict.refresh_from_db()
    assert agreed.state == "in_review"
    assert verdict.superseded_at is None
    assert verdict.stale_reason == "The claim was reopened: The port sent its log."
    assert lease_next(annotator=annotator) == agreed


def test_a_reopened_claim_is_more_urgent_than_it_was(agreed, editor):
    before = agreed.urgency
    sign(agreed, editor)
    reopen(claim=agreed, editor=editor, reason="The port sent its log.")
    agreed.refresh_from_db()
    assert agreed.urgency > before


def test_a_dismissed_claim_can_be_reopened(claim, editor):
    dismiss(claim=claim, editor=editor, reason="A caption.")
    reopen(claim=claim, editor=editor, reason="No, a sentence.")
    claim.refresh_from_db()
    assert claim.state == "in_review"


@pytest.mark.parametrize("act", [dismiss, reopen], ids=["dismiss", "reopen"])
def test_an_editor_must_say_why(claim, editor, act):
    Claim.objects.update(state="in_review" if act is dismiss else "final")
    with pytest.raises(InputError) as refused:
        act(claim=claim, editor=editor, reason="")
    assert refused.value.field == "reason"


@pytest.mark.parametrize(
    "act",
    [
        pytest.param(
            lambda claim, user: dismiss(claim=claim, editor=user, reason="x"), id="dismiss"
        ),
        pytest.param(lambda claim, user: reopen(claim=claim, editor=user, reason="x"), id="reopen"),
        pytest.param(
            lambda claim, user: send_back(claim=claim, editor=user, comment="x"), id="send back"
        ),
    ],
)
def test_an_annotator_may_not_adjudicate(contested, annotator, outsider, act):
    """Who reviewed the claim may amend that; nobody else has a slot left."""
    for user, allowed in ((annotator, (Action.SUBMIT_REVIEW,)), (outsider, ())):
        with pytest.raises(RefusedError) as refused:
            act(contested, user)
        assert refused.value.forbidden
        assert refused.value.allowed == allowed


def test_a_verdict_is_never_inherited_by_a_linked_claim(
    agreed, editor, story, figure, second_figure
):
    make_group(story, [figure, second_figure])
    sign(agreed, editor)
    second_figure.claim.refresh_from_db()
    assert second_figure.claim.state == "candidate"
    assert not second_figure.claim.verdicts.exists()


def test_a_review_of_a_final_claim_cannot_be_slipped_in(agreed, editor, outsider):
    sign(agreed, editor)
    with pytest.raises(RefusedError):
        submit_review(claim=agreed, reviewer=outsider, rating="disputed")
    assert make_review(agreed, outsider, superseded_at=agreed.changed_at).pk
