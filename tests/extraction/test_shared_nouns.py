"""What one number counts, its neighbours in the sentence count too."""

import pytest

from tests.extraction.gists import gists

CASES = [
    (
        "A total of 314 people were hurt, of which 61 lost their lives and 253 got injuries.",
        ["314 person people", "61 person people", "253 person people"],
    ),
    (
        "They found 2,728 mines, including 1,119 mines in the hills, and 1,609 in the plain.",
        ["2728 count mine", "1119 count mine", "1609 count mine"],
    ),
    (
        "Four people, including two children, died and 27 were taken to hospital.",
        ["4 person people", "2 person child", "27 person people"],
    ),
    (
        "There were 3,385 victims, with 357 of them being minors.",
        ["3385 person victim", "357 person victim"],
    ),
    ("A gang of four thieves -- two of them armed -- fled.", ["4 person thief", "2 person thief"]),
    ("It holds a 31 percent stake in the mill.", ["31 percent stake"]),
    ("It paid 31 percent tax on that.", ["31 percent"]),
    ("The boat had a crew of about 36.", ["about 36 person crew"]),
    ("A family of four live there.", ["4 person"]),
    ("The toll stands at 13 and 152, respectively.", ["13 person", "152 person"]),
    ("The 7.2-magnitude quake killed 2,248.", ["7.2 magnitude", "2248 person"]),
    ("The blast left 12 dead and 34 wounded.", ["12 person dead", "34 person wounded"]),
    (
        "About 1.9 million of Gaza's 2.3 million people fled.",
        ["about 1900000 person people", "2300000 person people"],
    ),
    (
        "Some three decades on, hundreds of Israelis came.",
        ["about 3 decade", "100..1000 person israeli"],
    ),
    ("It sold 41 million cars and 3 EVs.", ["41000000 count car", "3 count ev"]),
    ("It ordered 110 jets with options for 40 more.", ["110 count jet", "40 count jet"]),
    ("It sold 302 cars, fewer than the 320 it planned.", ["302 count car", "320 count car"]),
    ("They lost eight of their last 10 games.", ["8 count game", "10 count game"]),
    ("All six crew members lived.", ["6 person member"]),
    ("It asked 1,500 likely voters.", ["1500 person voter"]),
    (
        "In two quarters and 11 of 17 starts he hit.",
        ["2 count quarter", "11 count start", "17 count start"],
    ),
    ("Cut by injuries, they won three straight.", ["3"]),
    ("They made 11 3-pointers.", ["11 count 3-pointer"]),
    ("It has 30 full-time and 12 part-time teachers.", ["30 person teacher", "12 person teacher"]),
    ("Three Israeli and two Turkish pilots died.", ["3 person pilot", "2 person pilot"]),
    ("Six died and 12 pilots lived.", ["6 person", "12 person pilot"]),
    ("He owns 14 of the 20 best-known brands.", ["14 count brand", "20 count brand"]),
    ("He has two sons and five grandchildren.", ["2 person son", "5 person grandchild"]),
    ("It has 1,800 dots and weighs 1.2kg.", ["1800 count dot", "1.2 kilogram"]),
    ("It has 1,800 in height and weighs less.", ["1800"]),
    ("It hit 2 million Windows users.", ["2000000 person user"]),
    ("It has 237.8 million daily active users.", ["237800000 person user"]),
    ("There were 39,000 fewer nurses.", ["39000 person nurse"]),
    ("He hit 7 of 12 from three-point range.", ["7", "12", "3 count point"]),
    (
        "In all 480 stocks gained, 61 slipped and 12 were flat.",
        ["480 count stock", "61 count stock", "12 count stock"],
    ),
    ("Inflation was 3.4 percent in May and 3.1 in June.", ["3.4 percent", "3.1 percent"]),
    ("It grew to 40 tonnes from 38 the year before.", ["40 metric ton", "38 metric ton"]),
    (
        "It has 1,100 shops in 14 towns, and 70 of them will close.",
        ["1100 count shop", "14 count town", "70 count shop"],
    ),
    (
        "It has 2,000 voters, 300 more than in May, down from a peak of 7,500.",
        ["2000 person voter", "300 person voter", "7500 person voter"],
    ),
    ("They killed 40 guards and captured another 15.", ["40 person guard", "15 person guard"]),
    ("Some 40 guards fled; 12 were caught.", ["about 40 person guard", "12 person guard"]),
    ("He paid 5, 10 and 20 dollars.", ["5 USD", "10 USD", "20 USD"]),
    (
        "Some 40 percent of the homes, or 1,200, are dry.",
        ["about 40 percent home", "1200 count home"],
    ),
    ("The farm has 600 head of cattle.", ["600 count cattle"]),
    ("They saw 12 badly burned men.", ["12 person man"]),
    ("The mother-of-two has two A-levels.", ["2 count a-level"]),
    ("About 90 per cent of the city's 40 schools opened.", ["about 90 percent", "40 count school"]),
    (
        "Sales were 8,329 units with 10 returns, taking profit to 4.3.",
        ["8329 count unit", "10 count return", "4.3"],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[case[0] for case in CASES])
def test_a_number_without_a_noun_takes_the_one_it_goes_on_with(sentence, expected):
    assert gists(sentence) == expected


def test_the_words_of_the_counted_noun_are_kept_as_written():
    from annotations.extraction.figures.figures import quantities_in
    from annotations.extraction.text.tokens import tokenize

    [quantity] = quantities_in(tokenize("at least four Azerbaijani police officers were killed"))
    assert (quantity.counted, quantity.counted_modifiers) == ("officer", ("azerbaijani", "police"))
    assert quantity.counted_text == "Azerbaijani police officers"
    assert (quantity.bound, quantity.first, quantity.last, quantity.reach) == (0, 2, 3, 6)


def test_what_happened_so_many_times_is_counted():
    assert gists("They went to war twice in the 1990s.") == ["2 time war"]
    assert gists("He was sent to prison three times.") == ["3 time prison"]
    assert gists("She scored twice, twice as often as before.") == ["2 time"]
