import pytest

from annotations.models import Change, Guideline
from annotations.selectors.guidelines import current_guideline
from annotations.services.errors import InputError
from annotations.services.guidelines import publish_guideline
from annotations.services.reviewing import submit_review
from annotations.workflow import RefusedError

pytestmark = pytest.mark.django_db


def test_a_new_text_is_a_new_version_and_the_old_stays(story, editor):
    first = publish_guideline(story=story, text="Be fair.", editor=editor)
    second = publish_guideline(story=story, text="Be fair and quick.", editor=editor)
    assert (first.version, second.version) == (1, 2)
    assert Guideline.objects.get(version=1).text == "Be fair."
    assert current_guideline(story) == second
    assert Change.objects.filter(action="guideline.published").count() == 2


def test_the_same_text_is_no_new_version(story, editor):
    first = publish_guideline(story=story, text="Be fair.", editor=editor)
    assert publish_guideline(story=story, text=" Be fair. ", editor=editor) == first


def test_a_review_records_the_version_it_was_made_under(story, editor, claim, annotator):
    first = publish_guideline(story=story, text="Be fair.", editor=editor)
    review = submit_review(claim=claim, reviewer=annotator, rating="disputed")
    publish_guideline(story=story, text="Be quick.", editor=editor)
    review.refresh_from_db()
    assert review.guideline == first


def test_an_empty_guideline_is_refused(story, editor):
    with pytest.raises(InputError):
        publish_guideline(story=story, text=" ", editor=editor)


def test_only_an_editor_publishes(story, annotator):
    with pytest.raises(RefusedError) as refused:
        publish_guideline(story=story, text="Be fair.", editor=annotator)
    assert refused.value.forbidden


def test_there_are_no_guidelines_outside_of_stories():
    assert current_guideline(None) is None
