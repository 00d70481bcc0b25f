"""Accounts: opened with a role, and the cast that a demonstration needs."""

import secrets
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import transaction

from annotations.models import ApiToken, Role, User
from annotations.services.changes import record_change
from annotations.services.tokens import issue_token

_DEMONSTRATION = {
    "anna": Role.ANNOTATOR,
    "ben": Role.ANNOTATOR,
    "edith": Role.EDITOR,
    "dashboard": Role.CLIENT,
}
_TOKEN_LIFETIME = timedelta(days=30)


class NotADemonstrationError(Exception):
    """Accounts with printed passwords were asked for where the service is in earnest."""


@dataclass(frozen=True, slots=True)
class Access:
    """An account; ``password`` and ``token`` only where they were made just now, else ""."""

    user: User
    password: str = ""
    token: str = ""


@transaction.atomic
def open_account(
    *, username: str, role: Role, password: str | None = None, actor: User | None = None
) -> User:
    """Make an account; without a password nobody can sign in to it yet.

    Raises ValidationError where the name is taken or cannot be one.
    """
    user = User(username=User.normalize_username(username), role=role)
    user.set_password(password)
    user.full_clean()
    user.save()
    record_change(
        actor=actor,
        action="account.opened",
        obj=user,
        after={"username": username, "role": role.value},
    )
    return user


def require_demonstration() -> None:
    """Raise NotADemonstrationError outside DEBUG."""
    if not settings.DEBUG:
        raise NotADemonstrationError(
            "A demonstration's accounts have printed passwords: they are made with DEBUG=true only."
        )


@transaction.atomic
def ensure_demonstration_accounts(*, renew: bool = False) -> list[Access]:
    """The demonstration's accounts, each opened where it is missing.

    With ``renew`` those that exist get a new password, and an API client a new token.
    Raises NotADemonstrationError outside DEBUG.
    """
    require_demonstration()
    return [_ensure(f"demo-{name}", role, renew=renew) for name, role in _DEMONSTRATION.items()]


def _ensure(username: str, role: Role, *, renew: bool) -> Access:
    password = secrets.token_urlsafe(9)
    user = User.objects.filter(username=username).first()
    if user is None:
        user = open_account(username=username, role=role, password=password)
    elif renew:
        user.set_password(password)
        user.save(update_fields=["password"])
        record_change(actor=None, action="account.password_renewed", obj=user)
    else:
        return Access(user)
    token = _token(user) if role == Role.CLIENT else ""
    return Access(user, password, token)


def _token(user: User) -> str:
    _, token = issue_token(
        user=user, name="demonstration", scope=ApiToken.Scope.READ, lifetime=_TOKEN_LIFETIME
    )
    return token
