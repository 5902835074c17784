"""The scorecard: what was planned for the race against what was done, and the cramps of the day."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from mile18.factor import Countdown
from mile18.plan.day.words import Said
from mile18.plan.debrief.day import Cramps, cramps, last_night, nights_before, weather
from mile18.plan.debrief.measures import drink, finish, first_half, fuel, net
from mile18.plan.debrief.row import Row
from mile18.profile import Profile
from mile18.topics.debrief import Debrief
from mile18.topics.health.gate import speaks_against_running
from mile18.topics.race.questions import countdown_to
from mile18.units import SI, Units


class Scorecard(Struct, frozen=True, kw_only=True):
    """Each thing planned beside what was done; `started` is False for a race that was not run."""

    profile: Profile
    countdown: Countdown
    started: bool
    rows: tuple[Row, ...]
    cramps: Cramps
    notes: tuple[Said, ...]

    @property
    def empty(self) -> bool:
        """True while nothing was noted and no cramp is logged for the day."""
        return self.profile.debrief == Debrief() and not self.cramps.episodes

    @property
    def asks(self) -> tuple[str, ...]:
        """The ids of the questions that would fill what is missing, each once."""
        names = [name for row in self.rows for name in row.asks]
        if self.cramps.cramped is None and self.profile.debrief.cramped is None:
            names.append("debrief.cramped")
        return tuple(dict.fromkeys(names))

    def row(self, name: str) -> Row | None:
        """The row with this id, if the race has it."""
        return next((row for row in self.rows if row.id == name), None)


def scorecard(profile: Profile, today: date, units: Units = SI) -> Scorecard:
    """The debrief of a profile as seen on a day; a pure function that never raises.

    `units` are those in which race day's calm opening is a round length. Before the race is
    looked back on, a shut health gate leaves no rows: they tell what is planned.
    """
    countdown = countdown_to(profile.race, today)
    over = countdown.days is not None and countdown.days < 0
    shut = speaks_against_running(profile.health)
    nothing_yet = shut and not over and profile.debrief == Debrief()
    started = profile.debrief.result != "not_started"
    return Scorecard(
        profile=profile,
        countdown=countdown,
        started=started,
        rows=() if nothing_yet else tuple(_rows(profile, units, started=started)),
        cramps=cramps(profile),
        notes=tuple(_notes(countdown, started=started)),
    )


def _rows(profile: Profile, units: Units, *, started: bool) -> Iterator[Row]:
    if started:
        yield finish(profile)
        yield first_half(profile, units)
        yield fuel(profile)
        yield drink(profile)
        yield net(profile)
    yield last_night(profile)
    yield nights_before(profile)
    yield weather(profile)


def _notes(countdown: Countdown, *, started: bool) -> Iterator[Said]:
    days = countdown.days
    if days is None:
        yield Said("There is no race day yet, so no logged cramp can be counted for it.")
    elif days > 0:
        yield Said("The race is still ahead. Use this page in the days after it.")
    if not started:
        yield Said("You did not start, so there is nothing to compare with the plan.")
