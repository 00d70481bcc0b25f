"""The search for cycles is put off while stories are linked, and no longer."""

import gc

import pytest

from annotations.linking.collecting import uncollected
from annotations.linking.linker import link
from tests.linking.builders import article


def test_nothing_is_collected_within():
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_outermost_ends_it():
    with uncollected():
        with uncollected():
            pass
        assert not gc.isenabled()


def test_what_was_off_stays_off():
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_run_that_fails_leaves_it_on():
    with pytest.raises(ValueError, match="two articles"):
        link([article("one", "Six died."), article("one", "Six died.")])
    assert gc.isenabled()
