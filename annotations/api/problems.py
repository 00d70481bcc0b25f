"""Every error is a problem (RFC 9457): one shape, one place that makes it.

``errors`` names what is wrong with the request: ``field`` is a JSON pointer into the body
("/evidence/0/url"), or the name of a query parameter after a question mark ("?page_size").
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from rest_framework import exceptions
from rest_framework.response import Response

from annotations.services.documents import DocumentError
from annotations.services.errors import InputError, StaleVersionError
from annotations.services.idempotency import KeyReusedError
from annotations.workflow import RefusedError

MEDIA_TYPE = "application/problem+json"


class ProblemError(exceptions.APIException):
    """An error with a status, a slug that programs may rely on, and members of its own."""

    status_code: int = HTTPStatus.BAD_REQUEST
    slug = "bad-request"

    def __init__(self, detail: str, **members: Any) -> None:
        super().__init__(detail)
        self.members = members


class QueryError(ProblemError):
    """Query parameters that are unknown or badly formed, each with what is wrong with it."""

    slug = "invalid"

    def __init__(self, errors: Mapping[str, Sequence[str]]) -> None:
        listed = [
            {"field": f"?{name}", "detail": str(text)}
            for name, texts in errors.items()
            for text in texts
        ]
        super().__init__("The query is not valid.", errors=listed)


class TooLargeError(ProblemError):
    status_code = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    slug = "too-large"

    def __init__(self, limit: int) -> None:
        super().__init__(f"The body is larger than {limit} bytes.")


class LengthRequiredError(ProblemError):
    """A body in chunks: without its length it would be taken for an empty one."""

    status_code = HTTPStatus.LENGTH_REQUIRED
    slug = "length-required"

    def __init__(self) -> None:
        super().__init__("The body comes without a Content-Length.")


class StaleTagError(ProblemError):
    """What the caller saw has changed since; ``current`` is its tag now."""

    status_code = HTTPStatus.PRECONDITION_FAILED
    slug = "stale-version"

    def __init__(self, current: str) -> None:
        super().__init__("This has changed since you saw it.", current_etag=current)


class UnavailableError(ProblemError):
    """The machine lacks what a format needs."""

    status_code = HTTPStatus.SERVICE_UNAVAILABLE
    slug = "format-unavailable"


class NotModified(exceptions.APIException):
    """The caller has the current representation already."""

    status_code = HTTPStatus.NOT_MODIFIED

    def __init__(self, etag: str) -> None:
        super().__init__("")
        self.etag = etag


def answer(error: Exception, context: Mapping[str, Any]) -> Response | None:
    """The response to ``error``; None leaves it to Django: it is a fault of ours (500)."""
    if isinstance(error, NotModified):
        return Response(status=HTTPStatus.NOT_MODIFIED, headers={"ETag": error.etag})
    members = _problem(error) or _refusal(error)
    if members is None:
        return None
    request = context.get("request")
    if request is not None:
        members["instance"] = request.path
    return Response(
        members, status=members["status"], headers=_headers(error), content_type=MEDIA_TYPE
    )


def _problem(error: Exception) -> dict[str, Any] | None:
    match error:
        case Http404():
            return problem(HTTPStatus.NOT_FOUND, "There is no such thing here.")
        case PermissionDenied():
            return problem(HTTPStatus.FORBIDDEN, "This is not allowed.")
        case exceptions.ValidationError():
            return _invalid(_flat("", error.detail))
        case ProblemError():
            return problem(error.status_code, str(error.detail), error.slug, **error.members)
        case exceptions.APIException():
            return problem(error.status_code, str(error.detail))
    return None


def _refusal(error: Exception) -> dict[str, Any] | None:
    """The problem that a service's refusal is."""
    match error:
        case RefusedError():
            status = HTTPStatus.FORBIDDEN if error.forbidden else HTTPStatus.CONFLICT
            slug = "forbidden" if error.forbidden else "refused"
            return problem(status, error.reason, slug, allowed_actions=list(error.allowed))
        case StaleVersionError():
            return problem(
                HTTPStatus.PRECONDITION_FAILED,
                str(error),
                "stale-version",
                current_version=error.current,
            )
        case InputError() | DocumentError():
            path = "".join(f"/{step}" for step in error.field.split(".") if step)
            return _invalid([(path, error.reason)])
        case KeyReusedError():
            return problem(
                HTTPStatus.UNPROCESSABLE_ENTITY,
                "The Idempotency-Key was used for another request.",
                "idempotency-key-reused",
            )
    return None


def _invalid(errors: Iterable[tuple[str, str]]) -> dict[str, Any]:
    listed = [{"field": field, "detail": detail} for field, detail in errors]
    return problem(HTTPStatus.BAD_REQUEST, "The body is not valid.", "invalid", errors=listed)


def problem(status: int, detail: str, slug: str = "", **members: Any) -> dict[str, Any]:
    """The members of a problem; ``slug`` defaults to the status' own name."""
    title = HTTPStatus(status).phrase
    slug = slug or title.lower().replace(" ", "-")
    return {
        "type": f"urn:factcheck:problem:{slug}",
        "title": title,
        "status": int(status),
        "detail": detail,
        **members,
    }


def server_error(request: HttpRequest) -> HttpResponse:
    """The answer to a fault of ours, for addresses under /api/."""
    status = HTTPStatus.INTERNAL_SERVER_ERROR
    body = problem(status, "Something went wrong on our side.") | {"instance": request.path}
    return JsonResponse(body, status=status, content_type=MEDIA_TYPE)


def _headers(error: Exception) -> dict[str, str]:
    headers = {}
    if scheme := getattr(error, "auth_header", None):
        headers["WWW-Authenticate"] = scheme
    wait = getattr(error, "wait", None)
    if wait is not None:
        headers["Retry-After"] = str(math.ceil(wait))
    return headers


def _flat(path: str, detail: Any) -> Iterator[tuple[str, str]]:
    """Each message of a serializer's errors with the JSON pointer of what it speaks of."""
    if isinstance(detail, Mapping):
        for name, inner in detail.items():
            step = "" if name == "non_field_errors" else f"/{_escaped(str(name))}"
            yield from _flat(path + step, inner)
    elif isinstance(detail, list):
        for index, inner in enumerate(detail):
            nested = isinstance(inner, Mapping | list)
            yield from _flat(f"{path}/{index}" if nested else path, inner)
    else:
        yield path, str(detail)


def _escaped(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")
