"""Accounts opened from the command line."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from annotations.models import Change, User

pytestmark = pytest.mark.django_db


def adduser(*arguments: str) -> str:
    out = StringIO()
    call_command("adduser", *arguments, stdout=out)
    return out.getvalue()


@pytest.mark.parametrize("role", ["annotator", "editor", "client"])
def test_the_printed_password_opens_an_account_of_the_role(role: str) -> None:
    printed = adduser("mira", "--role", role).strip().split(": ")[1]
    user = User.objects.get()
    assert (user.username, user.role) == ("mira", role)
    assert user.check_password(printed)
    assert not user.is_staff


def test_an_opened_account_is_in_the_log_without_its_password() -> None:
    adduser("mira")
    change = Change.objects.get()
    assert (change.action, change.after) == (
        "account.opened",
        {"username": "mira", "role": "annotator"},
    )


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("mira", id="a name that is taken"),
        pytest.param("a b", id="a name with a space"),
        pytest.param("", id="no name"),
        pytest.param("m" * 151, id="a name that is too long"),
    ],
)
def test_a_name_that_cannot_be_is_refused_and_nothing_is_stored(name: str) -> None:
    adduser("mira")
    with pytest.raises(CommandError):
        adduser(name)
    assert User.objects.count() == Change.objects.count() == 1
