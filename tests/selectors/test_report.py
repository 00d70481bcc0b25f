import pytest

from annotations.models import Claim, EvidenceCopy
from annotations.selectors.report import verdict_report
from annotations.services.reviewing import submit_review
from annotations.services.verdicts import sign_verdict
from tests.builders import (
    make_article,
    make_claim,
    make_figure,
    make_group,
    make_relation,
    make_story,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def verdict(claim, annotator, second_annotator, editor, story, figure, second_figure):
    group = make_group(story, [figure, second_figure])
    against = make_figure(make_claim(make_article("Twelve hurt.", story=story)), "Twelve", 12)
    make_relation(group, make_group(story, [against]), "conflicting")
    page = {"kind": "url", "url": "https://port.example/log"}
    submit_review(claim=claim, reviewer=annotator, rating="disputed", evidence=[page])
    submit_review(claim=claim, reviewer=second_annotator, rating="disputed")
    EvidenceCopy.objects.update(sha256="ab", text="Log", retrieved_at=claim.created_at)
    return sign_verdict(
        claim=claim, editor=editor, rating="disputed", ruling="The port counts twelve."
    )


def test_an_entry_tells_all_about_a_verdict(story, verdict):
    (entry,) = verdict_report(story).entries
    assert entry.claim == "Nine sailors were hurt when the ferry caught fire."
    assert (entry.source, entry.article) == ("Harbour Gazette", "Ferry burns in harbour")
    assert (entry.rating, entry.ruling) == ("disputed", "The port counts twelve.")
    assert (entry.signed_by, entry.signed_at) == ("edda", verdict.signed_at)
    assert not entry.stale
    (figure,) = entry.figures
    assert (figure.text, figure.value, figure.agreeing) == ("Nine sailors", "9", ("Coast Wire",))
    assert [value for _, value in figure.conflicting] == ["12"]
    (page,) = entry.pages
    assert (page.url, page.sha256) == ("https://port.example/log", "ab")


def test_a_report_counts_ratings_and_states(story, verdict):
    report = verdict_report(story)
    assert dict(report.ratings)["disputed"] == 1
    assert dict(report.ratings)["corroborated"] == 0
    assert dict(report.states)["final"] == 1
    assert dict(report.states)["candidate"] == 2


def test_a_stale_verdict_stays_in_the_report_with_its_warning(story, verdict):
    Claim.objects.filter(pk=verdict.claim_id).update(state="stale")
    verdict.stale_at, verdict.stale_reason = verdict.signed_at, "It changed."
    verdict.save()
    report = verdict_report(story)
    assert report.stale == 1
    assert report.entries[0].stale_reason == "It changed."


def test_a_superseded_verdict_is_left_out(story, verdict, editor):
    Claim.objects.filter(pk=verdict.claim_id).update(state="stale")
    sign_verdict(claim=verdict.claim, editor=editor, rating="unverifiable", ruling="Unclear.")
    assert [entry.rating for entry in verdict_report(story).entries] == ["unverifiable"]


def test_a_story_without_verdicts_gives_an_empty_report():
    assert verdict_report(make_story()).entries == ()


def test_the_number_of_queries_does_not_grow(
    story, verdict, second_claim, editor, django_assert_num_queries
):
    with django_assert_num_queries(3):
        verdict_report(story)
    Claim.objects.filter(pk=second_claim.pk).update(state="agreed")
    sign_verdict(claim=second_claim, editor=editor, rating="corroborated", ruling="Yes.")
    with django_assert_num_queries(3):
        assert len(verdict_report(story).entries) == 2
