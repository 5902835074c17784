"""The report: everything can be redone by hand, fits the width, and says nothing it must not."""

import json
import re
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laws import few
from msgspec.structs import replace
from profiles import profiles
from written import report_text, texts

import mile18
from mile18.evidence.wording import problems
from mile18.factor import Factor
from mile18.plan.report import report, report_data, total_lines
from mile18.profile import Profile
from mile18.readiness import Readiness, assess, counting, fold
from mile18.storage.store import open_file
from mile18.units import SI, Units

TODAY = date(2027, 4, 20)
EXAMPLE = open_file(Path(mile18.__file__).parent / "examples" / "flying-pig.toml").profile
MILES = Units(distance="mi", mass="lb", temperature="°F", volume="fl oz")
_SUM = re.compile(r"(\d+) = \((.+)\) ÷ (\d+)(?:, rounded from ([\d.]+))?$")


def told(profile: Profile, units: Units = SI) -> dict[str, list[str]]:
    found = report(assess(profile, TODAY), units)
    return {section.title: texts(section) for section in found}


def redone(line: str) -> Fraction:
    """The sum of a line, done with nothing but what the line says."""
    match = _SUM.search(line)
    assert match, line
    shown, addends, weights, exact = match.groups()
    products = [addend.split(" × ") for addend in addends.split(" + ")]
    mean = Fraction(sum(int(weight) * int(value) for weight, value in products), int(weights))
    assert sum(int(weight) for weight, _ in products) == int(weights)
    assert int(shown) == int(mean + Fraction(1, 2))
    if exact:
        assert float(exact) == pytest.approx(float(mean), abs=0.006)
    return mean


@given(profiles())
@few(60)
def test_the_sum_can_be_redone_by_hand(profile: Profile) -> None:
    readiness = assess(profile, TODAY)
    written = [line for line in total_lines(readiness) if " ÷ " in line]
    ends = [readiness.overall.low, readiness.overall.high]
    if len(written) == 1:
        assert ends[0] == ends.pop()
    for line, end in zip(written, ends, strict=True):
        assert float(redone(line)) == pytest.approx(end)


def with_doubt(which: Factor, low: int, high: int) -> Factor:
    verdict = replace(which.verdict, applies=None, because="the distance is open")
    return replace(which, verdict=verdict, low=low, high=high)


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), min_size=1, max_size=6))
def test_doubtful_factors_count_as_in_the_overall_figure(spans: list[tuple[int, int]]) -> None:
    certain, *others = assess(EXAMPLE, TODAY).factors
    doubtful = [
        with_doubt(each, min(span), max(span)) for each, span in zip(others, spans, strict=False)
    ]
    factors = (certain, *doubtful)
    overall = fold(factors)
    for lowest, end in ((True, overall.low), (False, overall.high)):
        taken = counting(factors, lowest=lowest)
        weights = sum(each.weight for each in taken)
        total = sum(each.weight * (each.low if lowest else each.high) for each in taken)
        assert total / weights == pytest.approx(end)


@pytest.mark.parametrize(
    ("low", "high", "end"),
    [
        (0, 100, "at both ends"),
        (0, 0, "at the low end only"),
        (100, 100, "at the high end only"),
        (None, None, "at neither end"),
    ],
)
def test_a_doubtful_factor_says_at_which_end_it_counts(
    low: int | None, high: int | None, end: str
) -> None:
    readiness = assess(EXAMPLE, TODAY)
    certain, other, *_ = readiness.factors
    assert 0 < certain.low == certain.high < 100
    same = certain.low
    factors = (
        certain,
        with_doubt(other, same if low is None else low, same if high is None else high),
    )
    lines = list(total_lines(changed(readiness, factors)))
    (sentence,) = (line for line in lines if line.startswith(other.rule.title))
    assert end in sentence
    assert "the distance is open" in sentence


def changed(readiness: Readiness, factors: tuple[Factor, ...]) -> Readiness:
    return replace(readiness, factors=factors, overall=fold(factors))


def test_a_factor_that_is_not_needed_carries_no_weight() -> None:
    short = EXAMPLE.with_changes({"race": {"distance": 5.0, "goal_time": 1500}})
    readiness = assess(short, TODAY)
    left_out = [each.rule.title for each in readiness.factors if not each.applies]
    assert left_out
    assert (
        f"Not needed for this race, so without weight: {', '.join(left_out)}."
        in told(short)["How it adds up"]
    )


@given(profiles(), st.integers(40, 120), st.sampled_from([SI, MILES]))
@few(40)
def test_every_line_fits_the_width(profile: Profile, width: int, units: Units) -> None:
    text = report_text(profile, assess(profile, TODAY), units, width)
    assert max(len(line) for line in text.split("\n")) <= width


@pytest.mark.parametrize("units", [SI, MILES])
def test_numbers_are_in_the_units_of_the_runner(units: Units) -> None:
    text = report_text(EXAMPLE, assess(EXAMPLE, TODAY), units)
    assert not re.search(r"\{|\}", text)
    assert bool(re.search(r"\d km\b", text)) == (units is SI)
    assert bool(re.search(r"\d mi\b", text)) == (units is MILES)


@given(profiles(), st.sampled_from([SI, MILES]))
@few(60)
def test_nothing_is_said_that_must_not_be_said(profile: Profile, units: Units) -> None:
    for lines in told(profile, units).values():
        for line in lines:
            # An exclamation mark is the sign of the gate, as ✓ is, and never ends a sentence.
            assert problems(line.removeprefix("! ")) == []


def test_levers_stand_ranked_with_points_and_days_and_apart_from_those_too_late() -> None:
    readiness = assess(EXAMPLE, TODAY)
    found = told(EXAMPLE)
    for title, levers in (
        ("Do next", readiness.possible),
        ("Too late for this race", readiness.too_late),
    ):
        assert len(levers) > 1
        for line, lever in zip(found[title], levers, strict=True):
            assert line.startswith(f"+{lever.points:.1f}  ")
            assert ("needs" in line) == (lever.lead_days > 0)


def test_every_factor_shows_weight_grade_and_arithmetic() -> None:
    lines = told(EXAMPLE)["Each factor"]
    for each in assess(EXAMPLE, TODAY).factors:
        at = lines.index(f"{each.rule.title} (weight {each.weight}, grade {each.rule.grade})")
        assert lines[at + 1].startswith(f"  {each.low} = ")


def test_the_figure_never_stands_without_saying_what_it_is_not() -> None:
    for profile in (Profile(), EXAMPLE):
        assert any("not your chance of cramping" in line for line in told(profile)["Readiness"])


def test_the_gate_gives_every_reason() -> None:
    ill = EXAMPLE.with_changes({"health": {"symptoms_now": ("fever", "chest_pain")}})
    readiness = assess(ill, TODAY)
    status, *reasons = told(ill)["Health"]
    assert "Do not race or train hard now" in status
    assert [each.strip() for each in reasons] == [each.text for each in readiness.gate.reasons]
    assert len(reasons) == 2


@given(profiles())
@few(40)
def test_what_to_answer_next_is_not_answered_and_asked_once(profile: Profile) -> None:
    names = assess(profile, TODAY).open_questions
    assert len(names) == len(set(names))
    assert all(profile.answer(name) is None for name in names)


def test_a_long_list_of_questions_is_cut_in_print_and_whole_in_data() -> None:
    readiness = assess(Profile(), TODAY)
    names = list(readiness.open_questions)
    assert f"and {len(names) - 8} more" in report_text(Profile(), readiness, SI)
    assert report_data("new", readiness)["open_questions"] == names


def test_the_data_have_the_published_shape() -> None:
    readiness = assess(EXAMPLE, TODAY)
    data = json.loads(json.dumps(report_data("flying-pig", readiness)))
    assert data["schema"] == 1
    assert data["profile"] == "flying-pig"
    assert data["today"] == "2027-04-20"
    assert data["days_to_race"] == 12
    figure = int(readiness.overall.low + 0.5)
    assert data["readiness"] == {"low": figure, "high": figure}
    assert data["race_morning"]["low"] > figure
    assert 0 < data["answered"] <= 1
    assert data["gate"]["status"] == "clear"
    assert {*data["factors"][0]} >= {
        *("id", "topic", "weight", "low", "high", "grade", "applies", "arithmetic", "why"),
        *("evidence", "parts", "cap"),
    }
    assert {*data["levers"][0]} == {
        *("factor", "action", "points", "lead_days", "possible", "changes")
    }
    for factor in data["factors"]:
        assert sum(part["share"] for part in factor["parts"]) == 100


@given(profiles())
@few(40)
def test_the_data_are_plain_json_without_unit_tokens(profile: Profile) -> None:
    data = report_data("any", assess(profile, TODAY))
    said = json.dumps(
        [[each["arithmetic"] for each in data["factors"]], [e["action"] for e in data["levers"]]]
    )
    assert "{" not in said
    json.dumps(data)


def test_the_changes_of_a_lever_lead_to_its_points() -> None:
    readiness = assess(EXAMPLE, TODAY)
    lever = readiness.possible[0]
    after = assess(EXAMPLE.with_changes(lever.changes), TODAY)
    assert after.overall.low - readiness.overall.low == pytest.approx(lever.points)


def test_while_the_gate_is_shut_nothing_is_offered_for_points() -> None:
    ill = EXAMPLE.with_answer("health.symptoms_now", ("chest_pain",))
    titles = [each.title for each in report(assess(ill, TODAY), SI)]
    assert "Health" in titles
    assert not {"Do next", "Too late for this race"} & set(titles)
    assert "on race morning" not in report_text(ill, assess(ill, TODAY), SI)
