"""The schema and the service say the same, whoever asks."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.db.models import Model
from drf_spectacular.generators import SchemaGenerator
from hypothesis import HealthCheck, Phase, settings
from schemathesis import Case
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from annotations.models import (
    ApiToken,
    Article,
    Claim,
    Figure,
    FigureGroup,
    FigureLink,
    Guideline,
    Role,
    Source,
    Story,
    User,
    Verdict,
)
from annotations.services.guidelines import publish_guideline
from annotations.services.reviewing import submit_review
from annotations.services.tokens import issue_token
from annotations.services.verdicts import sign_verdict
from tests import builders

pytestmark = pytest.mark.django_db

CHECKS = [
    schemathesis.checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
EXAMPLES = 5
OF_ROOM: dict[str, type[Model]] = {
    "articles": Article,
    "figures": Figure,
    "groups": FigureGroup,
    "guidelines": Guideline,
    "links": FigureLink,
    "sources": Source,
    "stories": Story,
    "verdicts": Verdict,
}
# Of no network that exists, so that nothing is looked up or connected to.
NOWHERE = "http://192.0.2.7/page"


schema = schemathesis.openapi.from_dict(SchemaGenerator().get_schema(public=True))
schema.app = get_wsgi_application()


@pytest.fixture(autouse=True)
def _connection_kept() -> Iterator[None]:
    """As with Django's own test client, a request does not close the test's connection."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def world(
    claim: Claim,
    second_claim: Claim,
    figure: Figure,
    second_figure: Figure,
    annotator: User,
    second_annotator: User,
    editor: User,
) -> None:
    """One of each thing, so that ids are found."""
    builders.make_group(claim.article.story, [figure, second_figure])
    for reviewer in (annotator, second_annotator):
        submit_review(claim=claim, reviewer=reviewer, rating="disputed")
    sign_verdict(claim=claim, editor=editor, rating="disputed", ruling="It was eight.")
    publish_guideline(story=claim.article.story, text="Rate the words.", editor=editor)


@pytest.fixture
def callers(world: None, settings: Any) -> list[dict[str, str]]:
    """The headers that somebody of each role comes with, and nobody's."""
    settings.API_RATES = dict.fromkeys(settings.API_RATES, 10**9)
    headers = [{}]
    for role in Role.values:
        user, day = builders.make_user(role=role), timedelta(days=1)
        _, token = issue_token(user=user, name="x", scope=ApiToken.Scope.WRITE, lifetime=day)
        headers.append({"Authorization": f"Bearer {token}"})
    return headers


@schema.parametrize()
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_no_answer_is_a_fault_or_undocumented(case: Case, callers: list[dict[str, str]]) -> None:
    for headers in callers:
        case.call_and_validate(headers=headers, checks=CHECKS)
    find_what_there_is(case)
    for headers in callers:
        case.call_and_validate(headers=headers, checks=CHECKS)


def find_what_there_is(case: Case) -> None:
    """Ask for ids that exist and for addresses that lead nowhere."""
    if "id" in case.path_parameters and "tokens" not in case.path:
        case.path_parameters["id"] = lowest_id(case.path)
    if isinstance(case.body, Mapping) and "url" in case.body:
        case.body = dict(case.body) | {"url": NOWHERE}


def lowest_id(path: str) -> int:
    room = path.removeprefix("/api/v1/").partition("/")[0]
    return OF_ROOM.get(room, Claim).objects.order_by("id").values_list("id", flat=True)[0]
