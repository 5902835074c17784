"""Paragraphs behind a lead, wrapped so that no line parts a number from its unit."""

from textual.content import Content

from mile18.plan.wrap import wrapped

LEAST = 8
MUTED = "$foreground-muted"
BULLET = Content.styled("– ", "bold $accent")


def hanging(
    text: str, width: int, lead: str | Content = "", style: str = "", more: str = ""
) -> list[Content]:
    """A paragraph whose lines after the first stand under its text, not under the `lead`.

    `more` follows the text, muted.
    """
    first = Content(lead) if isinstance(lead, str) else lead
    margin = " " * first.cell_length
    lines, left = [], len(text)
    for at, line in enumerate(wrapped(f"{text} {more}".strip(), max(LEAST, width - len(margin)))):
        told, rest = line[: max(0, left)], line[max(0, left) :]
        left -= len(line) + 1
        lines.append(Content.assemble(margin if at else first, (told, style), (rest, MUTED)))
    return lines


def point(text: str, width: int, style: str = "") -> list[Content]:
    """One entry of a list that needs no order."""
    return hanging(text, width, BULLET, style)
