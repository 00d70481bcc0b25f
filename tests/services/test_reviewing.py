import pytest

from annotations.models import Change, Claim, EvidenceCopy, Guideline, Lease, Review, ReviewDraft
from annotations.selectors.reviews import reviews_visible_to
from annotations.services.drafts import discard_draft, save_draft
from annotations.services.errors import InputError
from annotations.services.queue import lease_claim, release_lease
from annotations.services.reviewing import set_reviews_needed, settle_claim, submit_review
from annotations.workflow import Action, RefusedError
from tests.builders import make_article, make_review

pytestmark = pytest.mark.django_db


def state_of(claim):
    return Claim.objects.get(pk=claim.pk).state


def test_the_first_of_two_reviews_puts_the_claim_in_review(annotator, claim):
    submit_review(claim=claim, reviewer=annotator, rating="corroborated")
    assert state_of(claim) == "in_review"


@pytest.mark.parametrize(
    ("first", "second", "state"),
    [
        pytest.param("corroborated", "corroborated", "agreed", id="both corroborate"),
        pytest.param("disputed", "disputed", "agreed", id="both dispute"),
        pytest.param("unverifiable", "unverifiable", "agreed", id="neither can verify"),
        pytest.param("corroborated", "disputed", "contested", id="they differ"),
        pytest.param("not_a_claim", "corroborated", "contested", id="one sees no claim"),
        pytest.param("not_a_claim", "not_a_claim", "dismissed", id="both see no claim"),
    ],
)
def test_two_reviews_settle_a_claim(annotator, second_annotator, claim, first, second, state):
    submit_review(claim=claim, reviewer=annotator, rating=first)
    submit_review(claim=claim, reviewer=second_annotator, rating=second)
    assert state_of(claim) == state


def test_a_review_keeps_all_that_was_said(annotator, story, claim, figure):
    guideline = Guideline.objects.create(
        story=story, version=1, text="Be fair.", published_by=annotator
    )
    review = submit_review(
        claim=claim,
        reviewer=annotator,
        rating="disputed",
        rationale="  The wire counts ten. ",
        confidence=4,
        disagreement="figure",
        evidence=[{"kind": "figure", "figure": figure.pk}],
    )
    review.refresh_from_db()
    assert (review.rationale, review.confidence, review.disagreement) == (
        "The wire counts ten.",
        4,
        "figure",
    )
    assert review.evidence == [{"kind": "figure", "figure": figure.pk}]
    assert review.guideline == guideline


def test_a_review_ends_the_lease_and_the_draft(annotator, claim):
    lease_claim(claim=claim, annotator=annotator)
    save_draft(claim=claim, reviewer=annotator, rationale="I thi")
    submit_review(claim=claim, reviewer=annotator, rating="disputed")
    assert not Lease.objects.exists()
    assert not ReviewDraft.objects.exists()


def test_a_review_needs_no_lease_while_a_slot_is_free(annotator, second_annotator, claim):
    lease_claim(claim=claim, annotator=second_annotator)
    assert submit_review(claim=claim, reviewer=annotator, rating="disputed").pk


def test_a_review_without_a_slot_is_refused(annotator, second_annotator, outsider, claim):
    lease_claim(claim=claim, annotator=annotator)
    lease_claim(claim=claim, annotator=second_annotator)
    with pytest.raises(RefusedError, match="slot") as refused:
        submit_review(claim=claim, reviewer=outsider, rating="disputed")
    assert not refused.value.forbidden
    assert not Review.objects.exists()


def test_the_same_review_again_is_the_same_review(annotator, claim):
    first = submit_review(claim=claim, reviewer=annotator, rating="disputed", rationale="No.")
    again = submit_review(claim=claim, reviewer=annotator, rating="disputed", rationale="No. ")
    assert again == first
    assert Change.objects.filter(object_type="review").count() == 1


def test_another_review_by_the_same_person_supersedes_the_first(annotator, claim):
    first = submit_review(claim=claim, reviewer=annotator, rating="disputed")
    second = submit_review(claim=claim, reviewer=annotator, rating="corroborated")
    first.refresh_from_db()
    assert first.superseded_at is not None
    assert second.superseded_at is None
    assert state_of(claim) == "in_review"


def test_an_amendment_can_end_a_contest(annotator, second_annotator, claim):
    submit_review(claim=claim, reviewer=annotator, rating="disputed")
    submit_review(claim=claim, reviewer=second_annotator, rating="corroborated")
    submit_review(claim=claim, reviewer=annotator, rating="corroborated")
    assert state_of(claim) == "agreed"


def test_an_amendment_of_a_contested_claim_gives_it_a_new_version(
    annotator, second_annotator, claim
):
    submit_review(claim=claim, reviewer=annotator, rating="disputed")
    submit_review(claim=claim, reviewer=second_annotator, rating="corroborated")
    before = Claim.objects.get().version
    submit_review(claim=claim, reviewer=annotator, rating="unverifiable")
    assert Claim.objects.get().version == before + 1


@pytest.mark.parametrize("state", ["final", "dismissed", "stale"])
def test_a_review_cannot_be_amended_past_review(annotator, claim, state):
    make_review(claim, annotator)
    Claim.objects.update(state=state)
    with pytest.raises(RefusedError, match=state):
        submit_review(claim=claim, reviewer=annotator, rating="disputed")


def test_a_client_may_not_review(client_user, claim):
    with pytest.raises(RefusedError) as refused:
        submit_review(claim=claim, reviewer=client_user, rating="disputed")
    assert refused.value.forbidden


def test_a_review_of_a_past_version_is_refused_and_its_draft_stays(annotator, article, claim):
    save_draft(claim=claim, reviewer=annotator, rationale="Half a sent")
    make_article("A new text.", source=article.source, supersedes=article)
    with pytest.raises(RefusedError, match="newer version"):
        submit_review(claim=claim, reviewer=annotator, rating="disputed")
    assert ReviewDraft.objects.get().rationale == "Half a sent"


@pytest.mark.parametrize(
    ("content", "field"),
    [
        pytest.param({"rating": "true"}, "rating", id="unknown rating"),
        pytest.param({"rating": "disputed", "confidence": 6}, "confidence", id="confidence of 6"),
        pytest.param({"rating": "disputed", "confidence": 0}, "confidence", id="confidence of 0"),
        pytest.param({"rating": "disputed", "disagreement": "tone"}, "disagreement", id="kind"),
        pytest.param({"rating": "disputed", "rationale": "a\x00"}, "rationale", id="null byte"),
        pytest.param({"rating": "disputed", "rationale": "a" * 20_001}, "rationale", id="too long"),
    ],
)
def test_bad_content_is_refused_by_field(annotator, claim, content, field):
    with pytest.raises(InputError) as refused:
        submit_review(claim=claim, reviewer=annotator, **content)
    assert refused.value.field == field
    assert not Review.objects.exists()


def test_a_page_named_as_evidence_waits_for_its_copy(annotator, claim):
    page = {"kind": "url", "url": "https://port.example/log"}
    review = submit_review(
        claim=claim, reviewer=annotator, rating="disputed", evidence=[page, page]
    )
    copy = EvidenceCopy.objects.get()
    assert (copy.review, copy.url, copy.retrieved_at) == (review, page["url"], None)


def test_the_log_tells_of_a_review_without_what_it_says(annotator, claim):
    submit_review(claim=claim, reviewer=annotator, rating="disputed", rationale="Secret.")
    logged = Change.objects.get(object_type="review")
    assert logged.after == {"claim": claim.pk}
    assert logged.story == claim.article.story
    of_claim = Change.objects.get(object_type="claim")
    assert of_claim.actor is None
    assert of_claim.after["state"] == "in_review"


def test_a_further_review_of_three_shows_nowhere_on_the_claim(
    annotator, second_annotator, story, claim
):
    story.reviews_needed = 3
    story.save()
    submit_review(claim=claim, reviewer=annotator, rating="disputed")
    before = Claim.objects.values().get()
    submit_review(claim=claim, reviewer=second_annotator, rating="corroborated")
    submit_review(claim=claim, reviewer=annotator, rating="corroborated")
    assert Claim.objects.values().get() == before
    assert Change.objects.filter(object_type="claim").count() == 1


def test_a_draft_is_kept_replaced_and_discarded(annotator, claim):
    save_draft(claim=claim, reviewer=annotator, rationale="I")
    save_draft(claim=claim, reviewer=annotator, rating="disputed", rationale="I think")
    assert ReviewDraft.objects.get().rationale == "I think"
    discard_draft(claim=claim, reviewer=annotator)
    assert not ReviewDraft.objects.exists()


def test_a_draft_takes_and_renews_a_lease(annotator, claim):
    save_draft(claim=claim, reviewer=annotator, rationale="I")
    first = Lease.objects.get().expires_at
    save_draft(claim=claim, reviewer=annotator, rationale="I think")
    assert Lease.objects.get().expires_at > first


def test_a_draft_is_kept_where_no_slot_is_left(annotator, second_annotator, outsider, claim):
    lease_claim(claim=claim, annotator=annotator)
    lease_claim(claim=claim, annotator=second_annotator)
    save_draft(claim=claim, reviewer=outsider, rationale="Too late?")
    assert ReviewDraft.objects.get().rationale == "Too late?"
    assert Lease.objects.count() == 2


@pytest.mark.parametrize(
    "item", [{"note": "a\0"}, {"\0": 1}, {"parts": [{"deep": ["\0"]}]}, "\0"], ids=repr
)
def test_a_draft_holds_no_null_character_in_its_evidence(annotator, claim, item):
    with pytest.raises(InputError) as refused:
        save_draft(claim=claim, reviewer=annotator, evidence=[{"kind": "url"}, item])
    assert refused.value.field == "evidence.1"


def test_a_client_may_not_draft(client_user, claim):
    with pytest.raises(RefusedError):
        save_draft(claim=claim, reviewer=client_user)


def test_fewer_reviews_needed_settle_the_claims_that_have_enough(editor, annotator, story, claim):
    submit_review(claim=claim, reviewer=annotator, rating="disputed")
    set_reviews_needed(story=story, number=1, editor=editor)
    assert state_of(claim) == "agreed"
    assert Change.objects.filter(action="story.reviews_needed_set").get().actor == editor


def test_more_reviews_needed_leave_settled_claims_alone(
    editor, annotator, second_annotator, story, claim
):
    submit_review(claim=claim, reviewer=annotator, rating="disputed")
    submit_review(claim=claim, reviewer=second_annotator, rating="disputed")
    set_reviews_needed(story=story, number=3, editor=editor)
    assert state_of(claim) == "agreed"


def test_only_an_editor_sets_how_many_reviews_are_needed(annotator, story):
    with pytest.raises(RefusedError) as refused:
        set_reviews_needed(story=story, number=1, editor=annotator)
    assert refused.value.forbidden


@pytest.mark.parametrize("number", [0, 10, -1])
def test_a_senseless_number_of_reviews_is_refused(editor, story, number):
    with pytest.raises(InputError):
        set_reviews_needed(story=story, number=number, editor=editor)


def test_a_claim_without_reviews_has_nothing_to_settle(claim):
    settle_claim(claim=claim)
    assert state_of(claim) == "candidate"


def test_a_released_slot_can_be_used_by_who_released_it(annotator, claim):
    lease_claim(claim=claim, annotator=annotator)
    release_lease(claim=claim, annotator=annotator)
    submit_review(claim=claim, reviewer=annotator, rating="disputed")
    assert reviews_visible_to(annotator).count() == 1


def test_a_refusal_names_what_is_allowed_instead(editor, claim):
    Claim.objects.update(state="final")
    with pytest.raises(RefusedError) as refused:
        submit_review(claim=claim, reviewer=editor, rating="disputed")
    assert refused.value.allowed == (Action.REOPEN,)
