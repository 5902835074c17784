"""From the moments of an export to the clock of the runner."""

from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


class Local:
    """Turns moments in UTC into the time of a zone; without one into that of the system.

    `used` says whether anything needed it.
    """

    def __init__(self, zone: tzinfo | None = None) -> None:
        """`zone` as `zone_of` gives it."""
        self.zone = zone
        self.used = False

    def at(self, moment: datetime) -> datetime:
        """The local time, without a zone; a moment without one is in UTC."""
        self.used = True
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return aware.astimezone(self.zone).replace(tzinfo=None)


def zone_of(name: str) -> tzinfo:
    """The zone of that name, such as Europe/Berlin. Raises ValueError."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, OSError, ValueError):
        raise ValueError(f"“{name}” is no time zone; write one such as Europe/Berlin") from None
