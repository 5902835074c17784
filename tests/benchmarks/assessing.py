"""One assessment of a complete profile, as it happens at every keystroke."""

from collections.abc import Iterator
from datetime import date

from ratios import EXAMPLE, TODAY, Row, in_turns, seconds

CALLS = 500
ADDITIONS = 1000


def rows() -> Iterator[Row]:
    """One row: µs per call, against a loop of additions in Python."""
    from mile18.readiness import assess
    from mile18.storage.paths import profiles_dir
    from mile18.storage.store import Store

    profile = Store(profiles_dir()).load(EXAMPLE).profile
    today = date.fromisoformat(TODAY)

    def assessments() -> None:
        for _ in range(CALLS):
            assess(profile, today)

    def additions() -> None:
        for _ in range(CALLS):
            total = 0
            for number in range(ADDITIONS):
                total += number

    found = in_turns({"assess": lambda: seconds(assessments), "loop": lambda: seconds(additions)})
    yield Row(
        "assess() of a complete profile",
        f"{ADDITIONS} additions",
        1e6 * found["assess"] / CALLS,
        1e6 * found["loop"] / CALLS,
        "µs",
        200,
        aims_at_ratio=False,
    )
