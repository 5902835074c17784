"""The overall figure written out, so that anyone can redo it by hand."""

from collections.abc import Iterator

from mile18.readiness import Readiness, counted
from mile18.units import number


def total_lines(readiness: Readiness) -> Iterator[str]:
    """The sum at each end, and which factors an end leaves out and why."""
    factors = readiness.factors
    low, high = counted(factors, lowest=True), counted(factors, lowest=False)
    if low == high and all(each.settled for each in low):
        yield _written([(each.weight, each.low) for each in low])
    else:
        yield f"Low end: {_written([(each.weight, each.low) for each in low])}"
        yield f"High end: {_written([(each.weight, each.high) for each in high])}"
    yield "Each addend is a factor's weight times its points; the weights are a judgement."
    for each in factors:
        if each.verdict.applies is None:
            ends = {
                (True, True): "it counts at both ends",
                (True, False): "it counts at the low end only",
                (False, True): "it counts at the high end only",
                (False, False): "it counts at neither end",
            }[each in low, each in high]
            because = f" ({each.verdict.because})" if each.verdict.because else ""
            yield (
                f"{each.rule.title}: whether your race needs it is open{because}; until then "
                f"{ends}, whichever leaves more room."
            )
    if left_out := [each.rule.title for each in factors if not each.applies]:
        yield f"Not needed for this race, so without weight: {', '.join(left_out)}."


def _written(addends: list[tuple[int, int]]) -> str:
    weights = sum(weight for weight, _ in addends)
    mean = sum(weight * value for weight, value in addends) / weights
    shown = int(mean + 0.5)
    line = " + ".join(f"{weight} × {value}" for weight, value in addends)
    rounded = "" if mean == shown else f", rounded from {number(mean)}"
    return f"{shown} = ({line}) ÷ {weights}{rounded}"
