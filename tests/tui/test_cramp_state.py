"""A cramp as a value: every key leads from one state to the next."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mile18.evidence.cramp_steps import RECURRENCE_SECONDS
from mile18.evidence.stretches import MUSCLES
from mile18.plan.cramp.state import HELPED, CrampState, Phase
from mile18.question import questions
from mile18.topics.health.episode import Episode
from mile18.tui.cramp.log import kept_in_log, logged_words, without
from mile18.units import SI

AT = datetime.fromisoformat("2027-05-02T10:50:12")
HOLD = CrampState().choose("calf", 100, AT)
REST = HOLD.step(140)
WALK = REST.step(160)
RUN = WALK.step(190)


def typed(text: str, unit: str = "km", state: CrampState = HOLD) -> CrampState:
    for character in text:
        state = state.type(character, unit)
    return state


@pytest.mark.parametrize(
    ("state", "phase", "counted", "stopped"),
    [
        (CrampState(), Phase.CHOOSE, 200, 0),
        (HOLD, Phase.HOLD, 100, 100),
        (REST, Phase.REST, 60, 100),
        (WALK, Phase.WALK, 40, 100),
        (RUN, Phase.RUN, 10, 90),
    ],
)
def test_space_leads_on_and_the_stop_counts_until_running(
    state: CrampState, phase: Phase, counted: float, stopped: float
) -> None:
    assert state.phase is phase
    assert state.in_phase(200) == counted
    assert state.stopped(200) == stopped


@pytest.mark.parametrize("state", [HOLD, REST, WALK])
def test_a_double_press_of_space_counts_once(state: CrampState) -> None:
    assert state.step(state.since + 0.4) is state
    assert state.step(state.since + 1.0) is not state


@pytest.mark.parametrize("state", [CrampState(), RUN])
def test_space_does_nothing_where_there_is_no_next_step(state: CrampState) -> None:
    assert state.step(500) is state


def test_the_hold_that_ended_is_remembered() -> None:
    assert REST.held == 40


@pytest.mark.parametrize("state", [REST, WALK])
def test_it_came_back_starts_a_new_count_in_the_same_stop(state: CrampState) -> None:
    again = state.again(170, AT)
    assert (again.phase, again.in_phase(175), again.came_back) == (Phase.HOLD, 5, 1)
    assert again.stopped(175) == 75
    assert again.at == state.at


@pytest.mark.parametrize("state", [CrampState(), HOLD])
def test_it_cannot_come_back_before_it_let_go(state: CrampState) -> None:
    assert state.again(170, AT) is state


def test_back_after_running_is_a_new_cramp_and_the_stops_add_up() -> None:
    first = typed("32", state=RUN)
    second = first.again(1000, datetime.fromisoformat("2027-05-02T11:05"))
    assert second.phase is Phase.HOLD
    assert second.place == ""
    assert second.slow_from == 32
    assert second.lost(1030) == 90 + 30
    assert second.written is None


def test_a_wrong_letter_while_holding_changes_the_stretch_and_not_the_stop() -> None:
    other = HOLD.choose("hamstring", 120, AT)
    assert (other.muscle, other.in_phase(125), other.stopped(125)) == ("hamstring", 5, 25)
    assert other.back().muscle == "calf"
    assert other.back().in_phase(125) == 25


def test_the_same_letter_while_holding_keeps_the_count() -> None:
    assert HOLD.choose("calf", 120, AT) is HOLD


@pytest.mark.parametrize("state", [REST, WALK])
def test_another_muscle_after_it_let_go_is_another_cramp_at_the_same_place(
    state: CrampState,
) -> None:
    other = typed("32", state=state).choose("foot", 180, AT)
    assert (other.muscle, other.place, other.let_go) == ("foot", "32", None)
    assert other.lost(190) == 90


def test_the_same_letter_after_it_let_go_means_it_came_back() -> None:
    assert REST.choose("calf", 150, AT) == REST.again(150, AT)


@pytest.mark.parametrize(("state", "before"), [(REST, HOLD), (WALK, REST), (RUN, WALK)])
def test_a_step_taken_too_early_is_taken_back_with_its_count_running_on(
    state: CrampState, before: CrampState
) -> None:
    entered = typed("32", state=state).toggle("rest")
    back = entered.back()
    assert (back.phase, back.since) == (before.phase, before.since)
    assert back.stopped(300) == 200
    assert (back.place, back.helped) == ("32", ("rest",))
    assert back.back() is back


def test_going_back_from_a_new_cramp_gives_the_old_one_whole() -> None:
    first = replace(typed("32", state=RUN), written=Episode(muscle="calf"))
    back = first.again(1000, datetime.fromisoformat("2027-05-02T11:05")).back()
    assert (back.place, back.phase, back.written) == ("32", Phase.RUN, first.written)


@pytest.mark.parametrize(
    ("keys", "unit", "place", "km"),
    [
        ("32", "km", "32", 32.0),
        ("32.5", "km", "32.5", 32.5),
        ("32,5", "km", "32.5", 32.5),
        ("32.55", "km", "32.5", 32.5),
        ("07", "km", "7", 7.0),
        (".5", "km", "5", 5.0),
        ("251", "km", "25", 25.0),
        ("250", "km", "250", 250.0),
        ("20", "mi", "20", 32.18688),
        ("156", "mi", "15", 24.14016),
    ],
)
def test_digits_are_the_place_in_the_runners_unit(
    keys: str, unit: str, place: str, km: float
) -> None:
    state = typed(keys, unit)
    assert state.place == place
    assert state.km == pytest.approx(km)


def test_other_units_later_do_not_move_the_place() -> None:
    assert typed("5", "mi", typed("2", "km")).km == 25


def test_backspace_takes_digits_back_to_none() -> None:
    assert typed("32").erase().km == 3
    assert typed("3").erase().km is None
    assert CrampState().erase().place == ""


@pytest.mark.parametrize(("unit", "place"), [("km", "32"), ("mi", "19.9")])
def test_a_known_km_is_shown_in_the_runners_unit(unit: str, place: str) -> None:
    state = HOLD.at_km(32, unit)
    assert state.place == place
    assert state.km == pytest.approx(32, abs=0.1)


@pytest.mark.parametrize(
    ("steps", "stopped"), [([10, 10], 110), ([-10], 80), ([-10] * 20, 0), ([-200, 10], 10)]
)
def test_the_time_lost_is_adjusted_and_never_negative(steps: list[int], stopped: int) -> None:
    state = RUN
    for step in steps:
        state = state.adjust(step, 400)
    assert state.stopped(400) == stopped


def test_nothing_is_adjusted_before_a_cramp() -> None:
    assert CrampState().adjust(10, 400) == CrampState()


def test_the_slower_paces_take_turns() -> None:
    first, second = CrampState(), CrampState().turn_slower()
    assert [first.slower, second.slower, second.turn_slower().slower] == [0.10, 0.40, 0.0]
    assert second.turn_slower().turn_slower().slower == first.slower


def test_what_helped_is_ticked_in_one_order_and_nothing_excludes_the_rest() -> None:
    state = HOLD.toggle("rest").toggle("stretch")
    assert state.helped == ("stretch", "rest")
    assert state.toggle("rest").helped == ("stretch",)
    assert state.toggle("nothing").helped == ("nothing",)
    assert state.toggle("nothing").toggle("drink").helped == ("drink",)


def test_what_can_have_helped_is_what_the_log_takes() -> None:
    (asked,) = (each for each in questions(Episode) if each.key == "helped")
    assert dict(HELPED) == dict(asked.choices)


@pytest.mark.parametrize(
    ("now", "left"),
    [
        (140, RECURRENCE_SECONDS),
        (140 + 1800, RECURRENCE_SECONDS - 1800),
        (140 + 3600, 0),
        (9999, 0),
    ],
)
def test_the_hour_counts_down_from_when_it_let_go(now: float, left: float) -> None:
    assert RUN.watch(now) == left


def test_there_is_no_hour_before_it_let_go() -> None:
    assert HOLD.watch(120) == 0


def test_nothing_goes_into_the_log_before_it_let_go() -> None:
    assert CrampState().episode() is None
    assert HOLD.episode() is None


def test_the_log_gets_day_time_place_muscle_and_help() -> None:
    assert typed("32", state=REST).toggle("stretch").episode() == Episode(
        date=date(2027, 5, 2), time=time(10, 50), km=32, muscle="calf", helped=("stretch",)
    )


def test_the_stop_goes_into_the_log_once_it_is_over() -> None:
    episode = RUN.adjust(10, 500).episode()
    assert episode is not None
    assert episode.stopped == 100


@pytest.mark.parametrize("muscle", [each.id for each in MUSCLES])
def test_every_muscle_can_be_logged(muscle: str) -> None:
    episode = CrampState().choose(muscle, 0, AT).step(10).episode()
    assert episode is not None
    assert episode.muscle == muscle


OLD, NEW, NEWER = Episode(km=10), Episode(km=32), Episode(km=33)


@pytest.mark.parametrize(
    ("log", "written", "expected"),
    [
        ((), None, (NEWER,)),
        ((OLD,), None, (OLD, NEWER)),
        ((OLD, NEW), NEW, (OLD, NEWER)),
        ((NEW, OLD), NEW, (NEWER, OLD)),
        ((NEW, NEW), NEW, (NEW, NEWER)),
        ((OLD,), NEW, None),
    ],
)
def test_a_cramp_stands_in_the_log_once(
    log: tuple[Episode, ...], written: Episode | None, expected: tuple[Episode, ...] | None
) -> None:
    assert kept_in_log(log, written, NEWER) == expected


def test_a_try_is_taken_out_and_nothing_else() -> None:
    assert without((OLD, NEW), NEW) == (OLD,)
    assert without((OLD,), NEW) == (OLD,)
    assert without((OLD,), None) == (OLD,)


def test_the_words_on_the_log_say_what_is_kept_and_what_is_not() -> None:
    state = typed("32", state=REST).toggle("stretch")
    line = "2027-05-02 10:50 · km 32 · upper calf · helped: stretching"
    episode = state.episode()
    assert episode is not None
    assert logged_words(HOLD, (), SI) == "It goes into your log when it lets go."
    assert logged_words(replace(state, written=episode), (episode,), SI) == f"Kept: {line}"
    assert "not in the log" in logged_words(replace(state, written=episode), (), SI)
    assert "not kept" in logged_words(HOLD, None, SI)
    assert logged_words(state, None, SI).endswith(f"As text: {line}")


def test_the_state_is_fresh_after_a_day_and_not_before() -> None:
    assert RUN.opened(100 + 23 * 3600) is RUN
    assert RUN.opened(100 + 25 * 3600) == CrampState()
    assert CrampState().opened(99 * 3600) == CrampState()


KEYS: dict[str, Callable[[CrampState, float], CrampState]] = {
    **{
        each.id: lambda state, now, muscle=each.id: state.choose(muscle, now, AT)  # type: ignore[misc]
        for each in MUSCLES
    },
    "space": lambda state, now: state.step(now),
    "r": lambda state, now: state.again(now, AT),
    "b": lambda state, _: state.back(),
    "3": lambda state, _: state.type("3", "km"),
    "+": lambda state, now: state.adjust(10, now),
    "-": lambda state, now: state.adjust(-10, now),
}


@given(st.lists(st.tuples(st.sampled_from(sorted(KEYS)), st.floats(0, 4000)), max_size=40))
def test_no_order_of_keys_breaks_a_count(pressed: list[tuple[str, float]]) -> None:
    state, now = CrampState(), 0.0
    for key, later in pressed:
        now += later
        state = KEYS[key](state, now)
        assert state.in_phase(now) >= 0
        assert state.lost(now) >= state.stopped(now) >= 0
        assert 0 <= state.watch(now) <= RECURRENCE_SECONDS
        assert (state.phase is Phase.CHOOSE) == (not state.muscle)
        assert (state.ran is not None) == (state.phase is Phase.RUN)
