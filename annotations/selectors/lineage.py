"""Reads of where claims come from and what became of them."""

from annotations.models import Claim, ClaimLineage


def ancestors_of(claim: Claim) -> set[int]:
    """The ids of all claims that this one comes from: corrected, split, merged or carried over."""
    found: set[int] = set()
    generation = {claim.pk}
    while generation:
        parents = ClaimLineage.objects.filter(child__in=generation).values_list(
            "parent_id", flat=True
        )
        generation = set(parents) - found
        found |= generation
    return found
