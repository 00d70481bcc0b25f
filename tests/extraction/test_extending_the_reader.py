"""The additions that docs/extending-the-reader.md shows, made to a copy of the reader."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "extending-the-reader.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```\w*\n(.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE)
READ = """
import json, sys
from annotations.extraction.reader import read
for line in sys.stdin:
    print(json.dumps([
        (figure.low, figure.high, figure.modifier, figure.unit, figure.counted, figure.event)
        for figure in read(line).figures
    ]))
"""
SENTENCES = {
    "They burned at least 40 cords of wood.": [[40, None, "at_least", "cord", "wood", ""]],
    "They read by a 3dpt lens.": [[3, 3, "exact", "dioptre", "", ""]],
    "No smaller than 4 percent.": [[4, None, "at_least", "percent", "", ""]],
    "The clinic screened 1,200 children.": [[1200, 1200, "exact", "person", "child", "screened"]],
    "1,200 children have been screened.": [[1200, 1200, "exact", "person", "child", "screened"]],
}


def add_what_the_guide_shows(lexicon: Path) -> None:
    units = [block for block in BLOCKS if "\t" in block]
    (modifier,) = (block for block in BLOCKS if block.startswith("Modifier"))
    (event,) = (block for block in BLOCKS if "EventClass" in block)
    with (lexicon / "units.tsv").open("a", encoding="utf-8") as table:
        table.writelines(units)
    replace(lexicon / "bounds.py", *first_two_lines(modifier))
    replace(lexicon / "events.py", "CLASSES = (\n", event.partition("    …")[0])


def first_two_lines(block: str) -> tuple[str, str]:
    """The line that opens a table, and that line with the words the guide puts below it first."""
    opening, words, *_ = block.splitlines()
    added = words.strip().partition("|")[0]
    return f"    {opening}\n", f"    {opening}\n        {added}|\n"


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def readings(directory: Path) -> list[list[list[object]]]:
    done = subprocess.run(
        [sys.executable, "-c", READ],
        input="\n".join(SENTENCES),
        capture_output=True,
        encoding="utf-8",
        cwd=directory,
        check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    package = tmp_path / "annotations"
    shutil.copytree(ROOT / "annotations" / "extraction", package / "extraction")
    shutil.copy(ROOT / "annotations" / "__init__.py", package)
    return tmp_path


def test_what_the_guide_adds_is_read_as_it_says_and_was_not_before(copied: Path) -> None:
    before = readings(copied)
    assert not any(map(list.__eq__, before, SENTENCES.values()))
    add_what_the_guide_shows(copied / "annotations" / "extraction" / "lexicon")
    assert readings(copied) == list(SENTENCES.values())
