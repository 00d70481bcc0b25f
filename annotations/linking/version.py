"""The version of the code that proposes links, stored with every proposal."""

LINKER_VERSION = "1.6"
