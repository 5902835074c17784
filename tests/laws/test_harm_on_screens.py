"""What the screens draw beside their pages is held to the laws of harm too: bars, overviews, plots."""

from pathlib import Path

import pytest
from at_risk import HEALTHY, OWN, PLAN, SPOKEN, ULTRAS, with_health
from plan_screens import plan_app, rows

from mile18.profile import Profile
from mile18.topics.health.restraints import restraints

ILL = HEALTHY.with_changes(
    {
        "health": {"symptoms_now": ("fever",)},
        "debrief": dict.fromkeys(type(HEALTHY.debrief).__struct_fields__),
    }
)
ASKS = with_health(
    HEALTHY, ("conditions", "kidney"), ("conditions", "diabetes"), ("medicines", "diuretic"),
    word=True,
)  # fmt: skip
SIZES = [(120, 40), (80, 24), (40, 20)]
# Race week, race day, the sum, the debrief, and the cramp while it is held.
WAYS = (("f3",), ("f3", "enter"), ("f7",), ("f7", "d"), ("f6",), ("ctrl+g",), ("f8", "c"))


async def drawn(folder: Path, profile: Profile, size: tuple[int, int], days: int) -> list[str]:
    """All that the screens show, each way on one line."""
    told = []
    app = plan_app(folder, profile, days)
    async with app.run_test(size=size) as pilot:
        for way in WAYS:
            await pilot.press(*way)
            await pilot.pause()
            told.append(" ".join(" ".join(rows(app.screen)).split()))
            await pilot.press("escape")
    return told


@pytest.mark.parametrize("size", SIZES)
async def test_no_screen_draws_a_plan_while_the_gate_is_shut(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    for text in await drawn(tmp_path / "ill", ILL, size, 2):
        assert not PLAN.search(text.replace("before you run again", "")), text
    if size == SIZES[0]:
        healthy = await drawn(tmp_path / "well", HEALTHY, size, 2)
        assert any(PLAN.search(text) for text in healthy)


@pytest.mark.parametrize("size", SIZES)
async def test_no_screen_draws_what_is_withheld(
    tmp_path: Path, size: tuple[int, int], every: bool
) -> None:
    runners = {"asks": ASKS, **ULTRAS}
    shown = runners if every else dict(list(runners.items())[SIZES.index(size) % 2 :: 2])
    for name, profile in shown.items():
        hidden = restraints(profile.health, profile.race).ids
        told = await drawn(tmp_path / name, profile, size, 2)
        for what in hidden:
            # The debrief stands planned beside done, which is the runner's own.
            for at, text in enumerate(told):
                if what != "drinking" or WAYS[at] != ("ctrl+g",):
                    assert not SPOKEN[what].search(OWN.sub("", text)), (what, text)
    if size == SIZES[0]:
        # On a small screen most of it is further down the page, and so is pickle juice on any.
        healthy = await drawn(tmp_path / "well", HEALTHY, size, 2)
        for what, words in SPOKEN.items():
            assert what == "pickle juice" or any(words.search(text) for text in healthy), what
