"""The stop signs in full: every one as a sentence, and the call for help always in sight."""

from pathlib import Path

import pytest

from mile18.evidence.cramp_steps import FIRST_ACTION_SHORT, STOP_ACTION, STOP_SIGNS, STOP_TITLE
from mile18.evidence.library import claim
from mile18.evidence.wording import problems
from mile18.storage.store import Store
from mile18.tui.app import Mile18
from mile18.tui.cramp.stop_signs import ANY_ONE, StopSignsScreen
from mile18.tui.dialogs.evidence import EvidenceScreen


def rows(app: Mile18) -> list[str]:
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).strip() for strip in strips]


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 20)])
@pytest.mark.parametrize("several", [False, True])
async def test_everything_can_be_read_and_the_call_for_help_stays(
    tmp_path: Path, size: tuple[int, int], several: bool
) -> None:
    app = Mile18(Store(tmp_path))
    async with app.run_test(size=size) as pilot:
        await app.push_screen(StopSignsScreen(several=several))
        await pilot.pause()
        read: list[str] = []
        for _ in range(12):
            shown = rows(app)
            assert STOP_TITLE in shown[0]
            assert f"{FIRST_ACTION_SHORT} {ANY_ONE}" in " ".join(" ".join(shown).split())
            read += [row for row in shown if row not in read]
            await pilot.press("down", "down", "down", "down", "down")
            await pilot.pause()
        text = " ".join(" ".join(read).split())
        for words in (*(sign.full for sign in STOP_SIGNS), *(step.text for step in STOP_ACTION)):
            assert all(word in text for word in words.split())
        assert ("Sharper pain" in text) is several


async def test_the_sources_are_a_key_away_and_escape_leads_back(tmp_path: Path) -> None:
    app = Mile18(Store(tmp_path))
    async with app.run_test() as pilot:
        before = app.screen
        await app.push_screen(StopSignsScreen())
        await pilot.press("e")
        await pilot.pause()
        assert isinstance(app.screen, EvidenceScreen)
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert app.screen is before


def test_the_signs_say_nothing_forbidden_and_have_sources() -> None:
    assert problems(ANY_ONE) == []
    for each in (*STOP_SIGNS, *STOP_ACTION):
        assert all(claim(found).sources for found in each.evidence)
