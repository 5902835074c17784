"""One profile to the race day, the race week and the card: each formula once for one set of inputs."""

import random
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from functools import wraps
from importlib import import_module
from inspect import isfunction, signature
from pkgutil import iter_modules
from typing import Any

import pytest
from at_risk import ULTRAS
from drawn_answers import full_profile
from golden_race import GOLDEN, golden
from plan_screens import RACE, RACES

import mile18.science
from mile18.plan.card.card import card
from mile18.plan.day.day import race_day
from mile18.plan.week import week
from mile18.plan.week.week import race_week
from mile18.profile import Profile
from mile18.readiness import Readiness, assess
from mile18.units import SI
from mile18.writers.card_html import card_html

PROFILES = {
    **RACES,
    **ULTRAS,
    "golden": GOLDEN,
    "without moisture": golden(heat={"humidity": None}),
    "in the shade": golden(heat={"sun": "shade", "hot_temperature": 25.0}),
    "two plans from one temperature": golden(
        heat={"dew_point": 15.0, "hot_temperature": 26.0, "very_hot_temperature": 26.0}
    ),
    "plan B from the air expected": golden(heat={"hot_temperature": 22.0}),
    "nothing planned to drink": golden(nutrition={"drink_per_hour": 0.0}),
    **{f"drawn {seed}": full_profile(random.Random(seed)) for seed in range(10)},
}
EXEMPT = {
    "between": "a look between two marks of a course",
    "as_spoken": "a rounding",
    "flag": "a look at four bounds, for every sentence that names one",
    "slowed": "a multiplication: two plans on cool days are slower by the same 0%",
}
TODAY = RACE - timedelta(days=12)
Inputs = tuple[str, tuple[Any, ...]]


def _formulas() -> dict[Callable[..., Any], str]:
    """Every public function of `mile18.science` with its name, but for the checks of its inputs."""
    names = [each.name for each in iter_modules(mile18.science.__path__) if each.name != "checks"]
    return {
        found: name
        for module in (import_module(f"mile18.science.{each}") for each in names)
        for name, found in vars(module).items()
        if isfunction(found) and found.__module__ == module.__name__ and not name.startswith("_")
    }


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Counter[Inputs]:
    """How often each formula is asked from outside `science` for one set of inputs."""
    calls: Counter[Inputs] = Counter()
    formulas = _formulas()

    def counted(formula: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(formula)
        def ask(*args: Any, **kwargs: Any) -> Any:
            given = signature(formula).bind(*args, **kwargs)
            given.apply_defaults()
            inputs = (tuple(each) if isinstance(each, list) else each for each in given.args)
            calls[formulas[formula], tuple(inputs)] += 1
            return formula(*args, **kwargs)

        return ask

    for name, module in tuple(sys.modules.items()):
        if name.startswith("mile18.") and not name.startswith("mile18.science"):
            for alias, found in tuple(vars(module).items()):
                # A formula behind a cache is asked as often as its cache is.
                formula = getattr(found, "__wrapped__", found)
                if isfunction(formula) and formula in formulas:
                    monkeypatch.setattr(module, alias, counted(formula))
    return calls


def _repeated(asked: Counter[Inputs]) -> dict[Inputs, int]:
    return {each: count for each, count in asked.items() if count > 1 and each[0] not in EXEMPT}


@pytest.mark.parametrize("name", PROFILES)
def test_race_day_works_each_thing_out_once(name: str, asked: Counter[Inputs]) -> None:
    race_day(PROFILES[name], TODAY)
    assert _repeated(asked) == {}


@pytest.mark.parametrize("name", PROFILES)
def test_the_card_works_nothing_out_that_the_day_knows(name: str, asked: Counter[Inputs]) -> None:
    card_html(card(PROFILES[name], TODAY, SI))
    assert _repeated(asked) == {}


@pytest.mark.parametrize("name", PROFILES)
def test_race_week_works_each_thing_out_once(
    name: str, asked: Counter[Inputs], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Readiness tries each lever out, and judges for that what the lever leaves as it is.
    assessed = 0

    def apart(profile: Profile, today: date) -> Readiness:
        nonlocal assessed
        assessed += 1
        before = asked.copy()
        found = assess(profile, today)
        asked.clear()
        asked.update(before)
        return found

    monkeypatch.setattr(week, "assess", apart)
    race_week(PROFILES[name], TODAY)
    assert assessed == 1
    assert _repeated(asked) == {}


def test_the_count_sees_every_formula(asked: Counter[Inputs]) -> None:
    card(GOLDEN, TODAY, SI)
    race_week(GOLDEN, TODAY)
    seen = {name for name, _ in asked}
    assert {"predictions", "wbgt_shade_and_sun", "sweat_rate", "doses", "bedtime"} <= seen
