"""Where eating and drinking left the body mass: between losing over 2 % and gaining any."""

from mile18.plan.debrief_intake import hours
from mile18.plan.debrief_row import NOT_NOTED, NOT_PLANNED, Row, Verdict, unanswered, verdict
from mile18.plan.race_day_fluid_words import UNLIKELY_LOSS
from mile18.plan.race_day_fluids import fluids
from mile18.plan.race_day_words import Said
from mile18.profile import Profile
from mile18.science.fluid import mass_change_percent
from mile18.topics.health.withheld import TARGET_SECONDS, too_long_for_a_target
from mile18.topics.nutrition.fluids import ALLOWED_LOSS, measured_sweat
from mile18.units import number

# Beyond these a loss or a gain is well outside: a judgement.
LOSS_JUST, GAIN_JUST = 3.0, 0.5


def net(profile: Profile) -> Row:
    """The change in body mass between the two guards: over 2 % lost, and any gain.

    Over 5 h or 50 km there is no target and so no verdict: only a weighed change, and any gain.
    Source: fluid-acsm-2pc, fluid-eah-risk, fluid-ultra-loss; where "well outside" begins is a
    judgement.
    """
    plan = fluids(profile).balance
    planned = plan.net_percent if plan else None
    too_long = _too_long(profile)
    done, told = _net(profile, weighed_only=too_long)
    done_words = NOT_NOTED if done is None else _change(done)
    if done is not None and abs(done) > UNLIKELY_LOSS:
        done, told = None, f"over {UNLIKELY_LOSS} % of body mass: check the figures"
    judged: Verdict | None = None
    notes: tuple[Said, ...] = ()
    if done is not None:
        if round(done, 1) > 0:
            judged = verdict(done, 0, GAIN_JUST)
            notes = (_GAINED,)
        elif not too_long:
            judged = verdict(-done, ALLOWED_LOSS, LOSS_JUST)
    return Row(
        id="net",
        what="Body mass",
        unit="%",
        planned=planned,
        done=done,
        planned_words=NOT_PLANNED if planned is None else _change(planned),
        done_words=done_words,
        verdict=judged,
        told=told,
        limits=_LONG_LIMITS if too_long else _LIMITS,
        evidence=("fluid-ultra-loss", "fluid-eah-risk")
        if too_long
        else ("fluid-acsm-2pc", "fluid-eah-risk", "fluid-sweat-formula"),
        notes=notes,
        asks=_net_asks(profile, weighed_only=too_long) if done is None else (),
    )


_LIMITS = (
    f"from no change to {ALLOWED_LOSS:g} % lost is within; up to {LOSS_JUST:g} % lost or "
    f"{GAIN_JUST} % gained is just outside. That {ALLOWED_LOSS:g} % and no gain are guidance, "
    "the other two a judgement."
)
_LONG_LIMITS = (
    f"over 5 hours or 50 km a loss is expected, so none gets a verdict. A gain is outside, up to "
    f"{GAIN_JUST} % just outside, which is a judgement."
)
_GAINED = Said(
    "You gained weight, so more went in than came out. Next time drink no more than thirst asks "
    "for. A bad headache, confusion or vomiting after a race is for the medics.",
    ("fluid-eah-risk", "fluid-eah-prevent", "redflag-eah-symptoms"),
    loud=True,
)


def _too_long(profile: Profile) -> bool:
    took = profile.debrief.time
    return too_long_for_a_target(profile.race) is True or (took or 0) > TARGET_SECONDS


def _net(profile: Profile, *, weighed_only: bool) -> tuple[float | None, str]:
    """The change in % of body mass, weighed or else reckoned, and how it was found."""
    debrief, race = profile.debrief, profile.race
    if debrief.mass_before is not None and debrief.mass_after is not None:
        return mass_change_percent(debrief.mass_before, debrief.mass_after), "weighed"
    sweat, took = measured_sweat(profile.nutrition), hours(profile)
    if (
        weighed_only
        or sweat is None
        or took is None
        or debrief.drunk is None
        or race.body_mass is None
    ):
        return None, ""
    litres = debrief.drunk - sweat * took
    return 100 * litres / race.body_mass, "reckoned with your weighed run"


def _net_asks(profile: Profile, *, weighed_only: bool) -> tuple[str, ...]:
    if weighed_only or measured_sweat(profile.nutrition) is None:
        return unanswered(profile, "debrief.mass_before", "debrief.mass_after")
    return unanswered(profile, "debrief.drunk", "debrief.time", "race.body_mass")


def _change(percent: float) -> str:
    shown = number(abs(percent), 1)
    if shown == "0":
        return "no change"
    return f"{shown} % {'lost' if percent < 0 else 'gained'}"
