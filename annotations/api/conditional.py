"""Conditional reads: an answer has a tag, and who has the current one is told so (304).

What a read shows changes only with a row in the log of changes. So the tag of an answer is made
of the log's state, the address and the reader, and is known before the answer is.
"""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import orjson
from django.utils.http import parse_etags
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ViewSetMixin

from annotations.api.permissions import caller_of, may_write
from annotations.api.problems import NotModified
from annotations.selectors.changes import log_state

# Part of every tag: to be changed with what answers look like.
_REPRESENTATION = "1"


def tag_of(request: Request, state: str) -> str:
    """The tag of what ``request`` reads while ``state`` lasts; it tells nothing of what is
    hidden from the reader."""
    parts = (
        _REPRESENTATION,
        request.get_full_path(),
        str(request.user.pk),
        str(getattr(request.user, "role", "")),
        str(may_write(request)),
        state,
    )
    return f'"{hashlib.sha256("|".join(parts).encode()).hexdigest()[:32]}"'


def content_tag(content: Mapping[str, Any]) -> str:
    """The tag of what changes with its own content alone, and looks the same to all readers."""
    digest = hashlib.sha256(orjson.dumps(content, default=str)).hexdigest()
    return f'"{digest[:32]}.{_REPRESENTATION}"'


def version_tag(version: int) -> str:
    """The tag of what changes with a claim's version alone."""
    return f'"{version}.{_REPRESENTATION}"'


def tags_known(request: Request) -> list[str]:
    """What If-None-Match lists. On its way a proxy may have marked a tag as weak; the comparison
    is the weak one anyway."""
    return [tag.removeprefix("W/") for tag in parse_etags(request.headers.get("If-None-Match", ""))]


class ConditionalReads(ViewSetMixin):
    """Gives successful GET answers their tag, and answers 304 before any work is done.

    Answers that change without the log (a lease runs out) have no tag: their actions are in
    ``untagged``.
    """

    untagged: tuple[str, ...] = ()

    def initial(self, request: Request, *args: object, **kwargs: object) -> None:
        super().initial(request, *args, **kwargs)  # type: ignore[misc]
        self.tag = ""
        if request.method in {"GET", "HEAD"} and self.action not in self.untagged:
            self.compare_tags(request, tags_known(request))

    def compare_tags(self, request: Request, known: Sequence[str]) -> None:
        """Set the answer's ``tag``. Raises NotModified where it is one that the caller has."""
        self.tag = tag_of(request, log_state(caller_of(request)))
        for tag in known:
            if _without_version(tag) == self.tag:
                raise NotModified(tag)

    def finalize_response(
        self, request: Request, response: Response, *args: object, **kwargs: object
    ) -> Response:
        response = super().finalize_response(request, response, *args, **kwargs)  # type: ignore[misc]
        tag = getattr(self, "tag", "")
        if tag and response.status_code == 200:
            response["ETag"] = _with_version(tag, getattr(self, "version", None))
            response["Cache-Control"] = "private, no-cache"
        return response


def _with_version(tag: str, version: int | None) -> str:
    """The tag of a single claim begins with its version, which If-Match goes by."""
    return tag if version is None else f'"{version}.{tag[1:]}'


def _without_version(tag: str) -> str:
    return f'"{tag.rpartition(".")[2]}' if "." in tag else tag
