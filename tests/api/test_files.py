"""Reports and exports through the API."""

import builtins
import csv
import io
import json
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from annotations.models import Claim, Figure, Role, Story, User
from annotations.reporting.formats import FORMATS
from annotations.selectors.exports import EXPORTS
from annotations.services.reviewing import submit_review
from annotations.services.verdicts import sign_verdict
from tests import builders
from tests.api.conftest import Caller
from tests.reporting.test_report import EVERY_FORMAT, refusing

pytestmark = pytest.mark.django_db

# What the files of each format begin with.
BEGINNINGS = {"html": b"<!doctype", "csv": b"\xef\xbb\xbf", "xlsx": b"PK", "pdf": b"%PDF"}


@pytest.fixture
def signed(claim: Claim, figure: Figure, second_figure: Figure, editor: User) -> Claim:
    """A claim with a verdict, in a story with a group."""
    builders.make_group(claim.article.story, [figure, second_figure])
    for _ in range(2):
        submit_review(claim=claim, reviewer=builders.make_user(), rating="disputed")
    sign_verdict(claim=claim, editor=editor, rating="disputed", ruling="It was eight.")
    return claim


def read(answer: Any) -> bytes:
    return b"".join(answer.streaming_content)


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("role", Role.values)
def test_a_report_is_a_file_in_the_format_asked_for(
    caller: Caller, signed: Claim, name: str, role: str
) -> None:
    api = caller(builders.make_user(role=role))
    path = f"/api/v1/stories/{signed.article.story_id}/report/"
    answer = api.get(path, {"file_format": name}, HTTP_ACCEPT="application/octet-stream")
    assert answer.status_code == 200
    assert answer["Content-Type"] == FORMATS[name].content_type
    assert answer["Content-Disposition"].startswith('attachment; filename="ferry-fire-')
    assert answer["Content-Disposition"].endswith(f'.{name}"')
    assert answer.content.lower().startswith(BEGINNINGS[name].lower())


def test_a_report_is_a_page_unless_told_otherwise(bot_api: APIClient, signed: Claim) -> None:
    answer = bot_api.get(f"/api/v1/stories/{signed.article.story_id}/report/")
    assert answer["Content-Type"].startswith("text/html")
    assert "It was eight." in answer.content.decode()


def test_a_format_that_cannot_be_made_here_is_503(
    bot_api: APIClient, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lacks_a_library(*args: object, **kwargs: object) -> None:
        raise OSError("cannot load library 'pango'")

    monkeypatch.setattr(builtins, "__import__", refusing("weasyprint", lacks_a_library))
    answer = bot_api.get(f"/api/v1/stories/{story.pk}/report/", {"file_format": "pdf"})
    assert (answer.status_code, answer["Content-Type"]) == (503, "application/problem+json")
    assert "Pango" in answer.json()["detail"]


@pytest.mark.parametrize("kind", EXPORTS)
def test_an_export_holds_the_same_rows_in_each_format(
    bot_api: APIClient, signed: Claim, kind: str
) -> None:
    path = f"/api/v1/exports/{kind}/"
    lines = bot_api.get(path)
    assert lines["Content-Type"] == "application/jsonl; charset=utf-8"
    rows = [json.loads(line) for line in read(lines).splitlines()]
    table = bot_api.get(path, {"file_format": "csv"}, HTTP_ACCEPT="text/csv")
    assert table["Content-Disposition"] == f'attachment; filename="{kind}.csv"'
    cells = list(csv.DictReader(io.StringIO(read(table).decode(), newline="")))
    assert [row["id"] for row in rows] == [int(cell["id"]) for cell in cells]
    assert list(rows[0]) == list(cells[0]) == list(EXPORTS[kind].columns)


def test_an_export_is_of_one_story_where_it_is_named(bot_api: APIClient, signed: Claim) -> None:
    elsewhere = builders.make_claim(builders.make_article("Two died.", story=builders.make_story()))
    answer = bot_api.get("/api/v1/exports/claims/", {"story": elsewhere.article.story_id})
    assert [json.loads(line)["id"] for line in read(answer).splitlines()] == [elsewhere.pk]
    assert f'"{elsewhere.article.story.slug}-claims.jsonl"' in answer["Content-Disposition"]


def test_an_export_comes_in_parts(bot_api: APIClient, claim: Claim) -> None:
    for length in range(1, 70):
        for kind in ("quote", "denial", "event"):
            builders.make_claim(claim.article, claim.article.text[:length], kind=kind)
    answer: Any = bot_api.get("/api/v1/exports/claims/")
    parts = list(answer.streaming_content)
    assert len(parts) == 2
    assert len(b"".join(parts).splitlines()) == 208


def test_an_export_that_is_known_is_not_sent_again(bot_api: APIClient, signed: Claim) -> None:
    tag = bot_api.get("/api/v1/exports/verdicts/")["ETag"]
    again = bot_api.get("/api/v1/exports/verdicts/", HTTP_IF_NONE_MATCH=tag)
    assert again.status_code == 304
    other = bot_api.get("/api/v1/exports/verdicts/?file_format=csv", HTTP_IF_NONE_MATCH=tag)
    assert other.status_code == 200


@pytest.mark.parametrize(
    ("path", "status", "field"),
    [
        ("stories/{story}/report/?file_format=docx", 400, "?file_format"),
        ("stories/{story}/report/?format=csv", 400, "?format"),
        ("stories/999999/report/", 404, ""),
        ("exports/claims/?file_format=xml", 400, "?file_format"),
        ("exports/claims/?story=999999", 400, "?story"),
        ("exports/claims/?story=ferry", 400, "?story"),
        ("exports/reviews/", 404, ""),
    ],
)
def test_files_that_are_not_to_be_had_are_problems(
    bot_api: APIClient, story: Story, path: str, status: int, field: str
) -> None:
    answer = bot_api.get("/api/v1/" + path.format(story=story.pk), HTTP_ACCEPT="text/csv")
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert [error["field"] for error in answer.json().get("errors", [])] == [field] * bool(field)


@pytest.mark.parametrize("path", ["stories/{story}/report/", "exports/claims/"])
def test_files_are_for_those_who_are_signed_in(story: Story, path: str) -> None:
    assert APIClient().get("/api/v1/" + path.format(story=story.pk)).status_code == 401


def test_a_report_costs_at_most_six_queries(bot_api: APIClient, signed: Claim) -> None:
    bot_api.get("/api/v1/account/")  # The token's last use is noted once a minute.
    with CaptureQueriesContext(connection) as asked:
        bot_api.get(f"/api/v1/stories/{signed.article.story_id}/report/")
    assert len(asked) <= 6


@pytest.mark.parametrize("kind", EXPORTS)
def test_an_export_costs_the_same_queries_whatever_its_size(
    bot_api: APIClient, signed: Claim, kind: str
) -> None:
    bot_api.get("/api/v1/account/")
    path = f"/api/v1/exports/{kind}/"
    with CaptureQueriesContext(connection) as few:
        read(bot_api.get(path))
    for number in range(5):
        article = builders.make_article(f"In town {number} two died.", story=signed.article.story)
        claim = builders.make_claim(article)
        builders.make_group(article.story, [builders.make_figure(claim, "two", 2)])
    with CaptureQueriesContext(connection) as many:
        read(bot_api.get(path))
    assert len(few) == len(many)
