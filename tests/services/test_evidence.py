import pytest

from annotations.services.errors import InputError
from annotations.services.evidence import MOST_ITEMS, clean_evidence
from tests.builders import make_group

pytestmark = pytest.mark.django_db


def test_a_page_is_kept_by_its_address():
    given = [{"kind": "url", "url": " https://port.example/log ", "note": "Page 2"}]
    assert clean_evidence(given) == [
        {"kind": "url", "url": "https://port.example/log", "note": "Page 2"}
    ]


def test_a_group_is_kept_with_its_key_and_label(story, figure):
    group = make_group(story, [figure], key="abc", label="injured sailors")
    assert clean_evidence([{"kind": "group", "group": group.pk}]) == [
        {"kind": "group", "group": group.pk, "key": "abc", "label": "injured sailors"}
    ]


def test_a_quote_is_kept_with_its_words(article):
    assert clean_evidence([{"kind": "quote", "article": article.pk, "start": 0, "end": 12}]) == [
        {"kind": "quote", "article": article.pk, "start": 0, "end": 12, "text": "Nine sailors"}
    ]


def test_what_was_cleaned_stays_as_it_is(story, article, figure):
    group = make_group(story, [figure])
    cleaned = clean_evidence(
        [
            {"kind": "url", "url": "https://port.example/log"},
            {"kind": "figure", "figure": figure.pk},
            {"kind": "group", "group": group.pk},
            {"kind": "quote", "article": article.pk, "start": 0, "end": 12},
        ]
    )
    assert clean_evidence(cleaned) == cleaned


@pytest.mark.parametrize(
    ("items", "path"),
    [
        pytest.param("text", "evidence", id="no list"),
        pytest.param(["text"], "evidence.0", id="no object"),
        pytest.param([{}], "evidence.0.kind", id="no kind"),
        pytest.param([{"kind": "rumour"}], "evidence.0.kind", id="unknown kind"),
        pytest.param([{"kind": ["url"]}], "evidence.0.kind", id="kind is a list"),
        pytest.param([{"kind": "url"}], "evidence.0.url", id="no address"),
        pytest.param([{"kind": "url", "url": 5}], "evidence.0.url", id="address is a number"),
        pytest.param(
            [{"kind": "url", "url": "port log"}], "evidence.0.url", id="no address at all"
        ),
        pytest.param(
            [{"kind": "url", "url": "javascript:alert(1)"}], "evidence.0.url", id="script address"
        ),
        pytest.param(
            [{"kind": "url", "url": "https://a.example/" + "a" * 2000}],
            "evidence.0.url",
            id="address too long",
        ),
        pytest.param(
            [{"kind": "url", "url": "https://a.example", "page": 2}],
            "evidence.0.page",
            id="unknown field",
        ),
        pytest.param(
            [{"kind": "url", "url": "https://a.example", "note": 2}],
            "evidence.0.note",
            id="note is a number",
        ),
        pytest.param([{"kind": "figure", "figure": 0}], "evidence.0.figure", id="no such figure"),
        pytest.param(
            [{"kind": "figure", "figure": True}], "evidence.0.figure", id="figure is a boolean"
        ),
        pytest.param(
            [{"kind": "figure", "figure": 2**63}], "evidence.0.figure", id="figure beyond all ids"
        ),
        pytest.param([{"kind": "group", "group": 0}], "evidence.0.group", id="no such group"),
        pytest.param(
            [{"kind": "quote", "article": 0, "start": 0, "end": 1}],
            "evidence.0.article",
            id="no such article",
        ),
        pytest.param(
            [{"kind": "url", "url": "https://a.example"}, {"kind": "url"}],
            "evidence.1.url",
            id="the second is wrong",
        ),
        pytest.param(
            [{"kind": "url", "url": "https://a.example"}] * (MOST_ITEMS + 1),
            "evidence",
            id="too many",
        ),
    ],
)
def test_bad_evidence_is_refused_by_path(items, path):
    with pytest.raises(InputError) as refused:
        clean_evidence(items)
    assert refused.value.field == path


@pytest.mark.parametrize(
    ("span", "field"),
    [
        pytest.param({"start": 0, "end": 10_000}, "end", id="past the text"),
        pytest.param({"start": 5, "end": 5}, "end", id="empty"),
        pytest.param({"start": 4, "end": 5}, "end", id="only a space"),
        pytest.param({"start": -1, "end": 5}, "start", id="before the text"),
        pytest.param({"start": 0, "end": 4, "text": "Five"}, "text", id="other words"),
    ],
)
def test_a_bad_quote_is_refused_by_path(article, span, field):
    with pytest.raises(InputError) as refused:
        clean_evidence([{"kind": "quote", "article": article.pk} | span])
    assert refused.value.field == f"evidence.0.{field}"
