"""How long and how hard each output reads, for three runners: `make read`."""

import sys
from collections.abc import Iterator
from datetime import timedelta

from at_risk import ULTRAS
from msgspec.structs import replace
from plan_screens import EXAMPLE, RACE
from runners import RUNNERS
from sentences import Reading, page_texts, reading_of, words

from mile18.page import only
from mile18.profile import Profile, all_questions
from mile18.shell.outputs import OUTPUTS, Output
from mile18.units import SI
from mile18.writers.text import text

WHO = {
    "example": EXAMPLE,
    "first-timer": RUNNERS["a nervous first-timer"],
    "100 km": ULTRAS["100 km"],
}
DAYS = {"debrief": -1}
WIDTH = 80


def rows() -> Iterator[tuple[str, str, int, Reading]]:
    """Each output for each runner: its words as printed, and how its running text reads."""
    for name, output in OUTPUTS.items():
        for who, profile in WHO.items():
            yield name, who, *_read(name, output, profile)
    told = [text for each in all_questions().values() for text in (each.prompt, each.why)]
    yield "questions", "all", sum(len(words(each)) for each in told), reading_of(told)


def _read(name: str, output: Output, profile: Profile) -> tuple[int, Reading]:
    page = output.page(profile, RACE - timedelta(days=DAYS.get(name, 12)), SI, WIDTH)
    page = replace(page, sections=only(page.sections, ("sums",)))
    return len(words(text(page, WIDTH))), reading_of(page_texts(page))


def main() -> int:
    """Print a line for each."""
    print(
        f"{'output':<10} {'runner':<12} {'words':>6} {'median':>7} {'over 20':>8} "
        f"{'over 25':>8} grade"
    )
    for name, who, count, read in rows():
        print(
            f"{name:<10} {who:<12} {count:>6} {read.median:>7.0f} {read.over_20:>7.0%} "
            f"{read.over_25:>8} {read.grade:>5.1f}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
