from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from annotations.web.highlight import Piece, Run, excerpt, paragraphs


class Span(NamedTuple):
    name: int
    start: int
    end: int


TEXT = "Nine were hurt.\n\nThe owner said “two fled”."


def spelled(found):
    return ["".join(piece.text for run in line for piece in run.pieces) for line in found]


def test_a_text_without_claims_is_its_lines():
    assert paragraphs(TEXT, []) == [
        (Run(None, (Piece("Nine were hurt."),)),),
        (Run(None, (Piece("The owner said “two fled”."),), start=17),),
    ]


def test_a_figure_is_a_piece_of_its_claim():
    claim, figure = Span(7, 0, 15), Span(3, 0, 4)
    (line,) = paragraphs("Nine were hurt.", [claim], [figure])
    assert line == (Run(claim, (Piece("Nine", figure), Piece(" were hurt.")), first=True),)


def test_a_shorter_claim_inside_a_longer_one_can_be_picked():
    (line,) = paragraphs("abcdef", [Span(1, 0, 6), Span(2, 2, 4)])
    assert [(run.claim.name, run.first) for run in line] == [(1, True), (2, True), (1, False)]


def test_overlapping_claims_leave_no_text_out():
    (line,) = paragraphs("abcdef", [Span(1, 0, 4), Span(2, 2, 6)])
    assert spelled([line]) == ["abcdef"]
    assert {run.claim.name for run in line} == {1, 2}


def test_a_claim_across_lines_begins_once():
    first, second = paragraphs("ab\ncd", [Span(1, 0, 5)])
    assert [run.first for run in first + second] == [True, False]


def test_of_two_claims_on_the_same_words_the_first_given_is_picked():
    (line,) = paragraphs("abc", [Span(1, 0, 3), Span(2, 0, 3)])
    assert [run.claim.name for run in line] == [1]


def test_an_excerpt_is_the_claims_line_with_its_neighbours():
    claim = Span(1, 4, 5)
    lines = paragraphs("a\nb\nc\nd\ne", [claim])
    assert spelled(excerpt(lines, claim)) == ["b", "c", "d"]


def test_spans_count_code_points_not_bytes_nor_utf16_units():
    (line,) = paragraphs("🚢 nine", [Span(1, 2, 6)])
    assert line[1].pieces[0].text == "nine"


def test_blank_text_has_no_lines():
    assert paragraphs(" \n\t\n", []) == []


@given(
    st.text(alphabet="ab \n\r", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 10)), max_size=8),
)
def test_every_line_is_spelled_out_whatever_the_spans(text, raw):
    spans = [
        Span(number, start, min(start + length, len(text)))
        for number, (start, length) in enumerate(raw)
        if start < len(text)
    ]
    expected = [line for line in text.replace("\r", "\n").split("\n") if line.strip()]
    assert spelled(paragraphs(text, spans, spans)) == expected
