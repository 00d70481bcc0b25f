"""What a service raises besides ``workflow.RefusedError``."""


class StaleVersionError(Exception):
    """Somebody changed the claim since the caller read it; ``current`` is its version now."""

    def __init__(self, current: int) -> None:
        super().__init__(f"The claim has changed; its version is now {current}.")
        self.current = current


class InputError(ValueError):
    """A value that cannot be taken: ``field`` is the path to it ("evidence.0.url")."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason
