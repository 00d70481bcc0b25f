"""What people see when something cannot be done, in the pages' own style."""

import pytest
from django.test import Client, override_settings
from django.urls import path, reverse

from factcheck.urls import urlpatterns as ours


def fail(request):
    raise RuntimeError("broken")


urlpatterns = [*ours, path("broken/", fail)]


@override_settings(ROOT_URLCONF="tests.web.test_errors")
def test_a_failure_of_ours_says_that_nothing_was_half_stored(annotator_client):
    annotator_client.raise_request_exception = False
    response = annotator_client.get("/broken/")
    assert response.status_code == 500
    assert "Something failed on our side" in response.content.decode()
    assert "broken" not in response.content.decode().replace("/broken/", "")


def test_a_form_from_elsewhere_is_refused_in_words(annotator):
    client = Client(enforce_csrf_checks=True)
    client.force_login(annotator)
    response = client.post(reverse("web:queue-next"))
    assert response.status_code == 403
    assert "This form has expired" in response.content.decode()


@pytest.mark.parametrize("address", ["/nothing/", "/articles/99999/", "/claims/99999/"])
def test_what_is_not_there_is_said_to_be_missing(annotator_client, address):
    response = annotator_client.get(address)
    assert response.status_code == 404
    assert "There is nothing at this address" in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "status"),
    [("/stories/?q=%00", 200), ("/contested/?story=%00", 200), ("/queue/?story=a%00b", 404)],
)
def test_a_null_character_in_an_address_finds_nothing(editor_client, address, status):
    assert editor_client.get(address).status_code == status


def test_a_null_character_in_a_form_finds_nothing(annotator_client):
    answer = annotator_client.post(reverse("web:queue-next"), {"story": "a\0b"})
    assert answer.status_code == 404
