"""A field or a list that is open while something else changes the answers below it."""

from pathlib import Path

from race_app import race, race_app

from mile18.storage.codec import encode
from mile18.storage.store import open_file
from mile18.tui.cramp.screen import CrampScreen
from mile18.tui.dialogs.changed_on_disk import look_again
from mile18.tui.prepare.screen import PrepareScreen


async def test_what_stands_in_an_open_field_waits_and_is_not_put_over_theirs(
    tmp_path: Path,
) -> None:
    app = race_app(tmp_path)
    path = app.store.path("pig")
    async with app.run_test() as pilot:
        await pilot.press("pagedown", "space")
        path.write_text(encode(race(sleep__usual_hours=9.0)))
        look_again(app)
        await pilot.pause()
        assert app.profile is not None
        assert app.profile.sleep.usual_hours == 6.5, "a field is open"
        await pilot.press("escape")
        look_again(app)
        await pilot.press("down", "ctrl+s")
        assert open_file(path).profile.sleep.usual_hours == 9.0


async def test_a_cramp_noted_over_an_open_log_stays(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test() as pilot:
        assert isinstance(app.screen, PrepareScreen)
        app.screen.go_to("health.episodes")
        await pilot.press("enter", "f8")
        assert isinstance(app.screen, CrampScreen)
        assert [type(screen) for screen in app.screen_stack] == [PrepareScreen, CrampScreen]
