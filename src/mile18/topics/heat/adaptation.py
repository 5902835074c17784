"""Heat: the weather expected, how used to it you will be, and a plan for a hotter day."""

import datetime
from collections.abc import Iterator
from functools import lru_cache

from msgspec.structs import replace

from mile18.factor import (
    Advice,
    Cap,
    Countdown,
    Part,
    Rule,
    Todo,
    Verdict,
    scored,
    span,
    unanswered,
)
from mile18.science.heat import (
    Flag,
    acclimatisation,
    flag,
    humidity_from_dew_point,
    wbgt_shade_and_sun,
)
from mile18.topics.heat.questions import Heat

Span = tuple[float, float]

PLAN_POINTS = {"none": 0, "in_mind": 50, "written": 100}
# WBGT in °C, and per cent of need to be used to it: from the yellow flag on, steeper up to red.
NEED_FROM, NEED_AT_RED, NEED_FULL = (18.0, 0.0), (23.0, 67.0), (28.0, 100.0)
WARM_TRAINING_PERCENT = 50.0
WARM_TRAINING_WITHIN = 3.0
# Warmer than trained from this much on, in air at least so warm, in °C: a judgement.
WARMER_BY, WARM_FROM = 5.0, 15.0
# With a written plan B, a red flag and no hot session the parts add up to 60: the cap says why.
UNUSED_CAP = 60
BLOCK_SESSIONS, BLOCK_DAYS = 7, 10
SHORT_BLOCK_SESSIONS, SHORT_BLOCK_DAYS = 5, 7
TOP_UP_DAYS = 4
TOP_UP_ENDS_BEFORE_RACE = 2
# The block is over before the taper's last week: one to three weeks before the race is advised.
BLOCK_ENDS_BEFORE_RACE = 7
FADED_DAYS = 60
_PLANS = {"none": "no plan B", "in_mind": "plan B in mind", "written": "plan B written"}
_ASK_FIRST = (
    "Stop if you feel unwell. Ask your doctor first if pregnant or with heart or kidney disease"
)


def expected_wbgt(heat: Heat) -> Span | None:
    """The lowest and highest WBGT in °C that the answers allow, from shade to sun.

    None unless temperature and humidity or dew point are known; if those two differ, both count.
    Source: wbgt-bom, wbgt-full, wbgt-stull, dewpoint-magnus.
    """
    if heat.temperature is None or (heat.humidity is None and heat.dew_point is None):
        return None
    return _whole(_spans(heat, heat.temperature))


def surely_black(heat: Heat) -> bool:
    """Whether even the coolest estimate of the air expected is over the black flag (flags-acsm)."""
    least = expected_wbgt(replace(heat, sun=None) if heat.sun == "mixed" else heat)
    return least is not None and flag(least[0]) is Flag.BLACK


def _spans(heat: Heat, celsius: float) -> tuple[Span, ...]:
    at = _shade_and_sun(celsius, heat.humidity, heat.dew_point)
    return tuple(_from_to(driest, dampest, heat.sun) for driest, dampest in at)


@lru_cache(maxsize=256)
def _shade_and_sun(
    celsius: float, humidity: float | None, dew_point: float | None
) -> tuple[tuple[Span, Span], ...]:
    """WBGT in °C in shade and in sun, of the driest and the dampest air that the answers allow.

    Once by humidity and once by dew point where they are known; over any humidity if neither is. A
    dew point above the temperature counts as saturated air. Those of one weather are kept, since a
    keystroke elsewhere leaves it as it is.
    """
    known = [] if humidity is None else [humidity]
    if dew_point is not None:
        known.append(humidity_from_dew_point(celsius, min(dew_point, celsius)))
    at = [wbgt_shade_and_sun(celsius, each) for each in known]
    if not at:
        return ((wbgt_shade_and_sun(celsius, 0), wbgt_shade_and_sun(celsius, 100)),)
    return tuple((each, each) for each in at)


def _from_to(driest: Span, dampest: Span, sun: str | None) -> Span:
    """The WBGT that the course offers, where each air has one in shade and one in sun."""
    match sun:
        case "shade":
            return driest[0], dampest[0]
        case "sun":
            return driest[1], dampest[1]
        case "mixed":
            return sum(driest) / 2, sum(dampest) / 2
        case _:
            return driest[0], dampest[1]


def _whole(spans: tuple[Span, ...]) -> Span:
    return min(low for low, _ in spans), max(high for _, high in spans)


def used_to_heat(heat: Heat, countdown: Countdown) -> Span:
    """The lowest and highest per cent of acclimatisation possible on race day.

    Source: heat-acclimation-time, heat-decay; runs as warm as race day count as half, a judgement.
    """
    low, high = _from_sessions(heat, countdown)
    warm = _trained_warm(heat)
    return (
        max(low, WARM_TRAINING_PERCENT) if warm else low,
        max(high, WARM_TRAINING_PERCENT) if warm is not False else high,
    )


def _trained_warm(heat: Heat) -> bool | None:
    if heat.temperature is None or heat.training_temperature is None:
        return None
    return heat.training_temperature >= heat.temperature - WARM_TRAINING_WITHIN


def _from_sessions(heat: Heat, countdown: Countdown) -> Span:
    if heat.hot_sessions is None:
        return 0.0, 100.0
    if heat.hot_sessions == 0:
        return 0.0, 0.0
    if heat.last_hot_session is None or countdown.race is None:
        return 0.0, acclimatisation(heat.hot_sessions, 0)
    days = min(FADED_DAYS, max(0, (countdown.race - heat.last_hot_session).days))
    reached = acclimatisation(heat.hot_sessions, days)
    return reached, reached


def judge(heat: Heat, countdown: Countdown) -> Verdict:
    """60% used to the expected heat, 40% plan for a hotter day.

    The first is 100 less what is missing: need × (100% − used to it). Need grows from 0 at a
    WBGT of 18 °C to 67% at 23 °C and 100% at 28 °C; used to it counts for race day.
    """
    plan = (
        scored(40, PLAN_POINTS[heat.plan_b], _PLANS[heat.plan_b])
        if heat.plan_b
        else unanswered(40, "plan for a hotter day")
    )
    return Verdict((_used(heat, countdown), plan), _cap(heat))


def _used(heat: Heat, countdown: Countdown) -> Part:
    celsius = heat.temperature
    if celsius is None:
        return unanswered(60, "expected heat")
    used, spans = used_to_heat(heat, countdown), _spans(heat, celsius)
    found = [_points(wbgt, used) for wbgt in spans]
    # Where humidity and dew point differ, the hotter of the two counts.
    low, high = min(low for low, _ in found), min(high for _, high in found)
    return Part(60, low, high, _label(_whole(spans), used, warmer=warmer_than_trained(heat)))


def _points(wbgt: Span, used: Span) -> tuple[int, int]:
    low = 100 - _need(wbgt[1]) * (1 - used[0] / 100)
    high = 100 - _need(wbgt[0]) * (1 - used[1] / 100)
    return int(low + 0.5), int(high + 0.5)


def _need(wbgt: float) -> float:
    if wbgt <= NEED_FROM[0]:
        return 0.0
    if wbgt >= NEED_FULL[0]:
        return NEED_FULL[1]
    (start, least), (end, most) = (
        (NEED_FROM, NEED_AT_RED) if wbgt < NEED_AT_RED[0] else (NEED_AT_RED, NEED_FULL)
    )
    return least + (most - least) * (wbgt - start) / (end - start)


def warmer_than_trained(heat: Heat) -> bool:
    """Whether the race is at least 5 °C warmer than recent runs, in air from 15 °C on.

    What is open counts as no. Source: heat-unexpected; both numbers are a judgement.
    """
    race, trained = heat.temperature, heat.training_temperature
    if race is None or trained is None:
        return False
    return race >= WARM_FROM and race - trained >= WARMER_BY


def _label(wbgt: Span, used: Span, *, warmer: bool) -> str:
    coolest, hottest = round(wbgt[0]), round(wbgt[1])
    shown = f"heat load {{°C:{hottest}}} WBGT"
    if coolest < hottest:
        shown = f"heat load {{°C:{coolest}}} to {{°C:{hottest}}} WBGT"
    if wbgt[1] <= NEED_FROM[0]:
        return f"{shown}, {'warmer than you have trained for' if warmer else 'cool enough'}"
    return f"{shown}, {span(used[0], used[1])}% used to heat"


def _cap(heat: Heat) -> Cap | None:
    warm = _trained_warm(heat)
    if heat.hot_sessions or warm:
        return None
    wbgt = expected_wbgt(heat)
    if wbgt is None or wbgt[0] < NEED_AT_RED[0]:
        return None
    if heat.hot_sessions == 0 and warm is False:
        return Cap(UNUSED_CAP, "hot race, no hot sessions")
    return Cap(UNUSED_CAP, "hot race, hot sessions or warm runs not answered", certain=False)


HOT_SESSIONS = Todo("heat-sessions", "Get used to the heat", 17)
TOP_UP = Todo("heat-top-up", "Top up on heat", 6)
PLAN_B = Todo(
    "plan-b",
    "Write down a slower goal for a hotter day",
    5,
    says_all=True,
    why="A slower goal written in advance is easier to keep (a judgement). On the day, follow the "
    "organiser's flag.",
    evidence=("heat-plan-options",),
    grade="B",
)


def advise(heat: Heat, countdown: Countdown) -> Iterator[Advice]:
    """Hot sessions that fit into the days left; a written plan for a hotter day."""
    days = countdown.days
    if heat.hot_sessions is not None and days is not None and days >= 0:
        sessions, action, lead, ends = _block(heat.hot_sessions, days)
        last = countdown.race_day - datetime.timedelta(days=min(days, ends))
        then = replace(heat, hot_sessions=sessions, last_hot_session=last)
        if _used(then, countdown).low > _used(heat, countdown).low:
            changes = {"hot_sessions": sessions, "last_hot_session": last}
            todo = TOP_UP if lead <= TOP_UP_DAYS else HOT_SESSIONS
            yield Advice(action, {"heat": changes}, lead, todo, hard=True)
    if heat.plan_b in ("none", "in_mind"):
        yield Advice(PLAN_B.title, {"heat": {"plan_b": "written"}}, todo=PLAN_B)


def _block(sessions: int, days_left: int) -> tuple[int, str, int, int]:
    """How many hot sessions to reach, in which words, the days it takes, and when it ends.

    Source: heat-acclimation-time, heat-timing.
    """
    if sessions >= BLOCK_SESSIONS:
        action = "If a week has passed since your hot block, add 2 to 4 easy hot days"
        return sessions, f"{action}. {_ASK_FIRST}", TOP_UP_DAYS, TOP_UP_ENDS_BEFORE_RACE
    count, days = BLOCK_SESSIONS, BLOCK_DAYS
    if days_left < BLOCK_DAYS + BLOCK_ENDS_BEFORE_RACE:
        count, days = SHORT_BLOCK_SESSIONS, SHORT_BLOCK_DAYS
    action = (
        f"Train easily 75–90 min in the heat on {count} of {days} days, ending a week before the "
        f"race. {_ASK_FIRST}"
    )
    return max(sessions, count), action, days + BLOCK_ENDS_BEFORE_RACE, BLOCK_ENDS_BEFORE_RACE


RULE = Rule(
    id="heat",
    title="Heat",
    topic="heat",
    grade="A",
    why="One to two weeks of hot sessions make a hot race easier. Cramps are more frequent in hot "
    "months; that does not show that heat brings them on. A written slower goal is easier to keep "
    "(a judgement). The heat load is an estimate: follow the organiser's flag.",
    evidence=(
        "heat-acclimation-time",
        "heat-decay",
        "heat-timing",
        "heat-plan-options",
        "heat-cramp-month",
        "flags-acsm",
        "wbgt-station-error",
    ),
    reads=("heat",),
    asks=(
        "heat.temperature",
        "heat.humidity",
        "heat.hot_sessions",
        "heat.plan_b",
        "heat.last_hot_session",
        "heat.training_temperature",
        "heat.sun",
        "race.date",
    ),
    judge=judge,
    advise=advise,
    todos=(HOT_SESSIONS, PLAN_B, TOP_UP),
)
