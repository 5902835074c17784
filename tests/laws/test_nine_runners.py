"""Nine runners were read whole, as a physician reads; what was wrong then is never said again."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laws import few
from outputs import EXPORTS, OUTPUTS, said
from runners import RUNNERS, TODAY

from mile18.plan.day.weather import weather
from mile18.topics.heat.adaptation import surely_black
from mile18.topics.heat.questions import Heat

READ = ("show", "week", "day", "card", "panel", "week screen", "day screen")
PRIVATE = tuple(each for each in READ if each not in EXPORTS)
WORD = "diabetes and kidney disease, with a doctor's word"
INSULIN = r"The amounts of carbohydrate here do not know your insulin"
# Who, in which outputs, what stands there.
SAID = [
    ("a race at WBGT 34", ("show", "week", "panel"), r"Expect a black flag .*Defer to another race"),
    ("a race at WBGT 34", ("week", "week screen"), r"A: no time goal under a black flag"),
    ("a race at WBGT 34", ("day", "card"), r"No splits yet. Under a black flag there is no time goal"),
    ("1.4 L/h at 60 kg", READ[:5], r"1\.4 L/h, is a lot for this race: plan no more than 0\.8 L/h"),
    ("diabetes and kidney disease", ("show", "week", "panel", "day"), INSULIN),
    (WORD, ("show", "week", "panel", "day"), INSULIN),
    ("statin, diuretic and a fever last week", ("show", "week"), r"run only easily"),
    ("100 km", ("week",), r"Drop bags"),
    ("100 km", ("day",), r"slower than the one model:"),
    ("a fever now", READ, r"(?i)do not (?:race|run)"),
    ("5 km", ("week", "day", "card"), r"in a race this short"),
    ("5 km", ("card",), r"the 25:30 that your training supports"),
]  # fmt: skip
# Who, and what stands in none of them.
NEVER = [
    ("a race at WBGT 34", r"28:48|Take the plan for a hotter day|slow down before you feel"),
    ("1.4 L/h at 60 kg", r"1\.4 L/h as planned|[Dd]rink 1\.4"),
    ("5 km", r"one guideline is|5–7 mL per kg|turn your goal into"),
    ("100 km", r"the one models|2% of"),
    ("a fever now", r"5:41/km|g an hour|28:48"),
    ("diabetes and kidney disease", r"\d+–\d+ g of carbohydrate|8–10 g|mL per kg"),
    (WORD, r"\d+–\d+ g of carbohydrate|8–10 g|mL per kg|nothing reported"),
    ("a nervous first-timer", r"\d:\d\d/km|1\.4 L/h"),
]


@pytest.mark.parametrize(("name", "outputs", "words"), SAID)
def test_what_this_runner_must_read_stands_there(
    name: str, outputs: tuple[str, ...], words: str
) -> None:
    for output in outputs:
        assert re.search(words, said(output, RUNNERS[name], TODAY), re.IGNORECASE), output


@pytest.mark.parametrize(("name", "words"), NEVER)
def test_what_was_wrong_for_this_runner_stands_nowhere(name: str, words: str) -> None:
    for output in READ:
        found = re.search(words, said(output, RUNNERS[name], TODAY))
        assert not found, (output, found)


@pytest.mark.parametrize("name", RUNNERS)
def test_no_decimals_that_nobody_knows(name: str) -> None:
    for output in READ:
        shown = said(output, RUNNERS[name], TODAY)
        assert not re.search(r"(?:WBGT|dew point|heat index)(?: about)? \d+\.\d", shown), output


@pytest.mark.parametrize("name", RUNNERS)
@pytest.mark.parametrize("output", OUTPUTS)
def test_no_output_shows_what_it_is_made_of(name: str, output: str) -> None:
    shown = said(output, RUNNERS[name], TODAY)
    assert not re.search(r"\bNone\b(?! of)|\b[Nn]a[Nn]\b|\{[\w°/]+:-?[0-9.]+", shown)


@few(100)
@given(
    temperature=st.floats(-10, 45),
    humidity=st.none() | st.floats(0, 100),
    dew_point=st.none() | st.floats(-20, 35),
    sun=st.sampled_from([None, "sun", "mixed", "shade"]),
)
def test_week_and_day_agree_on_a_black_flag(
    temperature: float, humidity: float | None, dew_point: float | None, sun: str | None
) -> None:
    heat = Heat(temperature=temperature, humidity=humidity, dew_point=dew_point, sun=sun)  # type: ignore[arg-type]
    expected = weather(heat).expected
    assert surely_black(heat) == (expected is not None and expected.surely_black)
