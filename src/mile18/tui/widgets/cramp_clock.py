"""The pinned clock of a cramp: title and count, bar or sentence, and the next key."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Digits

from mile18.tui.cramp_timer import Timer
from mile18.tui.widgets.readiness_panel import beside

ALL_LINES = 4


class ClockText(Widget):
    """The lines of the clock, drawn for the room there is."""

    timer: reactive[Timer | None] = reactive(None)
    big: reactive[bool] = reactive(False)

    def render(self) -> Content:
        """Title with the count, bar and sentence, keys; one of the middle two if room is short."""
        if self.timer is None:
            return Content("")
        timer, (width, height) = self.timer, self.content_size
        middle = [_says(timer, width)]
        if timer.done is not None:
            bar = _bar(timer, timer.done, width)
            middle = [bar, *middle] if height >= ALL_LINES else middle if timer.urgent else [bar]
        return Content("\n").join([self._title(timer, width), *middle, _keys(timer, width)])

    def _title(self, timer: Timer, width: int) -> Content:
        title = Content.styled(timer.title, "bold $text-accent")
        if not timer.figure:
            return title.truncate(width, ellipsis=True)
        style = "$foreground-muted" if self.big else "bold"
        count = Content.assemble((timer.label, "$foreground-muted"), " ", (timer.figure, style))
        return beside(title, count, width)


class CrampClock(Horizontal):
    """The lines, with the count in large digits beside them where there is room."""

    timer: reactive[Timer | None] = reactive(None)

    def compose(self) -> ComposeResult:
        """Text and digits."""
        yield ClockText()
        yield Digits()

    def watch_timer(self) -> None:
        """Show the new count."""
        for text in self.query(ClockText):
            text.timer = self.timer
            text.big = self.query_one(Digits).display
        for digits in self.query(Digits):
            digits.update(self.timer.figure if self.timer else "")


def _says(timer: Timer, width: int) -> Content:
    fitting = (text for text in timer.says if len(text) <= width)
    text = next(fitting, timer.says[-1] if timer.says else "")
    return Content.styled(text, "bold" if timer.urgent else "").truncate(width, ellipsis=True)


def _bar(timer: Timer, done: float, width: int) -> Content:
    room = max(1, width - len(timer.mark) - 1)
    full = int(done * room + 0.5)
    return Content.assemble(
        ("━" * full, "$accent"),
        ("╌" * (room - full), "$foreground-muted"),
        " ",
        (timer.mark, "bold" if done >= 1 else ""),
    )


def _keys(timer: Timer, width: int) -> Content:
    for gap, brief in (("   ", False), (" ", False), (" ", True)):
        parts = []
        for key, action, word, fewer in timer.keys:
            said = (f" {fewer if brief else word}", "bold")
            part = Content.assemble((f" {key} ", "bold reverse"), said)
            parts.append(part.stylize(f"@click=screen.{action}"))
        line = Content(gap).join(parts)
        if line.cell_length <= width:
            break
    return line.truncate(width, ellipsis=True)
