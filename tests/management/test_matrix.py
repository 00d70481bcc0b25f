"""``manage.py matrix``: a story's figures as a table in the terminal."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from annotations.models import Figure, Story
from tests.builders import make_group

pytestmark = pytest.mark.django_db


def test_the_table_shows_each_value_under_its_source(
    story: Story, figure: Figure, second_figure: Figure, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    make_group(story, [figure, second_figure], label="sailors injured")
    out = StringIO()
    call_command("matrix", story.slug, stdout=out)
    header, row = (
        next(line for line in out.getvalue().splitlines() if word in line)
        for word in ("Harbour Gazette", "sailors injured")
    )
    assert "Coast Wire" in header
    assert row.count("9") == 2


def test_a_story_that_is_not_there_is_named() -> None:
    with pytest.raises(CommandError, match="There is no story 'nowhere'"):
        call_command("matrix", "nowhere")
