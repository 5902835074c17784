"""What the cramp screen says in each phase: timer, finish, parts, and no word too many."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time

import pytest

from mile18.evidence.library import claim
from mile18.evidence.stretches import MUSCLES
from mile18.evidence.wording import problems
from mile18.plan.cramp.protocol import CrampMoment, NewFinish, moment_of
from mile18.plan.cramp.state import CrampState
from mile18.profile import Profile
from mile18.topics.health.episode import Episode
from mile18.topics.health.questions import Health
from mile18.topics.race.questions import Race
from mile18.tui.cramp.clock import timer
from mile18.tui.cramp.parts import reading
from mile18.tui.cramp.reading import drawn
from mile18.tui.cramp.scene import Scene, by_the_clock, usual_muscles
from mile18.units import SI, Units

AT = datetime.fromisoformat("2027-05-02T10:50")
MILES = Units(distance="mi")
GOLDEN = CrampMoment(race_km=42.195, goal_seconds=13500, body_mass_kg=70, cramped_before=True)
HOLD = CrampState().choose("calf", 0, AT)
REST = HOLD.step(40)
WALK = REST.step(60)
RUN = WALK.step(90).at_km(32, "km")


def scene(state: CrampState, now: float = 90, **more: object) -> Scene:
    known = {"moment": GOLDEN, "has_profile": True, "logged": "Kept.", **more}
    return Scene(state=state, now=now, **known)  # type: ignore[arg-type]


# Timer


@pytest.mark.parametrize(
    ("state", "now", "figure", "said"),
    [
        (HOLD, 0, "0:00", "Hold still until it lets go"),
        (HOLD, 29.9, "0:29", "Hold still until it lets go"),
        (HOLD, 30, "0:30", "Still cramping? Keep holding"),
        (HOLD, 75, "1:15", "until it lets go"),
        (REST, 52, "0:12", "does not hurt at rest"),
        (WALK, 60, "2:00", "Go on only if that does not hurt"),
        (WALK, 60.5, "2:00", "Go on only if that does not hurt"),
        (WALK, 121, "0:59", "1 min walked"),
        (WALK, 400, "0:00", "jog easily"),
        (RUN, 100, "59:00", "may cramp again"),
        (RUN, 40 + 3600, "0:00", "The hour is over"),
    ],
)
def test_the_count_and_its_sentence(state: CrampState, now: float, figure: str, said: str) -> None:
    shown = timer(scene(state, now))
    assert shown.figure == figure
    assert said in shown.says[0]


@pytest.mark.parametrize(
    ("now", "done", "urgent"), [(0, 0, False), (15, 0.5, False), (30, 1, True), (90, 1, True)]
)
def test_the_bar_runs_up_to_the_thirty_second_mark(now: float, done: float, urgent: bool) -> None:
    shown = timer(scene(HOLD, now))
    assert (shown.done, shown.mark, shown.urgent) == (done, "30 s", urgent)


@pytest.mark.parametrize(
    ("state", "actions"),
    [
        (CrampState(), ["several"]),
        (HOLD, ["step"]),
        (REST, ["step", "again"]),
        (WALK, ["step", "again"]),
        (RUN, ["again"]),
    ],
)
def test_the_next_keys_are_named(state: CrampState, actions: list[str]) -> None:
    assert [action for _, action, _, _ in timer(scene(state)).keys] == actions


def test_the_muscle_of_last_time_is_one_key_away() -> None:
    shown = timer(scene(CrampState(), usual=("hamstring",)))
    assert shown.keys[0] == ("enter", "usual", "hamstring, as before", "hamstring")


# New finish


def test_the_golden_race_finishes_at_3_51_56() -> None:
    golden = scene(RUN, 500)
    assert "3:51:56 at 5:52/km, 10% slower" in text(golden)
    assert golden.foot[0].endswith(
        "stop 1:30 · then 10% slower: 5:52/km (was 5:20/km) · finish 3:51:56"
    )


def test_the_range_runs_from_the_same_pace_to_that_of_a_late_collapse() -> None:
    slow, same = RUN.turn_slower(), RUN.turn_slower().turn_slower()
    assert "40% slower" in text(scene(slow))
    assert "same pace" in text(scene(same))
    found = [scene(each, 500).finish for each in (same, RUN, slow)]
    ends = [round(each.finish_seconds) for each in found if isinstance(each, NewFinish)]
    assert ends == [3 * 3600 + 46 * 60 + 30, 3 * 3600 + 51 * 60 + 56, 4 * 3600 + 8 * 60 + 15]


def test_a_second_stop_adds_up_and_slow_running_counts_from_the_first() -> None:
    first, second = scene(RUN, 500).finish, scene(RUN.again(1000, AT), 1060).finish
    assert isinstance(first, NewFinish)
    assert isinstance(second, NewFinish)
    assert second.finish_seconds == pytest.approx(first.finish_seconds + 60)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"moment": CrampMoment(), "has_profile": False}, "Without an open race"),
        ({"moment": CrampMoment(race_km=42.195)}, "No goal time in this race."),
        ({"moment": CrampMoment()}, "No goal time and no race distance in this race."),
        (
            {"moment": CrampMoment(race_km=10, goal_seconds=3000)},
            "km 32 is past this race's 10 km.",
        ),
    ],
)
def test_what_is_missing_for_a_finish_is_said(more: dict[str, object], said: str) -> None:
    shown = scene(RUN, 90, **more)
    assert said in text(shown)
    assert said.removesuffix(".") in shown.foot[0]


@pytest.mark.parametrize(("units", "said"), [(SI, "Type the km"), (MILES, "Type the mile")])
def test_a_missing_place_is_asked_for(units: Units, said: str) -> None:
    assert said in text(scene(WALK, units=units))


def test_miles_and_paces_follow_the_runners_units() -> None:
    shown = scene(WALK.type("2", "mi").type("0", "mi"), units=MILES)
    assert shown.foot[0].startswith("mile 20 · stop 1:30 · then 10% slower: 9:26/mi")
    assert "up to 20 mi" in text(shown)


# Suggestion and usual muscles

RACE = Race(
    date=date(2027, 5, 2), start_time=time(8, 0), distance=42.195, goal_time=13500, body_mass=70.0
)


@pytest.mark.parametrize(
    ("race", "at", "km"),
    [
        (RACE, datetime.fromisoformat("2027-05-02T10:50"), 32),
        (RACE, datetime.fromisoformat("2027-05-02T07:50"), None),
        (RACE, datetime.fromisoformat("2027-05-02T13:00"), None),
        (RACE, datetime.fromisoformat("2027-05-01T10:50"), None),
        (Race(date=date(2027, 5, 2), start_time=time(8, 0)), AT, None),
        (RACE, None, None),
    ],
)
def test_the_clock_suggests_a_km_only_during_the_race(
    race: Race, at: datetime | None, km: float | None
) -> None:
    assert by_the_clock(Profile(race=race), at) == km


def test_a_suggestion_is_only_offered() -> None:
    shown = scene(WALK, suggestion=32.0)
    assert "take km 32: about there by the clock and goal pace" in text(shown)
    assert shown.at_km is None
    assert "by the clock" not in text(scene(RUN, suggestion=32.0))


def test_the_muscles_of_before_come_from_the_log_first() -> None:
    log = (Episode(muscle="foot"), Episode(muscle="hamstring"), Episode())
    health = Health(cramp_muscles=("calf", "foot"), episodes=log, cramps_last_10=2)
    assert usual_muscles(Profile(health=health)) == ("hamstring", "foot", "calf")
    assert usual_muscles(None) == ()
    assert moment_of(Profile(race=RACE, health=health)) == GOLDEN
    assert moment_of(None) == CrampMoment()


def test_the_stretch_of_last_time_is_shown_before_any_key() -> None:
    assert "As before: back of thigh" in text(scene(CrampState(), usual=("hamstring",)))
    assert "Cramped leg's heel" in text(scene(CrampState(), usual=("hamstring",)))


# Parts


def text(shown: Scene, width: int = 76) -> str:
    lines = [line.plain for block in drawn(reading(shown), width, 999) for line in block.lines]
    return " ".join(" ".join(lines).split())


@pytest.mark.parametrize("muscle", MUSCLES, ids=lambda each: each.id)
def test_a_muscle_is_stretched_step_by_step_with_grades(muscle: object) -> None:
    shown = reading(scene(CrampState().choose(muscle.id, 0, AT)))  # type: ignore[attr-defined]
    steps = shown.first[0].lines
    assert [line.text for line in steps][: len(muscle.stretch)] == [  # type: ignore[attr-defined]
        each.text
        for each in muscle.stretch  # type: ignore[attr-defined]
    ]
    assert all(line.grade[0] in "ABC" for line in steps)


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (REST, "Rub it gently"),
        (REST, "Drink a little if thirsty"),
        (REST, "partly in the blood"),
        (REST, "about 70 mL (2.4 fl oz), 100 mL at most"),
        (REST, "Against: a repeat with 11 adults"),
        (REST, "▸1 Wait until it does not hurt"),
        (WALK, "▸2 Walk 1–2 min"),
        (WALK, "For at least an hour this muscle may cramp again"),
        (WALK, "choose the slower pace"),
        (RUN, "Stay slower for that hour"),
        (RUN, "what helped: not answered"),
        (RUN.toggle("drink"), "what helped: a drink"),
        (RUN, "call for help"),
    ],
)
def test_what_a_phase_must_say(state: CrampState, said: str) -> None:
    assert said in text(scene(state))


def test_after_a_minute_of_walking_the_jog_is_next() -> None:
    assert "▸3 Jog easily" in text(scene(WALK, 121))


def test_the_list_of_what_helped_comes_first_while_it_is_open() -> None:
    shown = scene(REST.toggle("massage"), helping=True)
    assert text(shown).startswith("What helped? Press its number 1 · stretching 2 ✓ massage")


def test_forgetting_is_asked_twice() -> None:
    assert "forget it: this was a try" in text(scene(REST))
    assert "again: yes, forget this cramp" in text(scene(REST, forgetting=True))


def test_the_keys_shown_are_the_runners_own() -> None:
    plain = scene(CrampState())
    own = replace(plain, keys={**plain.keys, "calf": "j", "several": "v"})
    assert "j Calf, upper" in text(own)
    assert timer(own).keys[0][0] == "v"


def every_scene() -> Iterator[Scene]:
    for muscle in MUSCLES:
        yield scene(CrampState().choose(muscle.id, 0, AT), 45)
    for state in (CrampState(), HOLD, REST, WALK, RUN, REST.again(70, AT), RUN.again(900, AT)):
        for now in (31, 130, 5000):
            yield scene(state, now)
            yield scene(state, now, helping=True, forgetting=True, suggestion=31.0)
            yield scene(state, now, usual=("foot",), units=MILES, moment=CrampMoment())


def test_every_step_has_a_source_that_exists() -> None:
    for shown in every_scene():
        found = reading(shown)
        assert found.evidence
        assert len(set(found.evidence)) == len(found.evidence)
        for each in found.evidence:
            assert claim(each).sources


def test_no_text_says_what_must_not_be_said() -> None:
    for shown in every_scene():
        clock = timer(shown)
        found = reading(shown)
        lines = [line.text for part in (*found.first, *found.second) for line in part.lines]
        titles = [part.title for part in (*found.first, *found.second)]
        words = [word for key in clock.keys for word in key[2:]]
        said = (*lines, *titles, *words, clock.title, *clock.says, *shown.foot, found.title)
        for each in said:
            assert problems(each) == [], each


@pytest.mark.parametrize("width", [24, 35, 75, 96, 116])
@pytest.mark.parametrize("height", [10, 999])
def test_no_line_is_wider_than_the_room(width: int, height: int) -> None:
    for shown in every_scene():
        for block in drawn(reading(shown), width, height):
            assert max(line.cell_length for line in block.lines) <= width


def test_a_number_and_its_unit_stay_on_one_line() -> None:
    for width in range(30, 80):
        lines = [
            line.plain for block in drawn(reading(scene(REST)), width, 0) for line in block.lines
        ]
        assert not any(line.rstrip("ABC* ").endswith((" 70", " 134", " 100")) for line in lines)
