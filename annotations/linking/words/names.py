"""Names as keys: one key for the spellings of one name, and which names never are the same.

The key is a consonant skeleton of the transliterated name: Khojavand, Khojavend and Khodzhaveskiy
differ in vowels, in how a sound is transcribed and in an ending, not in the name.
"""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

import pycountry
from anyascii import anyascii
from rapidfuzz.distance import JaroWinkler

_TABLES = tomllib.loads(files(__package__).joinpath("names.toml").read_text(encoding="utf-8"))
_DEMONYMS: dict[str, str] = _TABLES["demonyms"]
_SEATS: dict[str, str] = _TABLES["seats"]
TITLES: frozenset[str] = frozenset(_TABLES["titles"])
HOUSES: frozenset[str] = frozenset(_TABLES["houses"])
_VARIANTS: dict[str, str] = _TABLES["variants"]
_APART = frozenset(frozenset(pair) for pair in _TABLES["apart"])
_TOLD_APART = frozenset().union(*_APART)

# Transcriptions of one sound, longest first.
_SOUNDS = (
    ("shch", "s"), ("dzh", "j"), ("sch", "s"), ("tsh", "c"), ("zh", "j"), ("kh", "h"),
    ("gh", "g"), ("ph", "f"), ("th", "t"), ("sh", "s"), ("ch", "c"), ("ck", "k"), ("ts", "c"),
    ("tz", "c"), ("ce", "se"), ("ci", "si"), ("dj", "j"), ("w", "v"), ("q", "k"),
    ("x", "ks"), ("y", "i"), ("z", "s"),
)  # fmt: skip
# The same of a short name, whose vowels are most of it and stay.
_SOUNDS_OF_SHORT = (
    (re.compile("kh|ck"), "k"), (re.compile("gh|q"), "g"), (re.compile("zh|dj"), "j"),
    (re.compile("ph"), "f"), (re.compile("ou"), "u"), (re.compile("(?<=a)h$"), ""),
    (re.compile("y$"), "i"),
)  # fmt: skip
SHORT = 6  # letters from which a name has enough consonants to be known by
_ENDINGS = re.compile(r"(?<=\w{4})(?:skiy|skii|skyi|skij|ski|sky|skaya|ska)$")
_VOWELS = re.compile(r"(?<!^)[aeiou]+")
_REPEATED = re.compile(r"(.)\1+")
_WORDS = re.compile(r"[a-z]+")

_ALIKE = 0.90


@lru_cache(maxsize=65536)
def name_key(word: str) -> str:
    """The key of one word of a name; a country and its people's name have the country's code, and
    a name that is listed apart from another one is known by its letters alone."""
    plain = in_use(_plain(word))
    code = country_code(plain)
    if code:
        return f"country:{code}"
    if is_told_apart(plain):
        return plain
    if short := short_key(plain):
        return short
    skeleton = _skeleton(plain)
    return skeleton if len(skeleton) >= 3 else plain


@lru_cache(maxsize=65536)
def short_key(word: str) -> str:
    """The key of a short name by its letters, one for the ways of writing a sound (Qom and Ghom);
    "" for a longer one."""
    spelled = in_use(_plain(word))
    for written, sound in _SOUNDS_OF_SHORT:
        spelled = written.sub(sound, spelled)
    spelled = _REPEATED.sub(r"\1", spelled)
    return spelled if len(spelled) < SHORT else ""


def in_use(plain: str) -> str:
    """The name that a lower-case one is listed as another name of, or this one."""
    return _VARIANTS.get(plain, plain)


def is_told_apart(plain: str) -> bool:
    """Whether a lower-case name is listed as one that looks like another and is not the same."""
    return plain in _TOLD_APART


def first_sound(name: str) -> str:
    """What two single words that may be one name have in common, however they are spelled."""
    return _skeleton(_plain(name))[:1]


def same_name(first: str, second: str) -> bool:
    """Whether two names, as written, may be spellings of one name."""
    one, other = in_use(_plain(first)), in_use(_plain(second))
    if one == other:
        return True
    if frozenset((one, other)) in _APART:
        return False
    codes = country_code(one), country_code(other)
    if any(codes):
        return codes[0] == codes[1]
    words, others = one.split(), other.split()
    if not words or not others:
        return False
    if len(words) != len(others):
        return set(words) <= set(others) or set(others) <= set(words)
    return all(_same_word(a, b) for a, b in zip(words, others, strict=True))


@lru_cache(maxsize=4096)
def country_code(name: str) -> str:
    """The ISO 3166 code of a country or of its people's name, or ""."""
    plain = _plain(name)
    for name in (plain, plain.removesuffix("s")):
        if name in _DEMONYMS:
            return _DEMONYMS[name]
    return _country_names().get(plain, "")


def country_name(code: str) -> str:
    """The name in use of an ISO 3166 code; other codes as they are."""
    country = pycountry.countries.get(alpha_2=code)
    return getattr(country, "common_name", country.name) if country else code


@lru_cache(maxsize=4096)
def place_behind(name: str) -> str:
    """The ISO 3166 code of the state that a capital or seat of government speaks for, or ""."""
    return _SEATS.get(_plain(name), "") or country_code(name)


@lru_cache(maxsize=1)
def _country_names() -> dict[str, str]:
    names: dict[str, str] = {}
    for country in pycountry.countries:
        for attribute in ("name", "common_name", "official_name"):
            if name := getattr(country, attribute, ""):
                names[_plain(name)] = country.alpha_2
    return names


def _same_word(one: str, other: str) -> bool:
    if one == other:
        return True
    if frozenset((one, other)) in _APART:
        return False
    if short_key(one) and short_key(one) == short_key(other):
        return True
    if min(len(one), len(other)) < 5:
        return False
    first, second = _skeleton(one), _skeleton(other)
    if first[0] != second[0]:
        return False
    if min(len(one), len(other)) > 5 and (first.startswith(second) or second.startswith(first)):
        return min(len(first), len(second)) >= 3
    return JaroWinkler.similarity(one, other) >= _ALIKE


@lru_cache(maxsize=65536)
def _skeleton(plain: str) -> str:
    sounds = _ENDINGS.sub("", plain)
    for written, sound in _SOUNDS:
        sounds = sounds.replace(written, sound)
    return _REPEATED.sub(r"\1", _VOWELS.sub("", sounds))


@lru_cache(maxsize=65536)
def _plain(name: str) -> str:
    lowered = anyascii(name).lower().replace("'s", "").replace("'", "")
    return " ".join(_WORDS.findall(lowered))
