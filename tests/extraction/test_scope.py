import datetime as dt

import pytest

from annotations.extraction.reader import read
from annotations.extraction.types import Figure

TUESDAY = dt.date(2024, 3, 5)


def figures(text: str, published: dt.date | None = TUESDAY) -> list[Figure]:
    return list(read(text, published=published).figures)


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("Oldtown", "Six people were killed in Oldtown on Monday."),
        ("Valley’s Highland region", "Six people died in Valley’s Highland region."),
        ("southern city of Oldtown", "A blast killed six people in the southern city of Oldtown."),
        ("Upper and Lower Marsh districts", "Six died in the Upper and Lower Marsh districts."),
        ("Germany", "In Germany, 300 people died last year."),
        ("Oldtown", "Six people were killed when a bus fell off a bridge in Oldtown."),
        ("", "Six people were killed, more than in Oldtown."),
        ("", "Six people were killed in the tunnel."),
        ("", "Six people were killed in March."),
        ("", "Six people were killed in Monday’s vote."),
        ("Oldtown", "Six people were killed in Monday’s vote in Oldtown."),
        ("", "Six sappers killed in mine blasts as Oldland rebuilds"),
        ("", "Six Sappers Killed In Mine Blasts As Oldland Rebuilds"),
        ("", "Shares in Oldland Steel fell 6 percent."),
        ("western Oldland", "A quake struck western Oldland, killing six people."),
        ("village of Uphill", "Rebels stormed the village of Uphill, killing six people."),
        ("", "Rebels hit Oldland soldiers, killing six people."),
        ("Mount Uphill", "Six people were killed on Mount Uphill."),
        ("outskirts of Oldtown", "Six people were killed on the outskirts of Oldtown."),
        ("northern Oldland", "The army sent six ships to northern Oldland."),
        ("Oldtown", "Some 6,000 people marched through Oldtown."),
        ("Vanuatu", "Six dead after Vanuatu quake"),
        ("Malawi", "Malawi has recorded six deaths from cholera."),
        ("", "Johnson has recorded six songs."),
        ("Marsh County, Ohio", "A storm hurt six people in Marsh County, Ohio."),
        ("Oldtown", "Six cables were cut in Oldtown, France Telecom said."),
        ("Kenya", "Kenya’s floods have killed six people."),
        ("village of Uphill", "Rebels attacked the village of Uphill, killing six people."),
    ],
)
def test_the_place_is_named_as_written(place: str, sentence: str) -> None:
    assert figures(sentence)[0].scope.place == place


def test_each_figure_takes_the_place_beside_it() -> None:
    found = figures("Sappers defused 119 mines in Upper Marsh and 160 in Lower Marsh.")
    assert [figure.scope.place for figure in found] == ["Upper Marsh", "Lower Marsh"]


@pytest.mark.parametrize(
    ("time", "as_of", "sentence"),
    [
        ("on Tuesday", "2024-03-05", "Six people were killed on Tuesday."),
        ("on Monday", "2024-03-04", "Six people were killed on Monday."),
        ("on Wednesday", "2024-02-28", "Six people were killed on Wednesday."),
        ("Earlier on Tuesday", "2024-03-05", "Earlier on Tuesday, six people were killed."),
        ("yesterday", "2024-03-04", "Six people were killed yesterday."),
        ("on 29 February", "2024-02-29", "Six people were killed on 29 February."),
        ("on December 30", "2023-12-30", "Six people were killed on December 30."),
        ("on November 10, 2020", "2020-11-10", "Six people were killed on November 10, 2020."),
        ("since August 2022", "2024-03-05", "Six people have been killed since August 2022."),
        (
            "from May 2, 2020, to March 4, 2024",
            "2024-03-04",
            "In all six people were killed from May 2, 2020, to March 4, 2024.",
        ),
        ("So far this year", "2024-03-05", "So far this year, six people have been killed."),
        ("To date", "2024-03-05", "To date, six people have been killed."),
        ("As of 6 p.m.", "2024-03-05", "As of 6 p.m., six people were missing."),
        ("on Monday", "2024-03-04", "As of 6 p.m. on Monday, six were missing."),
        ("last night", "2024-03-04", "Six people were killed last night."),
        ("this morning", "2024-03-05", "Six people were killed this morning."),
        ("on Wednesday last week", "2024-02-28", "Six people were hurt on Wednesday last week."),
        ("on Friday last week", "2024-03-01", "Six people were hurt on Friday last week."),
        ("By the end of May", "2023-05-31", "By the end of May, six people had been killed."),
        ("by the end of 2022", "2022-12-31", "Six people had been killed by the end of 2022."),
        ("Monday’s", "2024-03-04", "Monday’s deadly blast killed six people."),
        ("", "", "Six people were killed ahead of Monday’s vote."),
        ("on Friday", "2024-03-08", "Six people will be tried on Friday."),
        ("this Friday", "2024-03-08", "Six people will be tried this Friday."),
        ("next Friday", "2024-03-08", "Six people will be tried next Friday."),
        ("last year", "", "Six people were killed last year."),
        ("in 2020", "", "Six people were killed in 2020."),
        ("2020", "", "Six people were killed during the 2020 floods."),
        ("", "", "Six people were killed."),
        ("", "", "Six people may march home."),
    ],
)
def test_the_time_is_resolved_against_the_day_of_publication(
    time: str, as_of: str, sentence: str
) -> None:
    figure = figures(sentence)[0]
    assert (figure.scope.time, figure.as_of) == (time, as_of)


def test_a_figure_that_lasts_until_now_keeps_the_time_it_began() -> None:
    figure = figures("The slide on Friday has killed six people so far.")[0]
    assert (figure.scope.time, figure.as_of) == ("on Friday", "2024-03-05")


def test_days_ago_are_counted_back() -> None:
    assert figures("Three days ago, a slide killed six people.")[-1].as_of == "2024-03-02"


def test_what_is_foretold_on_a_day_is_told_on_that_day() -> None:
    figure = figures("The mill said on Monday that it will cut 300 jobs.")[0]
    assert figure.as_of == "2024-03-04"


def test_a_span_that_lasts_holds_on_the_day_it_was_told() -> None:
    found = figures("The army said on Monday that since August 2022 it had cleared 300 mines.")
    assert found[0].as_of == "2024-03-04"


def test_a_figure_holds_on_the_day_its_speaker_gave_it() -> None:
    text = "The slide that came on Friday has killed 12 people, the mayor said on Monday."
    figure = figures(text)[0]
    assert figure.as_of == "2024-03-04"


def test_without_a_day_of_publication_only_full_dates_are_resolved() -> None:
    assert figures("Six died on Tuesday.", None)[0].as_of == ""
    assert figures("Six died on 4 May 2023.", None)[0].as_of == "2023-05-04"


@pytest.mark.parametrize("published", [dt.date.min, dt.date.max])
def test_the_ends_of_the_calendar_are_no_trouble(published: dt.date) -> None:
    assert len(figures("Six died on Monday, yesterday and on 31 December.", published)) == 1


@pytest.mark.parametrize(
    ("actor", "sentence"),
    [
        ("A suicide bomber", "A suicide bomber killed six people."),
        ("the rebel army", "Six people were killed by the rebel army in Oldtown."),
        ("a mine", "Six people were killed by a mine placed by rebels."),
        ("", "Six people were killed."),
        ("the mill", "On Monday the mill fired six people."),
        ("The mill", "The mill on Monday fired six people."),
        ("A truck", "A truck hit a wall and killed six people."),
        ("A truck", "A truck left the road, killing six people."),
        ("a bomb", "Officials said a bomb went off near a school, killing six people."),
        ("Rebels", "Rebels, who rode all night, kidnapped six people."),
        ("the court", "The mill was fined $3 million by the court."),
        ("", "It destroyed six homes."),
        ("", "Six people died."),
    ],
)
def test_the_actor_is_who_did_it(actor: str, sentence: str) -> None:
    assert figures(sentence)[0].scope.actor == actor
