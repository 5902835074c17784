"""WBGT from temperature and humidity alone against Liljegren's full model, which knows sun and wind."""

from itertools import product

import pytest

from mile18.science.heat import wbgt_shade_and_sun

lwbgt = pytest.importorskip("lwbgt", reason="make oracles installs it")

AIRS = list(product((10.0, 15.0, 20.0, 25.0, 30.0, 35.0), (20.0, 40.0, 60.0, 80.0)))
NIGHT, FULL_SUN = 0.0, 950.0


def full_model(celsius: float, humidity: float, sun: float, wind: float) -> float:
    """WBGT in °C under so much sun in W/m² and wind in m/s, at noon in July at 45° north."""
    record = lwbgt.Input(
        2027, 7, 1, 12, 0, 0, 10, 1, 45.0, 0.0, sun, 1013.0, celsius, humidity, wind, 2.0, -1.0
    )
    found: float = lwbgt.calculate(record).wbgt_c
    return found


@pytest.mark.parametrize("wind", [0.5, 1.0, 2.0, 3.0])
def test_in_shade_it_is_within_a_degree_and_never_too_low(wind: float) -> None:
    off = [wbgt_shade_and_sun(*air)[0] - full_model(*air, NIGHT, wind) for air in AIRS]
    assert min(off) > 0
    assert max(off) < 1.05


def test_in_full_sun_and_light_wind_it_is_as_far_off_as_its_claim_says() -> None:
    off = [wbgt_shade_and_sun(*air)[1] - full_model(*air, FULL_SUN, 1.0) for air in AIRS]
    assert sum(off) / len(off) == pytest.approx(-1.7, abs=0.1)
    assert min(off) > -3


def test_more_wind_makes_it_read_too_high() -> None:
    off = [wbgt_shade_and_sun(*air)[1] - full_model(*air, 600.0, 3.0) for air in AIRS]
    assert sum(off) / len(off) == pytest.approx(1.6, abs=0.1)
