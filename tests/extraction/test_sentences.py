import pytest

from annotations.extraction.text.sentences import MAX_SENTENCE, paragraphs, sentences


def split(text: str) -> list[str]:
    return [
        text[span.start : span.end]
        for paragraph in paragraphs(text)
        for span in sentences(text, paragraph)
    ]


@pytest.mark.parametrize(
    "expected",
    [
        pytest.param(["The U.S. Senate met at 9 a.m. on Monday.", "It rose early."], id="u-s-a-m"),
        pytest.param(["He left at 5 p.m.", "Police came later."], id="p-m-ends-a-sentence"),
        pytest.param(["The shop closes at 5 p.m. Friday."], id="p-m-before-a-day"),
        pytest.param(
            ["She moved to the U.S.", "He stayed at Acme Inc. in St. Louis."], id="u-s-ends"
        ),
        pytest.param(["J. K. Moore and Dr. Ann Lee Jr. left.", "Nobody spoke."], id="initials"),
        pytest.param(["Gov. Jane Roe met Lt. Col. John Doe on Sept. 5."], id="titles-and-months"),
        pytest.param(["Prices rose 3.5 percent to $1.20 a litre."], id="decimals"),
        pytest.param(["Sales rose ... but profits fell.", "No. 5 sold best."], id="ellipsis"),
        pytest.param(["“It is over.", "We lost.”", "Then he left."], id="inside-a-quotation"),
        pytest.param(["“Stop!” he said.", "Nobody did."], id="frame-behind-an-exclamation"),
        pytest.param(["He was ill.", "Doctors came at once."], id="ill-is-no-state"),
        pytest.param(["He saw World War I.", "Then peace came."], id="numeral-i"),
        pytest.param(["1. Six people were hurt."], id="number-of-a-list"),
        pytest.param(["He left Hurrah! Inc. in May.", "Hurrah!", "It sank."], id="firm"),
        pytest.param(["Who? Inc. cut 300 jobs.", "It fell."], id="mark-in-a-name"),
        pytest.param(["Sales rose.", "eBay gained.", "It fell."], id="small-letter-first"),
        pytest.param(["Six died, incl. Ann Lee.", "Few ran."], id="incl"),
        pytest.param(["Why did it fall?", "No one knows!", "We asked."], id="marks"),
    ],
)
def test_sentences_end_where_a_reader_ends_them(expected: list[str]) -> None:
    assert split(" ".join(expected)) == expected


def test_a_full_stop_glued_to_the_next_sentence_ends_one() -> None:
    assert split("Six were killed.The mine was old.") == ["Six were killed.", "The mine was old."]


def test_a_name_with_a_full_stop_inside_is_left_whole() -> None:
    assert split("He sold Example.Com to a rival.") == ["He sold Example.Com to a rival."]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028", "\x85", "\n\n \n"])
def test_a_line_is_a_paragraph_whatever_ends_it(newline: str) -> None:
    assert split(f"Six dead in blast{newline}Police are at the scene") == [
        "Six dead in blast",
        "Police are at the scene",
    ]


@pytest.mark.parametrize("text", ["word " * 2000, "([" * 4000, "1," * 4000, "." * 9000])
def test_text_without_sentences_is_cut_into_bounded_pieces(text: str) -> None:
    pieces = split(text)
    assert max(map(len, pieces)) <= 2 * MAX_SENTENCE
    assert "".join(pieces).replace(" ", "") == text.replace(" ", "")


def test_a_number_is_never_cut() -> None:
    assert split("9" * 50_000) == ["9" * 50_000]
