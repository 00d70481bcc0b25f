"""The documentation against the project: links, commands and targets that exist."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted(
    page
    for page in {*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("*/README.md")}
    if page.is_file()
)
_LINK = re.compile(r"\]\((?!https?://|#)([^)#\s]+)")
_COMMAND = re.compile(r"manage\.py ([a-z]\w*)")
# In a line of its own, perhaps with variables or a remark, or in code within a sentence.
_TARGET = re.compile(r"(?:`make |^make (?=\w+(?: *$| +#| +[A-Z_]+=)))(\w+)", re.MULTILINE)


def name(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_to_files(page: Path) -> None:
    missing = [
        link for link in _LINK.findall(page.read_text("utf-8")) if not (page.parent / link).exists()
    ]
    assert not missing


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_commands_and_targets_exist(page: Path) -> None:
    text = page.read_text("utf-8")
    assert set(_COMMAND.findall(text)) <= set(get_commands())
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^(\w+):", makefile, re.MULTILINE))
    assert set(_TARGET.findall(text)) <= targets


def test_every_page_is_reached_from_the_contents() -> None:
    contents = (ROOT / "docs" / "README.md").read_text("utf-8")
    listed = {(ROOT / "docs" / link).resolve() for link in _LINK.findall(contents)}
    pages = {page for page in PAGES if page.is_relative_to(ROOT / "docs")}
    assert pages - {ROOT / "docs" / "README.md"} == listed
