"""The few sentences that every screen and the shell say alike: gate, countdown, next steps."""

from mile18.dates import day_words
from mile18.factor import Countdown
from mile18.profile import Profile, question_by_id
from mile18.readiness import Lever, Readiness
from mile18.topics.health.gate import Gate, speaks_against_running
from mile18.units import Units, amount, clock, pace

GATE_MARKS = {"clear": "✓", "not answered": "?", "ask first": "!", "do not race today": "✗"}
# Where there is no room for more; it must not read as leave to race.
GATE_SHORT = {
    "clear": "no symptoms",
    "not answered": "not answered",
    "ask first": "ask first",
    "do not race today": "do not race",
}
STEPS_SHOWN = 5
LOOK_BACK = "Look back: what you did against what you planned"
NEXT_RACE = "Next race: make it from this one and keep what lasts"


def gate_words(gate: Gate) -> str:
    """The health gate in a line: its status, and the first reason with how many more there are."""
    words = gate_title(gate)
    if gate.status in ("clear", "not answered") or not gate.reasons:
        return words
    more = f" (+{len(gate.reasons) - 1} more)" if len(gate.reasons) > 1 else ""
    return f"{words}. {gate.reasons[0].text}{more}"


def gate_short(gate: Gate) -> str:
    """The same in two or three words."""
    return gate.reported or GATE_SHORT[gate.status]


def gate_title(gate: Gate) -> str:
    """The status of the health gate alone; what was reported is never passed over."""
    return {
        "clear": f"Health check: {f'reported; {gate.reported}' if gate.reported else 'nothing reported'}",
        "not answered": "Health check: not answered yet",
        "ask first": "Health check: ask first",
        "do not race today": "Do not race or train hard now",
    }[gate.status]


def countdown_words(countdown: Countdown) -> str:
    """How far the race is, in words: `12 days left`, `tomorrow`, `no race date`."""
    days = countdown.days
    if days is None:
        return "no race date"
    if days < 0:
        return "raced yesterday" if days == -1 else f"raced {-days} days ago"
    return {0: "race day", 1: "race tomorrow"}.get(days, f"{days} days left")


def next_title(readiness: Readiness) -> str:
    """The title of the next steps, with why the first of them may have fewer points than another."""
    points = [lever.points for lever in readiness.possible]
    over = readiness.countdown.days is not None and readiness.countdown.days < 0
    if readiness.gate.shut or over or points == sorted(points, reverse=True):
        return "Do next"
    return "Do next, pacing first"


def next_steps(readiness: Readiness) -> list[str]:
    """The next things worth doing, most points first; what to answer once nothing else is left.

    After the race only looking back is left, and the next race. While the health gate is shut,
    what it says comes instead.
    """
    if readiness.gate.shut:
        return [reason.text for reason in readiness.gate.reasons[:STEPS_SHOWN]]
    if readiness.countdown.days is not None and readiness.countdown.days < 0:
        return [LOOK_BACK, NEXT_RACE]
    steps = [f"+{lever.points:.1f}  {lever.action}" for lever in worth_doing(readiness)]
    for name in readiness.open_questions:
        if len(steps) >= STEPS_SHOWN:
            break
        steps.append(f"Answer: {question_by_id(name).prompt}")
    return steps


def loud_warnings(readiness: Readiness) -> list[str]:
    """The dangers in what is planned, which come before everything that is worth doing."""
    return [each.text for each in readiness.warnings if each.loud]


def worth_doing(readiness: Readiness) -> tuple[Lever, ...]:
    """The levers to show."""
    return readiness.possible[:STEPS_SHOWN]


def too_late(readiness: Readiness) -> str:
    """What it is too late for, with the days each would need; empty if nothing."""
    late = [f"{lever.title} ({lever.lead_days} days)" for lever in readiness.too_late]
    return "Too late for this race: " + "; ".join(late) if late else ""


def race_line(profile: Profile, countdown: Countdown, units: Units) -> str:
    """The race in a line: name, date, days, goal time and pace, as far as they are known."""
    return " · ".join((race_name(profile), *race_facts(profile, countdown, units)))


def race_name(profile: Profile) -> str:
    """What the race is called."""
    return profile.race.name or "Race without a name"


def race_facts(profile: Profile, countdown: Countdown, units: Units) -> tuple[str, ...]:
    """Date, days, goal time and pace, as far as they are known; what matters most comes last.

    While symptoms speak against running there is no goal.
    """
    race, said = profile.race, []
    if race.date:
        said += [day_words(race.date), countdown_words(countdown)]
    if speaks_against_running(profile.health):
        return tuple(said)
    if race.distance and not race.goal_time:
        said.append(amount(race.distance, "km", units))
    if race.goal_time:
        goal = f"goal {clock(race.goal_time)}"
        if race.distance:
            goal += f" ({pace(race.goal_time / race.distance, units)})"
        said.append(goal)
    return tuple(said)
