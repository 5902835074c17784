"""What stays in sight of race day: its parts with their keys, and the figures at a glance."""

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive

from mile18.drawing import Row
from mile18.plan.day.day import RaceDay
from mile18.plan.day.plots import course_plot, course_strip
from mile18.plan.words import GATE_MARKS, countdown_words, gate_words
from mile18.tui.drawing import MUTED, Drawn, hanging, plot_row
from mile18.tui.panel import GATE_STYLES
from mile18.tui.race_day.glance import glance_lines
from mile18.tui.race_day.parts import NAMED, Named
from mile18.units import SI, Units

GATE_LINES = 4
LEAST_STRIP = 28


class DayBar(Drawn):
    """The parts in the order of the page, the one under the cursor marked; a click leads there."""

    titles: reactive[tuple[str, ...]] = reactive(())
    here: reactive[str] = reactive("")

    def draw(self, width: int, height: int) -> Content:
        """Key and word; where not all words fit, the part under the cursor and the way to others."""
        shown = sorted(
            (each for each in NAMED if each.title in self.titles),
            key=lambda each: self.titles.index(each.title),
        )
        for gap in ("  ", " "):
            line = Content(gap).join(self._part(each, roomy=True) for each in shown)
            if line.cell_length <= width:
                return line
        here = [self._part(each, roomy=True) for each in shown if each.title == self.here]
        letters = Content(" ").join(self._part(each, roomy=False) for each in shown)
        return Content("  ").join([*here, Content("← → or a letter:"), letters])

    def _part(self, each: Named, *, roomy: bool) -> Content:
        word = f" {each.word}" if roomy else ""
        text = Content.assemble((each.key, "bold $accent"), word)
        text = text.stylize("bold reverse") if roomy and each.title == self.here else text
        return text.stylize(f"@click=screen.jump('{each.title}')")


class DayGate(Drawn):
    """The health check in one line, where there is no room for the overview."""

    day: reactive[RaceDay | None] = reactive(None)

    def draw(self, width: int, height: int) -> Content:
        """As much as fits."""
        return _gate(self.day).truncate(width, ellipsis=True) if self.day else Content("")


class DayCourse(Drawn):
    """The course with portions and stations, in sight whatever is read; two lines in little room."""

    day: reactive[RaceDay | None] = reactive(None, layout=True)
    units: reactive[Units] = reactive(SI)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the course takes."""
        return len(self._rows(width))

    def draw(self, width: int, height: int) -> Content:
        """The rows."""
        rows = self._rows(width)[:height]
        return Content("\n").join(plot_row(row.text, row.hints) for row in rows)

    def _rows(self, width: int) -> tuple[Row, ...]:
        if self.day is None or self.day.gate.shut or width < LEAST_STRIP:
            return ()
        if self.screen.has_class("-wide") and self.screen.has_class("-tall"):
            return course_plot(self.day, self.units, width)
        return course_strip(self.day, width)


class DayOverview(Drawn):
    """The health check, then the figures of the day, where there is room beside the page."""

    day: reactive[RaceDay | None] = reactive(None)
    units: reactive[Units] = reactive(SI)

    def draw(self, width: int, height: int) -> Content:
        """As much as fits."""
        if self.day is None:
            return Content("")
        day = self.day
        lines = [
            Content.styled(countdown_words(day.countdown), "bold"),
            *_gate(day).wrap(width)[:GATE_LINES],
            Content(""),
            *glance_lines(day, self.units, width),
        ]
        if missing := len(day.lacks):
            lines += [Content(""), *hanging(f"{missing} not answered yet", width, "? ", MUTED)]
        return Content("\n").join(lines[:height])


def _gate(day: RaceDay) -> Content:
    status = day.gate.status
    return Content.styled(f"{GATE_MARKS[status]} {gate_words(day.gate)}", GATE_STYLES[status])
