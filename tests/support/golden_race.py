"""One race whose numbers are known, for every screen and export to show."""

from datetime import date, time

from fuel_plans import gels
from msgspec.structs import replace

from mile18.profile import Profile
from mile18.topics.heat.questions import Heat
from mile18.topics.nutrition.questions import Nutrition
from mile18.topics.race.questions import AidStation, Race
from mile18.topics.training.questions import Training

TODAY = date(2027, 4, 20)
RACE_DAY = date(2027, 5, 2)

# 70 kg, a half marathon in 1:40:00 on 40 miles a week, a goal of 3:45:00, 22 °C and 64%, sweat
# 1.2 L/h against a drink of 0.5 L/h, a gel of 25 g every 20 min.
GOLDEN = Profile(
    race=Race(
        name="Golden race",
        date=RACE_DAY,
        start_time=time(9, 0),
        distance=42.195,
        goal_time=13_500,
        recent_distance=21.0975,
        recent_time=6000,
        body_mass=70.0,
        aid_stations=tuple(
            AidStation(km=km, offers="water, gels") for km in (5.0, 10.0, 15.0, 20.0, 25.0, 30.0)
        ),
    ),
    training=Training(weekly_distance=64.37376),
    nutrition=Nutrition(
        products=gels(25.0, 20.0, "Gel, lemon"),
        fuel_practised="several",
        drink_plan="amount",
        drink_per_hour=0.5,
        sweat_mass_before=70.0,
        sweat_mass_after=69.3,
        sweat_drunk=0.5,
        sweat_urine=0.0,
        sweat_duration=1.0,
    ),
    heat=Heat(temperature=22.0, humidity=64.0),
)


def golden(**topics: dict[str, object]) -> Profile:
    """The golden race with some answers replaced, `golden(race={"goal_time": None})`."""
    return replace(
        GOLDEN,
        **{name: replace(getattr(GOLDEN, name), **new) for name, new in topics.items()},
    )
