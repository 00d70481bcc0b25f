"""The demonstration: loads its stories, shows them, and doubles nothing."""

import re
import socket

import pytest
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings

from annotations.models import ApiToken, Article, Change, Claim, Figure, FigureGroup, Story, User

ROWS = (User, ApiToken, Story, Article, Claim, Figure, FigureGroup, Change)


@pytest.fixture
def _debug(settings: Settings) -> None:
    settings.DEBUG = True


def demo(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    call_command("demo", "--no-serve", *arguments)
    return capsys.readouterr().out


@pytest.mark.django_db
@pytest.mark.usefixtures("_debug")
def test_the_demonstration_shows_what_each_source_states(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown = demo(capsys)
    assert "Mine blasts in Karabakh" in shown
    assert "6 = 4 + 2" in shown
    assert "http://127.0.0.1:8000/stories/mine-blasts-in-karabakh/" in shown
    assert Story.objects.count() == 2
    assert Article.objects.count() == 10
    assert not Article.objects.filter(linked_version="").exists()


@pytest.mark.django_db
@pytest.mark.usefixtures("_debug")
def test_a_second_run_doubles_nothing_and_keeps_the_passwords(
    capsys: pytest.CaptureFixture[str],
) -> None:
    demo(capsys)
    before = {model: model.objects.count() for model in ROWS}
    passwords = list(User.objects.order_by("id").values_list("password"))
    shown = demo(capsys)
    assert {model: model.objects.count() for model in ROWS} == before
    assert list(User.objects.order_by("id").values_list("password")) == passwords
    assert shown.count("as printed before") == 4


@pytest.mark.django_db
@pytest.mark.usefixtures("_debug")
def test_the_printed_passwords_open_the_accounts(capsys: pytest.CaptureFixture[str]) -> None:
    printed = dict(re.findall(r"(demo-\w+) +│ +(\S+)", demo(capsys)))
    assert {user.username: user.role for user in User.objects.all()} == {
        "demo-anna": "annotator",
        "demo-ben": "annotator",
        "demo-edith": "editor",
        "demo-dashboard": "client",
    }
    assert all(user.check_password(printed[user.username]) for user in User.objects.all())
    renewed = dict(re.findall(r"(demo-\w+) +│ +(\S+)", demo(capsys, "--new-passwords")))
    assert all(user.check_password(renewed[user.username]) for user in User.objects.all())
    assert not set(renewed.values()) & set(printed.values())


@pytest.mark.django_db
def test_the_demonstration_is_refused_outside_debug() -> None:
    with pytest.raises(CommandError, match="DEBUG=true only"):
        call_command("demo", "--no-serve")
    assert not any(model.objects.exists() for model in ROWS)


@pytest.mark.usefixtures("_debug")
def test_a_port_that_is_taken_is_named_before_anything_is_done() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match=f"Port {port} cannot be had.*PORT={port + 1}"):
            call_command("demo", "--port", str(port))
