"""The same run or night from several sources counts once."""

from collections import Counter, defaultdict
from datetime import date, timedelta

from msgspec.structs import replace

from mile18.records.activity import Activity, Contents, Night, Weighing

# Which file knows a session best; the others fill in what it lacks.
_TRUST = ("FIT", "TCX", "Strava", "Garmin", "Apple Health", "GPX")
SAME_START = timedelta(minutes=2)
_SAME_LENGTH = 0.02
# What differs only by a zone: to the second and metre, by whole quarters of an hour.
_SAME_TIMER_S, _SAME_METRES = 1.5, 0.002
_MOST_ZONES = timedelta(hours=26)
SAME_KG = 0.06


def counted_once(found: Contents) -> Contents:
    """The same contents with each run, night and weighing once, in the order of time."""
    once = Contents(
        problems=found.problems,
        left_out=dict(found.left_out),
        unit_is_open=found.unit_is_open,
    )
    once.activities = _activities(found.activities, once)
    once.nights = _nights(found.nights, once)
    once.weighings = _weighings(found.weighings)
    return once


def _activities(activities: list[Activity], once: Contents) -> list[Activity]:
    kept: list[Activity] = []
    doubles = shifted = unlike = 0
    trusted = sorted(activities, key=lambda each: (_TRUST.index(each.source), each.incomplete))
    by_day: dict[date, list[int]] = defaultdict(list)
    for each in trusted:
        day = each.start.date()
        near = [at for shift in (-1, 0, 1) for at in by_day[day + timedelta(days=shift)]]
        at = next((at for at in near if _is_same(kept[at], each)), None)
        if at is None:
            at = next((at for at in near if _is_shifted(kept[at], each)), None)
            shifted += at is not None
        if at is None:
            by_day[day].append(len(kept))
            kept.append(each)
        else:
            doubles += 1
            unlike += not _is_as_long(kept[at], each)
            kept[at] = _filled(kept[at], each)
    if doubles:
        once.leave_out("sessions", "they stand in another file too", doubles)
    if unlike:
        once.problems.append(
            f"{unlike} sessions have another length in a second file; if that is a list without a "
            "unit, read it in the other one."
        )
    if shifted:
        once.problems.append(
            f"{shifted} sessions stand in two files at times that differ by whole hours: the zone "
            "may not be yours. The file that knows its own clock counted."
        )
    return sorted(kept, key=lambda each: each.start)


def _is_same(one: Activity, other: Activity) -> bool:
    if abs(one.start - other.start) > SAME_START or one.sport != other.sport:
        return False
    if one.timer and other.timer and abs(one.timer - other.timer) <= _SAME_TIMER_S:
        # A length in a unit that a list does not name may be another.
        return True
    return _is_as_long(one, other)


def _is_as_long(one: Activity, other: Activity) -> bool:
    if not one.metres or not other.metres or one.incomplete or other.incomplete:
        return True
    return abs(one.metres - other.metres) <= _SAME_LENGTH * max(one.metres, other.metres)


def _is_shifted(one: Activity, other: Activity) -> bool:
    if one.source == other.source or one.sport != other.sport or not one.metres or not other.metres:
        return False
    apart = abs((one.start - other.start).total_seconds())
    if not SAME_START.total_seconds() < apart <= _MOST_ZONES.total_seconds():
        return False
    rest = apart % 900
    times = [each.timer or each.elapsed for each in (one, other)]
    return (
        min(rest, 900 - rest) <= 2
        and all(times)
        and abs((times[0] or 0) - (times[1] or 0)) <= _SAME_TIMER_S
        and abs(one.metres - other.metres) <= max(10.0, _SAME_METRES * one.metres)
    )


def _filled(kept: Activity, other: Activity) -> Activity:
    """What the better file knows, and from the other what that one lacks."""
    lacking = {
        name: getattr(other, name)
        for name in ("metres", "timer", "elapsed", "celsius", "track")
        if getattr(kept, name) is None
    }
    if kept.incomplete and not other.incomplete:
        lacking |= {"metres": other.metres, "timer": other.timer, "elapsed": other.elapsed}
        lacking["incomplete"] = False
    return replace(kept, **lacking)


def _nights(nights: list[Night], once: Contents) -> list[Night]:
    """A night from the source that has the most; of one source the last copy read counts."""
    most = Counter(night.source for night in nights)
    by_wake: dict[date, Night] = {}
    for night in nights:
        other = by_wake.get(night.wake)
        if other is None or (most[night.source], night.source) >= (
            most[other.source],
            other.source,
        ):
            by_wake[night.wake] = night
    if doubles := len(nights) - len(by_wake):
        once.leave_out("nights", "they stand in another file too", doubles)
    return [by_wake[wake] for wake in sorted(by_wake)]


def _weighings(weighings: list[Weighing]) -> list[Weighing]:
    kept: list[Weighing] = []
    for each in sorted(weighings, key=lambda each: (each.when, each.kg)):
        last = kept[-1] if kept else None
        is_same = last and abs(each.when - last.when) < timedelta(minutes=1)
        if not (last and is_same and abs(each.kg - last.kg) <= SAME_KG):
            kept.append(each)
    return kept
