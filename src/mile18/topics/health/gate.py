"""The health gate: it gives no points and outranks them, and it always errs towards asking."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from mile18.factor import Countdown
from mile18.topics.health.questions import CONDITIONS, MEDICINES, SYMPTOMS, Health

Status = Literal["clear", "ask first", "do not race today", "not answered"]


class Reason(Struct, frozen=True):
    """Why the gate stands as it does, and the evidence ids it rests on; none for plain caution."""

    text: str
    evidence: tuple[str, ...]


class Gate(Struct, frozen=True):
    """Whether anything answered speaks against racing, the gravest reason first.

    Behind a clear one, `reported` says in words what became of what was reported; empty if nothing
    was.
    """

    status: Status
    reasons: tuple[Reason, ...]
    reported: str = ""

    @property
    def shut(self) -> bool:
        """Whether nothing but getting help is to be planned now."""
        return self.status == "do not race today"


CLEAR = Reason("Nothing that you answered stops the plan here. This is not a medical check.", ())
AGREED = Reason(
    "Your doctor agreed to this race, not to any amounts of food or drink. This is not a medical "
    "check.",
    (),
)
_DOCTOR_AGREED = "your doctor agreed"

_HELP_NOW = ("chest_pain", "breathing")
_COLD = "throat_nose"
_MEDICINE_EVIDENCE = {
    "statin": ("med-statin",),
    "beta2_agonist": ("med-laba", "med-beta2-miller"),
    "diuretic": ("med-ksparing", "med-thiazide", "med-loop"),
    "other": ("rf-medication-any",),
}
# No survey links these with cramps, but they matter in heat, or for blood sugar.
_IN_HEAT_ONLY = ("antidepressant", "stimulant", "allergy", "antipsychotic")
_NOT_LINKED = {*_IN_HEAT_ONLY, "nsaid", "sulfonylurea"}
_ASK_FIRST = {
    "heart_vessel": ("rf-disease-by-system", "ill-screening"),
    "heart_risk": ("rf-disease-by-system", "ill-screening"),
    "diabetes": ("carb-medical-caution", "other-conditions"),
    "kidney": ("rf-disease-by-system", "carb-medical-caution"),
    "blood_immune": ("rf-disease-by-system", "ill-screening"),
    "cancer": ("rf-disease-by-system", "ill-screening"),
    "sickle_trait": ("redflag-sickle-trait",),
    "pregnancy": (),
}


def speaks_against_running(health: Health) -> bool:
    """Whether a symptom shuts the gate, on whatever day (ill-checklist)."""
    return any(each != _COLD for each in health.symptoms_now or ())


def has_cramped(health: Health) -> bool:
    """Whether a race with a cramp is counted or a cramp is logged (rf-history)."""
    return bool(health.cramps_last_10 or health.episodes)


def gate(health: Health, countdown: Countdown) -> Gate:
    """What the answers say about racing at all; clear only once all that is asked first is known.

    Source: ill-checklist, ill-screening, ill-dnf, med-wording, other-conditions.
    """
    stops = tuple(_stops(health.symptoms_now or (), countdown))
    asks = (*_illness(health), *_conditions(health), *_medicines(health))
    if stops:
        return Gate("do not race today", stops + asks)
    if asks:
        return Gate("ask first", asks)
    if missing := _missing(health):
        return Gate("not answered", missing)
    reported = _reported(health)
    first = AGREED if reported == _DOCTOR_AGREED else CLEAR
    return Gate("clear", (first, *_standing(health)), reported)


def _stops(symptoms: Sequence[str], countdown: Countdown) -> Iterator[Reason]:
    if urgent := _listed(SYMPTOMS[each] for each in symptoms if each in _HELP_NOW):
        yield Reason(
            f"With {urgent}, do not run. Get medical help now.",
            ("ill-checklist", "redflag-app-list"),
        )
    others = (each for each in symptoms if each not in _HELP_NOW and each != _COLD)
    if ill := _listed(SYMPTOMS[each] for each in others):
        yield Reason(
            f"Do not race today with {ill}; ask a doctor."
            if countdown.days == 0
            else f"Do not train hard or race with {ill}; ask a doctor.",
            ("ill-checklist", "ill-dnf"),
        )


def _illness(health: Health) -> Iterator[Reason]:
    if _COLD in (health.symptoms_now or ()):
        yield Reason(
            "A sore throat or runny nose: if it lasts or you are unsure, ask a doctor before you "
            "race. “Only a cold” does not mean that you may race.",
            ("ill-checklist", "ill-neckcheck"),
        )
    if health.illness_last_14_days == "systemic" and health.illness_cleared is not True:
        yield Reason(
            "You were ill all over in the last 14 days: ask a doctor before you train hard or "
            "race. Until then run only easily, and only once you feel well.",
            ("ill-dnf", "ill-checklist", "ill-fever-no-trial"),
        )
    elif health.illness_last_14_days == "local":
        yield Reason(
            "You had a cold in the last 14 days: if it is not quite gone or you are unsure, ask "
            "a doctor before you race.",
            ("ill-dnf", "ill-neckcheck"),
        )


def _conditions(health: Health) -> Iterator[Reason]:
    if health.doctor_agrees:
        return
    for each in health.conditions or ():
        if each == "sickle_trait":
            yield Reason(
                "With sickle cell trait, ask your doctor before you race, and tell the race "
                "medics.",
                _ASK_FIRST[each],
            )
        elif each in _ASK_FIRST:
            yield Reason(
                f"With {CONDITIONS[each]}, ask your doctor before you race or use a plan from "
                "this app.",
                _ASK_FIRST[each],
            )
    if health.collapse_before:
        yield Reason(
            "You have collapsed at a race: ask a doctor before you race, and tell the race medics.",
            ("rf-collapse-history",),
        )
    if health.resting_cramps:
        yield Reason(
            "Cramps at rest, at night or on one side only can have another cause: ask a doctor.",
            ("other-conditions",),
        )


def _reported(health: Health) -> str:
    """What became of what was reported, in words; empty if nothing was."""
    asked = any(each in _ASK_FIRST for each in health.conditions or ())
    if asked or health.collapse_before or health.resting_cramps:
        return _DOCTOR_AGREED
    if health.medicines:
        return "talked over"
    return "nothing to ask first" if health.conditions else ""


def _standing(health: Health) -> Iterator[Reason]:
    """What the race's medical team should know, whatever a doctor agreed to."""
    if "sickle_trait" in (health.conditions or ()):
        yield Reason(
            "Tell the race medics that you carry sickle cell trait.",
            ("redflag-sickle-trait",),
        )
    if health.collapse_before:
        yield Reason(
            "Tell the race medics that you have collapsed at a race.",
            ("rf-collapse-history",),
        )


def _medicines(health: Health) -> Iterator[Reason]:
    taken = health.medicines or ()
    if health.medicines_discussed:
        return
    if linked := [each for each in taken if each not in _NOT_LINKED]:
        known = {
            claim: None
            for each in linked
            for claim in _MEDICINE_EVIDENCE.get(each, ("med-other-list",))
        }
        yield Reason(
            f"Some people who take this report cramps: "
            f"{', '.join(MEDICINES[each] for each in linked)}. "
            "Change nothing: ask your pharmacist or doctor whether it matters for you, and "
            "mention the race.",
            (*known, "med-wording"),
        )
    if in_heat := [each for each in taken if each in _IN_HEAT_ONLY]:
        yield Reason(
            f"{_first_capital(_listed(MEDICINES[each] for each in in_heat))} can change sweating, "
            "thirst, salt or heat control. Change nothing: ask your pharmacist or doctor before a "
            "hot or long race.",
            ("med-heat-nata", "med-heat-cdc", "med-wording"),
        )
    if "sulfonylurea" in taken:
        yield Reason(
            "A sulfonylurea can let your blood sugar fall too low on a long run: agree a plan with "
            "your diabetes team.",
            ("hypo-who", "hypo-plan", "med-wording"),
        )
    if "nsaid" in taken:
        yield Reason(
            "Painkillers such as ibuprofen may strain the kidneys in a long race: ask your "
            "pharmacist or doctor before you use one near your race.",
            ("med-nsaid-kidney", "fluid-eah-limit", "med-wording"),
        )


_NEEDED = (
    ("symptoms_now", "symptoms", ("ill-checklist",)),
    ("medicines", "medicines", ("rf-medication-any",)),
    ("conditions", "conditions", ("rf-chronic-disease", "ill-screening")),
    ("illness_last_14_days", "recent illness", ("ill-dnf",)),
    ("collapse_before", "collapse at a race", ("rf-collapse-history",)),
    ("resting_cramps", "cramps at rest", ("other-conditions",)),
)


def _missing(health: Health) -> tuple[Reason, ...]:
    """What has to be known before the gate is clear, in one sentence; empty if all of it is."""
    left = [(name, why) for key, name, why in _NEEDED if getattr(health, key) is None]
    if not left:
        return ()
    names = ", ".join(name for name, _ in left)
    return (Reason(f"Not answered yet: {names}.", tuple(each for _, why in left for each in why)),)


def _first_capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _listed(labels: Iterable[str]) -> str:
    *first, last = list(labels) or [""]
    return f"{', '.join(first)} or {last}" if first else last
