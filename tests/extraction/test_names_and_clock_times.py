"""Clock times, routes, sections, models, addresses and ordinals are no figures."""

import pytest

from tests.extraction.gists import gists

NO_FIGURES = [
    "The blast came at 4:00 AM.",
    "It closed at 10.45pm and reopened at 5 a.m.",
    "The flight left at 1430 GMT.",
    "The doors open at 10 o'clock.",
    "Article 4 of the statement is unfulfilled.",
    "Sections 3, 4 and 5 were repealed.",
    "The lorry left Highway 61 near exit 12.",
    "Flight MU5735 and Flight 370 were never found.",
    "FRANCE 24 with AFP",
    "BBC One and Channel 4 showed the film.",
    "The Boeing 737-800 was grounded.",
    "Apollo 11 carried a plaque.",
    "The iPhone 11 and the iPhone 11 Pro share a camera.",
    "An F-16 and a Su-27 were seen.",
    "COVID-19 closed the schools.",
    "A 5G network and a 4K screen were promised.",
    "Version 2.1.3 was recalled.",
    "The shop at 49 Zorro Ranch Road was robbed.",
    "She lives in the 90049 ZIP code.",
    "They live at 16-18 Harbour Avenue.",
    "Call 555-0123 today.",
    "The No. 2 official resigned.",
    "He finished 3rd in the 21st race.",
    "The third-largest bank failed.",
    "England won 3-1.",
    "The road is shut between junctions 22 and 24.",
    "They won rounds one and two, and lost games 5 and 6.",
    "She was born on june 4 2019.",
    "It stands beside Platform 9 the arts centre.",
    "The gap between the two is wide.",
    "The first 777X flew.",
    "If one wishes to see it, one should go.",
    "The band played Room 101 in M21.",
    "Mary Jones, 45, said nothing.",
    "Peter Brown (71) was re-elected.",
    "Carl Stone Jr., 49, escaped.",
    "He was seen on 9/11 and works 24/7.",
    "The S&P 500 and the FTSE 100 were flat.",
    "A phase 3 trial begins in week 12.",
    "The Pixel 4 starts a new line.",
    "The PS5 costs too much.",
    "Bale 29 has left.",
    "The actress, 33, checked in.",
    "She called 911 at 8: 30pm.",
    "It is played on AM 570.",
    "The 12000 block of Pine was closed.",
    "Call 0800 123 456, (555) 123-4567 or +44 20 7946 0958.",
    "The case is 22-CV-1034.",
    "The tablet runs iPadOS 17.4 and more.",
    "A 1-in-100-year flood hit the town.",
    "The 20-something driver fled.",
    "They won 36/5 in the end.",
    "The odds were 7/2 and it records 1080p video.",
    "It has Bluetooth 5.3 and two-way USB 3.0 plugs.",
    "The guard is 6'4\" tall.",
    "The Six Nations, the Big Three carmakers and One Nation met.",
    "The Group of Seven saw the Hundred Years' War.",
    "The delegates of COP28 left one by one.",
    "A zero-sum game shows zero tolerance.",
    "Round two of talks failed.",
    "He wore a size 12 shoe and had a .22 rifle.",
    "The Form 10-K was late.",
]
FIGURES = [
    ("A Boeing 737 with 189 people crashed.", ["189 person people"]),
    ("The phase 3 trial has 400 patients.", ["400 person patient"]),
    ("They grounded two new 737 Max jets.", ["2 count jet"]),
    ("Ford recalled 1.5 million F-150 pickups.", ["1500000 count pickup"]),
    ("It ordered 12 A320 jets and 30 737 Max aircraft.", ["12 count jet", "30 count aircraft"]),
    ("It ordered 110 A320neo jets.", ["110 count jet"]),
    ("They lost six T-72 tanks and two Su-25 jets.", ["6 count tank", "2 count jet"]),
    ("Apple sold 40 million iPhone 15 handsets.", ["40000000 count handset"]),
    ("They fly 40 F-16s and five Boeing 737s.", ["40 count f-16", "5 count boeing 737"]),
    ("It delivered 63,150 Model 3s.", ["63150 count model 3"]),
    ("A 23-year-old man was held.", ["23 year"]),
    ("The offer is for people aged 65 and over.", ["at least 65 year"]),
    ("She will be 35 next month.", ["35 year"]),
    ("It is for those aged under 5.", ["less than 5 year"]),
    ("It polled adults between the ages of 18 and 64.", ["18..64 year"]),
    ("He was two goals behind.", ["2 count goal"]),
    ("He died at the age of 91.", ["91 year"]),
    ("In Gaza, 20 were killed.", ["20 person"]),
    ("On Monday 12 soldiers deserted.", ["12 person soldier"]),
    ("The death toll rose to 24 at 5 p.m.", ["24 person"]),
    ("Six Killed in Two Mine Blasts", ["6 person", "2 count blast"]),
    ("PARIS (AP) - Six men fled: Two Kurds and Zeno.", ["6 person man", "2 person kurd"]),
]


@pytest.mark.parametrize("sentence", NO_FIGURES)
def test_a_time_or_name_is_no_figure(sentence):
    assert gists(sentence) == []


@pytest.mark.parametrize(("sentence", "expected"), FIGURES, ids=[case[0] for case in FIGURES])
def test_a_count_beside_a_name_is_a_figure(sentence, expected):
    assert gists(sentence) == expected
