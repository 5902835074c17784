"""What to buy, what to find out and what to pack."""

from collections.abc import Iterator

from mile18.plan.race_week_task import PRACTICAL, Task, counted
from mile18.plan.race_week_words import millilitres, told
from mile18.profile import Profile
from mile18.science.carbohydrate import doses
from mile18.science.fluid import pickle_juice_millilitres
from mile18.topics.health.withheld import withheld
from mile18.topics.nutrition.fuel import NEEDED_FROM
from mile18.topics.race.questions import lasts_longer_than, plausible_goal
from mile18.units import number

WARM_FROM, COLD_UP_TO = 18.0, 10.0
SPARE = 1
_NOT_WITH = "not with an allergy, reflux, high blood pressure or kidney trouble"
STATIONS_SHOWN = 12


def kit_tasks(profile: Profile) -> Iterator[Task]:
    """Shopping a week ahead, the way to the start, and the pack list on the eve."""
    fuel = fuel_line(profile)
    yield Task(
        id="shop",
        topic="nutrition",
        title="Get what is still missing",
        detail=" ".join(
            (
                "Shoes and kit you have already run long in, and food for the last days.",
                *([f"{fuel}."] if fuel else []),
            )
        ),
        why=f"Nothing new on race day: the gut does best with what it has practised. {PRACTICAL}",
        evidence=("carb-gut-training",),
        days_before=6,
        latest=1,
        gone="the shops of race morning are no plan: use what you have and know",
    )
    yield Task(
        id="way",
        topic="race",
        title="Plan the way to the start",
        detail="\n".join(_way(profile)),
        why=f"What is settled need not be thought about. {PRACTICAL}",
        days_before=3,
        latest=1,
        gone="today is the race",
    )
    yield Task(
        id="pack",
        topic="race",
        title="Pack your bag",
        detail="\n".join(pack_list(profile)),
        why=f"Packed the day before, it is off your mind. {PRACTICAL}",
        days_before=1,
        slot="afternoon",
        latest=0,
    )


def fuel_line(profile: Profile) -> str:
    """The portions to carry, with a spare; empty if the race needs none or none are planned.

    Source: carb-in-race-dose, with the rule for the last portion in `science.carbohydrate`.
    """
    race, nutrition = profile.race, profile.nutrition
    portion, every = nutrition.fuel_portion_g, nutrition.fuel_every_min
    if portion == 0 or lasts_longer_than(race, NEEDED_FROM) is False:
        return ""
    product = told(nutrition.fuel_product)
    if portion is None or every is None or race.goal_time is None or not plausible_goal(race):
        return f"Race fuel: {product or 'what you have practised with'}"
    count = len(doses(race.goal_time, portion, every).minutes)
    return (
        f"{counted(count, 'portion')} of {product or 'race fuel'} ({number(portion)} g of carbohydrate each, one "
        f"every {number(every)} min) and {SPARE} spare"
    )


def pack_list(profile: Profile) -> Iterator[str]:
    """The lines of the pack list, by the answers on fuel, weather and pickle juice."""
    race, nutrition = profile.race, profile.nutrition
    yield "Race number and pins, timing chip if there is one"
    yield "Shoes, socks and kit you have run long in"
    yield "Watch, charged"
    if fuel := fuel_line(profile):
        yield fuel
    if nutrition.pickle_juice and "pickle juice" not in withheld(profile.health, race):
        yield _pickle_juice(race.body_mass)
    yield "Breakfast, if you sleep away from home"
    yield "Tape or petroleum jelly for where it rubs"
    yield from _for_the_weather(profile.heat.temperature)
    yield "What you need every day, identity card, phone, money, key"
    yield "An emergency contact written on the back of your number"
    yield "Your race card with plan A, B and C"
    yield "Dry clothes and something to eat for afterwards"


def _pickle_juice(kg: float | None) -> str:
    if kg is None:
        return f"Pickle juice, 1 mL per kg of body mass, 100 mL at most; {_NOT_WITH}"
    return f"Pickle juice, {millilitres(pickle_juice_millilitres(kg))}; {_NOT_WITH}"


def _for_the_weather(celsius: float | None) -> Iterator[str]:
    if celsius is None or celsius >= WARM_FROM:
        yield "Cap, sunglasses and sun cream"
    if celsius is None or celsius <= COLD_UP_TO:
        yield "Gloves and something warm for the wait"


def _way(profile: Profile) -> Iterator[str]:
    race = profile.race
    start = (
        "Start time and wave" if race.start_time is None else f"Start at {race.start_time:%H:%M}"
    )
    place = f" in {told(race.place)}" if told(race.place) else ""
    yield f"{start}{place}: how you get there, and a way that works if the first one fails"
    yield "When and where you collect your number"
    known = [each for each in race.aid_stations or () if each.km is not None]
    if not known:
        yield "Where the aid stations are and what they offer"
        return
    known.sort(key=lambda each: each.km or 0)
    yield "Aid stations:"
    for each in known[:STATIONS_SHOWN]:
        offers = told(each.offers, 40)
        yield f"  {{km:{number(each.km or 0, 1)}}}" + (f"  {offers}" if offers else "")
    if len(known) > STATIONS_SHOWN:
        yield f"  and {len(known) - STATIONS_SHOWN} more"
