"""A calendar as an iCalendar file (RFC 5545)."""

from datetime import datetime

from icalendar import Alarm, Calendar, Event, vText

from mile18.plan.week.calendar import Entry, WeekCalendar

PRODUCT = "-//mile18//race week//EN"


def calendar_file(calendar: WeekCalendar, stamp: datetime, privacy: str = "PRIVATE") -> bytes:
    """The file's bytes; `stamp` says when it was made, in UTC.

    Where a calendar is shared, the others need not read what the runner eats: `privacy` says so.

    Times have no time zone: 06:30 is half past six wherever the race is, as on its start line.
    """
    file = Calendar()
    file.add("prodid", PRODUCT)
    file.add("version", "2.0")
    # Of a name that is in no standard the library does not know that it is text.
    file.add("x-wr-calname", vText(calendar.name))
    for entry in calendar.entries:
        file.add_component(_event(entry, stamp, privacy))
    content: bytes = file.to_ical()
    return content


def _event(entry: Entry, stamp: datetime, privacy: str) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("dtstart", entry.start)
    event.add("dtend", entry.end)
    event.add("summary", entry.title)
    event.add("description", entry.text)
    if entry.place:
        event.add("location", entry.place)
    event.add("class", privacy)
    if not isinstance(entry.start, datetime):
        event.add("transp", "TRANSPARENT")
    if entry.alarm is not None:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", entry.alarm_text)
        alarm.add("trigger", entry.alarm)
        event.add_component(alarm)
    return event
