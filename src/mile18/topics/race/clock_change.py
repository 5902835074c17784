"""The night on which the clocks change: when, and by how much, where the time zone is known."""

from datetime import UTC, date, datetime, time, timedelta

from msgspec import Struct

# Most of Europe, and most of North America: month, which Sunday of it (-1 the last), by the clock.
_SUNDAYS = ((3, -1), (10, -1), (3, 2), (11, 1))

# By the clocks of those places: no race is on the road then, or it meets the change.
_EARLIEST, _LATEST = time(1), time(3)
_NOON, _DAY = time(12), 24 * 3600


class Turn(Struct, frozen=True):
    """So many seconds after a start the clock jumps by `jump` seconds, below 0 for backwards."""

    after: int
    jump: int


def turn(zone: str | None, day: date | None, start: time | None, seconds: int) -> Turn | None:
    """The change of the clock within so many seconds of a start; None if there is none or no zone.

    A zone that this machine does not know counts as none.
    """
    if not zone or day is None or start is None:
        return None
    # Few races have a zone, and the module takes time to load.
    from zoneinfo import ZoneInfo

    try:
        begun = datetime.combine(day, start, ZoneInfo(zone))
    except (OSError, ValueError, KeyError):
        return None
    begun_utc = begun.astimezone(UTC)

    def jump(after: int) -> int:
        then = (begun_utc + timedelta(seconds=after)).astimezone(begun.tzinfo)
        offset = (then.utcoffset() or timedelta()) - (begun.utcoffset() or timedelta())
        return int(offset.total_seconds())

    low, high = 0, seconds
    if not jump(high):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if jump(middle) else (middle, high)
    return Turn(high, jump(high))


def night_jump(zone: str | None, day: date | None) -> int | None:
    """Minutes that the clock jumps in the night before a day, below 0 for backwards.

    None where it may jump and no zone tells.
    """
    if day is None:
        return 0
    if zone and is_zone(zone):
        found = turn(zone, day - timedelta(days=1), _NOON, _DAY)
        return found.jump // 60 if found else 0
    return None if may_change(day) else 0


def in_doubt(zone: str | None, day: date | None, start: time | None, seconds: int) -> bool:
    """Whether the clocks may change within so many seconds of a start, and no zone tells."""
    if day is None or start is None or (zone and is_zone(zone)):
        return False
    begun = datetime.combine(day, start)
    days = (day, (begun + timedelta(seconds=seconds)).date())
    return any(
        may_change(each)
        and begun < datetime.combine(each, _LATEST)
        and begun + timedelta(seconds=seconds) > datetime.combine(each, _EARLIEST)
        for each in days
    )


def is_zone(name: str) -> bool:
    """Whether this machine knows a time zone of this name."""
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        return False
    return True


def may_change(day: date) -> bool:
    """Whether clocks change on this day in most of Europe or North America."""
    return any(day == _sunday(day.year, month, which) for month, which in _SUNDAYS)


def _sunday(year: int, month: int, which: int) -> date:
    if which > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(6 - first.weekday()) % 7 + 7 * (which - 1))
    last = date(year, month + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() + 1) % 7)
