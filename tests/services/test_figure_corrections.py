import pytest

from annotations.models import Change, Claim, Figure, LinkDecision
from annotations.services.errors import InputError
from annotations.services.figure_corrections import add_figure, correct_figure, withdraw_figure
from annotations.workflow import RefusedError
from tests.builders import make_article

pytestmark = pytest.mark.django_db


def decide(first, second, actor):
    first, second = sorted((first, second), key=lambda figure: figure.pk)
    return LinkDecision.objects.create(first=first, second=second, same=True, decided_by=actor)


def test_a_missed_figure_is_added_by_its_words(annotator, claim):
    figure = add_figure(
        claim=claim,
        start=0,
        end=12,
        quote="Nine sailors",
        annotator=annotator,
        low=9,
        high=9,
        unit="person",
        counted="sailor",
        event="injured",
    )
    figure.refresh_from_db()
    assert (figure.text, figure.low, figure.modifier) == ("Nine sailors", 9, "exact")
    assert (figure.claim, figure.article, figure.added_by) == (claim, claim.article, annotator)
    logged = Change.objects.get(action="figure.added")
    assert logged.after["counted"] == "sailor"


GOOD = {"start": 0, "end": 12, "low": 9, "unit": "person"}


@pytest.mark.parametrize(
    ("given", "field"),
    [
        pytest.param({"end": 70}, "end", id="beyond the claim"),
        pytest.param({"quote": "Ten"}, "quote", id="other words"),
        pytest.param({"low": None}, "low", id="no bound"),
        pytest.param({"high": 3}, "high", id="bounds the wrong way round"),
        pytest.param({"low": float("nan")}, "low", id="not a number"),
        pytest.param({"low": float("inf")}, "low", id="infinite"),
        pytest.param({"unit": " "}, "unit", id="no unit"),
        pytest.param({"unit": "x" * 61}, "unit", id="unit too long"),
        pytest.param({"modifier": "maybe"}, "modifier", id="unknown modifier"),
        pytest.param({"standing": "maybe"}, "standing", id="unknown standing"),
        pytest.param({"direction": "left"}, "direction", id="unknown direction"),
    ],
)
def test_a_bad_figure_is_refused_by_field(annotator, claim, given, field):
    with pytest.raises(InputError) as refused:
        add_figure(claim=claim, annotator=annotator, **GOOD | given)
    assert refused.value.field == field
    assert not Figure.objects.exists()


def test_the_same_words_hold_one_figure(annotator, claim, figure):
    with pytest.raises(InputError, match="already"):
        add_figure(claim=claim, annotator=annotator, **GOOD)


def test_a_corrected_figure_takes_the_place_of_the_old(annotator, claim, figure):
    corrected = correct_figure(
        figure=figure, annotator=annotator, end=4, low=8, high=8, counted="passenger"
    )
    figure.refresh_from_db()
    assert figure.withdrawn_by == annotator
    assert (corrected.corrects, corrected.text, corrected.low) == (figure, "Nine", 8)
    assert corrected.event == "injured"
    logged = Change.objects.get(action="figure.corrected")
    assert (logged.before["low"], logged.after["low"]) == (9, 8)
    assert "event" not in logged.after


def test_a_correction_that_changes_nothing_is_none(annotator, figure):
    assert correct_figure(figure=figure, annotator=annotator, low=9) == figure
    assert not Change.objects.exists()


def test_what_was_decided_of_links_goes_on_with_the_corrected_number(
    annotator, figure, second_figure
):
    decide(figure, second_figure, annotator)
    corrected = correct_figure(figure=figure, annotator=annotator, low=8, high=8)
    assert LinkDecision.objects.filter(first=second_figure, second=corrected).get().same


def test_what_was_decided_of_links_ends_where_something_else_is_counted(
    annotator, figure, second_figure
):
    decide(figure, second_figure, annotator)
    correct_figure(figure=figure, annotator=annotator, counted="lifeboat")
    assert LinkDecision.objects.count() == 1


def test_a_figure_taken_back_stays_as_a_row(annotator, figure):
    withdraw_figure(figure=figure, annotator=annotator)
    figure.refresh_from_db()
    assert figure.withdrawn_at is not None
    assert Change.objects.get(action="figure.withdrawn").before["text"] == "Nine sailors"


def test_a_withdrawn_figure_is_not_corrected(annotator, figure):
    withdraw_figure(figure=figure, annotator=annotator)
    with pytest.raises(RefusedError, match="withdrawn"):
        correct_figure(figure=figure, annotator=annotator, low=8)


def test_a_figure_of_a_final_claim_can_be_corrected(annotator, claim, figure):
    Claim.objects.update(state="final")
    assert correct_figure(figure=figure, annotator=annotator, low=8).low == 8


def test_a_correction_gives_the_claim_a_new_version(annotator, claim, figure):
    correct_figure(figure=figure, annotator=annotator, low=8)
    assert Claim.objects.get().version == claim.version + 1


def test_figures_of_a_past_version_stay_as_they_are(annotator, article, figure):
    make_article("A new text.", source=article.source, supersedes=article)
    with pytest.raises(RefusedError, match="newer version"):
        withdraw_figure(figure=figure, annotator=annotator)


def test_a_client_corrects_nothing(client_user, figure):
    with pytest.raises(RefusedError) as refused:
        withdraw_figure(figure=figure, annotator=client_user)
    assert refused.value.forbidden
