"""What `mile18 cramp --print` promises: complete, in order, and never wider than asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laws import few
from rich.cells import cell_len
from written import cramp_text

from mile18.evidence.cramp_steps import (
    AFTER,
    AFTERWARDS,
    NOT_THIS,
    PICKLE_FACTS,
    RECURRENCE,
    RESTART,
    STOP_ACTION,
    STOP_SIGNS,
    STOP_TITLE,
)
from mile18.evidence.library import GRADES
from mile18.evidence.stretches import CAUTIONS, MUSCLES, OFF_COURSE, Muscle
from mile18.page import Sentence, only
from mile18.plan.cramp.protocol import CrampMoment, find_muscle, pickle_juice
from mile18.plan.cramp.reading import cramp_page

GOLDEN = CrampMoment("Flying Pig Marathon", 42.195, 3 * 3600 + 45 * 60, 70, True)
MUSCLES_OR_NONE = st.sampled_from([None, *MUSCLES])


def _flat(text: str) -> str:
    """The words on one line, without the box, so that wrapping does not matter."""
    return " ".join(text.replace("|", " ").split())


@given(
    width=st.integers(32, 100),
    muscle=MUSCLES_OR_NONE,
    km=st.none() | st.floats(0, 60),
    name=st.none() | st.text(max_size=60),
    known=st.booleans(),
)
@few(60)
def test_no_line_is_wider_than_asked(
    width: int, muscle: Muscle | None, km: float | None, name: str | None, known: bool
) -> None:
    moment = CrampMoment(name, 42.195, 13_500, 70, True) if known else CrampMoment(name)
    text = cramp_text(moment, muscle, km, width)
    assert all(cell_len(line) <= width for line in text.splitlines())


@pytest.mark.parametrize("width", [32, 40, 80, 100])
@pytest.mark.parametrize("muscle", MUSCLES, ids=lambda muscle: muscle.id)
def test_the_whole_protocol_is_there_at_every_width(muscle: Muscle, width: int) -> None:
    flat = _flat(cramp_text(GOLDEN, muscle, 32, width))
    steps = [
        *muscle.stretch,
        muscle.helper,
        *CAUTIONS,
        *AFTER,
        pickle_juice(70),
        *PICKLE_FACTS,
        *RESTART,
        RECURRENCE,
        *NOT_THIS,
        *AFTERWARDS,
    ]
    for step in steps:
        assert f"{step.text} [{step.grade}" in flat
    assert all(each.full in flat for each in STOP_SIGNS)
    assert all(each.text in flat for each in STOP_ACTION)


def test_only_what_is_no_instruction_waits_until_it_is_asked_for() -> None:
    page = cramp_page(GOLDEN, MUSCLES[0], 32, 80)
    told = {
        block.text
        for section in only(page.sections, ())
        for block in section.blocks
        if isinstance(block, Sentence)
    }
    for step in (*AFTER, *PICKLE_FACTS):
        assert any(text.startswith(step.text) for text in told) is not step.why
    assert any(step.why for step in (*AFTER, *PICKLE_FACTS))


@pytest.mark.parametrize("muscle", [None, MUSCLES[0]])
def test_the_stop_signs_come_before_everything_else(muscle: Muscle | None) -> None:
    lines = cramp_text(GOLDEN, muscle, 32).splitlines()
    assert set(lines[0]) == {"+", "="}
    assert STOP_TITLE in lines[1]
    end = lines.index(lines[0], 1)
    assert all(line.startswith("|") and line.endswith("|") for line in lines[1:end])
    assert any(OFF_COURSE.text in line for line in lines[end:])
    assert not any(OFF_COURSE.text in line for line in lines[:end])


def test_without_a_muscle_all_seven_stand_with_their_keys() -> None:
    lines = cramp_text(GOLDEN, None, 32, 100).splitlines()
    for muscle in MUSCLES:
        assert f"{muscle.key}  {muscle.heading}" in lines
        assert all(f"   {step.text} " in " ".join(lines) for step in muscle.position)


def test_with_a_muscle_the_others_stay_out_of_the_way() -> None:
    text = cramp_text(GOLDEN, find_muscle("h"), 32, 100)
    assert "BACK OF THIGH (HAMSTRING)" in text
    assert "soleus" not in text.casefold()


def test_the_new_finish_is_worked_out_from_the_goal_and_the_kilometre() -> None:
    text = cramp_text(GOLDEN, None, 32, 80)
    assert "stop 1:30" in text
    assert "same pace" in text
    for finish in ("3:46:30 (+1:30)", "3:51:56 (+6:56)", "4:08:15 (+23:15)"):
        assert finish in text
    assert "5:52" in text
    assert "9:26" in text
    assert "nobody has measured it" in text


def test_the_new_finish_says_what_is_missing() -> None:
    flat = _flat(cramp_text(CrampMoment(race_km=42.195), None, 30))
    assert "Not answered yet: goal time." in flat
    # Before a cramp there is nothing to work out, so nothing is missing.
    assert "NEW FINISH TIME" not in cramp_text(GOLDEN, None, None)


def test_a_kilometre_beyond_the_finish_is_explained() -> None:
    flat = _flat(cramp_text(GOLDEN, None, 50))
    assert (
        "Cannot be worked out: kilometre of the stop is 50 km, allowed is 0 to 42.195 km." in flat
    )


def test_body_mass_decides_the_pickle_juice() -> None:
    assert "70 mL (2.4 fl oz)" in _flat(cramp_text(GOLDEN, None, None))
    assert "1 mL per kg of body weight" in _flat(cramp_text(CrampMoment(), None, None))


def test_a_runner_who_cramped_before_is_told_to_take_the_slower_pace() -> None:
    assert "choose the slower pace" in _flat(cramp_text(GOLDEN, None, None))
    assert "choose the slower pace" not in _flat(cramp_text(CrampMoment(), None, None))


def test_every_grade_letter_is_explained_and_every_claim_has_its_source() -> None:
    text = cramp_text(GOLDEN, None, None, 100)
    sources = text.split("SOURCES\n")[1]
    assert all(f"{letter}  {meaning}" in text for letter, meaning in GRADES.items())
    assert "firstaid-stop-stretch [A] miller2022" in sources
    for step in (*RESTART, *NOT_THIS, *STOP_ACTION):
        assert all(f"{each} [" in sources for each in step.evidence)


def test_a_race_name_from_a_file_brings_no_control_characters() -> None:
    text = cramp_text(CrampMoment(race_name="Flying\x1b[31m\nPig\u202e"), None, None)
    assert "Flying [31m Pig" in text
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_a_width_too_narrow_to_read_is_refused() -> None:
    with pytest.raises(ValueError, match="allowed is 32 or more"):
        cramp_text(CrampMoment(), None, None, 31)


@pytest.mark.parametrize("width", range(32, 101, 3))
def test_a_number_keeps_its_unit_and_a_step_its_grade(width: int) -> None:
    steps = cramp_text(GOLDEN, None, 32, width).split("SOURCES")[0]
    lines = [line.strip(" |") for line in steps.splitlines()]
    assert not any(
        line.startswith(("h:", "h afterwards", "min.", "mL", "[C]", "[B]")) for line in lines
    )


def test_an_impossible_body_mass_does_not_cost_the_page() -> None:
    flat = _flat(cramp_text(CrampMoment(body_mass_kg=0), None, None))
    assert "1 mL per kg of body weight" in flat
