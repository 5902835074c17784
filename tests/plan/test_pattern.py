"""Races with and without cramps side by side: only with enough of both, and never as a cause."""

from datetime import date, timedelta
from typing import Any

import pytest
from golden_race import RACE_DAY, golden
from hypothesis import given
from hypothesis import strategies as st
from laws import few
from profiles import profiles, wordless
from written import pattern_text, texts

from mile18.evidence.wording import problems
from mile18.plan.debrief.data import pattern_data
from mile18.plan.debrief.pages import bearing, pattern_page
from mile18.plan.debrief.pattern import FAIR, FEWEST, FIGURES, Pattern, pattern, raced
from mile18.profile import Profile
from mile18.topics.health.episode import Episode
from mile18.units import SI, Units
from mile18.wrap import columns

TODAY = RACE_DAY + timedelta(days=400)
MILES = Units(distance="mi", mass="lb", temperature="°F", volume="fl oz")


def run(at: int, *, cramped: bool | None, half: int = 6750, **more: Any) -> Profile:
    """The golden race on another day, with a debrief."""
    day = RACE_DAY + timedelta(days=30 * at)
    debrief = {"result": "finished", "time": 13_500, "half_time": half, "cramped": cramped, **more}
    return golden(race={"name": f"Race {at}", "date": day}, debrief=debrief)


def over(*races: Profile, today: date = TODAY) -> Pattern:
    return pattern(raced(f"file-{at}", each, today) for at, each in enumerate(races))


def some(cramped: int, clear: int) -> Pattern:
    return over(
        *(run(at, cramped=True, half=6500 + 10 * at) for at in range(cramped)),
        *(run(-at - 1, cramped=False, half=6750 + 10 * at) for at in range(clear)),
    )


@pytest.mark.parametrize(("cramped", "clear"), [(0, 0), (1, 0), (2, 2), (9, 2), (2, 9)])
def test_under_the_stated_n_only_the_list_is_shown(cramped: int, clear: int) -> None:
    found = some(cramped, clear)
    assert (found.compared, found.enough) == ((), False)
    text = pattern_text(found, SI)
    assert "WITH AND WITHOUT" not in text
    assert text.count("Race ") == cramped + clear
    if cramped + clear:
        assert f"From {FEWEST} of each on" in " ".join(text.split())


def test_with_enough_both_sides_stand_with_their_middle_range_and_n() -> None:
    found = some(3, 4)
    half = next(each for each in found.compared if each.id == "first_half")
    assert half.with_cramps is not None
    assert half.without is not None
    assert (half.with_cramps.n, half.without.n) == (3, 4)
    assert half.with_cramps.middle == pytest.approx(100 * (6510 - 6761) / 6761)
    assert half.without.low == pytest.approx(100 * (6750 - 6761) / 6761)
    text = pattern_text(found, SI)
    row = next(line for line in text.splitlines() if line.startswith("First half"))
    assert row.split() == [
        "First",
        "half",
        "(−",
        "faster)",
        "−3.7",
        "%",
        "(−3.9",
        "to",
        "−3.6)",
        "n",
        "3",
        "0.1",
        "%",
        "(−0.2",
        "to",
        "0.3)",
        "n",
        "4",
    ]
    assert text.index("WHAT THIS CAN SHOW") < text.index("WITH AND WITHOUT")
    assert "chance alone" in " ".join(text.split())


def test_a_figure_known_too_seldom_is_not_compared() -> None:
    found = some(3, 3)
    drink = next(each for each in found.compared if each.id == "drink")
    assert (drink.with_cramps, drink.without, drink.known) == (None, None, (0, 0))
    assert "answered for fewer than 3 of each: carbohydrate; drink" in " ".join(
        pattern_text(found, SI).split()
    )
    one_side = over(
        *(run(at, cramped=True, portions=9.0) for at in range(3)),
        *(run(-at - 1, cramped=False) for at in range(3)),
    )
    assert "60 g/h n 3 too few, n 0" in " ".join(pattern_text(one_side, SI).split())


@pytest.mark.parametrize(("cramped", "clear"), [(0, 0), (1, 2), (3, 3), (FAIR - 1, 40), (10, 10)])
def test_one_sentence_says_what_the_n_can_bear(cramped: int, clear: int) -> None:
    text = bearing(some(cramped, clear))
    assert problems(text) == []
    for word in ("risk", "chance of", "cause", "significant", "p <", "prove"):
        assert word not in text
    if min(cramped, clear) >= FAIR:
        assert "nothing here says why" in text
    if cramped + clear:
        assert text.startswith(f"{cramped} with cramps and {clear} without")


def test_a_race_not_noted_counts_on_neither_side() -> None:
    found = over(run(0, cramped=None), run(1, cramped=True))
    assert found.counts == (1, 0)
    assert "1 where that is not answered" in bearing(found)
    log = (Episode(date=RACE_DAY, muscle="calf", km=30.0),)
    logged = run(0, cramped=None).with_answer("health.episodes", log)
    assert over(logged).counts == (1, 0)
    assert "cramps (30 km upper calf)" in pattern_text(over(logged), SI)


def test_what_was_not_run_or_not_looked_back_on_is_left_out() -> None:
    ahead = run(0, cramped=True)
    assert over(ahead, today=RACE_DAY - timedelta(days=1)).races == ()
    assert over(golden(), golden(debrief={"result": "not_started"})).races == ()


def test_a_copy_of_a_file_counts_once_and_is_said() -> None:
    found = over(run(0, cramped=True), run(0, cramped=True), run(1, cramped=True))
    assert (len(found.races), found.copies) == (2, 1)
    assert "1 file with the same day and debrief left out" in pattern_text(found, SI)


def test_the_latest_race_comes_first() -> None:
    found = over(*(run(at, cramped=False) for at in (1, 3, 2)))
    assert [race.name for race in found.races] == ["Race 3", "Race 2", "Race 1"]


def test_data_holds_the_same() -> None:
    data = pattern_data(some(3, 3))
    assert (data["with_cramps"], data["without"], data["fewest_to_compare"]) == (3, 3, FEWEST)
    assert len(data["races"]) == 6
    assert {each["id"] for each in data["compared"]} == {each.id for each in FIGURES}
    half = next(each for each in data["compared"] if each["id"] == "first_half")
    assert half["with_cramps"]["n"] == 3


@given(st.lists(profiles(), max_size=8), st.booleans())
@few(25)
def test_any_races_fit_any_width_and_say_nothing_forbidden(
    found: list[Profile], same: bool
) -> None:
    if same:
        found = [*found, *(run(at, cramped=at < 4) for at in range(8))]
    for width in (40, 80):
        text = pattern_text(over(*found), MILES, width)
        assert max(map(columns, text.splitlines())) <= width
    for section in pattern_page(over(*map(wordless, found)), SI, 100).sections:
        assert all(problems(each) == [] for each in texts(section))


def test_too_narrow_a_page_is_refused() -> None:
    with pytest.raises(ValueError, match="32 or more"):
        pattern_text(some(1, 1), SI, 31)
