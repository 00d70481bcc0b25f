"""Text to tokens, in one linear pass.

A token is a word ("Azerbaijan's"), a dotted abbreviation ("U.S.", "a.m."), a number as written
("1,300.5", "12,34,567") or any other single character that is no white space. Letters and digits,
hyphens, slashes and currency signs are apart: "30-year-long" is five tokens that touch, "Rs500"
two, "US$84" three.
"""

import re
from dataclasses import dataclass
from itertools import accumulate

# A token can be read in one way only, so the scanner never goes back over more than one group of
# digits. What most words are, two Latin letters and more, stands first and by itself: the scanner
# is quicker over a range of letters than over all of Unicode's.
_TOKEN = re.compile(
    r"""(
    [A-Za-z]{2,}+[^\W\d_]*+(?:['’][^\W\d_]++)*+
    |[^\W\d_](?:\.(?:[^\W\d_]\.)+|[^\W\d_]*+(?:['’][^\W\d_]++)*+)
    |(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])
        |[0-9]{1,2}(?:,[0-9]{2}){1,5},[0-9]{3}(?![0-9])
        |[0-9]+
     )(?:\.[0-9]+)?
    |\.[0-9]+
    |\S
    )""",
    re.VERBOSE,
)


@dataclass(slots=True)
class Tokens:
    """The tokens of a part of ``source`` as parallel lists; offsets are into all of ``source``.

    ``gaps`` are what stands behind each token before the next, a space behind the last.
    """

    source: str
    texts: list[str]
    lowers: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[str]
    count: int

    def text(self, first: int, last: int) -> str:
        """The words between two tokens as written, ``last`` exclusive; "" where there are none."""
        return self.source[self.starts[first] : self.ends[last - 1]] if last > first else ""

    def touch(self, index: int) -> bool:
        """Whether nothing stands between this token and the next."""
        return index < self.count and not self.gaps[index]


def tokenize(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """Give the tokens of ``text[start:end]``.

    Memory grows with the slice (about 300 bytes a token): read a long document sentence by
    sentence, and cut a sentence without end into slices.
    """
    pieces = _TOKEN.split(text[start:end])  # gap, token, gap, ..., token, gap
    bounds = list(accumulate(map(len, pieces), initial=start))
    texts = pieces[1::2]
    lowers = list(map(str.lower, texts))
    gaps = [*pieces[2:-1:2], " "]
    return Tokens(text, texts, lowers, bounds[1:-1:2], bounds[2::2], gaps, len(texts))
