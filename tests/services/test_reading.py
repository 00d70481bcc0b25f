"""A reading as rows: stored once, brought up to a newer engine, around what people did."""

from typing import Any

import pytest

from annotations.extraction.types import (
    Attribution,
    ClaimKind,
    Direction,
    Modifier,
    Reading,
    Scope,
    Standing,
)
from annotations.extraction.types import (
    Claim as ReadClaim,
)
from annotations.extraction.types import (
    Figure as ReadFigure,
)
from annotations.extraction.version import ENGINE_VERSION
from annotations.models import Article, Change, Claim, Figure, LinkDecision, User
from annotations.services.preparing import prepared
from annotations.services.reading import read_article, store_readings
from annotations.services.rows import CLAIM_COLUMNS, FIGURE_COLUMNS, linked_article
from tests.builders import make_article, make_claim, make_figure, make_review

pytestmark = pytest.mark.django_db

TEXT = "The blaze killed six sailors. The port said at least 40 people were on board."


@pytest.fixture
def unread(source: Any, story: Any) -> Article:
    return make_article(TEXT, source=source, story=story, title="Ferry burns")


def store_reading(article: Article, reading: Reading) -> None:
    store_readings(readings=[(article, prepared(reading))])


def claim_on(quote: str, **fields: Any) -> ReadClaim:
    start = TEXT.index(quote)
    values = {"kind": ClaimKind.FIGURE, "score": 0.5} | fields
    return ReadClaim(start, start + len(quote), quote, **values)


def figure_on(quote: str, value: float | None, claim: int = 0, **fields: Any) -> ReadFigure:
    start = TEXT.index(quote)
    values = {"low": value, "high": value, "modifier": Modifier.EXACT, "unit": "person"} | fields
    return ReadFigure(start, start + len(quote), quote, claim=claim, **values)


FIRST, SECOND = "The blaze killed six sailors.", "The port said at least 40 people were on board."
READING = Reading(
    claims=(claim_on(FIRST), claim_on(SECOND)),
    figures=(
        figure_on("six", 6, counted="sailor", event="killed"),
        figure_on("at least 40", 40, 1, high=None, modifier=Modifier.AT_LEAST),
    ),
)
SHORTER = Reading(claims=READING.claims[:1], figures=READING.figures[:1])


def in_force(model: type[Claim] | type[Figure], article: Article) -> list[str]:
    rows = model._default_manager.filter(article=article, withdrawn_at__isnull=True)
    return [row.text for row in rows.order_by("start")]


def test_an_article_is_read_into_claims_and_figures(unread: Article) -> None:
    read_article(article_id=unread.pk)
    unread.refresh_from_db()
    assert unread.read_version == ENGINE_VERSION
    assert any("six" in text for text in in_force(Figure, unread))
    for row in [*Claim.objects.all(), *Figure.objects.all()]:
        assert row.text == TEXT[row.start : row.end]
    assert Change.objects.get(action="article.read").after["claims"] == Claim.objects.count()


def test_reading_twice_changes_nothing(unread: Article) -> None:
    read_article(article_id=unread.pk)
    before = list(Figure.objects.values()), list(Claim.objects.values())
    read_article(article_id=unread.pk)
    assert (list(Figure.objects.values()), list(Claim.objects.values())) == before
    assert Change.objects.filter(action="article.read").count() == 1


def test_an_article_without_claims_is_marked_as_read() -> None:
    article = make_article("?")
    read_article(article_id=article.pk)
    article.refresh_from_db()
    assert article.read_version == ENGINE_VERSION


def test_an_unchanged_row_keeps_its_id_under_a_new_engine(unread: Article) -> None:
    store_reading(article=unread, reading=READING)
    before = list(Claim.objects.values()), list(Figure.objects.values())
    store_reading(article=unread, reading=READING)
    assert (list(Claim.objects.values()), list(Figure.objects.values())) == before


def test_what_a_new_engine_reads_otherwise_is_changed_in_place(unread: Article) -> None:
    store_reading(article=unread, reading=SHORTER)
    figure = Figure.objects.get()
    changed = figure_on("six", 6, counted="sailor", event="injured")
    store_reading(article=unread, reading=Reading(SHORTER.claims, (changed,)))
    assert Figure.objects.get().pk == figure.pk
    assert Figure.objects.get().event == "injured"


def test_a_changed_claim_grows_a_version_so_that_nobody_acts_on_the_old(unread: Article) -> None:
    store_reading(article=unread, reading=SHORTER)
    before = Claim.objects.get()
    store_reading(article=unread, reading=Reading((claim_on(FIRST, score=0.9),), SHORTER.figures))
    after = Claim.objects.get()
    assert (after.pk, after.version, after.score) == (before.pk, before.version + 1, 0.9)
    assert after.changed_at > before.changed_at


def test_what_a_new_engine_no_longer_sees_is_withdrawn_and_logged(unread: Article) -> None:
    store_reading(article=unread, reading=READING)
    store_reading(article=unread, reading=SHORTER)
    assert in_force(Claim, unread) == [FIRST]
    assert in_force(Figure, unread) == ["six"]
    assert Claim.objects.count() == 2
    assert Change.objects.get(action="claim.withdrawn").object_type == "claim"


def test_what_is_seen_again_is_the_same_row_again(unread: Article) -> None:
    store_reading(article=unread, reading=READING)
    ids = set(Claim.objects.values_list("pk", flat=True))
    store_reading(article=unread, reading=SHORTER)
    store_reading(article=unread, reading=READING)
    assert in_force(Claim, unread) == [FIRST, SECOND]
    assert set(Claim.objects.values_list("pk", flat=True)) == ids


def test_a_reviewed_claim_and_its_figures_stay_as_they_were_judged(
    unread: Article, annotator: User
) -> None:
    store_reading(article=unread, reading=READING)
    reviewed = Claim.objects.get(text=SECOND)
    make_review(reviewed, annotator)
    before = Claim.objects.filter(pk=reviewed.pk).values().get()
    store_reading(article=unread, reading=SHORTER)
    assert in_force(Claim, unread) == [FIRST, SECOND]
    assert in_force(Figure, unread) == ["six", "at least 40"]
    assert Claim.objects.filter(pk=reviewed.pk).values().get() == before


def test_a_figure_that_a_person_decided_on_stays(unread: Article, annotator: User) -> None:
    store_reading(article=unread, reading=READING)
    six, forty = Figure.objects.order_by("start")
    LinkDecision.objects.create(first=six, second=forty, same=False, decided_by=annotator)
    store_reading(article=unread, reading=Reading(READING.claims, ()))
    assert in_force(Figure, unread) == ["six", "at least 40"]


def test_a_person_s_correction_is_not_undone(unread: Article, annotator: User) -> None:
    store_reading(article=unread, reading=SHORTER)
    wrong = Figure.objects.get()
    wrong.withdrawn_at = unread.ingested_at
    wrong.save()
    corrected = make_figure(
        wrong.claim, "six sailors", 6, added_by=annotator, corrects=wrong, event="killed"
    )
    store_reading(article=unread, reading=SHORTER)
    assert list(Figure.objects.filter(withdrawn_at__isnull=True)) == [corrected]


def test_what_a_person_added_stays(unread: Article, annotator: User) -> None:
    claim = make_claim(unread, FIRST, kind="event", added_by=annotator)
    make_figure(claim, "sailors", 6, added_by=annotator)
    store_reading(article=unread, reading=Reading((), ()))
    assert in_force(Claim, unread) == [FIRST]
    assert in_force(Figure, unread) == ["sailors"]


def test_a_number_beyond_all_floats_bounds_nothing(unread: Article) -> None:
    infinite = figure_on("six", float("inf"))
    half = figure_on("at least 40", 40.0, high=float("inf"))
    store_reading(article=unread, reading=Reading(READING.claims, (infinite, half)))
    (figure,) = Figure.objects.all()
    assert (figure.low, figure.high) == (40.0, None)


def test_words_longer_than_their_column_are_cut(unread: Article) -> None:
    said = Attribution("x" * 400, "said")
    long = figure_on("six", 6, counted_text="y" * 400, attribution=said)
    store_reading(article=unread, reading=Reading(READING.claims, (long,)))
    figure = Figure.objects.get()
    assert (len(figure.speaker), len(figure.counted_text)) == (300, 300)


def test_rows_give_back_the_reading_they_were_made_of(unread: Article) -> None:
    full = figure_on(
        "six",
        6,
        unit_text="",
        counted="sailor",
        counted_modifiers=("young", "merchant"),
        counted_text="six sailors",
        event="killed",
        direction=Direction.UP,
        standing=Standing.DENIED,
        scope=Scope("Alvik", "Monday", "the blaze"),
        as_of="2026-03-02",
        attribution=Attribution("the port", "said"),
    )
    claims = (claim_on(FIRST, score_parts=(("number", 0.5),), context="Ferry burns"),)
    reading = Reading(claims, (full,))
    store_reading(article=unread, reading=reading)
    rows = Claim.objects.values(*CLAIM_COLUMNS), Figure.objects.values(*FIGURE_COLUMNS)
    assert linked_article(unread, *rows).reading == reading


def test_a_story_s_worth_of_claims_is_stored_in_a_few_statements(
    unread: Article, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(16):
        read_article(article_id=unread.pk)
