"""Files of an earlier schema, brought up to date as they are read; the file waits for a save.

Schema 1 is the first. A question that is added needs no new one: its key is just not there yet.
A key that is renamed, or whose values change their meaning, needs a step at the end of `CHAIN`.
"""

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct

from mile18.storage.problem import Keys

Document = dict[str, Any]

FIRST = 1


class Step(Struct, frozen=True):
    """The way from one schema to the next.

    `change` is a pure function: it takes any document, however odd, leaves it as it was, and has
    nothing to do for one that is up to date, since a file without a schema line may be of any.
    `moved` leads from the new place of a table or question to the old one.
    """

    change: Callable[[Document], Document]
    moved: Mapping[tuple[str, ...], tuple[str, ...]] = {}


Chain = tuple[Step, ...]

CHAIN: Chain = ()


class Brought(Struct, frozen=True):
    """A document brought up to date, with each step and what the document was before it."""

    document: Document
    trail: tuple[tuple[Step, Document], ...] = ()

    def as_written(self, keys: Keys) -> Keys:
        """Where in the file stands what is now at `keys`."""
        for step, before in reversed(self.trail):
            keys = _before(keys, step, before)
        return keys


def newest(chain: Chain) -> int:
    """The schema that a chain leads to."""
    return FIRST + len(chain)


def bring_up(document: Document, chain: Chain) -> Brought:
    """Take a raw document through the steps that its schema lacks; a bad or no number is the first."""
    written = document.get("schema", FIRST)
    start = written if type(written) is int and written >= FIRST else FIRST
    brought = Brought(document)
    for step in chain[start - FIRST :]:
        before = brought.document
        brought = Brought(step.change(before), (*brought.trail, (step, before)))
    return brought


def _before(keys: Keys, step: Step, before: Document) -> Keys:
    for length in range(len(keys), 0, -1):
        new = tuple(str(key) for key in keys[:length])
        old = step.moved.get(new)
        if old and _holds(before, old) and not _holds(before, new):
            return (*old, *keys[length:])
    return keys


def _holds(document: Any, keys: tuple[str, ...]) -> bool:
    for key in keys:
        if not isinstance(document, dict) or key not in document:
            return False
        document = document[key]
    return True
