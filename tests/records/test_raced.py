"""The race from its own file: official splits, slowing, stops, and what it answers."""

from array import array
from datetime import date, datetime
from itertools import accumulate

import pytest

from mile18.profile import Profile
from mile18.records.activity import Activity, Contents, Track
from mile18.records.pages import import_page, race_rows
from mile18.records.proposals import proposed
from mile18.records.raced import OwnRace, own_race
from mile18.units import SI
from mile18.writers.text import text

RACE_DAY = date(2027, 5, 2)
RACE = Profile().with_changes({"race": {"date": RACE_DAY, "distance": 42.195, "goal_time": 13_500}})


def ran(
    paces: list[float],
    official: float = 42.195,
    long: float = 1.0,
    stop: tuple[int, int] | None = None,
) -> Activity:
    """A race with these paces in s/km, a kilometre each; GPS measures it so many times as long."""
    steps: list[tuple[float, float]] = []
    for km, pace in enumerate(paces):
        length = min(1.0, official - km)
        steps += [(pace * length / 20, 1000 * length / 20 * long)] * 20
        if stop and km == stop[0]:
            steps.append((stop[1], 0.0))
    seconds = array("d", accumulate((step for step, _ in steps), initial=0.0))
    metres = array("d", accumulate((metre for _, metre in steps), initial=0.0))
    track = Track(seconds, metres)
    return Activity(
        start=datetime(2027, 5, 2, 7, 30),
        sport="run",
        source="FIT",
        metres=metres[-1],
        timer=seconds[-1],
        elapsed=seconds[-1],
        track=lambda: track,
    )


def read(activity: Activity) -> OwnRace:
    found = own_race([activity], RACE.race)
    assert found
    return found


EVEN = [330.0] * 43
FADING = [328.0] * 31 + [410.0] * 12


@pytest.mark.parametrize("long", [1.0, 1.0064, 0.99])
def test_splits_stand_at_the_official_distance(long: float) -> None:
    found = read(ran(EVEN, long=long))
    assert found.seconds == 13_924
    assert found.half == 6962
    assert [(split.km, split.at) for split in found.splits[:2]] == [(5.0, 1650), (10.0, 3300)]
    assert (found.splits[-1].km, found.splits[-1].at) == (42.195, 13_924)
    assert sum(split.seconds for split in found.splits) == found.seconds
    assert found.slowing is None
    assert found.stops == ()


def test_slowing_is_three_kilometres_in_a_row() -> None:
    assert read(ran(FADING)).slowing == (31, 25)
    twice = [328.0] * 20 + [400.0, 400.0] + [328.0] * 21
    assert read(ran(twice)).slowing is None
    # A toilet is no slowing.
    assert read(ran(EVEN, stop=(12, 60))).slowing is None


def test_a_stop_is_asked_about_and_never_concluded() -> None:
    found = read(ran(FADING, stop=(33, 35)))
    assert found.stops == ((34.0, 35),)
    assert read(ran(EVEN, stop=(33, 15))).stops == ()
    told = proposed(Contents(activities=[ran(FADING, stop=(33, 35))]), RACE, date(2027, 5, 3))
    (proposal,) = told.proposals
    assert "stood still for 35 s at km 34: was that a cramp?" in proposal.how
    assert "slower from km 31 on, by" in proposal.how
    assert [question for question, _ in proposal.answers] == ["debrief.time", "debrief.half_time"]


@pytest.mark.parametrize(
    "changes",
    [{"date": date(2027, 5, 3)}, {"date": None}, {"distance": 21.0975}, {"distance": None}],
)
def test_another_day_or_length_is_another_run(changes: dict[str, object]) -> None:
    assert own_race([ran(EVEN)], RACE.with_changes({"race": changes}).race) is None


def test_after_a_race_training_is_not_answered_anew() -> None:
    found = Contents(activities=[ran(EVEN)])
    told = proposed(found, RACE, date(2027, 5, 30))
    assert {each.question for each in told.proposals} == {"debrief.time"}
    other = RACE.with_changes({"race": {"distance": 10.0}})
    assert proposed(found, other, date(2027, 5, 30)).proposals == ()


@pytest.mark.parametrize("width", [40, 80])
def test_it_stands_beside_the_plan(width: int) -> None:
    found = Contents(activities=[ran(FADING, long=1.0064)])
    told = proposed(found, RACE, date(2027, 5, 3))
    rows = race_rows(told.race, RACE, SI, width)
    assert len(rows) == 9
    assert rows[-1].text.split()[:4] == ["42.2", "km", "4:05:58", "15:00"]
    assert "plan 3:45:00" in rows[-1].text
    assert "plan" not in race_rows(told.race, Profile(), SI, width)[0].text
    page = text(import_page(found, told, RACE, SI, width), width)
    assert "THE RACE ITSELF" in page
    assert "WEEKS" not in page
    assert "the 42.47 km of the watch scaled to it" in " ".join(page.split())
    assert max(map(len, page.splitlines())) <= width
