"""How far the reading of many files has come, in one line."""

from textual.content import Content
from textual.reactive import reactive

from mile18.tui.widgets.drawn import Drawn


class LoadingLine(Drawn):
    """Words and a bar while files are read; no line at all once they are."""

    done: reactive[int] = reactive(0)
    total: reactive[int] = reactive(0)

    def on_mount(self) -> None:
        """Nothing is read yet."""
        self.display = False

    def tell(self, done: int, total: int) -> None:
        """Show how many of how many are read."""
        self.done, self.total = done, total
        self.display = done < total

    def draw(self, width: int, height: int) -> Content:
        """The count in words first, the bar in what room is left."""
        words = f" Reading {self.done} of {self.total} "
        room = max(0, width - len(words) - 1)
        filled = room * self.done // max(1, self.total)
        return Content.assemble(
            words, ("█" * filled, "$accent"), ("░" * (room - filled), "$foreground-muted")
        )
