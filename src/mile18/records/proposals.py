"""From what was read to answers: each with how it was reckoned, from how many, and how sure it is."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from statistics import mean, median
from typing import Any, Literal

from msgspec import Struct

from mile18.entry import bounds, out_of_bounds
from mile18.profile import Profile, question_by_id
from mile18.question import questions
from mile18.records.activity import Activity, Contents, Night, Weighing
from mile18.records.pace import metres_at
from mile18.records.raced import OwnRace, own_race
from mile18.records.weeks import Paced, RunWeek, monday_of, weeks_of
from mile18.science.pace import MARATHON_KM, riegel
from mile18.topics.race.questions import DISTANCES, target
from mile18.topics.sleep import Night as SleptNight
from mile18.units import clock, counted, number

Quality = Literal["measured", "few", "ask"]
WEEKS = 8
DAYS_LONG, DAYS_RACE, DAYS_MASS = 70, 180, 60
NIGHTS, NIGHTS_USUAL = 14, 28
FEWEST_WEEKS, FEWEST_NIGHTS, FEWEST_USUAL = 3, 3, 7
_OFFICIAL = {float(km): name for km, name in DISTANCES.items() if float(km) <= MARATHON_KM}
_RACE_WITHIN = 0.02
# One weighing that lies this far from the others is somebody else on the scale.
_OTHER_BODY = 0.05
# What counts as hard in three days is a judgement, and is asked about.
_HARD_S, _SOME_S, _HARD_PACE_M, _SOME_PACE_M = 5400.0, 2700.0, 3000.0, 1000.0


class Proposal(Struct, frozen=True, kw_only=True):
    """What the files would answer: questions that go together, with their values.

    `how` says how it was reckoned, from `n` of what; `ask` means that only the runner can tell.
    """

    answers: tuple[tuple[str, Any], ...]
    how: str
    n: int
    quality: Quality

    @property
    def question(self) -> str:
        """The question that it is known by, the first of them."""
        return self.answers[0][0]

    def changes(self, profile: Profile) -> bool:
        """Whether it would change anything."""
        return any(profile.answer(question) != value for question, value in self.answers)

    @property
    def out_of_bounds(self) -> str:
        """Why a race file may not hold it; empty if it may."""
        return next(
            (
                why
                for question, value in self.answers
                if isinstance(value, int | float)
                and (why := out_of_bounds(question_by_id(question), value))
            ),
            "",
        )


class Proposed(Struct, frozen=True, kw_only=True):
    """All that follows from what was read, and sentences on what is too little to say."""

    runs: int
    nights: int
    weeks: tuple[RunWeek, ...]
    slept: tuple[Night, ...]
    proposals: tuple[Proposal, ...]
    lacking: tuple[str, ...]
    sources: tuple[str, ...]
    race: OwnRace | None


def proposed(
    found: Contents,
    profile: Profile,
    today: date,
    progress: Callable[[str, int, int], None] = lambda *_: None,
) -> Proposed:
    """What the sessions, nights and weighings would answer; what would change nothing is left out."""
    runs = [each for each in found.activities if each.sport == "run" and each.start.date() < today]
    lacking: list[str] = []
    is_over = profile.race.date is not None and today > profile.race.date
    race = own_race(found.activities, profile.race)
    paced = {} if race else _paced(_recent(runs, today, DAYS_LONG), profile, progress)
    weeks = weeks_of(runs, paced, today)
    # What was trained since a race says nothing of how it was prepared.
    answers = (
        [*_own_race(race)]
        if is_over or race
        else [
            *_distance(runs, weeks, today, lacking),
            *_goal_pace(_recent(runs, today, DAYS_LONG), paced, profile, lacking),
            *_strength(found.activities, today),
            *_hard(runs, paced, today),
            *_race(runs, today),
            *_mass(found, today),
            *_nights(found, profile, today, lacking),
            *_temperature(runs, today),
        ]
    )
    lacking += (
        f"{question_by_id(each.question).prompt}: {why}."
        for each in answers
        if (why := each.out_of_bounds)
    )
    values = (found.activities, found.nights, found.weighings)
    return Proposed(
        runs=len(runs),
        nights=sum(night.wake <= today for night in found.nights),
        weeks=weeks,
        slept=tuple(found.nights[-NIGHTS_USUAL:]),
        proposals=tuple(
            each for each in answers if each.changes(profile) and not each.out_of_bounds
        ),
        lacking=tuple(lacking),
        sources=tuple(sorted({each.source for kind in values for each in kind})),
        race=race,
    )


def taken(profile: Profile, chosen: Sequence[Proposal], told: Proposed, today: date) -> Profile:
    """The profile with the chosen proposals as its answers, and a line on where they came from."""
    for each in chosen:
        for question, value in each.answers:
            profile = profile.with_answer(question, value)
    origin = {
        "day": today,
        "sources": told.sources,
        "runs": told.runs,
        "nights": told.nights,
        "answers": tuple(question for each in chosen for question, _ in each.answers),
    }
    return profile.with_changes({"records": origin}) if chosen else profile


def _of(answers: dict[str, Any], how: str, n: int, quality: Quality = "measured") -> Proposal:
    return Proposal(answers=tuple(answers.items()), how=how, n=n, quality=quality)


def _paced(
    runs: Sequence[Activity], profile: Profile, progress: Callable[[str, int, int], None]
) -> Paced:
    """The metres at goal pace of each run that has points, by its start; none without a goal."""
    aim = target(profile.race)
    found: Paced = {}
    for done, run in enumerate(runs):
        progress("goal pace", done, len(runs))
        track = run.track() if run.track and aim else None
        if track is not None and aim is not None:
            found[run.start] = metres_at(track, aim.seconds / aim.km)
    return found


def _recent(runs: Sequence[Activity], today: date, days: int) -> list[Activity]:
    return [run for run in runs if 1 <= (today - run.start.date()).days <= days]


def _distance(
    runs: Sequence[Activity], weeks: Sequence[RunWeek], today: date, lacking: list[str]
) -> Iterator[Proposal]:
    last = weeks[-WEEKS:]
    if len(last) >= FEWEST_WEEKS:
        shown = ", ".join(number(week.km, 1) for week in last)
        yield _of(
            {"training.weekly_distance": round(median(week.km for week in last), 1)},
            f"median of the last {counted(len(last), 'full week')}, Monday to Sunday: {shown} km",
            len(last),
            "measured" if len(last) == WEEKS else "few",
        )
    elif runs:
        lacking.append("Too little to say for the usual week: fewer than three full weeks.")
    near = [run for run in _recent(runs, today, DAYS_LONG) if run.metres]
    if near:
        longest = max(near, key=lambda run: run.metres or 0.0)
        day = longest.start.date()
        yield _of(
            {
                "training.longest_run": round((longest.metres or 0.0) / 1000, 1),
                "training.longest_run_date": day,
            },
            f"longest single run of {counted(len(near), 'run')} in {DAYS_LONG} days, on {day}",
            len(near),
            "few" if longest.incomplete else "measured",
        )


def _goal_pace(
    runs: Sequence[Activity], paced: Paced, profile: Profile, lacking: list[str]
) -> Iterator[Proposal]:
    aim = target(profile.race)
    if not runs:
        return
    if aim is None:
        lacking.append("Too little to say for goal pace: answer distance and goal time first.")
        return
    if not paced:
        lacking.append("Too little to say for goal pace: the files hold totals, no points.")
        return
    missing = len(runs) - len(paced)
    left_out = f"; {counted(missing, 'run')} without points left out" if missing else ""
    pace = clock(round(aim.seconds / aim.km)).removeprefix("0:")
    yield _of(
        {"training.goal_pace_distance": round(sum(paced.values()) / 1000, 1)},
        f"run within 3% of {pace}/km as a 30-second mean, pauses left out, in "
        f"{counted(len(paced), 'run')} of {DAYS_LONG} days{left_out}",
        len(paced),
        "few" if missing else "measured",
    )


def _strength(activities: Sequence[Activity], today: date) -> Iterator[Proposal]:
    sessions = [
        each
        for each in activities
        if each.sport == "strength" and 1 <= (today - each.start.date()).days <= 7 * 26
    ]
    last = monday_of(today) - timedelta(days=7)
    by_week = Counter(monday_of(each.start.date()) for each in sessions)
    recent = sum(by_week[last - timedelta(days=7 * at)] for at in range(WEEKS))
    if not recent:
        return
    unbroken = 0
    while by_week[last - timedelta(days=7 * unbroken)]:
        unbroken += 1
    yield _of(
        {"training.strength_sessions": round(recent / WEEKS, 2)},
        f"{counted(recent, 'strength session')} in the last {WEEKS} full weeks",
        recent,
    )
    if unbroken:
        yield _of(
            {"training.strength_weeks": unbroken},
            "full weeks in a row, up to the last, with a strength session or more",
            sum(by_week[last - timedelta(days=7 * at)] for at in range(unbroken)),
        )


def _hard(runs: Sequence[Activity], paced: Paced, today: date) -> Iterator[Proposal]:
    near = _recent(runs, today, 3)
    if not _recent(runs, today, 14):
        # A file of long ago says nothing of these days.
        return
    longest = max((run.timer or run.elapsed or 0.0 for run in near), default=0.0)
    fast = sum(paced.get(run.start, 0.0) for run in near)
    if longest >= _HARD_S or fast >= _HARD_PACE_M:
        value = "hard"
    else:
        value = "some" if longest >= _SOME_S or fast >= _SOME_PACE_M else "none"
    yield _of(
        {"training.hard_last_3_days": value},
        f"{counted(len(near), 'run')} in three days, the longest {clock(round(longest))}, "
        f"{number(fast / 1000, 1)} km at goal pace; how hard it was only you know",
        len(near),
        "ask",
    )


def _race(runs: Sequence[Activity], today: date) -> Iterator[Proposal]:
    """The best run of about a race's length, by the time it makes of a marathon (Riegel 1.06)."""
    found = [
        (run, km, run.elapsed or run.timer or 0.0)
        for run in _recent(runs, today, DAYS_RACE)
        for km in _OFFICIAL
        if run.metres and abs(run.metres - 1000 * km) <= _RACE_WITHIN * 1000 * km
    ]
    found = [each for each in found if each[2]]
    if not found:
        return
    run, km, seconds = min(found, key=lambda each: riegel(each[2], each[1], MARATHON_KM))
    assert run.metres
    yield _of(
        {
            "race.recent_distance": km,
            "race.recent_time": round(seconds),
            "race.recent_date": run.start.date(),
        },
        f"best of {counted(len(found), 'run')} within 2% of a race's length in {DAYS_RACE} days: "
        f"{_OFFICIAL[km]} in {clock(round(seconds))} on {run.start:%Y-%m-%d}, "
        f"{number(run.metres / 1000, 2)} km by the watch. Was it a race?",
        len(found),
        "ask",
    )


def _own_race(race: OwnRace | None) -> Iterator[Proposal]:
    if race is None:
        return
    told = [f"elapsed and halfway at {number(race.km, 4)} km"]
    if abs(race.measured_km - race.km) >= 0.01:
        told[0] += f", the {number(race.measured_km, 2)} km of the watch scaled to it"
    if race.slowing:
        told.append("slower from km {} on, by {}% of your first half".format(*race.slowing))
    for km, lasted in race.stops:
        told.append(f"stood still for {lasted} s at km {number(km, 1)}: was that a cramp?")
    yield _of(
        {"debrief.time": race.seconds, "debrief.half_time": race.half},
        "; ".join(told),
        len(race.splits),
    )


def _mass(found: Contents, today: date) -> Iterator[Proposal]:
    near = [each for each in found.weighings if 0 <= (today - each.when.date()).days <= DAYS_MASS]
    kept = _one_body(near)
    if others := len(near) - len(kept):
        found.leave_out("weighings", "far from all others: perhaps somebody else", others)
    if kept:
        last = kept[-1]
        yield _of(
            {"race.body_mass": round(last.kg, 1)},
            f"latest of {counted(len(kept), 'weighing')} in {DAYS_MASS} days, on "
            f"{last.when:%Y-%m-%d}",
            len(kept),
        )


def _one_body(weighings: Sequence[Weighing]) -> list[Weighing]:
    if len(weighings) < 3:
        return list(weighings)
    usual = median(each.kg for each in weighings)
    return [each for each in weighings if abs(each.kg - usual) <= _OTHER_BODY * usual]


def _nights(
    found: Contents, profile: Profile, today: date, lacking: list[str]
) -> Iterator[Proposal]:
    (hours,) = (each for each in questions(SleptNight) if each.key == "hours")
    known = [night for night in found.nights if not out_of_bounds(hours, night.hours)]
    if odd := len(found.nights) - len(known):
        found.leave_out("nights", f"their hours lie outside {bounds(hours)}", odd)
    past = [night for night in known if night.wake <= today]
    if not past:
        return
    # The night to today may not be on file yet.
    end = today if past[-1].wake == today else today - timedelta(days=1)
    last = [night for night in past if 0 <= (end - night.wake).days < NIGHTS]
    if len(last) >= FEWEST_NIGHTS:
        felt = {each.date: each for each in profile.sleep.nights or ()}
        slept = {
            night.wake: SleptNight(
                date=night.wake,
                hours=round(night.hours, 2),
                rested=felt[night.wake].rested if night.wake in felt else None,
            )
            for night in last
        }
        own = [each for day, each in felt.items() if day not in slept]
        together = sorted([*slept.values(), *own], key=lambda each: each.date or date.min)
        also = f"; {counted(len(own), 'night')} of your own stay" if own else ""
        missing = NIGHTS - len(last)
        gone = f", {counted(missing, 'night')} not on file" if missing else ""
        average = number(mean(night.hours for night in last), 2)
        yield _of(
            {"sleep.nights": tuple(together)},
            f"{counted(len(last), 'night')} of {NIGHTS} to {end}{gone}, {average} h asleep on "
            f"average{also}",
            len(last),
        )
    else:
        lacking.append("Too little to say for the last nights: fewer than three of fourteen.")
    usual = [night for night in past if 0 <= (end - night.wake).days < NIGHTS_USUAL]
    if len(usual) >= FEWEST_USUAL:
        yield _of(
            {"sleep.usual_hours": round(mean(night.hours for night in usual), 2)},
            f"mean of {counted(len(usual), 'night')} recorded in {NIGHTS_USUAL} days",
            len(usual),
        )


def _temperature(runs: Sequence[Activity], today: date) -> Iterator[Proposal]:
    known = [run.celsius for run in _recent(runs, today, 14) if run.celsius is not None]
    if known:
        yield _of(
            {"heat.training_temperature": round(mean(known), 1)},
            f"mean air temperature of {counted(len(known), 'run')} in 14 days, by the weather "
            "columns of the export, not by a wrist",
            len(known),
            "measured" if len(known) > 2 else "few",
        )
