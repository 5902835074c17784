"""The scorecard: known races give known verdicts, and what nobody said is never made up."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from golden_race import RACE_DAY, golden
from hypothesis import given
from hypothesis import strategies as st
from laws import few
from profiles import profiles, wordless
from written import debrief_text, texts

from mile18.evidence.library import claims
from mile18.evidence.wording import problems
from mile18.plan.card.sections import HALF, split_part
from mile18.plan.day.day import race_day
from mile18.plan.debrief.data import debrief_data
from mile18.plan.debrief.pages import debrief_page
from mile18.plan.debrief.row import NOT_NOTED, NOT_PLANNED, Row, verdict
from mile18.plan.debrief.scorecard import Scorecard, scorecard
from mile18.profile import Profile, question_by_id
from mile18.topics.health.episode import Episode
from mile18.topics.health.gate import speaks_against_running
from mile18.topics.sleep import Night
from mile18.units import SI, Units
from mile18.wrap import columns

AFTER = RACE_DAY + timedelta(days=2)
MILES = Units(distance="mi", mass="lb", temperature="°F", volume="fl oz")
ROWS = [
    "finish", "first_half", "fuel", "drink", "net", "last_night", "nights_before", "weather",
]  # fmt: skip


def card(**topics: dict[str, Any]) -> Scorecard:
    return scorecard(golden(**topics), AFTER)


def row(name: str, **topics: dict[str, Any]) -> Row:
    found = card(**topics).row(name)
    assert found is not None
    return found


def done(**debrief: Any) -> dict[str, Any]:
    return {"result": "finished", **debrief}


# Verdicts


@pytest.mark.parametrize(
    ("name", "debrief", "expected", "told"),
    [
        # The golden race: 3:45:00, half 1:52:41, 75 g/h, 0.5 L/h, 70 kg, sweat 1.2 L/h, 22 °C.
        ("finish", done(time=13_500), "within", "as planned"),
        ("finish", done(time=13_770), "within", "2% slower"),
        ("finish", done(time=13_230), "within", "2% faster"),
        ("finish", done(time=13_784), "just outside", "2.1% slower"),
        ("finish", done(time=14_175), "just outside", "5% slower"),
        ("finish", done(time=14_184), "well outside", "5.1% slower"),
        ("finish", done(time=12_800), "well outside", "5.2% faster"),
        ("first_half", done(half_time=6_761), "within", "as planned"),
        ("first_half", done(half_time=6_480), "just outside", "4.2% faster"),
        ("first_half", done(half_time=6_400), "well outside", "5.3% faster"),
        # PF&H's scorecard of Bowden: about 26 g/h against 75 is 35%, well outside.
        ("fuel", done(time=3600, carbohydrate_g=26.0), "well outside", "35% of the plan"),
        ("fuel", done(time=13_500, portions=11.0), "within", "98% of the plan"),
        ("fuel", done(time=3600, carbohydrate_g=67.5), "within", "90% of the plan"),
        ("fuel", done(time=3600, carbohydrate_g=82.5), "within", "110% of the plan"),
        ("fuel", done(time=3600, carbohydrate_g=67.0), "just outside", "89% of the plan"),
        ("fuel", done(time=3600, carbohydrate_g=56.25), "just outside", "75% of the plan"),
        ("fuel", done(time=3600, carbohydrate_g=95.0), "well outside", "127% of the plan"),
        ("fuel", done(time=3600, carbohydrate_g=0.0), "well outside", "0% of the plan"),
        ("drink", done(time=7200, drunk=1.0), "within", "100% of the plan"),
        ("drink", done(time=7200, drunk=0.6), "well outside", "60% of the plan"),
        # Net: reckoned with 1.2 L/h of sweat, else weighed.
        ("net", done(time=7200, drunk=1.0), "within", "estimated with your sweat test"),
        ("net", done(time=10_800, drunk=1.9), "just outside", "estimated with your sweat test"),
        ("net", done(mass_before=70.0, mass_after=68.6), "within", "weighed"),
        ("net", done(mass_before=70.0, mass_after=68.5), "just outside", "weighed"),
        ("net", done(mass_before=70.0, mass_after=67.8), "well outside", "weighed"),
        ("net", done(mass_before=70.0, mass_after=70.0), "within", "weighed"),
        ("net", done(mass_before=70.0, mass_after=70.03), "within", "weighed"),
        ("net", done(mass_before=70.0, mass_after=70.1), "just outside", "weighed"),
        ("net", done(mass_before=70.0, mass_after=70.5), "well outside", "weighed"),
        ("weather", done(temperature=24.0), "within", "warmer"),
        ("weather", done(temperature=18.0), "just outside", "cooler"),
        ("weather", done(temperature=28.0), "well outside", "warmer"),
    ],
)
def test_a_verdict_follows_from_the_limits(
    name: str, debrief: dict[str, Any], expected: str, told: str
) -> None:
    found = row(name, debrief=debrief)
    assert (found.verdict, found.told) == (expected, told)


@pytest.mark.parametrize(
    ("hours", "expected"),
    [(8.0, "within"), (6.0, "within"), (5.9, "just outside"), (5.0, "just outside"), (4.5, "well outside")],
)  # fmt: skip
def test_sleep_is_held_against_a_usual_night(hours: float, expected: str) -> None:
    usual = {"usual_hours": 7.0}
    assert row("last_night", sleep=usual, debrief={"slept_last_night": hours}).verdict == expected
    assert row("nights_before", sleep=usual, debrief={"slept_before": hours}).verdict == expected


def test_what_is_on_a_limit_is_inside_it() -> None:
    assert [verdict(each, 10, 25) for each in (10, 10.1, 25, 25.1)] == [
        "within", "just outside", "just outside", "well outside",
    ]  # fmt: skip


def test_any_gain_is_loud_and_names_the_signs() -> None:
    said = row("net", debrief=done(mass_before=70.0, mass_after=70.1)).notes
    assert said[0].loud
    assert "thirst" in said[0].text
    assert not row("net", debrief=done(mass_before=70.0, mass_after=69.0)).notes


def test_weights_outrank_the_reckoning_and_a_slip_gives_no_verdict() -> None:
    both = done(time=7200, drunk=1.0, mass_before=70.0, mass_after=67.0)
    assert row("net", debrief=both).verdict == "well outside"
    slip = row("net", debrief=done(mass_before=70.0, mass_after=47.0))
    assert (slip.done, slip.verdict) == (None, None)
    assert "check the figures" in slip.told
    assert slip.done_words.endswith(("lost", "gained"))


def test_over_the_red_line_is_loud() -> None:
    assert any(note.loud for note in row("drink", debrief=done(time=3600, drunk=1.6)).notes)


# The plan that counted


def test_on_a_hot_day_plan_b_counts_and_plan_a_is_told() -> None:
    heat = {"hot_temperature": 24.0, "hot_goal_time": 14_400}
    debrief = done(time=14_400, temperature=25.0)
    found = row("finish", heat=heat, debrief=debrief)
    assert (found.planned, found.verdict) == (14_400, "within")
    assert "3:45:00" in found.notes[0].text
    cool = row("finish", heat=heat, debrief=debrief | {"temperature": 20.0})
    assert (cool.planned, cool.verdict) == (13_500, "well outside")


def test_plan_c_without_a_time_is_no_clock_and_gives_no_verdict() -> None:
    heat = {"very_hot_temperature": 27.0, "very_hot_goal_time": None}
    found = row("finish", heat=heat, debrief=done(time=16_000, temperature=29.0))
    assert (found.planned, found.planned_words, found.verdict) == (None, "no clock", None)


def test_to_thirst_has_no_amount_to_be_held_against() -> None:
    found = row("drink", nutrition={"drink_plan": "to_thirst"}, debrief=done(time=7200, drunk=1.0))
    assert (found.planned_words, found.verdict) == ("to thirst", None)


def test_no_fuel_planned_and_none_taken_is_within_and_some_has_no_share() -> None:
    none: dict[str, Any] = {"products": ()}
    assert row("fuel", nutrition=none, debrief=done(time=3600, portions=0.0)).verdict == "within"
    some = row("fuel", nutrition=none, debrief=done(time=3600, carbohydrate_g=20.0))
    assert (some.verdict, some.told) == (None, "none was planned")


def test_a_race_not_finished_has_no_finish_but_grams_an_hour() -> None:
    debrief = {"result": "stopped", "time": 7200, "carbohydrate_g": 150.0}
    assert row("finish", debrief=debrief).verdict is None
    assert row("finish", debrief=debrief).done_words == "stopped after 2:00:00"
    assert row("fuel", debrief=debrief).verdict == "within"


def test_a_race_not_started_has_nothing_on_the_road() -> None:
    found = card(debrief={"result": "not_started", "slept_last_night": 6.0})
    assert [each.id for each in found.rows] == ["last_night", "nights_before", "weather"]
    assert any("did not start" in note.text for note in found.notes)


@pytest.mark.parametrize("units", [SI, MILES])
@pytest.mark.parametrize("letter", ["A", "B"])
def test_the_first_half_planned_is_the_one_on_the_card(units: Units, letter: str) -> None:
    hot: dict[str, Any] = {"hot_temperature": 24.0, "hot_goal_time": 14_100}
    profile = golden(heat=hot, debrief={"temperature": 25.0 if letter == "B" else 20.0})
    half = next(
        m for m in split_part(race_day(profile, AFTER, units), units).marks if m.short == HALF
    )
    found = scorecard(profile, AFTER, units).row("first_half")
    assert found is not None
    assert found.planned_words == half.times["AB".index(letter)]


def test_a_goal_for_a_hot_day_alone_has_an_even_half_and_never_the_whole_race() -> None:
    hot = {"hot_temperature": 24.0, "hot_goal_time": 14_100}
    found = row("first_half", race={"goal_time": None}, heat=hot, debrief={"temperature": 25.0})
    assert (found.planned, found.planned_words) == (7_050, "1:57:30")


def test_the_second_half_is_told_and_a_half_after_the_end_is_a_slip() -> None:
    found = row("first_half", debrief=done(time=14_400, half_time=6_600))
    assert any("18.2% slower" in note.text for note in found.notes)
    slip = row("first_half", debrief=done(time=6_000, half_time=6_600))
    assert slip.verdict is None
    assert "check both" in slip.told


# Nothing is made up


def test_a_scorecard_of_nothing_is_empty_words() -> None:
    bare = scorecard(Profile(), AFTER)
    assert bare.empty
    assert [each.id for each in bare.rows] == ROWS
    for each in bare.rows:
        assert (each.planned, each.done, each.verdict, each.told) == (None, None, None, "")
        assert each.planned_words in (NOT_PLANNED, "no forecast", "usual not answered")
        assert each.done_words == NOT_NOTED
        assert each.asks
    assert not any(
        sign.isdigit() for text in texts(debrief_page(bare, SI, 80).sections[0]) for sign in text
    )


def test_grams_without_a_time_are_said_as_a_total() -> None:
    found = row("fuel", debrief={"portions": 3.0})
    assert (found.done, found.done_words, found.verdict) == (None, "75 g in all", None)
    assert found.asks == ("debrief.time",)


def test_logged_nights_stand_in_until_the_debrief_says_otherwise() -> None:
    nights = tuple(
        Night(date=RACE_DAY - timedelta(days=day), hours=hours)
        for day, hours in ((0, 5.0), (1, 7.0), (7, 8.0), (8, 1.0))
    )
    sleep = {"usual_hours": 7.0, "nights": nights}
    assert row("last_night", sleep=sleep).done == 5.0
    assert row("nights_before", sleep=sleep).done == 7.5
    assert row("last_night", sleep=sleep, debrief={"slept_last_night": 6.0}).done == 6.0


def test_the_race_still_ahead_is_said() -> None:
    early = scorecard(golden(), RACE_DAY - timedelta(days=3))
    assert any("still ahead" in note.text for note in early.notes)
    assert not card().notes


# Cramps


def log(*days: date | None, **more: Any) -> dict[str, Any]:
    return {"episodes": tuple(Episode(date=day, muscle="calf", **more) for day in days)}


@pytest.mark.parametrize(
    ("said", "days", "cramped", "count"),
    [
        (None, [], None, 0),
        (False, [], False, 0),
        (True, [], True, 0),
        (None, [RACE_DAY], True, 1),
        (True, [RACE_DAY, RACE_DAY], True, 2),
        (False, [RACE_DAY], None, 1),
        (None, [RACE_DAY - timedelta(days=196), None], None, 0),
        (False, [RACE_DAY + timedelta(days=1)], False, 0),
    ],
)
def test_only_cramps_of_the_day_count(
    said: bool | None, days: list[date | None], cramped: bool | None, count: int
) -> None:
    found = card(health=log(*days), debrief={"cramped": said}).cramps
    assert (found.cramped, len(found.episodes)) == (cramped, count)


def test_a_race_past_midnight_has_the_cramps_of_the_next_day() -> None:
    start, tomorrow = {"start_time": time(22, 0)}, RACE_DAY + timedelta(days=1)
    found = card(race=start, health=log(tomorrow), debrief={"time": 13_500})
    assert found.cramps.cramped is True


def test_a_cramp_is_told_with_its_place_and_what_helped() -> None:
    more = {"km": 32.5, "severity": "moderate", "stopped": 90, "helped": ("stretch", "slowing")}
    text = card(health=log(RACE_DAY, **more)).cramps.lines[0].text
    assert text == (
        "At {km:32.5}, final quarter · upper calf · had to stop or walk · stopped 1:30 · "
        "helped: stretching, slowing down"
    )


def test_an_answer_and_a_log_that_disagree_are_said_aloud() -> None:
    lines = card(health=log(RACE_DAY), debrief={"cramped": False}).cramps.lines
    assert lines[0].loud


# Any profile


@given(profiles(), st.dates(date(2020, 1, 1), date(2035, 1, 1)))
@few(40)
def test_any_debrief_fits_any_width_and_says_nothing_forbidden(
    profile: Profile, today: date
) -> None:
    found = scorecard(profile, today)
    for width in (40, 80):
        text = debrief_text(found, MILES, width)
        assert max(map(columns, text.splitlines())) <= width
        assert "{" not in text or "{" in str(profile)
    for section in debrief_page(scorecard(wordless(profile), today), SI, 100).sections:
        assert all(problems(each) == [] for each in texts(section))
    # While it is shut there was no plan to hold the day against.
    assert debrief_data("x", found)["rows"] or speaks_against_running(profile.health)


@given(profiles())
@few(40)
def test_a_verdict_needs_a_done_and_its_claims_exist(profile: Profile) -> None:
    found = scorecard(profile, AFTER)
    for each in found.rows:
        assert each.verdict is None or each.done is not None
        assert set(each.evidence) <= set(claims())
        assert all(set(note.evidence) <= set(claims()) for note in each.notes)
        assert problems(f"{each.what}: {each.limits}") == []
    for name in found.asks:
        assert profile.answer(name) is None
        assert question_by_id(name).prompt


def test_too_narrow_a_page_is_refused() -> None:
    with pytest.raises(ValueError, match="32 or more"):
        debrief_text(card(), SI, 31)


def test_units_are_the_runners() -> None:
    text = debrief_text(card(debrief=done(time=7200, drunk=1.0, temperature=25.0)), MILES)
    assert "77 °F" in text
    assert "16.9 fl oz/h" in text


@given(profiles())
@few(40)
def test_a_verdict_can_be_redone_from_the_page(profile: Profile) -> None:
    net = scorecard(profile, AFTER).row("net")
    if net is not None and net.done is not None:
        gained = net.done_words.endswith("gained")
        assert gained == any(note.loud for note in net.notes)
        assert not (gained and net.verdict == "within")
        # Over 5 h or 50 km a loss is expected, and only a gain is judged.
        unchanged = None if net.limits.startswith("over") else "within"
        assert not (net.done_words == "no change" and net.verdict != unchanged)
