"""docker-compose.yml and the Dockerfile against the settings and the programs they name."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from factcheck.settings import env
from tests.system import compose
from tests.system.compose import ROOT
from tests.test_environment import manage

SECRETS = {"SECRET_KEY": "k" * 50, "POSTGRES_PASSWORD": "swordfish"}
SERVICES = compose.services(**SECRETS)
OURS = ("migrate", "web", "worker", "beat")


def test_the_services_are_those_of_a_newsroom() -> None:
    assert set(SERVICES) == {*OURS, "postgres", "redis"}


@pytest.mark.parametrize("missing", SECRETS)
def test_compose_refuses_to_start_without_its_secrets(missing: str) -> None:
    given = {name: value for name, value in SECRETS.items() if name != missing}
    with pytest.raises(KeyError, match=missing):
        compose.services(**given)


@pytest.mark.parametrize("name", OURS)
def test_every_variable_is_a_setting(name: str) -> None:
    assert set(SERVICES[name]["environment"]) <= set(env.names)


@pytest.mark.parametrize("name", OURS)
def test_the_settings_take_the_variables_that_compose_gives(name: str) -> None:
    result = manage("check", **SERVICES[name]["environment"])
    assert result.returncode == 0, result.stderr


def test_addresses_name_services() -> None:
    environment = SERVICES["web"]["environment"]
    for name in ("DATABASE_URL", "REDIS_URL"):
        host = re.search(r"(?:@|//)([\w.-]+):\d+/", environment[name])
        assert host
        assert host[1] in SERVICES


def test_the_health_checks_host_is_always_allowed() -> None:
    with_host = compose.services(**SECRETS, ALLOWED_HOSTS="factcheck.example.org")
    allowed = with_host["web"]["environment"]["ALLOWED_HOSTS"].split(",")
    assert allowed == ["factcheck.example.org", "127.0.0.1"]


def test_web_listens_where_its_port_and_its_health_check_point() -> None:
    web = SERVICES["web"]
    bind = compose.command(web)[compose.command(web).index("--bind") + 1]
    _, container_port = web["ports"][0].split(":")
    assert bind == f"0.0.0.0:{container_port}"
    assert f":{container_port}/health/" in web["healthcheck"]["test"][-1]


@pytest.mark.parametrize("name", OURS)
def test_commands_name_programs_and_options_that_exist(name: str) -> None:
    program, *arguments = compose.command(SERVICES[name])
    positional = [word for word in arguments if not word.startswith("-")]
    words = {
        "gunicorn": [],
        "celery": ["--app=factcheck", name],
        "python": ["manage.py", "migrate"],
    }[program]
    path = sys.executable if program == "python" else str(Path(sys.executable).parent / program)
    shown = subprocess.run(
        [path, *words, "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for option in (word.split("=")[0] for word in arguments if word.startswith("--")):
        assert option in shown.stdout
    if program == "gunicorn":
        assert positional[0] == "factcheck.wsgi"


@pytest.mark.parametrize("name", sorted(set(SERVICES) - {"migrate"}))
def test_what_runs_on_has_a_health_check_and_comes_back(name: str) -> None:
    assert SERVICES[name]["healthcheck"]["test"]
    assert SERVICES[name]["restart"] == "unless-stopped"


@pytest.mark.parametrize("name", ["web", "worker", "beat"])
def test_nothing_works_before_the_database_is_migrated(name: str) -> None:
    waits = SERVICES[name]["depends_on"]
    assert waits["migrate"] == {"condition": "service_completed_successfully"}
    assert waits["postgres"] == waits["redis"] == {"condition": "service_healthy"}


def test_beats_health_check_looks_where_beat_writes() -> None:
    folder = _dockerfile_variables()["VAR_DIR"]
    assert f"find {folder} " in SERVICES["beat"]["healthcheck"]["test"][-1]


def test_the_image_gets_every_file_that_the_dockerfile_copies() -> None:
    kept = {
        line.removeprefix("!")
        for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines()
        if line.startswith("!")
    }
    for line in _dockerfile():
        if line.startswith("COPY "):
            sources = line.split()[1:-1]
            assert set(sources) <= kept
            assert all((ROOT / source).exists() for source in sources)


def _dockerfile() -> list[str]:
    return (ROOT / "Dockerfile").read_text("utf-8").splitlines()


def _dockerfile_variables() -> dict[str, Any]:
    pairs = [
        pair.split("=")
        for line in _dockerfile()
        if line.startswith("ENV ")
        for pair in line.split()[1:]
    ]
    return dict(pairs)
