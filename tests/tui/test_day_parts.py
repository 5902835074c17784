"""Race day drawn: whatever the answers, everything the plan says is there and fits."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laws import few
from profiles import profiles
from textual.content import Content
from written import sentences

from mile18.page import only
from mile18.plan.day.day import race_day
from mile18.plan.day.pages import day_page
from mile18.profile import Profile, all_questions
from mile18.tui.page import LACK, Block
from mile18.tui.race_day.glance import OPEN, gauge, glance
from mile18.tui.race_day.parts import (
    FLUIDS,
    NAMED,
    PART,
    PLANS,
    SIDE_BY_SIDE,
    WHOLE,
    day_blocks,
)
from mile18.tui.race_day.screen import sources
from mile18.tui.races.example import example
from mile18.units import SI, Units

TODAY = date(2027, 4, 20)
EXAMPLE = example(TODAY)
GAINING = EXAMPLE.with_answer("nutrition.drink_per_hour", 1.4)
MILES = Units("mi", "lb", "°F", "fl oz")


def _plain(text: str) -> str:
    return " ".join(text.split())


def _text(blocks: list[Block]) -> str:
    return _plain(" ".join(line.plain for block in blocks for line in block.lines))


@few(60)
@given(
    profile=profiles(),
    width=st.integers(32, 100),
    units=st.sampled_from([SI, MILES]),
    glanced=st.booleans(),
)
def test_it_fits_and_leaves_nothing_out(
    profile: Profile, width: int, units: Units, glanced: bool
) -> None:
    day = race_day(profile, TODAY)
    blocks = list(day_blocks(day, units, width, glance=glanced))
    drawn = [line for block in blocks for line in block.lines]
    assert all("\n" not in line.plain for line in drawn)
    assert max(line.cell_length for line in drawn) <= width
    titles = [each.title for each in only(day_page(day, units, width).sections, WHOLE)]
    assert [block.part for block in blocks if block.part] == titles
    stops = [block.stop for block in blocks if block.stop]
    assert len({*stops}) == len(stops)
    asked = {stop.rpartition(" ")[2] for stop in stops if stop.startswith(LACK)}
    assert asked <= set(all_questions())
    assert asked == {lack.questions[0] for lack in day.lacks}


@pytest.mark.parametrize("width", [37, 75, 100])
@pytest.mark.parametrize("profile", [EXAMPLE, GAINING, Profile()])
def test_every_sentence_of_the_plan_is_there(profile: Profile, width: int) -> None:
    day = race_day(profile, TODAY)
    text = _text(list(day_blocks(day, SI, width, glance=False)))
    for section in only(day_page(day, SI, width).sections, WHOLE):
        in_columns = section.title == PLANS and width >= SIDE_BY_SIDE
        for line in () if in_columns else sentences(section):
            assert _plain(line.text) in text, line


def test_plans_stand_side_by_side_where_there_is_room() -> None:
    day = race_day(EXAMPLE, TODAY)
    for width, together in ((75, False), (SIDE_BY_SIDE, True), (100, True)):
        blocks = list(day_blocks(day, SI, width, glance=False))
        lines = next(block.lines for block in blocks if block.part == PLANS)
        goals = ("3:45:00", "3:55:00", "4:15:00")
        assert any(all(goal in line.plain for goal in goals) for line in lines) is together
        text = _plain(" ".join(line.plain for line in lines))
        for words in (*goals, "24 °C", "28 °C", "4:00:00–4:05:00", "black flag"):
            assert words in text


def test_the_plan_that_the_weather_calls_for_is_marked_by_a_word() -> None:
    warm = EXAMPLE.with_answer("heat.temperature", 25.0)
    lines = next(
        block.lines
        for block in day_blocks(race_day(warm, TODAY), SI, 90, glance=False)
        if block.part == PLANS
    )
    assert "Plan B  expected" in lines[1].plain


@pytest.mark.parametrize("width", [37, 60, 100])
def test_a_gain_is_told_by_a_word_in_reverse(width: int) -> None:
    blocks = list(day_blocks(race_day(GAINING, TODAY), SI, width, glance=True))
    lines = next(block.lines for block in blocks if block.part == FLUIDS)
    loud = [line for line in lines if line.plain.lstrip().startswith("GAIN ")]
    assert loud
    for line in loud:
        assert any("reverse" in str(span.style) for span in line.spans)
    # Before anything else is said, the scale says it too.
    assert lines[1].plain.endswith("GAIN")
    assert any(row.label == "GAIN" for row in glance(race_day(GAINING, TODAY), SI))


def test_without_a_gain_nothing_is_that_loud() -> None:
    blocks = list(day_blocks(race_day(EXAMPLE, TODAY), SI, 80, glance=False))
    lines = next(block.lines for block in blocks if block.part == FLUIDS)
    assert not any(line.plain.lstrip().startswith(("GAIN", "CARE")) for line in lines)


@pytest.mark.parametrize(
    ("drink", "said"), [(0.0, "−5.1%"), (0.5, "−2.5%"), (0.7, "−1.4%"), (1.4, "+2.4%")]
)
def test_the_scale_shows_both_guards(drink: float, said: str) -> None:
    day = race_day(EXAMPLE.with_answer("nutrition.drink_per_hour", drink), TODAY)
    for width in (40, 80):
        scale, marks, end = (line.plain for line in gauge(day.fluids, width))
        assert len(scale) <= width
        assert marks.split() == ["−2%", "0%"]
        mark = "!" if said == "+2.4%" else "●"
        assert end == f"{mark} {said} at the finish"
        low, high = (at for at, sign in enumerate(scale) if sign == "│")
        assert (scale.index(mark) < low) is (said in ("−5.1%", "−2.5%"))
        assert (scale.index(mark) > high) is (said == "+2.4%")


def test_no_scale_without_a_balance() -> None:
    assert list(gauge(race_day(Profile(), TODAY).fluids, 60)) == []


def test_at_a_glance_nothing_is_invented() -> None:
    rows = {row.label: row.said for row in glance(race_day(Profile(), TODAY), SI)}
    assert rows["Goal"] == rows["Plan A"] == rows["Fuel"] == OPEN
    assert not any(sign.isdigit() for said in rows.values() for sign in said)


def test_at_a_glance_the_figures_of_the_plan() -> None:
    rows = {row.label: row.said for row in glance(race_day(EXAMPLE, TODAY), SI)}
    assert rows["Goal"] == "3:45:00, 5:20/km"
    assert rows["Open"] == "3 km at about 5:27/km"
    assert rows["Half"] == "1:52:41 or later"
    assert rows["Plan B"] == "3:55:00, from 24 °C"
    assert rows["Fuel"] == "6 × 25 g, every 30 min"
    assert rows["Drink"] == "to thirst, below 0.96 L/h"
    assert rows["Loss"] == "2.5% of body weight, above 2%"
    miles = {row.label: row.said for row in glance(race_day(EXAMPLE, TODAY), MILES)}
    assert miles["Goal"] == "3:45:00, 8:35/mi"
    assert miles["Plan B"] == "3:55:00, from 75.2 °F"


def test_each_part_has_sources_of_its_own_and_together_they_are_all() -> None:
    day = race_day(EXAMPLE, TODAY)
    found = [set(sources(day, each.title)) for each in NAMED]
    assert all(found)
    assert set().union(*found) == set(day.evidence)
    assert sources(day, "Please note") == day.evidence


def test_every_part_but_the_notes_has_a_key() -> None:
    titles = {block.part for block in day_blocks(race_day(EXAMPLE, TODAY), SI, 80, glance=False)}
    assert titles - {each.title for each in NAMED} == {"", "First of all", "Please note"}
    assert len({each.key for each in NAMED} | {"e", "l"}) == len(NAMED) + 2
    assert PART + FLUIDS in {
        block.stop for block in day_blocks(race_day(EXAMPLE, TODAY), SI, 80, glance=False)
    }


def test_a_plot_is_coloured_by_what_it_shows() -> None:
    blocks = day_blocks(race_day(EXAMPLE, TODAY), SI, 80, glance=False)
    lines: list[Content] = [line for block in blocks for line in block.lines]
    portions = next(line for line in lines if line.plain.startswith("portions"))
    assert portions.plain.count("•") == 6
    styled = {
        portions.plain[span.start : span.end]
        for span in portions.spans
        if "accent" in str(span.style)
    }
    assert styled == {"•"}
