"""What is taken on the way: when each product is due, and what they give together."""

from mile18.science.carbohydrate import LAST_PORTION_MINUTES, doses, intake_per_hour
from mile18.topics.nutrition.products import Product
from mile18.topics.race.questions import Race, target


def grams_per_hour(race: Race, products: tuple[Product, ...] | None) -> float | None:
    """Carbohydrate in g/h that all products give together; None while one of them is open.

    A product taken a few times counts over the time that the race takes.
    """
    if products is None:
        return None
    aim, total = target(race), 0.0
    for each in products:
        rate = _rate(each, aim.seconds / 3600 if aim else None)
        if rate is None:
            return None
        total += rate
    return total


def _rate(product: Product, hours: float | None) -> float | None:
    grams, every, count = product.carbohydrate, product.every, product.count
    if not grams:
        return grams
    if product.km is not None:
        every, count = None, count or 1
    if count is None:
        return None if every is None else intake_per_hour(grams, every)
    if hours is None:
        return None
    few = grams * count / hours
    return few if every is None else min(few, intake_per_hour(grams, every))


def minutes_of(product: Product, seconds: float) -> tuple[float, ...]:
    """When a product that is taken all along is due in a race of so many seconds, in minutes.

    None is due in the last half hour; a count without an interval is spread evenly up to there.
    Empty for a product that is taken at one place, and for one without interval and count.
    """
    if product.km is not None:
        return ()
    if product.every is not None:
        # What it holds has no say in when it is due.
        return doses(seconds, 1.0, product.every).minutes[: product.count]
    last = seconds / 60 - LAST_PORTION_MINUTES
    if product.count is None or last <= 0:
        return ()
    return tuple(last * at / product.count for at in range(1, product.count + 1))


def count_of(product: Product, seconds: float) -> int:
    """How many of a product are taken in a race of so many seconds."""
    return len(minutes_of(product, seconds)) if product.km is None else product.count or 1


def caffeine_on_the_way(race: Race, products: tuple[Product, ...] | None) -> float:
    """The mg of caffeine that all portions hold; 0 while no goal or no product with any is known."""
    aim = target(race)
    if aim is None:
        return 0.0
    strong = [each for each in products or () if each.caffeine]
    return sum((each.caffeine or 0.0) * count_of(each, aim.seconds) for each in strong)
