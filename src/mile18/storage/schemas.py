"""Files of earlier schemas: the steps that bring a document to the keys of today."""

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


# The one gel, drink or food of schema 1 by the keys of a product.
_ONE_PRODUCT = {"name": "fuel_product", "carbohydrate": "fuel_portion_g", "every": "fuel_every_min"}


def _list_of_products(document: Document) -> Document:
    """Schema 2: what is taken on the way is a list, and one product an entry of it."""
    table = document.get("nutrition")
    if not isinstance(table, dict) or "products" in table:
        return document
    entry = {new: table[old] for new, old in _ONE_PRODUCT.items() if old in table}
    if not entry:
        return document
    rest = {key: value for key, value in table.items() if key not in _ONE_PRODUCT.values()}
    # No grams of nothing was the way to say that no fuel is planned.
    products = [] if entry == {"carbohydrate": 0} else [entry]
    return {**document, "nutrition": {**rest, "products": products}}


CHAIN: Chain = (
    Step(
        _list_of_products,
        {
            ("nutrition", "products", "0", new): ("nutrition", old)
            for new, old in _ONE_PRODUCT.items()
        },
    ),
)
"""From the first schema to that of today."""
