import hashlib

import pytest

from annotations import dispatch
from annotations.models import EvidenceCopy
from annotations.selectors.work import pages_to_copy
from annotations.services.evidence_copies import retrieve_copy
from annotations.services.fetch import FetchError, Page
from annotations.services.reviewing import submit_review

pytestmark = pytest.mark.django_db
URL = "https://port.example/log"


@pytest.fixture
def copy(claim, annotator):
    submit_review(
        claim=claim,
        reviewer=annotator,
        rating="disputed",
        evidence=[{"kind": "url", "url": URL}],
    )
    return EvidenceCopy.objects.get()


def served(content, *, html=False):
    return lambda url: Page(content, url, "utf-8", html=html)


def test_a_page_is_kept_with_its_hash(copy):
    retrieve_copy(copy_id=copy.pk, fetch=served(b"Twelve men went aboard."))
    copy.refresh_from_db()
    assert copy.text == "Twelve men went aboard."
    assert copy.sha256 == hashlib.sha256(copy.text.encode()).hexdigest()
    assert copy.retrieved_at is not None
    assert list(pages_to_copy()) == []


def test_of_a_web_page_its_article_is_kept(copy):
    page = b"<html><body><article><p>Twelve men went aboard at dawn.</p></article></body></html>"
    retrieve_copy(copy_id=copy.pk, fetch=served(page, html=True))
    copy.refresh_from_db()
    assert "Twelve men went aboard at dawn." in copy.text
    assert "<p>" not in copy.text


def test_a_page_that_cannot_be_had_is_kept_as_an_error(copy):
    def refuse(url):
        raise FetchError("the server answered 404")

    retrieve_copy(copy_id=copy.pk, fetch=refuse)
    copy.refresh_from_db()
    assert copy.error == "the server answered 404"
    assert (copy.sha256, list(pages_to_copy())) == ("", [])


def test_a_page_that_is_no_text_is_kept_as_an_error(copy):
    retrieve_copy(copy_id=copy.pk, fetch=served(b"%PDF-1.7 \x00\x01"))
    copy.refresh_from_db()
    assert copy.error


def test_a_copy_is_retrieved_once(copy):
    retrieve_copy(copy_id=copy.pk, fetch=served(b"Twelve men went aboard."))
    retrieve_copy(copy_id=copy.pk, fetch=served(b"Thirteen men went aboard."))
    copy.refresh_from_db()
    assert copy.text == "Twelve men went aboard."


def test_a_page_inside_the_network_is_not_fetched(copy):
    EvidenceCopy.objects.update(url="http://127.0.0.1/secret")
    retrieve_copy(copy_id=copy.pk)
    copy.refresh_from_db()
    assert copy.error
    assert copy.text == ""


def test_submitting_has_the_pages_copied_after_the_commit(copy, django_capture_on_commit_callbacks):
    EvidenceCopy.objects.update(url="http://127.0.0.1/secret")
    with django_capture_on_commit_callbacks(execute=True):
        dispatch.review_submitted(copy.review_id)
    copy.refresh_from_db()
    assert copy.retrieved_at is not None
