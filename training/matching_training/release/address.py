"""Addresses of registries: where one leads, and how it is told without the secrets in it."""

import re
from pathlib import Path

_SECRETS = re.compile(r"(?<=://)[^/\s]*@|(?<=password=)[^&\s]+")


def told(text: str, uri: str = "") -> str:
    """A text without the user and password of the addresses in it, that of `uri` above all, however it is spelled."""
    if user := uri.partition("://")[2].rpartition("@")[0]:
        text = text.replace(user, "***")
    return _SECRETS.sub(lambda found: "***@" if found[0].endswith("@") else "***", text)


def holds_secret(uri: str) -> bool:
    """Whether an address names a user or a password."""
    return told(uri, uri) != uri


def file_of(uri: str) -> Path | None:
    """The file or folder that an address leads to on this machine; None for a server, and for a store in memory."""
    scheme, parted, rest = uri.partition("://")
    if not parted:
        return Path(uri.removeprefix("file:"))
    if scheme == "file":
        return Path(rest)
    path = rest.removeprefix("/").partition("?")[0]
    return Path(path) if scheme.partition("+")[0] == "sqlite" and path not in {"", ":memory:"} else None
