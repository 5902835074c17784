"""Every key of the app, read from the bindings themselves, for the help and the settings."""

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pkgutil import walk_packages
from typing import Any, NamedTuple

from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode

import mile18.tui


class Key(NamedTuple):
    """One binding: its id, its keys with commas between them, and what it does."""

    id: str
    keys: str
    description: str
    tooltip: str


class KeyGroup(NamedTuple):
    """The keys of one screen, or of the whole app."""

    title: str
    keys: tuple[Key, ...]


def key_groups(
    app: type[App[Any]], here: type[DOMNode], remapped: Mapping[str, str]
) -> tuple[KeyGroup, ...]:
    """The keys of the screen `here`, of the whole app, then of every other screen.

    `remapped` are the runner's own keys by the id of their binding.
    """
    named = [
        (_title(here), inherited(here)),
        ("Everywhere", declared(app)),
        *((_title(node), declared(node)) for node in _nodes() if not issubclass(here, node)),
    ]
    groups = (KeyGroup(title, tuple(_keys(bindings, remapped))) for title, bindings in named)
    return tuple(group for group in groups if group.keys)


def all_keys(app: type[App[Any]], remapped: Mapping[str, str]) -> tuple[Key, ...]:
    """Every key that can be changed, each id once."""
    found: dict[str, Key] = {}
    for node in (app, *_nodes()):
        for key in _keys(declared(node), remapped):
            found.setdefault(key.id, key)
    return tuple(found.values())


def declared(node: type[DOMNode]) -> list[Binding]:
    """The bindings that a class itself declares."""
    return [each for each in vars(node).get("BINDINGS", ()) if isinstance(each, Binding)]


def inherited(node: type[DOMNode]) -> list[Binding]:
    """The bindings of a class and of the classes it is built on."""
    return [each for base in node.__mro__ if base.__name__ != "App" for each in declared(base)]


def show_keys(app: App[Any], keys: str) -> str:
    """Keys as they are printed on a keyboard, with spaces between them."""
    return " ".join(app.get_key_display(Binding(key.strip(), "")) for key in keys.split(","))


def _keys(bindings: Iterable[Binding], remapped: Mapping[str, str]) -> Iterator[Key]:
    for each in bindings:
        if each.id:
            keys = remapped.get(each.id) or each.key
            yield Key(each.id, keys, each.description, each.tooltip)


def _title(node: type[DOMNode]) -> str:
    name = node.__name__.removesuffix("Screen")
    words = "".join(f" {sign.lower()}" if sign.isupper() else sign for sign in name).split()
    return " ".join(words).capitalize()


def _nodes() -> list[type[DOMNode]]:
    """Every class of the screens and widgets that declares keys, by its title."""
    return sorted(_found(), key=_title)


def _found() -> Iterator[type[DOMNode]]:
    for found in walk_packages(mile18.tui.__path__, "mile18.tui."):
        for node in vars(import_module(found.name)).values():
            if (
                isinstance(node, type)
                and issubclass(node, DOMNode)
                and not issubclass(node, App)
                and node.__module__ == found.name
                and declared(node)
            ):
                yield node
