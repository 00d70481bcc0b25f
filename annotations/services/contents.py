"""Checks of what people write, shared by drafts, reviews, verdicts and comments."""

from annotations.models import Disagreement, Rating
from annotations.services.errors import InputError

LONGEST_TEXT = 20_000


def clean_text(field: str, value: str, *, required: bool = False) -> str:
    """The text without space around it; InputError where it is missing, too long or broken."""
    if "\x00" in value:
        raise InputError(field, "The text holds a null character.")
    value = value.strip()
    if required and not value:
        raise InputError(field, "This must not be empty.")
    if len(value) > LONGEST_TEXT:
        raise InputError(field, f"At most {LONGEST_TEXT} characters are taken.")
    return value


def check_rating(rating: str) -> str:
    if rating not in Rating.values:
        raise InputError("rating", f"This must be one of {', '.join(Rating.values)}.")
    return str(rating)


def check_confidence(confidence: int | None) -> int | None:
    if confidence is not None and confidence not in range(1, 6):
        raise InputError("confidence", "This must be a whole number from 1 to 5.")
    return confidence


def check_disagreement(disagreement: str) -> str:
    if disagreement and disagreement not in Disagreement.values:
        raise InputError("disagreement", f"This must be one of {', '.join(Disagreement.values)}.")
    return str(disagreement)
