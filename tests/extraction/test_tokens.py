"""Tokens: what stands alone, and spans that hold for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.extraction.text.tokens import tokenize

CASES = [
    ("30-year-long", ["30", "-", "year", "-", "long"]),
    ("US $58.24 per barrel", ["US", "$", "58.24", "per", "barrel"]),
    ("$1.7bn", ["$", "1.7", "bn"]),
    ("the U.S. at 4 a.m.", ["the", "U.S.", "at", "4", "a.m."]),
    ("Azerbaijan’s 1,300.5 m2", ["Azerbaijan’s", "1,300.5", "m", "2"]),
    ("12,34,567 and 1,2", ["12,34,567", "and", "1", ",", "2"]),
    (".001 per cent.", [".001", "per", "cent", "."]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_a_text_is_cut_into_words_numbers_and_signs(text, expected):
    assert tokenize(text).texts == expected


@given(st.text())
def test_every_token_is_the_text_at_its_span_and_nothing_else_is_left_out(text):
    tokens = tokenize(text)
    spans = list(zip(tokens.starts, tokens.ends, strict=True))
    assert [text[start:end] for start, end in spans] == tokens.texts
    assert [start for start, _ in spans] == sorted(start for start, _ in spans)
    assert "".join(tokens.texts) == "".join(text.split())


@given(st.text(min_size=1))
def test_two_tokens_touch_where_one_begins_at_the_end_of_the_other(text):
    tokens = tokenize(text)
    touching = [tokens.touch(index) for index in range(-1, tokens.count + 1)]
    together = [end == start for end, start in zip(tokens.ends, tokens.starts[1:], strict=False)]
    assert touching == [False, *together, *[False] * (tokens.count + 1 - len(together))]


@given(st.text(), st.text())
def test_a_slice_has_spans_into_the_whole_text(before, text):
    whole = before + text
    tokens = tokenize(whole, len(before))
    assert tokens.texts == tokenize(text).texts
    for start, end, word in zip(tokens.starts, tokens.ends, tokens.texts, strict=True):
        assert whole[start:end] == word
