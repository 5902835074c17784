"""The picture of a tab, in the room that its questions leave free."""

from textual.content import Content

from mile18.drawing import Row
from mile18.tui.drawing import Drawn, plot_row

# What most hints under the cursor need; a longer one sends the picture away.
SPARED = 1


class TabPicture(Drawn):
    """Rows drawn for the width that there is; without any it takes no room."""

    def __init__(self) -> None:
        """Nothing to show yet."""
        super().__init__()
        self.rows: tuple[Row, ...] = ()
        self.display = False

    def show(self, rows: tuple[Row, ...]) -> None:
        """Show other rows; the layout changes only with their number."""
        if rows == self.rows:
            return
        is_as_high = len(rows) == len(self.rows)
        self.rows = rows
        if is_as_high:
            self.refresh()
        else:
            self.display = bool(rows)
            self.styles.height = len(rows) + 1

    @property
    def taken(self) -> int:
        """How many lines it takes now."""
        return len(self.rows) + 1 if self.rows else 0

    def draw(self, width: int, height: int) -> Content:
        """The rows, after a blank line."""
        return Content("\n").join(
            [Content(""), *(plot_row(row.text, row.hints) for row in self.rows)]
        )
