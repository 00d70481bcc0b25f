"""The particulars of an article in the lines around it: timestamps, byline, outlet and credit."""

import datetime as dt
import re
from dataclasses import dataclass

from annotations.extraction.cleaning.timestamps import find_timestamp
from annotations.extraction.lexicon.boilerplate import AGENCIES, MODIFIED, PUBLISHED
from annotations.extraction.lexicon.reporting import SAYERS
from annotations.extraction.lexicon.words import WEEKDAYS

_PUBLISHED = re.compile(rf"\W*{PUBLISHED}\W*", re.IGNORECASE)
_MODIFIED = re.compile(rf"\W*{MODIFIED}\W*", re.IGNORECASE)
_BY = re.compile(
    r"\W*(?:(?:written|reported|reporting|story|report) )?(?:by|authors?)\b:?\s*", re.I
)
_CREDIT = re.compile(
    r"\((?:(?P<outlet>[^()]{2,40}?),? )?with (?:(?:inputs?|reporting|files) (?:from|by) )?"
    r"(?P<credit>[^()]{2,60})\)\W*",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    rf"(?:\((?:Source:\ ?)?(?P<credit>{AGENCIES})\)|Source:\ (?P<source>{AGENCIES})(?:/\w+)?)"
    r"[.\s]*",
    re.VERBOSE,
)
_DATELINE = re.compile(rf"[A-Z][^()]{{1,60}}\((?P<credit>{AGENCIES})\)\s?[-–—]", re.VERBOSE)
_STAFF = re.compile(
    r"\((?:reporting|writing|editing|additional reporting)\b[^()]{3,200}\)\W*", re.I
)
_STAFF_LINE = re.compile(
    r"(?:additional )?(?:reporting|writing)\b[^()]{3,160}; ?"
    r"(?:(?:additional )?reporting|writing|editing|edited)\b[^()]{3,160}",
    re.I,
)
_DAYS = "|".join(day[:3] for day in sorted(WEEKDAYS))
# What may stand between a label and its date: a weekday, or a time without its day.
_BEFORE_DATE = re.compile(
    rf"\b(?:(?:{_DAYS})[a-z]{{0,6}}|\d{{1,2}}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{{2,4}})?),?$", re.I
)
_SITE = re.compile(r"\s+[–—|-]\s+")
_LONGEST = 120  # characters of a line that holds nothing but particulars
_LONGEST_NAME = 8  # words


@dataclass(slots=True)
class Particulars:
    """What the lines read so far state."""

    outlet: str = ""
    byline: str = ""
    credit: str = ""
    published: dt.datetime | None = None
    undated: dt.datetime | None = None  # a timestamp that does not say what of
    awaits_author: bool = False

    def takes(self, line: str) -> bool:
        """Note what the line states; whether it states particulars and nothing else."""
        if self.awaits_author:
            self.awaits_author = False
            if _is_name(line):
                self.byline = line
                return True
        if line.startswith(("(", "Source:")):
            return self._takes_credit(line)
        self._note_dateline(line)
        if len(line) > _LONGEST:
            return False
        return (
            bool(_STAFF_LINE.fullmatch(line))
            or self._takes_timestamps(line)
            or self._takes_byline(line)
        )

    def take_site(self, title: str) -> str:
        """The title without the outlet's name behind it, which is noted."""
        parts = list(_SITE.finditer(title))
        if not parts:
            return title
        headline, site = title[: parts[-1].start()], title[parts[-1].end() :]
        if len(headline.split()) < 3 or not _is_outlet(site):
            return title
        self.outlet = self.outlet or site
        return headline

    def published_at(self) -> dt.datetime | None:
        return self.published or self.undated

    def _takes_credit(self, line: str) -> bool:
        found = _CREDIT.fullmatch(line)
        if found:
            self.credit = self.credit or found["credit"].strip()
            self.outlet = self.outlet or (found["outlet"] or "").strip()
            return True
        agency = _AGENCY.fullmatch(line)
        if agency:
            self.credit = self.credit or agency["credit"] or agency["source"]
            return True
        return bool(_STAFF.fullmatch(line))

    def _note_dateline(self, line: str) -> None:
        if not self.credit and (dateline := _DATELINE.match(line)):
            self.credit = dateline["credit"]

    def _takes_timestamps(self, line: str) -> bool:
        """Lines of one or more timestamps with their labels, perhaps a byline before the first."""
        rest, seen = line, False
        while found := find_timestamp(rest):
            moment, start, end = found
            label = _BEFORE_DATE.sub("", rest[:start].strip()).strip()
            if not self._takes_stamp(label, moment, first=not seen):
                return False
            rest, seen = rest[end:], True
        return seen and len(re.findall(r"\w+", rest)) <= 2  # a zone or "IST" may follow

    def _takes_stamp(self, label: str, moment: dt.datetime, *, first: bool) -> bool:
        if _PUBLISHED.fullmatch(label):
            self.published = self.published or moment
        elif _MODIFIED.fullmatch(label):
            pass  # a time of change is no time of publication
        elif not label.strip(" \t\xa0•·|,–—-()[]") or (first and self._takes_byline(label)):
            self.undated = self.undated or moment
        else:
            return False
        return True

    def _takes_byline(self, line: str) -> bool:
        by = _BY.match(line)
        if by is None:
            return False
        name = line[by.end() :].strip(" \t\xa0•·|,–—-")
        if not name:
            self.awaits_author = True
            return True
        if not _is_name(name):
            return False
        self.byline = self.byline or name
        return True


def _is_name(line: str) -> bool:
    """Whether the words can be authors or an outlet: few, and all but particles capitalised."""
    words = line.split()
    if not words or len(words) > _LONGEST_NAME or line.endswith((".", "?", "!", ":")):
        return False
    small = {
        "and",
        "of",
        "the",
        "in",
        "for",
        "de",
        "da",
        "di",
        "van",
        "von",
        "der",
        "al",
        "bin",
        "&",
    }
    return all(not word[0].islower() or word in small for word in words)


def _is_outlet(name: str) -> bool:
    words = name.split()
    return len(words) <= 4 and _is_name(name) and words[-1].lower() not in SAYERS
