"""A secret is typed unseen, or read from a pipe; never from an argument, which other users of a machine can list."""

import sys

import typer
from pydantic import SecretStr


def read_secret(prompt: str) -> SecretStr:
    """Asked twice where somebody types, else the first line of standard input, without its line break."""
    if sys.stdin.isatty():
        return SecretStr(typer.prompt(prompt, hide_input=True, confirmation_prompt="La même chose encore une fois"))
    return SecretStr(sys.stdin.readline().rstrip("\r\n"))
