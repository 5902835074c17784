"""The course from within the app: a path is typed, the course is taken, one step takes it back."""

from pathlib import Path

import pytest
from race_app import race_app

from mile18.tui.dialogs.prompts import NamePrompt
from mile18.tui.palette import system_commands
from mile18.tui.prepare.screen import PrepareScreen

POINTS = "".join(
    f'<trkpt lat="{50 + at / 1000}" lon="7"><ele>{100 + at}</ele></trkpt>' for at in range(96)
)
GPX = f"<gpx><trk><name>Rhine Ten</name><trkseg>{POINTS}</trkseg></trk></gpx>"


async def test_a_course_is_taken_and_taken_back(tmp_path: Path) -> None:
    file = tmp_path / "rhine ten.gpx"
    file.write_text(GPX, encoding="utf-8")
    app = race_app(tmp_path)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("f10")
        assert isinstance(app.screen, NamePrompt)
        await pilot.press(*f"'{file}'", "enter")
        await pilot.pause()
        assert isinstance(app.screen, PrepareScreen)
        assert app.session
        assert app.session.profile.course.name == "Rhine Ten"
        assert any("about 95 m up" in each.message for each in app._notifications)
        assert len([*(app.session.opened.path.parent / ".mile18" / "backups").rglob("*.toml")]) == 1
        titles = [each.title for each in system_commands(app, app.screen)]
        assert "Forget the course" in titles
        await pilot.press("ctrl+z")
        assert app.session.profile.course.name is None


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "type the path of a GPX file"),
        ("no/such.gpx", "no such file"),
        ("~nosuchuser/x", "there is no home folder"),
        ("other.txt", "was not taken"),
    ],
)
async def test_what_is_no_course_says_why_and_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "other.txt").write_text("hello", encoding="utf-8")
    app = race_app(tmp_path)
    async with app.run_test(size=(100, 30)) as pilot:
        before = app.profile
        await pilot.press("f10", *typed, "enter")
        await pilot.pause()
        assert isinstance(app.screen, NamePrompt)
        wrong = str(app.screen.query_one("#wrong").render())
        assert told in wrong.replace("\n", " ")
        await pilot.press("escape")
        assert app.profile == before
