"""Rows of the list: what they say of a profile, their order, what fits, what a filter finds."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from profiles import profiles

from mile18.plan.overview import (
    BY_ID,
    COLUMNS,
    FIRST_TO_GO,
    Row,
    Weakest,
    data,
    fitting,
    flat,
    in_order,
    matching,
    row,
)
from mile18.profile import Profile
from mile18.readiness import assess

TODAY = date(2027, 4, 20)
PLACE = Row(path="/races/pig.toml", name="pig", changed=datetime(2027, 4, 19, 8, tzinfo=UTC))


def made(name: str, **more: Any) -> Row:
    """A row of a file that was read."""
    told: dict[str, Any] = {"gate": "clear", "weakest": Weakest("heat", "Heat", 0, 100)} | more
    return Row(path=f"/races/{name}.toml", name=name, **told)


@given(profiles())
def test_a_row_says_what_an_assessment_says(profile: Profile) -> None:
    found, whole = row(PLACE, profile, TODAY), assess(profile, TODAY)
    assert (found.low, found.high) == (
        int(whole.overall.low + 0.5),
        int(whole.overall.high + 0.5),
    )
    assert (found.gate, found.days) == (whole.gate.status, whole.countdown.days)
    assert found.weakest is not None
    applying = [each for each in whole.factors if each.applies]
    middle = min(each.low + each.high for each in applying)
    heaviest = max(each.weight for each in applying if each.low + each.high == middle)
    same = [each for each in applying if each.rule.id == found.weakest.factor]
    assert [(each.low + each.high, each.weight) for each in same] == [(middle, heaviest)]
    assert (found.path, found.name, found.changed) == (PLACE.path, PLACE.name, PLACE.changed)


rows = st.lists(
    st.builds(
        lambda at, race, day, gate, low: Row(
            path=f"/{at}",
            name=f"{at}",
            race=race,
            day=day,
            days=(day - TODAY).days if day else None,
            low=low,
            gate=gate,
            weakest=Weakest("heat", "Heat", low, 100) if gate else None,
            problems=() if gate else ("broken",),
        ),
        st.integers(0, 99),
        st.sampled_from(["", "Berlin", "athens"]),
        st.none() | st.dates(date(2026, 1, 1), date(2028, 1, 1)),
        st.sampled_from(["", "clear", "ask first", "not answered", "do not race today"]),
        st.integers(0, 100),
    ),
    max_size=8,
)


@given(rows, st.sampled_from(COLUMNS), st.booleans())
def test_sorting_keeps_every_row_and_puts_what_is_unknown_last(
    found: list[Row], column: Any, backwards: bool
) -> None:
    ordered = in_order(found, column, backwards=backwards)
    assert sorted(map(id, ordered)) == sorted(map(id, found))
    ranks = [column.rank(each) for each in ordered if each.readable]
    known = [rank for rank in ranks if rank is not None]
    assert known == sorted(known, reverse=backwards)
    groups = [(not each.readable, each.readable and column.rank(each) is None) for each in ordered]
    assert groups == sorted(groups)


def test_the_next_race_comes_first_then_no_date_then_those_run() -> None:
    days = {"past": -3, "long-past": -30, "soon": 1, "none": None, "later": 40}
    found = [made(name, days=left) for name, left in days.items()]
    ordered = [each.name for each in in_order(found, BY_ID["days"])]
    assert ordered == ["soon", "later", "none", "past", "long-past"]


def test_by_gate_the_gravest_comes_first_and_by_change_the_latest() -> None:
    gates = ["clear", "do not race today", "not answered", "ask first"]
    found = [made(gate, gate=gate) for gate in gates]
    assert [each.gate for each in in_order(found, BY_ID["gate"])] == [
        "do not race today",
        "ask first",
        "not answered",
        "clear",
    ]
    found = [made(str(day), changed=datetime(2027, 4, day, tzinfo=UTC)) for day in (2, 9, 5)]
    assert [each.name for each in in_order(found, BY_ID["changed"])] == ["9", "5", "2"]


@given(st.lists(st.integers(1, 30), min_size=len(COLUMNS), max_size=len(COLUMNS)), st.integers(1))
def test_columns_go_in_the_stated_order_and_no_sooner_than_they_must(
    numbers: list[int], room: int
) -> None:
    widths = {column.id: number for column, number in zip(COLUMNS, numbers, strict=True)}
    kept = fitting(widths, room, 2)
    gone = [column for column in FIRST_TO_GO if column not in kept]
    assert tuple(gone) == FIRST_TO_GO[: len(gone)]
    assert kept == [column for column in widths if column in kept]

    def taken(columns: list[str]) -> int:
        return sum(widths[each] + 2 for each in columns) - 2

    assert taken(kept) <= room or len(gone) == len(FIRST_TO_GO)
    if gone:
        before = [each for each in widths if each in kept or each == gone[-1]]
        assert taken(before) > room
    assert fitting(widths, None, 2) == list(widths)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("", ["a-1", "b-2", "c-3"]),
        ("  ", ["a-1", "b-2", "c-3"]),
        ("BERLIN", ["a-1", "b-2"]),
        ("berlin ask", ["b-2"]),
        ("heat 2027-05", ["a-1"]),
        ("b-2", ["b-2"]),
        ("[bold]", ["c-3"]),
        ("nowhere", []),
    ],
)
def test_a_filter_finds_every_word_in_any_column(typed: str, names: list[str]) -> None:
    found = [
        made("a-1", race="Berlin Marathon", day=date(2027, 5, 2)),
        made("b-2", race="Berlin Half", gate="ask first"),
        made("c-3", race="[bold] Straße"),
    ]
    assert [each.name for each in matching(found, typed)] == names


def test_the_table_of_values_has_the_same_fields_as_the_record() -> None:
    found = row(PLACE, Profile(), TODAY)
    record, values = data(found), flat(found)
    for key, value in record.items():
        inside = [f"{key}_{name}" for name in value] if isinstance(value, dict) else [key]
        assert set(inside) <= set(values)
    assert values["weakest_title"] == "Goal and pacing"
    assert values["readiness_high"] == 100
    assert values["race"] == values["date"] == values["problems"] == ""
    assert flat(Row(path="", name="")).keys() == values.keys()
