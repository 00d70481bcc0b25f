"""The service's log lines."""

import json
import logging
import logging.config
import sys

import pytest

from factcheck.logs import logging_settings


@pytest.mark.parametrize("as_json", [True, False], ids=["json", "plain"])
def test_an_error_is_logged_with_its_place_and_without_the_values_at_hand(*, as_json: bool) -> None:
    config = logging_settings(level="WARNING", as_json=as_json)
    formatter = logging.config.DictConfigurator(config).configure_formatter(
        config["formatters"]["lines"]
    )
    password = "hunter2-hunter2"
    try:
        raise OSError("the disk is full")
    except OSError:
        record = logging.LogRecord("x", logging.ERROR, "", 0, "failed: %s", ("a",), None)
        record.exc_info = sys.exc_info()
    line = formatter.format(record)
    assert "failed: a" in line
    assert "the disk is full" in line
    assert __name__.rpartition(".")[2] in line
    assert password not in line
    if as_json:
        assert json.loads(line)["level"] == "error"
