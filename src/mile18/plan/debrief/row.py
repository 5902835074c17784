"""One line of the scorecard: what was planned, what was done, and how far apart the two are."""

from typing import Literal

from msgspec import Struct

from mile18.plan.day.words import Said
from mile18.profile import Profile
from mile18.units import clock, number

Verdict = Literal["within", "just outside", "well outside"]
NOT_PLANNED, NOT_NOTED = "not planned", "not answered"
_DECIMALS = {"g/h": 0, "h": 1, "%": 1}


class Row(Struct, frozen=True, kw_only=True):
    """Planned and done in the SI `unit` (`s` for times), each with the words to show for it.

    `told` says how far apart they are, or why there is no verdict; `limits` says where the verdicts
    begin and what that rests on; `asks` names the questions that would fill what is missing.
    """

    id: str
    what: str
    unit: str
    limits: str
    evidence: tuple[str, ...]
    planned: float | None = None
    done: float | None = None
    planned_words: str = NOT_PLANNED
    done_words: str = NOT_NOTED
    verdict: Verdict | None = None
    told: str = ""
    notes: tuple[Said, ...] = ()
    asks: tuple[str, ...] = ()


def verdict(distance: float, within: float, just: float, decimals: int = 1) -> Verdict:
    """How a distance from the plan stands to two limits; what is on a limit is inside it.

    It is rounded as it is shown, so that the verdict can be redone from the page.
    """
    shown = round(distance, decimals)
    if shown <= within:
        return "within"
    return "just outside" if shown <= just else "well outside"


def worded(value: float, unit: str) -> str:
    """A value in words, with a token where the runner may have another unit for it."""
    match unit:
        case "s":
            return clock(value)
        case "km" | "°C" | "L/h":
            return f"{{{unit}:{_rounded(value, 3)}}}"
        case "":
            return _rounded(value, 1)
        case _:
            return f"{_rounded(value, _DECIMALS[unit])} {unit}"


def _rounded(value: float, decimals: int) -> str:
    shown = number(value, decimals)
    return "0" if shown == "-0" else shown


def unanswered(profile: Profile, *names: str) -> tuple[str, ...]:
    """Those of the questions that are not answered."""
    return tuple(name for name in names if profile.answer(name) is None)


def apart(percent: float, less: str, more: str) -> str:
    """A difference in words: `2.1% faster`, or `as planned` where it rounds to nothing."""
    shown = number(abs(percent), 1)
    return "as planned" if shown == "0" else f"{shown}% {less if percent < 0 else more}"
