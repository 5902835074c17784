"""A cramp in the runner's log: added once, brought up to date after, and said in a line."""

from datetime import date, timedelta

from mile18.plan.cramp.state import HELPED, CrampState
from mile18.topics.health.episode import MUSCLES, Episode
from mile18.tui.cramp.scene import unit_word
from mile18.units import Units, clock, from_si, number


def kept_in_log(
    log: tuple[Episode, ...], written: Episode | None, episode: Episode
) -> tuple[Episode, ...] | None:
    """The log with this cramp added or brought up to date.

    None when the cramp was written before and is no longer there: it was taken back, or another
    profile is open, and neither log is to be touched.
    """
    if written is None:
        return (*log, episode)
    if written not in log:
        return None
    at = len(log) - 1 - log[::-1].index(written)
    return (*log[:at], episode, *log[at + 1 :])


def without(log: tuple[Episode, ...], written: Episode | None) -> tuple[Episode, ...]:
    """The log without this cramp."""
    if written is None or written not in log:
        return log
    at = len(log) - 1 - log[::-1].index(written)
    return (*log[:at], *log[at + 1 :])


LONGEST_RACE_DAYS = 2


def is_rehearsal(state: CrampState, race_day: date | None, today: date) -> bool:
    """Whether this is no race day, and the runner has not said that the cramp is one."""
    if state.real or race_day is None:
        return False
    return not race_day <= today <= race_day + timedelta(days=LONGEST_RACE_DAYS)


def logged_words(
    state: CrampState, log: tuple[Episode, ...] | None, units: Units, keep: str = ""
) -> str:
    """What is kept of this cramp; `log` is None while no profile is open.

    `keep` is the key that keeps it, where it counts as a rehearsal.
    """
    episode = state.episode()
    if keep and log is not None:
        return f"Today is no race day, so this is a rehearsal and not kept. {keep} keeps it."
    if log is None:
        said = "Without an open race this cramp is not kept. Open one, then come back here."
        return said if episode is None else f"{said} As text: {note(episode, units)}"
    if episode is None:
        return "It goes into your log when it lets go."
    if state.written not in log:
        return "This cramp is not in the log of this race."
    return f"Kept: {note(episode, units)}"


def note(episode: Episode, units: Units) -> str:
    """A cramp in a line of plain text."""
    said = []
    if episode.date and episode.time:
        said.append(f"{episode.date:%Y-%m-%d} {episode.time:%H:%M}")
    if episode.km is not None:
        shown, unit = from_si(episode.km, "km", units)
        said.append(f"{unit_word(unit)} {number(shown, 1)}")
    if episode.muscle:
        said.append(MUSCLES[episode.muscle])
    if episode.stopped is not None:
        said.append(f"stopped {clock(episode.stopped)}")
    if episode.helped:
        said.append(f"helped: {', '.join(HELPED[each] for each in episode.helped)}")
    return " · ".join(said)
