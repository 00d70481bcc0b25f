"""The schema: valid, complete, and shown without anything from elsewhere."""

import re

from django.core.management import call_command
from rest_framework.test import APIClient


def test_the_schema_is_valid_and_nothing_in_it_is_guessed(tmp_path: object) -> None:
    call_command("spectacular", validate=True, fail_on_warn=True, file=f"{tmp_path}/schema.yml")


def test_the_schema_is_served_as_openapi_3_1() -> None:
    answer = APIClient().get("/api/v1/schema/?format=json")
    assert answer.json()["openapi"].startswith("3.1")
    assert "application/problem+json" in answer.content.decode()


def test_the_page_to_browse_it_loads_nothing_from_elsewhere() -> None:
    answer = APIClient().get("/api/v1/docs/", HTTP_ACCEPT="text/html")
    assert answer.status_code == 200
    loaded = re.findall(r'(?:src|href)="([^"]+)"', answer.content.decode())
    assert loaded
    assert all(address.startswith("/") for address in loaded)
