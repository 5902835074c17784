"""The heat load to expect: a WBGT span from the temperature, the moisture known, and the sun."""

from functools import lru_cache

from mile18.science.heat import humidity_from_dew_point, wbgt_shade, wbgt_sun

Span = tuple[float, float]

# Outside this the wet bulb formula was not fitted; drier or damper air differs by tenths.
DRIEST_FITTED, DAMPEST_FITTED = 5.0, 99.0


@lru_cache(maxsize=256)
def wbgt_spans(
    celsius: float, humidity: float | None, dew_point: float | None, sun: str | None
) -> tuple[Span, ...]:
    """Lowest and highest WBGT in °C, once by humidity and once by dew point where they are known.

    A single span over any humidity if neither is; from shade to sun if `sun` is None. A dew point
    above the temperature counts as saturated air.
    Source: wbgt-bom (sun), wbgt-full with wbgt-stull (shade), dewpoint-magnus.
    Raises ValueError for a temperature outside −20 to 50 °C or a humidity outside 0 to 100 %.
    """
    found = []
    if humidity is not None:
        found.append(_span(celsius, humidity, humidity, sun))
    if dew_point is not None:
        by_dew_point = humidity_from_dew_point(celsius, min(dew_point, celsius))
        found.append(_span(celsius, by_dew_point, by_dew_point, sun))
    return tuple(found) or (_span(celsius, 0, 100, sun),)


def _span(celsius: float, driest: float, dampest: float, sun: str | None) -> Span:
    shade = _shade(celsius, driest), _shade(celsius, dampest)
    full = wbgt_sun(celsius, driest), wbgt_sun(celsius, dampest)
    match sun:
        case "shade":
            return shade
        case "sun":
            return full
        case "mixed":
            return (shade[0] + full[0]) / 2, (shade[1] + full[1]) / 2
        case _:
            return shade[0], full[1]


def _shade(celsius: float, humidity: float) -> float:
    return wbgt_shade(celsius, min(DAMPEST_FITTED, max(DRIEST_FITTED, humidity)))
