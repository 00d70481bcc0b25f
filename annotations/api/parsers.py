"""JSON in: bounded in size and depth, and nothing but JSON."""

from collections.abc import Mapping
from typing import IO, Any

import orjson
from django.conf import settings
from rest_framework.exceptions import ParseError
from rest_framework.parsers import BaseParser

from annotations.api.problems import TooLargeError

MAX_DEPTH = 32


class OrjsonParser(BaseParser):
    media_type = "application/json"

    def parse(
        self,
        stream: IO[bytes],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> Any:
        """The body as a JSON object; an empty body is an empty object.

        Raises TooLargeError before the body is read where its length says so, and ParseError where
        it is no JSON object or nests deeper than MAX_DEPTH.
        """
        limit = settings.API_MAX_BODY_BYTES
        request = (parser_context or {}).get("request")
        declared = request.META.get("CONTENT_LENGTH") if request is not None else None
        if declared and int(declared) > limit:
            raise TooLargeError(limit)
        body = stream.read(limit + 1)
        if len(body) > limit:
            raise TooLargeError(limit)
        return _object(body) if body.strip() else {}


def _object(body: bytes) -> dict[str, Any]:
    try:
        value = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise ParseError(f"The body is not JSON: {error}.") from error
    if not isinstance(value, dict):
        raise ParseError("The body must be a JSON object.")
    if _deeper_than(value, MAX_DEPTH):
        raise ParseError(f"The body nests deeper than {MAX_DEPTH} levels.")
    return value


def _deeper_than(value: Any, limit: int) -> bool:
    level = [value]
    for _ in range(limit):
        level = [
            child
            for node in level
            if isinstance(node, dict | list)
            for child in (node.values() if isinstance(node, dict) else node)
        ]
        if not level:
            return False
    return any(isinstance(node, dict | list) for node in level)
