"""Marking words of an article's text."""

from annotations.models import Article
from annotations.services.errors import InputError


def marked_words(article: Article, start: int, end: int, quote: str = "") -> tuple[int, int, str]:
    """The span [start, end) without space around it, and its words.

    Offsets count Unicode code points. ``quote``, where given, are the words the caller saw marked;
    they must be the words of the span. Raises InputError.
    """
    text = article.text
    if not 0 <= start < end <= len(text):
        raise InputError("end", f"The span must lie within the text's {len(text)} characters.")
    words = text[start:end]
    if quote and quote.strip() != words.strip():
        raise InputError("quote", f"The span holds other words: “{words.strip()[:80]}”.")
    if not words.strip():
        raise InputError("end", "The span holds no words.")
    start += len(words) - len(words.lstrip())
    return start, start + len(words.strip()), words.strip()
