"""Load the demonstration's stories and accounts, show what they hold, and serve them."""

import socket
import tomllib
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from rich.console import Console
from rich.table import Table

from annotations.management.tables import print_figures
from annotations.models import Story
from annotations.selectors import work
from annotations.selectors.figures import figure_matrix
from annotations.services.accounts import (
    Access,
    NotADemonstrationError,
    ensure_demonstration_accounts,
    require_demonstration,
)
from annotations.services.ingest import ingest_document
from annotations.services.linking import link_story
from annotations.services.loading import Refusal, load, targets_of
from annotations.services.reading import read_article
from annotations.services.stories import story_titled

SEEDS = settings.BASE_DIR / "seeds"
ADDRESS = "127.0.0.1"


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="where to serve (8000)")
        parser.add_argument("--no-serve", action="store_false", dest="serve", help="only load")
        parser.add_argument(
            "--new-passwords", action="store_true", help="give the accounts new passwords"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        port: int = options["port"]
        try:
            require_demonstration()
        except NotADemonstrationError as error:
            raise CommandError(str(error)) from error
        if options["serve"]:
            _require_free(port)
        console = Console()
        with console.status("Loading the demonstration"):
            call_command("migrate", verbosity=0, interactive=False)
            accounts = ensure_demonstration_accounts(renew=options["new_passwords"])
            stories = [_load_story(entry) for entry in _entries()]
        for story in stories:
            print_figures(console, figure_matrix(story))
        _print_accounts(console, accounts)
        _print_addresses(console, f"http://{ADDRESS}:{port}", stories, accounts)
        if options["serve"]:
            call_command("runserver", f"{ADDRESS}:{port}", use_reloader=False)


def _require_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except (OSError, OverflowError) as error:
            reason = "is no port" if isinstance(error, OverflowError) else "cannot be had"
            raise CommandError(
                f"Port {port} {reason}: {error}. Stop what listens there, or choose another: "
                f"make demo PORT={port + 1}"
            ) from error


def _entries() -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = tomllib.loads((SEEDS / "stories.toml").read_text())["story"]
    return entries


def _load_story(entry: dict[str, Any]) -> Story:
    """The story with all its articles stored, read and linked; what was there before is kept."""
    story = story_titled(title=entry["title"])
    for target in targets_of(str(SEEDS / entry["folder"])):
        for loaded in load(target):
            if isinstance(loaded, Refusal):
                raise CommandError(f"{loaded.where}: {loaded.reason}")
            source = entry["outlets"].get(Path(target).name) or loaded.document.outlet
            ingest_document(document=loaded.document, source_name=source, story=story)
    for article in work.unread_articles().filter(story=story):
        read_article(article_id=article.pk)
    if story.pk in work.unlinked_stories():
        link_story(story_id=story.pk)
    return story


def _print_accounts(console: Console, accounts: list[Access]) -> None:
    table = Table(title="Accounts", caption="Passwords and tokens are shown once.")
    for heading in ("Role", "Name", "Password"):
        table.add_column(heading)
    for access in accounts:
        kept = "[dim]as printed before[/dim]"
        table.add_row(access.user.get_role_display(), access.user.username, access.password or kept)
    console.print(table)
    if not all(access.password for access in accounts):
        console.print("New passwords: make demo DEMO_ARGS=--new-passwords", style="dim")


def _print_addresses(
    console: Console, base: str, stories: list[Story], accounts: list[Access]
) -> None:
    token = next((access.token for access in accounts if access.token), "TOKEN")
    authorization = f"curl -H 'Authorization: Bearer {token}'"
    lines = [("Sign in and review", f"{base}{reverse('web:queue')}")]
    lines += [(s.title, f"{base}{reverse('web:story', args=[s.slug])}") for s in stories]
    lines += [
        ("API documentation", f"{base}{reverse('api:docs')}"),
        ("Claims for a program", f"{authorization} {base}{reverse('api:claim-list')}"),
    ]
    console.print()
    for what, where in lines:
        console.print(f"{what:30} {where}", markup=False, highlight=False, soft_wrap=True)
    console.print()
