"""The pages in a real browser: keys, clicks, widths, and what may not run."""

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from annotations.models import Claim, Figure, Lease, Review, Verdict
from tests.builders import make_article, make_claim, make_figure, make_review
from tests.web.conftest import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

HOSTILE = (
    "Six died. <script>document.title = 'run'</script>"
    " <img src=x onerror=\"document.title = 'run'\"> “</a><svg onload=document.title='run'>”"
)

CARRIED = "The ferry carried twelve cars, and 🚢 nine sailors fled."


@pytest.fixture
def contested(claim, annotator, second_annotator):
    make_review(claim, annotator, "corroborated", rationale="Both say nine.")
    make_review(claim, second_annotator, "disputed", rationale="One copies the other.")
    Claim.objects.filter(pk=claim.pk).update(state=Claim.State.CONTESTED)
    return claim


def begin(page):
    """Take the first claim, by keyboard."""
    expect(page.get_by_role("button", name="Start reviewing")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Submit and next")).to_be_visible()
    page.wait_for_load_state()
    return page


def test_claims_are_marked_by_keyboard_alone(open_page, annotator, claim, second_claim, linked):
    page = open_page(annotator)
    begin(page)
    first = Lease.objects.get().claim
    page.keyboard.press("d")
    expect(page.get_by_label("Disputed")).to_be_checked()
    page.keyboard.press("r")
    page.keyboard.type("could not be counted")
    page.keyboard.press("Control+Enter")
    page.wait_for_load_state()
    expect(page.get_by_text("1 done today")).to_be_visible()
    review = Review.objects.get()
    assert (review.claim, review.rating) == (first, "disputed")
    assert review.rationale == "could not be counted"
    page.keyboard.press("c")
    page.keyboard.press("Enter")
    expect(page.get_by_text("No work is left for you.")).to_be_visible()
    assert Review.objects.filter(rating="corroborated").count() == 1


def test_letters_rate_nothing_while_one_writes_nor_once_switched_off(open_page, annotator, claim):
    page = begin(open_page(annotator))
    page.get_by_label("Rationale").fill("")
    page.get_by_label("Rationale").press_sequentially("duncan")
    assert page.locator("[name=rating]:checked").count() == 0
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    page.get_by_label("Single-letter keys").uncheck()
    page.keyboard.press("d")
    assert page.locator("[name=rating]:checked").count() == 0


def test_what_is_typed_survives_a_reload(open_page, annotator, claim):
    page = begin(open_page(annotator))
    page.keyboard.press("u")
    page.get_by_label("Rationale").fill("Half a thought")
    expect(page.get_by_text("Draft saved")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Rationale")).to_have_value("Half a thought")
    expect(page.get_by_label("Unverifiable")).to_be_checked()


def test_the_hold_counts_down(open_page, annotator, claim):
    page = begin(open_page(annotator))
    clock = page.get_by_role("timer")
    expect(clock).to_have_text("14:58")


def test_a_claim_is_picked_in_the_text_and_marked_beside_it(
    open_page, annotator, article, claim, figure, linked
):
    page = open_page(annotator)
    page.goto(reverse("web:article", args=[article.pk]))
    page.locator(f"[data-claim='{claim.pk}']").first.click()
    expect(page.get_by_text("2 outlets", exact=False)).to_be_visible()
    assert page.url.endswith(f"?claim={claim.pk}")
    page.get_by_label("Corroborated").check()
    page.get_by_role("button", name="Submit review").click()
    expect(page.get_by_text("Your review is in.")).to_be_visible()
    expect(page.locator(f"[data-claim='{claim.pk}']").first).to_have_attribute(
        "data-state", "in_review"
    )


def test_a_link_to_a_claim_far_down_shows_it_in_its_place(open_page, annotator):
    article = make_article("\n\n".join(f"Line {number} of the text." for number in range(99)))
    claim = make_claim(article, "Line 90 of the text.")
    page = open_page(annotator)
    page.goto(f"{reverse('web:article', args=[article.pk])}?claim={claim.pk}#panel")
    expect(page.locator(f"[data-claim='{claim.pk}']")).to_be_in_viewport()
    expect(page.get_by_role("button", name="Submit review")).to_be_visible()


def test_a_claim_that_is_gone_by_now_leaves_the_page_as_it_is_and_says_so(
    open_page, annotator, article, claim, figure
):
    page = open_page(annotator)
    page.goto(reverse("web:article", args=[article.pk]))
    Claim.objects.update(withdrawn_at=timezone.now())
    page.locator(f"[data-claim='{claim.pk}']").first.click()
    expect(page.locator("#messages")).to_contain_text("There is nothing at this address.")
    expect(page.get_by_role("heading", name="Claims of this article")).to_be_visible()


def test_a_form_sent_after_the_session_ended_leads_to_signing_in_and_back(
    open_page, annotator, article, claim
):
    page = open_page(annotator)
    page.goto(reverse("web:article", args=[article.pk]))
    page.context.clear_cookies(name="sessionid")
    page.locator(f"[data-claim='{claim.pk}']").first.click()
    page.get_by_label("Username").fill(annotator.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"**{reverse('web:article', args=[article.pk])}")


def test_a_verdict_is_signed(open_page, editor, contested):
    page = open_page(editor)
    page.get_by_role("link", name=contested.text).click()
    panel = page.locator("#panel")
    panel.get_by_label("Disputed").check()
    panel.get_by_label("Ruling").fill("Nine has one origin.")
    panel.get_by_role("button", name="Sign verdict").click()
    expect(page.get_by_text("The verdict is signed.")).to_be_visible()
    assert Verdict.objects.get().ruling == "Nine has one origin."


def test_script_in_an_article_does_not_run(open_page, annotator):
    article = make_article(HOSTILE, title="<script>document.title='run'</script>")
    claim = make_claim(article, HOSTILE)
    make_figure(claim, "Six", 6)
    page = open_page(annotator)
    page.goto(f"{reverse('web:article', args=[article.pk])}?claim={claim.pk}")
    page.locator(f"[data-claim='{claim.pk}']").first.click()
    page.wait_for_timeout(200)
    assert page.title() != "run"
    assert page.locator("main script, main img, main svg").count() == 0


def test_no_page_breaks_the_security_policy_it_is_sent_with(
    open_page, editor, story, article, contested, linked
):
    page, complaints = open_page(editor), []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    for address in addresses(story, article, contested):
        page.goto(address)
    assert complaints == []


@pytest.mark.parametrize("width", [360, 1440])
def test_no_page_scrolls_sideways(open_page, editor, story, article, contested, linked, width):
    page = open_page(editor, width=width)
    for address in addresses(story, article, contested):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def addresses(story, article, claim):
    return [
        reverse("web:queue"),
        reverse("web:stories"),
        reverse("web:story", args=[story.slug]),
        reverse("web:agreement", args=[story.slug]),
        reverse("web:rules", args=[story.slug]),
        reverse("web:mentions"),
        reverse("web:claim-add", args=[article.pk]),
        f"{reverse('web:figure-add', args=[article.pk])}?claim={claim.pk}",
        reverse("web:report", args=[story.slug]),
        reverse("web:article", args=[article.pk]),
        f"{reverse('web:article', args=[article.pk])}?claim={claim.pk}",
        f"{reverse('web:contested')}?claim={claim.pk}",
    ]


def select(page, words):
    """Select the words in the article's text by dragging over them."""
    box = page.evaluate(
        """words => {
            const text = document.querySelector(".prose");
            const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const at = walker.currentNode.data.indexOf(words);
                if (at < 0) continue;
                const range = document.createRange();
                range.setStart(walker.currentNode, at);
                range.setEnd(walker.currentNode, at + words.length);
                const { left, right, top, bottom } = range.getBoundingClientRect();
                return { left, right, middle: (top + bottom) / 2 };
            }
        }""",
        words,
    )
    page.mouse.move(box["left"] + 1, box["middle"])
    page.mouse.down()
    page.mouse.move((box["left"] + box["right"]) / 2, box["middle"], steps=4)
    page.mouse.move(box["right"] - 0.5, box["middle"], steps=4)
    page.mouse.up()


@pytest.fixture
def ferry():
    """An article whose second line comes after letters that are two code units each."""
    return make_article(
        "🚢🔥 Ferry burns\n\nThe ferry carried twelve cars, and 🚢 nine sailors fled."
    )


def test_a_missed_figure_is_added_by_selecting_its_words(open_page, annotator, ferry):
    claim = make_claim(ferry, CARRIED)
    make_figure(claim, "twelve cars", 12)
    page = open_page(annotator)
    page.goto(reverse("web:article", args=[ferry.pk]))
    select(page, "nine sailors")
    page.get_by_role("link", name="Add as figure").click()
    panel = page.locator("#panel")
    expect(panel.get_by_label("The words, as the article has them")).to_have_value("nine sailors")
    expect(panel.get_by_label("Value, or lowest")).to_have_value("9")
    expect(panel.get_by_label("Unit")).to_have_value("person")
    panel.get_by_label("What happened").fill("survived")
    panel.get_by_role("button", name="Add a figure").click()
    expect(page.get_by_text("The figure is added.")).to_be_visible()
    expect(page.locator(".prose mark", has_text="nine sailors")).to_be_visible()
    figure = Figure.objects.get(event="survived", withdrawn_at=None)
    assert figure.claim == claim
    assert ferry.text[figure.start : figure.end] == "nine sailors"


def test_a_missed_claim_is_added_by_selecting_its_words(open_page, annotator, ferry):
    page = open_page(annotator)
    page.goto(reverse("web:article", args=[ferry.pk]))
    select(page, "nine sailors fled")
    page.get_by_role("link", name="Add as claim").click()
    page.locator("#panel").get_by_role("button", name="Add a claim").click()
    expect(page.get_by_text("The claim is added.")).to_be_visible()
    added = Claim.objects.get(added_by=annotator)
    assert ferry.text[added.start : added.end] == added.text == "nine sailors fled"


def test_selecting_within_a_claim_does_not_open_it(open_page, annotator, ferry):
    make_claim(ferry, "The ferry carried twelve cars")
    page = open_page(annotator)
    page.goto(reverse("web:article", args=[ferry.pk]))
    select(page, "carried twelve")
    expect(page.get_by_text("“carried twelve”")).to_be_visible()
    expect(page.get_by_role("heading", name="Claims of this article")).to_be_visible()
    assert "?claim" not in page.url


def test_a_selection_is_put_into_the_form_that_is_open(open_page, annotator, ferry):
    claim = make_claim(ferry, "The ferry carried twelve cars")
    page = open_page(annotator)
    page.goto(f"{reverse('web:article', args=[ferry.pk])}?claim={claim.pk}")
    page.get_by_text("Correct what was read").click()
    page.get_by_text("Correct the claim").first.click()
    select(page, "twelve cars")
    page.get_by_role("button", name="Put into the form").click()
    expect(page.locator("#panel").get_by_label("The words, as the article has them")).to_have_value(
        "twelve cars"
    )
    page.locator("#panel").get_by_role("button", name="Correct the claim").click()
    expect(page.get_by_text("The claim is corrected.")).to_be_visible()
    assert Claim.objects.get(withdrawn_at=None, added_by=annotator).text == "twelve cars"
