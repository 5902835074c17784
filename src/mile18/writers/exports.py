"""What leaves mile18 as a file: the card in its formats, race week for a calendar, race day as text.

Only what is asked for gets imported.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from mile18.factor import Countdown
from mile18.profile import Profile
from mile18.topics.health.gate import gate
from mile18.topics.race.questions import countdown_to
from mile18.units import Units

if TYPE_CHECKING:
    from mile18.plan.card.card import Card

TEXT_COLUMNS = 80
NO_DAY = "A calendar needs days: answer “Race day” under Race."
NO_CALENDAR = (
    "Do not race or train hard now: the Health tab and mile18 show tell why. No calendar was made."
)
NO_CLOCK = "Race morning has no clock times and no alarms: answer “Start” under Race to have them."


class Asked(Struct, frozen=True, kw_only=True):
    """What an export is made of; `race_id` is that by which calendars know the race."""

    profile: Profile
    today: date
    units: Units
    race_id: str
    now: datetime


class Made(Struct, frozen=True):
    """The content of a file, and what to know about it."""

    content: str
    told: tuple[str, ...] = ()


class Export(Struct, frozen=True, kw_only=True):
    """One file to take away: what it is, what its name ends in, and how it is made.

    `note` is the same as a note, where the file itself is none that a person reads. `refused` says
    why there is no file, else empty.
    """

    title: str
    about: str
    ending: str
    make: Callable[[Asked], Made]
    note: Callable[[Asked], str] | None = None
    refused: Callable[[Asked], str] = lambda _: ""

    def as_note(self, asked: Asked) -> str:
        """What to paste elsewhere."""
        return self.note(asked) if self.note else self.make(asked).content


def _card(asked: Asked) -> "Card":
    from mile18.plan.card.card import card

    return card(asked.profile, asked.today, asked.units)


def card_markdown(made: "Card") -> str:
    """The card in Markdown."""
    from mile18.plan.card.pages import card_page
    from mile18.writers.markdown import markdown

    return markdown(card_page(made))


def card_text(made: "Card") -> str:
    """The card as a note for a phone."""
    from mile18.plan.card.pages import NOTE_COLUMNS, card_page
    from mile18.writers.text import text

    return text(card_page(made), NOTE_COLUMNS)


def _card_html(made: "Card") -> str:
    from mile18.writers.card_html import card_html

    return card_html(made)


FORMATS: Mapping[str, "Callable[[Card], str]"] = {
    "md": card_markdown,
    "txt": card_text,
    "html": _card_html,
}
"""How the card is written, by the ending of its file."""


def left_off(profile: Profile, countdown: Countdown) -> tuple[str, ...]:
    """What a runner may look for on the card in vain, and where to change that."""
    race, said = profile.race, []
    if gate(profile.health, countdown).status == "do not race today":
        said.append(
            "Do not race or train hard now: the Health tab and mile18 show give the reasons. Until "
            "then the card holds no plan; it does not mention why."
        )
    if race.share_on_card is None and (race.emergency_contact or race.medical_line):
        said.append(
            "Emergency contact and medical line stay off the card: answer “Print these two on the "
            "card?” under Race to have them on it."
        )
    return tuple(said)


def _card_file(asked: Asked, ending: str) -> Made:
    told = left_off(asked.profile, countdown_to(asked.profile.race, asked.today))
    return Made(FORMATS[ending](_card(asked)), told)


def calendar(asked: Asked, privacy: str = "PRIVATE") -> Made:
    """Race week as an iCalendar file; `privacy` is the CLASS of its entries."""
    from mile18.plan.week.calendar import week_calendar
    from mile18.plan.week.calendar_file import calendar_file
    from mile18.plan.week.week import race_week

    week = race_week(asked.profile, asked.today, asked.units)
    made = week_calendar(week, asked.race_id, asked.units, asked.today)
    now = asked.now.astimezone(UTC).replace(microsecond=0)
    told: tuple[str, ...] = ()
    if week.countdown.days is not None and week.countdown.days < 0:
        told = (week.headline,)
    elif asked.profile.race.start_time is None:
        told = (NO_CLOCK,)
    return Made(calendar_file(made, now, privacy).decode(), told)


def no_calendar(asked: Asked) -> str:
    """Why there is no calendar; empty if there is one."""
    countdown = countdown_to(asked.profile.race, asked.today)
    if countdown.days is None:
        return NO_DAY
    return NO_CALENDAR if gate(asked.profile.health, countdown).shut and countdown.days >= 0 else ""


def _day(asked: Asked) -> Made:
    from mile18.plan.day.day import race_day
    from mile18.plan.day.pages import day_page
    from mile18.writers.text import text

    day = race_day(asked.profile, asked.today, asked.units)
    return Made(text(day_page(day, asked.units, TEXT_COLUMNS), TEXT_COLUMNS))


def _note(asked: Asked) -> str:
    return card_text(_card(asked))


EXPORTS: Final = (
    Export(
        title="Race card for phone and paper (HTML, to print)",
        about="one file: opens on a phone, prints with wristbands",
        ending="card.html",
        make=lambda asked: _card_file(asked, "html"),
        note=_note,
    ),
    Export(
        title="Race card as a note for the phone",
        about="32 columns of plain text",
        ending="card.txt",
        make=lambda asked: _card_file(asked, "txt"),
    ),
    Export(
        title="Race card in Markdown",
        about="for notes that draw tables",
        ending="card.md",
        make=lambda asked: _card_file(asked, "md"),
    ),
    Export(
        title="Race week for your calendar (.ics)",
        about="what is due, day by day, with alarms",
        ending="race-week.ics",
        make=calendar,
        refused=no_calendar,
    ),
    Export(
        title="Race day as text, to print or send",
        about="the whole plan for the day",
        ending="race-day.txt",
        make=_day,
    ),
)
"""In the order in which they are offered."""
