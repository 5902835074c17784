"""Aid stations in order, each with the time at goal pace and the portions due near it."""

from msgspec import Struct

from mile18.plan.race_day_fuel import Portion
from mile18.plan.race_day_goal import Target, target
from mile18.plan.race_day_words import Lack, Said, count_word, lack
from mile18.plan.splits import elapsed_at
from mile18.plan.wrap import plain
from mile18.profile import Profile
from mile18.topics.race.questions import Race
from mile18.units import number

# A portion this close to a station can wait for it, or be had a little early: a judgement.
NEAR_KM = 2.0


class Station(Struct, frozen=True):
    """One aid station: its km, what it offers, seconds at goal pace, numbers of portions due near."""

    km: float
    offers: str
    seconds: int | None
    portions: tuple[int, ...]


class Stations(Struct, frozen=True, kw_only=True):
    """The aid stations on the course, in order."""

    all: tuple[Station, ...]
    notes: tuple[Said, ...]
    lacks: tuple[Lack, ...]


def station_kms(race: Race) -> tuple[float, ...]:
    """Where the aid stations stand in km, in order, each once; none beyond the finish."""
    given = {each.km for each in race.aid_stations or () if each.km is not None}
    return tuple(sorted(km for km in given if race.distance is None or km <= race.distance))


def stations(profile: Profile, portions: tuple[Portion, ...]) -> Stations:
    """The aid stations with what is due at each; two at one place count as one."""
    race, aim = profile.race, target(profile.race)
    kms = station_kms(race)
    found = tuple(_station(race, km, aim, portions) for km in kms)
    return Stations(
        all=found,
        notes=(*_notes(race, kms), *_between(found, portions)),
        lacks=tuple(_lacks(profile, kms)),
    )


def _station(race: Race, km: float, aim: Target | None, portions: tuple[Portion, ...]) -> Station:
    offers = [plain(each.offers) for each in race.aid_stations or () if each.km == km]
    due = [
        each.number for each in portions if each.station_km == km and abs(each.km - km) <= NEAR_KM
    ]
    seconds = elapsed_at(km, aim.km, aim.seconds) if aim else None
    return Station(km, ", ".join(dict.fromkeys(filter(None, offers))), seconds, tuple(due))


def _notes(race: Race, kms: tuple[float, ...]) -> list[Said]:
    said = []
    logged = race.aid_stations or ()
    if any(each.km is None for each in logged):
        said.append(Said("An aid station without a distance is left out: say where it stands."))
    far = [each.km for each in logged if each.km is not None and each.km not in kms]
    if far:
        text = f"An aid station at {{km:{number(max(far), 1)}}} lies beyond the finish: check it."
        said.append(Said(text))
    if kms:
        said.append(
            Said(
                "Drink to thirst where you are thirsty; a cup at every station is not the aim.",
                ("fluid-eah-prevent",),
            )
        )
    return said


def _between(found: tuple[Station, ...], portions: tuple[Portion, ...]) -> list[Said]:
    due = {number for each in found for number in each.portions}
    carried = sum(each.number not in due for each in portions)
    if not found or not carried:
        return []
    if carried == 1:
        return [Said("One portion falls between the stations: carry it.")]
    return [Said(f"{count_word(carried).capitalize()} portions fall between stations: carry them.")]


def _lacks(profile: Profile, kms: tuple[float, ...]) -> list[Lack]:
    what = "No aid stations noted, so nothing is tied to them."
    found = [*lack(profile, what, "race.aid_stations")]
    if kms and target(profile.race) is None:
        what = "No times at the stations without distance and goal."
        found += lack(profile, what, "race.distance", "race.goal_time")
    return found
