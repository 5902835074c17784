"""What mile18 says about one race, by the name of its command: a page, and data for programs.

Only what is asked for gets imported.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from mile18.page import Asked, Page, Section, Sentence, only
from mile18.profile import Profile
from mile18.shell.find import find, settings, today
from mile18.shell.say import complain_about, say, say_json, width
from mile18.units import Units
from mile18.writers.text import text


class Output(Struct, frozen=True):
    """A page from a profile, a day, units and a width in columns; data from a name, both alike.

    What is `shared` leaves the runner's hands, and so names no answer about health. `more` are the
    parts that are printed only when asked for, in MORE.
    """

    page: Callable[[Profile, date, Units, int], Page]
    data: Callable[[str, Profile, date], dict[str, Any]] | None = None
    shared: bool = False
    more: tuple[Asked, ...] = ()


MORE: Mapping[str, str] = {
    "why": "say why each thing is advised",
    "splits": "give the time at each km or mile, and of each portion",
    "sources": "name the claims and studies behind it",
}


def declare_more(parser: ArgumentParser, name: str) -> None:
    """Add the options that ask for what an output leaves out."""
    for each in OUTPUTS[name].more:
        parser.add_argument(f"--{each}", action="store_true", help=MORE[each])


def asked_for(name: str, page: Page, options: Namespace) -> Page:
    """The page with what the options ask for; its last line names the others."""
    more = OUTPUTS[name].more
    asked = [each for each in more if getattr(options, each, False)]
    # Only a screen folds the sums away.
    shown = only(page.sections, (*asked, "sums"))
    if shown != page.sections:
        left = " ".join(f"--{each}" for each in more if each not in asked)
        shown += (Section("", (Sentence(f"For more, add {left}."),)),)
    return replace(page, sections=shown)


class OutputCommand(Struct, frozen=True):
    """The command that prints one of the outputs and takes no other options, by its name."""

    name: str

    def declare(self, parser: ArgumentParser) -> None:
        """Add NAME, and --json where there are data."""
        parser.add_argument("name", metavar="NAME", help="a race, or the path of its file")
        if OUTPUTS[self.name].data:
            parser.add_argument("--json", action="store_true", help="for programs, in SI units")
        declare_more(parser, self.name)

    def run(self, options: Namespace) -> int:
        """Print it; 2 if an answer in the file could not be read."""
        return print_output(
            self.name, options, options.name, json="json" in options and options.json
        )


def print_output(name: str, options: Namespace, race: str, *, json: bool = False) -> int:
    """Print what a command says about a race, and return the exit code."""
    output, opened, day = OUTPUTS[name], find(race, options), today(options)
    if json and output.data:
        say_json(output.data(opened.name, opened.profile, day))
    else:
        columns = width()
        page = output.page(opened.profile, day, settings(options).units, columns)
        say(text(asked_for(name, page, options), columns))
    return complain_about(opened)


def _show(profile: Profile, day: date, units: Units, _: int) -> Page:
    from mile18.plan.report import report_page
    from mile18.readiness import assess

    return report_page(profile, assess(profile, day), units)


def _show_data(name: str, profile: Profile, day: date) -> dict[str, Any]:
    from mile18.plan.report import report_data
    from mile18.readiness import assess

    return report_data(name, assess(profile, day))


def _week(profile: Profile, day: date, units: Units, _: int) -> Page:
    from mile18.plan.week.pages import week_page
    from mile18.plan.week.week import race_week

    return week_page(race_week(profile, day, units), units)


def _week_data(name: str, profile: Profile, day: date) -> dict[str, Any]:
    from mile18.plan.week.data import week_data
    from mile18.plan.week.week import race_week

    return week_data(name, race_week(profile, day))


def _day(profile: Profile, day: date, units: Units, columns: int) -> Page:
    from mile18.plan.day.day import race_day
    from mile18.plan.day.pages import day_page

    return day_page(race_day(profile, day, units), units, columns)


def _day_data(name: str, profile: Profile, day: date) -> dict[str, Any]:
    from mile18.plan.day.data import day_data
    from mile18.plan.day.day import race_day

    return day_data(name, race_day(profile, day))


def _debrief(profile: Profile, day: date, units: Units, columns: int) -> Page:
    from mile18.plan.debrief.pages import debrief_page
    from mile18.plan.debrief.scorecard import scorecard

    return debrief_page(scorecard(profile, day, units), units, columns)


def _debrief_data(name: str, profile: Profile, day: date) -> dict[str, Any]:
    from mile18.plan.debrief.data import debrief_data
    from mile18.plan.debrief.scorecard import scorecard

    return debrief_data(name, scorecard(profile, day))


def _cramp(profile: Profile, _day: date, _units: Units, columns: int) -> Page:
    from mile18.plan.cramp.protocol import moment_of
    from mile18.plan.cramp.reading import cramp_page

    return cramp_page(moment_of(profile), None, None, columns)


def _card(profile: Profile, day: date, units: Units, _: int) -> Page:
    from mile18.plan.card.card import card
    from mile18.plan.card.pages import card_page

    return card_page(card(profile, day, units))


OUTPUTS: Mapping[str, Output] = {
    "show": Output(_show, _show_data, more=("why", "sources")),
    "week": Output(_week, _week_data, more=("why", "sources")),
    "day": Output(_day, _day_data, more=("splits", "sources")),
    "debrief": Output(_debrief, _debrief_data, more=("why",)),
    "cramp": Output(_cramp, more=("sources",)),
    "card": Output(_card, shared=True),
}
"""By the name of the command; a law over these and all writers is a law over what is said."""
