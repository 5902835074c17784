"""The weather from within the app: nothing is sent before a yes, and Escape stops it."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from plan_screens import rows
from race_app import race, race_app
from textual.pilot import Pilot
from textual.worker import WorkerCancelled
from weather_server import AIRPORT, TOWN, hours

from mile18.profile import Profile
from mile18.tui.app import Mile18
from mile18.tui.exchange.weather import WeatherScreen
from mile18.tui.prepare.screen import PrepareScreen
from mile18.weather.service import WeatherError

HERE = race(race__place="Bonn")
Ask = Callable[..., dict[str, Any]]


class Service:
    """Answers at once, and keeps what it was asked."""

    def __init__(self, *places: dict[str, Any], fails: str = "") -> None:
        self.places, self.fails = places or (TOWN,), fails
        self.asked: list[str] = []

    def __call__(self, url: str, stop: Event | None = None) -> dict[str, Any]:
        self.asked.append(url)
        assert stop is not None
        if self.fails:
            raise WeatherError(self.fails)
        if "geocoding" in url:
            return {"results": list(self.places)}
        query = dict(each.split("=") for each in url.split("?")[1].split("&"))
        return hours(query)


async def _settled(app: Mile18, pilot: Pilot[Any]) -> None:
    # A screen that leaves ends the worker that it leaves from.
    while any(not each.is_finished for each in app.workers):
        with suppress(WorkerCancelled):
            await app.workers.wait_for_complete()
    await pilot.pause()


async def _asked(
    tmp_path: Path, service: Ask, *keys: str, profile: Profile = HERE
) -> tuple[Mile18, str]:
    app = race_app(tmp_path, profile)
    async with app.run_test(size=(100, 30)) as pilot:
        await app.push_screen(WeatherScreen(service))
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await _settled(app, pilot)
        return app, "\n".join(rows(app.screen))


async def test_what_is_sent_is_said_and_nothing_goes_before_a_yes(tmp_path: Path) -> None:
    service = Service()
    app, text = await _asked(tmp_path, service)
    assert "the name “Bonn”" in text
    assert "Nothing about you" in text
    assert service.asked == []
    app, _ = await _asked(tmp_path / "no", service, "n")
    assert service.asked == []
    assert app.profile == HERE


async def test_a_yes_takes_the_hours_as_one_step_to_undo(tmp_path: Path) -> None:
    service = Service()
    app, _ = await _asked(tmp_path, service, "y")
    assert len(service.asked) == 2
    assert app.session
    assert app.session.profile.heat.hours
    assert app.session.profile.race.zone == "Europe/Berlin"
    assert app.session.undo()
    assert app.session.profile.heat.hours is None
    assert not app.settings.weather.allowed


async def test_always_is_kept_in_the_settings(tmp_path: Path) -> None:
    app, _ = await _asked(tmp_path, Service(), "a")
    assert app.settings.weather.allowed


async def test_of_several_places_a_number_picks_one(tmp_path: Path) -> None:
    service = Service(TOWN, AIRPORT)
    _, text = await _asked(tmp_path, service, "y")
    assert "2  Bonn Airport, Germany (50.87, 7.14)" in text
    app, _ = await _asked(tmp_path / "picked", service, "y", "5", "2")
    assert app.session
    assert app.session.profile.weather.place == "Bonn Airport, Germany"


async def test_a_fault_is_a_sentence_and_changes_nothing(tmp_path: Path) -> None:
    app, text = await _asked(tmp_path, Service(fails="there is no network"), "y")
    assert "Not looked up: there is no network." in text
    assert app.profile == HERE


async def test_escape_stops_what_is_on_its_way(tmp_path: Path) -> None:
    app = race_app(tmp_path, HERE)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = WeatherScreen(Service())
        await app.push_screen(screen)
        await pilot.pause()
        screen.action_send(always=False)
        screen.action_leave()
        await _settled(app, pilot)
        assert isinstance(app.screen, PrepareScreen)
        assert app.profile == HERE


@pytest.mark.parametrize(
    ("more", "told"),
    [({"race__place": None}, "needs a place"), ({"race__date": None}, "needs a race day")],
)
async def test_what_is_missing_is_said(tmp_path: Path, more: dict[str, Any], told: str) -> None:
    app = race_app(tmp_path, race(**({"race__place": "Bonn"} | more)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("pagedown", "pagedown", "pagedown", "pagedown", "f10")
        await pilot.pause()
        assert isinstance(app.screen, PrepareScreen)
        assert any(told in each.message for each in app._notifications)
