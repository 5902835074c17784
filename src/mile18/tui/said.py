"""Sentences of race day; a loud one begins with a word, so that it needs no colour."""

from textual.content import Content

from mile18.plan.day.page import Line
from mile18.tui.hanging import hanging, point

CARE, GAIN = "CARE", "GAIN"
BESIDE = 36


def said_lines(line: Line, width: int, word: str = CARE) -> list[Content]:
    """A sentence as an entry of a list, or, if it is loud, behind `word` or below it."""
    if line.kind != "loud":
        return point(line.text, width)
    chip = Content.styled(f" {word} ", "bold reverse $text-error")
    if width < BESIDE:
        return [chip, *hanging(line.text, width, style="bold")]
    return hanging(line.text, width, Content.assemble(chip, " "), "bold")
