import pytest
from django.urls import reverse

from annotations.models import Claim, FigureLink, LinkDecision, Review, Verdict
from tests.builders import make_review
from tests.web.conftest import signed_in

HTMX = {"HX-Request": "true"}
State = Claim.State


def act(client, claim, action, **fields):
    return client.post(reverse("web:act", args=[claim.pk, action]), fields)


def panel(client, claim):
    return client.get(reverse("web:claim", args=[claim.pk]), headers=HTMX).content.decode()


@pytest.fixture
def contested(claim, annotator, second_annotator):
    make_review(claim, annotator, "corroborated", rationale="Both say nine.")
    make_review(claim, second_annotator, "disputed", rationale="One copies the other.")
    Claim.objects.filter(pk=claim.pk).update(state=State.CONTESTED)
    claim.refresh_from_db()
    return claim


@pytest.mark.parametrize(
    ("state", "offered"),
    [
        (State.CANDIDATE, {"submit_review", "dismiss"}),
        (State.CONTESTED, {"submit_review", "sign_verdict", "send_back", "dismiss"}),
        (State.FINAL, {"reopen"}),
        (State.STALE, {"sign_verdict", "reopen"}),
        (State.DISMISSED, {"reopen"}),
    ],
)
def test_an_editor_is_offered_what_the_workflow_allows(editor_client, claim, state, offered):
    Claim.objects.update(state=state)
    html = panel(editor_client, claim)
    every = {"submit_review", "sign_verdict", "send_back", "dismiss", "reopen"}
    found = {name for name in every if reverse("web:act", args=[claim.pk, name]) in html}
    assert found - {"submit_review"} == offered - {"submit_review"}


def test_marking_on_the_article_page_stores_a_review(annotator_client, annotator, claim):
    response = act(annotator_client, claim, "submit_review", rating="disputed", rationale="No.")
    assert response.url.endswith(f"?claim={claim.pk}")
    assert Review.objects.get(reviewer=annotator).rating == "disputed"


def test_marking_by_htmx_answers_with_the_panel_as_it_is_now(annotator_client, claim):
    response = annotator_client.post(
        reverse("web:act", args=[claim.pk, "submit_review"]),
        {"rating": "disputed", "rationale": "No."},
        headers=HTMX,
    )
    assert response.status_code == 200
    assert "Your review is in." in response.content.decode()
    assert '"state": "in_review"' in response.headers["HX-Trigger"]


def test_the_pages_a_review_names_are_kept_with_it(annotator_client, annotator, claim):
    fields = {"rating": "disputed", "evidence": "https://port.example/list\n\n https://a.example "}
    act(annotator_client, claim, "submit_review", **fields)
    named = [item["url"] for item in Review.objects.get(reviewer=annotator).evidence]
    assert named == ["https://port.example/list", "https://a.example"]
    assert "https://port.example/list" in panel(annotator_client, claim)


def test_what_is_no_address_is_named_at_its_field(annotator_client, claim):
    fields = {"rating": "disputed", "evidence": "javascript:alert(1)"}
    response = act(annotator_client, claim, "submit_review", **fields)
    assert response.status_code == 422
    assert "This is not the address of a web page." in response.content.decode()


def test_amending_on_a_page_keeps_evidence_given_elsewhere(
    annotator_client, annotator, claim, figure
):
    cited = {"kind": "figure", "figure": figure.pk}
    make_review(claim, annotator, "disputed", evidence=[cited])
    act(annotator_client, claim, "submit_review", rating="corroborated")
    review = Review.objects.get(reviewer=annotator, superseded_at__isnull=True)
    assert (review.rating, review.evidence) == ("corroborated", [cited])


def test_others_reviews_show_only_after_one_s_own(annotator_client, second_annotator, claim):
    make_review(claim, second_annotator, "disputed", rationale="One copies the other.")
    Claim.objects.update(state=State.IN_REVIEW)
    before = panel(annotator_client, claim)
    assert "One copies the other." not in before
    assert "bela" not in before
    act(annotator_client, claim, "submit_review", rating="corroborated")
    assert "One copies the other." in panel(annotator_client, claim)


def test_a_verdict_is_signed_with_its_ruling(editor_client, editor, contested):
    act(
        editor_client,
        contested,
        "sign_verdict",
        rating="disputed",
        ruling="Nine has one origin.",
        unknown="Who counted.",
        expected_version=contested.version,
    )
    verdict = Verdict.objects.get(claim=contested)
    assert (verdict.signed_by, verdict.rating) == (editor, "disputed")
    html = panel(editor_client, contested)
    assert "Nine has one origin." in html
    assert "Who counted." in html


def test_a_verdict_without_a_ruling_is_asked_for_again(editor_client, contested):
    response = act(editor_client, contested, "sign_verdict", rating="disputed", expected_version=1)
    assert response.status_code == 422
    assert "Write the ruling." in response.content.decode()


def test_two_editors_never_sign_the_same_version(editor_client, contested):
    response = act(
        editor_client,
        contested,
        "sign_verdict",
        rating="disputed",
        ruling="Nine has one origin.",
        expected_version=contested.version + 7,
    )
    html = response.content.decode()
    assert response.status_code == 409
    assert "Somebody else changed this claim" in html
    assert "Nine has one origin." in html
    assert not Verdict.objects.exists()


@pytest.mark.parametrize(
    ("state", "action", "fields"),
    [
        (State.CANDIDATE, "reopen", {"reason": "New facts"}),
        (State.FINAL, "dismiss", {"reason": "No claim"}),
        (State.FINAL, "send_back", {"comment": "Look again"}),
    ],
)
def test_an_illegal_act_is_refused_with_what_is_allowed(
    editor_client, claim, state, action, fields
):
    Claim.objects.update(state=state)
    response = act(editor_client, claim, action, **fields)
    html = response.content.decode()
    assert response.status_code == 409
    assert f"A claim that is {State(state).value} does not allow" in html
    assert "What you may do with this claim now" in html


def test_an_annotator_may_not_sign(annotator_client, contested):
    response = act(
        annotator_client,
        contested,
        "sign_verdict",
        rating="disputed",
        ruling="So.",
        expected_version=contested.version,
    )
    assert response.status_code == 403
    assert "may not sign verdict" in response.content.decode()


def test_an_unknown_act_is_not_found(editor_client, claim):
    assert act(editor_client, claim, "erase").status_code == 404


@pytest.mark.parametrize(
    ("state", "action", "fields", "after"),
    [
        (State.CONTESTED, "send_back", {"comment": "Count again"}, State.IN_REVIEW),
        (State.CANDIDATE, "dismiss", {"reason": "An opinion"}, State.DISMISSED),
        (State.FINAL, "reopen", {"reason": "New list"}, State.IN_REVIEW),
    ],
)
def test_an_editor_moves_a_claim(editor_client, claim, state, action, fields, after):
    Claim.objects.update(state=state)
    assert act(editor_client, claim, action, **fields).status_code == 302
    claim.refresh_from_db()
    assert claim.state == after


def test_a_stale_verdict_warns_with_its_reason(editor_client, editor, claim):
    Verdict.objects.create(
        claim=claim,
        rating="corroborated",
        ruling="Nine.",
        methodology="1",
        signed_by=editor,
        stale_at="2026-03-03T00:00Z",
        stale_reason="A new article states ten.",
    )
    assert "A new article states ten." in panel(editor_client, claim)


def test_renewing_a_verdict_begins_with_what_it_says(editor_client, editor, claim):
    Claim.objects.update(state=State.STALE)
    Verdict.objects.create(
        claim=claim, rating="corroborated", ruling="Nine.", methodology="1", signed_by=editor
    )
    html = panel(editor_client, claim)
    assert 'value="corroborated" id="verdictform-rating_0" required checked' in html
    assert "Nine.</textarea>" in html


def decide(client, figure, group, same, claim):
    return client.post(
        reverse("web:link", args=[figure.pk]),
        {"group": group.pk, "claim": claim.pk, "same": same},
    )


def test_a_link_is_confirmed_from_the_panel(
    editor_client, claim, second_figure, linked, django_capture_on_commit_callbacks
):
    assert decide(editor_client, second_figure, linked, "yes", claim).status_code == 302
    assert LinkDecision.objects.get().same


def test_a_rejected_link_is_a_decision_that_holds(editor_client, claim, second_figure, linked):
    decide(editor_client, second_figure, linked, "no", claim)
    assert not LinkDecision.objects.get().same


def test_a_decision_on_a_group_that_is_gone_shows_the_figures_as_they_are(
    editor_client, claim, second_figure, linked
):
    gone = linked.pk
    linked.delete()
    linked.pk = gone
    response = decide(editor_client, second_figure, linked, "yes", claim)
    assert response.status_code == 409
    assert "linked anew" in response.content.decode()


@pytest.mark.parametrize(
    ("asked", "given"),
    [("/queue/?story=ferry-fire", "/queue/?story=ferry-fire"), ("//evil.example/", "/articles/")],
)
def test_who_decides_a_link_in_the_queue_stays_there(
    editor_client, claim, second_figure, linked, asked, given
):
    response = editor_client.post(
        reverse("web:link", args=[second_figure.pk]),
        {"group": linked.pk, "claim": claim.pk, "same": "yes", "next": asked},
    )
    assert response.url.startswith(given)


def test_an_api_client_decides_no_link(client_user, claim, second_figure, linked):
    assert decide(signed_in(client_user), second_figure, linked, "yes", claim).status_code == 403
    assert FigureLink.objects.filter(status="confirmed").count() == 0
