"""What is spoken before everything is known: the dangers in what is answered already."""

from collections.abc import Iterator

from mile18.factor import Caution, Countdown
from mile18.profile import Profile, at_its_warmest
from mile18.topics.health.cautions import caffeine_warnings, drink_warnings
from mile18.topics.health.gate import speaks_against_running
from mile18.topics.health.low_sugar import UNKNOWN_INSULIN, may_run_low
from mile18.topics.health.restraints import restraints
from mile18.topics.heat.adaptation import expected_wbgt
from mile18.topics.heat.cautions import heat_cautions
from mile18.topics.heat.humidity import load_without_humidity
from mile18.topics.nutrition.carried import caffeine_on_the_way
from mile18.topics.nutrition.fluids import measured_sweat
from mile18.topics.race.cautions import race_cautions
from mile18.topics.race.pacing import predicted
from mile18.topics.training.cautions import training_cautions


def warnings(profile: Profile, countdown: Countdown) -> tuple[Caution, ...]:
    """What every output says before its advice, loud ones first; what is open counts for nothing.

    They are about what is planned, so there are none once the race is over, nor while symptoms speak
    against running.
    """
    over = countdown.days is not None and countdown.days < 0
    if over or speaks_against_running(profile.health):
        return ()
    return tuple(sorted(_all(at_its_warmest(profile), countdown), key=lambda each: not each.loud))


def _all(profile: Profile, countdown: Countdown) -> Iterator[Caution]:
    race, training, nutrition = profile.race, profile.training, profile.nutrition
    health, hidden = profile.health, restraints(profile.health, race)
    yield from drink_warnings(nutrition, race, hidden, measured_sweat(nutrition))
    heat = profile.heat
    yield from heat_cautions(heat, expected_wbgt(heat), load_without_humidity(race, heat), health)
    yield from race_cautions(race, predicted(race, training), health)
    yield from training_cautions(race, training, countdown)
    on_the_way = caffeine_on_the_way(race, nutrition.products)
    yield from caffeine_warnings(nutrition, race, health, on_the_way)
    if may_run_low(health):
        yield Caution(
            UNKNOWN_INSULIN.text,
            UNKNOWN_INSULIN.evidence,
            topic="nutrition",
            loud=False,
            private=True,
        )
