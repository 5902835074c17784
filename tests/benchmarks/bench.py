"""Measures mile18 against named baselines and prints a table; names choose some of the rows.

Trust the ratios: both sides of a row are taken in turns, in the same minutes, on the same machine.
"""

import sys
from importlib import import_module
from pathlib import Path

from ratios import Row, surroundings

BENCHMARKS = (
    "assessing",
    "show",
    "listing",
    "start",
    "opening",
    "keystroke_paint",
    "keystroke_cpu",
    "resting",
    "reading",
)


def line(*cells: str) -> str:
    """One line of the table."""
    what, measured, against, baseline, ratio, aim, verdict = cells
    return (
        f"{what:<32}{measured:>10}  {against:<28}{baseline:>10}{ratio:>7}  {aim:<10}{verdict}"
    ).rstrip()


def told(row: Row) -> str:
    """A row as a line of the table."""
    aim = f"≤ {row.aim:.2f} ×" if row.aims_at_ratio else f"≤ {row.aim:.0f} {row.unit}"
    return line(
        row.what,
        f"{row.measured:.1f} {row.unit}",
        row.baseline_name,
        f"{row.baseline:.1f} {row.unit}",
        f"{row.ratio:.2f}",
        aim,
        "met" if row.met else "missed",
    )


def main() -> int:
    """Run the benchmarks that are named, or all; 2 for a name that is none."""
    names = sys.argv[1:] or BENCHMARKS
    if unknown := set(names) - set(BENCHMARKS):
        print(f"no such benchmark: {', '.join(unknown)}; there are: {', '.join(BENCHMARKS)}")
        return 2
    print(line("what", "median", "against", "median", "ratio", "aim", "verdict"))
    sys.path.append(str(Path(__file__).parents[1] / "support"))
    with surroundings():
        for name in names:
            for row in import_module(name).rows():
                print(told(row), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
