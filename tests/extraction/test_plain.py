import datetime as dt

import pytest

from annotations.extraction.cleaning.document import UnreadableDocument, with_headline
from annotations.extraction.cleaning.plain import read_plain

BODY = [
    "Six quarry workers were killed on Monday when a charge went off too early, police said.",
    "The quarry near Oldtown has been shut, and an inquiry has been opened by the labour ministry.",
    "“We had asked for new fuses for two years,” said Ann Lee, who leads the miners’ union.",
]
ARTICLE = "\n\n".join(BODY)


@pytest.mark.parametrize(
    "clutter",
    """
    Advertisement
    ADVERTISEMENT - CONTINUE READING BELOW
    oldtown motors
    Subscribe
    Sign up for our morning briefing
    Daily newsletter
    Get the day's top stories in your inbox
    Receive the latest headlines every morning
    Read more: Quarry was fined twice
    Also read: Quarry was fined twice
    Related articles
    You may also like
    Share this article
    Follow us on Facebook
    Back to homepage / World
    Skip to main content
    3 min read
    1,204 views
    12 comments
    Photo: Oldtown Fire Service
    Image credit: Handout
    Valley Post logo
    Tags: quarry, Oldtown, mines
    #quarry #Oldtown #blast
    Source Link
    Source: https://valley.example/news/1
    https://valley.example/news/1
    © 2024 Valley Post. All rights reserved.
    This website uses cookies to improve your experience.
    This site uses Akismet to reduce spam. Learn how your comment data is processed.
    * * *
    |
    None
    Home » News » World
    Continue reading below
    Related: Quarry was fined twice
    Image caption: The quarry in 2019. Valley Images
    I agree to the terms and privacy policy
    This story is developing. Please check back for updates.
    This is a breaking news story and will be updated.
    More to follow
    Published 5 March 2024 at 09:14 GMT | Updated 2 hours ago
    Last modified on Tue 5 Mar 2024 09.14 GMT
    Published: 09:14 GMT, 5 March 2024
    Posted 2 hrs ago
    Already a subscriber? Log in
    You have 2 free articles remaining.
    This article is for subscribers only.
    Want more stories like this? Sign up for our newsletter.
    Do you have more information? Email tips@valley.example
    Your support keeps our journalism free.
    The views expressed are the author's own.
    Try 1 month for $1
    To continue reading, subscribe today
    Scroll to continue
    Facebook Twitter WhatsApp Email
    Link copied!
    Photograph: Ann Lee/AP
    Ann Lee | AFP | Getty Images
    (AP Photo/Ann Lee)
    Image caption, The quarry in 2019
    FILE PHOTO: The quarry in 2019
    Listen • 3:14
    Send us your photos
    Available on the App Store and Google Play
    Join our Telegram channel for breaking news
    Reporting by Ann Lee; Editing by John Doe
    Contact the newsroom: news@valley.example
    Purchase Licensing Rights, opens new tab
    """.strip().splitlines(),
)
def test_what_the_page_prints_between_the_paragraphs_is_dropped(clutter: str) -> None:
    raw = "\n\n".join([BODY[0], clutter.strip(), *BODY[1:]])
    assert read_plain(raw).text == ARTICLE


@pytest.mark.parametrize(
    "line",
    [
        "A wall of silence",
        "Second blast this year",
        "years of neglect",
        "“Nobody listened to us”",
        "Subscribe to the view that fuses fail and you miss the point, the ministry said.",
        "The newsletter of the union had warned of old fuses in March.",
        "Read the report, he said, and you will see why.",
        "(The union has since withdrawn that claim.)",
        "Comments by the owner were not available on Monday.",
        "By signing the lease the owner had taken on all costs, the court ruled in 2020.",
        "Paid leave was granted to 40 workers",
        "Related deaths reached 12, the ministry said.",
        "This story of neglect is breaking hearts in Oldtown, said the mayor.",
        "Fuses: why they fail | and what to do",
        "Copyright disputes have cost the station $2 million since 2019.",
        "Report on 14 deaths due Monday",
        "Newsletters from the quarry promised 300 jobs",
        "Sponsored by the quarry, the team won 12 matches",
        "Continue reading the meters, the mill told 30 workers",
        "You can unsubscribe from fear, she said; 300 laughed.",
        "The site uses 40 tonnes of explosives a year.",
        "We use cookies as money here, said one of 40 children.",
        "Thank you for registering 400 families, the mayor told them.",
        "Have 40 villages been forgotten? Write to your minister, he said.",
        "EPA fined 40 quarries",
        "Send us a ship, 300 islanders plead",
    ],
)
def test_what_the_article_says_is_kept(line: str) -> None:
    raw = "\n\n".join([BODY[0], line, *BODY[1:]])
    assert line in read_plain(raw).text.split("\n\n")


@pytest.mark.parametrize(
    "opening", ["LEAVE A REPLY", "Leave a Comment", "Comments (3)", "2 responses to “Quarry”"]
)
def test_what_readers_write_below_is_no_article(opening: str) -> None:
    raw = f"{ARTICLE}\n\n{opening}\n\nI heard that 40 people died there!\n\nJoe"
    assert read_plain(raw).text == ARTICLE


def test_a_list_of_other_headlines_is_no_article() -> None:
    clutter = "More on this story\nQuarry was fined twice\nAre old fuses safe?"
    raw = "\n\n".join([BODY[0], clutter, *BODY[1:]])
    assert read_plain(raw).text == ARTICLE


def test_a_headline_that_begins_as_a_label_does_opens_no_list() -> None:
    raw = f"Top official leaves Oldtown quarry\nThe union had asked for years\n\n{ARTICLE}"
    assert "The union had asked for years" in read_plain(raw).text


def test_sentences_below_a_label_are_kept() -> None:
    raw = "\n\n".join([BODY[0], f"Read more\n{BODY[1]}", BODY[2]])
    assert read_plain(raw).text == ARTICLE


def test_a_comment_link_above_the_article_takes_nothing_with_it() -> None:
    assert read_plain(f"Leave a comment\n\n{ARTICLE}").text == ARTICLE


@pytest.mark.parametrize(
    ("head", "title", "outlet"),
    [
        ("Six killed in quarry blast", "Six killed in quarry blast", ""),
        ("Six killed in quarry blast – VALLEY TV", "Six killed in quarry blast", "VALLEY TV"),
        ("Six killed in quarry blast | Valley Post", "Six killed in quarry blast", "Valley Post"),
        ("Six killed in quarry blast - police", "Six killed in quarry blast - police", ""),
        ("Six killed in quarry blast – Interior Ministry", None, ""),
        ("Home » News » Six killed in quarry blast", "Six killed in quarry blast", ""),
        ("Was the quarry safe?", "Was the quarry safe?", ""),
    ],
)
def test_the_headline_and_outlet_are_read(head: str, title: str | None, outlet: str) -> None:
    document = read_plain(f"{head}\n\n{ARTICLE}")
    assert (document.title, document.outlet) == (head if title is None else title, outlet)
    assert document.text == f"{document.title}\n\n{ARTICLE}"


def test_a_text_that_begins_with_a_sentence_has_no_headline() -> None:
    document = read_plain(ARTICLE)
    assert (document.title, document.text) == ("", ARTICLE)


def test_a_headline_printed_twice_is_kept_once() -> None:
    title = "Six killed in quarry blast"
    raw = f"Home » World » {title}\n\n{title}\n\n{ARTICLE}"
    assert read_plain(raw).text == f"{title}\n\n{ARTICLE}"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Issued on: 05/03/2024 – 12:03", dt.datetime(2024, 3, 5, 12, 3, tzinfo=dt.UTC)),
        ("Published March 5, 2024, 3:05 p.m. UTC", dt.datetime(2024, 3, 5, 15, 5, tzinfo=dt.UTC)),
        ("Published: 09:14 GMT, 5 March 2024", dt.datetime(2024, 3, 5, tzinfo=dt.UTC)),
        ("Published on Tue 5 Mar 2024 09:14", dt.datetime(2024, 3, 5, 9, 14, tzinfo=dt.UTC)),
        ("• March 5, 2024", dt.datetime(2024, 3, 5, tzinfo=dt.UTC)),
        ("2024-03-05 15:19:33", dt.datetime(2024, 3, 5, 15, 19, 33, tzinfo=dt.UTC)),
        ("By Ann Lee March 5, 2024", dt.datetime(2024, 3, 5, tzinfo=dt.UTC)),
        ("Last update: May 4, 2024 13:17", None),
    ],
)
def test_the_time_of_publication_is_read_and_no_other(
    line: str, expected: dt.datetime | None
) -> None:
    document = read_plain(f"Quarry blast kills six\n\n{line}\n\n{ARTICLE}")
    assert document.published_at == expected
    assert document.text == f"Quarry blast kills six\n\n{ARTICLE}"


def test_a_stated_time_of_publication_goes_before_a_bare_one() -> None:
    raw = f"Quarry blast kills six\nMay 1, 2024\nPublished: May 2, 2024\n\n{ARTICLE}"
    assert read_plain(raw).published_at == dt.datetime(2024, 5, 2, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("lines", "byline", "outlet", "credit"),
    [
        ("By Ann Lee", "Ann Lee", "", ""),
        ("By: Ann Lee and John de Witt", "Ann Lee and John de Witt", "", ""),
        ("By:\nVALLEY TV\nFollow\n|\nVALLEY TV", "VALLEY TV", "", ""),
        ("(VALLEY TV with AFP)", "", "VALLEY TV", "AFP"),
        ("(With inputs from Reuters)", "", "", "Reuters"),
        ("(AP)", "", "", "AP"),
        ("Source: AFP/al", "", "", "AFP"),
    ],
)
def test_byline_and_credit_are_read(lines: str, byline: str, outlet: str, credit: str) -> None:
    document = read_plain(f"Quarry blast kills six\n\n{lines}\n\n{ARTICLE}")
    assert (document.byline, document.outlet, document.credit) == (byline, outlet, credit)
    assert document.text == f"Quarry blast kills six\n\n{ARTICLE}"


def test_a_dateline_gives_its_credit_and_stays_in_the_text() -> None:
    dateline = "OLDTOWN, March 5 (Reuters) - Six workers were killed on Tuesday."
    document = read_plain(f"Quarry blast kills six\n\n{dateline}\n\n{ARTICLE}")
    assert document.credit == "Reuters"
    assert dateline in document.text


def test_the_words_of_a_caption_are_kept_once_without_its_credit() -> None:
    caption = "Rescuers at the quarry near Oldtown on March 5, 2024."
    raw = f"{BODY[0]}\n\n{caption}\n{caption} © Ann Lee, AFP\n\n{BODY[1]}\n\n{BODY[2]}"
    assert read_plain(raw).text.count(caption) == 1
    assert "©" not in read_plain(raw).text


def test_lines_broken_to_a_width_are_joined() -> None:
    raw = (
        "Six quarry workers were killed on Monday when a charge went\n"
        "off too early at a quarry near Oldtown, police said, and two\n"
        "others were taken to hospital."
    )
    assert read_plain(raw).text == raw.replace("\n", " ")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("", "empty"),
        (" \n\t\n", "empty"),
        ("\ufeff", "empty"),
        ("PK\x03\x04 binary", "control character U\\+0003 at character 2"),
        ("Subscribe\n\nLEAVE A REPLY\n\n|", "nothing but page furniture"),
    ],
)
def test_what_is_no_article_is_refused_by_what_it_is(raw: str, reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=reason):
        read_plain(raw)


def test_a_headline_goes_before_a_body_that_does_not_have_it() -> None:
    assert with_headline("Quarry", "Six died.") == "Quarry\n\nSix died."
    assert with_headline("Quarry", "Quarry\n\nSix died.") == "Quarry\n\nSix died."
    assert with_headline("", "Six died.") == "Six died."
