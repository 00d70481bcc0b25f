"""Idempotency-Key: a retry of a POST is answered with the first answer, and done once."""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

import orjson
from django.db import transaction
from rest_framework.request import Request
from rest_framework.response import Response

from annotations.api.permissions import caller_of
from annotations.api.problems import ProblemError
from annotations.models import IdempotentAnswer
from annotations.services.idempotency import claim_key, keep_answer, kept_answer

HEADER = "Idempotency-Key"
MAX_KEY = 255

Handler = Callable[..., Response]
Prepare = Callable[[Request], dict[str, Any]]


def idempotent(handler: Handler) -> Handler:
    """Let a POST handler be retried: with a key, its work and the record of its answer are one
    transaction, so that a retry finds both or neither. Errors are not kept: nothing was done.
    """
    return _idempotent(handler, None)


def idempotent_after(prepare: Prepare) -> Callable[[Handler], Handler]:
    """``idempotent`` for a handler that goes by something which takes long to get: ``prepare``
    gives it as keyword arguments, before the transaction, and is not asked again by a retry."""
    return lambda handler: _idempotent(handler, prepare)


def _idempotent(handler: Handler, prepare: Prepare | None) -> Handler:
    @wraps(handler)
    def answer(view: Any, request: Request, *args: Any, **kwargs: Any) -> Response:
        key = request.headers.get(HEADER)
        if key is None:
            prepared = prepare(request) if prepare else {}
            return handler(view, request, *args, **kwargs, **prepared)
        if not (0 < len(key) <= MAX_KEY and key.isascii() and key.isprintable()):
            raise ProblemError(f"{HEADER} has 1 to {MAX_KEY} printable ASCII characters.")
        asked: Any = {"user": caller_of(request), "key": key, "fingerprint": _fingerprint(request)}
        if prepare:
            record = kept_answer(**asked)
            if record is not None:
                return _replay(record)
            kwargs |= prepare(request)
        with transaction.atomic():
            record = claim_key(**asked)
            if record.status is not None:
                return _replay(record)
            response = handler(view, request, *args, **kwargs)
            keep_answer(
                record=record,
                status=response.status_code,
                body=orjson.loads(orjson.dumps(response.data, default=str)),
            )
        return response

    answer.idempotent = True  # type: ignore[attr-defined]
    return answer


def _fingerprint(request: Request) -> str:
    body = orjson.dumps(request.data, option=orjson.OPT_SORT_KEYS)
    address = f"{request.method} {request.get_full_path()}\n"
    return hashlib.sha256(address.encode() + body).hexdigest()


def _replay(record: IdempotentAnswer) -> Response:
    return Response(record.body, status=record.status, headers={"Idempotent-Replayed": "true"})
