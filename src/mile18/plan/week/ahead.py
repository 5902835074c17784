"""What is done ahead: kit, the look at the weather, calm, and what to ask a doctor or pharmacist."""

from collections.abc import Iterable, Iterator

from mile18.plan.week.constant import FORECAST_AGAIN, ROUTINE_LOOK
from mile18.plan.week.task import PRACTICAL, Task, goal_words, millilitres
from mile18.sanitise import plain_part
from mile18.science.fluid import pickle_juice_millilitres
from mile18.topics.health.gate import Gate, Reason
from mile18.topics.heat.adaptation import surely_black
from mile18.topics.heat.questions import Heat
from mile18.topics.nerves import Nerves
from mile18.topics.nutrition.carried import count_of
from mile18.topics.nutrition.fuel import NEEDED_FROM
from mile18.topics.nutrition.products import Product, when_words
from mile18.topics.nutrition.questions import Nutrition
from mile18.topics.race.questions import Race, Target, duration_span, lasts_longer_than
from mile18.units import counted, number

WARM_FROM, COLD_UP_TO = 18.0, 10.0
SPARE = 1
ULTRA_KM = 50
# Hours of the clock between which no head torch is packed: a judgement.
LIGHT_FROM, DARK_FROM = 6.0, 20.0
_NOT_WITH = "not with an allergy, reflux, high blood pressure or kidney trouble"


def kit_tasks(
    race: Race, nutrition: Nutrition, celsius: float | None, aim: Target | None, *, pickle: bool
) -> Iterator[Task]:
    """Shopping a week ahead, the way to the start, and the pack list on the eve.

    It is packed for air of so many °C, with pickle juice where `pickle` says so.
    """
    fuel = tuple(fuel_lines(race, nutrition, aim))
    yield Task(
        id="shop",
        topic="nutrition",
        title="Buy what is still missing",
        detail=" ".join(
            (
                "You need shoes and kit that you have run long in, and food for the last days.",
                *(f"{each}." for each in fuel),
            )
        ),
        why=f"Nothing new on race day: the gut does best with what it has practised. {PRACTICAL}",
        evidence=("carb-gut-training",),
        days_before=6,
        latest=1,
        gone="do not count on shops on race morning: use what you have and know",
    )
    yield Task(
        id="way",
        topic="race",
        title="Plan the way to the start",
        detail="\n".join(_way(race)),
        why=f"With this decided, you need not think about it on the day. {PRACTICAL}",
        days_before=3,
        latest=1,
        gone="today is the race",
    )
    yield Task(
        id="pack",
        topic="race",
        title="Pack your bag",
        detail="\n".join(
            (
                *pack_list(fuel, _pickle_juice(race.body_mass) if pickle else "", celsius),
                *_for_a_long_day(race),
            )
        ),
        why=f"Once the bag is packed, you need not think about it. {PRACTICAL}",
        days_before=1,
        slot="afternoon",
        latest=0,
    )


def fuel_lines(race: Race, nutrition: Nutrition, aim: Target | None) -> Iterator[str]:
    """What to carry of each product, with a spare; nothing if the race needs none or none is planned.

    What an aid station hands out needs no room in the bag. Source: carb-in-race-dose, with the rule
    for the last portion in `science.carbohydrate`.
    """
    if lasts_longer_than(race, NEEDED_FROM) is False:
        return
    if nutrition.products is None:
        yield "Race fuel: what you have practised with"
    for each in nutrition.products or ():
        if each.source != "station" and not _holds_nothing(each):
            yield _to_carry(each, aim)


def _holds_nothing(product: Product) -> bool:
    return product.carbohydrate == 0 and not product.sodium and not product.caffeine


def _to_carry(product: Product, aim: Target | None) -> str:
    name, grams = plain_part(product.name), product.carbohydrate
    count = count_of(product, aim.seconds) if aim and when_words(product) else 0
    if not count or grams is None:
        return f"Race fuel: {name or 'what you have practised with'}"
    held = f" ({number(grams)} g of carbohydrate each)" if grams and not name else ""
    all_told = counted(count + SPARE, "portion")
    return f"{all_told} of {name or 'race fuel'}{held}: {count} to use, {SPARE} spare"


def pack_list(fuel: Iterable[str], pickle: str, celsius: float | None) -> Iterator[str]:
    """The lines of the pack list, with those for fuel and pickle juice, for air of so many °C."""
    yield "Bib and pins, timing chip if there is one"
    yield "Shoes, socks and kit you have run long in"
    yield "Watch, charged"
    yield from filter(None, (*fuel, pickle))
    yield "Breakfast, if you sleep away from home"
    yield "Tape or petroleum jelly for where it rubs"
    yield from _for_the_weather(celsius)
    yield "What you need every day, identity card, phone, money, key"
    yield "An emergency contact written on the back of your bib"
    yield "Your race card with plan A, B and C"
    yield "Dry clothes and something to eat for afterwards"


def _for_a_long_day(race: Race) -> Iterator[str]:
    """What an ultra needs besides: bags, light and crew."""
    if race.distance is None or race.distance <= ULTRA_KM:
        return
    yield "Drop bags, each with its place written on it: fuel, socks, a warm layer"
    if _meets_the_dark(race):
        yield "Head torch with spare batteries, and something bright or reflecting"
    yield "For your crew: where and when they may meet you, and what you will want there"
    yield "What the race requires you to carry, such as a foil blanket, a cup and a whistle"


def _meets_the_dark(race: Race) -> bool:
    """Whether the race may run into the evening; True while that is open."""
    span = duration_span(race)
    if race.start_time is None or span is None:
        return True
    start = race.start_time.hour + race.start_time.minute / 60
    return start < LIGHT_FROM or start + span[1] / 3600 > DARK_FROM


def _pickle_juice(kg: float | None) -> str:
    if kg is None:
        return f"Pickle juice, 1 mL per kg of body weight, 100 mL at most; {_NOT_WITH}"
    return f"Pickle juice, {millilitres(pickle_juice_millilitres(kg))}; {_NOT_WITH}"


def _for_the_weather(celsius: float | None) -> Iterator[str]:
    if celsius is None or celsius >= WARM_FROM:
        yield "Cap, sunglasses and sunscreen"
    if celsius is None or celsius <= COLD_UP_TO:
        yield "Gloves and something warm for the wait"


def _way(race: Race) -> Iterator[str]:
    start = (
        "Start time and wave" if race.start_time is None else f"Start at {race.start_time:%H:%M}"
    )
    place = f" in {plain_part(race.place)}" if plain_part(race.place) else ""
    yield f"{start}{place}: how you get there, and a way that works if the first one fails"
    yield "When and where you collect your bib"
    if all(each.km is None for each in race.aid_stations or ()):
        yield "Where the aid stations are and what they offer"


FORECAST_FROM = 6
# In cooler air nobody needs a plan for a hotter day that was never written, in °C: a judgement.
PLANS_FROM = 15.0


def weather_tasks(race: Race, heat: Heat) -> Iterator[Task]:
    """The first useful forecast, a second look, and the choice between plans A, B and C.

    Source: heat-plan-options, heat-pace-use, wbgt-station-error, flags-acsm.
    """
    yield _forecast(heat.temperature)
    yield FORECAST_AGAIN
    cool = heat.temperature is not None and heat.temperature < PLANS_FROM
    if cool and heat.hot_temperature is None and heat.very_hot_temperature is None:
        return
    yield Task(
        id="decide",
        topic="heat",
        title="Decide: plan A, B or C",
        detail="\n".join(_plans(race, heat)),
        why="A slower goal chosen calmly in advance is easier to keep (a judgement). On the day, "
        "follow the organiser's flag.",
        evidence=("heat-plan-options", "heat-pace-use", "flags-acsm"),
        grade="B",
        days_before=1,
        slot="evening",
        latest=0,
    )


def _forecast(celsius: float | None) -> Task:
    entered = "" if celsius is None else f" Entered so far: {{°C:{number(celsius, 1)}}}."
    return Task(
        id="forecast",
        topic="heat",
        title="Read the first useful forecast",
        detail=f"Under Heat, enter temperature, humidity or dew point, and sun for the warmest "
        f"part of your race.{entered}",
        why=f"From 5 to 7 days ahead a forecast begins to be useful. The air at a weather station "
        f"can still differ from the course. {PRACTICAL}",
        evidence=("heat-plan-options", "wbgt-station-error"),
        days_before=FORECAST_FROM,
        latest=3,
        gone="the later look at the forecast takes its place",
    )


def _plans(race: Race, heat: Heat) -> Iterator[str]:
    goal = "no goal time yet" if race.goal_time is None else goal_words(race, race.goal_time)
    yield f"A: {'no time goal under a black flag' if surely_black(heat) else goal}."
    for name, celsius, seconds, clockless in (
        ("B", heat.hot_temperature, heat.hot_goal_time, "a slower goal, not written yet"),
        ("C", heat.very_hot_temperature, heat.very_hot_goal_time, "no clock, or do not start"),
    ):
        if celsius is None and seconds is None:
            yield f"{name}: not written yet."
            continue
        then = clockless if seconds is None else goal_words(race, seconds)
        since = "temperature not written yet" if celsius is None else f"from {{°C:{celsius:.1f}}}"
        yield f"{name}, {since}: {then}."


BREATHING_DAYS = 3
_MEDICINES = "med-wording"
_WHY = "They know your reasons and your history, and this app does not. Then note it under Health."


def care_tasks(gate: Gate, days_left: int | None) -> Iterator[Task]:
    """Whom to ask before the race, from the reasons of the health gate; private, all of it.

    Source: med-wording, ill-checklist, ill-screening.
    """
    if gate.status not in ("ask first", "do not race today"):
        return
    medicines = [reason for reason in gate.reasons if _MEDICINES in reason.evidence]
    others = [reason for reason in gate.reasons if _MEDICINES not in reason.evidence]
    if others and gate.shut:
        # A sign that speaks against running is asked about today, however far the race is.
        now = "redflag-app-list" in others[0].evidence
        yield _ask(
            "doctor",
            "Get medical help now" if now else "See a doctor before you run again",
            others,
            why="Experts advise against hard exercise with any of these.",
            days_before=max(0, days_left or 0),
            latest=0,
        )
    elif others:
        yield _ask("doctor", "Ask a doctor before you race", others, days_before=10, latest=0)
    if medicines:
        yield _ask(
            "pharmacist",
            "Talk your medicines over with a pharmacist or doctor",
            medicines,
            days_before=10,
            latest=1,
        )


def _ask(
    name: str,
    title: str,
    reasons: list[Reason],
    *,
    days_before: int,
    latest: int,
    why: str = _WHY,
) -> Task:
    return Task(
        id=name,
        topic="health",
        title=title,
        detail="\n".join(reason.text for reason in reasons),
        why=why,
        evidence=tuple(dict.fromkeys(each for reason in reasons for each in reason.evidence)),
        days_before=days_before,
        latest=latest,
        private=True,
        gone="no time is left before the start. Change nothing on your own, and tell the race "
        "medics",
    )


def calm_tasks(nerves: Nerves) -> Iterator[Task]:
    """Slow breathing in the last three evenings, and a look at the routine.

    Source: breathing-slow, breathing-duration, routines-meta.
    """
    for days_before in range(BREATHING_DAYS, 0, -1):
        yield Task(
            id=f"breathe-D-{days_before}",
            topic="nerves",
            title="Breathe slowly for 5 minutes",
            detail="In for 4 s, out for 6 s, sitting or lying down.",
            why="Slow breathing lowers heart rate and blood pressure a little. Shorter sessions "
            "did not help in most trials. No study links it to cramps.",
            evidence=("breathing-slow", "breathing-duration"),
            grade="B",
            days_before=days_before,
            slot="evening",
            minutes=5,
            series="Slow breathing",
            gone="those evenings are past",
        )
    if nerves.routine in ("in_mind", "written"):
        yield ROUTINE_LOOK
