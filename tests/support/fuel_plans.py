"""What runners take on the way, as short as it can be said."""

from mile18.topics.nutrition.products import Product


def gels(
    grams: float | None = None, every: float | None = None, name: str | None = None
) -> tuple[Product, ...]:
    """One product: so many g of carbohydrate every so many minutes."""
    return (Product(name=name, carbohydrate=grams, every=every),)
