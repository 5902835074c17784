"""From typed text to a stored answer and back, in the units that the runner chose."""

from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laws import few
from profiles import answers_to

from mile18.entry import Setting, bounds, editable, in_words, out_of_bounds, parse, show
from mile18.profile import all_questions, topics
from mile18.question import Entry, Kind, Question, questions
from mile18.reading import EntryError
from mile18.topics.race.questions import AidStation, Race
from mile18.units import Units, localise

IMPERIAL = Units(distance="mi", mass="lb", temperature="°F", volume="fl oz")
METRIC = Setting()
AMERICAN = Setting(units=IMPERIAL)


def question(kind: Kind, **told: Any) -> Question:
    return Question(key="asked", kind=kind, prompt="Asked?", why="Because.", **told)


DISTANCE = question(
    Kind.NUMBER,
    unit="km",
    at_least=1,
    at_most=250,
    choices={"5": "5 km", "21.0975": "half marathon", "42.195": "marathon"},
)
MASS = question(Kind.NUMBER, unit="kg", at_least=25, at_most=250)
WARMTH = question(Kind.NUMBER, unit="°C", at_least=-20, at_most=50)
RATE = question(Kind.NUMBER, unit="L/h", at_least=0, at_most=3)
HOURS = question(Kind.NUMBER, unit="h", at_least=0, at_most=16)
RACES = question(Kind.WHOLE, at_least=0, at_most=10)
GOAL = question(Kind.DURATION, unit="h:mm:ss", at_least=600, at_most=172800, as_pace=True)
RESTED = question(Kind.CHOICE, choices={"sometimes": "sometimes", "so_so": "so-so", "no": "never"})


@pytest.mark.parametrize(
    ("asked", "text", "setting", "stored"),
    [
        (DISTANCE, "32", METRIC, 32),
        (DISTANCE, "20", AMERICAN, 32.18688),
        (DISTANCE, "20 km", AMERICAN, 20),
        (DISTANCE, "26.2 mi", METRIC, 42.164813),
        (DISTANCE, "5k", METRIC, 5),
        (DISTANCE, "half", METRIC, 21.0975),
        (DISTANCE, "Marathon", METRIC, 42.195),
        (MASS, "150 lb", METRIC, 68.038856),
        (MASS, "150", AMERICAN, 68.038856),
        (WARMTH, "72 F", METRIC, 22.222222),
        (WARMTH, "22 °C", AMERICAN, 22),
        (RATE, "0,5", METRIC, 0.5),
        (RATE, "500 mL/h", METRIC, 0.5),
        (RATE, "17 oz/h", METRIC, 0.50275),
        (HOURS, "6:30", METRIC, 6.5),
        (HOURS, "6h45", METRIC, 6.75),
        (HOURS, "90 min", METRIC, 1.5),
        (RACES, "3", METRIC, 3),
        (GOAL, "3:45", METRIC, 13500),
        (GOAL, "5:20/km", Setting(race_km=42.195), 13502),
        (GOAL, "8:35/mi", Setting(race_km=42.195), 13503),
        (RESTED, "some", METRIC, "sometimes"),
        (RESTED, "never", METRIC, "no"),
        (question(Kind.YES_NO), "Y", METRIC, True),
        (question(Kind.YES_NO), "no", METRIC, False),
        (question(Kind.TEXT), " [/x] ", METRIC, "[/x]"),
        (question(Kind.DATE), "2 May 2027", METRIC, date(2027, 5, 2)),
        (question(Kind.TIME), "7:30", METRIC, time(7, 30)),
        (MASS, "  ", METRIC, None),
    ],
)
def test_text_becomes_an_answer_in_si(
    asked: Question, text: str, setting: Setting, stored: object
) -> None:
    answer = parse(asked, text, setting)
    assert answer == (pytest.approx(stored, rel=1e-6) if isinstance(stored, float) else stored)


@pytest.mark.parametrize(
    ("asked", "text", "setting", "message"),
    [
        (HOURS, "24", METRIC, "24 h is outside 0–16 h"),
        (MASS, "600", AMERICAN, "600 lb is outside 55.1–551.2 lb"),
        (MASS, "70 km", METRIC, "“70 km”: “km” is not a unit for this; use kg"),
        (MASS, "1e5", METRIC, "“1e5”: “e5” is not a unit for this; use kg"),
        (RACES, "2.5", METRIC, "2.5 is not a whole number"),
        (GOAL, "5:20/km", METRIC, "a pace needs the distance first; or give the finish time"),
        (GOAL, "0:05:00", METRIC, "5:00 is outside 10:00–48:00:00"),
        (RESTED, "s", METRIC, "“s” is none of: sometimes, so-so, never"),
        (question(Kind.YES_NO), "perhaps", METRIC, "“perhaps” is neither yes nor no"),
    ],
)
def test_what_is_no_answer_is_told_in_the_runners_units(
    asked: Question, text: str, setting: Setting, message: str
) -> None:
    with pytest.raises(EntryError) as caught:
        parse(asked, text, setting)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("asked", "value", "units", "shown"),
    [
        (DISTANCE, 42.195, Units(), "marathon"),
        (DISTANCE, 32.18688, IMPERIAL, "20 mi"),
        (WARMTH, 22.0, IMPERIAL, "71.6 °F"),
        (GOAL, 13500, Units(), "3:45:00"),
        (question(Kind.DATE), date(2027, 5, 2), Units(), "Sun 2 May 2027"),
        (
            question(Kind.CHECKLIST, choices={"a": "one", "b": "two"}),
            ("a", "b"),
            Units(),
            "one, two",
        ),
        (question(Kind.CHECKLIST, choices={"a": "one"}), (), Units(), "none of these"),
        (MASS, None, Units(), ""),
    ],
)
def test_answers_are_shown_as_a_runner_reads_them(
    asked: Question, value: object, units: Units, shown: str
) -> None:
    assert show(asked, value, units) == shown


def test_bounds_are_told_in_the_runners_units() -> None:
    assert bounds(WARMTH, IMPERIAL) == "-4–122 °F"
    assert bounds(GOAL) == "10:00–48:00:00"


@given(
    st.sampled_from([DISTANCE, MASS, WARMTH, RATE, HOURS]),
    st.floats(0, 1),
    st.sampled_from([Units(), IMPERIAL]),
)
def test_what_the_editor_shows_reads_back_as_the_same_answer(
    asked: Question, part: float, units: Units
) -> None:
    assert asked.at_least is not None
    assert asked.at_most is not None
    value = asked.at_least + part * (asked.at_most - asked.at_least)
    text = editable(asked, value, units)
    again = parse(asked, text, Setting(units=units))
    assert again == pytest.approx(value, abs=2e-4)
    assert editable(asked, again, units) == text


def test_a_bound_typed_as_it_is_shown_is_allowed() -> None:
    assert parse(DISTANCE, editable(DISTANCE, 250.0, IMPERIAL), AMERICAN) == 250


def _bounded() -> list[Any]:
    asked = dict(all_questions())
    for name, each in all_questions().items():
        if each.entry is not None:
            asked |= {f"{name}.{part.key}": part for part in questions(each.entry)}
    return [
        pytest.param(each, bound, id=f"{name}-{bound:g}")
        for name, each in asked.items()
        if each.kind in (Kind.NUMBER, Kind.WHOLE)
        for bound in (each.at_least, each.at_most)
        if bound is not None
    ]


@pytest.mark.parametrize(("asked", "bound"), _bounded())
def test_every_bound_typed_as_it_is_shown_in_imperial_units_is_allowed(
    asked: Question, bound: float
) -> None:
    low, high = bounds(asked, IMPERIAL).partition(" ")[0].rsplit("–", 1)
    typed = low if bound == asked.at_least else high
    stored = parse(asked, typed, AMERICAN)
    assert stored == pytest.approx(bound, rel=2e-3, abs=0.05)
    assert out_of_bounds(asked, stored) == ""


def test_beyond_a_bound_as_it_is_shown_is_refused() -> None:
    assert parse(MASS, "55.1", AMERICAN) == 25
    for text in ("55", "551.3"):
        with pytest.raises(EntryError):
            parse(MASS, text, AMERICAN)
    with pytest.raises(EntryError):
        parse(MASS, "24.98", METRIC)


def test_rules_speak_si_and_the_screen_speaks_the_runners_units() -> None:
    told = "longest {km:32.2} at {pace:320}, {°C:22–24}, {°C:22}, {L/h:0.5}, {kg:70}"
    assert localise(told, Units()) == "longest 32.2 km at 5:20/km, 22–24 °C, 22 °C, 0.5 L/h, 70 kg"
    assert (
        localise(told, IMPERIAL)
        == "longest 20 mi at 8:35/mi, 72–75 °F, 72 °F, 16.9 fl oz/h, 154.3 lb"
    )


# Lists, as they are written in one line


def of_kind(kind: Kind) -> list[Any]:
    # Logs in words have tests of their own.
    asked = [
        each
        for sheet in topics().values()
        for each in questions(sheet)
        if each.kind is kind and not in_words(each)
    ]
    return [pytest.param(each, id=each.key) for each in asked]


STATIONS = next(each for each in questions(Race) if each.key == "aid_stations")
MUSCLES = question(
    Kind.CHECKLIST, choices={"calf": "calf", "hip": "hip, or trunk", "foot": "foot or toes"}
)
FIVE, TEN = AidStation(km=5.0, offers="water"), AidStation(km=10.0, offers="water, gel")


@pytest.mark.parametrize(
    ("asked", "text", "stored"),
    [
        (STATIONS, "5 water; 10 water, gel", (FIVE, TEN)),
        (STATIONS, " 5 km: water ;10 km - water, gel;", (FIVE, TEN)),
        (STATIONS, "5, water; 6.2137119 mi · water, gel", (FIVE, TEN)),
        (STATIONS, "5; 10", (AidStation(km=5.0), AidStation(km=10.0))),
        (STATIONS, "None", ()),
        (MUSCLES, "calf, foot", ("calf", "foot")),
        (MUSCLES, "hip, or trunk, Calf,calf", ("hip", "calf")),
        (MUSCLES, "none", ()),
        (MUSCLES, "none of these", ()),
        (MUSCLES, "", None),
    ],
)
def test_a_list_is_read_from_one_line(asked: Question, text: str, stored: Any) -> None:
    assert parse(asked, text, METRIC) == stored


@pytest.mark.parametrize(
    ("asked", "text", "reason"),
    [
        (STATIONS, "water", "“water” is not a number"),
        (STATIONS, "5 water; gel", "“gel” is not a number"),
        (STATIONS, "5 water; 300 gel", "300 km is outside 0–250 km"),
        (STATIONS, ";", "“;” names nothing; if there is nothing to name, write none"),
        (MUSCLES, "calf, nose", "“nose” is none of: calf, hip, or trunk, foot or toes"),
        (MUSCLES, "calf foot", "“calf foot” is none of: "),
    ],
)
def test_a_list_that_is_none_is_told(asked: Question, text: str, reason: str) -> None:
    with pytest.raises(EntryError) as error:
        parse(asked, text, METRIC)
    assert str(error.value).startswith(reason)


@pytest.mark.parametrize("asked", of_kind(Kind.CHECKLIST))
@few(30)
@given(data=st.data())
def test_a_checklist_typed_as_it_is_shown_reads_back(asked: Question, data: st.DataObject) -> None:
    said = data.draw(answers_to(asked))
    assert parse(asked, show(asked, said), METRIC) == said


@pytest.mark.parametrize("asked", of_kind(Kind.LOG))
@few(30)
@given(data=st.data())
def test_entries_with_all_their_answers_read_back(asked: Question, data: st.DataObject) -> None:
    assert asked.entry
    each = [
        (question, answers_to(question).filter(lambda said: said != ()))
        for question in questions(asked.entry)
        if question.kind is not Kind.TEXT
    ]
    entries = data.draw(
        st.lists(st.builds(asked.entry, **{question.key: some for question, some in each}))
    )

    def written(entry: Entry) -> str:
        return ", ".join(editable(question, getattr(entry, question.key)) for question, _ in each)

    read = parse(asked, "; ".join(map(written, entries)) or "none", METRIC)
    assert list(map(written, read)) == list(map(written, entries))


ODD = [
    *["9" * 400, "-" + "9" * 400, "9" * 5000, "1e309", "nan", "inf", "∞", "9" * 400 + ":00:00"],
    *["9" * 400 + " km", "9" * 50 + " lb", "0." + "0" * 50 + "1", "9" * 400 + "/km", "½" * 50, "²"],
    *["٣", "9" * 400 + "h", "9" * 400 + "-01-01", "2027-" + "9" * 50, "2 May " + "9" * 50, "\x00"],
    *[
        "\u202e1",
        "1\u0301",
        "9" * 4301 + ":00",
        ";;;;",
        ",,,,",
        ":" * 50,
        "/" * 50,
        "1e" + "9" * 40,
    ],
]


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_whatever_is_typed_is_read_or_refused_in_a_sentence(text: str) -> None:
    for setting in (Setting(), Setting(today=date(2027, 4, 28), race_km=42.195)):
        for question in all_questions().values():
            refused = ""
            try:
                show(question, parse(question, text, setting))
            except EntryError as error:
                refused = str(error)
            assert len(refused) < 600, question.key
