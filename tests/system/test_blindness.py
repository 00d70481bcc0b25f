"""What others rated shows nowhere until one's own review is in: every address that can be read is
read before and after, and must answer the same."""

import re

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from annotations.models import Change, Claim, Review
from annotations.reporting.formats import FORMATS
from annotations.selectors.comments import comments_visible_to
from annotations.selectors.queue import queue_status, state_counts
from annotations.selectors.reviews import reviews_visible_to
from annotations.services.adjudication import send_back
from annotations.services.comments import write_comment
from annotations.services.reviewing import submit_review
from annotations.services.verdicts import sign_verdict
from tests.builders import make_group, make_user

pytestmark = pytest.mark.django_db

# Tokens against forgery and the time of day differ from one answer to the next.
_VARYING = re.compile(
    rb'(csrfmiddlewaretoken" value="|nonce[-=]"?|X-CSRFToken": ")[\w+/=-]+'
    rb"|\d\d:\d\d(:\d\d(\.\d+)?)?"
)
_MARK = "tell-tale"
# Files in these formats differ whenever they are made; they hold what the report's page does.
DRAWN = {FORMATS[name].content_type for name in ("xlsx", "pdf")}


@pytest.fixture(autouse=True)
def _unlimited(settings):
    settings.API_RATES = dict.fromkeys(settings.API_RATES, 10**9)


@pytest.fixture
def contended(story, claim, figure, second_claim, second_figure):
    """A claim that wants three reviews, with all there is around it."""
    story.reviews_needed = 3
    story.save()
    make_group(story, [figure, second_figure])
    return claim


@pytest.fixture
def rated(contended, annotator):
    submit_review(
        claim=contended, reviewer=annotator, rating="disputed", rationale=_MARK, confidence=2
    )
    write_comment(claim=contended, author=annotator, body=f"A {_MARK} comment.")
    return contended


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def addresses(claim):
    """Every page and every read of the API, with each filter at each of its values."""
    article, story = claim.article, claim.article.story
    pages = [
        reverse("web:queue"),
        reverse("web:stories"),
        reverse("web:contested"),
        reverse("web:article", args=[article.pk]),
        f"{reverse('web:article', args=[article.pk])}?claim={claim.pk}",
        reverse("web:claim", args=[claim.pk]),
        *(
            reverse(f"web:{name}", args=[story.slug])
            for name in ("story", "agreement", "report", "report-csv")
        ),
    ]
    return [*pages, *api_addresses(claim)]


def api_addresses(claim):
    schema = signed_in(make_user(role="editor")).get(
        "/api/v1/schema/", HTTP_ACCEPT="application/vnd.oai.openapi+json"
    )
    ids = {
        "claims": claim.pk,
        "articles": claim.article_id,
        "stories": claim.article.story_id,
        "sources": claim.article.source_id,
        "figures": claim.figures.get().pk,
        "groups": claim.figures.get().link.group_id,
        "links": claim.figures.get().link.pk,
    }
    for path, methods in schema.json()["paths"].items():
        if "get" not in methods or "docs" in path or "schema" in path or "redoc" in path:
            continue
        parameters = methods["get"].get("parameters", [])
        for address in at_each_choice(path, parameters):
            room = path.removeprefix("/api/v1/").partition("/")[0]
            if "{" in address and room not in ids:
                continue
            address = re.sub(r"\{\w+\}", str(ids.get(room, "")), address)
            yield address
            for parameter in parameters:
                if parameter["in"] == "query":
                    for value in values(parameter["schema"]):
                        yield f"{address}?{parameter['name']}={value}"


def at_each_choice(path, parameters):
    """The path with each value of the parameter in it that has only some."""
    for parameter in parameters:
        if parameter["in"] == "path" and (choices := list(values(parameter["schema"]))):
            return [path.replace(f"{{{parameter['name']}}}", str(choice)) for choice in choices]
    return [path]


def values(schema):
    for choice in [schema, *schema.get("oneOf", []), *schema.get("anyOf", [])]:
        yield from choice.get("enum", [])
        yield from choice.get("items", {}).get("enum", [])


def read_all(client, claim):
    """What each address answers: status, ETag and content."""
    answers = {}
    for address in addresses(claim):
        answer = client.get(address)
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        if answer.headers.get("Content-Type") in DRAWN:
            content = b""
        answers[address] = (
            answer.status_code,
            answer.headers.get("ETag"),
            answer.headers.get("Last-Modified"),
            _VARYING.sub(b"", content),
        )
    return answers


@pytest.mark.parametrize("role", ["annotator", "editor", "client"])
def test_no_address_tells_how_somebody_rated(rated, role):
    client = signed_in(make_user("reader", role=role))
    before = read_all(client, rated)
    Review.objects.update(rating="corroborated", rationale="Other words.", confidence=5)
    after = read_all(client, rated)
    assert [address for address in before if before[address] != after[address]] == []
    assert not any(_MARK.encode() in answer[-1] for answer in before.values())
    assert {answer[0] for answer in before.values()} <= {200, 302, 403, 404}
    assert sum(answer[0] == 200 for answer in before.values()) > 30


@pytest.mark.parametrize("role", ["annotator", "client"])
def test_no_address_tells_that_another_review_came_in(rated, second_annotator, role):
    client = signed_in(make_user("reader", role=role))
    before = read_all(client, rated)
    submit_review(claim=rated, reviewer=second_annotator, rating="corroborated")
    after = read_all(client, rated)
    assert [address for address in before if before[address] != after[address]] == []


def test_no_export_tells_how_somebody_rated(rated, capsys):
    for kind in ("claims", "figures", "groups", "verdicts"):
        call_command("export", kind)
    assert _MARK not in capsys.readouterr().out


def test_the_log_never_holds_how_somebody_rated(rated):
    assert _MARK not in str(list(Change.objects.values_list("before", "after")))
    assert "disputed" not in str(list(Change.objects.values_list("before", "after")))


def test_one_s_own_review_opens_the_others(rated, second_annotator):
    assert not reviews_visible_to(second_annotator).exists()
    assert not comments_visible_to(second_annotator).exists()
    submit_review(claim=rated, reviewer=second_annotator, rating="corroborated")
    assert reviews_visible_to(second_annotator).count() == 2
    assert comments_visible_to(second_annotator).count() == 1


def test_a_draft_opens_nothing(rated, second_annotator):
    client = signed_in(second_annotator)
    client.post(reverse("web:draft", args=[rated.pk]), {"rating": "disputed"})
    assert not reviews_visible_to(second_annotator).exists()


def test_counts_do_not_tell_ratings(rated, outsider):
    before = queue_status(outsider), state_counts()
    Review.objects.update(rating="not_a_claim")
    assert (queue_status(outsider), state_counts()) == before


def test_an_editor_sees_reviews_once_all_are_in(claim, annotator, second_annotator, editor):
    submit_review(claim=claim, reviewer=annotator, rating="disputed")
    assert not reviews_visible_to(editor).exists()
    submit_review(claim=claim, reviewer=second_annotator, rating="disputed")
    assert reviews_visible_to(editor).count() == 2


def test_a_client_sees_reviews_once_a_verdict_is_signed(
    claim, annotator, second_annotator, editor, client_user
):
    submit_review(claim=claim, reviewer=annotator, rating="disputed")
    submit_review(claim=claim, reviewer=second_annotator, rating="disputed")
    assert not reviews_visible_to(client_user).exists()
    sign_verdict(claim=claim, editor=editor, rating="disputed", ruling="No.")
    assert reviews_visible_to(client_user).count() == 2


def test_an_annotator_who_did_not_review_sees_no_reviews_even_of_final_claims(
    claim, annotator, outsider
):
    submit_review(claim=claim, reviewer=annotator, rating="disputed")
    Claim.objects.update(state="final")
    assert not reviews_visible_to(outsider).exists()


def test_a_second_round_is_as_blind_as_the_first(
    claim, annotator, second_annotator, editor, outsider
):
    submit_review(claim=claim, reviewer=annotator, rating="disputed")
    submit_review(claim=claim, reviewer=second_annotator, rating="corroborated")
    send_back(claim=claim, editor=editor, comment="Look again.")
    submit_review(claim=claim, reviewer=outsider, rating="disputed")
    assert set(reviews_visible_to(annotator)) == set(annotator.reviews.all())
    assert not reviews_visible_to(editor).exists()
