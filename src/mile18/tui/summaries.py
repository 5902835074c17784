"""Files of races as the list and the preview show them; a broken file is told, never raised."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from mile18.factor import Countdown
from mile18.plan.words import countdown_words
from mile18.readiness import assess
from mile18.storage.errors import StorageError, Unreadable
from mile18.storage.problem import printable
from mile18.storage.store import Store
from mile18.tui.session import Session
from mile18.tui.widgets.race_list import RaceRow
from mile18.tui.widgets.race_preview import Preview


class Summary(NamedTuple):
    """What the list says about a file."""

    title: str = ""
    race: date | None = None
    odd: bool = False
    readable: bool = True


def summary_of(store: Store, name: str) -> Summary:
    """Read one file for the list."""
    try:
        loaded = store.load(name).loaded
    except StorageError:
        return Summary(odd=True, readable=False)
    race = loaded.profile.race
    return Summary(
        printable(" ".join((race.name or "").split())), race.date, odd=bool(loaded.errors)
    )


def in_order(names: Sequence[str], summaries: Mapping[str, Summary], today: date) -> list[str]:
    """The next race first, then those without a date, those run, and files that cannot be read."""

    def rank(name: str) -> tuple[int, int]:
        summary = summaries.get(name, Summary())
        if not summary.readable:
            return 3, 0
        if summary.race is None:
            return 1, 0
        days = (summary.race - today).days
        return (0, days) if days >= 0 else (2, -days)

    return sorted(names, key=rank)


def rows_of(
    names: Sequence[str], summaries: Mapping[str, Summary], is_open: str, today: date
) -> tuple[RaceRow, ...]:
    """The rows of the list; races that share a title are told apart by the names of their files."""
    titles = Counter(summary.title for summary in summaries.values())
    rows = []
    for name in names:
        summary = summaries.get(name, Summary())
        title = summary.title or printable(name)
        if titles[summary.title] > 1 and summary.title:
            title = f"{printable(name)} ({title})"
        mark = "●" if name == is_open else "!" if summary.odd else " "
        rows.append(RaceRow(name, title, _told(summary, today), mark))
    return tuple(rows)


def preview_of(store: Store, name: str, session: Session | None, today: date) -> Preview:
    """Read one file for the preview; the open race is shown as it stands on the screens."""
    file = printable(f"{name}.toml")
    if session and session.name == name:
        opened, profile = session.opened, session.profile
    else:
        try:
            opened = store.load(name)
        except Unreadable as error:
            return Preview(file, problems=(error.problem.sentence(file),))
        except StorageError as error:
            return Preview(file, problems=(str(error),))
        profile = opened.profile
    return Preview(
        file,
        profile,
        assess(profile, today),
        tuple(problem.sentence(file) for problem in opened.loaded.problems),
        loses=bool(opened.loaded.errors),
        is_open=bool(session and session.name == name),
    )


def _told(summary: Summary, today: date) -> str:
    if not summary.readable:
        return "cannot be read"
    return countdown_words(Countdown(today, summary.race)) if summary.race else ""
