"""Race day in a few rows: goal, half, plans, fuel, drink; each with the part that explains it."""

from collections.abc import Iterator

from msgspec import Struct
from textual.content import Content

from mile18.drawing import scale
from mile18.plan.day.day import RaceDay
from mile18.plan.day.fluids import Fluids
from mile18.plan.day.plans import Plan
from mile18.tui.drawing import MUTED, hanging, plot_row
from mile18.units import Units, amount, clock, number, pace, spanned

LABEL = 7
OPEN = "not answered yet"


class Glance(Struct, frozen=True):
    """One row: its label, what it says, and how that is drawn."""

    label: str
    said: str
    style: str = ""
    mark: str = "bold $text-accent"


def glance(day: RaceDay, units: Units) -> Iterator[Glance]:
    """The rows; what is not known is said to be so."""
    if day.gate.shut:
        yield Glance("Now", "do not run")
        return
    yield from _pace(day, units)
    yield from (_plan(plan, day, units) for plan in day.plans.all)
    if day.heat.flags:
        yield Glance("Flag", day.heat.flags)
    yield Glance("Fuel", _fuel(day))
    yield from _drink(day, units)
    yield Glance("Cramp", day.cramp.muscle.name if day.cramp.muscle else "any muscle")


def glance_lines(day: RaceDay, units: Units, width: int) -> list[Content]:
    """The rows as lines for a width."""
    lines: list[Content] = []
    for row in glance(day, units):
        label = Content.styled(row.label, row.mark)
        lead = label.pad_right(max(0, LABEL - label.cell_length))
        lines += hanging(row.said, width, lead, row.style)
    return lines


def _pace(day: RaceDay, units: Units) -> Iterator[Glance]:
    aim = day.goal.target
    if aim is None:
        yield Glance("Goal", OPEN)
        return
    yield Glance("Goal", f"{clock(aim.seconds)}, {pace(aim.pace, units)}", "bold")
    if easy := day.pacing.easy:
        yield Glance("Open", f"{amount(easy.km, 'km', units)} at about {pace(easy.pace, units)}")
    if day.pacing.half is not None:
        yield Glance("Half", f"{clock(day.pacing.half)} or later")


def _plan(plan: Plan, day: RaceDay, units: Units) -> Glance:
    said = []
    here = day.plans.expected == plan.letter
    if plan.times:
        times = spanned(*plan.times, clock)
        said.append(f"suggested {times}" if plan.suggested else times)
    if plan.celsius is not None:
        word = "at" if plan.letter == "A" else "from"
        said.append(f"{word} {amount(plan.celsius, '°C', units)}")
    if said and here:
        said.append("expected")
    return Glance(f"Plan {plan.letter}", ", ".join(said) or OPEN, "bold" if here else "")


def _fuel(day: RaceDay) -> str:
    fuel = day.fuel
    if fuel.fed and fuel.grams is not None:
        if fuel.mixed or not fuel.products[0].every:
            return f"{len(fuel.fed)} portions, {number(fuel.grams, 0)} g"
        portion, every = number(fuel.fed[0].grams), number(fuel.products[0].every)
        return f"{len(fuel.fed)} × {portion} g, every {every} min"
    if fuel.needed is False:
        return "none needed"
    if fuel.hourly is not None:
        return f"{number(fuel.hourly, 0)} g an hour"
    return OPEN


def _drink(day: RaceDay, units: Units) -> Iterator[Glance]:
    fluids = day.fluids
    if fluids.guard == "gain":
        yield Glance(
            "GAIN", "you would gain weight: drink less", "bold", "bold reverse $text-error"
        )
    elif fluids.most is not None:
        most = amount(fluids.most, "L/h", units, 2)
        yield Glance("Drink", f"to thirst, below {most}")
    else:
        yield Glance("Drink", "to thirst")
    if fluids.guard == "loss" and fluids.balance:
        yield Glance(
            "Loss",
            f"{number(-fluids.balance.net_percent, 1)}% of body weight, above 2%",
            "bold",
            "bold",
        )


LOSS, GAIN = -2.0, 0.0
LOWEST, HIGHEST = -4.0, 2.0
WIDEST = 56


def gauge(fluids: Fluids, width: int) -> Iterator[Content]:
    """Where body weight ends up in % of that at the start; nothing as long as that is not known."""
    if fluids.balance is None:
        return
    end = fluids.balance.net_percent
    room = min(WIDEST, width) - len("loss ") - len(" GAIN")
    loss, gain, here = (_column(each, room) for each in (LOSS, GAIN, end))
    row = scale(room, (loss, gain), here, alarm=fluids.guard == "gain")
    yield Content.assemble(
        ("loss ", "bold" if fluids.guard == "loss" else MUTED),
        plot_row(row.text, row.hints),
        (" GAIN", "bold reverse $text-error" if fluids.guard == "gain" else MUTED),
    )
    marks = [" "] * room
    for at, text in ((loss, "−2%"), (gain, "0%")):
        first = at - len(text) // 2
        marks[first : first + len(text)] = text
    said = f"{row.text[here]} {'+' if end > 0 else '−'}{number(abs(end), 1)}% at the finish"
    yield Content.styled(f"     {''.join(marks).rstrip()}", MUTED)
    yield Content.styled(said, "bold")


def _column(percent: float, room: int) -> int:
    share = (percent - LOWEST) / (HIGHEST - LOWEST)
    return min(room - 1, max(0, round(share * (room - 1))))
