"""A runner's own colours: `themes/NAME.toml` beside the settings."""

import re
from pathlib import Path
from typing import Any

from msgspec import Struct

from mile18.storage.disk import as_text, read_bytes
from mile18.storage.problem import (
    Finding,
    NoSuchFile,
    Problem,
    Unreadable,
    described,
    guess,
    quoted,
)
from mile18.storage.toml import located, parse_toml

_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_NEEDED = "primary"
_MAIN = (
    _NEEDED,
    "secondary",
    "accent",
    "foreground",
    "background",
    "surface",
    "panel",
    "success",
    "warning",
    "error",
)
_MORE = ("foreground-muted", "cursor-row", "block-cursor-background")
_ALLOWED_COLOUR = 'a colour such as "#e0a458"'


class OwnTheme(Struct, frozen=True, kw_only=True):
    """Colours by what they are for (`#rgb` or `#rrggbb`), and whether they are for the dark."""

    name: str
    colours: dict[str, str]
    more: dict[str, str] = {}
    dark: bool = True


def themes_folder(settings_file: Path) -> Path:
    """Where they stand, whether or not there are any."""
    return settings_file.parent / "themes"


def theme_names(settings_file: Path) -> tuple[str, ...]:
    """What the files there would be called, good or not."""
    try:
        return tuple(sorted(each.stem for each in themes_folder(settings_file).glob("*.toml")))
    except OSError:
        return ()


def own_themes(settings_file: Path, taken: tuple[str, ...]) -> tuple[list[OwnTheme], list[str]]:
    """The themes that can be used, and a sentence for each thing that is wrong with the others.

    `taken` are the names that mile18 gives itself.
    """
    found: list[OwnTheme] = []
    told: list[str] = []
    problems: tuple[Problem, ...]
    for name in theme_names(settings_file):
        file = themes_folder(settings_file) / f"{name}.toml"
        if name in taken or not _NAME.fullmatch(name):
            why = "is mile18's own" if name in taken else "is no name for a theme"
            allowed = "another name, in a-z, 0-9 and -"
            problems = (Problem(what=f"{quoted(name)} {why}", allowed=allowed),)
        else:
            theme, problems = _theme(file, name)
            found += [theme] if theme else []
        told += [problem.sentence(file) for problem in problems]
    return found, told


def _theme(file: Path, name: str) -> tuple[OwnTheme | None, tuple[Problem, ...]]:
    try:
        text = as_text(read_bytes(file))
        document = parse_toml(text)
    except NoSuchFile:
        return None, ()
    except Unreadable as error:
        return None, (error.problem,)
    findings = list(_wrong(document))
    if findings:
        return None, located(findings, text)
    colours = {key: document[key] for key in _MAIN if key in document}
    more = {key: document[key] for key in _MORE if key in document}
    return OwnTheme(name=name, colours=colours, more=more, dark=document.get("dark", True)), ()


def _wrong(document: dict[str, Any]) -> list[Finding]:
    found = []
    known = (*_MAIN, *_MORE, "dark")
    for key, raw in document.items():
        if key not in known:
            what = f"no part of a theme{guess(key, [*known])}"
            found.append(Finding(keys=(key,), what=what, allowed=f"one of: {', '.join(known)}"))
        elif key == "dark":
            if not isinstance(raw, bool):
                found.append(Finding(keys=(key,), what=described(raw), allowed="true or false"))
        elif not isinstance(raw, str) or not _COLOUR.fullmatch(raw):
            what = f"{quoted(raw)} is no colour" if isinstance(raw, str) else described(raw)
            found.append(Finding(keys=(key,), what=what, allowed=_ALLOWED_COLOUR))
    if _NEEDED not in document:
        found.append(Finding(keys=(), what=f"no {_NEEDED}", allowed=_ALLOWED_COLOUR))
    return found
