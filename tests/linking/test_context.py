"""What linking sees of an article."""

from annotations.linking.articles.context import context, mentions, telling
from tests.linking.builders import article

SEEN = context(article("post", "A quake struck Qeshm Island on Sunday, Iranian officials said."))


def test_an_article_mentions_a_place_by_any_form_of_its_name() -> None:
    assert mentions(SEEN, "southern Iran")
    assert mentions(SEEN, "Qeshm")


def test_an_article_does_not_mention_a_name_of_which_it_has_only_a_part() -> None:
    assert not mentions(SEEN, "Qeshm Valley")
    assert not mentions(SEEN, "Oman")


def test_the_telling_keys_of_a_text_are_the_rank_of_its_context() -> None:
    text = "The ferry Aurora sank off Lisund. The Lisund coastguard looked for the Aurora's crew."
    assert telling(text, "") == list(context(article("post", text)).rank)
    assert telling(text, "Sunk") == list(context(article("post", text, title="Sunk")).rank)
