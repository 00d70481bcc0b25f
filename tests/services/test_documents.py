"""What bytes and fields from outside become, and how what is wrong with them is named."""

import json
from datetime import UTC, datetime

import pytest

from annotations.services.documents import (
    DocumentError,
    decode,
    document_of_fields,
    fields_of_line,
    moment,
    page_document,
    text_document,
)

BODY = "Nine sailors were hurt when the ferry caught fire. The owner denied any fault."


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        pytest.param(b"", "is empty", id="empty"),
        pytest.param(b" \n\t ", "is empty", id="white space only"),
        pytest.param(b"PK\x03\x04\x14\x00", "is a ZIP archive", id="zip"),
        pytest.param(b"%PDF-1.7 ...", "is a PDF file", id="pdf"),
        pytest.param(b"\x89PNG\r\n", "is a PNG image", id="png"),
        pytest.param("Café".encode("latin-1"), "byte 0xe9 at offset 3", id="latin-1"),
        pytest.param(b"ab\xff", "is not UTF-8: byte 0xff at offset 2", id="broken at the end"),
        pytest.param(b"six\x00dead", "NUL at character 3", id="NUL"),
        pytest.param(b"\xff\xfe\x41", "is not utf-16", id="half a UTF-16 character"),
    ],
)
def test_bytes_that_are_no_text_are_refused_with_the_place(raw: bytes, reason: str) -> None:
    with pytest.raises(DocumentError, match=reason):
        decode(raw)


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("Khojavənd".encode(), id="UTF-8"),
        pytest.param("Khojavənd".encode("utf-8-sig"), id="UTF-8 with a byte order mark"),
        pytest.param("Khojavənd".encode("utf-16"), id="UTF-16 with a byte order mark"),
    ],
)
def test_unicode_text_is_decoded_by_its_byte_order_mark(raw: bytes) -> None:
    assert decode(raw) == "Khojavənd"


@pytest.mark.parametrize("declared", ["hex", "no-such-charset", "utf-16", ""])
def test_a_charset_that_no_page_can_have_falls_back_to_utf_8(declared: str) -> None:
    assert decode("Café".encode(), declared) == "Café"


def test_a_page_is_decoded_by_the_charset_it_declares() -> None:
    page = (
        '<html><head><meta charset="windows-1252"><title>Café fire</title></head>'
        f"<body><article><h1>Café fire</h1><p>{BODY}</p><p>{BODY} “Six” died.</p></article></body>"
    )
    assert "“Six” died" in page_document(page.encode("windows-1252")).text


def test_a_page_without_an_article_is_refused() -> None:
    with pytest.raises(DocumentError):
        page_document(b"<html><body></body></html>")


def test_plain_text_keeps_its_headline_as_the_first_line() -> None:
    document = text_document(f"Six hurt in ferry fire\n\n{BODY}".encode())
    assert document.text.startswith("Six hurt in ferry fire\n")
    assert document.title == "Six hurt in ferry fire"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        pytest.param(b'{"text": "a', "not JSON: .* at column", id="cut off"),
        pytest.param(b"[1, 2]", "is no JSON object", id="a list"),
        pytest.param(b'{"text": 5}', "text: must be a string, not int", id="number for text"),
        pytest.param(b'{"title": ["a"]}', "title: must be a string, not list", id="list"),
        pytest.param(b'{"text": "a\\u0000b"}', "text: NUL at character 1", id="NUL"),
        pytest.param(b'{"text": "a\\ud800"}', "text: half of a surrogate pair", id="surrogate"),
        pytest.param(b'{"n": ' + b"9" * 5000 + b"}", "too many digits", id="huge number"),
        pytest.param(b"[" * 100_000, "nests too deeply", id="deeply nested"),
    ],
)
def test_a_bad_line_of_json_is_refused_with_the_field(line: bytes, reason: str) -> None:
    with pytest.raises(DocumentError, match=reason):
        fields_of_line(line)


def test_unknown_keys_and_nulls_are_left_out() -> None:
    line = json.dumps({"text": BODY, "id": 7, "title": None}).encode()
    assert fields_of_line(line) == {"text": BODY}


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({}, id="neither"),
        pytest.param({"text": BODY, "html": f"<p>{BODY}</p>"}, id="both"),
    ],
)
def test_fields_need_either_text_or_html(fields: dict[str, str]) -> None:
    with pytest.raises(DocumentError, match="text: give either text or html"):
        document_of_fields(fields)


def test_what_the_fields_say_goes_before_what_the_text_says() -> None:
    document = document_of_fields(
        {
            "text": BODY,
            "title": "Nine hurt on ferry",
            "source": "Harbour Gazette",
            "published_at": "2026-03-02T08:00:00Z",
            "byline": "R. Porter",
            "url": "https://gazette.example/ferry",
        }
    )
    assert document.text.startswith("Nine hurt on ferry\n")
    assert BODY in document.text
    assert document.outlet == "Harbour Gazette"
    assert document.byline == "R. Porter"
    assert document.url == "https://gazette.example/ferry"
    assert document.published_at == datetime(2026, 3, 2, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("2026-03-02", datetime(2026, 3, 2, tzinfo=UTC), id="day"),
        pytest.param("2026-03-02T08:30", datetime(2026, 3, 2, 8, 30, tzinfo=UTC), id="no zone"),
        pytest.param(
            "2026-03-02T08:30:00+04:00", datetime(2026, 3, 2, 4, 30, tzinfo=UTC), id="with a zone"
        ),
        pytest.param("", None, id="none"),
    ],
)
def test_moments_are_aware(written: str, expected: datetime | None) -> None:
    assert moment(written) == expected


@pytest.mark.parametrize("written", ["yesterday", "2026-13-01", "2026-02-30", "12/03/2026"])
def test_what_is_no_iso_date_is_refused(written: str) -> None:
    with pytest.raises(DocumentError, match=r"published_at: .* is no date or time in ISO 8601"):
        moment(written)
