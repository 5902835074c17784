"""Files of a watch: dated, decoded against a bare fitdecode, and a gigabyte of Apple Health in memory."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path

from fit_files import run
from ratios import Row, in_turns, seconds
from record_files import APPLE, apple_run, apple_sleep

TODAY = date(2027, 4, 26)
RUNS, OLD = 85, 1_000
GIGABYTE = 1_000_000_000
PEAK = """
import sys
from datetime import UTC, date
from pathlib import Path
from mile18.records.formats.local import Local
from mile18.records.read import Reader
found = Reader(date(2027, 4, 26), Local(UTC), 1000.0).read([Path(sys.argv[1])])
assert found.activities and found.nights
status = Path("/proc/self/status").read_text()
print(int(status.partition("VmHWM:")[2].split()[0]) / 1024)
"""


def rows() -> Iterator[Row]:
    """Dates of many files, sixteen weeks with their points, the first word, and memory."""
    home = Path(os.environ["HOME"])
    old, new = home / "old", home / "new"
    old.mkdir()
    new.mkdir()
    content = run(datetime(2026, 1, 4, 7, tzinfo=UTC))
    for at in range(OLD):
        (old / f"{at}.fit").write_bytes(content)
    for at in range(RUNS):
        start = datetime(2027, 1, 4, 7, tzinfo=UTC) + timedelta(hours=31 * at)
        (new / f"{at}.fit").write_bytes(run(start, metres=6000 + 150 * at))
    yield _dated(old)
    yield from _decoded(new)
    yield _memory(home / "export.xml")


def _dated(folder: Path) -> Row:
    found = in_turns(
        {
            "dated": lambda: seconds(lambda: _read(folder)),
            "bytes": lambda: seconds(lambda: [each.read_bytes() for each in folder.iterdir()]),
        },
        rounds=5,
    )
    return Row(
        f"{OLD:,} FIT files dated",
        "their bytes read",
        1000 * found["dated"],
        1000 * found["bytes"],
        "ms",
        1000,
        aims_at_ratio=False,
    )


def _decoded(folder: Path) -> Iterator[Row]:
    found = in_turns(
        {
            "read": lambda: seconds(lambda: _proposed(folder)),
            "bare": lambda: seconds(lambda: _bare(folder)),
        },
        rounds=3,
    )
    read, bare = 1000 * found["read"], 1000 * found["bare"]
    what = f"{RUNS} runs read and proposed"
    yield Row(what, "fitdecode alone", read, bare, "ms", 1.4)
    yield Row(what, "fitdecode alone", read, bare, "ms", 10_000, aims_at_ratio=False)
    first = statistics.median(_first_word(folder) for _ in range(5))
    yield Row(
        "first progress", "fitdecode alone", 1000 * first, bare, "ms", 200, aims_at_ratio=False
    )


def _read(folder: Path) -> None:
    from mile18.records.formats.local import Local
    from mile18.records.read import Reader

    Reader(TODAY, Local(UTC), 1000.0).read([folder])


def _proposed(folder: Path) -> None:
    from mile18.profile import Profile
    from mile18.records.formats.local import Local
    from mile18.records.proposals import proposed
    from mile18.records.read import Reader

    profile = Profile().with_changes({"race": {"distance": 42.195, "goal_time": 13_500}})
    found = Reader(TODAY, Local(UTC), 1000.0).read([folder])
    assert proposed(found, profile, TODAY).runs == RUNS


def _bare(folder: Path) -> None:
    from fitdecode import CrcCheck, FitReader  # type: ignore[import-untyped]

    for path in folder.iterdir():
        with FitReader(BytesIO(path.read_bytes()), check_crc=CrcCheck.DISABLED) as reader:
            for _ in reader:
                pass


def _first_word(folder: Path) -> float:
    from mile18.records.formats.local import Local
    from mile18.records.read import Reader

    class ToldError(Exception):
        pass

    def tell(*_: object) -> None:
        raise ToldError

    start = time.perf_counter()
    try:
        Reader(TODAY, Local(UTC), 1000.0, tell).read([folder])
    except ToldError:
        return time.perf_counter() - start
    raise AssertionError


def _memory(path: Path) -> Row:
    """The most memory that reading holds, for a small export and one of a gigabyte."""
    bed = datetime(2027, 4, 1, 22, tzinfo=UTC)
    part = "\n".join(
        apple_sleep(bed + timedelta(minutes=at), bed + timedelta(minutes=at + 1))
        for at in range(400)
    )
    other = part.replace("SleepAnalysis", "Heartbeat")
    head, tail = APPLE.split("{}")
    kept = f"{part}\n{apple_run(bed, 10_000, 3300)}\n"
    peaks = []
    for size in (1_000_000, GIGABYTE):
        with path.open("w") as file:
            file.write(head + kept)
            for _ in range(size // len(other)):
                file.write(other)
            file.write(tail)
        done = subprocess.run(
            [sys.executable, "-c", PEAK, str(path)], check=True, capture_output=True, text=True
        )
        peaks.append(float(done.stdout))
    path.unlink()
    return Row(
        "memory, 1 GB of Apple Health",
        "1 MB of it",
        peaks[1],
        peaks[0],
        "MB",
        150,
        aims_at_ratio=False,
    )
