"""The news agencies that an article credits, and those that a speaker's name stands for."""

import re
from functools import lru_cache

from annotations.extraction.lexicon.boilerplate import AGENCIES
from annotations.linking.words.names import place_behind

_LONG_NAMES = {
    "Agence France-Presse": "AFP",
    "Agence France Presse": "AFP",
    "Associated Press": "AP",
    "The Associated Press": "AP",
    "Thomson Reuters": "Reuters",
    "Press Association": "PA",
    "PA Media": "PA",
    "Anadolu Agency": "Anadolu",
    "AA": "Anadolu",
    "Tass": "TASS",
    "DPA": "dpa",
}
_ONE = rf"(?:{AGENCIES})(?!\w)"
_AGENCY = re.compile(rf"\b{_ONE}", re.VERBOSE)
_SEVERAL = rf"{_ONE}(?:\s?(?:/|,|&|\band\b)\s?{_ONE})*"
_CREDIT = re.compile(
    rf"""
    \((?:[\w .]{{0,30}}(?:\b(?:with|and|via)\ |/\ ?)|Source:\ ?)?{_SEVERAL}
        (?:\s?(?:and|/)\s?[\w .]{{1,30}})?\)
    | ^{_SEVERAL}$
    | [-–—]\ ?{_SEVERAL}\s*$
    | ^By\ [^\n,;|]{{2,60}}[,;|]\ ?{_SEVERAL}$
    | (?:©|\(c\)|\b[Cc]opyright)[\s\d,]{{0,8}}(?:by\ )?{_SEVERAL}
    | \b(?:[Rr]eporting|[Ww]ith\ (?:reporting|files|material))\ (?:by|from)\ {_SEVERAL}
    | \b[Ss]ource:\ {_SEVERAL}
    """,
    re.MULTILINE | re.VERBOSE,
)
_OF_AN_AGENCY = frozenset("the a state run official semi news agency wire service media".split())
_WORDS = re.compile(r"[^\W\d_]+")


def credited(text: str) -> frozenset[str]:
    """The agencies that credit lines, datelines and brackets of the text name."""
    return frozenset(
        named(agency)
        for credit in _CREDIT.finditer(text)
        for agency in _AGENCY.findall(credit.group())
    )


def named(agency: str) -> str:
    """The name that an agency goes by, of its long and short ones."""
    return _LONG_NAMES.get(agency, agency)


@lru_cache(maxsize=8192)
def agency_of(speaker: str) -> str:
    """The agency that a speaker is ("state news agency Xinhua"), or ""."""
    found = _AGENCY.search(speaker)
    if found is None:
        return ""
    others = _WORDS.findall(
        f"{speaker[: found.start()]} {speaker[found.end() :]}".replace("'s", "")
    )
    plain = all(word.lower() in _OF_AN_AGENCY or place_behind(word) for word in others)
    return named(found.group()) if plain else ""
