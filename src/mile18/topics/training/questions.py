"""What is asked about training, and the words that choices are shown in."""

import datetime
from typing import Literal

from mile18.question import Answers, Entry, ask

TAPERS = {
    "none": "none",
    "one_week": "one week",
    "two_weeks_or_more": "two weeks or more",
}
FEELS = {
    "could_not_hold": "could not hold it",
    "hard": "hard but held",
    "comfortable": "comfortable",
}


class HeelRise(Entry, frozen=True, kw_only=True):
    """One test of the calves: single-leg heel rises to a metronome, on each leg."""

    date: datetime.date | None = ask("Day", why="The day of the test.")
    left: int | None = ask("Left", within=(0, 100), why="Rises on the left leg.")
    right: int | None = ask("Right", within=(0, 100), why="Rises on the right leg.")


class Training(Answers, frozen=True, kw_only=True):
    """What is asked about training."""

    weekly_distance: float | None = ask(
        "Usual week, last two months",
        unit="km",
        within=(0, 350),
        usual=(0, 200),
        group="Distance",
        why="More weekly distance was linked with faster marathons. It was unrelated to cramps in "
        "three studies, so it counts as preparation only.",
        evidence=(
            "train-marathon-fokkema",
            "train-volume-determinants",
            "rf-training-volume",
        ),
    )
    longest_run: float | None = ask(
        "Longest run, last 10 weeks",
        unit="km",
        within=(0, 160),
        why="A longest run under 25 km was linked with slower marathons, and one over 21 km with "
        "faster half marathons. Cramps come late in a race.",
        evidence=("train-marathon-fokkema", "train-half-fokkema", "eamc-onset-late"),
    )
    longest_run_date: datetime.date | None = ask(
        "Day of that run",
        why="More than six weeks before the race, it counts a little less here (a judgement). "
        "Keep your next long run close to it. Injuries were more frequent after a run longer than "
        "any of the last 30 days.",
        evidence="train-spike-single-run",
    )
    weeks_off: int | None = ask(
        "Weeks mostly off, last 10 weeks",
        within=(0, 10),
        why="Weeks with hardly any running, whatever the reason. It moves no points. From two "
        "weeks on mile18 warns you, since a gap is not a taper.",
        evidence="train-goal-realism",
    )
    downhill_runs: bool | None = ask(
        "Long descents practised, last 6 weeks?",
        why="One downhill run three to six weeks before leaves less soreness after the next. Only "
        "for a course with long descents; it moves no points.",
        evidence=("downhill-rbe-weeks", "downhill-exposure"),
    )
    goal_pace_distance: float | None = ask(
        "At goal pace, last 10 weeks",
        unit="km",
        within=(0, 500),
        seed=3,
        group="Goal pace",
        why="Knowing how goal pace feels helps you to judge the goal. No study links running at "
        "goal pace to fewer cramps.",
        evidence=("train-no-race-pace-trial", "train-tid-observed"),
    )
    goal_pace_feel: Literal["could_not_hold", "hard", "comfortable"] | None = ask(
        "How did goal pace feel?",
        choices=FEELS,
        seed=3,
        why="A goal that was hard to hold in training may be faster than your training supports. "
        "In small studies that is linked with cramps.",
        evidence=("rf-faster-than-trained-56k", "train-goal-realism"),
    )
    strength_sessions: float | None = ask(
        "Strength sessions a week",
        within=(0, 14),
        seed=4,
        group="Strength",
        why="Two or three a week improved running economy. Calf raises with straight and bent "
        "knee, and hamstring bridges, are practical advice. They are not tested against cramps.",
        evidence=("strength-economy", "strength-cramp-cohort"),
    )
    strength_weeks: int | None = ask(
        "Weeks of strength kept up",
        unit="weeks",
        within=(0, 520),
        why="In the trials it took six weeks or more, so it is no help to start late.",
        evidence="strength-economy",
    )
    plyometrics: bool | None = ask(
        "Plyometrics: jumps or hops?",
        seed=4,
        why="Recommended where tired muscles are the suspected trigger, on thin evidence. Each "
        "running step loads the leg with several times your weight.",
        evidence=("strength-miller-prevention", "load-grf", "load-achilles"),
    )
    heel_rises: tuple[HeelRise, ...] | None = ask(
        "Heel-rise tests",
        example="2027-03-01 22 24",
        why="Single-leg heel rises to a metronome show calf endurance, not your chance of "
        "cramping. They move no points; F10 on this tab counts the beat.",
        evidence=("heelrise-norm", "heelrise-protocol", "heelrise-noise"),
    )
    taper: Literal["none", "one_week", "two_weeks_or_more"] | None = ask(
        "Planned taper",
        choices=TAPERS,
        group="Last days",
        why="About two weeks at roughly half the distance, with the pace kept, helped performance "
        "most. A link with cramps has not been tested.",
        evidence=("train-taper-bosquet", "train-taper-wang", "train-taper-smyth"),
    )
    hard_last_3_days: Literal["none", "some", "hard"] | None = ask(
        "Hard running in the last 3 days",
        choices={"none": "none", "some": "a little", "hard": "a hard session"},
        why="Used for race week. It moves no points. In one long race, those who cramped had "
        "trained a little more in the last three days. That may be chance.",
        evidence="rf-premuscle-damage",
    )
