"""What a caller's role and the scope of its token allow."""

from typing import TYPE_CHECKING

from rest_framework.permissions import SAFE_METHODS, BasePermission, IsAuthenticated
from rest_framework.request import Request

from annotations.models import ApiToken, Role, User

if TYPE_CHECKING:  # It imports the settings that name this module.
    from rest_framework.views import APIView


def caller_of(request: Request) -> User:
    """Who calls, behind a permission that lets only those in who are signed in."""
    assert isinstance(request.user, User)
    return request.user


def may_write(request: Request) -> bool:
    """Whether the credentials allow more than reading, whatever the role."""
    return not isinstance(request.auth, ApiToken) or request.auth.scope == ApiToken.Scope.WRITE


class WithinScope(IsAuthenticated):
    """Signed in; a token of scope ``read`` only reads.

    A view lists in ``reading_posts`` the actions that read although they are POST requests.
    """

    message = "The token's scope is read: it may not write."

    def has_permission(self, request: Request, view: "APIView") -> bool:
        if not super().has_permission(request, view):
            return False
        reads = request.method in SAFE_METHODS or (
            getattr(view, "action", "") in getattr(view, "reading_posts", ())
        )
        return reads or may_write(request)


class _HasRole(BasePermission):
    roles: frozenset[str] = frozenset()

    def has_permission(self, request: Request, view: "APIView") -> bool:
        return getattr(request.user, "role", "") in self.roles


class IsReviewer(_HasRole):
    message = "Only annotators and editors may do this."
    roles = frozenset({Role.ANNOTATOR.value, Role.EDITOR.value})


class IsEditor(_HasRole):
    message = "Only editors may do this."
    roles = frozenset({Role.EDITOR.value})
