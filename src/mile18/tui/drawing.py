"""What screens draw with: lines hanging under their lead, sentences, plots, and a widget drawn in one go."""

import re
from collections.abc import Sequence
from itertools import chain

from textual.content import Content
from textual.widget import Widget

from mile18.drawing import Hint
from mile18.page import Sentence
from mile18.wrap import cut, glued, wrapped

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


CARE, GAIN = "CARE", "GAIN"
BESIDE = 36


def said_lines(line: Sentence, width: int, word: str = CARE) -> list[Content]:
    """A sentence as an entry of a list, or, if it is loud, behind `word` or below it."""
    if line.kind != "loud":
        return point(line.text, width)
    chip = Content.styled(f" {word} ", "bold reverse $text-error")
    if width < BESIDE:
        return [chip, *hanging(line.text, width, style="bold")]
    return hanging(line.text, width, Content.assemble(chip, " "), "bold")


_CLAUSE = re.compile(r"(?=[,;:] )")
# A figure alone says nothing without what it counts.
_WORD = re.compile(r"(?<!\d)(?= )")
# A clause that leaves more of the room empty says too little of what is to be done.
LEAST_FILLED = 2 / 3
MORE = " …"


def shortened(text: str, width: int, most: int) -> list[Content]:
    """At most `most` lines of `width` cells; a sign at the end says that there is more."""
    whole = wrapped(text, width)
    if len(whole) <= most:
        return [Content(line) for line in whole]
    text = glued(text)
    clauses = [at for at in _ends(_CLAUSE, text) if at >= LEAST_FILLED * width * most]
    for at in chain(clauses, _ends(_WORD, text)):
        lines = wrapped(text[:at].rstrip(",;:") + MORE, width)
        if len(lines) <= most:
            return [Content(line) for line in lines]
    return [Content(line) for line in [*whole[: most - 1], cut(whole[most - 1], width - 1) + "…"]]


def _ends(pattern: re.Pattern[str], text: str) -> list[int]:
    return [found.start() for found in pattern.finditer(text)][::-1]


ROLES = {
    "full": "$accent",
    "open": "$accent",
    "gain": "$text-success",
    "empty": MUTED,
    "here": "bold $accent",
    "axis": MUTED,
    "label": MUTED,
    "level": MUTED,
    "range": MUTED,
    "guard": "bold",
    "safe": "$text-success",
    "beyond": "$text-error",
    "alarm": "bold $text-error",
    "easy": "bold $text-success",
    "portion": "bold $accent",
    "station": "$secondary",
    "cut-off": "bold $text-warning",
    "cramp": "bold $text-error",
    "body": "bold $accent",
    "coach": "bold $accent",
    "elite": "bold $text-success",
    "mark": "bold reverse",
}


def plot_row(text: str, hints: Sequence[Hint]) -> Content:
    """The row with each run of signs in the style of its role."""
    row = Content(text)
    for hint in hints:
        row = row.stylize(ROLES.get(hint.role, ""), hint.start, hint.end)
    return row


LEAST_WIDTH = 8


class Drawn(Widget):
    """Draws nothing while it has no room, which happens between two layouts."""

    def render(self) -> Content:
        """The content for the present size."""
        width, height = self.content_size
        return self.draw(width, height) if width >= LEAST_WIDTH and height else Content("")

    def draw(self, width: int, height: int) -> Content:
        """The content for `width` columns and `height` lines."""
        raise NotImplementedError
