import pytest

from annotations.models import Change, Claim, ClaimLineage, Lease, LinkDecision, ReviewDraft
from annotations.selectors.agreement import agreement
from annotations.selectors.versions import article_edits
from annotations.services.adjudication import dismiss
from annotations.services.corrections import add_claim, split_claim
from annotations.services.drafts import save_draft
from annotations.services.figure_corrections import correct_figure, withdraw_figure
from annotations.services.queue import lease_claim, lease_next
from annotations.services.reading import read_article
from annotations.services.reviewing import submit_review
from annotations.services.staleness import refresh_staleness
from annotations.services.verdicts import sign_verdict
from annotations.services.versions import carry_over
from annotations.workflow import RefusedError
from tests.builders import make_article, make_claim, make_figure

pytestmark = pytest.mark.django_db

OLD = "Nine sailors were hurt when the ferry caught fire. The owner denied any fault."
NEW = (
    "Updated. Nine sailors were hurt when the ferry caught fire. The port opened an inquiry. "
    "The owner denied all fault."
)
HURT = "Nine sailors were hurt when the ferry caught fire."


def publish(article):
    """The next version of the article, with the claim the reader sees in it."""
    version = make_article(
        NEW, source=article.source, story=article.story, url=article.url, supersedes=article
    )
    make_claim(version, HURT)
    return version


def carried(newer):
    carry_over(article=newer)
    return ClaimLineage.objects.get(how="carried").child


def test_a_claim_whose_words_stand_is_carried_with_its_reviews(article, claim, annotator):
    submit_review(claim=claim, reviewer=annotator, rating="disputed")
    newer = publish(article)
    new = carried(newer)
    review = new.reviews.get()
    assert new.article == newer
    assert new.state == "in_review"
    assert (review.reviewer, review.rating) == (annotator, "disputed")
    assert review.submitted_at == claim.reviews.get().submitted_at
    assert Change.objects.get(action="claim.carried").before["claim"] == claim.pk


def test_reviews_that_are_complete_settle_the_new_claim_and_no_verdict_goes_along(
    article, claim, annotator, second_annotator, editor, story
):
    submit_review(claim=claim, reviewer=annotator, rating="disputed")
    submit_review(claim=claim, reviewer=second_annotator, rating="disputed")
    verdict = sign_verdict(claim=claim, editor=editor, rating="disputed", ruling="Ten.")
    new = carried(publish(article))
    refresh_staleness(story_ids=[story.pk])
    new.refresh_from_db()
    verdict.refresh_from_db()
    assert new.state == "agreed"
    assert not new.verdicts.exists()
    assert verdict.stale_reason == "The article was superseded by a newer version."
    assert agreement(story).score.claims == 1
    assert sign_verdict(claim=new, editor=editor, rating="disputed", ruling="Still ten.").pk


def test_a_reviewer_of_the_old_version_is_not_given_the_new_one(article, claim, annotator):
    submit_review(claim=claim, reviewer=annotator, rating="disputed")
    carried(publish(article))
    assert lease_next(annotator=annotator) is None


def test_a_claim_whose_words_changed_is_not_carried(article, claim):
    make_claim(article, "The owner denied any fault.", kind="denial")
    carry_over(article=publish(article))
    assert list(ClaimLineage.objects.values_list("child__text", flat=True)) == [HURT]


def test_carrying_twice_carries_once(article, claim, annotator):
    submit_review(claim=claim, reviewer=annotator, rating="disputed")
    newer = publish(article)
    carry_over(article=newer)
    carry_over(article=newer)
    assert newer.claims.count() == 1
    assert newer.claims.get().reviews.count() == 1


def test_who_works_on_the_old_version_goes_on_in_the_new(article, claim, annotator):
    lease_claim(claim=claim, annotator=annotator)
    save_draft(claim=claim, reviewer=annotator, rationale="Half a")
    new = carried(publish(article))
    assert Lease.objects.get().claim == new
    assert ReviewDraft.objects.get().claim == new
    with pytest.raises(RefusedError, match=f"goes on there as claim {new.pk}"):
        submit_review(claim=claim, reviewer=annotator, rating="disputed")


def test_a_claim_that_a_person_added_is_carried(article, annotator):
    added = add_claim(article=article, start=0, end=12, annotator=annotator)
    newer = make_article(NEW, source=article.source, supersedes=article)
    new = carried(newer)
    assert (new.text, new.added_by, new.start) == (added.text, annotator, NEW.index("Nine"))


def test_a_dismissed_claim_stays_dismissed(article, claim, editor):
    dismiss(claim=claim, editor=editor, reason="A caption.")
    newer = make_article(NEW, source=article.source, supersedes=article)
    assert Claim.objects.get(pk=carried(newer).pk).state == "dismissed"


def test_equal_sentences_are_carried_to_different_places(source, story):
    text = "No. He said: No."
    old = make_article(text, source=source, story=story)
    first = make_claim(old, "No.")
    second = Claim.objects.create(article=old, start=13, end=16, text="No.", kind="figure")
    new = make_article("Well. No. He said: No.", source=source, story=story, supersedes=old)
    carry_over(article=new)
    starts = dict(ClaimLineage.objects.values_list("parent", "child__start"))
    assert starts == {first.pk: 6, second.pk: 19}


def test_a_corrected_figure_stays_corrected(article, claim, figure, annotator):
    correct_figure(figure=figure, annotator=annotator, low=8, high=8)
    newer = make_article(NEW, source=article.source, story=article.story, supersedes=article)
    again = make_figure(make_claim(newer, HURT), "Nine sailors", 9)
    carry_over(article=newer)
    again.refresh_from_db()
    (standing,) = newer.figures.filter(withdrawn_at=None)
    assert again.withdrawn_by == annotator
    assert (standing.low, standing.corrects, standing.start) == (8, again, 9)


def test_a_figure_taken_back_stays_away(article, claim, figure, annotator):
    withdraw_figure(figure=figure, annotator=annotator)
    newer = make_article(NEW, source=article.source, story=article.story, supersedes=article)
    make_figure(make_claim(newer, HURT), "Nine sailors", 9)
    carry_over(article=newer)
    assert not newer.figures.filter(withdrawn_at=None).exists()


def test_what_was_decided_of_links_goes_along(article, figure, second_figure, annotator):
    LinkDecision.objects.create(
        first=figure, second=second_figure, same=False, decided_by=annotator
    )
    newer = publish(article)
    again = make_figure(newer.claims.get(), "Nine sailors", 9)
    carry_over(article=newer)
    decision = LinkDecision.objects.get(first=second_figure, second=again)
    assert (decision.same, decision.decided_by) == (False, annotator)


def test_a_split_claim_stays_split(article, annotator):
    whole = make_claim(article)
    figure = make_figure(whole, "Nine sailors", 9)
    split_claim(claim=whole, at=OLD.index("The owner"), annotator=annotator)
    newer = make_article(f"Late. {OLD}", source=article.source, supersedes=article)
    seen = make_claim(newer, OLD)
    again = make_figure(seen, "Nine sailors", 9)
    carry_over(article=newer)
    assert [claim.text for claim in newer.claims.filter(withdrawn_at=None)] == [
        HURT,
        "The owner denied any fault.",
    ]
    again.refresh_from_db()
    assert again.claim.text == HURT
    assert figure.text == again.text


def test_a_first_version_carries_nothing(article):
    carry_over(article=article)
    assert not Change.objects.exists()


def test_reading_a_new_version_carries_over(story, source, annotator):
    old = make_article(OLD, source=source, story=story)
    read_article(article_id=old.pk)
    claim = old.claims.filter(text__startswith="Nine").first()
    submit_review(claim=claim, reviewer=annotator, rating="disputed")
    new = make_article(NEW, source=source, story=story, supersedes=old)
    read_article(article_id=new.pk)
    read_article(article_id=new.pk)
    found = new.claims.get(start=NEW.index("Nine"), kind=claim.kind)
    assert found.reviews.get().reviewer == annotator


def test_work_goes_on_though_versions_are_read_out_of_order(story, source, annotator):
    first = make_article(OLD, source=source, story=story)
    read_article(article_id=first.pk)
    claim = first.claims.filter(text=HURT).first()
    submit_review(claim=claim, reviewer=annotator, rating="disputed")
    second = make_article(NEW, source=source, story=story, supersedes=first)
    third = make_article(f"Again. {NEW}", source=source, story=story, supersedes=second)
    read_article(article_id=third.pk)
    read_article(article_id=second.pk)
    read_article(article_id=third.pk)
    assert third.claims.get(text=HURT, kind=claim.kind).reviews.get().reviewer == annotator


def test_edits_tell_what_changed_in_the_figures(article, claim, figure):
    newer = publish(article)
    denial = make_claim(article, "The owner denied any fault.", kind="denial")
    make_figure(denial, "any", 1)
    changed = make_claim(newer, "The owner denied all fault.", kind="denial")
    make_figure(changed, "all", 2)
    added = make_claim(newer, "The port opened an inquiry.", kind="event")
    carry_over(article=newer)
    edits = article_edits(newer)
    assert edits.kept == 1
    assert edits.at == newer.ingested_at
    (edit,) = edits.edited
    assert (edit.old, edit.new) == (denial, changed)
    assert [(item.old.low, item.new.low) for item in edit.figures] == [(1, 2)]
    assert edits.added == (added,)
    assert edits.removed == ()


def test_a_first_version_has_no_edits(article):
    assert article_edits(article) is None
