"""The fixed cast, and where tests that need a server or a browser are skipped.

With FACTCHECK_REQUIRE_ALL=1 whatever is skipped fails instead, so that no run passes by leaving it
out.
"""

import os
import shutil
from collections.abc import Generator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkdtemp
from uuid import uuid4

import pytest
from django.conf import settings
from pytest_django.fixtures import Settings

from annotations.models import Article, Claim, Figure, Role, Source, Story, User
from tests import builders


def pytest_configure() -> None:
    """Tests need no .env and no collected static files, and their tasks run in process.

    What wants a real broker and worker (tests/system/) starts them as processes of its own.
    """
    settings.SECRET_KEY = "only-for-tests-that-keep-no-secrets"
    settings.CELERY_TASK_ALWAYS_EAGER = True
    # Hashing slowly is what makes a password safe, and a suite of thousands of accounts slow.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    database = settings.DATABASES["default"]
    if "sqlite" in database["ENGINE"]:
        # A file, as in use: the requests to a live server would share a connection to memory, and
        # two at once each other's transaction.
        folder = Path(mkdtemp(prefix="factcheck-tests-"))
        database.setdefault("TEST", {})["NAME"] = str(folder / "db.sqlite3")


def pytest_unconfigure() -> None:
    database = settings.DATABASES["default"]
    if "sqlite" in database["ENGINE"]:
        shutil.rmtree(Path(database["TEST"]["NAME"]).parent, ignore_errors=True)


@pytest.fixture(autouse=True)
def _own_cache(settings: Settings) -> None:
    """No test sees what another, or another process, left in a shared cache."""
    default = settings.CACHES["default"]
    settings.CACHES = {"default": default | {"KEY_PREFIX": uuid4().hex}}


def _chromium() -> bool:
    named = os.environ.get("CHROMIUM")
    if named:
        return Path(named).is_file()
    return any(shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))


def _missing(marker: str) -> str:
    """What the marker asks for and this machine lacks, in words; empty where all is there."""
    engine = settings.DATABASES["default"]["ENGINE"]
    if marker == "postgres" and "postgresql" not in engine:
        return "DATABASE_URL names no PostgreSQL"
    if marker == "sqlite" and "sqlite" not in engine:
        return "DATABASE_URL names another database"
    if marker == "redis" and not settings.REDIS_URL:
        return "REDIS_URL names no Redis"
    if marker == "browser" and not _chromium():
        return "Chromium is not installed"
    return ""


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker in ("postgres", "sqlite", "redis", "browser"):
        reason = _missing(marker) if item.get_closest_marker(marker) else ""
        if reason:
            pytest.skip(reason)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.skipped and os.environ.get("FACTCHECK_REQUIRE_ALL") == "1":
        report.outcome = "failed"
        report.longrepr = f"required, but skipped: {report.longreprtext}"
    return report


@pytest.fixture
def annotator(db: None) -> User:
    return builders.make_user("anna", role=Role.ANNOTATOR)


@pytest.fixture
def second_annotator(db: None) -> User:
    return builders.make_user("bela", role=Role.ANNOTATOR)


@pytest.fixture
def editor(db: None) -> User:
    return builders.make_user("edda", role=Role.EDITOR)


@pytest.fixture
def outsider(db: None) -> User:
    """An annotator who has nothing to do with the claim at hand."""
    return builders.make_user("otto", role=Role.ANNOTATOR)


@pytest.fixture
def client_user(db: None) -> User:
    return builders.make_user("newsdesk-bot", role=Role.CLIENT)


@pytest.fixture
def source(db: None) -> Source:
    return builders.make_source("Harbour Gazette")


@pytest.fixture
def second_source(db: None) -> Source:
    return builders.make_source("Coast Wire", kind=Source.Kind.AGENCY)


@pytest.fixture
def story(db: None) -> Story:
    return builders.make_story("Ferry fire", slug="ferry-fire")


@pytest.fixture
def article(story: Story, source: Source) -> Article:
    return builders.make_article(
        "Nine sailors were hurt when the ferry caught fire. The owner denied any fault.",
        source=source,
        story=story,
        url="https://gazette.example/ferry",
        title="Ferry burns in harbour",
        published_at=datetime(2026, 3, 2, 8, tzinfo=UTC),
    )


@pytest.fixture
def second_article(story: Story, second_source: Source) -> Article:
    return builders.make_article(
        "The blaze on the ferry injured nine crew members, the port said.",
        source=second_source,
        story=story,
        url="https://wire.example/ferry",
        title="Nine injured on ferry",
        published_at=datetime(2026, 3, 2, 10, tzinfo=UTC),
    )


@pytest.fixture
def claim(article: Article) -> Claim:
    return builders.make_claim(article, "Nine sailors were hurt when the ferry caught fire.")


@pytest.fixture
def second_claim(second_article: Article) -> Claim:
    return builders.make_claim(second_article)


@pytest.fixture
def figure(claim: Claim) -> Figure:
    return builders.make_figure(claim, "Nine sailors", 9, counted="sailor", event="injured")


@pytest.fixture
def second_figure(second_claim: Claim) -> Figure:
    return builders.make_figure(
        second_claim, "nine crew members", 9, counted="member", event="injured"
    )
