"""Nutrition: what is asked about loading, race fuel, fluids, the sweat test and race morning."""

from typing import Literal

from mile18.question import Answers, ask
from mile18.topics.nutrition.products import EXAMPLE, Product


class Nutrition(Answers, frozen=True, kw_only=True):
    """What is asked about eating and drinking."""

    loading_plan: Literal["none", "in_mind", "written"] | None = ask(
        "Carbohydrate loading plan",
        group="Carbohydrate loading",
        seed=5,
        why="Full stores may delay fatigue in races over 90 minutes. No trial shows that loading "
        "prevents cramps. With diabetes, kidney disease or an eating disorder, plan it with a "
        "doctor.",
        evidence=("carb-loading-acsm", "carb-cramp-link", "carb-medical-caution"),
        lasts=True,
    )
    loading_days: float | None = ask(
        "Days of loading",
        unit="days",
        within=(0, 7),
        why="Full stores last for days if training is light.",
        amounts="36 to 48 hours are enough.",
        amounts_of="loading",
        evidence=("carb-loading-acsm", "carb-loading-minimum"),
        lasts=True,
    )
    loading_g_per_kg: float | None = ask(
        "Carbohydrate per kg of body weight per day",
        unit="g/kg",
        within=(0, 15),
        why="With diabetes, kidney disease or an eating disorder, ask a doctor first.",
        amounts="Guidance is 10–12 g per kg of body weight a day. Over 8 fills the stores. In one "
        "marathon, runners who ate over 7 ran faster.",
        amounts_of="loading",
        evidence=(
            "carb-loading-acsm",
            "carb-loading-minimum",
            "carb-loading-realism",
            "carb-medical-caution",
        ),
        lasts=True,
    )
    products: tuple[Product, ...] | None = ask(
        "What you will take",
        group="Race fuel",
        seed=6,
        why="The same gels, drinks and foods that you train with. Guidance is 30–60 g an hour up "
        "to 2½ hours and up to 90 beyond, whatever you weigh. Above 60, take glucose and fructose "
        "together. It may delay fatigue, but no trial shows fewer cramps. Write none if you plan "
        "no fuel.",
        evidence=(
            "carb-in-race-dose",
            "carb-low-2-3h",
            "carb-not-body-mass",
            "carb-gut-training",
            "carb-cramp-link",
        ),
        lasts=True,
        example=EXAMPLE,
    )
    fuel_practised: Literal["no", "once", "several"] | None = ask(
        "Tried on long runs?",
        choices={"no": "no", "once": "once", "several": "several times"},
        seed=6,
        why="The gut gets used to race amounts with practice. A plan that you have never tried "
        "counts for half at most.",
        evidence="carb-gut-training",
    )
    drink_plan: Literal["none", "to_thirst", "amount"] | None = ask(
        "How will you drink?",
        group="Fluids",
        choices={
            "none": "no plan yet",
            "to_thirst": "to thirst",
            "amount": "an amount an hour",
        },
        seed=6,
        why="Drinking to thirst is the main advice against overdrinking. Overdrinking can be "
        "life-threatening.",
        amounts="Over 90 minutes, or in heat, a measured amount below what you sweat works too.",
        amounts_of="drinking",
        evidence=("fluid-eah-prevent", "fluid-thirst-vs-plan", "redflag-eah-symptoms"),
        lasts=True,
    )
    drink_per_hour: float | None = ask(
        "Drink an hour",
        unit="L/h",
        within=(0, 3),
        seed=6,
        why="Never drink more than you sweat or than thirst asks for.",
        amounts="Your answer is compared with your sweat test and with a loss of 2% of body "
        "weight. Over 1.5 L an hour is a listed risk, not a target.",
        amounts_of=("drinking", "two per cent"),
        evidence=("fluid-acsm-2pc", "fluid-eah-risk", "fluid-eah-limit"),
        lasts=True,
    )
    sweat_test: bool | None = ask(
        "Sweat test done?",
        group="Sweat test",
        why="Another runner's amount may not suit you. A sweat test of an hour tells how much "
        "you sweat.",
        amounts="Athletes sweated from 0.3 to over 5 L an hour.",
        amounts_of="drinking",
        evidence=("fluid-sweat-rate-506", "fluid-sweat-formula"),
        lasts=True,
    )
    sweat_mass_before: float | None = ask(
        "Weight before the run",
        unit="kg",
        within=(25, 250),
        usual=(30, 150),
        why="Dry, and with as little on as you can, both times.",
        evidence="fluid-sweat-formula",
        lasts=True,
    )
    sweat_mass_after: float | None = ask(
        "Weight after the run",
        unit="kg",
        within=(25, 250),
        usual=(30, 150),
        why="Towel off first: sweat in your clothes counts as lost.",
        evidence="fluid-sweat-formula",
        lasts=True,
    )
    sweat_drunk: float | None = ask(
        "How much you drank on the run",
        unit="L",
        within=(0, 10),
        why="All that you drank between the two weigh-ins. Write 0 if nothing.",
        evidence="fluid-sweat-formula",
        lasts=True,
    )
    sweat_urine: float | None = ask(
        "Urine passed between the two weigh-ins",
        unit="L",
        within=(0, 3),
        why="A guess will do; 0 if none.",
        evidence="fluid-sweat-formula",
        lasts=True,
    )
    sweat_duration: float | None = ask(
        "Length of the test run",
        unit="h",
        within=(0.25, 12),
        why="About an hour at race effort, in weather like race day's, tells you most.",
        evidence="fluid-sweat-formula",
        lasts=True,
    )
    breakfast: str | None = ask(
        "Breakfast on race day",
        group="Race morning",
        why="Something you have eaten before long runs, for your race card.",
        evidence="carb-preevent-meal",
        lasts=True,
    )
    breakfast_g: float | None = ask(
        "Carbohydrate at breakfast",
        unit="g",
        within=(0, 500),
        why="Only what you have eaten before long runs.",
        amounts="Guidance is 1 to 4 g per kg of body weight in the last 1 to 4 hours.",
        amounts_of="loading",
        evidence="carb-preevent-meal",
        lasts=True,
    )
    breakfast_hours_before: float | None = ask(
        "Breakfast before the start",
        unit="h",
        within=(0, 6),
        why="Eat a larger meal earlier. Big meals in the last two hours are linked with stitches.",
        evidence=("carb-preevent-meal", "st-stitch-not-cramp"),
        lasts=True,
    )
    race_caffeine_mg: float | None = ask(
        "Caffeine before and in the race",
        unit="mg",
        within=(0, 1000),
        why="3 to 6 mg per kg about an hour before may help endurance, and 9 only adds side "
        "effects. Nothing is known about cramps. With a heart or vessel condition, in pregnancy "
        "or with regular medicines, ask your doctor first.",
        evidence="caffeine-dose",
        lasts=True,
    )
    pickle_juice: bool | None = ask(
        "Taking pickle juice along?",
        why="Skip it with an allergy, reflux, high blood pressure, heart or kidney trouble. Most "
        "races do not offer it.",
        amounts="A small sip may shorten a cramp. One small trial says so, and another could not "
        "confirm it.",
        amounts_of="pickle juice",
        evidence=("pickle-juice-trial", "pickle-juice-null", "firstaid-pickle-grade"),
        lasts=True,
    )
