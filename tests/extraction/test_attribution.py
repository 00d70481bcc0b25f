import pytest

from annotations.extraction.reader import read
from annotations.extraction.types import Attribution


def speakers(text: str) -> list[Attribution | None]:
    return [claim.attribution for claim in read(text).claims]


@pytest.mark.parametrize(
    ("sentence", "speaker", "verb"),
    [
        pytest.param("The mayor said six people died.", "The mayor", "said", id="indirect"),
        pytest.param("Six people died, the mayor said.", "the mayor", "said", id="frame-behind"),
        pytest.param(
            "“We have lost six men today,” said Jane Roe, a spokeswoman for the fire service.",
            "Jane Roe, a spokeswoman for the fire service",
            "said",
            id="verb-before-subject",
        ),
        pytest.param(
            "“The road was shut,” John Doe, director of the harbour, told the Daily Post.",
            "John Doe, director of the harbour",
            "told",
            id="apposition",
        ),
        pytest.param(
            "According to the harbour office, six boats sank on Monday.",
            "the harbour office",
            "according to",
            id="according-to-first",
        ),
        pytest.param(
            "The frost cost farmers $3 million, its union estimates.",
            "its union",
            "estimates",
            id="estimates-at-the-end",
        ),
        pytest.param(
            "The army has neither confirmed nor denied that 12 men were captured.",
            "The army",
            "confirmed",
            id="neither-confirmed-nor-denied",
        ),
        pytest.param(
            "Six boats sank on Monday, according to the harbour office.",
            "the harbour office",
            "according to",
            id="according-to-last",
        ),
        pytest.param(
            "The agency quoted Foreign Ministry spokesman John Doe as saying talks had failed.",
            "Foreign Ministry spokesman John Doe",
            "saying",
            id="quoted-as-saying",
        ),
        pytest.param(
            "The number of confirmed cases rose to 40, the clinic said.",
            "the clinic",
            "said",
            id="confirmed-cases",
        ),
        pytest.param(
            "Hours before the vote, the party’s lawyer said 12 members had left.",
            "the party’s lawyer",
            "said",
            id="adverbial-before",
        ),
        pytest.param(
            "The company on Tuesday announced it had sold 12 ships.",
            "The company",
            "announced",
            id="time-between",
        ),
        pytest.param(
            "On Monday the coast guard said 12 sailors were missing.",
            "the coast guard",
            "said",
            id="time-first-without-comma",
        ),
        pytest.param(
            "A statement from the Ministry of Health also said 12 patients had recovered.",
            "the Ministry of Health",
            "said",
            id="maker-of-a-statement",
        ),
        pytest.param(
            "Maria Lopez, who has reported from the region for years, said 12 villages were empty.",
            "Maria Lopez",
            "said",
            id="relative-clause-between",
        ),
        pytest.param(
            "Gov. Jane Roe said 12 bridges were closed.", "Gov. Jane Roe", "said", id="title"
        ),
        pytest.param(
            "Friends of John D. Smith Jr. were told, said family friend Ann B. Lee.",
            "family friend Ann B. Lee",
            "said",
            id="initials",
        ),
        pytest.param(
            "Turkey and Norway said 12 ships had sailed.",
            "Turkey and Norway",
            "said",
            id="two-names",
        ),
        pytest.param(
            "The mayor called it “a disaster” and said 200 homes were lost.",
            "The mayor",
            "said",
            id="second-verb",
        ),
        pytest.param(
            "The bank will lay off 1,200 workers, it said in a statement, after a loss.",
            "The bank",
            "said",
            id="it-of-the-same-sentence",
        ),
        pytest.param(
            "Hospital officials put the toll at 31.", "Hospital officials", "put", id="put-the-toll"
        ),
        pytest.param("The WHO said 14 people were ill.", "The WHO", "said", id="the-who"),
        pytest.param(
            "In a tweet, the former minister wrote: “We built 40 new hospitals.”",
            "the former minister",
            "wrote",
            id="wrote-colon",
        ),
        pytest.param(
            "The envoy rejects claims that 12 ships had sailed.",
            "The envoy",
            "rejects",
            id="claims-as-a-noun",
        ),
        pytest.param(
            "Ten people died in the blaze, firemen and state radio said.",
            "firemen and state radio",
            "said",
            id="two-nouns",
        ),
        pytest.param(
            "Nine tents burned down, a camp official told the Harbour News.",
            "a camp official",
            "told",
            id="told-at-the-end",
        ),
        pytest.param(
            "Nine tents burned down, a camp official told reporters on Friday.",
            "a camp official",
            "told",
            id="told-at-the-end-with-a-time",
        ),
        pytest.param(
            "Nine tents burned down, the camp’s owner said at the gate.",
            "the camp’s owner",
            "said",
            id="said-somewhere",
        ),
        pytest.param(
            "Nine tents burned, the Post quoted a camper as saying.",
            "a camper",
            "saying",
            id="quoted-as-saying-at-the-end",
        ),
        pytest.param(
            "Jane Roe, 54, who runs the camp, said nine tents had burned.",
            "Jane Roe",
            "said",
            id="age-and-relative-clause",
        ),
        pytest.param(
            "All was calm, said the keeper of the camp, who put the tents’ number at nine.",
            "the keeper of the camp",
            "said",
            id="said-somebody-who-put",
        ),
        pytest.param(
            "By the union’s count, 300 drivers stayed at home.",
            "the union",
            "count",
            id="by-somebodys-count",
        ),
        pytest.param("Medics counted 15 dead.", "Medics", "counted", id="counted"),
        pytest.param(
            "Farmers spoke of more than 40 dead sheep.", "Farmers", "spoke", id="spoke-of"
        ),
        pytest.param(
            "Growers fear as many as 30 farms could close.", "Growers", "fear", id="fear-so-many"
        ),
        pytest.param(
            "“The road is gone,” Jane Roe, 34, told reporters.",
            "Jane Roe",
            "told",
            id="age-between",
        ),
        pytest.param(
            "The mayor, Jane Roe, said six boats sank.", "Jane Roe", "said", id="title-then-name"
        ),
        pytest.param(
            "“Six boats sank,” said the mayor, Jane Roe.",
            "Jane Roe",
            "said",
            id="said-title-then-name",
        ),
        pytest.param(
            "Six boats sank, said a sailor who asked not to be named.",
            "a sailor",
            "said",
            id="said-somebody-who-asked",
        ),
        pytest.param(
            "The Harbour Board (HB) says six boats sank.",
            "The Harbour Board",
            "says",
            id="acronym-between",
        ),
        pytest.param(
            "Oldland and Norway both said six boats sank.",
            "Oldland and Norway",
            "said",
            id="both-said",
        ),
        pytest.param(
            "A sailor, speaking through an interpreter, said 12 men were shot.",
            "A sailor",
            "said",
            id="participle-between",
        ),
        pytest.param(
            "Norway, meanwhile, said 12 men were shot.", "Norway", "said", id="adverb-between"
        ),
        pytest.param(
            "“We were six,” one of the sailors, a student, said.",
            "one of the sailors",
            "said",
            id="apposition-behind-a-quotation",
        ),
        pytest.param(
            "Six boats sank, the port admitted on Monday.",
            "the port",
            "admitted",
            id="admitted-with-a-time",
        ),
        pytest.param("“Twelve men hid there,” Roe whispered.", "Roe", "whispered", id="whispered"),
        pytest.param(
            "The mayor posted on X: “Twelve roads are closed.”",
            "The mayor",
            "posted",
            id="posted-with-a-colon",
        ),
        pytest.param(
            "Sailors described seeing six men run away.",
            "Sailors",
            "described",
            id="described-seeing",
        ),
        pytest.param(
            "Police believe six men took part in the raid.", "Police", "believe", id="believe"
        ),
        pytest.param("Police: three held over raid", "Police", ":", id="headline-with-a-colon"),
        pytest.param("Three held over raid: police", "police", ":", id="colon-behind-a-headline"),
        pytest.param("Six boats sink off Oldland: IOM", "IOM", ":", id="acronym-behind-a-headline"),
        pytest.param(
            "The town denied the union’s estimate of 300, saying 12 had come.",
            "The town",
            "denied",
            id="whose-figure-it-is-carries-nothing-on",
        ),
        pytest.param(
            "Clerks in the capital say 40 files were lost.",
            "Clerks in the capital",
            "say",
            id="say-so-many",
        ),
        pytest.param(
            "“Two of the trams were hit,” the spokeswoman, Ann Lee, wrote on X.",
            "Ann Lee",
            "wrote",
            id="apposition-before-wrote",
        ),
    ],
)
def test_the_speaker_is_named_as_written(sentence: str, speaker: str, verb: str) -> None:
    assert speakers(sentence) == [Attribution(speaker, verb)]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Death toll: 12", id="colon-behind-a-count"),
        pytest.param("The jury found him guilty on six counts of fraud.", id="counts-of-a-charge"),
        pytest.param("The reported deaths shocked the town.", id="participle-as-adjective"),
        pytest.param("It's revealed that the bridge was old.", id="passive"),
        pytest.param("The man accused of the theft was freed.", id="accused-of"),
        pytest.param("The United States sent 12 ships.", id="states"),
        pytest.param(
            "Despite talks with Norway and the United States, the sides built 12 forts.",
            id="states-before-a-comma",
        ),
        pytest.param("The plan is said to cost $3 million.", id="said-to"),
        pytest.param("Norway’s last rail disaster claimed 19 lives.", id="claimed-lives"),
        pytest.param("He is one of 99 alleged smugglers held there.", id="alleged"),
        pytest.param("They eat three apples per day.", id="per"),
        pytest.param("The rain stopped, but the six men continued.", id="continued"),
        pytest.param("Six fans of “Oldtown Blues” asked for more.", id="behind-a-title"),
        pytest.param("He said six men were held.", id="pronoun-of-nobody"),
    ],
)
def test_what_only_looks_like_a_frame_names_nobody(sentence: str) -> None:
    assert speakers(sentence) == [None]


@pytest.mark.parametrize(
    ("follower", "speaker"),
    [
        pytest.param("It said the mines were old.", "The Interior Ministry", id="it"),
        pytest.param(
            "The ministry added that the mines were old.", "The Interior Ministry", id="head"
        ),
        pytest.param(
            "The mines were old, the statement said.", "The Interior Ministry", id="statement"
        ),
        pytest.param(
            "“The mines were old and nobody had mapped them.”", "The Interior Ministry", id="bare"
        ),
        pytest.param("The army said the mines were old.", "The army", id="somebody-else"),
    ],
)
def test_a_pronoun_carries_the_last_speaker_over(follower: str, speaker: str) -> None:
    found = speakers(f"The Interior Ministry said two men had died.\n\n{follower}")
    assert found[-1] is not None
    assert found[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Jane Roe runs the shelter. She said 40 people slept there.", "Jane Roe"),
        (
            "“It was full,” Jane Roe said. John Doe, a cook, came. He saw 40, he said.",
            "John Doe",
        ),
        (
            "Jane Roe said it was full. The Interior Ministry denied it. She said 40 came.",
            "Jane Roe",
        ),
        ("Ann Lee, 34, hid. She said she had counted 20 boats.", "Ann Lee"),
        (
            "Prime Minister Jane Roe, on a visit, paid $3 million. “Stay calm,” she said.",
            "Prime Minister Jane Roe",
        ),
        ("The port sold 40 boats. The union, Sea, wept. It said 40 men left.", "The union"),
        ("The sailors’ union stopped work. It said 40 men were dismissed.", "The sailors’ union"),
        ("The port said 40 men left. She said the pay was low.", None),
    ],
)
def test_a_pronoun_is_whom_it_can_stand_for(text: str, speaker: str | None) -> None:
    found = speakers(text)[-1]
    assert (found.speaker if found else None) == speaker


def test_who_denies_need_not_be_known() -> None:
    [figure] = read("He has denied killing 12 villagers.").figures
    assert (figure.standing.value, figure.attribution) == ("denied", None)


def test_its_ministry_is_the_ministry_of_the_country_that_spoke() -> None:
    found = speakers("Norway denied the report. “We have no ships there at all,” its navy said.")
    assert found[-1] == Attribution("Norway’s navy", "said")


def test_who_speaks_inside_a_quotation_is_not_the_speaker() -> None:
    found = speakers("“The villagers have long claimed that the well is dry,” the mayor said.")
    assert found == [Attribution("the mayor", "said")]


def test_a_quotation_of_several_sentences_is_one_claim_with_its_speaker() -> None:
    text = "“The dam is safe. We checked it twice this week. Nobody has to leave,” the mayor said."
    claims = read(text).claims
    assert [(claim.text, claim.kind.value) for claim in claims] == [(text, "quote")]
    assert claims[0].attribution == Attribution("the mayor", "said")


def test_a_figure_outside_the_frame_is_nobodys_statement() -> None:
    figures = read("Two days after 12 men drowned, the mayor said three boats were unsafe.").figures
    by_text = {figure.text: figure.attribution for figure in figures}
    assert by_text["12"] is None
    assert by_text["three"] == Attribution("the mayor", "said")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "Some 4,000 people marched, police said, while organisers put the turnout at 90,000.",
            ["police", "organisers"],
            id="put-the-turnout-at",
        ),
        pytest.param(
            "Police said 4,000 people came, but organisers estimated the crowd at 90,000.",
            ["Police", "organisers"],
            id="estimated-the-crowd-at",
        ),
        pytest.param(
            "The army lost 400 men, the general said, rejecting the rebels' claim of 1,200.",
            ["the general", "the rebels"],
            id="somebody's-claim",
        ),
        pytest.param(
            "The agency’s figure of 300 was higher than New Oldland’s count of 190.",
            ["The agency", "New Oldland"],
            id="two-figures-that-are-somebody's",
        ),
        pytest.param(
            "Officials warn that 300 jobs may go.", ["Officials"], id="several-in-the-present"
        ),
    ],
)
def test_each_of_two_figures_has_its_own_speaker(sentence: str, expected: list[str]) -> None:
    found = [figure.attribution for figure in read(sentence).figures]
    assert [speaker.speaker for speaker in found if speaker] == expected


def test_what_one_denies_of_anothers_figure_leaves_it_asserted_by_the_other() -> None:
    (figure,) = read("The ministry dismissed the union's estimate of 12,000 strikers.").figures
    assert (figure.standing.value, figure.event) == ("asserted", "")
    assert figure.attribution
    assert figure.attribution.speaker == "the union"
