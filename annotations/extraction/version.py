"""The engine's version, stored with what it produced: raise it when a reading may change."""

ENGINE_VERSION = "0.11.0"
