"""What stands over the steps while a cramp lasts: the count, its mark, and the next key."""

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Digits

from mile18.drawing import progress
from mile18.evidence.cramp_steps import RECURRENCE_SECONDS, WALK_SECONDS
from mile18.evidence.stretches import HELD_LONG_SECONDS, HOLD_MARK_SECONDS, WONT_LET_GO
from mile18.plan.cramp.protocol import find_muscle
from mile18.plan.cramp.state import Phase
from mile18.tui.cramp.scene import Scene, muscle_name
from mile18.tui.drawing import plot_row
from mile18.tui.panel import beside
from mile18.units import clock


@dataclass(frozen=True, slots=True)
class Timer:
    """A title, a figure with its word, a bar from 0 to 1, one sentence, and keys.

    A key is its sign, the screen's action, and what that does, in words and in fewer. `says` holds wordings of one sentence, the longest first; `urgent` puts it before the bar where
    only one of the two has room.
    """

    title: str
    figure: str = ""
    label: str = ""
    done: float | None = None
    mark: str = ""
    says: tuple[str, ...] = ()
    urgent: bool = False
    keys: tuple[tuple[str, str, str, str], ...] = ()


def timer(scene: Scene) -> Timer:
    """The timer of the phase that the runner is in."""
    return {
        Phase.CHOOSE: _choose,
        Phase.HOLD: _hold,
        Phase.REST: _rest,
        Phase.WALK: _walk,
        Phase.RUN: _run,
    }[scene.state.phase](scene)


def _choose(scene: Scene) -> Timer:
    keys: tuple[tuple[str, str, str, str], ...] = (
        (scene.keys["several"], "several", "several at once", "several"),
    )
    if scene.usual:
        first = find_muscle(scene.usual[0]).label
        keys = ((scene.keys["usual"], "usual", f"{first}, as before", first), *keys)
    return Timer(
        "Which muscle cramps?",
        says=("Press its letter. The count starts at once.", "Press its letter: the count starts."),
        keys=keys,
    )


def _hold(scene: Scene) -> Timer:
    held = scene.state.in_phase(scene.now)
    past = held >= HOLD_MARK_SECONDS
    on = ("Hold still until it lets go. No bouncing.", "Hold until it lets go. No bouncing.")
    more = (
        f"Past {HOLD_MARK_SECONDS} s. Still cramping? Keep holding: until it lets go.",
        "Still cramping? Keep holding.",
    )
    if held >= HELD_LONG_SECONDS:
        more = (WONT_LET_GO.text, "Not letting go? Sit down, send for the medics.")
    back = ", again" if scene.state.came_back else ""
    return Timer(
        muscle_name(scene.state.muscle) + back,
        figure=_count(held),
        label="hold",
        done=min(1.0, held / HOLD_MARK_SECONDS),
        mark=f"{HOLD_MARK_SECONDS} s",
        says=more if past else on,
        urgent=past,
        keys=((scene.keys["step"], "step", "it let go", "it let go"),),
    )


def _rest(scene: Scene) -> Timer:
    return Timer(
        f"It let go after {clock(scene.state.held)}",
        figure=_count(scene.state.in_phase(scene.now)),
        label="rest",
        says=("Wait until it does not hurt at rest.",),
        keys=(
            (scene.keys["step"], "step", "walking now", "walking"),
            (scene.keys["again"], "again", "it came back", "came back"),
        ),
    )


def _walk(scene: Scene) -> Timer:
    least, most = WALK_SECONDS
    walked = scene.state.in_phase(scene.now)
    enough = walked >= least
    if not scene.moment.may_run_on:
        return Timer(
            "Do not run on",
            says=("Walk to where you can get help, if that does not hurt.", "Walk to help."),
            keys=((scene.keys["again"], "again", "it came back", "came back"),),
        )
    says = ("Walk. Go on only if that does not hurt.", "Walk, if that does not hurt.")
    if enough:
        says = (f"{least // 60} min walked. If nothing hurts, jog easily.", "No pain? Jog easily.")
    return Timer(
        "Walk 1–2 min",
        figure=_count_down(most - walked),
        label="left",
        done=min(1.0, walked / most),
        mark=f"{most // 60} min",
        says=says,
        urgent=enough,
        keys=(
            (scene.keys["step"], "step", "running again", "running"),
            (scene.keys["again"], "again", "it came back", "came back"),
        ),
    )


def _run(scene: Scene) -> Timer:
    left = scene.state.watch(scene.now)
    if not scene.moment.may_run_on:
        return _walk(scene)
    says = (
        "For this hour the muscle may cramp again more easily: stay slower.",
        "It may come back more easily: slower.",
    )
    if not left:
        says = (
            "The hour is over. That is no promise: ease off if it tightens.",
            "The hour is over.",
        )
    return Timer(
        "Running again",
        figure=_count_down(left),
        label="watch",
        done=1 - left / RECURRENCE_SECONDS,
        mark="1 h",
        says=says,
        urgent=not left,
        keys=((scene.keys["again"], "again", "it came back", "came back"),),
    )


def _count(seconds: float) -> str:
    """A count that runs up shows whole seconds gone by."""
    return clock(int(seconds))


def _count_down(seconds: float) -> str:
    """A count that runs down reaches nothing only at the end."""
    return clock(-int(-max(0.0, seconds) // 1))


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
    row = progress(int(done * room + 0.5), room)
    mark = Content.styled(timer.mark, "bold" if done >= 1 else "")
    return Content.assemble(plot_row(row.text, row.hints), " ", mark)


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


class CrampFoot(Widget):
    """The longest wording that fits."""

    words: reactive[tuple[str, ...]] = reactive(())
    aside: reactive[str] = reactive("")

    def render(self) -> Content:
        """One line."""
        width = self.content_size.width
        text = next((each for each in self.words if len(each) <= width), (*self.words, "")[-1])
        left = Content.styled(text, "bold").truncate(width, ellipsis=True)
        if left.cell_length + len(self.aside) + 2 > width:
            return left
        return beside(left, Content.styled(self.aside, "$foreground-muted"), width)
