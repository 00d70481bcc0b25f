import datetime as dt

import pytest

from annotations.extraction.cleaning.document import UnreadableDocument
from annotations.extraction.cleaning.html import read_html

PAGE = """<!doctype html><html><head>
<title>Six killed in quarry blast | Valley Post</title>
<meta property="article:published_time" content="2024-03-05T10:20:30+02:00">
<meta property="og:site_name" content="Valley Post"><meta name="author" content="Ann Lee">
<script>alert("12 people")</script></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Six killed in quarry blast</h1>
<p>Six workers were killed on Tuesday when a charge went off early at a quarry, police said.</p>
<p>Advertisement</p>
<p>Two others were taken to hospital with burns, the ministry of health said in a statement.</p>
<h2>Third accident</h2>
<p>It was the third accident at the quarry in ten years, the labour inspectorate said.</p>
<p>Sign up for our newsletter</p></article>
<section class="comments"><h3>3 comments</h3><p>I think 40 people died!!!</p></section>
<footer>Copyright 2024 Valley Post</footer></body></html>"""


def test_the_article_of_a_page_is_read_without_the_page() -> None:
    document = read_html(PAGE, url="https://valley.example/quarry")
    assert document.text.split("\n\n") == [
        "Six killed in quarry blast",
        "Six workers were killed on Tuesday when a charge went off early at a quarry, police said.",
        "Two others were taken to hospital with burns, the ministry of health said in a statement.",
        "Third accident",
        "It was the third accident at the quarry in ten years, the labour inspectorate said.",
    ]


def test_the_particulars_of_a_page_are_read() -> None:
    document = read_html(PAGE, url="https://valley.example/quarry")
    assert (document.title, document.outlet, document.byline, document.url) == (
        "Six killed in quarry blast",
        "Valley Post",
        "Ann Lee",
        "https://valley.example/quarry",
    )
    zone = dt.timezone(dt.timedelta(hours=2))
    assert document.published_at == dt.datetime(2024, 3, 5, 10, 20, 30, tzinfo=zone)


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("", "empty"),
        ("PK\x03\x04", "control character"),
        ("<html><body></body></html>", "without an article"),
        ("<html><body><nav>Home</nav></body></html>", "without an article"),
        ("<p>", "no web page"),
        ("{}", "no web page"),
        ("<div>" * 20_000, "no web page"),
    ],
)
def test_a_page_without_an_article_is_refused_by_what_it_is(page: str, reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=reason):
        read_html(page)
