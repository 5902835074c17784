"""What the panel leaves out first where it has little room."""

from datetime import timedelta

import pytest
from msgspec.structs import replace
from plan_screens import EXAMPLE, RACE

from mile18.profile import Profile
from mile18.readiness import assess
from mile18.topics.kept import History, Point
from mile18.tui.panel import panel_lines
from mile18.units import SI

TODAY = RACE - timedelta(days=12)
POINTS = tuple(
    Point(date=TODAY - timedelta(weeks=weeks), low=60 - 4 * weeks, high=90)
    for weeks in (5, 4, 3, 2)
)
WITH_A_PAST = replace(EXAMPLE, history=History(points=POINTS))


def told(profile: Profile, width: int, height: int) -> str:
    lines = panel_lines(assess(profile, TODAY), "race", width, height, SI)
    return "\n".join(line.plain for line in lines[:height])


@pytest.mark.parametrize("width", [28, 31, 36, 44, 60])
def test_where_one_comes_from_never_pushes_out_what_is_to_be_done_or_a_factor(width: int) -> None:
    trails = 0
    for height in range(8, 70):
        shown = told(WITH_A_PAST, width, height)
        for what in ("Do next", "Nerves"):
            assert (what in told(EXAMPLE, width, height)) <= (what in shown), height
        trails += "since 16 Mar" in shown
    assert trails > 20


def test_where_there_is_room_it_is_a_line_in_time() -> None:
    assert "\nsince 16 Mar  40–90  " in told(WITH_A_PAST, 44, 40)
    assert "\nnow           " in told(WITH_A_PAST, 44, 40)
