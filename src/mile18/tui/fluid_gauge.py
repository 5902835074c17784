"""Both guards of drinking on one scale: how much is lost on the left, any gain on the right."""

from collections.abc import Iterator

from textual.content import Content

from mile18.plan.day.fluids import Fluids
from mile18.units import number

LOSS, GAIN = -2.0, 0.0
LOWEST, HIGHEST = -4.0, 2.0
WIDEST = 56
MUTED = "$foreground-muted"


def gauge(fluids: Fluids, width: int) -> Iterator[Content]:
    """Where body mass ends up in % of that at the start; nothing as long as that is not known."""
    if fluids.balance is None:
        return
    end = fluids.balance.net_percent
    room = min(WIDEST, width) - len("loss ") - len(" GAIN")
    loss, gain, here = (_column(each, room) for each in (LOSS, GAIN, end))
    scale = [
        *(("·", MUTED) for _ in range(loss)),
        ("│", "bold"),
        *(("─", "$text-success") for _ in range(gain - loss - 1)),
        ("│", "bold"),
        *(("▒", "$text-error") for _ in range(room - gain - 1)),
    ]
    scale[here] = ("●", "bold $text-error" if fluids.guard == "gain" else "bold $accent")
    yield Content.assemble(
        ("loss ", "bold" if fluids.guard == "loss" else MUTED),
        *scale,
        (" GAIN", "bold reverse $text-error" if fluids.guard == "gain" else MUTED),
    )
    marks = [" "] * room
    for at, text in ((loss, "−2 %"), (gain, "0 %")):
        first = at - len(text) // 2
        marks[first : first + len(text)] = text
    said = f"● {'+' if end > 0 else '−'}{number(abs(end), 1)} % at the finish"
    yield Content.styled(f"     {''.join(marks).rstrip()}", MUTED)
    yield Content.styled(said, "bold")


def _column(percent: float, room: int) -> int:
    share = (percent - LOWEST) / (HIGHEST - LOWEST)
    return min(room - 1, max(0, round(share * (room - 1))))
