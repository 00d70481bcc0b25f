"""Articles out of pasted text: the body without what pages print around it, and its particulars.

Every line is furniture of the page (dropped), a particular (kept apart) or body (kept as it is).
A line that reads as a sentence is body unless it says what only pages say, so that nothing of an
article is lost. The rules are tables of patterns in ``lexicon.boilerplate``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from annotations.extraction.cleaning.document import Document, UnreadableDocument, with_headline
from annotations.extraction.cleaning.particulars import Particulars
from annotations.extraction.lexicon.boilerplate import COMMENTS, LABELS, LISTS, NOTICES

_TAIL = r"[\s.!:…*|»›>→-]{0,8}"
_LABEL = re.compile(rf"\W{{0,4}}(?:{LABELS}){_TAIL}", re.IGNORECASE | re.VERBOSE)
_NOTICE = re.compile(rf"(?:{NOTICES}){_TAIL}", re.IGNORECASE | re.VERBOSE)
_COMMENTS = re.compile(rf"(?:{COMMENTS}){_TAIL}", re.IGNORECASE | re.VERBOSE)
_LIST = re.compile(rf"(?:{LISTS}){_TAIL}", re.IGNORECASE | re.VERBOSE)
_PHOTO_CREDIT = re.compile(
    r"(?:©[^.!?]{2,80}|/ ?(?:Courtesy|AFP|AP|Reuters|Getty|EPA|Handout|File)\b[^.!?]{0,40})$"
)
_CRUMB = re.compile(r"\s+(?:»|›|>|/|→|::)\s+")
_LINE_END = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")

_LONGEST_FURNITURE = 300  # characters; longer lines are body
_LONGEST_TITLE = 250
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*$")
_WRAPPED = range(45, 101)  # lengths of lines that were broken to a width


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, trimmed; ``alone`` tells that nothing stands right before or after it.

    ``listed`` tells that it stands in a list of other articles' headlines.
    """

    text: str
    alone: bool
    listed: bool = False


def read_plain(raw: str, *, url: str = "") -> Document:
    """Give the article in a text as it was pasted or saved.

    Raises UnreadableDocument where there is no text, or nothing but what pages print around it.
    """
    particulars = Particulars()
    body = body_lines(lines_of(checked(raw)), particulars)
    if not body:
        raise UnreadableDocument("holds nothing but page furniture: no line of an article")
    title = particulars.take_site(_title(body))
    if title:
        body = body[1:]
    return Document(
        text=with_headline(title, "\n\n".join(body)),
        title=title,
        outlet=particulars.outlet,
        byline=particulars.byline,
        credit=particulars.credit,
        url=url,
        published_at=particulars.published_at(),
    )


def checked(raw: str) -> str:
    """The text, where there is one. Raises UnreadableDocument."""
    if not raw.strip("\ufeff \t\r\n\v\f\xa0"):
        raise UnreadableDocument("is empty: there is no text in it")
    control = _CONTROL.search(raw)
    if control:
        raise UnreadableDocument(
            f"is no text: control character U+{ord(control.group()):04X}"
            f" at character {control.start()}"
        )
    return raw.removeprefix("\ufeff")


def body_lines(lines: list[Line], particulars: Particulars) -> list[str]:
    """The lines of the article, headline first where there is one; notes the particulars."""
    body: list[str] = []
    texts = {line.text for line in lines}
    for line in _before_comments(lines):
        if is_furniture(line) or particulars.takes(line.text) or _is_strip(line.text, particulars):
            continue
        text = _PHOTO_CREDIT.sub("", _without_crumbs(line.text, texts)).rstrip()
        if text and text != (body[-1] if body else "") and not _names_source(text, particulars):
            body.append(text)
    return body


def is_furniture(line: Line) -> bool:
    """Whether the line belongs to the page and not to the article."""
    text = line.text
    if len(text) > _LONGEST_FURNITURE:
        return False
    if not any(character.isalnum() for character in text) or _NOTICE.fullmatch(text):
        return True
    if line.listed and text[-1] not in ".!…":
        return True
    if _SENTENCE_END.search(text) and " " in text:
        return False
    return bool(_LABEL.fullmatch(text)) or (line.alone and _is_banner(text))


def _is_strip(text: str, particulars: Particulars) -> bool:
    """Whether a line is furniture and particulars side by side: "5 March 2024 | 3 min read"."""
    parts = text.split(" | ") if len(text) <= _LONGEST_FURNITURE else []
    return len(parts) > 1 and all(
        is_furniture(Line(part, alone=False)) or particulars.takes(part) for part in parts
    )


def _is_banner(text: str) -> bool:
    """One or two bare words in lower case, standing alone: a brand or a label, no heading."""
    words = text.split()
    return len(words) <= 2 and all(word.isalpha() and word.islower() for word in words)


def _names_source(text: str, particulars: Particulars) -> bool:
    return text in {particulars.byline, particulars.outlet, particulars.credit}


def _before_comments(lines: list[Line]) -> Iterator[Line]:
    """The lines up to the readers' comments, where more of the text stands before than after."""
    total = sum(len(line.text) for line in lines)
    seen = 0
    for line in lines:
        if len(line.text) <= _LONGEST_FURNITURE and _COMMENTS.fullmatch(line.text):
            if 2 * seen > total:
                return
            continue
        seen += len(line.text)
        yield line


def _without_crumbs(text: str, others: set[str]) -> str:
    """The headline at the end of a trail of navigation; "" where the trail has no headline."""
    if len(text) > _LONGEST_FURNITURE or _SENTENCE_END.search(text):
        return text
    crumbs = _CRUMB.split(text)
    if len(crumbs) < 2 or max(len(crumb.split()) for crumb in crumbs[:-1]) > 3:
        return text
    last = crumbs[-1]
    if len(crumbs) > 2 and len(last.split()) > 3:
        return last
    if last in others or crumbs[0].lower() in {"home", "news"}:
        return ""
    return text


def _title(body: list[str]) -> str:
    """The first line, where it reads as a headline and something follows it."""
    first = body[0]
    if len(body) < 2 or len(first) > _LONGEST_TITLE or first.endswith((".", ":", ";", ",")):
        return ""
    return first


def lines_of(raw: str) -> list[Line]:
    """The lines that hold anything, those that were broken to a width joined again."""
    texts = [text.strip() for text in _LINE_END.sub("\n", raw).split("\n")]
    lines: list[Line] = []
    for holds_text, block in groupby(texts, key=bool):
        if holds_text:
            joined = _joined(list(block))
            listed = len(joined) > 1 and bool(_LIST.fullmatch(joined[0][:_LONGEST_FURNITURE]))
            lines += (Line(text, alone=len(joined) == 1, listed=listed) for text in joined)
    return lines


def _joined(block: list[str]) -> list[str]:
    """One line for a paragraph that was broken to a width; the lines as they are otherwise."""
    *full, _ = block
    if len(full) < 2 or not all(len(line) in _WRAPPED for line in full):
        return block
    if max(map(len, full)) - min(map(len, full)) > 25:
        return block
    if 2 * sum(bool(_SENTENCE_END.search(line)) for line in full) > len(full):
        return block
    return [" ".join(block)]
