"""A disc that grows and shrinks inside the ring of its full size, two pixels to a cell."""

from functools import lru_cache
from math import ceil, floor, hypot, sqrt

from textual.content import Content
from textual.reactive import reactive

from mile18.tui.widgets.drawn import Drawn

LEAST = 0.3
# Finer steps are not seen, and each one paints the disc anew.
STEPS = 80
RING = "·"
MUTED = "$foreground-muted"


class BreathDisc(Drawn):
    """The breath, drawn in the middle of the room there is."""

    fullness: reactive[float] = reactive(0.0)

    def validate_fullness(self, fullness: float) -> float:
        """In steps that can be seen."""
        return round(fullness * STEPS) / STEPS

    def draw(self, width: int, height: int) -> Content:
        """The disc and, outside of it, the ring."""
        return Content("\n").join(disc(self.fullness, width, height))


def disc(fullness: float, width: int, height: int) -> list[Content]:
    """The rows of a disc for a fullness from 0 to 1; a cell is one pixel wide and two high."""
    radius = _full(width, height) * (LEAST + (1 - LEAST) * fullness)
    down = (2 * height - 1) / 2
    rows = []
    for row, ring in enumerate(_ring(width, height)):
        upper = _filled(radius, 2 * row - down, width)
        lower = _filled(radius, 2 * row + 1 - down, width)
        inner, outer = sorted((upper, lower), key=len)
        if not outer:
            rows.append(Content.styled(ring, MUTED))
            continue
        inner = inner or range(outer.start, outer.start)
        half = "▄" if outer is lower else "▀"
        rows.append(
            Content.assemble(
                (ring[: outer.start], MUTED),
                (half * (inner.start - outer.start), "$accent"),
                # Where rows stand apart on screen, the background closes the gap between them.
                ("█" * len(inner), "$accent on $accent"),
                (half * (outer.stop - inner.stop), "$accent"),
                (ring[outer.stop :], MUTED),
            )
        )
    return rows


def _full(width: int, height: int) -> float:
    return min(width, 2 * height) / 2


def _filled(radius: float, above: float, width: int) -> range:
    """The columns of a pixel row so far from the middle that the disc covers."""
    if abs(above) >= radius:
        return range(0)
    across, half = (width - 1) / 2, sqrt(radius * radius - above * above)
    return range(floor(across - half) + 1, ceil(across + half))


@lru_cache(maxsize=2)
def _ring(width: int, height: int) -> tuple[str, ...]:
    full, across, down = _full(width, height), (width - 1) / 2, (height - 1) / 2

    def sign(column: int, row: int) -> str:
        far = hypot(column - across, 2 * (row - down))
        return RING if full - 1.2 <= far < full - 0.1 else " "

    return tuple("".join(sign(column, row) for column in range(width)) for row in range(height))
