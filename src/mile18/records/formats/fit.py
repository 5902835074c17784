"""FIT files of watches: the sessions in them, decoded as far as the file is whole."""

import gzip
import zlib
from array import array
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any, NamedTuple

from fitdecode import (  # type: ignore[import-untyped]
    FIT_FRAME_DATA,
    CrcCheck,
    ErrorHandling,
    FitReader,
)

from mile18.records.activity import Activity, RecordError, Sport, Track
from mile18.records.formats.local import Local

SOURCE = "FIT"
NO_TRAINING = {
    "course": "courses",
    "workout": "planned workouts",
    "settings": "settings",
    "device": "settings",
    "sport": "settings",
    "weight": "settings",
}
OTHER_FILES = "other files of a watch"
# A span that no watch runs for; what is longer is a slip of its clock.
_LONGEST_S = 4 * 86400.0
# Metres a second that nobody runs for long.
_FASTEST_RUN = 6.0


class Head(NamedTuple):
    """What a file says first: what it is, and when it was begun (UTC; None if it says none)."""

    kind: str
    created: datetime | None


def head(content: bytes) -> Head:
    """The first message of a file, without the rest. Raises RecordError."""
    try:
        for frame in _frames(content):
            if frame.name == "file_id":
                created = frame.get_value("time_created", fallback=None)
                kind = str(frame.get_value("type", fallback=""))
                return Head(kind, created if isinstance(created, datetime) else None)
    except Exception as error:
        raise RecordError(f"it is no FIT file that can be read ({_reason(error)})") from None
    raise RecordError("it holds nothing but a header")


def read_fit(content: bytes, local: Local) -> list[Activity]:
    """The sessions of a file, one of a multisport file each. Raises RecordError."""
    found = _Messages()
    whole = found.read(content)
    if found.kind and found.kind != "activity":
        return []
    sessions = found.sessions or ([{}] if found.times else [])
    if not sessions:
        raise RecordError("it holds no session and no points")
    return [
        activity
        for row in sessions
        if (activity := found.activity(row, local, alone=len(sessions) == 1, whole=whole))
    ]


def _frames(content: bytes) -> Iterator[Any]:
    with FitReader(
        BytesIO(content), check_crc=CrcCheck.DISABLED, error_handling=ErrorHandling.IGNORE
    ) as reader:
        for frame in reader:
            if frame.frame_type == FIT_FRAME_DATA:
                yield frame


class _Messages:
    """What is needed of the messages of a file, in its own clock: moments or seconds since power-on."""

    def __init__(self) -> None:
        self.kind = ""
        self.times: list[Any] = []
        self.metres: list[float] = []
        self.sessions: list[dict[str, Any]] = []
        self.stops: list[tuple[Any, bool]] = []
        self.clock: tuple[Any, datetime] | None = None

    def read(self, content: bytes) -> bool:
        """Whether the file could be read to its end."""
        try:
            for frame in _frames(content):
                self._take(frame)
        except Exception as error:
            if not self.times and not self.sessions:
                raise RecordError(f"it cannot be read ({_reason(error)})") from None
            return False
        return True

    def _take(self, frame: Any) -> None:
        name = frame.name
        if name == "record":
            when = metres = None
            for field in frame.fields:
                if field.name == "timestamp":
                    when = field.value
                elif field.name == "distance":
                    metres = field.value
            if when is not None and metres is not None:
                self.times.append(when)
                self.metres.append(metres)
        elif name == "session":
            self.sessions.append({field.name: field.value for field in frame.fields})
        elif name == "event":
            if str(frame.get_value("event", fallback="")) == "timer":
                when = frame.get_value("timestamp", fallback=None)
                kind = str(frame.get_value("event_type", fallback=""))
                self.stops.append((when, kind.startswith("stop")))
        elif name == "activity":
            when = frame.get_value("timestamp", fallback=None)
            at = frame.get_value("local_timestamp", fallback=None)
            if when is not None and isinstance(at, datetime):
                self.clock = when, at.replace(tzinfo=None)
        elif name == "file_id" and not self.kind:
            # Of files that were joined the first says what it is.
            self.kind = str(frame.get_value("type", fallback=""))

    def activity(
        self, row: dict[str, Any], local: Local, *, alone: bool, whole: bool
    ) -> Activity | None:
        start = row.get("start_time")
        if start is None:
            start = self.times[0] if self.times else None
        begun = self._local(start, local)
        if begun is None:
            return None
        elapsed, timer = _span(row, "total_elapsed_time"), _span(row, "total_timer_time")
        metres = row.get("total_distance")
        points = [] if not alone and elapsed is None else self._points(start, elapsed, alone=alone)
        if not row and points:
            metres, elapsed = points[-1][1], points[-1][0]
        sport = _sport(row) if row else _by_speed(metres, elapsed)
        return Activity(
            start=begun,
            sport=sport,
            source=SOURCE,
            metres=float(metres) if metres is not None else None,
            timer=timer if timer is None or elapsed is None else min(timer, elapsed),
            elapsed=elapsed,
            incomplete=not row or not whole,
            track=self._track(start, points) if sport == "run" and points else None,
        )

    def _points(
        self, start: Any, elapsed: float | None, *, alone: bool
    ) -> list[tuple[float, float]]:
        found = []
        for when, metres in zip(self.times, self.metres, strict=True):
            second = _seconds(when, start)
            if (
                second is not None
                and 0 <= second <= _LONGEST_S
                and (alone or second <= (elapsed or 0.0) + 1)
            ):
                found.append((second, metres))
        if found and not alone:
            # Each leg of several begins at nought.
            first = found[0][1]
            found = [(second, metres - first) for second, metres in found]
        return found

    def _track(self, start: Any, points: list[tuple[float, float]]) -> Any:
        pauses, since = [], None
        for when, is_stop in self.stops:
            second = _seconds(when, start)
            if is_stop:
                since = second
            elif since is not None and second is not None:
                pauses.append((since, second))
                since = None
        seconds = array("d", (second for second, _ in points))
        metres = array("d", (metre for _, metre in points))
        track = Track(seconds, metres, tuple(pauses))
        return lambda: track

    def _local(self, when: Any, local: Local) -> datetime | None:
        """The local time of a moment, or of seconds since power-on by the clock at the end."""
        if isinstance(when, datetime):
            if local.zone is None and self.clock and isinstance(self.clock[0], datetime):
                # Without a zone asked for, the watch knows its own.
                shift = self.clock[1] - self.clock[0].replace(tzinfo=None)
                if abs(shift) <= timedelta(hours=15):
                    return when.astimezone(UTC).replace(tzinfo=None) + shift
            return local.at(when)
        if isinstance(when, int | float) and self.clock and isinstance(self.clock[0], int | float):
            return self.clock[1] - timedelta(seconds=self.clock[0] - when)
        return None


def _seconds(when: Any, start: Any) -> float | None:
    if isinstance(when, datetime) and isinstance(start, datetime):
        return (when - start).total_seconds()
    if isinstance(when, int | float) and isinstance(start, int | float):
        return float(when - start)
    return None


def _span(row: dict[str, Any], key: str) -> float | None:
    value = row.get(key)
    return float(value) if isinstance(value, int | float) and 0 <= value <= _LONGEST_S else None


def _sport(row: dict[str, Any]) -> Sport:
    sport, sub = str(row.get("sport")), str(row.get("sub_sport"))
    if sport == "running":
        return "run"
    return "strength" if sub == "strength_training" else "other"


def _by_speed(metres: Any, seconds: float | None) -> Sport:
    """What a file without totals holds, which is where it names the sport."""
    return "run" if not metres or not seconds or metres / seconds <= _FASTEST_RUN else "other"


def _reason(error: Exception) -> str:
    return " ".join(str(error).split())[:80] or type(error).__name__


def unpacked(content: bytes, most: int) -> bytes:
    """What is in gzip bytes, at most so many of them; other bytes as they are. Raises RecordError."""
    if content[:2] != b"\x1f\x8b":
        return content
    try:
        with gzip.open(BytesIO(content)) as file:
            found = file.read(most + 1)
    except (OSError, EOFError, zlib.error):
        raise RecordError("it is packed and damaged") from None
    if len(found) > most:
        raise RecordError("it is far larger unpacked than a run is")
    return found
