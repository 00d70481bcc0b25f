import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from annotations.models import Claim, Verdict
from annotations.selectors.evidence import evidence_of
from tests.builders import (
    make_article,
    make_claim,
    make_figure,
    make_group,
    make_relation,
    make_review,
    make_story,
)


def shown(client, name, *args, **query):
    return client.get(reverse(name, args=args), query).content.decode()


def test_the_matrix_shows_what_each_source_states(annotator_client, story, linked):
    html = shown(annotator_client, "web:story", story.slug)
    assert "injured on the ferry" in html
    for source in ("Harbour Gazette", "Coast Wire"):
        assert f'data-label="{source}"' in html


def test_the_matrix_names_who_conflicts(annotator_client, story, figure, second_figure):
    make_relation(make_group(story, [figure]), make_group(story, [second_figure]), "conflicting")
    html = shown(annotator_client, "web:story", story.slug)
    assert '<span class="tag conflicting">conflicting</span> 9: Coast Wire' in html


def test_claims_are_listed_by_state(annotator_client, story, claim, second_claim):
    Claim.objects.filter(pk=claim.pk).update(state=Claim.State.FINAL)
    html = shown(annotator_client, "web:story", story.slug, state="final")
    assert claim.text in html
    assert second_claim.text not in html
    assert second_claim.text in shown(annotator_client, "web:story", story.slug, state="nonsense")


def test_stories_are_found_by_a_part_of_their_title(annotator_client, story):
    make_story("Flood")
    html = shown(annotator_client, "web:stories", q="ferry")
    assert "Ferry fire" in html
    assert "Flood" not in html


def test_a_missing_story_is_not_found_in_the_pages_own_style(annotator_client):
    response = annotator_client.get(reverse("web:story", args=["none"]))
    assert response.status_code == 404
    assert "There is nothing at this address" in response.content.decode()


@pytest.mark.parametrize("page", ["2", "0", "x", "999999999999999999999"])
def test_a_page_that_does_not_exist_shows_the_nearest(annotator_client, story, claim, page):
    assert claim.text in shown(annotator_client, "web:story", story.slug, page=page)


@pytest.mark.parametrize(
    ("name", "args", "most"),
    [("web:stories", [], 7), ("web:story", ["ferry-fire"], 15), ("web:report", ["ferry-fire"], 8)],
    ids=lambda value: str(value),
)
def test_more_rows_take_no_more_queries(annotator_client, story, source, name, args, most):
    def fill(number):
        article = make_article(f"Nine were hurt {number}.", source=source, story=story)
        figure = make_figure(make_claim(article), "Nine", 9)
        make_group(story, [figure], label=f"hurt {number}")
        make_story(f"Story {number}")

    def queries():
        with CaptureQueriesContext(connection) as captured:
            shown(annotator_client, name, *args)
        return len(captured)

    fill(1)
    before = queries()
    for number in range(2, 7):
        fill(number)
    assert queries() == before <= most


@pytest.fixture
def contested(claim, annotator, second_annotator):
    make_review(claim, annotator, "corroborated", rationale="Both say nine.")
    make_review(
        claim, second_annotator, "disputed", rationale="One copies it.", disagreement="attribution"
    )
    Claim.objects.filter(pk=claim.pk).update(state=Claim.State.CONTESTED)
    return claim


def test_the_reviews_of_a_contested_claim_stand_side_by_side(editor_client, contested):
    html = shown(editor_client, "web:contested")
    assert "Both say nine." in html
    assert "One copies it." in html
    assert "differ in attribution" in html


def test_the_contested_list_goes_by_state_and_story(editor_client, contested):
    make_story("Flood", slug="flood")
    assert contested.text not in shown(editor_client, "web:contested", state="agreed")
    assert contested.text not in shown(editor_client, "web:contested", story="flood")
    assert contested.text in shown(editor_client, "web:contested", story="ferry-fire")


def test_stale_verdicts_wait_for_an_editor_with_the_reason(editor_client, editor, claim):
    Claim.objects.filter(pk=claim.pk).update(state=Claim.State.STALE)
    Verdict.objects.create(
        claim=claim,
        rating="corroborated",
        ruling="Nine.",
        evidence=evidence_of([claim])[claim.pk],
        methodology="1",
        signed_by=editor,
        stale_at="2026-03-03T00:00Z",
        stale_reason="A new article states ten.",
    )
    assert "A new article states ten." in shown(editor_client, "web:contested", state="stale")


def test_agreement_is_shown_to_all_reviewers_and_pairs_to_editors(
    annotator_client, editor_client, story, contested
):
    for_annotators = shown(annotator_client, "web:agreement", story.slug)
    for_editors = shown(editor_client, "web:agreement", story.slug)
    assert "Krippendorff" in for_annotators
    assert "anna and bela" not in for_annotators
    assert "anna and bela" in for_editors


def test_agreement_without_reviews_says_so(annotator_client, story):
    assert "No claim of this story has two complete reviews yet." in shown(
        annotator_client, "web:agreement", story.slug
    )
