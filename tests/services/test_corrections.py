import pytest

from annotations.models import Article, Change, Claim, ClaimLineage, Lease, ReviewDraft
from annotations.services.corrections import add_claim, correct_claim, merge_claims, split_claim
from annotations.services.drafts import save_draft
from annotations.services.errors import InputError
from annotations.services.queue import lease_claim, lease_next
from annotations.services.reviewing import submit_review
from annotations.workflow import RefusedError
from tests.builders import make_article, make_claim, make_figure

pytestmark = pytest.mark.django_db
OWNER = "The owner denied any fault."


@pytest.fixture
def whole(article):
    """A claim of both sentences."""
    return make_claim(article)


def cut_of(article):
    return article.text.index(OWNER)


def lineage():
    return list(ClaimLineage.objects.values_list("parent_id", "child_id", "how"))


def test_a_missed_claim_is_added_by_its_words(annotator, article):
    start = article.text.index(OWNER)
    claim = add_claim(
        article=article,
        start=start - 1,
        end=len(article.text),
        quote=OWNER,
        annotator=annotator,
        kind="denial",
        speaker="The owner",
    )
    assert (claim.start, claim.text, claim.kind) == (start, OWNER, "denial")
    assert claim.added_by == annotator
    assert claim.score == 1
    logged = Change.objects.get(action="claim.added")
    assert (logged.actor, logged.after["text"]) == (annotator, OWNER)


@pytest.mark.parametrize(
    ("start", "end", "given", "field"),
    [
        pytest.param(0, 0, {}, "end", id="nothing marked"),
        pytest.param(-1, 5, {}, "end", id="before the text"),
        pytest.param(0, 10_000, {}, "end", id="past the text"),
        pytest.param(4, 5, {}, "end", id="only a space"),
        pytest.param(0, 4, {"quote": "Five"}, "quote", id="other words"),
        pytest.param(0, 4, {"kind": "rumour"}, "kind", id="unknown kind"),
        pytest.param(0, 4, {"speaker": "a" * 301}, "speaker", id="speaker too long"),
    ],
)
def test_a_claim_is_not_made_of_a_bad_span(annotator, article, start, end, given, field):
    with pytest.raises(InputError) as refused:
        add_claim(article=article, start=start, end=end, annotator=annotator, **given)
    assert refused.value.field == field
    assert not Claim.objects.exists()


def test_offsets_count_code_points(annotator):
    article = make_article("😀 Nine were hurt.")
    claim = add_claim(
        article=article, start=2, end=17, annotator=annotator, quote="Nine were hurt."
    )
    assert claim.text == "Nine were hurt."


def test_the_same_words_are_not_added_twice(annotator, article, claim):
    with pytest.raises(InputError, match=f"Claim {claim.pk}"):
        add_claim(
            article=article, start=claim.start, end=claim.end, annotator=annotator, kind="figure"
        )


def test_nothing_is_added_to_a_past_version(annotator, article):
    make_article("A new text.", source=article.source, supersedes=article)
    with pytest.raises(RefusedError, match="newer version"):
        add_claim(article=article, start=0, end=4, annotator=annotator)


def test_a_client_adds_nothing(client_user, article):
    with pytest.raises(RefusedError) as refused:
        add_claim(article=article, start=0, end=4, annotator=client_user)
    assert refused.value.forbidden


def test_a_corrected_claim_takes_the_place_of_the_old(annotator, claim, figure):
    corrected = correct_claim(claim=claim, annotator=annotator, end=claim.end - 1)
    claim.refresh_from_db()
    figure.refresh_from_db()
    assert claim.withdrawn_at is not None
    assert corrected.text == claim.text[:-1]
    assert figure.claim == corrected
    assert lineage() == [(claim.pk, corrected.pk, "corrected")]
    assert Change.objects.get(action="claim.corrected").before["text"] == claim.text
    assert lease_next(annotator=annotator) == corrected


def test_a_correction_that_changes_nothing_is_none(annotator, claim):
    assert correct_claim(claim=claim, annotator=annotator, start=claim.start) == claim
    assert not Change.objects.exists()


def test_a_new_speaker_keeps_reviews_leases_and_drafts(
    annotator, second_annotator, outsider, claim
):
    submit_review(claim=claim, reviewer=annotator, rating="disputed")
    lease_claim(claim=claim, annotator=second_annotator)
    save_draft(claim=claim, reviewer=second_annotator, rationale="Hm")
    corrected = correct_claim(claim=claim, annotator=outsider, speaker="The port")
    corrected.refresh_from_db()
    assert corrected.state == "in_review"
    assert corrected.reviews.get().carried_from == claim.reviews.get()
    assert Lease.objects.get().claim == corrected
    assert ReviewDraft.objects.get().claim == corrected


def test_new_words_are_reviewed_anew(annotator, outsider, claim):
    submit_review(claim=claim, reviewer=annotator, rating="disputed")
    corrected = correct_claim(claim=claim, annotator=outsider, end=claim.end - 1)
    assert corrected.state == "candidate"
    assert not corrected.reviews.exists()
    assert claim.reviews.count() == 1


def test_a_correction_may_not_leave_out_a_figure(annotator, claim, figure):
    with pytest.raises(InputError, match="leaves out “Nine sailors”"):
        correct_claim(claim=claim, annotator=annotator, start=claim.start + 5)


@pytest.mark.parametrize("state", ["agreed", "contested", "final", "stale", "dismissed"])
def test_a_claim_past_review_is_not_corrected(annotator, claim, state):
    Claim.objects.update(state=state)
    for act in (
        lambda: correct_claim(claim=claim, annotator=annotator, speaker="X"),
        lambda: split_claim(claim=claim, at=5, annotator=annotator),
        lambda: merge_claims(claims=[claim, claim], annotator=annotator),
    ):
        with pytest.raises(RefusedError):
            act()


def test_a_claim_is_corrected_though_all_its_slots_are_taken(
    annotator, second_annotator, outsider, claim
):
    lease_claim(claim=claim, annotator=annotator)
    lease_claim(claim=claim, annotator=second_annotator)
    assert correct_claim(claim=claim, annotator=outsider, speaker="The port").speaker == "The port"


def test_a_claim_is_split_with_its_figures(annotator, article, whole):
    figure = make_figure(whole, "Nine sailors", 9)
    first, second = split_claim(claim=whole, at=cut_of(article), annotator=annotator)
    figure.refresh_from_db()
    whole.refresh_from_db()
    assert (first.text, second.text) == (
        "Nine sailors were hurt when the ferry caught fire.",
        OWNER,
    )
    assert figure.claim == first
    assert whole.withdrawn_at is not None
    assert lineage() == [(whole.pk, first.pk, "split"), (whole.pk, second.pk, "split")]


@pytest.mark.parametrize(
    ("at", "words"),
    [
        pytest.param(0, "within", id="at the start"),
        pytest.param(10_000, "within", id="past the end"),
        pytest.param(6, "Nine sailors", id="through a figure"),
    ],
)
def test_a_bad_cut_is_refused(annotator, whole, at, words):
    make_figure(whole, "Nine sailors", 9)
    with pytest.raises(InputError, match=words) as refused:
        split_claim(claim=whole, at=at, annotator=annotator)
    assert refused.value.field == "at"


def test_claims_are_merged_with_their_figures(annotator, article, claim, figure):
    other = make_claim(article, OWNER, kind="denial")
    merged = merge_claims(claims=[other, claim], annotator=annotator)
    figure.refresh_from_db()
    assert merged.text == article.text
    assert merged.kind == claim.kind
    assert figure.claim == merged
    assert Claim.objects.filter(withdrawn_at=None).get() == merged


def test_claims_of_different_articles_are_not_merged(annotator, claim, second_claim):
    with pytest.raises(InputError, match="different articles"):
        merge_claims(claims=[claim, second_claim], annotator=annotator)


def test_one_claim_alone_is_not_merged(annotator, claim):
    with pytest.raises(InputError, match="two"):
        merge_claims(claims=[claim, claim], annotator=annotator)


def test_a_withdrawn_claim_is_not_corrected_again(annotator, claim):
    correct_claim(claim=claim, annotator=annotator, speaker="The port")
    with pytest.raises(RefusedError, match="withdrawn"):
        correct_claim(claim=claim, annotator=annotator, speaker="The owner")


def test_a_corrected_article_is_read_again(annotator, article, claim):
    Article.objects.update(read_version="1", linked_version="1")
    correct_claim(claim=claim, annotator=annotator, speaker="The port")
    article.refresh_from_db()
    assert (article.read_version, article.linked_version) == ("", "")
