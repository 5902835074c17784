"""A window that is closed: the answers are saved, and the app does not live on unseen."""

import os
from pathlib import Path

import pytest
from race_app import race_app

from mile18.storage.store import Store
from mile18.tui.hangup import terminal_gone


def test_a_closed_terminal_is_noticed() -> None:
    pty = pytest.importorskip("pty")
    outside, inside = pty.openpty()
    assert not terminal_gone(inside)
    os.close(outside)
    assert terminal_gone(inside)
    os.close(inside)


async def test_the_app_saves_and_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("pagedown", "5", "enter")
        monkeypatch.setattr("mile18.tui.race_app.terminal_gone", lambda: True)
        app._notice_a_closed_terminal()
        await pilot.pause()
        assert not app.is_running
    assert Store(tmp_path / "races").load("pig").profile.sleep.usual_hours == 5
