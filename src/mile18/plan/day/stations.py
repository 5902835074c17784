"""The aid stations and cut-offs on the course, with what is due at each."""

from collections.abc import Iterable, Iterator
from datetime import time
from itertools import pairwise

from msgspec import Struct

from mile18.plan.day.fuel import Portion
from mile18.plan.day.timeline import Timeline
from mile18.plan.day.words import Lack, Said, count_word, lack
from mile18.profile import Unanswered
from mile18.sanitise import plain
from mile18.topics.race.questions import Race
from mile18.units import clock, number

# A portion this close to a station can wait for it, or be had a little early: a judgement.
NEAR_KM = 2.0


class Station(Struct, frozen=True):
    """One aid station: its km, what it offers, seconds since the start, portions due near.

    `closes` is the time of day of its cut-off, `margin` the seconds that are left to it then, None
    without a start or a cut-off.
    """

    km: float
    offers: str
    seconds: int | None
    portions: tuple[int, ...]
    closes: time | None = None
    margin: int | None = None


class Stations(Struct, frozen=True, kw_only=True):
    """The aid stations on the course, in order."""

    all: tuple[Station, ...]
    cut_offs: tuple[Station, ...]
    notes: tuple[Said, ...]
    lacks: tuple[Lack, ...]


def station_kms(race: Race) -> tuple[float, ...]:
    """Where the aid stations stand in km, in order, each once; none beyond the finish."""
    return _on_the_way(race, (each.km for each in race.aid_stations or ()))


def _on_the_way(race: Race, kms: Iterable[float | None]) -> tuple[float, ...]:
    given = {km for km in kms if km is not None}
    return tuple(sorted(km for km in given if race.distance is None or km <= race.distance))


def stations(
    race: Race,
    kms: tuple[float, ...],
    line: Timeline | None,
    portions: tuple[Portion, ...],
    unanswered: Unanswered,
) -> Stations:
    """The aid stations with what is due at each; two at one place count as one."""
    found = tuple(_station(race, km, line, portions) for km in kms)
    shut = _on_the_way(race, (each.km for each in race.cut_offs or () if each.closes))
    cut_offs = tuple(_station(race, km, line, ()) for km in shut)
    return Stations(
        all=found,
        cut_offs=cut_offs,
        notes=(*_late(cut_offs), *_notes(race, kms), *_between(found, portions)),
        lacks=tuple(_station_lacks(kms, line, unanswered)),
    )


def _station(
    race: Race, km: float, line: Timeline | None, portions: tuple[Portion, ...]
) -> Station:
    offers = [plain(each.offers) for each in race.aid_stations or () if each.km == km]
    shut = (each.closes for each in race.cut_offs or () if each.km == km)
    closes = next(filter(None, shut), None)
    due = [
        each.number for each in portions if each.station_km == km and abs(each.km - km) <= NEAR_KM
    ]
    seconds = line.elapsed_at(km) if line else None
    told = ", ".join(dict.fromkeys(filter(None, offers)))
    margin = line.margin(km, closes) if line and closes else None
    return Station(km, told, seconds, tuple(due), closes, margin)


def _late(found: tuple[Station, ...]) -> Iterator[Said]:
    for each in found:
        if each.margin is not None and each.margin < 0:
            yield Said(
                f"At goal pace you reach {{km:{number(each.km, 1)}}} {clock(-each.margin)} after it "
                "closes. Choose a faster goal, or ask the organiser.",
                loud=True,
            )


def _notes(race: Race, kms: tuple[float, ...]) -> list[Said]:
    said = []
    logged = race.aid_stations or ()
    if any(each.km is None for each in logged):
        said.append(Said("An aid station without a distance is left out: say where it stands."))
    far = [each.km for each in logged if each.km is not None and each.km not in kms]
    if far:
        text = f"An aid station at {{km:{number(max(far), 1)}}} lies beyond the finish: check it."
        said.append(Said(text))
    # Judged by how far apart the others stand: a list that ends early says nothing of the rest.
    if kms and race.distance and race.distance - kms[-1] > max(10.0, 1.5 * _widest_gap(kms)):
        text = f"No aid station is entered after {{km:{number(kms[-1], 1)}}}: ask the organiser."
        said.append(Said(text, loud=True))
    if kms:
        said.append(
            Said(
                "Drink where you are thirsty. You need not take a cup at every station.",
                ("fluid-eah-prevent",),
            )
        )
    return said


def _widest_gap(kms: tuple[float, ...]) -> float:
    return max(there - here for here, there in pairwise((0.0, *kms)))


def _between(found: tuple[Station, ...], portions: tuple[Portion, ...]) -> list[Said]:
    due = {number for each in found for number in each.portions}
    carried = sum(each.number not in due for each in portions)
    if not found or not carried:
        return []
    if carried == 1:
        return [Said("One portion falls between stations: carry it.")]
    return [Said(f"{count_word(carried).capitalize()} portions fall between stations: carry them.")]


def _station_lacks(
    kms: tuple[float, ...], line: Timeline | None, unanswered: Unanswered
) -> list[Lack]:
    what = "No aid stations entered, so no portion is planned at one."
    found = [*lack(unanswered, what, "race.aid_stations")]
    if kms and line is None:
        what = "No times at the stations without distance and goal."
        found += lack(unanswered, what, "race.distance", "race.goal_time")
    return found
