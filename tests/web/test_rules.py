"""A story's guidelines and settings, and the comments that name somebody."""

import pytest
from django.urls import reverse

from annotations.models import Claim, Comment, Guideline
from annotations.services.comments import write_comment
from tests.builders import make_review
from tests.web.conftest import signed_in


def publish(client, story, text, *, seen=0):
    sent = {"text": text, "expected_version": seen}
    return client.post(reverse("web:guideline-publish", args=[story.slug]), sent)


def set_reviews(client, story, number, *, seen=2):
    sent = {"reviews_needed": number, "expected": seen}
    return client.post(reverse("web:reviews-needed", args=[story.slug]), sent)


def rules(client, story):
    return client.get(reverse("web:rules", args=[story.slug])).content.decode()


def test_an_editor_publishes_a_version_and_earlier_ones_stay(
    editor_client, annotator_client, story
):
    publish(editor_client, story, "Count the <b>dead</b>.")
    publish(editor_client, story, "Count the dead and the missing.", seen=1)
    html = rules(annotator_client, story)
    assert "Version 2, in force" in html
    assert "Count the &lt;b&gt;dead&lt;/b&gt;." in html.split("Earlier versions")[1]


def test_an_empty_guideline_is_refused_at_its_field(editor_client, story):
    response = publish(editor_client, story, "   ")
    assert response.status_code == 422
    assert list(response.context["publishing"].errors) == ["text"]
    assert not Guideline.objects.exists()


def test_guidelines_published_meanwhile_are_shown_before_another_version_is_taken(
    editor_client, story
):
    publish(editor_client, story, "Count the dead.")
    refused = publish(editor_client, story, "Count the missing.")
    assert refused.status_code == 422
    assert "Version 1 was published meanwhile" in str(refused.context["publishing"].errors)
    assert "Count the missing." in refused.content.decode()
    assert Guideline.objects.count() == 1
    seen = refused.context["publishing"]["expected_version"].value()
    assert publish(editor_client, story, "Count the missing.", seen=seen).status_code == 302


def test_a_number_of_reviews_set_meanwhile_is_not_overwritten_unseen(editor_client, story):
    set_reviews(editor_client, story, 3)
    refused = set_reviews(editor_client, story, 1)
    assert refused.status_code == 422
    assert "It was set to 3 meanwhile." in str(refused.context["counting"].errors)
    story.refresh_from_db()
    assert story.reviews_needed == 3


def test_annotators_read_the_rules_and_change_none(annotator_client, story):
    assert "Publish a new version" not in rules(annotator_client, story)
    assert publish(annotator_client, story, "Mine.").status_code == 403
    assert set_reviews(annotator_client, story, 1).status_code == 403


def test_fewer_reviews_needed_moves_claims_that_have_enough(editor_client, story, claim, annotator):
    make_review(claim, annotator, "corroborated")
    Claim.objects.update(state=Claim.State.IN_REVIEW)
    set_reviews(editor_client, story, 1)
    story.refresh_from_db()
    claim.refresh_from_db()
    assert (story.reviews_needed, claim.state) == (1, Claim.State.AGREED)


@pytest.mark.parametrize("number", ["0", "10", "two", ""])
def test_a_number_of_reviews_that_cannot_be_is_refused(editor_client, story, number):
    response = set_reviews(editor_client, story, number)
    assert response.status_code == 422
    assert list(response.context["counting"].errors) == ["reviews_needed"]


def test_who_is_mentioned_finds_the_comment(annotator, annotator_client, editor, claim):
    write_comment(claim=claim, author=editor, body="@anna is <i>nine</i> right?")
    html = annotator_client.get(reverse("web:mentions")).content.decode()
    assert "@anna is &lt;i&gt;nine&lt;/i&gt; right?" in html
    assert f"?claim={claim.pk}" in html


def test_nobody_sees_what_others_are_mentioned_in(editor, annotator, outsider, claim):
    write_comment(claim=claim, author=editor, body="@anna look")
    html = signed_in(outsider).get(reverse("web:mentions")).content.decode()
    assert "Nobody has mentioned you yet." in html


def test_a_mention_by_a_reviewer_stays_hidden_until_one_has_reviewed(
    annotator_client, annotator, second_annotator, claim
):
    make_review(claim, second_annotator, "disputed")
    write_comment(claim=claim, author=second_annotator, body="@anna it is disputed")
    html = annotator_client.get(reverse("web:mentions")).content.decode()
    assert "it is disputed" not in html


def test_more_mentions_take_no_more_queries(
    annotator, annotator_client, editor, claim, django_assert_max_num_queries
):
    for number in range(5):
        write_comment(claim=claim, author=editor, body=f"@anna {number}")
    assert Comment.objects.count() == 5
    with django_assert_max_num_queries(5):
        annotator_client.get(reverse("web:mentions"))
