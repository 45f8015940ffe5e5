"""A card as it is read: Markdown to HTML, where no HTML, picture or address of the text itself comes through."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

_DEEPEST = 6


def html_of(text: str, *, below: int) -> Markup:
    """The HTML of a card; its headings begin under level `below`, its tables scroll, called by their heading."""
    tokens = _reader().parse(text)
    called, number = "", 0
    for at, token in enumerate(tokens):
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(int(token.tag[1]) + below, _DEEPEST)}"
            called = tokens[at + 1].content if token.nesting == 1 else called
        elif token.type == "table_open":
            number += 1
            token.meta["called"] = f"{called} ({number})"
        elif token.type == "th_open":
            token.attrSet("scope", "col")
    return Markup(_reader().renderer.render(tokens, _reader().options, {}))  # noqa: S704 - html is off: text is escaped


@cache
def _reader() -> MarkdownIt:
    """CommonMark with tables; HTML in the text is text, and nothing leads or loads from elsewhere."""
    reader = MarkdownIt("js-default", {"html": False}).disable(["image", "link", "autolink"])
    reader.add_render_rule("table_open", _table_begins)
    reader.add_render_rule("table_close", _table_ends)
    return reader


def _table_begins(_: Any, tokens: Sequence[Token], at: int, *__: Any) -> str:
    called = escape(tokens[at].meta["called"])
    return f'<div class="scroll" tabindex="0" role="region" aria-label="{called}"><table class="figures">\n'


def _table_ends(*_: Any) -> str:
    return "</table></div>\n"
