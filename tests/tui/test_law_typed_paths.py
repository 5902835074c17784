"""Wherever a path is asked for, one that leads nowhere is told of below it, and ends nothing."""

from pathlib import Path

import pytest
from hand import send
from handled import until_handled
from race_app import race, race_app
from textual import events

from mile18.tui.dialogs.prompts import PathPrompt

PROMPTS = {
    "course": ("f10",),
    "watch": ("pagedown", "f12"),
    "export": ("f7", "x", "f", "ctrl+u"),
}
LEADS_NOWHERE = {
    "too long": "/" + 300 * "a",
    "too long on the way": "/" + 300 * "a" + "/b.zip",
    "far too long": "~/" + 300 * "word ",
    "behind a file": "/dev/null/export.zip",
    "a link to itself": "loop",
    "below a link to itself": "loop/export",
    "no sign of a path": "/tmp/a\0b",
    "nobody's home": "~nobody-here/export.zip",
    "nothing": "  ",
}


@pytest.mark.parametrize("prompt", PROMPTS)
@pytest.mark.parametrize("typed", LEADS_NOWHERE)
async def test_a_path_that_leads_nowhere_is_told_of(
    tmp_path: Path, prompt: str, typed: str
) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    path = LEADS_NOWHERE[typed].replace("loop", str(loop))
    app = race_app(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*PROMPTS[prompt])
        assert isinstance(app.screen, PathPrompt)
        send(app, events.Paste(path))
        await until_handled()
        await pilot.press("enter")
        assert isinstance(app.screen, PathPrompt)
        assert str(app.screen.query_one("#wrong").render()).startswith("! ")
        assert app.profile == race()
        await pilot.press("escape")
        assert not isinstance(app.screen, PathPrompt)
