"""The live panel: the interval, the health gate, the next things worth doing, and the factors."""

from textual.content import Content
from textual.reactive import reactive

from mile18 import drawing
from mile18.factor import Factor, span
from mile18.plan.pictures.trail import LINE_ROWS, trail_rows
from mile18.plan.words import (
    GATE_MARKS,
    LOOK_BACK,
    NEXT_RACE,
    STEPS_SHOWN,
    countdown_words,
    gate_short,
    gate_words,
    loud_warnings,
    next_steps,
    next_title,
)
from mile18.readiness import Readiness
from mile18.topics.health.gate import Gate
from mile18.tui.drawing import Drawn, plot_row, shortened
from mile18.units import SI, Units, localise

GATE_STYLES = {
    "clear": "bold $text-success",
    "not answered": "bold $foreground-muted",
    "ask first": "bold $text-warning",
    "do not race today": "bold $text-error",
}
ROOMY = 40
TALL, HIGH = 26, 34
STEP_LINES, STEP_LINES_TALL = 2, 3
LEAST_STEPS = 3
FULL_GATE = FULL_WARNING = 8
WARNING_LINES = 3
QUIET_LINES = 3


def bar(low: float, high: float, width: int, then: float = 0) -> Content:
    """An interval as a bar: full up to the low end, shaded as far as the answers leave open.

    A line shows how far the low end would come by `then`, if the next steps are done.
    """
    filled, possible, gained = (int(each * width / 100 + 0.5) for each in (low, high, then))
    row = drawing.bar(filled, possible, width, gained=gained)
    return plot_row(row.text, row.hints)


def beside(left: Content, right: Content, width: int) -> Content:
    """Two texts at the two ends of one line."""
    left = left.truncate(max(0, width - right.cell_length - 1), ellipsis=True)
    return Content.assemble(left, " " * max(1, width - left.cell_length - right.cell_length), right)


class ReadinessPanel(Drawn):
    """Readiness as it stands, drawn in one go for the room there is."""

    readiness: reactive[Readiness | None] = reactive(None)
    real: reactive[Readiness | None] = reactive(None)
    topic: reactive[str] = reactive("")
    units: reactive[Units] = reactive(SI)

    def draw(self, width: int, height: int) -> Content:
        """Everything that fits, the most important first."""
        if self.readiness is None:
            return Content("")
        lines = panel_lines(self.readiness, self.topic, width, height, self.units, self.real)
        return Content("\n").join(lines[:height])


ROOMY_STRIP = 50


class ReadinessStrip(ReadinessPanel):
    """The panel folded to two lines, for small terminals."""

    def draw(self, width: int, height: int) -> Content:
        """The interval, the gate and the next step."""
        if self.readiness is None:
            return Content("")
        readiness = self.readiness
        gate = readiness.gate
        head = beside(
            Content.assemble(
                "Readiness " if width >= ROOMY_STRIP and not self.real else "",
                (_figure(readiness, self.real), "bold $text-accent"),
                "  " if self.real else "  health ",
                (f"{GATE_MARKS[gate.status]} {gate_short(gate)}", GATE_STYLES[gate.status]),
            ),
            Content.styled("" if self.real else "F6 all", "$foreground-muted"),
            width,
        )
        steps = [*(f"! {each}" for each in loud_warnings(readiness)), *_steps(readiness)]
        text = localise(steps[0], self.units) if steps else countdown_words(readiness.countdown)
        return Content("\n").join([head, *shortened(text, width, 1)])


def panel_lines(
    readiness: Readiness,
    topic: str,
    width: int,
    height: int,
    units: Units,
    real: Readiness | None = None,
) -> list[Content]:
    """The panel's lines for a width and a height; `real` stands beside what is tried."""
    wide = width >= ROOMY
    gap = [Content("")] if height >= TALL else []
    headline = _headline(readiness, width, real)
    trail = _trail(real or readiness, width, LINE_ROWS if height >= HIGH else 1)
    head = [
        *gate_lines(readiness.gate, width, 3 if wide else 2),
        *warning_lines(readiness, width, units, tall=height >= TALL),
        *gap,
    ]
    factors = [
        _factor(each, then.low, each.rule.topic == topic, width)
        for each, then in zip(readiness.factors, readiness.then, strict=True)
    ]
    shut = readiness.gate.shut
    arithmetic = _arithmetic(readiness, topic, width, units) if wide and not shut else []
    room = height - len(headline) - len(head) - len(factors) - len(gap)
    most = STEP_LINES_TALL if height >= TALL else STEP_LINES

    def steps_in(left: int) -> list[Content]:
        steps = _next(readiness, width, left - len(arithmetic), most, units)
        return max(steps, _next(readiness, width, left, most, units, LEAST_STEPS), key=len)

    # What is to be done, and every factor, say more than where one comes from.
    steps = steps_in(room - len(trail))
    if trail and not steps:
        steps = steps_in(room)
        if steps or room < len(trail):
            trail = []
    return [*headline, *trail, *head, *steps, *gap, *factors, *arithmetic]


def _figure(readiness: Readiness, real: Readiness | None) -> str:
    figure = span(readiness.overall.low, readiness.overall.high)
    return f"{span(real.overall.low, real.overall.high)} → {figure}" if real else figure


def _headline(readiness: Readiness, width: int, real: Readiness | None) -> list[Content]:
    now, then = readiness.overall, readiness.race_morning
    lines = [
        beside(
            Content.styled("Now → what if" if real else "Readiness", "bold"),
            Content.styled(_figure(readiness, real), "bold $text-accent"),
            width,
        ),
        bar(now.low, now.high, width, then.low),
    ]
    if then != now:
        label = "on race morning, if you do these" if width >= ROOMY else "race morning, if done"
        lines.append(
            beside(Content(label), Content.styled(span(then.low, then.high), "bold"), width)
        )
    return lines


def _trail(readiness: Readiness, width: int, height: int) -> list[Content]:
    return [plot_row(row.text, row.hints) for row in trail_rows(readiness, width, height)]


def gate_lines(gate: Gate, width: int, most: int) -> list[Content]:
    """The health check in at most so many lines; one that is shut says what to do in full.

    A clear one is said in fewer words where there is little room.
    """
    most = FULL_GATE if gate.shut else most
    words = f"{GATE_MARKS[gate.status]} {gate_words(gate)}"
    if len(words) > width and gate.status == "clear":
        words = f"{GATE_MARKS[gate.status]} Health check: {gate_short(gate)}"
    return [line.stylize(GATE_STYLES[gate.status]) for line in shortened(words, width, most)]


def warning_lines(readiness: Readiness, width: int, units: Units, *, tall: bool) -> list[Content]:
    """The dangers in what is planned, loud ones first; the others only where there is room."""
    most = FULL_WARNING if tall else WARNING_LINES
    return [
        line.stylize("bold $text-error" if each.loud else "$text-warning")
        for each in readiness.warnings
        if each.loud or tall
        for line in shortened(
            f"{'!' if each.loud else '-'} {localise(each.text, units)}",
            width,
            most if each.loud else min(most, QUIET_LINES),
        )
    ]


def _factor(each: Factor, then: int, here: bool, width: int) -> Content:
    title = Content.styled(each.rule.title, "bold" if here else "")
    grade = f"  of {each.weight:>2}  {each.rule.grade}" if width >= ROOMY else ""
    if not each.applies:
        return beside(title, Content.styled("not needed", "$foreground-muted"), width)
    title_width = 18
    figure = f"{span(each.low, each.high):>7}"
    room = width - title_width - len(figure) - len(grade)
    shown = title.truncate(title_width - 1, ellipsis=True)
    return Content.assemble(
        shown,
        " " * (title_width - shown.cell_length),
        bar(each.low, each.high, max(4, room), then),
        (figure, "bold"),
        (grade, "$foreground-muted"),
    )


def _arithmetic(readiness: Readiness, topic: str, width: int, units: Units) -> list[Content]:
    lines: list[Content] = []
    for each in readiness.factors:
        if each.rule.topic == topic:
            text = f"{each.rule.title}: {localise(each.arithmetic, units)}"
            lines += [Content(""), *Content.styled(text, "$foreground-muted").wrap(width)]
    return lines


def _steps(readiness: Readiness) -> list[str]:
    """The next steps, with the keys of those that have a screen."""
    keys = {LOOK_BACK: "^g", NEXT_RACE: "F5, a"}
    return [
        step.replace(":", f" ({keys[step]}):", 1) if step in keys else step
        for step in next_steps(readiness)
    ]


def _next(
    readiness: Readiness,
    width: int,
    room: int,
    most: int,
    units: Units,
    steps: int = STEPS_SHOWN,
) -> list[Content]:
    lines = [
        beside(
            Content.styled(next_title(readiness), "bold"),
            Content.styled(countdown_words(readiness.countdown), "$foreground-muted"),
            width,
        )
    ]
    for at, step in enumerate(_steps(readiness)[:steps], start=1):
        wrapped = shortened(localise(step, units), width - 3, most)
        if len(lines) + len(wrapped) > room:
            break
        lines.append(Content.assemble((f"{at}  ", "$accent"), wrapped[0]))
        lines += [Content.assemble("   ", more) for more in wrapped[1:]]
    # A title with nothing under it says nothing.
    return lines if len(lines) > 1 else []
