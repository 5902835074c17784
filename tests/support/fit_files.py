"""Small FIT files, made by the byte: what a watch writes, and what goes wrong with it."""

import struct
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

EPOCH = 631_065_600
FILE_ID, SESSION, LAP, RECORD, EVENT, ACTIVITY = 0, 18, 19, 20, 21, 34
TYPES = {"activity": 4, "course": 6, "workout": 5, "settings": 2, "monitoring": 32}
RUNNING, CYCLING, TRAINING, SWIMMING = 1, 2, 10, 5
STRENGTH = 20
# The number of a field, its base type and the sign of struct.
Field = tuple[int, int, str]
U32, U16, U8, ENUM = (0x86, "I"), (0x84, "H"), (0x02, "B"), (0x00, "B")


def seconds(moment: datetime) -> int:
    """A moment as a watch counts it."""
    return int(moment.replace(tzinfo=moment.tzinfo or UTC).timestamp()) - EPOCH


class FitFile:
    """Collects messages; `content` is the file."""

    def __init__(self, kind: str = "activity", created: int = 0, *, big: bool = False) -> None:
        """Begin with what the file is."""
        self._order = ">" if big else "<"
        self._data = b""
        self.add(FILE_ID, (0, *ENUM, TYPES[kind]), (1, *U16, 1), (4, *U32, created))

    def add(self, number: int, *fields: tuple[int, int, str, Any]) -> None:
        """One message with its own definition."""
        known = [field for field in fields if field[3] is not None]
        sizes = b"".join(bytes([at, struct.calcsize(sign), base]) for at, base, sign, _ in known)
        head = struct.pack(self._order + "HB", number, len(known))
        self._data += bytes([0x40, 0, self._order == ">"]) + head + sizes
        values = b"".join(struct.pack(self._order + sign, int(value)) for *_, sign, value in known)
        self._data += b"\x00" + values

    def record(self, at: int, metres: float) -> None:
        """A point."""
        self.add(RECORD, (253, *U32, at), (5, *U32, metres * 100))

    def timer(self, at: int, *, stops: bool) -> None:
        """The watch is stopped or goes on."""
        self.add(EVENT, (253, *U32, at), (0, *ENUM, 0), (1, *ENUM, 4 if stops else 0))

    def session(
        self,
        start: int,
        metres: float | None,
        timer: float,
        elapsed: float | None = None,
        sport: int = RUNNING,
        sub: int = 0,
    ) -> None:
        """Totals of one session."""
        whole = timer if elapsed is None else elapsed
        self.add(
            SESSION,
            (253, *U32, start + whole),
            (2, *U32, start),
            (5, *ENUM, sport),
            (6, *ENUM, sub),
            (7, *U32, whole * 1000),
            (8, *U32, timer * 1000),
            (9, *U32, None if metres is None else metres * 100),
        )

    def activity(self, at: int, local: int) -> None:
        """The end, in the watch's own time and on the wall."""
        self.add(ACTIVITY, (253, *U32, at), (5, *U32, local))

    def content(self, *, crc: int | None = None) -> bytes:
        """The file; with `crc` a sum of your own, which may be wrong."""
        head = struct.pack("<BBHI4s", 14, 0x20, 2100, len(self._data), b".FIT") + b"\0\0"
        body = head + self._data
        return body + struct.pack("<H", _sum(body) if crc is None else crc)


def _sum(content: bytes) -> int:
    table = (
        0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401,
        0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400,
    )  # fmt: skip
    crc = 0
    for byte in content:
        for half in (byte & 0xF, byte >> 4):
            crc = (crc >> 4) & 0x0FFF ^ table[crc & 0xF] ^ table[half]
    return crc


def run(
    start: datetime,
    metres: float = 10_000,
    pace: float = 330,
    step: int = 5,
    shift: int = 0,
    **more: Any,
) -> bytes:
    """A steady run: points every `step` seconds, totals; `shift` is the clock of the place in s."""
    begin, length = seconds(start), metres * pace / 1000
    file = FitFile(created=begin, big=more.pop("big", False))
    file.timer(begin, stops=False)
    for at in range(0, int(length) + 1, step):
        file.record(begin + at, at * 1000 / pace)
    file.timer(begin + int(length), stops=True)
    file.session(begin, metres, length, **more)
    file.activity(begin + int(length), begin + int(length) + shift)
    return file.content()


def points(track: Any) -> Sequence[tuple[float, float]]:
    """Seconds and metres of a track, in pairs."""
    return list(zip(track.seconds, track.metres, strict=True))
