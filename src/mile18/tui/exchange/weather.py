"""The weather looked up from within the app: what is sent, a yes, the place, and what comes back."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from threading import Event
from typing import Any, ClassVar

from msgspec.structs import replace
from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from mile18.plan.day.hours import ATTRIBUTION, seasonal_words
from mile18.topics.heat.hours import warmest
from mile18.tui.bars import ActionLine
from mile18.tui.base_screen import BoxScreen, is_gone
from mile18.tui.state import RaceState
from mile18.tui.taking import NOT_WHILE_TRYING, take_in
from mile18.units import amount
from mile18.weather.look_up import (
    LookedUp,
    find_places,
    known_place,
    look_up,
    take,
    would_send,
)
from mile18.weather.open_meteo import Addresses, Place
from mile18.weather.service import WeatherError, ask_service

TITLE = "Look the weather up?"
NO_DAY = "The weather needs a race day: answer it on the Race tab first."
NO_PLACE = "The weather needs a place: answer Place on the Race tab first."
ASKING = "Asking Open-Meteo.com … Esc stops it."


def ask_for_weather(app: RaceState) -> None:
    """Open the question, unless it makes no sense yet."""
    if app.trial:
        app.warn(NOT_WHILE_TRYING)
    elif app.session is None:
        return
    elif app.session.profile.race.date is None:
        app.warn(NO_DAY)
    elif known_place(app.session.profile) is None and not app.session.profile.race.place:
        app.warn(NO_PLACE)
    else:
        app.push_screen(WeatherScreen())


class WeatherScreen(BoxScreen[None]):
    """Sends nothing before a yes; what comes is taken as one step to undo."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "send(False)", "send it", id="weather-send", tooltip="Send it, this time"),
        Binding(
            "a", "send(True)", "always", id="weather-always", tooltip="Send it, and ask no more"
        ),
        Binding("n,escape", "leave", "leave", id="weather-leave", tooltip="Leave, or stop it"),
    ]
    app: RaceState

    def __init__(self, ask: Callable[..., dict[str, Any]] | None = None) -> None:
        """`ask` is what asks the service."""
        super().__init__()
        self._stop = Event()
        self._ask = partial(ask or ask_service, stop=self._stop)
        self._places: tuple[Place, ...] = ()
        self._asking = False

    def compose(self) -> ComposeResult:
        """The question, what is sent or found, the keys."""
        with Vertical():
            yield Static(Content.styled(TITLE, "bold"), id="question")
            yield Static(Content(""), id="told")
            yield ActionLine()

    def on_mount(self) -> None:
        """Say what would be sent; whoever agreed for good is not asked."""
        assert self.app.session
        profile = self.app.session.profile
        told = would_send(profile.race, self.app.today, known_place(profile))
        self._tell(f"Sent to Open-Meteo.com: {told}.")
        if self.app.settings.weather.allowed:
            self.action_send(False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A yes is asked for once."""
        if action == "send" and (self._asking or self._places):
            return False
        return super().check_action(action, parameters)

    def _tell(self, text: str, style: str = "") -> None:
        self.query_one("#told", Static).update(Content.styled(text, style))
        self.refresh_bindings()

    # Asking

    @property
    def _addresses(self) -> Addresses:
        return Addresses(**self.app.settings.weather.addresses())

    def action_send(self, always: bool) -> None:
        """Agree, and ask."""
        assert self.app.session
        if always:
            self._agree()
        profile = self.app.session.profile
        if place := known_place(profile):
            self._look(place)
            return
        name = profile.race.place or ""
        self._work(lambda: find_places(self._ask, self._addresses, name)[0], self._choose)

    def _agree(self) -> None:
        from mile18.tui.dialogs.settings import use

        settings = self.app.settings
        use(self.app, replace(settings, weather=replace(settings.weather, allowed=True)))

    def _choose(self, found: tuple[Place, ...]) -> None:
        if len(found) == 1:
            self._look(found[0])
            return
        self._places = found
        rows = (
            f"{at:>2}  {each.name} ({each.latitude:.2f}, {each.longitude:.2f})"
            for at, each in enumerate(found[:9], 1)
        )
        self._tell("\n".join(("Which one? Press its number.", *rows)))

    def on_key(self, event: events.Key) -> None:
        """A number picks a place."""
        digit = event.character or ""
        if self._asking or digit not in "123456789" or not 0 < int(digit or 0) <= len(self._places):
            return
        event.stop()
        place = self._places[int(digit) - 1]
        self._places = ()
        self.in_turn(self._look, place)

    def _look(self, place: Place) -> None:
        assert self.app.session
        race, today = self.app.session.profile.race, self.app.today
        self._work(lambda: look_up(self._ask, self._addresses, place, race, today), self._take)

    @work(exclusive=True, exit_on_error=False)
    async def _work(self, ask: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """Ask in a thread; nothing comes of it once this screen is gone."""
        self._asking = True
        self._tell(ASKING)
        try:
            found = await asyncio.to_thread(ask)
        except WeatherError as error:
            then, found = self._fail, str(error)
        if not is_gone(self) and not self._stop.is_set():
            self._asking = False
            then(found)

    def _fail(self, why: str) -> None:
        self._tell(f"Not looked up: {why}.", "bold $text-error")

    # What comes

    def _take(self, found: LookedUp) -> None:
        assert self.app.session
        changed = take(self.app.session.profile, found, datetime.now(UTC))
        if found.kind == "forecast":
            hour = warmest(changed.race, changed.heat)
            told = f"Forecast for {found.place.name} taken."
            if hour and hour.at and hour.temperature is not None:
                air = amount(hour.temperature, "°C", self.app.units, 0)
                told += f" The warmest hour of your race is {hour.at:%H:%M}, with {air}."
        else:
            told = seasonal_words(changed.weather, self.app.units)
        if take_in(self.app, changed, (told, *found.notes, ATTRIBUTION)):
            self.dismiss()

    def action_leave(self) -> None:
        """Leave; what is asked for meanwhile is given up."""
        self._stop.set()
        self.dismiss()
