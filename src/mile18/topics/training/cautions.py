"""Danger that the training makes visible, whatever else it was: a gap in it, a long run too short."""

from collections.abc import Iterator

from mile18.factor import Caution, Countdown
from mile18.science.pace import MARATHON_KM
from mile18.topics.race.questions import Race
from mile18.topics.training.questions import Training
from mile18.units import counted, number

# All three are a judgement.
SHORT_SHARE = 0.55
LAYOFF_WEEKS = 2
PRACTICE_DAYS = 14


def training_cautions(race: Race, training: Training, countdown: Countdown) -> Iterator[Caution]:
    """What of the training must be said before every advice. Each line is drawn by judgement."""
    longest, distance = training.longest_run, race.distance
    if longest is not None and distance and longest <= SHORT_SHARE * min(distance, MARATHON_KM):
        yield Caution(
            f"Your longest run is {{km:{number(longest, 1)}}} for a race of "
            f"{{km:{number(distance, 1)}}}. Start slower and plan walks, or take a shorter race.",
            ("train-marathon-fokkema", "eamc-onset-late"),
            topic="long_run",
        )
    if (off := training.weeks_off) is not None and off >= LAYOFF_WEEKS:
        yield Caution(
            f"You ran little in {counted(off, 'week')} of the last ten. That is a gap, not a "
            "taper. Take a slower goal or a later race.",
            ("train-volume-determinants", "train-goal-realism"),
            topic="long_run",
        )
    if race.hills == "long_descents" and training.downhill_runs is False:
        late = countdown.days is not None and countdown.days <= PRACTICE_DAYS
        yield Caution(
            "The course has long descents that you have not practised. "
            + (
                "Run down them gently. It is too late to practise a downhill run."
                if late
                else "Run downhill once, three to six weeks before the race, but not in the last "
                "two."
            ),
            ("downhill-rbe-weeks", "downhill-exposure"),
            topic="training",
            loud=False,
        )
