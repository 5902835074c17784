"""What a few screens look like; everything else about them is tested by what they say and do."""

from pathlib import Path
from typing import Any

import pytest
from race_app import NOW
from textual.pilot import Pilot

from mile18.storage.store import Store
from mile18.tui.app import Mile18
from mile18.tui.races.example import example


@pytest.mark.parametrize(
    ("size", "theme", "keys"),
    [
        pytest.param((120, 40), "mile18-dark", ["pagedown", "down"], id="prepare-comfortable-dark"),
        pytest.param((80, 24), "mile18-light", ["pagedown"], id="prepare-80x24-light"),
        pytest.param((40, 20), "mile18-dark", ["pagedown"], id="prepare-40x20-panel-as-strip"),
        pytest.param((80, 24), "mile18-dark", ["pagedown", "x", "enter"], id="what-is-no-answer"),
        pytest.param((120, 40), "mile18-light", ["f8"], id="cramp-which-muscle"),
        pytest.param((40, 20), "mile18-dark", ["f8"], id="cramp-40x20-stop-signs-stay"),
        pytest.param((80, 24), "ansi-dark", ["pagedown"], id="prepare-in-the-terminals-colours"),
    ],
)
def test_screen(
    snap_compare: Any, tmp_path: Path, size: tuple[int, int], theme: str, keys: list[str]
) -> None:
    store = Store(tmp_path / "races")
    app = Mile18(store, store.create("pig", example(NOW.date())), now=lambda: NOW)
    app.theme = theme

    async def before(pilot: Pilot[None]) -> None:
        await pilot.pause(0.2)
        for key in keys:
            await pilot.press(key)
            await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=before)
