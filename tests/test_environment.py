"""Settings: bad values are refused by name, before anything starts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
KEY = "k" * 50


def run(*command: str, text: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command that sees no ``.env`` and, of the settings, only ``variables``."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        command,
        cwd=ROOT,
        env=kept | {"ENV_FILE": ""} | variables,
        input=text,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def manage(*arguments: str, text: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
    return run(sys.executable, "manage.py", *arguments, text=text, **variables)


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        pytest.param("DEBUG", "maybe", "one of true, yes, on", id="a flag that is neither"),
        pytest.param("HTTPS_ONLY", "", "one of true, yes, on", id="an empty flag"),
        pytest.param("LEASE_MINUTES", "0", "from 1 to 1440", id="a lease of no time"),
        pytest.param("LEASE_MINUTES", "-5", "from 1 to 1440", id="a negative lease"),
        pytest.param("LEASE_MINUTES", "a quarter", "a whole number", id="a lease in words"),
        pytest.param("LEASE_MINUTES", "9" * 400, "a whole number", id="a lease of 400 digits"),
        pytest.param("SWEEP_SECONDS", "1.5", "a whole number", id="a fraction of a second"),
        pytest.param("API_TOKEN_DAYS", "0", "from 1 to 365", id="tokens that never live"),
        pytest.param("DATABASE_URL", "mysql://u:p@h/n", "sqlite://", id="another database"),
        pytest.param("DATABASE_URL", "factcheck.db", "postgres://", id="a bare file name"),
        pytest.param("DATABASE_URL", "", "postgres://", id="an empty database address"),
        pytest.param("DATABASE_URL", "postgres://h:x/n", "5432/name", id="a port in letters"),
        pytest.param("DATABASE_URL", "postgres://u:p@host", "5432/name", id="no database name"),
        pytest.param("REDIS_URL", "localhost:6379", "redis://", id="no scheme"),
        pytest.param("REDIS_URL", "amqp://h", "redis://", id="another broker"),
        pytest.param("TIME_ZONE", "Mars/Olympus", "Europe/Oslo", id="no such time zone"),
        pytest.param("LOG_LEVEL", "LOUD", "one of DEBUG, INFO", id="no such level"),
        pytest.param("CSRF_TRUSTED_ORIGINS", "a.example", "https://", id="an origin's bare host"),
        pytest.param("SECRET_KEY", "short", "32 random characters", id="a short key"),
    ],
)
def test_a_bad_value_is_refused_with_its_name_and_what_was_expected(
    name: str, value: str, expected: str
) -> None:
    result = manage("check", **{"SECRET_KEY": KEY, name: value})
    assert result.returncode == 1
    assert f"{name}: expected" in result.stderr
    assert expected in result.stderr
    assert "Traceback" not in result.stderr


def test_a_refusal_repeats_no_password() -> None:
    result = manage("check", SECRET_KEY=KEY, DATABASE_URL="mysql://user:hunter2@host/name")
    assert "mysql://" in result.stderr
    assert "hunter2" not in result.stderr


def test_a_flag_is_read_in_any_case() -> None:
    assert manage("check", SECRET_KEY=KEY, DEBUG="True").returncode == 0


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["gunicorn", "factcheck.wsgi", "--bind", "127.0.0.1:0"], id="web"),
        pytest.param(["celery", "-A", "factcheck", "worker"], id="worker"),
        pytest.param(["celery", "-A", "factcheck", "beat"], id="beat"),
    ],
)
def test_nothing_serves_or_works_without_a_key(command: list[str]) -> None:
    program = str(Path(sys.executable).parent / command[0])
    result = run(program, *command[1:], REDIS_URL="redis://127.0.0.1:1/0")
    assert result.returncode != 0
    assert "SECRET_KEY: expected a key" in result.stdout + result.stderr


@pytest.mark.parametrize("command", ["extract", "link"])
def test_the_text_filters_need_no_settings_at_all(command: str) -> None:
    result = manage(command, text='{"id": "a", "text": "Six people were killed in Alvik."}\n')
    assert result.returncode == 0, result.stderr
    assert '"start"' in result.stdout


def test_a_production_environment_passes_the_deployment_check() -> None:
    result = manage(
        "check",
        "--deploy",
        "--fail-level",
        "WARNING",
        SECRET_KEY="pQ7-" + "Zt3_xYv9kLm2" * 5,
        DATABASE_URL="postgres://factcheck:secret@postgres:5432/factcheck",
        REDIS_URL="redis://redis:6379/0",
        ALLOWED_HOSTS="factcheck.example.org",
        CSRF_TRUSTED_ORIGINS="https://factcheck.example.org",
        HTTPS_ONLY="true",
        BEHIND_PROXY="true",
    )
    assert result.returncode == 0, result.stderr


def test_the_reference_names_every_setting_and_no_other() -> None:
    from factcheck.settings import env

    lines = (ROOT / "docs" / "reference" / "settings.md").read_text("utf-8").splitlines()
    documented = [line.split("`")[1] for line in lines if line.startswith("| `")]
    assert sorted(documented) == sorted(env.names)
