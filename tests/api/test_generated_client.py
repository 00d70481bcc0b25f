"""A client generated from the schema, used against the running service."""

import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

import orjson
import pytest
from drf_spectacular.generators import SchemaGenerator

from annotations.models import ApiToken, Claim, User
from annotations.services.reviewing import submit_review
from annotations.services.tokens import issue_token

PACKAGE = "factcheck_client"


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The directory that a generated package stands in."""
    place = tmp_path_factory.mktemp("client")
    document = SchemaGenerator().get_schema(public=True)
    (place / "schema.json").write_bytes(orjson.dumps(document))
    (place / "config.yml").write_text(
        f"package_name_override: {PACKAGE}\nliteral_enums: true\npost_hooks: []\n"
    )
    done = subprocess.run(
        [
            Path(sys.executable).with_name("openapi-python-client"),
            "generate",
            "--path=schema.json",
            "--config=config.yml",
            "--meta=none",
            "--fail-on-warning",
        ],
        cwd=place,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return place


@pytest.fixture
def part(generated: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    """A module of the generated package."""
    monkeypatch.syspath_prepend(str(generated))
    return lambda name: __import__(f"{PACKAGE}.{name}", fromlist=["*"])


@pytest.mark.django_db(transaction=True)
def test_a_generated_client_reviews_a_claim_and_reads_its_status(
    part: Callable[[str], Any],
    live_server: Any,
    claim: Claim,
    annotator: User,
    second_annotator: User,
) -> None:
    submit_review(claim=claim, reviewer=second_annotator, rating="disputed")
    _, token = issue_token(
        user=annotator, name="generated", scope=ApiToken.Scope.WRITE, lifetime=timedelta(hours=1)
    )
    models = part("models")
    with part("client").AuthenticatedClient(base_url=live_server.url, token=token) as client:
        page = part("api.claims.claims_list").sync(client=client, state="in_review")
        assert [row.id for row in page.results] == [claim.pk]
        assert page.results[0].reviews == []
        review = part("api.claims.claims_review_create").sync(
            claim.pk,
            client=client,
            body=models.ReviewBody(rating="disputed"),
        )
        assert review.reviewer.username == annotator.username
        status = part("api.claims.claims_status_retrieve").sync(claim.pk, client=client)
        assert status.state == "agreed"
        refused = part("api.claims.claims_verdict_create").sync(
            claim.pk,
            client=client,
            body=models.VerdictBody(rating="disputed", ruling="It was eight."),
        )
        assert (refused.status, refused.title) == (403, "Forbidden")
