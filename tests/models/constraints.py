"""How tests see which constraint of the database refused."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import IntegrityError, connection, models, transaction


@contextmanager
def refused_by(name: str, model: type[models.Model]) -> Iterator[None]:
    """The database refuses what is done within, and by this constraint of the model.

    SQLite names the columns of a unique constraint, not the constraint.
    """
    constraint = next(item for item in model._meta.constraints if item.name == name)
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        yield
    message = str(refusal.value)
    if connection.vendor == "sqlite" and isinstance(constraint, models.UniqueConstraint):
        for field in constraint.fields:
            assert f".{model._meta.get_field(field).column}" in message
    else:
        assert name in message
