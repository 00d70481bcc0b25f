"""What each resource shows, and how lists go on."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from annotations.models import Article, Claim, Figure, FigureGroup, Source, Story, User, Verdict
from annotations.services.comments import write_comment
from annotations.services.guidelines import publish_guideline
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def group(story: Story, figure: Figure, second_figure: Figure) -> FigureGroup:
    return builders.make_group(story, [figure, second_figure], label="sailors injured")


def rows(api: APIClient, path: str, **query: Any) -> list[dict[str, Any]]:
    answer = api.get(f"/api/v1/{path}/", query)
    assert answer.status_code == 200, answer.content
    return answer.json()["results"]


def test_a_claim_shows_its_figures_article_and_state(
    bot_api: APIClient, claim: Claim, figure: Figure, group: FigureGroup
) -> None:
    answer = bot_api.get(f"/api/v1/claims/{claim.pk}/").json()
    assert answer["text"] == claim.text
    assert answer["article"]["title"] == "Ferry burns in harbour"
    assert answer["source"]["name"] == "Harbour Gazette"
    assert (answer["state"], answer["version"], answer["verdict"]) == ("candidate", 1, None)
    [shown] = answer["figures"]
    assert (shown["low"], shown["high"], shown["unit"]) == (9, 9, "person")
    assert (shown["group"], shown["relation"]) == (group.pk, "identical")
    assert answer["allowed_actions"] == []


def test_a_claim_tells_what_its_reader_may_do(
    annotator_api: APIClient, editor_api: APIClient, claim: Claim
) -> None:
    path = f"/api/v1/claims/{claim.pk}/"
    assert "submit_review" in annotator_api.get(path).json()["allowed_actions"]
    assert "dismiss" in editor_api.get(path).json()["allowed_actions"]


def test_a_claim_of_an_article_with_a_newer_version_allows_nothing(
    editor_api: APIClient, claim: Claim, article: Article
) -> None:
    builders.make_article("A newer text.", source=article.source, supersedes=article)
    assert editor_api.get(f"/api/v1/claims/{claim.pk}/").json()["allowed_actions"] == []


def test_the_status_of_a_claim_names_its_verdict(
    bot_api: APIClient, claim: Claim, editor: User
) -> None:
    verdict = Verdict.objects.create(
        claim=claim, rating="disputed", ruling="No.", methodology="1", signed_by=editor
    )
    answer = bot_api.get(f"/api/v1/claims/{claim.pk}/status/").json()
    assert (answer["claim"], answer["verdict"], answer["rating"]) == (
        claim.pk,
        verdict.pk,
        "disputed",
    )


def test_the_status_of_many_claims_comes_in_the_order_asked_for(
    bot_api: APIClient, claim: Claim, second_claim: Claim
) -> None:
    body = {"claims": [second_claim.pk, 10**9, claim.pk, claim.pk]}
    answer = bot_api.post("/api/v1/claims/status/", body).json()
    assert [row["claim"] for row in answer["results"]] == [second_claim.pk, claim.pk]
    assert answer["missing"] == [10**9]


@pytest.mark.parametrize(("count", "status"), [(500, 200), (501, 400), (0, 400)])
def test_the_status_of_at_most_500_claims_is_told_at_once(
    bot_api: APIClient, count: int, status: int
) -> None:
    answer = bot_api.post("/api/v1/claims/status/", {"claims": list(range(1, count + 1))})
    assert answer.status_code == status


@pytest.mark.parametrize(
    ("path", "query", "found"),
    [
        ("claims", {"state": "candidate"}, 2),
        ("claims", {"state": "final"}, 0),
        ("claims", {"kind": "figure"}, 2),
        ("claims", {"min_score": "0.6"}, 0),
        ("claims", {"changed_since": "2020-01-01T00:00:00Z"}, 2),
        ("claims", {"story": 10**9}, 0),
        ("articles", {"url": "https://gazette.example/ferry"}, 1),
        ("articles", {"published_after": "2026-03-02T09:00:00Z"}, 1),
        ("articles", {"published_before": "2026-03-02T09:00:00Z"}, 1),
        ("figures", {"unit": "person", "event": "injured"}, 2),
        ("figures", {"counted": "sailor"}, 1),
        ("groups", {"unit": "person"}, 1),
        ("links", {"status": "proposed", "relation": "identical"}, 2),
        ("sources", {"kind": "agency"}, 1),
        ("stories", {"slug": "ferry-fire"}, 1),
    ],
)
def test_a_filter_narrows_its_list(
    bot_api: APIClient, group: FigureGroup, path: str, query: dict[str, Any], found: int
) -> None:
    assert len(rows(bot_api, path, **query)) == found


def test_what_belongs_together_is_found_by_id(
    bot_api: APIClient, group: FigureGroup, claim: Claim, source: Source, story: Story
) -> None:
    assert len(rows(bot_api, "claims", story=story.pk, source=source.pk)) == 1
    assert len(rows(bot_api, "figures", claim=claim.pk)) == 1
    assert len(rows(bot_api, "figures", group=group.pk)) == 2
    assert len(rows(bot_api, "links", group=group.pk)) == 2
    assert len(rows(bot_api, "links", story=story.pk)) == 2
    assert len(rows(bot_api, "groups", story=story.pk)) == 1


def test_only_the_single_article_has_its_text(bot_api: APIClient, article: Article) -> None:
    assert "text" not in rows(bot_api, "articles")[0]
    assert bot_api.get(f"/api/v1/articles/{article.pk}/").json()["text"] == article.text


def test_a_group_lists_who_states_its_quantity(bot_api: APIClient, group: FigureGroup) -> None:
    answer = bot_api.get(f"/api/v1/groups/{group.pk}/").json()
    sources = [member["source"]["name"] for member in answer["members"]]
    assert sources == ["Harbour Gazette", "Coast Wire"]
    assert answer["members"][0]["reasons"] == ["same count"]


def test_a_figure_is_shown_beside_the_same_figure_elsewhere(
    bot_api: APIClient, figure: Figure, second_figure: Figure, group: FigureGroup
) -> None:
    answer = bot_api.get(f"/api/v1/figures/{figure.pk}/elsewhere/").json()
    assert answer["group"] == group.pk
    assert [mention["figure"] for mention in answer["mentions"]] == [second_figure.pk]
    assert answer["mentions"][0]["source"]["name"] == "Coast Wire"


def test_a_storys_figures_stand_side_by_side(
    bot_api: APIClient, story: Story, group: FigureGroup
) -> None:
    answer = bot_api.get(f"/api/v1/stories/{story.pk}/figures/").json()
    assert [source["name"] for source in answer["sources"]] == ["Coast Wire", "Harbour Gazette"]
    [row] = answer["rows"]
    assert (row["label"], row["value"]) == ("sailors injured", "9")
    assert [cell["value"] for cell in row["cells"]] == ["9", "9"]


@pytest.mark.parametrize("order", ["id", "-id", "score", "-score", "changed_at", "-changed_at"])
def test_pages_go_through_all_rows_once_in_every_order(
    bot_api: APIClient, article: Article, order: str
) -> None:
    claims = [
        builders.make_claim(article, article.text[: length + 1], score=length % 3 / 4)
        for length in range(11)
    ]
    seen: list[int] = []
    address = f"/api/v1/claims/?page_size=3&order={order}"
    while address:
        answer = bot_api.get(address).json()
        seen += [row["id"] for row in answer["results"]]
        address = answer["next"]
    assert sorted(seen) == [claim.pk for claim in claims]
    field = order.removeprefix("-")
    keys = [(getattr(Claim.objects.get(pk=pk), field), pk) for pk in seen]
    assert keys == sorted(keys, reverse=order.startswith("-"))


def test_a_page_goes_on_where_it_stopped_though_rows_came_and_went(
    bot_api: APIClient, article: Article
) -> None:
    claims = [builders.make_claim(article, article.text[:length]) for length in range(1, 6)]
    first = bot_api.get("/api/v1/claims/?page_size=2").json()
    Claim.objects.filter(pk=claims[1].pk).delete()
    builders.make_claim(article, article.text[:10])
    second = bot_api.get(first["next"]).json()
    assert [row["id"] for row in second["results"]] == [claims[2].pk, claims[3].pk]


LISTS = [
    "sources",
    "stories",
    "articles",
    "claims",
    "figures",
    "groups",
    "links",
    "reviews",
    "verdicts",
    "guidelines",
    "mentions",
]
# Lists whose rows have no address of their own.
ROWS = [name for name in LISTS if name != "mentions"]


def populate(story: Story, editor: User, reviewer: User, size: int) -> None:
    for number in range(size):
        article = builders.make_article(
            f"In town {number} nine people were hurt.", story=story, source=builders.make_source()
        )
        claim = builders.make_claim(article)
        figure = builders.make_figure(claim, "nine people", 9)
        builders.make_group(story, [figure])
        builders.make_review(claim, reviewer)
        Verdict.objects.create(
            claim=claim, rating="disputed", ruling="No.", methodology="1", signed_by=editor
        )
        write_comment(claim=claim, author=editor, body=f"Look, @{reviewer.username}.")
        publish_guideline(story=story, text=f"Rate {article.pk}.", editor=editor)


def queries(api: APIClient, path: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        answer = api.get(path)
    assert answer.status_code == 200, answer.content
    return len(captured)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_costs_at_most_five_queries_whatever_its_size(
    annotator_api: APIClient, name: str, story: Story, editor: User, annotator: User
) -> None:
    annotator_api.get("/api/v1/account/")  # The token's last use is noted once a minute.
    populate(story, editor, annotator, 2)
    few = queries(annotator_api, f"/api/v1/{name}/")
    populate(story, editor, annotator, 10)
    many = queries(annotator_api, f"/api/v1/{name}/")
    assert few == many <= 5


@pytest.mark.parametrize("name", ROWS)
def test_a_single_row_costs_at_most_six_queries(
    annotator_api: APIClient, name: str, story: Story, editor: User, annotator: User
) -> None:
    populate(story, editor, annotator, 2)
    pk = rows(annotator_api, name)[0]["id"]
    assert queries(annotator_api, f"/api/v1/{name}/{pk}/") <= 6
