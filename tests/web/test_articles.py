import pytest
from django.urls import reverse

from annotations.models import FigureSum
from tests.builders import make_article, make_claim, make_figure, make_group, make_relation

HOSTILE = 'Six died. <script>alert(1)</script> <img src=x onerror="alert(2)">'


def page(client, article, claim=None):
    query = {"claim": claim.pk} if claim else {}
    return client.get(reverse("web:article", args=[article.pk]), query)


def test_claims_and_figures_are_marked_in_the_text(annotator_client, article, claim, figure):
    html = page(annotator_client, article).content.decode()
    assert f'data-claim="{claim.pk}"' in html
    assert "<mark>Nine sailors</mark> were hurt when the ferry caught fire.</a>" in html


def test_the_headline_is_the_heading_and_can_hold_a_claim(annotator_client):
    article = make_article("Six die\n\nSix died.", title="Six die")
    claim = make_claim(article, "Six die")
    html = page(annotator_client, article).content.decode()
    assert html.count("<h1") == 1
    assert f'data-claim="{claim.pk}"' in html.split("<h1")[1].split("</h1>")[0]


@pytest.mark.parametrize("quote", ["Six died.", "<script>alert(1)</script>", "src=x"])
def test_markup_in_an_article_stays_text(annotator_client, quote):
    article = make_article(HOSTILE, title="<b>bold</b>")
    claim = make_claim(article, quote)
    make_figure(claim, quote[:3], 6)
    html = page(annotator_client, article, claim).content.decode()
    assert "<script>alert" not in html
    assert "<img" not in html
    assert "<b>" not in html
    assert "&lt;b&gt;bold" in html


def test_no_script_may_run_that_is_not_ours(annotator_client, article):
    policy = page(annotator_client, article).headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


def test_the_same_figure_in_other_sources_stands_beside_the_claim(
    annotator_client, article, claim, linked
):
    linked.independent_origins = 1
    linked.save()
    html = page(annotator_client, article, claim).content.decode()
    assert "2 outlets, 1 independent origin" in html
    assert "The blaze on the ferry injured <mark>nine crew members</mark>" in html
    assert "same count" in html
    assert "Coast Wire" in html


def test_a_conflicting_figure_stands_beside_the_claim_with_its_reason(
    annotator_client, story, article, claim, figure, second_figure
):
    one, other = make_group(story, [figure]), make_group(story, [second_figure])
    make_relation(one, other, "conflicting")
    html = page(annotator_client, article, claim).content.decode()
    assert "they are conflicting" in html


def test_a_part_shows_the_sum_it_belongs_to(annotator_client, story, article, claim, figure):
    other = make_figure(make_claim(article, "The owner denied"), "The owner", 1)
    total = FigureSum.objects.create(story=story, low=10, high=10, scope="article", article=article)
    total.parts.set([figure, other])
    html = page(annotator_client, article, claim).content.decode()
    assert "Is a part of" in html
    assert "10 = 9 + 1" in html
    assert "derived, not stated there" in html


def test_a_sum_that_an_article_says_again_shows_once(
    annotator_client, story, article, claim, figure
):
    for _ in range(2):
        total = FigureSum.objects.create(
            story=story, low=9, high=9, scope="article", article=article
        )
        total.parts.set([figure])
    assert page(annotator_client, article, claim).content.decode().count("9 = 9") == 1


def test_more_figures_in_a_claim_take_no_more_queries(
    annotator_client, article, claim, figure, linked, django_assert_max_num_queries
):
    for quote in ("hurt", "when", "the", "ferry", "caught", "fire"):
        make_figure(claim, quote, 1)
    with django_assert_max_num_queries(28):
        page(annotator_client, article, claim)


def test_a_claim_is_asked_for_as_a_fragment(annotator_client, claim, figure):
    address = reverse("web:claim", args=[claim.pk])
    fragment = annotator_client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in fragment
    assert claim.text in fragment
    assert annotator_client.get(address).url.endswith(f"?claim={claim.pk}")


@pytest.mark.parametrize("claim_id", ["0", "99999", "x", "٣", "-1"])
def test_a_claim_of_another_article_is_not_found(annotator_client, article, claim_id):
    response = annotator_client.get(reverse("web:article", args=[article.pk]), {"claim": claim_id})
    assert response.status_code == (404 if claim_id.isdecimal() else 200)


def test_an_older_version_points_to_the_newer(annotator_client, article):
    newer = make_article("Ten were hurt.", source=article.source, supersedes=article)
    html = page(annotator_client, article).content.decode()
    assert reverse("web:article", args=[newer.pk]) in html


def test_the_page_takes_no_more_queries_for_more_claims(
    annotator_client, article, claim, figure, linked, django_assert_max_num_queries
):
    for quote in ("Nine", "sailors", "hurt", "ferry", "owner"):
        make_claim(article, quote)
    with django_assert_max_num_queries(8):
        page(annotator_client, article)
    with django_assert_max_num_queries(28):
        page(annotator_client, article, claim)
