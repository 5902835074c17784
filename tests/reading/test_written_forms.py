"""What runners type, and what it is read as: one table, a line a form."""

from datetime import date, time
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from laws import few
from profiles import answers_to

from mile18.entry import FASTEST_S_PER_KM, Setting, editable, parse, show
from mile18.plan.plausibility import doubts
from mile18.profile import Profile, all_questions, question_by_id
from mile18.question import Kind
from mile18.reading import EntryError
from mile18.units import SI, Units

TODAY = date(2027, 4, 20)
IMPERIAL = Units(distance="mi", mass="lb", temperature="°F", volume="fl oz")
HUNDRED = {"race.goal_time": 100.0}
FORMS: dict[str, dict[Any, str]] = {
    "race.body_mass": {
        70.0: "70 | 70 kg | 70KG | 70 KG | 70Kg | 70 kg. | 70.0 | 70,0 | 70 kilo | 70 kilos | 70 kilograms",
        68.0389: "150 LB | 150 lbs | 150 pounds | 150lb",
        71.6676: "11st 4 | 11 st 4 lb | 11st 4lbs | 11 stone 4",
        69.8532: "11 st | 11 stone | 11st",
        70.5: "70½ | 70.5 kg | 70,5",
    },
    "race.distance": {
        42.195: "42,195 | 42,195 km | 42.195 | 42.195km | marathon | Marathon | full | full marathon | FM | 26.21875 mi",
        21.0975: "HM | half | half marathon | Half Marathon | 21,0975 | 21.0975 km",
        10.0: "10 | 10k | 10 K | 10 km | 10 kilometres | 10 kilometers | 10.0",
        16.0934: "10 miler | 10 miles | 10mi | 10 mi | 10 Mile",
        5.0: "5 | 5k | 5000 m | 5000 metres",
        26.2: "26.2",
        50.0: "50 | 50 km | 50k | 50 K",
        100.0: "100 km | 100k | 100 KM.",
    },
    "race.goal_time": {
        13500: "3:45:00 | 3h45 | 3:45 | 3 h 45 min | 3 hours 45 minutes | 3:45 h | 225 min | 3.75 h | 3h 45m | "
        "3 hrs 45 mins | 3:45:00. | 3.45.00 | 3 hour 45 minute | 3h45min | 3 hours and 45 minutes | 3,75 h | 3h45m0s",
        14400: "4 hours | 4 h | 4h | 4:00 | 4:00:00 | 240 min | 4 hrs | 4 hour | 4.0 h",
        12600: "3.5 h | 3,5 h | 3h30 | 3:30 | 3½ h",
        13800: "3:45-3:50 | 3:45–3:50 | 3h45 - 3h50 | 3:45 to 3:50 | 3:45:00-3:50:00",
        1335: "22'15 | 22'15\" | 22′15″ | 22:15 | 22 min 15 s | 22m15s | 22’15",
    },
    "race.recent_time": {6150: "1:42:30 | 1h42m30s | 1h 42min 30sec | 102:30", 1200: "20 min | 20:00 | 20'"},
    "race.date": {
        date(2027, 5, 2): "2027-05-02 | 2027/5/2 | 2027.05.02 | 20270502 | 2.5.2027 | 2.5.27 | 02.05.2027 | 2 May 2027 | "
        "2 may 2027 | May 2, 2027 | May 2 2027 | May 2nd, 2027 | 2nd May 2027 | 2nd of May 2027 | Sun 2 May 2027 | "
        "Sunday, 2 May 2027 | Sun, May 2, 2027 | sunday 2 may | 2 May | 2 may. | May 2 | 2. Mai 2027 | 2 mai 2027 | "
        "2 mayo 2027 | 2 de mayo de 2027 | 2 maggio 2027 | 2 mei 2027 | 2.5. | 2 May 27",
        date(2027, 12, 2): "2 Dezember 2027 | 2 décembre 2027 | 2 diciembre 2027 | 2 dicembre 2027 | 2 december 2027 | "
        "2 Dec 2027 | 2 Dez 2027 | Dec 2 | 2 dec",
        date(2027, 3, 2): "2 März 2027 | 2 mars 2027 | 2 marzo 2027 | 2 maart 2027 | 2 Mar 2027",
        date(2027, 12, 19): "19 dec | 19 Dec | Dec 19 | 19.12. | 19.12.27",
        date(2027, 5, 18): "in 4 weeks | In 4 Weeks | 4 weeks from now",
        date(2027, 4, 25): "next sunday | Next Sunday | sunday | this sunday | Sunday | on Sunday",
        date(2027, 4, 21): "tomorrow | in 1 day | in one day | wednesday",
        date(2027, 4, 30): "in 10 days | 10 days from now",
        date(2028, 2, 29): "29 February | 29 Feb | Feb 29",
        date(2028, 3, 14): "14 March | 14. März | 14.3.",
        date(2027, 8, 1): "1 août 2027 | 1 agosto 2027 | 1 August 2027 | 1 aug 2027 | 1 augustus 2027",
    },
    "training.longest_run_date": {
        date(2027, 3, 9): "6 weeks ago | 42 days ago",
        date(2027, 4, 19): "yesterday | 1 day ago | last monday | a day ago",
        date(2027, 4, 18): "last sunday | 2 days ago | last Sun",
    },
    "race.start_time": {
        time(9, 15): "9:15 | 09:15 | 9.15 | 9h15 | 0915 | 9:15 am | 9:15am | 9:15 a.m. | 9:15 AM | 09:15:00 | 9:15 h",
        time(18): "18:00 | 6 pm | 6pm | 6 PM | 18 | 18h | 6:00 pm | 6 p.m. | 18.00 | 1800",
        time(12): "12 | noon | 12:00 | 12 pm | midday",
        time(0): "0:00 | midnight | 12 am | 00:00",
    },
    "nutrition.drink_per_hour": {
        0.5: "0.5 | 0,5 | 500 ml/hr | 500ml | 500 mL | 500 ml/h | 0.5 L/h | 0.5 l/hour | 500 ml per hour | ½ | .5 | 0.5 L | 5 dl",
        0.4732: "16 oz/hr | 16 oz | 16 fl oz/h | 16 floz | 1 pint | 1 pint/h | 16 ounces per hour",
    },
    "nutrition.breakfast_g": {25.0: "25 | 25 g | 25 grams | 25g | 100 kcal | 25.0 | 25 G", 0.0: "0 | 0 g"},
    "heat.temperature": {
        22.0: "22 | 22° | 22 °C | 22C | 22 c | 22 celsius | 22º | about 22 | ~22 | ca. 22 | 22 degrees | 22.0",
        22.2222: "72º F | 72 °F | 72F | 72 f | 72 fahrenheit",
        20.0: "15-20 | 15–20 | 15 - 20 °C | 15 to 20",
        -5.0: "-5 | −5 | -5 °C",
    },
    "heat.humidity": {70.0: "70 | 70% | 70% | 70 percent"},
    "sleep.usual_hours": {7.5: "7.5 | 7,5 | 7:30 | 7h30 | 7½ | 7.5 h | 7.5 hours | 7.5 hrs"},
    "health.cramps_last_10": {2: "2 | 2 of 5 | 2/5 | 2 out of 10", 0: "0 | 0 of 3"},
    "training.weekly_distance": {50.0: "50 | 50 km | 50k | about 50", 48.2803: "30 miles | 30 mi | 30mi"},
    "race.share_on_card": {True: "y | Y | yes | Yes | YES | true | yes.", False: "n | N | no | No | NO | false"},
    "race.first_half": {"slower": "slower | Slower | s", "even": "even | at goal pace | EVEN"},
    "heat.hot_goal_time": {14400: "4:00:00 | 4h"},
}  # fmt: skip
PACES = [
    "5:20/km",
    "5'20\"/km",
    "5’20/km",
    "5′20″/km",
    "5:20 per km",
    "5:20 min/km",
    "5.20/km",
    "5:20 / km",
    "0:05:20/km",
    "5:20 /k",
]
REFUSED = {
    "race.date": ["2 marathon 2027", "31 Foo 2027", "2027-02-30", "3/4/2027", "later", "2 m 2027"],
    "race.body_mass": ["x", "1.2.3", "12 st st", "70 °C"],
    "race.goal_time": ["x", "3:75", "three hours"],
    "race.start_time": ["25", "7:61", "later"],
    "heat.temperature": ["warm", "--3"],
    "race.distance": ["far", "12,500 or so"],
}  # fmt: skip
CASES = [
    (name, text, value)
    for name, forms in FORMS.items()
    for value, texts in forms.items()
    for text in texts.split(" | ")
]


def test_there_are_enough_forms() -> None:
    assert len(CASES) + len(PACES) >= 250


@pytest.mark.parametrize(("name", "text", "value"), CASES)
def test_a_written_form_is_read(name: str, text: str, value: Any) -> None:
    found = parse(
        question_by_id(name), text, Setting(today=TODAY, race_km=42.195 if value != 1335 else 5.0)
    )
    assert found == (pytest.approx(value, abs=1e-3) if isinstance(value, float) else value)


@pytest.mark.parametrize("text", PACES)
def test_a_pace_is_read(text: str) -> None:
    found = parse(question_by_id("race.goal_time"), text, Setting(race_km=42.195))
    assert found == round(320 * 42.195)
    mile = parse(question_by_id("race.goal_time"), "0:05:33/mi", Setting(race_km=1.609344 * 20))
    assert mile == 333 * 20


def test_two_numbers_are_hours_where_minutes_are_run_by_nobody() -> None:
    goal = question_by_id("race.goal_time")
    assert parse(goal, "12:30", Setting(race_km=100.0)) == 12 * 3600 + 1800
    assert parse(goal, "21:30", Setting(race_km=5.0)) == 21 * 60 + 30


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, all_ in REFUSED.items() for text in all_]
)
def test_what_has_no_one_meaning_is_refused_in_a_sentence(name: str, text: str) -> None:
    with pytest.raises(EntryError) as caught:
        parse(question_by_id(name), text, Setting(today=TODAY, race_km=42.195))
    assert "“" in str(caught.value) or "first?" in str(caught.value)


@few(400)
@given(st.data())
def test_whatever_is_shown_is_read_back_as_the_same_answer(data: st.DataObject) -> None:
    """In any units, for every question that is typed."""
    name = data.draw(st.sampled_from(sorted(all_questions())))
    question, units = question_by_id(name), data.draw(st.sampled_from([SI, IMPERIAL]))
    if question.kind in (Kind.LOG, Kind.TICKS, Kind.TEXT):
        return
    value = data.draw(answers_to(question))
    # Minutes that nobody runs a marathon in are a slip, and read as hours.
    assume(not question.as_pace or value >= FASTEST_S_PER_KM * 42.195)
    setting = Setting(units=units, today=TODAY, race_km=42.195)
    for text in (show(question, value, units), editable(question, value, units)):
        again = parse(question, text, setting)
        assert show(question, again, units) == show(question, value, units), (name, text)


@pytest.mark.parametrize(("km", "told"), [(26.2, "26.2 mi"), (13.1, "13.1 mi"), (42.195, "")])
def test_miles_typed_as_kilometres_are_asked_about(km: float, told: str) -> None:
    found = doubts(Profile().with_answer("race.distance", km), SI).get("race.distance", "")
    assert told in found
    assert bool(found) is bool(told)


def test_a_year_long_past_is_asked_about() -> None:
    found = doubts(Profile().with_answer("race.date", date(1827, 5, 2)), SI)
    assert "1827" in found["race.date"]
    assert "race.date" not in doubts(Profile().with_answer("race.date", TODAY), SI)
