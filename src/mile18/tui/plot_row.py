"""A row of a plot in the colours of the theme; what it shows is told by its signs alone."""

from collections.abc import Sequence

from textual.content import Content

from mile18.plan.plots import Hint

MUTED = "$foreground-muted"
ROLES = {
    "axis": MUTED,
    "label": MUTED,
    "level": MUTED,
    "range": MUTED,
    "guard": "bold",
    "easy": "bold $text-success",
    "portion": "bold $accent",
    "station": "$secondary",
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
