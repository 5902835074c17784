"""Plain foods with their carbohydrate, and a day's portions that add up to an amount.

The grams are usual values rounded to whole grams; what stands on a packet is more exact.
"""

from collections.abc import Collection, Iterator
from itertools import chain, cycle

from msgspec import Struct

APPROXIMATE = "Portions are approximate; what the packet says is more exact."


class Portion(Struct, frozen=True):
    """A usual portion of a plain food and about how many grams of carbohydrate it holds."""

    food: str
    amount: str
    grams: int

    @property
    def words(self) -> str:
        """The food with its amount: `rice, cooked, 200 g`."""
        return f"{self.food}, {self.amount}"


OATS = Portion("porridge oats, dry", "80 g", 48)
BANANA = Portion("banana", "1 medium", 27)
HONEY = Portion("honey or jam", "1 tablespoon", 16)
JUICE = Portion("fruit juice", "250 mL (8 fl oz)", 26)
BREAD = Portion("white bread", "2 slices", 39)
PASTA = Portion("pasta, cooked", "250 g", 75)
PRETZELS = Portion("pretzels or plain crackers", "50 g", 39)
SPORTS_DRINK = Portion("sports drink", "500 mL (17 fl oz)", 30)
RICE = Portion("rice, cooked", "200 g", 56)
POTATOES = Portion("potatoes, boiled", "300 g", 55)
RAISINS = Portion("raisins", "40 g", 31)
CORN_FLAKES = Portion("corn flakes", "60 g", 50)
BAGEL = Portion("bagel", "1 of 100 g", 53)

PORTIONS: tuple[Portion, ...] = (
    OATS,
    CORN_FLAKES,
    BREAD,
    BAGEL,
    HONEY,
    BANANA,
    RAISINS,
    PASTA,
    RICE,
    POTATOES,
    PRETZELS,
    JUICE,
    SPORTS_DRINK,
)
"""The table of portions, from breakfast to drinks."""

_THROUGH_THE_DAY = (
    OATS,
    BANANA,
    HONEY,
    JUICE,
    BREAD,
    HONEY,
    PASTA,
    SPORTS_DRINK,
    BANANA,
    RICE,
    BREAD,
    RAISINS,
    JUICE,
    PRETZELS,
    POTATOES,
)
_SECOND_HELPINGS = (BREAD, RICE, HONEY, BANANA, JUICE, PASTA, RAISINS, SPORTS_DRINK, PRETZELS)


_DRINKS = (JUICE, SPORTS_DRINK)


def portions(*, drinks: bool) -> tuple[Portion, ...]:
    """The table of portions, with or without what is drunk."""
    return tuple(each for each in PORTIONS if drinks or each not in _DRINKS)


def day_of(grams: float, table: Collection[Portion] = PORTIONS) -> Iterator[Portion]:
    """Portions of a table in the order of a day until they add up to at least `grams`.

    A larger amount only adds portions at the end, so that those before keep their places.
    """
    total = 0
    for portion in chain(_THROUGH_THE_DAY, cycle(_SECOND_HELPINGS)):
        if total >= grams:
            return
        if portion not in table:
            continue
        total += portion.grams
        yield portion
