"""Issuing, noting the use of, and revoking the tokens of API clients."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from annotations.models import ApiToken, User
from annotations.services.changes import record_change

# The last use is kept to the minute, so that reading does not write.
_USE_NOTED_EVERY = timedelta(minutes=1)


@transaction.atomic
def issue_token(*, user: User, name: str, scope: str, lifetime: timedelta) -> tuple[ApiToken, str]:
    """A new token's row and the token itself, which is nowhere else and cannot be had again."""
    row, token = ApiToken.objects.create(user=user, name=name, scope=scope, expiry=lifetime)
    after = {"token": str(row.public_id), "name": name, "scope": scope}
    record_change(actor=user, action="token.issued", obj=user, after=after)
    return row, token


@transaction.atomic
def revoke_token(*, token: ApiToken, actor: User) -> None:
    """From now on the token opens nothing; to revoke it again changes nothing."""
    revoked = ApiToken.objects.filter(pk=token.pk, revoked_at=None).update(
        revoked_at=timezone.now()
    )
    if revoked:
        after = {"token": str(token.public_id), "name": token.name}
        record_change(actor=actor, action="token.revoked", obj=token.user, after=after)


def note_use(*, token: ApiToken) -> None:
    """Remember when the token was last used."""
    now = timezone.now()
    if token.last_used_at is None or token.last_used_at < now - _USE_NOTED_EVERY:
        due = Q(last_used_at=None) | Q(last_used_at__lt=now - _USE_NOTED_EVERY)
        ApiToken.objects.filter(due, pk=token.pk).update(last_used_at=now)
