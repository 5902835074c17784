"""The race card: one page from one source, laid out by `card_text`, `card_markdown`, `card_html`."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from mile18.dates import day_words
from mile18.evidence.disclaimers import CLINICIAN, GENERAL
from mile18.plan.card.parts import (
    Contact,
    CoursePart,
    CrampPart,
    DrinkPart,
    FuelPart,
    Line,
    PlanPart,
    SplitPart,
    gaps,
    lines,
)
from mile18.plan.card.sections import (
    course_part,
    cramp_part,
    drink_part,
    fuel_part,
    plan_part,
    split_part,
)
from mile18.plan.day.day import RaceDay, race_day
from mile18.plan.day.words import Lack, Said, lack
from mile18.plan.shut import NOW_SAID, without_plan
from mile18.profile import Profile, Unanswered
from mile18.sanitise import plain_joined
from mile18.topics.health.gate import speaks_against_running
from mile18.topics.health.restraints import disguised
from mile18.topics.race.questions import Race
from mile18.units import Units, amount, clock, pace

NO_NAME = "Race without a name"
INSTEAD = "Before you run again"


class CardPlan(Struct, frozen=True, kw_only=True):
    """What is planned for the race, from the goal to the last drink."""

    plans: PlanPart
    course: CoursePart | None
    splits: SplitPart
    fuel: FuelPart
    drink: DrinkPart


class Card(Struct, frozen=True, kw_only=True):
    """Everything on the card, in words and in the runner's units.

    `contact` is None unless the runner asked for it on the card; nothing else on it names an answer
    about health, nor tells the body weight. What health forbids to say is missing. There is no `plan`
    while symptoms speak against running; what to do `instead` takes its place.
    """

    name: str
    facts: tuple[str, ...]
    opening: tuple[Line, ...]
    gaps: tuple[str, ...]
    contact: Contact | None
    plan: CardPlan | None
    instead: tuple[Line, ...]
    cramp: CrampPart
    small_print: str


def card(profile: Profile, today: date, units: Units) -> Card:
    """The card of a profile, seen from `today`; a pure function that never raises."""
    shut = speaks_against_running(profile.health)
    day = race_day(_shareable(without_plan(profile)), today, units)
    race = day.profile.race
    return Card(
        name=plain_joined(race.name) or NO_NAME,
        facts=tuple(_facts(race, units)),
        opening=() if shut else lines(_first_of_all(day), units),
        gaps=() if shut else gaps(_missing(day.unanswered), units),
        contact=_contact(race, day.unanswered, units) if race.share_on_card else None,
        plan=None if shut else _plan(day, units),
        instead=lines(NOW_SAID, units) if shut else (),
        cramp=cramp_part(day, units, run_on=not shut),
        small_print=f"{GENERAL} {CLINICIAN}",
    )


def _first_of_all(day: RaceDay) -> Iterator[Said]:
    """What is worth a place in the pocket: a race that is over, and how drink may harm."""
    yield from (each for each in day.opening.notes if not each.loud)
    yield from (each for each in day.fluids.notes if each.loud)


def _plan(day: RaceDay, units: Units) -> CardPlan:
    return CardPlan(
        plans=plan_part(day, units),
        course=course_part(day, units),
        splits=split_part(day, units),
        fuel=fuel_part(day, units),
        drink=drink_part(day, units),
    )


def _missing(unanswered: Unanswered) -> Iterator[Lack]:
    yield from lack(unanswered, "No race day yet.", "race.date")
    yield from lack(unanswered, "No start time yet.", "race.start_time")
    yield from lack(unanswered, "No distance yet.", "race.distance")


def _shareable(profile: Profile) -> Profile:
    # What is taken out here cannot reach the card by any way.
    race = profile.race
    if not race.share_on_card:
        race = replace(race, emergency_contact=None, medical_line=None)
    return replace(profile, race=race, health=disguised(profile.health))


def _facts(race: Race, units: Units) -> Iterator[str]:
    if race.date:
        yield day_words(race.date)
    if race.start_time:
        yield f"start {race.start_time:%H:%M}"
    if plain_joined(race.place):
        yield plain_joined(race.place)
    if race.distance:
        yield amount(race.distance, "km", units)
    if race.goal_time:
        per = f" ({pace(race.goal_time / race.distance, units)})" if race.distance else ""
        yield f"goal {clock(race.goal_time)}{per}"


def _contact(race: Race, unanswered: Unanswered, units: Units) -> Contact:
    missing = (
        *lack(unanswered, "No emergency contact given.", "race.emergency_contact"),
        *lack(unanswered, "No medical line given.", "race.medical_line"),
    )
    return Contact(
        emergency=plain_joined(race.emergency_contact),
        medical=plain_joined(race.medical_line),
        gaps=gaps(missing, units),
    )
