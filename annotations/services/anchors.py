"""Finding words again in a changed text, by the words themselves and those around them."""

from collections.abc import Container, Iterator

# How far before and after the words their surroundings are compared.
_AROUND = 32


def find_anchor(
    old: str, start: int, end: int, new: str, *, taken: Container[int] = ()
) -> int | None:
    """Where the words ``old[start:end]`` start in ``new``, or None.

    Of several places the one whose surroundings are most like the old ones counts, the earliest of
    equals; those in ``taken`` are left out.
    """
    places = [place for place in _places(old[start:end], new) if place not in taken]
    before, after = old[max(0, start - _AROUND) : start], old[end : end + _AROUND]

    def likeness(place: int) -> int:
        stop = place + end - start
        ahead = new[max(0, place - _AROUND) : place]
        return _shared(before[::-1], ahead[::-1]) + _shared(after, new[stop : stop + _AROUND])

    return max(places, key=likeness, default=None)


def _places(words: str, text: str) -> Iterator[int]:
    """Where the words stand in the text as whole words."""
    place = text.find(words)
    while place >= 0:
        if not _cuts_word(text, place) and not _cuts_word(text, place + len(words)):
            yield place
        place = text.find(words, place + 1)


def _cuts_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _shared(one: str, other: str) -> int:
    """The length of the common beginning."""
    length = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        length += 1
    return length
