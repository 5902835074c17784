"""All that the cramp screen draws from: the state, the profile's facts and the clock, as one value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from mile18.evidence.stretches import MUSCLES as ALL_MUSCLES
from mile18.plan.cramp.protocol import (
    CrampMoment,
    NewFinish,
    find_muscle,
    finish_needs,
    new_finish,
    slower_words,
)
from mile18.plan.cramp.state import CrampState, Phase
from mile18.profile import Profile
from mile18.units import SI, Units, amount, clock, pace

NOTHING_KNOWN = CrampMoment()
KEYS: Mapping[str, str] = {
    "step": "space",
    "again": "r",
    "back-step": "b",
    "signs": "s",
    "several": "m",
    "usual": "enter",
    "slower": "p",
    "helped": "w",
    "suggestion": "k",
    "more": "+",
    "less": "-",
    "copy": "y",
    "forget": "x",
    "keep": "o",
    **{each.id: each.key for each in ALL_MUSCLES},
}


@dataclass(frozen=True, slots=True)
class Scene:
    """One moment of the cramp screen.

    `has_profile` is false when nothing is open, `usual` the muscles that cramped before,
    `suggestion` the km by clock and goal pace, `logged` the sentence on what is kept.
    """

    state: CrampState
    now: float
    moment: CrampMoment = NOTHING_KNOWN
    units: Units = SI
    has_profile: bool = False
    usual: tuple[str, ...] = ()
    suggestion: float | None = None
    logged: str = ""
    helping: bool = False
    forgetting: bool = False
    keys: Mapping[str, str] = field(default_factory=lambda: KEYS)

    @property
    def at_km(self) -> float | None:
        """Where the runner first had to slow down."""
        return self.state.km if self.state.slow_from is None else self.state.slow_from

    @property
    def where(self) -> str:
        """The place in the runner's unit, such as `km 32` or `mile 20`; a dash while unknown."""
        return f"{unit_word(self.state.unit)} {self.state.place or '–'}"

    @property
    def finish(self) -> NewFinish | tuple[str, ...]:
        """The new finish, or what is missing for it, in words and in fewer."""
        if not self.moment.may_run_on:
            return "Do not run on.", "do not run on"
        missing = finish_needs(self.moment, self.at_km)
        in_profile = [name for name in missing if not name.startswith("kilometre")]
        if in_profile and not self.has_profile:
            return "Without an open race there is no goal time.", "no goal time"
        if in_profile:
            words = f"No {' and no '.join(in_profile)} in this race"
            return f"{words}.", words.removesuffix(" in this race").lower()
        if missing:
            unit = unit_word(self.units.distance)
            return f"Type the {unit}: just its digits.", f"type the {unit}"
        goal, race_km, at_km = self.moment.goal_seconds, self.moment.race_km, self.at_km
        assert goal is not None
        assert race_km is not None
        assert at_km is not None
        if at_km > race_km:
            whole = amount(race_km, "km", self.units)
            return f"{self.where} is past this race's {whole}.", "past the finish"
        try:
            return new_finish(goal, race_km, at_km, self.state.lost(self.now), self.state.slower)
        except ValueError as problem:
            return f"Cannot be worked out: {problem}.", "no finish time"

    @property
    def stop_words(self) -> str:
        """The time lost so far, with what was added or taken by hand."""
        earlier = " in all" if self.state.earlier else ""
        adjusted = f" ({self.state.adjusted:+} s by hand)" if self.state.adjusted else ""
        return f"{clock(self.state.lost(self.now))}{earlier}{adjusted}"

    @property
    def foot(self) -> tuple[str, ...]:
        """Place, stop and new finish in one line, the longest wording first."""
        if self.state.phase is Phase.CHOOSE:
            return (
                f"{self.where} · type its digits whenever you know it",
                f"{self.where} · type it any time",
            )
        lost = clock(self.state.lost(self.now))
        slower = slower_words(self.state.slower)
        found = self.finish
        if isinstance(found, tuple):
            said = (f"new finish: {found[0]}", *found) if self.moment.may_run_on else found
            return (*(f"{self.where} · stop {lost} · {each}" for each in said), f"stop {lost}")
        end = clock(found.finish_seconds)
        new = pace(found.pace_after, self.units)
        was = pace(found.pace_before, self.units)
        return (
            f"{self.where} · stop {lost} · then {slower}: {new} (was {was}) · finish {end}",
            f"{self.where} · stop {lost} · {slower}, {new} · finish {end}",
            f"{self.where} · stop {lost} · {slower} · finish {end}",
            f"{self.where} · stop {lost} · finish {end}",
            f"{self.where} · stop {lost} · {end}",
        )


def usual_muscles(profile: Profile | None) -> tuple[str, ...]:
    """The muscles that cramped before, the one logged last first."""
    if profile is None:
        return ()
    logged = [each.muscle for each in reversed(profile.health.episodes or ()) if each.muscle]
    return tuple(dict.fromkeys((*logged, *(profile.health.cramp_muscles or ()))))


def by_the_clock(profile: Profile | None, at: datetime | None) -> float | None:
    """The km that goal pace reaches at this time of day on race day; None if that says nothing."""
    if profile is None or at is None:
        return None
    race = profile.race
    if race.date != at.date() or not race.start_time or not race.goal_time or not race.distance:
        return None
    gone = (at - datetime.combine(race.date, race.start_time)).total_seconds()
    km = round(gone / race.goal_time * race.distance)
    return float(km) if 0 < km < race.distance else None


def muscle_name(muscle: str) -> str:
    """The plain name of a muscle by its id, such as `Calf, upper`."""
    return find_muscle(muscle).name


def unit_word(unit: str) -> str:
    """The word before a place: `km 32`, `mile 20`."""
    return "mile" if unit == "mi" else "km"
