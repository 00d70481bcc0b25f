import pytest
from django.core.exceptions import ValidationError

from annotations.models import Role, User
from annotations.services.accounts import open_account
from tests.builders import make_user


@pytest.fixture
def coco(db):
    return make_user("coco")


@pytest.mark.parametrize(
    "name",
    ["Coco", "ｃｏｃｏ", "сосо", "cоco", "ℂoco"],
    ids=["in capitals", "in wide letters", "all Cyrillic", "one Cyrillic letter", "a symbol"],
)
def test_a_name_that_looks_like_anothers_is_refused(coco, name):
    with pytest.raises(ValidationError) as refused:
        open_account(username=name, role=Role.ANNOTATOR)
    assert list(refused.value.message_dict) == ["username"]
    assert User.objects.count() == 1


@pytest.mark.parametrize("name", ["coca", "Анна", "田中", "ωμέγα", "müller"])
def test_names_of_every_alphabet_are_taken(coco, name):
    assert open_account(username=name, role=Role.ANNOTATOR).username == name


def test_a_name_that_is_taken_is_refused_once(coco):
    with pytest.raises(ValidationError) as refused:
        open_account(username="coco", role=Role.ANNOTATOR)
    assert len(refused.value.message_dict["username"]) == 1


def test_an_account_keeps_its_own_name(coco):
    coco.set_password("another-long-one")
    coco.full_clean()
