"""The runner's settings: units, theme, keys and more folders; a broken file never stops the app."""

from datetime import datetime
from pathlib import Path
from typing import Any, get_args

from msgspec import Struct, ValidationError, convert
from msgspec.structs import asdict, fields

from mile18.storage.atomic import write_bytes
from mile18.storage.disk import make_folder, read_bytes, read_text
from mile18.storage.errors import STILL_OPEN, NoSuchFile, Unreadable
from mile18.storage.keep import keep_original
from mile18.storage.lines import has_comments, located
from mile18.storage.problem import Finding, Problem, alike, described, unknown
from mile18.storage.toml import dumps, parse_toml
from mile18.units import Units

DEFAULT_THEME = "mile18-dark"

_ALLOWED = {
    "units": "a table, [units]",
    "theme": "the name of a theme in quotes",
    "keys": 'a table, [keys], of lines such as save = "f2"',
    "folders": 'a list of folders in quotes, such as ["~/athletes"]',
}


class Settings(Struct, frozen=True, kw_only=True):
    """What holds for every profile; `keys` maps the id of a binding to its key.

    `folders` are shown beside the runner's own, as they were written.
    """

    units: Units = Units()
    theme: str = DEFAULT_THEME
    keys: dict[str, str] = {}
    folders: tuple[str, ...] = ()


def load_settings(path: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """Read the settings; whatever cannot be read is told and has its default. Never raises."""
    try:
        text, _ = read_text(path)
        document = parse_toml(text)
    except NoSuchFile:
        return Settings(), ()
    except Unreadable as error:
        return Settings(), (error.problem,)
    settings, findings = _read(document)
    return settings, located(findings, text)


def save_settings(path: Path, settings: Settings, *, now: datetime | None = None) -> Path | None:
    """Write the settings, keeping unknown keys.

    A file with comments, or one that could not be read whole, is kept first: its new place is
    returned. `now` goes into that name. Raises StorageError.
    """
    content = _content(path)
    document, loses = _document(content)
    text = dumps(_merged(document, settings)).encode()
    if content == text:
        return None
    make_folder(path.parent)
    kept = keep_original(path, content, now) if content and loses else None
    write_bytes(path, text, stands=STILL_OPEN)
    return kept


def _content(path: Path) -> bytes:
    try:
        return read_bytes(path)
    except NoSuchFile:
        return b""


def _document(content: bytes) -> tuple[dict[str, Any], bool]:
    """The raw document, empty if it is no TOML, and whether writing over it would lose something."""
    try:
        text = content.decode()
        document = parse_toml(text)
    except (UnicodeDecodeError, Unreadable):
        return {}, True
    errors = [finding for finding in _read(document)[1] if finding.kind == "error"]
    return document, bool(errors) or has_comments(text)


def _merged(document: dict[str, Any], settings: Settings) -> dict[str, Any]:
    was = document.get("units")
    others = dict(was) if isinstance(was, dict) else {}
    ours: dict[str, Any] = {
        "theme": settings.theme,
        "units": others | asdict(settings.units),
        "keys": settings.keys,
    }
    if settings.folders:
        ours["folders"] = list(settings.folders)
    return ours | {key: raw for key, raw in document.items() if key not in ours}


def _read(document: dict[str, Any]) -> tuple[Settings, list[Finding]]:
    known: dict[str, Any] = {}
    findings: list[Finding] = []
    for key, raw in document.items():
        if key not in _ALLOWED:
            findings.append(unknown((key,), alike(key, list(_ALLOWED))))
        elif key in ("units", "keys") and isinstance(raw, dict):
            table, found = (_units if key == "units" else _keys)(raw)
            known[key] = table
            findings += (finding.under(key) for finding in found)
        elif key == "folders" and isinstance(raw, list):
            known[key], found = _folders(raw)
            findings += (finding.under(key) for finding in found)
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


def _keys(table: dict[str, Any]) -> tuple[dict[str, str], list[Finding]]:
    known = {key: raw for key, raw in table.items() if isinstance(raw, str)}
    findings = [
        Finding(keys=(key,), what=described(raw), allowed='a key in quotes, such as "f2"')
        for key, raw in table.items()
        if key not in known
    ]
    return known, findings


def _folders(items: list[Any]) -> tuple[tuple[str, ...], list[Finding]]:
    """Only whole paths: what a part of one means would hang on where mile18 was started."""
    known = [raw for raw in items if isinstance(raw, str) and _is_whole(raw)]
    allowed = 'a whole path in quotes, such as "~/athletes"'
    findings = [
        Finding(keys=(at,), what=described(raw), allowed=allowed)
        for at, raw in enumerate(items)
        if raw not in known
    ]
    return tuple(dict.fromkeys(known)), findings


def _is_whole(folder: str) -> bool:
    return folder.startswith("~") or Path(folder).is_absolute()
