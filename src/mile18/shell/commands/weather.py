"""`mile18 weather NAME`: look the weather of a race up, after saying what is sent; or show it."""

import sys
from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from typing import Any

from msgspec.structs import replace

from mile18.plan.day.hours import weather_data, weather_page
from mile18.profile import Profile
from mile18.sanitise import printable
from mile18.shell.find import find, save_race, settings, today
from mile18.shell.say import DONE, FAILED, WRONG, complain_about, say, say_json, trouble, width
from mile18.storage.paths import config_file
from mile18.storage.problem import StorageError
from mile18.storage.settings import save_settings
from mile18.storage.store import Opened
from mile18.topics.heat.questions import Hour
from mile18.weather.look_up import find_places, known_place, look_up, take, would_send
from mile18.weather.open_meteo import Addresses, Place
from mile18.weather.service import WeatherError, ask_service
from mile18.writers.text import text

_EPILOG = """\
examples:
  mile18 weather berlin-2027
  mile18 weather berlin-2027 --place 1
  mile18 weather berlin-2027 --place 52.52,13.41 --yes
  mile18 weather berlin-2027 --offline

Nothing is sent before you have agreed, here or in the settings ([weather] allowed = true). Sent are
the name of the place, or its coordinates to 2 decimals, and the day; nothing about you. Up to 15
days ahead there is a forecast, which becomes your answer hour by hour under Heat. Earlier there is
what was typical in ten past years, which helps to set plans B and C and answers nothing.
The race file as it was before is kept as a version.
"""


def declare(parser: ArgumentParser) -> None:
    """Add NAME, --place, --yes, --offline and --json."""
    parser.add_argument("name", metavar="NAME", help="a race, or the path of its file")
    parser.add_argument(
        "--place",
        metavar="N|LAT,LON",
        help="which place of the list, or where on the map (such as 1 or 52.52,13.41)",
    )
    parser.add_argument("--yes", action="store_true", help="send it without asking, this time")
    parser.add_argument("--offline", action="store_true", help="show what is known; send nothing")
    parser.add_argument("--json", action="store_true", help="for programs, in SI units")
    parser.epilog = _EPILOG


def run(options: Namespace) -> int:
    """Look the weather up and keep it; 2 without leave to send or with a wrong place, 1 if it fails."""
    opened = find(options.name, options)
    odd = complain_about(opened)
    if options.offline:
        _show(opened, options)
        return odd or DONE
    try:
        return _look_up(opened, options) or odd
    except WeatherError as error:
        trouble(f"the weather was not looked up: {error}.")
        return FAILED


def _look_up(opened: Opened, options: Namespace) -> int:
    race, day = opened.profile.race, today(options)
    place = _on_the_map(options.place) or known_place(opened.profile)
    if wrong := _lacks(opened.profile, place, options):
        trouble(wrong)
        return WRONG
    told = would_send(race, day, place)
    if not _may_send(told, options):
        return WRONG
    addresses, sent = Addresses(**settings(options).weather.addresses()), []
    if place is None or _number(options.place):
        found, url = find_places(ask_service, addresses, race.place or "")
        sent.append(url)
        chosen = _chosen(found, options)
        if chosen is None:
            return WRONG
        place = chosen
    looked = look_up(ask_service, addresses, place, race, day)
    changed = take(opened.profile, looked, datetime.now(UTC))
    opened = save_race(opened, changed, options)
    shown = looked.hours if looked.kind == "typical" else ()
    _show(opened, options, shown, (*sent, *looked.sent), looked.notes)
    return DONE


def _lacks(profile: Profile, place: Place | None, options: Namespace) -> str:
    """Why the weather cannot be asked for; empty if it can."""
    race = profile.race
    if race.date is None:
        return "the weather needs a race day; answer it under Race."
    if options.place and not _number(options.place) and _on_the_map(options.place) is None:
        return f"--place “{printable(options.place)}”: give a number of the list, or LAT,LON."
    if place is None and not race.place:
        return "the weather needs a place; answer it under Race, or give --place LAT,LON."
    return ""


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 4 else 0


def _on_the_map(text: str | None) -> Place | None:
    parts = (text or "").split(",")
    if len(parts) != 2:
        return None
    try:
        latitude, longitude = (round(float(each), 2) for each in parts)
    except ValueError:
        return None
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return None
    return Place(name=f"{latitude:.2f}, {longitude:.2f}", latitude=latitude, longitude=longitude)


def _may_send(told: str, options: Namespace) -> bool:
    """Whether the runner agrees: by option, by setting, or now, which the settings then keep."""
    if options.yes or settings(options).weather.allowed:
        return True
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr and sys.stderr.isatty()):
        trouble(f"this would send to Open-Meteo.com {told}. Add --yes to send it.")
        return False
    trouble(f"this sends to Open-Meteo.com {told}.")
    if _answer("Send it, and ask no more? y or n: ") not in ("y", "yes"):
        trouble("nothing was sent. --yes sends it once.")
        return False
    agreed = replace(settings(options), weather=replace(settings(options).weather, allowed=True))
    try:
        save_settings(config_file(), agreed)
    except StorageError as error:
        trouble(str(error))
    return True


def _answer(question: str) -> str:
    print(question, end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower()


def _chosen(found: tuple[Place, ...], options: Namespace) -> Place | None:
    """The place meant: the only one, the one by number, or the one picked at the terminal."""
    number = _number(options.place)
    if len(found) == 1 and number in (0, 1):
        return found[0]
    if not number:
        for at, each in enumerate(found, 1):
            trouble(f"{at:>3}  {each.name} ({each.latitude:.2f}, {each.longitude:.2f})")
        if sys.stdin and sys.stdin.isatty():
            number = _number(_answer("Which one? "))
    if 1 <= number <= len(found):
        return found[number - 1]
    trouble(f"several places are called so; pick one with --place 1 to --place {len(found)}.")
    return None


def _show(
    opened: Opened,
    options: Namespace,
    shown: tuple[Hour, ...] = (),
    sent: tuple[str, ...] = (),
    notes: tuple[str, ...] = (),
) -> None:
    profile: Any = opened.profile
    if options.json:
        say_json(weather_data(opened.name, profile, shown, sent, notes))
        return
    units, columns = settings(options).units, width()
    told = (*notes, *(f"Asked: {url}" for url in sent))
    say(text(weather_page(profile, units, today(options), shown, told), columns))
