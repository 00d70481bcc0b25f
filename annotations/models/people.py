"""Who uses the service."""

import unicodedata

from confusable_homoglyphs import confusables
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q


class Role(models.TextChoices):
    ANNOTATOR = "annotator"
    EDITOR = "editor"
    CLIENT = "client", "API client"


class User(AbstractUser):
    role = models.CharField(max_length=16, choices=Role, default=Role.ANNOTATOR)

    class Meta(AbstractUser.Meta):
        constraints = [
            models.CheckConstraint(condition=Q(role__in=Role.values), name="user_role_known"),
        ]

    def clean(self) -> None:
        """Refuse a name that people would take for somebody else's."""
        super().clean()
        look = _look(self.username)
        for other in User.objects.exclude(pk=self.pk).values_list("username", flat=True):
            if other != self.username and _look(other) == look:
                raise ValidationError({"username": f"This looks like “{other}”, who is known."})


def _look(username: str) -> str:
    """The name as an eye reads it: without case, width and letters of other alphabets."""
    folded = unicodedata.normalize("NFKC", username).casefold()
    foreign = confusables.is_confusable(folded, greedy=True, preferred_aliases=["latin"]) or []
    latin = {item["character"]: item["homoglyphs"][0]["c"] for item in foreign}
    return "".join(latin.get(letter, letter) for letter in folded).casefold()
