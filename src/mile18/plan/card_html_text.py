"""Text as HTML: escaped, and with no line break between a figure and its unit."""

from collections.abc import Iterable
from html import escape

from mile18.plan.wrap import glued


def shown(text: str) -> str:
    """Any text, also from a profile, made fit to stand between or inside tags."""
    return escape(glued(text))


def listed(kind: str, texts: Iterable[str], **attributes: str) -> str:
    """A list, `ul` or `ol`, of texts."""
    given = "".join(f' {name.rstrip("_")}="{shown(value)}"' for name, value in attributes.items())
    return f"<{kind}{given}>{''.join(f'<li>{shown(each)}</li>' for each in texts)}</{kind}>"
