"""What stands over the steps while a cramp lasts: the count, its mark, and the next key."""

from dataclasses import dataclass

from mile18.plan.cramp.muscles import HELD_LONG_SECONDS, HOLD_MARK_SECONDS, WONT_LET_GO
from mile18.plan.cramp.muscles import find_muscle as find_muscle
from mile18.plan.cramp.steps import RECURRENCE_SECONDS, WALK_SECONDS
from mile18.tui.cramp_scene import Scene, muscle_name
from mile18.tui.cramp_state import Phase
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
