"""Telling words and what two texts share of them."""

from annotations.linking.words.words import NAME_WEIGHT, TOPICAL_WEIGHT, WORD_WEIGHT, words_of

ONE = {"lisund": NAME_WEIGHT, "aurora": NAME_WEIGHT, "ferri": WORD_WEIGHT, "die": TOPICAL_WEIGHT}
OTHER = {"die": TOPICAL_WEIGHT, "ferri": WORD_WEIGHT, "aurora": WORD_WEIGHT, "lisund": NAME_WEIGHT}


def test_shared_keys_come_the_most_telling_first_each_at_the_lower_of_its_weights():
    shared = ["lisund", "aurora", "ferri", "die"]
    assert [*words_of(ONE).shared(words_of(OTHER))] == shared
    assert [*words_of(OTHER).shared(words_of(ONE))] == shared


def test_what_one_text_alone_has_is_not_shared():
    assert [*words_of(ONE).shared(words_of({"ferri": WORD_WEIGHT}))] == ["ferri"]
