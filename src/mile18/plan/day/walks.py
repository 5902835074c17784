"""Running and walking in turns: how fast to run between the walks, and portions during them."""

from collections.abc import Iterator

from msgspec import Struct

from mile18.plan.day.words import Lack, Said, lack
from mile18.profile import Unanswered
from mile18.topics.race.questions import Race, Target
from mile18.units import number

# A brisk walk in seconds per km: a judgement.
WALK_PACE = 600.0


class Walks(Struct, frozen=True):
    """So many seconds of running, then so many of walking, over and over."""

    run: float
    walk: float

    def nearest(self, seconds: float) -> float:
        """The start of the walk that is nearest to so many seconds after the start of the race."""
        cycle = self.run + self.walk
        return self.run + cycle * max(0, round((seconds - self.run) / cycle))

    def running_pace(self, pace: float) -> float | None:
        """The pace between the walks in s/km that comes to `pace` in all; None where walking would do."""
        cycle = self.run + self.walk
        left = cycle / pace - self.walk / WALK_PACE
        return self.run / left if pace < WALK_PACE and left > 0 else None


def walks_of(race: Race) -> Walks | None:
    """The walk breaks of a race; None if none are planned or half of it is open."""
    if not race.run_minutes or not race.walk_minutes:
        return None
    return Walks(60 * race.run_minutes, 60 * race.walk_minutes)


def walk_words(race: Race, aim: Target | None) -> Iterator[Said]:
    """What to run between the walks."""
    walks = walks_of(race)
    if walks is None:
        return
    turns = f"{number(walks.run / 60)} min of running, {number(walks.walk / 60)} of walking"
    faster = walks.running_pace(aim.pace) if aim else None
    told = "The splits average both."
    if faster is not None:
        told += (
            f" Between walks you run at about {{pace:{number(faster, 0)}}}, if you walk at "
            f"{{pace:{WALK_PACE:g}}} (a judgement)."
        )
    yield Said(f"You plan {turns}. {told}")


def walk_lacks(race: Race, unanswered: Unanswered) -> tuple[Lack, ...]:
    """The half of the walk breaks that is open, where the other is answered."""
    if (race.run_minutes is None) == (race.walk_minutes is None):
        return ()
    return lack(
        unanswered, "How you take your walk breaks.", "race.run_minutes", "race.walk_minutes"
    )
