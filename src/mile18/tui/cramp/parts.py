"""What to read in each phase of a cramp: parts of lines, each line with its grade."""

from dataclasses import replace

from mile18.evidence.cramp_steps import (
    AFTER,
    AFTERWARDS,
    FIRST_TWITCH,
    NO_PICKLE_JUICE,
    NOT_THIS,
    PICKLE_FACTS,
    RECURRENCE,
    RECURRENCE_CARE,
    RESTART,
    RESTART_NOTE,
    STOP_ACTION,
    WALK_SECONDS,
)
from mile18.evidence.library import GRADES
from mile18.evidence.step import Step
from mile18.evidence.stretches import (
    EASE_OFF,
    FOR_THE_HELPER,
    HELPER_NOTE,
    HOLD_MARK,
    HOLD_STEP,
    HOLD_WHY,
    MUSCLES,
    OFF_COURSE,
    STITCH,
    TEAR,
    Muscle,
)
from mile18.plan.cramp.protocol import (
    SLOWER_BY,
    SLOWER_NOTE,
    after_earlier_cramps,
    find_muscle,
    pickle_juice,
    slower_words,
)
from mile18.plan.cramp.state import ADJUST_SECONDS, HELPED, Phase
from mile18.plan.shut import DO_NOT_RUN_ON, NOW
from mile18.tui.cramp.reading import Line, Part, Reading, key_line, line, numbered
from mile18.tui.cramp.scene import Scene
from mile18.units import amount, clock, from_si, number, pace


def reading(scene: Scene) -> Reading:
    """What to read in the phase that the runner is in."""
    found = {
        Phase.CHOOSE: _choose,
        Phase.HOLD: _hold,
        Phase.REST: _rest,
        Phase.WALK: _walk,
        Phase.RUN: _run,
    }[scene.state.phase](scene)
    if scene.helping:
        return replace(found, first=(_helped_list(scene), *found.first))
    return found


# The phases


def _choose(scene: Scene) -> Reading:
    shown = find_muscle(scene.usual[0]) if scene.usual else None
    general = (OFF_COURSE, HOLD_STEP, EASE_OFF)
    steps = general if shown is None else shown.stretch
    title = "Whichever it is" if shown is None else f"As before: {shown.name.lower()}"
    twitch = Part("", (line(FIRST_TWITCH),))
    menu = Part(
        "", tuple(_muscle(scene, m, before=m.id in scene.usual) for m in MUSCLES), spaced=True
    )
    return Reading(
        (menu, twitch),
        (Part(title, numbered(steps), spaced=True), _grades()),
        "A cramp comes",
        HOLD_WHY.text,
        (FIRST_TWITCH, *steps, HOLD_WHY),
    )


def _hold(scene: Scene) -> Reading:
    muscle = find_muscle(scene.state.muscle)
    lines = list(numbered(muscle.stretch))
    if muscle.instead is not None:
        lines.append(line(muscle.instead, "–"))
    lines.append(line(muscle.helper, "+"))
    care = [TEAR, FOR_THE_HELPER]
    if muscle.id == "trunk":
        care.append(STITCH)
    why = (HOLD_WHY, HOLD_MARK, HELPER_NOTE)
    return Reading(
        (
            Part("", tuple(lines), spaced=True),
            Part("Take care", tuple(line(each) for each in care)),
        ),
        (
            Part("How well this is known", tuple(line(each) for each in why)),
            _other_muscle(scene, "Another muscle? Its letter"),
            _grades(),
        ),
        muscle.heading,
        HOLD_WHY.text,
        (*muscle.stretch, muscle.helper, *care, *why),
        muscle.evidence,
    )


def _rest(scene: Scene) -> Reading:
    pickle: tuple[Step, ...] = (NO_PICKLE_JUICE,)
    title = "No pickle juice"
    if scene.moment.pickle_juice:
        pickle = (pickle_juice(scene.moment.body_mass_kg), *PICKLE_FACTS)
        title = "Pickle juice, if you carry it"
    return Reading(
        (
            Part("Now", tuple(line(each) for each in AFTER)),
            Part(title, tuple(line(each) for each in pickle)),
            Part("Not for a cramp", tuple(line(each) for each in NOT_THIS)),
        ),
        (*_restart(scene), *_finish(scene), _log(scene), _not_yet(scene), _grades()),
        "Once it lets go",
        RESTART_NOTE,
        (*AFTER, *pickle, *NOT_THIS, *_restart_steps(scene)),
    )


def _walk(scene: Scene) -> Reading:
    return Reading(
        (*_restart(scene), _other_muscle(scene, "Another muscle cramps? Its letter")),
        (*_finish(scene), _log(scene), _not_yet(scene), _grades()),
        "Start again",
        RESTART_NOTE,
        (*_restart_steps(scene), SLOWER_NOTE),
    )


def _run(scene: Scene) -> Reading:
    care: tuple[Step, ...] = (RECURRENCE_CARE, RESTART[2], RESTART[-1])
    if not scene.moment.may_run_on:
        care = (DO_NOT_RUN_ON, *NOW)
    return Reading(
        (
            Part("For the next hour", tuple(line(each) for each in (RECURRENCE, *care))),
            *_finish(scene),
            _log(scene),
        ),
        (
            _other_muscle(scene, "A new cramp? Its letter"),
            Part("After the race", tuple(line(each) for each in (STOP_ACTION[0], *AFTERWARDS))),
            _not_yet(scene),
            _grades(),
        ),
        "The hour after a cramp",
        RECURRENCE.text,
        (RECURRENCE, *care, SLOWER_NOTE, STOP_ACTION[0], *AFTERWARDS),
    )


# The parts


def _the_hour() -> tuple[Step, ...]:
    return (RECURRENCE, RECURRENCE_CARE)


def _restart_steps(scene: Scene) -> tuple[Step, ...]:
    if not scene.moment.may_run_on:
        return DO_NOT_RUN_ON, *NOW
    return *RESTART, *_the_hour()


def _restart(scene: Scene) -> tuple[Part, ...]:
    if not scene.moment.may_run_on:
        return (Part("Do not run on", tuple(line(each) for each in _restart_steps(scene))),)
    return _start_again(scene), Part("The next hour", tuple(line(each) for each in _the_hour()))


def _start_again(scene: Scene) -> Part:
    here = 0
    if scene.state.phase is Phase.WALK:
        here = 1 if scene.state.in_phase(scene.now) < WALK_SECONDS[0] else 2
    lines = [
        line(each, f"{'▸' if at == here else ' '}{at + 1}", strong=at == here)
        for at, each in enumerate(RESTART)
    ]
    earlier = after_earlier_cramps(scene.moment.cramped_before)
    if earlier is not None:
        lines.append(line(earlier))
    return Part("Start again", (*lines, Line(RESTART_NOTE, quiet=True)))


def _finish(scene: Scene) -> tuple[Part, ...]:
    if not scene.moment.may_run_on:
        return ()
    keys, units = scene.keys, scene.units
    found = scene.finish
    lines = []
    if isinstance(found, tuple):
        lines.append(Line(found[0], strong=True))
        lines.append(Line(f"Stopped so far: {scene.stop_words}"))
    else:
        goal = clock(scene.moment.goal_seconds or 0)
        at_km = amount(scene.at_km or 0, "km", units)
        lines += [
            Line(
                f"{clock(found.finish_seconds)} at {pace(found.pace_after, units)}, "
                f"{slower_words(scene.state.slower)}",
                strong=True,
            ),
            Line(
                f"Goal {goal}, even {pace(found.pace_before, units)} up to {at_km}, "
                f"then stopped {scene.stop_words}: {clock(found.lost_seconds)} lost. "
                "Arithmetic, not a promise."
            ),
        ]
    lines.append(line(SLOWER_NOTE, ""))
    entered = []
    unit = "mile" if units.distance == "mi" else "km"
    if scene.suggestion is not None and not scene.state.place:
        shown, _ = from_si(scene.suggestion, "km", units)
        said = f"take {unit} {number(shown, 0)}: about there by the clock and goal pace"
        entered.append(key_line(said, keys["suggestion"], "suggestion"))
    slower = ", ".join(map(slower_words, SLOWER_BY))
    entered += [
        key_line(f"the {unit}; backspace takes a digit back", "0–9"),
        key_line(f"{ADJUST_SECONDS} s more or less stopped", f"{keys['more']} {keys['less']}"),
        key_line(slower, keys["slower"], "slower"),
    ]
    return Part("New finish", tuple(lines)), Part("", tuple(entered))


def _log(scene: Scene) -> Part:
    said = ", ".join(HELPED[each] for each in scene.state.helped) or "not answered"
    forget = "again: yes, forget this cramp" if scene.forgetting else "forget it: this was a try"
    lines = (
        Line(scene.logged),
        key_line(f"what helped: {said}", scene.keys["helped"], "helped"),
        key_line("copy it as text", scene.keys["copy"], "copy"),
        key_line(forget, scene.keys["forget"], "forget"),
    )
    return Part("Your log", lines)


def _helped_list(scene: Scene) -> Part:
    lines = [
        key_line(f"{'✓' if each in scene.state.helped else '·'} {label}", str(at), f"say('{each}')")
        for at, (each, label) in enumerate(HELPED.items(), start=1)
    ]
    lines.append(key_line("close", scene.keys["helped"], "helped"))
    return Part("What helped? Press its number", tuple(lines), spaced=True)


def _other_muscle(scene: Scene, title: str) -> Part:
    return Part(title, tuple(_muscle(scene, m) for m in MUSCLES if m.id != scene.state.muscle))


def _not_yet(scene: Scene) -> Part:
    if scene.state.before is None:
        return Part("", ())
    return Part(
        "", (key_line("one step back: pressed too early", scene.keys["back-step"], "back_step"),)
    )


def _grades() -> Part:
    lines = [Line(meaning, letter, quiet=True) for letter, meaning in GRADES.items()]
    lines.append(Line("Goes further than its source: practical advice.", "*", quiet=True))
    return Part("Grades", tuple(lines))


def _muscle(scene: Scene, muscle: Muscle, *, before: bool = False) -> Line:
    text = f"{muscle.name}, as before" if before else muscle.name
    return Line(
        text,
        scene.keys[muscle.id],
        strong=True,
        action=f"muscle('{muscle.id}')",
        chip=True,
        more=muscle.anatomy,
    )
