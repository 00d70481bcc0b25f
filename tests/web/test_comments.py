import pytest
from django.urls import reverse

from annotations.models import Comment
from tests.builders import make_review
from tests.web.conftest import signed_in


def say(client, claim, body, **fields):
    return client.post(reverse("web:comment", args=[claim.pk]), {"body": body} | fields)


def panel(client, claim):
    address = reverse("web:claim", args=[claim.pk])
    return client.get(address, headers={"HX-Request": "true"}).content.decode()


def test_a_comment_and_its_answer_stand_under_the_claim(annotator_client, editor_client, claim):
    say(annotator_client, claim, "Who counted?")
    say(editor_client, claim, "The port did.", parent=Comment.objects.get().pk)
    html = panel(annotator_client, claim)
    assert html.index("Who counted?") < html.index("The port did.")
    assert Comment.objects.get(author__username="edda").parent.body == "Who counted?"


def test_an_empty_comment_is_asked_for_again(annotator_client, claim):
    response = say(annotator_client, claim, "  ")
    assert response.status_code == 422
    assert "Write something." in response.content.decode()


def test_a_reviewers_comment_stays_hidden_from_who_has_yet_to_review(
    annotator_client, second_annotator, claim
):
    make_review(claim, second_annotator, "disputed")
    say(signed_in(second_annotator), claim, "I doubt the nine.")
    assert "I doubt the nine." not in panel(annotator_client, claim)


def test_one_takes_back_only_one_s_own_comment(annotator_client, editor_client, claim):
    say(annotator_client, claim, "Who counted?")
    retract = reverse("web:comment-retract", args=[Comment.objects.get().pk])
    assert editor_client.post(retract).status_code == 404
    annotator_client.post(retract)
    html = panel(annotator_client, claim)
    assert "Who counted?" not in html
    assert "Taken back." in html


@pytest.mark.parametrize("name", ["web:comment", "web:comment-retract"])
def test_an_api_client_says_nothing_on_pages(client_user, claim, name):
    response = signed_in(client_user).post(reverse(name, args=[claim.pk]), {"body": "Hello"})
    assert response.status_code == 403
