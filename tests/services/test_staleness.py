import pytest

from annotations.models import Change, Claim, FigureLink, Verdict
from annotations.services.staleness import refresh_staleness
from annotations.services.verdicts import sign_verdict
from tests.builders import make_article, make_claim, make_figure, make_group, make_relation

pytestmark = pytest.mark.django_db


@pytest.fixture
def group(story, figure, second_figure):
    return make_group(story, [figure, second_figure])


def sign(claim, editor, rating="corroborated"):
    Claim.objects.filter(pk=claim.pk).update(state="agreed")
    return sign_verdict(claim=claim, editor=editor, rating=rating, ruling="As stated.")


def reason_after(verdict):
    refresh_staleness(story_ids=[verdict.claim.article.story_id])
    verdict.refresh_from_db()
    claim = Claim.objects.get(pk=verdict.claim_id)
    assert claim.state == ("stale" if verdict.stale_reason else "final")
    return verdict.stale_reason


def another(story, text, quote, value):
    return make_figure(make_claim(make_article(text, story=story)), quote, value)


def test_unchanged_evidence_leaves_the_verdict_alone(group, claim, editor):
    verdict = sign(claim, editor)
    changes = Change.objects.count()
    assert reason_after(verdict) == ""
    assert Change.objects.count() == changes


def test_a_new_conflicting_figure_makes_the_verdict_stale(story, group, claim, editor):
    verdict = sign(claim, editor)
    other = another(story, "Twelve were hurt.", "Twelve", 12)
    make_relation(make_group(story, [other]), group, "conflicting")
    source = other.article.source.name
    assert reason_after(verdict) == f"{source} states 12, which conflicts with “Nine sailors”."
    assert Verdict.objects.get(superseded_at=None) == verdict


def test_a_conflict_that_was_known_at_signing_changes_nothing(story, group, claim, editor):
    other = another(story, "Twelve were hurt.", "Twelve", 12)
    make_relation(group, make_group(story, [other]), "conflicting")
    assert reason_after(sign(claim, editor)) == ""


def test_a_figure_that_time_explains_changes_nothing(story, group, claim, editor):
    verdict = sign(claim, editor)
    other = another(story, "Twelve were hurt.", "Twelve", 12)
    make_relation(group, make_group(story, [other]), "revised")
    assert reason_after(verdict) == ""


def test_a_superseding_article_makes_the_verdict_stale(group, article, claim, editor):
    verdict = sign(claim, editor)
    make_article("Ten were hurt.", source=article.source, supersedes=article, story=article.story)
    assert reason_after(verdict) == "The article was superseded by a newer version."


def test_a_rejected_link_makes_the_verdict_stale(group, claim, second_figure, editor):
    verdict = sign(claim, editor)
    FigureLink.objects.filter(figure=second_figure).delete()
    assert reason_after(verdict) == "“Nine sailors” is no longer linked with the 9 of Coast Wire."


def test_another_source_that_changes_its_figure_makes_the_verdict_stale(
    group, claim, second_article, second_figure, editor
):
    verdict = sign(claim, editor)
    make_article("Now ten.", source=second_article.source, supersedes=second_article)
    FigureLink.objects.filter(figure=second_figure).delete()
    assert reason_after(verdict) == "Coast Wire changed its article, which stated 9."


def test_another_source_s_new_version_that_states_the_same_changes_nothing(
    story, group, claim, second_article, second_figure, editor
):
    verdict = sign(claim, editor)
    newer = make_article(
        "Nine crew hurt.", source=second_article.source, supersedes=second_article, story=story
    )
    figure = make_figure(make_claim(newer), "Nine crew", 9)
    FigureLink.objects.filter(figure=second_figure).update(figure=figure)
    assert reason_after(verdict) == ""


def test_a_further_source_that_agrees_leaves_a_corroborated_claim_alone(
    story, group, claim, editor
):
    verdict = sign(claim, editor)
    _join(group, another(story, "Nine hurt.", "Nine", 9))
    assert reason_after(verdict) == ""


@pytest.mark.parametrize("rating", ["disputed", "unverifiable"])
def test_a_further_source_that_agrees_calls_another_rating_into_question(
    story, group, claim, editor, rating
):
    verdict = sign(claim, editor, rating)
    figure = another(story, "Nine hurt.", "Nine", 9)
    _join(group, figure)
    source = figure.article.source.name
    assert reason_after(verdict) == f"{source} now states the same as “Nine sailors”: 9."


def _join(group, figure):
    FigureLink.objects.create(
        group=group, figure=figure, relation="identical", score=1, engine_version="test"
    )


def test_a_corrected_figure_makes_the_verdict_stale(group, claim, figure, editor):
    verdict = sign(claim, editor)
    figure.low = figure.high = 10
    figure.save()
    assert reason_after(verdict) == "“Nine sailors” was corrected from 9 to 10."


def test_a_figure_added_to_the_claim_makes_the_verdict_stale(claim, editor):
    verdict = sign(claim, editor)
    make_figure(claim, "Nine sailors", 9)
    assert reason_after(verdict) == "“Nine sailors” (9) was added to the claim."


def test_a_figure_taken_from_the_claim_makes_the_verdict_stale(claim, figure, editor):
    verdict = sign(claim, editor)
    figure.withdrawn_at = verdict.signed_at
    figure.save()
    assert reason_after(verdict) == "“Nine sailors” (9) was taken from the claim."


def test_a_conflict_within_a_group_counts(story, group, claim, editor):
    verdict = sign(claim, editor)
    other = another(story, "Twelve were hurt.", "Twelve", 12)
    FigureLink.objects.create(
        group=group, figure=other, relation="conflicting", score=1, engine_version="test"
    )
    assert "which conflicts with" in reason_after(verdict)


def test_going_stale_is_logged_with_the_reasons_and_gives_a_new_version(group, claim, editor):
    verdict = sign(claim, editor)
    version = Claim.objects.get(pk=claim.pk).version
    FigureLink.objects.all().delete()
    reason = reason_after(verdict)
    logged = Change.objects.get(action="claim.went_stale")
    assert logged.actor is None
    assert logged.after["reasons"] == [reason]
    assert logged.after["version"] == version + 1
    assert Change.objects.get(action="verdict.went_stale").object_id == verdict.pk


def test_finding_stale_verdicts_twice_marks_them_once(group, claim, editor):
    verdict = sign(claim, editor)
    FigureLink.objects.all().delete()
    reason_after(verdict)
    changes = Change.objects.count()
    reason_after(verdict)
    assert Change.objects.count() == changes


def test_the_cost_does_not_grow_with_the_claims_that_stand(
    story, group, claim, editor, second_claim, django_assert_max_num_queries
):
    sign(claim, editor)
    sign(second_claim, editor)
    with django_assert_max_num_queries(20):
        refresh_staleness(story_ids=[story.pk])


def test_a_claim_in_conflict_moves_up_the_queue(story, group, claim):
    before = claim.urgency
    make_relation(
        group, make_group(story, [another(story, "Twelve hurt.", "Twelve", 12)]), "conflicting"
    )
    refresh_staleness(story_ids=[story.pk])
    claim.refresh_from_db()
    assert claim.urgency == pytest.approx(before + 0.5, abs=0.01)
