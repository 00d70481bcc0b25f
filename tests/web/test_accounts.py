from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from annotations.models import Role
from tests.builders import make_user
from tests.web.conftest import PASSWORD, signed_in

SIGN_IN = reverse("web:sign-in")


def attempt(username, password=PASSWORD, **fields):
    return Client().post(SIGN_IN, {"username": username, "password": password} | fields)


@pytest.mark.parametrize(
    ("role", "start"),
    [(Role.ANNOTATOR, "web:queue"), (Role.EDITOR, "web:contested"), (Role.CLIENT, "web:stories")],
)
def test_each_role_starts_where_its_work_is(db, role, start):
    response = signed_in(make_user(role=role)).get("/")
    assert response.url == reverse(start)


def test_signing_in_leads_to_the_page_that_asked_for_it(db):
    make_user("anna", password=PASSWORD)
    asked = Client().get(reverse("web:stories"))
    assert asked.url == f"{SIGN_IN}?next={reverse('web:stories')}"
    assert attempt("anna", next=reverse("web:stories")).url == reverse("web:stories")


def test_signing_in_never_leads_to_another_site(db):
    make_user("anna", password=PASSWORD)
    assert "evil" not in attempt("anna", next="https://evil.example/").url


def test_a_failed_attempt_does_not_tell_whether_the_name_exists(db):
    make_user("anna", password=PASSWORD)
    make_user("gone", password=PASSWORD, is_active=False)
    answers = [
        attempt("anna", "wrong"),
        attempt("nobody", "wrong"),
        attempt("gone", PASSWORD),
    ]
    said = [answer.context["form"].non_field_errors() for answer in answers]
    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert said[0] == said[1] == said[2]


def test_signing_out_takes_a_post(annotator_client):
    assert annotator_client.get(reverse("web:sign-out")).status_code == 405
    annotator_client.post(reverse("web:sign-out"))
    assert annotator_client.get(reverse("web:queue")).status_code == 302


def test_a_fragment_asked_for_after_the_session_ended_moves_the_whole_page(claim):
    response = Client().get(
        reverse("web:claim", args=[claim.pk]),
        headers={"HX-Request": "true", "HX-Current-URL": "http://testserver/articles/1/?claim=2"},
    )
    assert response.headers["HX-Redirect"] == f"{SIGN_IN}?next=%2Farticles%2F1%2F%3Fclaim%3D2"


PAGES = [
    ("web:home", []),
    ("web:queue", []),
    ("web:stories", []),
    ("web:story", ["ferry-fire"]),
    ("web:contested", []),
    ("web:report", ["ferry-fire"]),
    ("web:report-csv", ["ferry-fire"]),
    ("web:agreement", ["ferry-fire"]),
]


@pytest.mark.parametrize(("name", "args"), PAGES, ids=lambda value: str(value))
def test_no_page_shows_anything_to_the_signed_out(story, name, args):
    response = Client().get(reverse(name, args=args))
    assert response.status_code == 302
    assert response.url.startswith(SIGN_IN)


@pytest.mark.parametrize("name", ["web:contested"])
def test_pages_for_editors_refuse_annotators_in_words(annotator_client, name):
    response = annotator_client.get(reverse(name))
    assert response.status_code == 403
    assert "This page is for Editors" in response.content.decode()


def test_api_clients_have_no_queue(client_user):
    assert signed_in(client_user).get(reverse("web:queue")).status_code == 403


@pytest.fixture
def patient(settings):
    settings.AXES_FAILURE_LIMIT = 3
    make_user("anna", password=PASSWORD)


def fail(username, times=3, **extra):
    return [
        Client(**extra).post(SIGN_IN, {"username": username, "password": "wrong"})
        for _ in range(times)
    ]


@pytest.mark.parametrize("name", ["anna", "nobody"], ids=["a known name", "an unknown name"])
def test_too_many_failures_have_to_wait_whoever_the_name_belongs_to(db, patient, name):
    answers = [*fail(name), attempt(name)]
    assert [answer.status_code for answer in answers] == [200, 200, 429, 429]
    assert "Try again in 15 minutes." in answers[-1].content.decode()
    assert 890 <= int(answers[-1].headers["Retry-After"]) <= 900
    assert f'value="{name}"' in answers[-1].content.decode()


@pytest.mark.parametrize("spelling", ["ANNA", "ａｎｎａ"], ids=["in capitals", "in wide letters"])
def test_another_spelling_of_the_name_does_not_help(db, patient, spelling):
    fail(spelling)
    assert attempt("anna").status_code == 429


def test_failures_of_others_keep_nobody_out(db, patient):
    fail("anna", REMOTE_ADDR="192.0.2.1")
    fail("bela")
    assert attempt("anna").status_code == 302


def test_signing_in_forgets_the_failures_before(db, patient):
    fail("anna", 2)
    assert attempt("anna").status_code == 302
    assert [answer.status_code for answer in fail("anna", 2)] == [200, 200]


def test_the_wait_ends(db, patient):
    fail("anna")
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
    assert attempt("anna").status_code == 302


def test_trying_during_the_wait_does_not_prolong_it(db, patient):
    fail("anna")
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=14))
    answer = attempt("anna")
    assert "Try again in 1 minute." in answer.content.decode()
    assert int(answer.headers["Retry-After"]) <= 60


def test_a_proxy_of_ours_tells_the_address(db, patient, settings):
    settings.BEHIND_PROXY = True
    fail("anna", headers={"X-Forwarded-For": "192.0.2.9, 192.0.2.1"})
    assert attempt("anna").status_code == 302
    forged = Client(headers={"X-Forwarded-For": "198.51.100.7, 192.0.2.1"})
    answer = forged.post(SIGN_IN, {"username": "anna", "password": PASSWORD})
    assert answer.status_code == 429


def test_programs_are_told_in_their_own_words(db, patient):
    body = {"username": "anna", "password": "wrong", "name": "desk"}
    answers = [
        Client().post("/api/v1/tokens/", body, content_type="application/json") for _ in range(4)
    ]
    assert [answer.status_code for answer in answers] == [401, 401, 429, 429]
    assert answers[-1].headers["Content-Type"] == "application/problem+json"
    assert answers[-1].json()["status"] == 429
    assert answers[-1].headers["Retry-After"]
