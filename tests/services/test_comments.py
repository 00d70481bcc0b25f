import pytest

from annotations.models import Change, Comment
from annotations.selectors.comments import comments_visible_to, mentions_of, thread_of
from annotations.services.comments import retract_comment, write_comment
from annotations.services.corrections import correct_claim
from annotations.services.errors import InputError
from annotations.services.reviewing import submit_review
from annotations.workflow import RefusedError

pytestmark = pytest.mark.django_db


def test_a_comment_mentions_people_by_their_names(annotator, second_annotator, editor, claim):
    body = "See (@bela), @edda. Not @nobody, nor otto@port.example."
    comment = write_comment(claim=claim, author=annotator, body=body)
    assert set(comment.mentions.all()) == {second_annotator, editor}
    assert list(mentions_of(editor)) == [comment]


def test_nobody_who_left_is_mentioned(annotator, outsider, claim):
    outsider.is_active = False
    outsider.save()
    comment = write_comment(claim=claim, author=annotator, body="@otto?")
    assert not comment.mentions.exists()


def test_comments_form_a_thread(annotator, second_annotator, claim):
    first = write_comment(claim=claim, author=annotator, body="Which ferry?")
    answer = write_comment(claim=claim, author=second_annotator, body="The old one.", parent=first)
    assert list(first.replies.all()) == [answer]


def test_an_answer_belongs_to_the_claim_it_answers_on(annotator, claim, second_claim):
    first = write_comment(claim=claim, author=annotator, body="Which ferry?")
    with pytest.raises(InputError) as refused:
        write_comment(claim=second_claim, author=annotator, body="That one.", parent=first)
    assert refused.value.field == "parent"


def test_what_was_said_goes_on_where_the_claim_goes_on(annotator, second_annotator, claim):
    first = write_comment(claim=claim, author=annotator, body="Which ferry?")
    corrected = correct_claim(claim=claim, annotator=annotator, speaker="The port")
    again = correct_claim(claim=corrected, annotator=annotator, speaker="The owner")
    answer = write_comment(claim=again, author=second_annotator, body="The old one.", parent=first)
    assert list(thread_of(again, annotator)) == [first, answer]
    assert list(thread_of(claim, annotator)) == [first]


@pytest.mark.parametrize("body", ["", "  \n", "a\x00b", "a" * 20_001])
def test_a_bad_body_is_refused(annotator, claim, body):
    with pytest.raises(InputError) as refused:
        write_comment(claim=claim, author=annotator, body=body)
    assert refused.value.field == "body"


def test_a_client_neither_writes_nor_reads(client_user, annotator, claim):
    write_comment(claim=claim, author=annotator, body="Which ferry?")
    assert not comments_visible_to(client_user).exists()
    with pytest.raises(RefusedError):
        write_comment(claim=claim, author=client_user, body="Hello")


def test_one_s_own_comment_can_be_taken_back_and_stays_as_a_row(annotator, claim):
    comment = write_comment(claim=claim, author=annotator, body="Which ferry?")
    retract_comment(comment=comment, author=annotator)
    retract_comment(comment=comment, author=annotator)
    assert Comment.objects.get().retracted_at is not None
    assert Change.objects.filter(action="comment.retracted").count() == 1


def test_somebody_else_s_comment_cannot_be_taken_back(annotator, editor, claim):
    comment = write_comment(claim=claim, author=annotator, body="Which ferry?")
    with pytest.raises(RefusedError) as refused:
        retract_comment(comment=comment, author=editor)
    assert refused.value.forbidden


def test_what_a_reviewer_writes_is_hidden_until_one_s_own_review_is_in(
    annotator, second_annotator, editor, claim
):
    question = write_comment(claim=claim, author=annotator, body="Which ferry?")
    submit_review(claim=claim, reviewer=annotator, rating="disputed")
    telling = write_comment(claim=claim, author=annotator, body="@bela Surely wrong!")
    assert list(comments_visible_to(annotator)) == [question, telling]
    assert list(comments_visible_to(second_annotator)) == [question]
    assert not mentions_of(second_annotator).exists()
    assert list(comments_visible_to(editor)) == [question]
    submit_review(claim=claim, reviewer=second_annotator, rating="disputed")
    assert telling in comments_visible_to(second_annotator)
    assert telling in mentions_of(second_annotator)
    assert telling in comments_visible_to(editor)


def test_the_log_does_not_hold_what_was_written(annotator, claim):
    write_comment(claim=claim, author=annotator, body="Surely wrong!")
    assert "wrong" not in str(Change.objects.values_list("before", "after").get())
