"""The runner's settings: units, theme, keys and more folders; a broken file never stops the app."""

import re
from datetime import datetime
from pathlib import Path
from typing import Any, get_args

from msgspec import Struct, ValidationError, convert
from msgspec.structs import asdict, fields, replace

from mile18.storage.disk import make_folder, read_bytes, write_bytes
from mile18.storage.kept import keep_original
from mile18.storage.own_themes import theme_names
from mile18.storage.problem import (
    STILL_OPEN,
    Finding,
    NoSuchFile,
    Problem,
    Unreadable,
    alike,
    described,
    guess,
    quoted,
    unknown,
)
from mile18.storage.salvage import Salvaged, salvage
from mile18.storage.toml import dumps, has_comments, located, parse_toml, with_value
from mile18.units import Units

# Light or dark as the terminal is.
AUTO_THEME = "auto"
# Those that the app has; the commands that name a wrong one do not load it.
THEMES = (
    AUTO_THEME, "mile18-dark", "mile18-light", "ansi-dark", "ansi-light", "atom-one-dark", "atom-one-light",
    "catppuccin-frappe", "catppuccin-latte", "catppuccin-macchiato", "catppuccin-mocha", "dracula",
    "flexoki", "gruvbox", "monokai", "nord", "rose-pine", "rose-pine-dawn", "rose-pine-moon",
    "solarized-dark", "solarized-light", "textual-dark", "textual-light", "tokyo-night",
)  # fmt: skip

# A sign or a word, such as f2 or space, with ctrl+ and the like before it.
_KEY = re.compile(r"(?:[a-z]+\+)*(?:[^\s,]|[a-z0-9_]+)")

Flat = dict[tuple[str, ...], Any]

_ALLOWED = {
    "units": "a table, [units]",
    "theme": "the name of a theme in quotes",
    "keys": 'a table, [keys], of lines such as save = "f2"',
    "folders": 'a list of folders in quotes, such as ["~/athletes"]',
    "weather": "a table, [weather]",
    "exports": 'a folder in quotes, such as "~/Documents"',
    "imports": 'a path in quotes, such as "~/Downloads/export.zip"',
}


PLACES = ("exports", "imports")


class WeatherSettings(Struct, frozen=True, kw_only=True):
    """Whether the weather may be looked up without asking, and where; empty for Open-Meteo's own."""

    allowed: bool = False
    places: str = ""
    forecast: str = ""
    archive: str = ""

    def addresses(self) -> dict[str, str]:
        """The addresses that are set, by what they are asked for."""
        found = {"places": self.places, "forecast": self.forecast, "archive": self.archive}
        return {key: url for key, url in found.items() if url}


class Settings(Struct, frozen=True, kw_only=True):
    """What holds for every profile; `keys` maps the id of a binding to its key.

    `folders` are shown beside the runner's own, as they were written; `exports` is where cards and
    calendars go, `imports` where files of a watch were last; both empty until the runner chose.
    """

    units: Units = Units()
    theme: str = AUTO_THEME
    keys: dict[str, str] = {}
    folders: tuple[str, ...] = ()
    weather: WeatherSettings = WeatherSettings()
    exports: str = ""
    imports: str = ""


def load_settings(path: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """Read the settings; whatever cannot be read is told and has its default. Never raises."""
    try:
        found = salvage(read_bytes(path))
    except NoSuchFile:
        return Settings(), ()
    except Unreadable as error:
        return Settings(), (error.problem,)
    settings, problems = _understood(found, path)
    return settings, tuple(sorted(problems, key=lambda each: each.line or 0))


def save_settings(path: Path, settings: Settings, *, now: datetime | None = None) -> Path | None:
    """Write what differs from the file into it; every other line stays, read or not.

    A file that lost something by it, such as a value that could not be read and has another now, is
    kept first: its new place is returned. `now` goes into that name. Raises StorageError.
    """
    content = _content(path)
    written, loses = _rewritten(content, settings, path)
    if content == written:
        return None
    make_folder(path.parent)
    kept = keep_original(path, content, now) if content and loses else None
    write_bytes(path, written, stands=STILL_OPEN)
    return kept


def _content(path: Path) -> bytes:
    try:
        return read_bytes(path)
    except NoSuchFile:
        return b""


def _understood(found: Salvaged, path: Path) -> tuple[Settings, list[Problem]]:
    settings, findings = _read(parse_toml(found.text), path)
    return settings, [*found.problems, *located(findings, found.text)]


def _rewritten(content: bytes, settings: Settings, path: Path) -> tuple[bytes, bool]:
    """The file with these settings, and whether something of it is lost."""
    fresh = dumps(_put({"units": {}, "keys": {}}, _flat(settings))).encode()
    try:
        found = salvage(content)
    except Unreadable:
        return (content if settings == Settings() else fresh), True
    if not content:
        return fresh, False
    before, problems = _understood(found, path)
    # Only its owner takes a key or all folders away.
    was = _flat(before)
    changed = {keys: value for keys, value in _flat(settings).items() if was.get(keys) != value}
    edited = _edited(found, changed)
    if edited is None:
        loses = bool(problems) or has_comments(found.text)
        return dumps(_put(parse_toml(found.text), changed)).encode(), loses
    return edited, len(_understood(salvage(edited), path)[1]) < len(problems)


def _edited(found: Salvaged, changed: Flat) -> bytes | None:
    for keys, value in changed.items():
        found = found.without(keys[-1])
        text = with_value(found.text, keys, value)
        if text is None:
            return None
        found = replace(found, text=text)
    return found.content()


def _flat(settings: Settings) -> Flat:
    """The settings by their keys in the file."""
    flat: Flat = {("theme",): settings.theme}
    flat |= {("units", unit): chosen for unit, chosen in asdict(settings.units).items()}
    flat |= {("keys", name): key for name, key in settings.keys.items()}
    said = asdict(settings.weather).items()
    flat |= {("weather", key): value for key, value in said if value}
    flat |= {(key,): place for key in PLACES if (place := getattr(settings, key))}
    return flat | ({("folders",): [*settings.folders]} if settings.folders else {})


def _put(document: dict[str, Any], values: Flat) -> dict[str, Any]:
    """The document with values at their keys."""
    document = {key: dict(raw) if isinstance(raw, dict) else raw for key, raw in document.items()}
    for (*above, last), value in values.items():
        table = document
        for key in above:
            if not isinstance(table.get(key), dict):
                table[key] = {}
            table = table[key]
        table[last] = value
    return document


def _read(document: dict[str, Any], path: Path) -> tuple[Settings, list[Finding]]:
    known: dict[str, Any] = {}
    findings: list[Finding] = []
    for key, raw in document.items():
        if key not in _ALLOWED:
            findings.append(unknown((key,), alike(key, list(_ALLOWED))))
        elif key in ("units", "keys") and isinstance(raw, dict):
            table, found = (_units if key == "units" else _keys)(raw)
            known[key] = table
            findings += (finding.under(key) for finding in found)
        elif key == "weather" and isinstance(raw, dict):
            known[key], found = _weather(raw)
            findings += (finding.under(key) for finding in found)
        elif key == "folders" and isinstance(raw, list):
            known[key], found = _folders(raw)
            findings += (finding.under(key) for finding in found)
        elif key in PLACES and isinstance(raw, str) and (wrong := _no_folder(raw)):
            findings.append(Finding(keys=(key,), what=wrong, allowed=_ALLOWED[key]))
        elif key == "theme" and isinstance(raw, str) and raw not in THEMES:
            known[key], found = _own_theme(raw, theme_names(path))
            findings += found
        else:
            try:
                known[key] = getattr(convert({key: raw}, Settings), key)
            except ValidationError:
                findings.append(Finding(keys=(key,), what=described(raw), allowed=_ALLOWED[key]))
    return Settings(**known), findings


def _units(table: dict[str, Any]) -> tuple[Units, list[Finding]]:
    choices = {field.name: get_args(field.type) for field in fields(Units)}
    known: dict[str, Any] = {}
    findings: list[Finding] = []
    for key, raw in table.items():
        if key not in choices:
            findings.append(unknown((key,), alike(key, list(choices))))
        elif raw in choices[key]:
            known[key] = raw
        else:
            allowed = f"one of: {', '.join(choices[key])}"
            findings.append(Finding(keys=(key,), what=described(raw), allowed=allowed))
    return Units(**known), findings


def _weather(table: dict[str, Any]) -> tuple[WeatherSettings, list[Finding]]:
    known: dict[str, Any] = {}
    findings: list[Finding] = []
    for key, raw in table.items():
        if key not in WeatherSettings.__struct_fields__:
            meant = alike(key, list(WeatherSettings.__struct_fields__))
            findings.append(unknown((key,), meant))
        elif key == "allowed":
            if isinstance(raw, bool):
                known[key] = raw
            else:
                findings.append(Finding(keys=(key,), what=described(raw), allowed="true or false"))
        elif isinstance(raw, str) and re.match(r"https?://[^\s/]+", raw):
            known[key] = raw
        else:
            allowed = 'an address in quotes that begins with "https://"'
            what = f"{quoted(raw)} is no address" if isinstance(raw, str) else described(raw)
            findings.append(Finding(keys=(key,), what=what, allowed=allowed))
    return WeatherSettings(**known), findings


def _own_theme(raw: str, own: tuple[str, ...]) -> tuple[str, list[Finding]]:
    """The runner's own theme of this name; without one, that of the terminal and why."""
    if raw in own:
        return raw, []
    names = [*THEMES, *own]
    allowed = f"one of: {', '.join(names)}"
    what = f"{quoted(raw)} is no theme{guess(raw, names)}"
    return AUTO_THEME, [Finding(keys=("theme",), what=what, allowed=allowed)]


def _keys(table: dict[str, Any]) -> tuple[dict[str, str], list[Finding]]:
    allowed = 'a key in quotes, such as "f2"; several have commas between them'
    known: dict[str, str] = {}
    findings: list[Finding] = []
    for name, raw in table.items():
        if isinstance(raw, str) and all(_KEY.fullmatch(key.strip()) for key in raw.split(",")):
            known[name] = raw
        else:
            what = f"{quoted(raw)} is no key" if isinstance(raw, str) else described(raw)
            findings.append(Finding(keys=(name,), what=what, allowed=allowed))
    return known, findings


def _folders(items: list[Any]) -> tuple[tuple[str, ...], list[Finding]]:
    """Only whole paths: what a part of one means would hang on where mile18 was started."""
    known: list[str] = []
    findings: list[Finding] = []
    for at, raw in enumerate(items):
        if wrong := _no_folder(raw):
            allowed = 'a whole path in quotes, such as "~/athletes"'
            findings.append(Finding(keys=(at,), what=wrong, allowed=allowed))
        else:
            known.append(raw)
    return tuple(dict.fromkeys(known)), findings


def _no_folder(raw: Any) -> str:
    """Why a value can be no folder of races; empty if it can, whether or not it is there."""
    if not isinstance(raw, str):
        return described(raw)
    try:
        is_whole = Path(raw).expanduser().is_absolute() and "\0" not in raw
    except RuntimeError:
        return f"there is no home folder for {quoted(raw)}"
    return "" if is_whole else f"{quoted(raw)} is no whole path"
