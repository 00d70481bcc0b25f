"""Who calls: a bearer token, or the session of somebody signed in on the pages."""

from django.utils import timezone
from knox.auth import TokenAuthentication
from knox.crypto import hash_token
from rest_framework.exceptions import AuthenticationFailed

from annotations.models import ApiToken, User
from annotations.services.tokens import note_use


class BearerAuthentication(TokenAuthentication):
    """Finds the token by its hash, in one query; knox reads all tokens of the user."""

    def authenticate_credentials(self, token: bytes) -> tuple[User, ApiToken]:
        digest = hash_token(token.decode("latin-1"))
        row = ApiToken.objects.select_related("user").filter(digest=digest).first()
        if row is None or row.revoked_at or row.expiry <= timezone.now() or not row.user.is_active:
            raise AuthenticationFailed("The token is unknown, expired or revoked.")
        note_use(token=row)
        return row.user, row
