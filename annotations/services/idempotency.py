"""Answers kept for retries, in the transaction of the work they answer for."""

from datetime import timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from annotations.models import IdempotentAnswer, User

KEPT_FOR = timedelta(days=2)


class KeyReusedError(Exception):
    """The key was used for another request."""


def claim_key(*, user: User, key: str, fingerprint: str) -> IdempotentAnswer:
    """The key's record, made where there is none: then it has no ``status`` yet.

    A request with the same key that is still at work is waited for. Raises KeyReusedError where
    the key came with another ``fingerprint`` before.
    """
    try:
        with transaction.atomic():
            return IdempotentAnswer.objects.create(user=user, key=key, fingerprint=fingerprint)
    except IntegrityError:
        return _checked(IdempotentAnswer.objects.get(user=user, key=key), fingerprint)


def kept_answer(*, user: User, key: str, fingerprint: str) -> IdempotentAnswer | None:
    """The key's record where there is one. Raises KeyReusedError as ``claim_key`` does."""
    record = IdempotentAnswer.objects.filter(user=user, key=key).first()
    return record and _checked(record, fingerprint)


def _checked(record: IdempotentAnswer, fingerprint: str) -> IdempotentAnswer:
    if record.fingerprint != fingerprint:
        raise KeyReusedError
    return record


def keep_answer(*, record: IdempotentAnswer, status: int, body: Any) -> None:
    """Keep the first answer for retries."""
    record.status, record.body = status, body
    record.save(update_fields=["status", "body"])


def forget_answers() -> int:
    """Delete what no retry will ask for any more; the number of answers deleted."""
    deleted, _ = IdempotentAnswer.objects.filter(created_at__lt=timezone.now() - KEPT_FOR).delete()
    return deleted
