import builtins
import csv
import io
import re
from datetime import UTC, datetime

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from openpyxl import load_workbook

from annotations.models import Claim
from annotations.reporting.formats import FORMATS, file_name
from annotations.reporting.page import report_html
from annotations.reporting.table import report_csv
from annotations.selectors.report import verdict_report
from annotations.services.verdicts import sign_verdict
from tests.web.conftest import signed_in

HOSTILE = '=HYPERLINK("http://x.example") <script>alert(1)</script>'


def pango_is_here() -> bool:
    try:
        import weasyprint  # noqa: F401
    except OSError:
        return False
    return True


needs_pango = pytest.mark.skipif(not pango_is_here(), reason="Pango is not installed")
EVERY_FORMAT = [
    pytest.param(name, marks=needs_pango) if name == "pdf" else name for name in FORMATS
]


@pytest.fixture
def signed(claim, figure, editor):
    Claim.objects.filter(pk=claim.pk).update(state=Claim.State.AGREED)
    return sign_verdict(
        claim=claim,
        editor=editor,
        rating="corroborated",
        ruling=HOSTILE,
        unknown="Who counted.",
    )


def test_the_page_tells_the_verdict_with_its_evidence(story, signed):
    html = report_html(verdict_report(story))
    for said in ("Ferry fire", "Nine sailors", "Who counted.", "Harbour Gazette", "edda"):
        assert said in html


def test_the_page_needs_no_other_file_and_runs_no_script(story, signed):
    html = report_html(verdict_report(story))
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert not re.search(r'(src|href)="(?!#|data:,|https?://)', html)


def test_an_address_that_is_no_web_address_is_no_link(story, article, signed):
    type(article).objects.update(url="javascript:alert(1)")
    assert "javascript:" not in report_html(verdict_report(story))


def test_an_article_of_which_only_the_day_is_known_has_no_hour(story, article, signed):
    type(article).objects.update(published_at=datetime(2023, 9, 20, tzinfo=UTC))
    html = report_html(verdict_report(story))
    assert "20 Sep 2023" in html
    assert "00:00" not in html.split("<time")[1].split("</time>")[0].split(">")[1]


def test_a_stale_verdict_carries_its_warning(story, signed):
    signed.stale_at, signed.stale_reason = signed.signed_at, "A new article states ten."
    signed.save()
    report = verdict_report(story)
    assert "A new article states ten." in report_html(report)
    assert "1 verdict (1 stale)" in report_html(report)


def test_a_report_without_verdicts_says_so(story):
    assert "No verdict is signed yet." in report_html(verdict_report(story))


def test_the_table_has_a_row_for_each_verdict_and_no_formula(story, signed):
    (row,) = csv.DictReader(io.StringIO(report_csv(verdict_report(story))))
    assert row["ruling"] == f"'{HOSTILE}"
    assert row["rating"] == "corroborated"
    assert row["figures"].startswith("Nine sailors = 9 (1 outlet, ")


def test_the_table_opens_as_utf_8_in_a_spreadsheet(story):
    assert FORMATS["csv"].write(verdict_report(story)).startswith(b"\xef\xbb\xbfclaim_id,")


def test_no_text_in_the_workbook_is_a_formula(story, signed):
    book = load_workbook(io.BytesIO(FORMATS["xlsx"].write(verdict_report(story))))
    header, row = book["Verdicts"].iter_rows(values_only=True)
    assert dict(zip(header, row, strict=True))["ruling"] == HOSTILE
    kinds = {cell.data_type for line in book["Verdicts"] for cell in line}
    assert "f" not in kinds


def test_a_workbook_takes_what_excel_cannot_hold(story, signed):
    type(signed).objects.update(ruling="bell \x07 " + "x" * 40_000)
    book = load_workbook(io.BytesIO(FORMATS["xlsx"].write(verdict_report(story))))
    assert any(len(str(cell.value)) == 32_767 for line in book["Verdicts"] for cell in line)


@needs_pango
def test_the_pdf_is_one(story, signed):
    assert FORMATS["pdf"].write(verdict_report(story)).startswith(b"%PDF-")


def test_where_pdf_cannot_be_made_the_page_says_what_is_missing(
    annotator, signed, monkeypatch: pytest.MonkeyPatch
):
    def missing(*args, **kwargs):
        raise OSError("cannot load library 'pango'")

    monkeypatch.setattr(builtins, "__import__", refusing("weasyprint", missing))
    response = signed_in(annotator).get(reverse("web:report-pdf", args=["ferry-fire"]))
    assert response.status_code == 503
    assert "PDF needs the Pango library" in response.content.decode()
    with pytest.raises(CommandError, match="PDF needs the Pango library"):
        call_command("report", "ferry-fire", format="pdf")


def refusing(module, refuse, *, real=builtins.__import__):
    """An ``__import__`` that fails for one module, as where its libraries are missing."""

    def imported(name, *args, **kwargs):
        return refuse() if name == module else real(name, *args, **kwargs)

    return imported


def test_a_file_is_named_by_story_and_day(story):
    assert re.fullmatch(r"ferry-fire-\d{4}-\d\d-\d\d\.csv", file_name(verdict_report(story), "csv"))


def test_the_page_is_served_with_a_policy_that_admits_its_own_style_only(annotator, signed):
    response = signed_in(annotator).get(reverse("web:report", args=["ferry-fire"]))
    policy = response.headers["Content-Security-Policy"]
    assert re.search(r"style-src 'self' 'sha256-[^']+'", policy)
    assert "unsafe" not in policy


@pytest.mark.parametrize("extension", EVERY_FORMAT)
def test_the_report_is_a_download(annotator, signed, extension):
    response = signed_in(annotator).get(reverse(f"web:report-{extension}", args=["ferry-fire"]))
    assert response.status_code == 200
    assert f'.{extension}"' in response.headers["Content-Disposition"]
    assert response.content


@pytest.mark.parametrize("extension", EVERY_FORMAT)
def test_the_command_writes_a_file(signed, tmp_path, extension):
    output = tmp_path / "report"
    call_command("report", "ferry-fire", format=extension, output=output)
    assert output.stat().st_size > 100


def test_the_command_names_the_stories_there_are(story):
    with pytest.raises(CommandError, match=r"There is no story 'none'\. There are: ferry-fire\."):
        call_command("report", "none")


def test_a_file_that_cannot_be_written_is_named(story, tmp_path):
    with pytest.raises(CommandError, match=r"report\.html: No such file or directory"):
        call_command("report", "ferry-fire", output=tmp_path / "no" / "report.html")


@pytest.mark.parametrize("name", ["ferry-fire", "Ferry FIRE"])
def test_the_command_takes_a_slug_or_a_title(story, tmp_path, name):
    call_command("report", name, output=tmp_path / "report.html")
    assert list(tmp_path.iterdir()) == [tmp_path / "report.html"]
