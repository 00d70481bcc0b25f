"""What the OpenAPI document says beside what the views show by themselves."""

import re
from collections.abc import Callable
from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema

from annotations.api.idempotency import HEADER, MAX_KEY
from annotations.api.problems import MEDIA_TYPE

_WRITES = {"post", "put", "patch", "delete"}
# What is asked for by POST and yet only read.
_READS = re.compile(r"/claims/status/$")
# What is written with libraries that a machine may lack.
_DRAWN = re.compile(r"/report/$")
_PROBLEM = {
    "type": "object",
    "description": "Every error has this shape (RFC 9457).",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "description": "urn:factcheck:problem: and a slug to rely on."},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "instance": {"type": "string", "description": "The path that was asked for."},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["field", "detail"],
                "properties": {
                    "field": {
                        "type": "string",
                        "description": "A JSON pointer into the body, or ?name of a parameter.",
                    },
                    "detail": {"type": "string"},
                },
            },
        },
        "allowed_actions": {
            "type": "array",
            "items": {"type": "string"},
            "description": "With 409: what the claim's state allows instead.",
        },
        "current_version": {
            "type": "integer",
            "description": "With 412: the version of the claim that If-Match should have named.",
        },
        "current_etag": {
            "type": "string",
            "description": "With 412: the tag that If-Match should have named.",
        },
    },
}
_PROBLEMS = {
    "400": "The request is not valid; `errors` says where.",
    "401": "No credentials, or bad ones.",
    "403": "The role, or the token's scope, does not allow this.",
    "404": "There is no such thing, or the caller may not see it.",
    "406": "Only JSON is to be had.",
    "409": "The claim's state does not allow this; `allowed_actions` says what it allows.",
    "411": "The body comes without a Content-Length.",
    "412": "It has changed since; `current_version` or `current_etag` says to what.",
    "413": "The body is too large.",
    "415": "The body is not declared as JSON.",
    "422": "The Idempotency-Key was used for another request.",
    "429": "Too many requests; Retry-After says when to come back.",
    "503": "What the format needs is not installed here.",
}
_ETAG = {"schema": {"type": "string"}, "description": "For If-None-Match."}


class BearerScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    target_class = "annotations.api.authentication.BearerAuthentication"
    name = "bearer"

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, str]:
        return {"type": "http", "scheme": "bearer", "description": "A token of /api/v1/tokens/."}


class ApiSchema(AutoSchema):
    """Adds what is common to all operations: tags, conditional reads and idempotency keys."""

    def get_tags(self) -> list[str]:
        return [self.path.removeprefix("/api/v1/").split("/")[0]]

    def get_operation(self, *args: Any, **kwargs: Any) -> dict[str, Any] | None:
        operation = super().get_operation(*args, **kwargs)
        if operation is None:
            return None
        handler = getattr(self.view, getattr(self.view, "action", "") or "", None)
        if getattr(handler, "idempotent", False):
            operation.setdefault("parameters", []).append(_header(HEADER, _KEY, _KEY_HELP))
            operation["responses"]["422"] = _problem("422")
        if getattr(handler, "conditional", False):
            operation.setdefault("parameters", []).append(
                _header(
                    "If-Match",
                    {"type": "string"},
                    "The tag of what you saw, or a claim's version in quotes.",
                )
            )
            operation["responses"]["412"] = _problem("412")
        if self.method == "GET" and self._is_tagged():
            operation.setdefault("parameters", []).append(
                _header("If-None-Match", {"type": "string"}, "The tag of the answer you have.")
            )
            operation["responses"]["304"] = {"description": "You have the current answer."}
            operation["responses"].get("200", {})["headers"] = {"ETag": _ETAG}
        return operation

    def _is_tagged(self) -> bool:
        return getattr(self.view, "action", None) not in getattr(
            self.view, "untagged", (getattr(self.view, "action", None),)
        )


def document_problems(result: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
    """Name every problem that an operation may answer with."""
    result["components"].setdefault("schemas", {})["Problem"] = _PROBLEM
    for path, operations in result["paths"].items():
        for method, operation in operations.items():
            for status in _statuses(path, method, operation):
                operation["responses"].setdefault(status, _problem(status))
    return result


def _statuses(path: str, method: str, operation: dict[str, Any]) -> list[str]:
    statuses = ["400", "401", "403", "404", "406", "429"]
    if method in _WRITES and not _READS.search(path):
        statuses += ["409"]
    if "requestBody" in operation:
        statuses += ["411", "413", "415"]
    if _DRAWN.search(path):
        statuses += ["503"]
    return statuses


def _problem(status: str) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "description": _PROBLEMS[status],
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    if status == "429":
        answer["headers"] = {"Retry-After": {"schema": {"type": "integer"}}}
    return answer


_KEY = {"type": "string", "minLength": 1, "maxLength": MAX_KEY}
_KEY_HELP = "Any text of yours: a retry with it gets the first answer, and is not done again."


def conditional_write(handler: Callable[..., Any]) -> Callable[..., Any]:
    """Mark a write that honours If-Match."""
    handler.conditional = True  # type: ignore[attr-defined]
    return handler


def _header(name: str, schema: dict[str, Any], description: str) -> dict[str, Any]:
    return {
        "name": name,
        "in": "header",
        "required": False,
        "description": description,
        "schema": schema,
    }
