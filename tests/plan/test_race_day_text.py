"""The text of race day: it fits, keeps its order, says what is missing, and no more than it may."""

import re
from datetime import date

import pytest
import written
from fuel_plans import gels
from golden_race import GOLDEN, TODAY, golden
from hypothesis import given
from hypothesis import strategies as st
from laws import few
from msgspec.structs import replace
from profiles import profiles
from rich.cells import cell_len
from written import day_text

from mile18.drawing import Row
from mile18.evidence.library import claims
from mile18.evidence.wording import problems
from mile18.page import said
from mile18.plan.day.day import RaceDay, race_day
from mile18.plan.day.pages import day_page
from mile18.plan.day.plots import course_plot, fluid_plot, heat_plot
from mile18.profile import Profile, all_questions
from mile18.topics.nutrition.products import Product
from mile18.topics.race.questions import AidStation
from mile18.units import SI, Units, localise
from mile18.writers.text import lines, text

MILES = Units(distance="mi", mass="lb", temperature="°F", volume="fl oz")
WIDTHS = [32, 40, 80, 120]
units = st.sampled_from([SI, MILES])


def _runner(answers: dict[str, dict[str, object]], pace: float) -> Profile:
    race = answers["race"]
    km = race["distance"]
    assert isinstance(km, float)
    return golden(**(answers | {"race": race | {"goal_time": max(600, int(km * pace))}}))


# Random profiles hardly ever have a goal that goes with the distance; these always do.
runners = st.builds(
    _runner,
    st.fixed_dictionaries(
        {
            "race": st.fixed_dictionaries(
                {
                    "distance": st.sampled_from([5.0, 10.0, 21.0975, 42.195, 100.0, 161.0]),
                    "body_mass": st.floats(35, 140),
                    "first_half": st.sampled_from(["slower", "even", "faster", None]),
                    "aid_stations": st.lists(
                        st.builds(AidStation, km=st.none() | st.floats(0, 120)), max_size=9
                    ).map(tuple),
                }
            ),
            "nutrition": st.fixed_dictionaries(
                {
                    "products": st.lists(
                        st.builds(
                            Product,
                            name=st.sampled_from([None, "gel", "cola"]),
                            carbohydrate=st.none() | st.floats(0, 150),
                            every=st.none() | st.floats(5, 180),
                            km=st.none() | st.floats(0.1, 250),
                            count=st.none() | st.integers(1, 200),
                            source=st.sampled_from([None, "own", "station"]),
                            sodium=st.none() | st.floats(0, 5000),
                            caffeine=st.none() | st.floats(0, 500),
                        ),
                        max_size=3,
                    ).map(tuple),
                    "fuel_practised": st.sampled_from(["no", "once", "several", None]),
                    "drink_plan": st.sampled_from(["to_thirst", "amount", "none", None]),
                    "drink_per_hour": st.none() | st.floats(0, 3),
                    "sweat_drunk": st.floats(0, 4),
                }
            ),
            "heat": st.fixed_dictionaries(
                {
                    "temperature": st.none() | st.floats(-20, 50),
                    "humidity": st.none() | st.floats(0, 100),
                    "dew_point": st.none() | st.floats(-30, 35),
                    "sun": st.sampled_from(["sun", "mixed", "shade", None]),
                    "hot_temperature": st.none() | st.floats(-10, 50),
                    "very_hot_temperature": st.none() | st.floats(-10, 50),
                    "hot_goal_time": st.none() | st.integers(600, 172_800),
                }
            ),
            "health": st.fixed_dictionaries(
                {
                    "cramps_last_10": st.sampled_from([None, 0, 3]),
                    "cramp_where": st.sampled_from([None, "first_half", "final_quarter", "after"]),
                }
            ),
        }
    ),
    st.floats(150, 700),
)
anyone = profiles() | runners


def own_words_only(profile: Profile) -> Profile:
    """The profile without text that the runner typed, which may say anything."""
    stations = tuple(replace(each, offers=None) for each in profile.race.aid_stations or ())
    return replace(
        profile,
        race=replace(profile.race, name=None, place=None, aid_stations=stations),
        nutrition=replace(profile.nutrition, products=gels(25.0, 20.0)),
    )


def titles(day: RaceDay) -> list[str]:
    return [section.title for section in day_page(day, SI, 80).sections]


@given(anyone, st.dates(), units, st.sampled_from(WIDTHS))
@few(150)
def test_any_profile_gives_a_text_that_fits(
    profile: Profile, today: date, units: Units, width: int
) -> None:
    text = day_text(race_day(profile, today), units, width)
    for line in text.splitlines():
        assert cell_len(line) <= width, line
        assert all(sign.isprintable() for sign in line)


@given(anyone, st.dates(), units)
@few(100)
def test_every_sentence_is_modest(profile: Profile, today: date, units: Units) -> None:
    day = race_day(own_words_only(profile), today)
    texts = [localise(each.text, units) for each in day.said()]
    texts += [localise(each.what, units) for each in day.lacks]
    texts += [told for each in day_page(day, units, 80).sections for told in written.texts(each)]
    for told in texts:
        assert not problems(told), told
        assert not re.search(r"[{}]", told), told
        assert not re.search(r"\b(?:nan|inf|None(?! of them))\b", told), told


@given(anyone, st.dates())
@few(100)
def test_claims_and_questions_exist_and_gaps_are_real(profile: Profile, today: date) -> None:
    day = race_day(profile, today)
    assert set(day.evidence) <= set(claims())
    assert set(day.open_questions) <= set(all_questions())
    for each in day.lacks:
        assert each.questions, each


def test_plan_a_is_compared_with_the_models_and_says_once_what_stands_under_heat() -> None:
    hot = day_text(
        race_day(golden(heat={"temperature": 33.0, "hot_temperature": None}), TODAY), SI, 80
    )
    plan_a = hot[hot.index("PLANS A, B AND C") :].split("\nB  ")[0]
    assert "black flag" not in plan_a
    assert "black flag" in hot
    warm = day_text(race_day(golden(heat={"temperature": 22.0}), TODAY), SI, 80)
    plan_a = warm[warm.index("PLANS A, B AND C") :].split("\nB  ")[0]
    assert "Faster than both models suggest in this heat." in plan_a


@given(anyone, st.dates(), units)
@few(100)
def test_splits_portions_and_stations_keep_within_the_race(
    profile: Profile, today: date, units: Units
) -> None:
    day = race_day(profile, today, units)
    aim = day.goal.target
    for found in (day.pacing.splits(units), day.pacing.splits(units, 5)):
        assert sum(split.seconds for split in found) == (aim.seconds if aim else 0)
    for portion in day.fuel.portions:
        assert aim is not None
        assert 0 < 60 * portion.minute < aim.seconds
        assert 0 < portion.km < aim.km
    for station in day.stations.all:
        assert profile.race.distance is None or station.km <= profile.race.distance
    numbers = [number for station in day.stations.all for number in station.portions]
    assert len(numbers) == len(set(numbers))


@given(anyone, units, st.integers(32, 120), st.integers(3, 20))
@few(60)
def test_any_plot_fits(profile: Profile, units: Units, width: int, height: int) -> None:
    day = race_day(profile, TODAY)
    plots: list[tuple[Row, ...]] = [
        course_plot(day, units, width),
        fluid_plot(day, width, height),
        heat_plot(day, units, width, height),
    ]
    for row in (row for plot in plots for row in plot):
        assert len(row.text) <= width


def test_whoever_cramped_before_reads_pacing_before_the_goal() -> None:
    calm = titles(race_day(GOLDEN, TODAY))
    cramped = titles(race_day(golden(health={"cramps_last_10": 2}), TODAY))
    assert calm.index("Goal") < calm.index("Pacing")
    assert cramped.index("Pacing") < cramped.index("Goal")


def test_a_shut_gate_and_a_gain_stand_at_the_front_of_their_parts() -> None:
    gaining = golden(nutrition={"drink_per_hour": 1.4})
    day = race_day(gaining, TODAY)
    by_title = {each.title: written.sentences(each) for each in day_page(day, SI, 80).sections}
    for title in ("First of all", "Fluids"):
        told = [line for line in by_title[title] if line.kind in ("said", "loud")]
        assert told[0].kind == "loud"
        assert "gain weight" in told[0].text
    assert "! 1.4 L/h is more than you sweat" in day_text(day, SI)
    ill = race_day(gaining.with_answer("health.symptoms_now", ("fever",)), TODAY)
    first, *others = day_page(ill, SI, 80).sections
    assert first.title == "What to do now"
    assert written.sentences(first)[0].kind == "loud"
    assert [each.title for each in others] == ["If a cramp comes", "Please note", "Sources"]


def test_what_is_missing_is_asked_in_the_words_of_its_question() -> None:
    text = " ".join(day_text(race_day(Profile(), TODAY), SI).split())
    assert "? No splits yet. → Race: Distance; Race: Goal time" in text
    assert "? No heat load without a temperature. → Heat: Temperature expected" in text


def test_the_golden_plots() -> None:
    day = race_day(
        golden(heat={"hot_temperature": 26.0}, health={"cramp_where": "final_quarter"}), TODAY
    )
    along = course_plot(day, SI, 60)
    assert [row.text.split(" ")[0] for row in along[:4]] == [
        "easy",
        "portions",
        "stations",
        "past",
    ]
    assert along[1].text.count("•") == 9
    assert along[2].text.count("▲") == 6
    assert "half" in along[-1].text
    assert along[-1].text.endswith("42.2 km")
    body = fluid_plot(day, 60, 8)
    assert any(row.text.startswith("−2%") for row in body)
    assert any(row.text.lstrip().startswith("0%") for row in body)
    heat = heat_plot(day, SI, 60, 8)
    assert re.search("A.*B", heat[-2].text)
    roles = {hint.role for row in heat for hint in row.hints}
    assert {"coach", "elite", "range", "mark"} <= roles


def test_the_zone_of_cramps_is_drawn_only_if_the_runner_gave_it() -> None:
    assert not any("×" in row.text for row in course_plot(race_day(GOLDEN, TODAY), SI, 60))


def test_no_plot_without_its_numbers() -> None:
    empty = race_day(Profile(), TODAY)
    assert course_plot(empty, SI, 60) == ()
    assert fluid_plot(empty, 60, 8) == ()
    assert heat_plot(empty, SI, 60, 8) == ()


def test_text_from_a_file_stays_text() -> None:
    odd = golden(
        race={"name": "{km:5}\x1b[2J", "aid_stations": (AidStation(km=5.0, offers="食" * 60),)},
        nutrition={"products": gels(25.0, 20.0, "gel\nwith {kg:70}\x07")},
    )
    text = day_text(race_day(odd, TODAY), MILES)
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "gel with (kg:70): 25 g" in text
    assert all(cell_len(line) <= 80 for line in text.splitlines())


@pytest.mark.parametrize("width", [0, 31])
def test_too_narrow_is_refused(width: int) -> None:
    with pytest.raises(ValueError, match="allowed is 32"):
        text(day_page(race_day(GOLDEN, TODAY), SI, 80), width)


def test_a_figure_keeps_its_unit_on_the_same_row() -> None:
    rows = lines(said("You would lose about 2.6 kg by the finish of it"), 25)
    assert rows == ["- You would lose about", "  2.6 kg by the finish of", "  it"]
