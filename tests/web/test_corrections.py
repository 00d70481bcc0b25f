"""Correcting what was read, by the forms of the article page."""

from urllib.parse import urlencode

import pytest
from django.urls import reverse

from annotations.models import Article, Claim, Figure
from tests.builders import make_article, make_claim, make_figure
from tests.web.conftest import signed_in

EXACTLY = {"modifier": "exact", "standing": "asserted"}


def standing(model):
    return model.objects.filter(withdrawn_at__isnull=True)


def act(client, claim, name, **fields):
    return client.post(reverse("web:act", args=[claim.pk, name]), fields)


def add_claim(client, article, **fields):
    return client.post(reverse("web:claim-add", args=[article.pk]), {"kind": "event"} | fields)


def add_figure(client, claim, **fields):
    address = f"{reverse('web:figure-add', args=[claim.article_id])}?claim={claim.pk}"
    return client.post(address, EXACTLY | fields)


def errors(response):
    return response.context["edit"].form.errors


@pytest.fixture
def repeating():
    """An article whose words before “four” are more code units than code points."""
    return make_article("🚢🚢 Four fled. Later four came back, and four stayed.")


def test_a_missed_claim_is_added_by_its_words(annotator_client, article, claim):
    response = add_claim(annotator_client, article, quote="The owner denied\nany fault.")
    added = Claim.objects.get(text="The owner denied any fault.")
    assert response.url.endswith(f"?claim={added.pk}")
    assert added.added_by.username == "anna"


@pytest.mark.parametrize(
    ("fields", "field", "said"),
    [
        ({"quote": ""}, "quote", "Give the words."),
        ({"quote": "The captain denied"}, "quote", "These words do not stand there."),
        ({"quote": "Nine sailors were hurt when the ferry caught fire."}, None, "already marks"),
        ({"quote": "The owner", "kind": "gossip"}, "kind", "Select a valid choice"),
    ],
    ids=["no words", "other words", "marked already", "unknown kind"],
)
def test_what_cannot_be_a_claim_is_refused_where_it_is_typed(
    annotator_client, article, claim, fields, field, said
):
    fields = {"kind": "figure", "speaker": "the owner"} | fields
    response = add_claim(annotator_client, article, **fields)
    assert response.status_code == 422
    assert said in str(errors(response)[field or "quote"])
    assert 'value="the owner"' in response.content.decode()
    assert standing(Claim).count() == 1


@pytest.mark.parametrize(
    ("fields", "begins"),
    [({"nth": 2}, 40), ({"start": 20}, 20)],
    ids=["the second of them", "where the selection begins"],
)
def test_words_that_stand_there_twice_are_told_apart(annotator_client, repeating, fields, begins):
    add_claim(annotator_client, repeating, quote="four", **fields)
    assert Claim.objects.get().start == begins


@pytest.mark.parametrize(
    ("fields", "said"),
    [({}, "stand there 2 times: say which"), ({"nth": 3}, "2 times only")],
    ids=["not said which", "more than there are"],
)
def test_words_that_stand_there_twice_are_asked_about(annotator_client, repeating, fields, said):
    response = add_claim(annotator_client, repeating, quote="four", **fields)
    assert response.status_code == 422
    assert said in response.content.decode()
    assert 'name="nth"' in response.content.decode()


def test_a_selection_begins_the_form_for_a_claim(annotator_client, repeating):
    address = reverse("web:claim-add", args=[repeating.pk])
    response = annotator_client.get(address, {"start": 2, "end": 13})
    assert response.context["edit"].form.initial == {"quote": "Four fled.", "start": 3}


@pytest.mark.parametrize(
    "query",
    [{"start": "x", "end": "4"}, {"start": "9" * 5000, "end": "1"}, {"start": "7"}, {"end": "٣"}],
    ids=["a word", "too many digits", "no end", "other digits"],
)
def test_a_selection_of_nothing_leaves_the_form_empty(annotator_client, repeating, query):
    response = annotator_client.get(reverse("web:claim-add", args=[repeating.pk]), query)
    assert response.context["edit"].form.initial == {}


def test_a_missed_figure_is_added_to_the_claim_its_words_lie_in(annotator_client, article, claim):
    query = urlencode({"start": 0, "end": 12})
    address = f"{reverse('web:figure-add', args=[article.pk])}?{query}"
    edit = annotator_client.get(address).context["edit"]
    assert edit.claim == claim
    asked = {name: edit.form[name].value() for name in ("quote", "low", "unit", "counted")}
    assert asked == {"quote": "Nine sailors", "low": 9, "unit": "person", "counted": "sailor"}
    response = annotator_client.post(edit.address, EXACTLY | asked)
    assert response.url.endswith(f"?claim={claim.pk}")
    figure = standing(Figure).get(added_by__isnull=False)
    assert (figure.low, figure.high, figure.text) == (9, 9, "Nine sailors")


def test_words_in_no_claim_lead_to_adding_the_claim_first(annotator_client, article, claim):
    start = article.text.index("The owner")
    address = reverse("web:figure-add", args=[article.pk])
    response = annotator_client.get(address, {"start": start, "end": start + 9})
    assert "These words lie in no claim yet." in response.content.decode()
    assert reverse("web:claim-add", args=[article.pk]) in response.content.decode()


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"quote": "The owner", "low": "1", "unit": "person"}, "quote"),
        ({"quote": "Nine", "unit": "person"}, "low"),
        ({"quote": "Nine", "low": "nine", "unit": "person"}, "low"),
        ({"quote": "Nine", "low": "9", "high": "2", "unit": "person"}, "high"),
        ({"quote": "Nine", "low": "9"}, "unit"),
        ({"quote": "Nine", "low": "9", "unit": "person", "as_of": "soon"}, "as_of"),
    ],
    ids=["outside of the claim", "no value", "no number", "bounds crossed", "no unit", "no date"],
)
def test_what_cannot_be_a_figure_is_refused_where_it_is_typed(
    annotator_client, claim, fields, field
):
    response = add_figure(annotator_client, claim, place="the quay", **fields)
    assert response.status_code == 422
    assert list(errors(response)) == [field]
    assert 'value="the quay"' in response.content.decode()
    assert not Figure.objects.exists()


@pytest.mark.parametrize(
    ("typed", "interval"),
    [
        ({"low": "1,200"}, (1200, 1200)),
        ({"low": "1 200", "modifier": "about"}, (1200, 1200)),
        ({"low": "6", "modifier": "at_least"}, (6, None)),
        ({"high": "6", "modifier": "at_most"}, (None, 6)),
        ({"low": "6", "high": "8", "modifier": "range"}, (6, 8)),
    ],
    ids=["grouped", "about", "at least", "at most", "a range"],
)
def test_a_value_is_both_bounds_unless_the_text_leaves_one_open(
    annotator_client, claim, typed, interval
):
    add_figure(annotator_client, claim, quote="Nine sailors", unit="person", **typed)
    figure = standing(Figure).get(added_by__isnull=False)
    assert (figure.low, figure.high) == interval


def test_a_figure_is_corrected_and_what_was_read_stays_as_history(annotator_client, figure):
    address = reverse("web:figure-correct", args=[figure.pk])
    form = annotator_client.get(address).context["edit"].form
    typed = {name: form[name].value() or "" for name in form.fields}
    assert typed["low"] == 9
    annotator_client.post(address, typed | {"low": "8", "counted": "seafarer"})
    corrected = Figure.objects.get(corrects=figure)
    assert (corrected.low, corrected.high) == (8, 8)
    assert (corrected.counted, corrected.counted_text) == ("seafarer", "")
    figure.refresh_from_db()
    assert figure.withdrawn_at


def test_a_correction_of_a_figure_somebody_withdrew_comes_back_as_typed(
    annotator_client, editor_client, figure
):
    editor_client.post(reverse("web:figure-withdraw", args=[figure.pk]))
    fields = {"quote": "Nine", "low": "8", "unit": "person", "place": "the quay"}
    response = annotator_client.post(
        reverse("web:figure-correct", args=[figure.pk]), EXACTLY | fields
    )
    assert response.status_code == 409
    assert "The figure was withdrawn." in response.content.decode()
    assert 'value="the quay"' in response.content.decode()


def test_a_withdrawn_figure_is_marked_no_more(annotator_client, article, claim, figure):
    response = annotator_client.post(reverse("web:figure-withdraw", args=[figure.pk]), follow=True)
    assert "is no longer marked as a figure" in response.content.decode()
    figure.refresh_from_db()
    assert figure.withdrawn_by.username == "anna"


def test_a_corrected_claim_takes_the_place_of_the_old(annotator_client, claim):
    response = act(
        annotator_client, claim, "correct", quote="Nine sailors were hurt", kind="figure"
    )
    corrected = Claim.objects.get(text="Nine sailors were hurt")
    assert response.url.endswith(f"?claim={corrected.pk}")
    claim.refresh_from_db()
    assert claim.withdrawn_at


def test_a_correction_may_not_leave_a_figure_out(annotator_client, claim, figure):
    response = act(annotator_client, claim, "correct", quote="the ferry caught fire", kind="event")
    assert response.status_code == 422
    assert "The span leaves out “Nine sailors”." in response.content.decode()
    assert "the ferry caught fire</textarea>" in response.content.decode()


def test_a_claim_is_split_before_the_words_given(annotator_client, claim, figure):
    act(annotator_client, claim, "split", quote="when the ferry")
    texts = set(standing(Claim).filter(ancestry__parent=claim).values_list("text", flat=True))
    assert texts == {"Nine sailors were hurt", "when the ferry caught fire."}


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("sailors were", "The cut goes through “Nine sailors”."),
        ("Nine sailors", "The cut must lie within the claim."),
        ("The owner", "These words do not stand there."),
    ],
)
def test_a_cut_that_cannot_be_is_refused(annotator_client, claim, figure, quote, said):
    response = act(annotator_client, claim, "split", quote=quote)
    assert response.status_code == 422
    assert said in response.content.decode()


def test_neighbouring_claims_are_merged(annotator_client, article, claim):
    other = make_claim(article, "The owner denied any fault.")
    act(annotator_client, claim, "merge", claims=[other.pk])
    merged = standing(Claim).get(ancestry__parent=other)
    assert merged.text == article.text


def test_a_claim_of_another_article_is_not_offered_to_merge(annotator_client, claim, second_claim):
    response = act(annotator_client, claim, "merge", claims=[second_claim.pk])
    assert response.status_code == 422


@pytest.mark.parametrize("state", Claim.State.values)
def test_correcting_is_offered_where_the_table_allows_it(annotator_client, claim, state):
    Claim.objects.update(state=state)
    html = annotator_client.get(
        reverse("web:claim", args=[claim.pk]), headers={"HX-Request": "true"}
    ).content.decode()
    offered = reverse("web:act", args=[claim.pk, "correct"]) in html
    assert offered == (state in (Claim.State.CANDIDATE, Claim.State.IN_REVIEW))


def test_what_was_typed_of_an_act_refused_meanwhile_stays(annotator_client, claim):
    Claim.objects.update(state=Claim.State.FINAL)
    response = act(annotator_client, claim, "correct", quote="Nine sailors", kind="event")
    assert response.status_code == 409
    assert "Nine sailors</textarea>" in response.content.decode()


def test_a_past_version_is_not_corrected(annotator_client, article, claim, figure):
    make_article("Ten were hurt.", source=article.source, supersedes=article)
    html = annotator_client.get(reverse("web:article", args=[article.pk])).content.decode()
    assert reverse("web:claim-add", args=[article.pk]) not in html
    response = add_claim(annotator_client, article, quote="The owner")
    assert response.status_code == 409
    assert "The article has a newer version." in response.content.decode()


def test_api_clients_correct_nothing(client_user, article, claim, figure):
    client = signed_in(client_user)
    assert add_claim(client, article, quote="The owner").status_code == 403
    assert client.get(reverse("web:figure-correct", args=[figure.pk])).status_code == 403
    html = client.get(reverse("web:article", args=[article.pk])).content.decode()
    assert "data-markable" not in html


def test_the_text_tells_where_its_lines_begin(annotator_client):
    article = make_article("🚢 Fire\n\n  Nine hurt.", title="🚢 Fire")
    html = annotator_client.get(reverse("web:article", args=[article.pk])).content.decode()
    assert '<h1 data-start="0">🚢 Fire</h1>' in html
    assert '<p data-start="8">  Nine hurt.</p>' in html


def test_what_a_version_changed_is_shown_as_an_edit(annotator_client, article, claim, figure):
    newer = make_article(
        "Eleven sailors were hurt when the ferry caught fire.",
        source=article.source,
        supersedes=article,
        published_at=article.published_at,
    )
    make_figure(make_claim(newer), "Eleven sailors", 11, counted="sailor", event="injured")
    html = annotator_client.get(reverse("web:article", args=[newer.pk])).content.decode()
    assert "<del>9</del> → <ins>11</ins>" in html
    assert reverse("web:article", args=[article.pk]) in html


def test_a_version_with_many_edits_takes_no_more_queries(
    annotator_client, article, django_assert_max_num_queries
):
    words = " ".join(f"Port {n} counted {n} ships." for n in range(9))
    old = make_article(words, source=article.source)
    new = make_article(words.replace("ships", "boats"), source=article.source, supersedes=old)
    for version in Article.objects.filter(pk__in=[old.pk, new.pk]):
        for sentence in version.text.replace(". ", ".|").split("|"):
            make_figure(make_claim(version, sentence), sentence[5], int(sentence[5]))
    with django_assert_max_num_queries(13):
        annotator_client.get(reverse("web:article", args=[new.pk]))
