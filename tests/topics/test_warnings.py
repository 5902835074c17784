"""What is spoken before everything is known: each danger alone is enough, and none is made up."""

import json
from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from laws import few
from plan_screens import EXAMPLE
from profiles import profiles

from mile18.evidence.library import claims
from mile18.evidence.wording import problems
from mile18.factor import Caution, Countdown
from mile18.plan.overview import Row, data, row
from mile18.plan.report import report_data, report_page
from mile18.profile import Profile, tabs
from mile18.readiness import WEIGHTS, assess
from mile18.science.pace import predictions
from mile18.topics.heat.cautions import IN_HEAT
from mile18.topics.heat.humidity import load_without_humidity
from mile18.topics.heat.questions import Heat
from mile18.topics.race.questions import Race
from mile18.tui.panel import panel_lines
from mile18.units import SI, localise
from mile18.warnings import warnings
from mile18.writers.text import text

TODAY = date(2027, 4, 20)
MARATHON: dict[str, Any] = {"distance": 42.195, "date": TODAY + timedelta(days=30)}


def spoken(**answers: dict[str, Any]) -> list[Caution]:
    profile = Profile().with_changes({"race": MARATHON}).with_changes(answers)
    return list(warnings(profile, Countdown(TODAY, profile.race.date)))


def said(found: list[Caution]) -> str:
    return " ".join(localise(each.text, SI) for each in found)


@pytest.mark.parametrize(
    ("celsius", "dry", "damp"),
    [(10, 11.06, 13.95), (15, 14.45, 18.46), (20, 18.03, 23.53), (25, 21.84, 29.29), (30, 25.94, 35.91)],
)  # fmt: skip
def test_without_a_humidity_both_ends_are_reckoned(celsius: float, dry: float, damp: float) -> None:
    found = load_without_humidity(Race(), Heat(temperature=celsius))
    assert found == pytest.approx((dry, damp), abs=0.01)


@pytest.mark.parametrize(
    ("celsius", "dry", "damp"), [(10, 12.02, 14.43), (15, 15.79, 19.13), (20, 19.86, 24.45)]
)
def test_an_early_morning_is_damper(celsius: float, dry: float, damp: float) -> None:
    early = Race(start_time=time(8, 59))
    found = load_without_humidity(early, Heat(temperature=celsius))
    assert found == pytest.approx((dry, damp), abs=0.01)
    late = load_without_humidity(Race(start_time=time(9)), Heat(temperature=celsius))
    assert late != found


@pytest.mark.parametrize("known", [{"humidity": 50.0}, {"dew_point": 5.0}])
def test_with_a_humidity_there_are_no_two_ends(known: dict[str, Any]) -> None:
    assert load_without_humidity(Race(), Heat(temperature=25.0, **known)) is None
    assert load_without_humidity(Race(), Heat()) is None


def test_a_hot_day_without_humidity_is_spoken_with_both_flags_the_worse_leading() -> None:
    (found,) = spoken(heat={"temperature": 25.0})
    assert found.loud
    assert "The flag may be black or yellow (heat load about 22–29 °C WBGT)" in said([found])
    (found,) = spoken(heat={"temperature": 15.0})
    assert not found.loud
    assert "yellow or green" in said([found])
    assert spoken(heat={"temperature": 10.0}) == []


@pytest.mark.parametrize(
    ("trained", "race", "warm"), [(8, 19, True), (8, 14, False), (18, 21, False), (10, 15, True)]
)
def test_warmer_than_trained(trained: float, race: float, warm: bool) -> None:
    heat = {"temperature": race, "training_temperature": trained, "humidity": 30.0, "sun": "shade"}
    found = spoken(heat=heat)
    assert ("warmer than you have trained for" in said(found)) is warm


def test_a_hot_day_that_is_known_is_spoken_too() -> None:
    heat = {"temperature": 30.0, "humidity": 60.0}
    assert "black flag" in said(spoken(heat=heat))
    assert spoken(heat={"temperature": 12.0, "humidity": 60.0}) == []


@pytest.mark.parametrize("medicine", sorted(IN_HEAT))
def test_some_medicines_on_a_hot_day(medicine: str) -> None:
    taken = {"medicines": (medicine,)}
    (found,) = (each for each in spoken(heat={"temperature": 28.0}, health=taken) if each.private)
    assert "pharmacist" in found.text
    assert not [each for each in spoken(heat={"temperature": 9.0}, health=taken) if each.private]


@pytest.mark.parametrize(
    ("distance", "longest", "short"),
    [
        (42.195, 23.2, True), (42.195, 23.3, False), (21.0975, 11.6, True), (10.0, 5.6, False),
        (100.0, 23.2, True), (100.0, 30.0, False), (42.195, 0.0, True),
    ],
)  # fmt: skip
@pytest.mark.parametrize("weekly", [None, 20.0, 100.0])
def test_a_longest_run_far_below_the_distance(
    distance: float, longest: float, short: bool, weekly: float | None
) -> None:
    training = {"longest_run": longest, "weekly_distance": weekly}
    found = spoken(race={"distance": distance}, training=training)
    assert bool(found) is short
    assert all(each.topic == "long_run" for each in found)


@pytest.mark.parametrize(("share", "far"), [(0.9, True), (0.9698, True), (0.9702, False)])
def test_a_goal_far_above_what_was_run(share: float, far: bool) -> None:
    fastest = min(each.seconds for each in predictions(21.0975, 5980, 42.195))
    goal = round(share * fastest)
    race = {"goal_time": goal, "recent_distance": 21.0975, "recent_time": 5980}
    assert bool(spoken(race=race)) is far


def test_the_example_exponent_is_no_model_to_be_slower_than() -> None:
    race = {"goal_time": 12_100, "recent_distance": 21.0975, "recent_time": 5980}
    assert spoken(race=race, training={"weekly_distance": 80.0}) == []


@pytest.mark.parametrize(("weeks", "gap"), [(None, False), (0, False), (1, False), (2, True)])
@pytest.mark.parametrize("taper", [None, "two_weeks_or_more"])
def test_a_gap_is_no_taper(weeks: int | None, gap: bool, taper: str | None) -> None:
    found = spoken(training={"weeks_off": weeks, "taper": taper})
    assert ("not a taper" in said(found)) is gap


@pytest.mark.parametrize("where", [None, "flat", "rolling", "hilly", "long_descents"])
@pytest.mark.parametrize("practised", [None, False, True])
def test_long_descents_without_practice(where: str | None, practised: bool | None) -> None:
    found = spoken(race={"hills": where}, training={"downhill_runs": practised})
    assert bool(found) is (where == "long_descents" and practised is False)
    if found:
        assert "three to six weeks" in said(found)
        near = MARATHON | {"date": TODAY + timedelta(days=10), "hills": where}
        late = spoken(race=near, training={"downhill_runs": practised})
        assert "too late to practise a downhill run" in said(late)


def test_a_faster_first_half_after_cramps() -> None:
    assert spoken(race={"first_half": "faster"}) == []
    assert "faster first half" in said(
        spoken(race={"first_half": "faster"}, health={"cramps_last_10": 1})
    )


def test_nothing_is_spoken_of_a_race_that_is_over_or_while_the_gate_is_shut() -> None:
    hot = {"temperature": 30.0}
    assert spoken(heat=hot, race=MARATHON | {"date": TODAY - timedelta(days=1)}) == []
    assert spoken(heat=hot, health={"symptoms_now": ("fever",)}) == []


@few(200)
@given(profiles())
def test_what_is_spoken_stands_everywhere_loud_first_and_resolves(profile: Profile) -> None:
    readiness = assess(profile, TODAY)
    found = readiness.warnings
    assert [each.loud for each in found] == sorted((each.loud for each in found), reverse=True)
    topics = {*(rule.id for rule, _ in WEIGHTS), *tabs()}
    for each in found:
        assert each.topic in topics
        assert set(each.evidence) <= claims().keys()
        assert problems(localise(each.text, SI)) == []
        for sentence in localise(each.text, SI).split(". "):
            assert len(sentence.split()) <= 25, sentence
    told = [localise(each.text, SI) for each in found]
    shown = " ".join(text(report_page(profile, readiness, SI), 80).split())
    assert all(" ".join(each.split()) in shown for each in told)
    written = json.loads(json.dumps(report_data("x", readiness)["warnings"]))
    assert [each["text"] for each in written] == told
    assert data(row(Row(path="x", name="x"), profile, TODAY))["warnings"] == tuple(
        localise(each.text, SI) for each in found if each.loud
    )


def test_the_panel_names_all_before_what_to_do() -> None:
    profile = EXAMPLE.with_changes(
        {
            "heat": {"temperature": 25.0, "training_temperature": 9.0, "humidity": None},
            "training": {"longest_run": 18.0, "weeks_off": 3},
        }
    )
    readiness = assess(profile, profile.race.date or TODAY)
    lines = [line.plain for line in panel_lines(readiness, "race", 44, 60, SI)]
    found = [at for at, line in enumerate(lines) if line.startswith(("! ", "- "))]
    assert len(found) == len(readiness.warnings) >= 4
    assert max(found) < next(at for at, line in enumerate(lines) if line.startswith("Do next"))
