"""What was read, what it would answer and why, for the shell and the screen."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from mile18.dates import day_words
from mile18.drawing import Row, bar
from mile18.entry import show
from mile18.page import Block, Page, Plot, plain, points, said, sections
from mile18.plan.day.timeline import line_of
from mile18.plan.pictures.sleep import KEY as NIGHTS_TOLD
from mile18.plan.pictures.sleep import night_rows
from mile18.profile import Profile, question_by_id
from mile18.records.activity import Contents, Night
from mile18.records.proposals import NIGHTS, Proposal, Proposed, Quality
from mile18.records.raced import OwnRace
from mile18.records.weeks import RunWeek
from mile18.storage.answer import write
from mile18.units import Units, amount, clock, counted

SCHEMA = 1
WEEKS_SHOWN = 16
QUALITIES: dict[Quality, str] = {
    "measured": "",
    "few": "from few or in part",
    "ask": "check this one: only you can tell",
}
RACE_TOLD = "Elapsed, the part since the line above, and your plan; a longer bar is a slower pace."
WEEKS_TOLD = "Thick: the longest run of the week. Thin: all other running."
NOTHING = "Nothing here that would change an answer."
_LABEL, _MOST_BAR, _LEAST_BAR = 20, 40, 10


def import_page(
    found: Contents, told: Proposed, profile: Profile, units: Units, width: int
) -> Page:
    """Weeks, proposals, what is too little to say, what was left out, problems."""
    return Page(
        sections(
            [
                ("Read", [plain(read_words(told))]),
                ("Weeks", _weeks(() if told.race else told.weeks, units, width)),
                ("Nights", _nights(() if told.race else told.slept, width)),
                ("The race itself", _race(told.race, profile, units, width)),
                ("What it would answer", _proposals(told, profile, units)),
                ("Too little to say", points(told.lacking)),
                ("Left out", points(left_out(found))),
                ("Problems", points(found.problems)),
            ]
        ),
        title="From your own files",
    )


def read_words(told: Proposed) -> str:
    """How much was read, and from what."""
    sources = ", ".join(told.sources)
    count = f"{counted(told.runs, 'run')} and {counted(told.nights, 'night')}"
    return f"{count}, from {sources}." if sources else "No runs and no nights."


def left_out(found: Contents) -> Iterator[str]:
    """What was not taken and why, a sentence each."""
    for (what, why), count in found.left_out.items():
        yield f"{what[0].upper()}{what[1:]} ({count}): {why}."


def _weeks(weeks: tuple[RunWeek, ...], units: Units, width: int) -> Iterator[Block]:
    if rows := week_rows(weeks[-WEEKS_SHOWN:], units, width):
        yield Plot(rows)
        yield said(WEEKS_TOLD)


def _nights(nights: tuple[Night, ...], width: int) -> Iterator[Block]:
    if rows := night_rows(hours_of(nights), NIGHTS, width):
        yield Plot(rows)
        yield said(NIGHTS_TOLD)


def hours_of(nights: tuple[Night, ...]) -> dict[date, float]:
    """The hours asleep by the day of waking."""
    return {night.wake: night.hours for night in nights}


def week_rows(weeks: tuple[RunWeek, ...], units: Units, width: int) -> tuple[Row, ...]:
    """A bar a week, with its day, distance and what of it was at goal pace."""
    most = max((week.km for week in weeks), default=0.0)
    ends = [_goal_pace(week, units) for week in weeks]
    room = min(_MOST_BAR, width - _LABEL - max(map(len, ends), default=0) - 1)
    if room < _LEAST_BAR:
        ends, room = [""] * len(weeks), min(_MOST_BAR, width - _LABEL)
    if not most or room < _LEAST_BAR:
        return ()
    rows = []
    for week, end in zip(weeks, ends, strict=True):
        drawn = bar(round(room * week.longest / most), round(room * week.km / most), room)
        day = day_words(week.monday).split(" ", 1)[1].rsplit(" ", 1)[0]
        label = f"{day:>6}  {amount(week.km, 'km', units):>9}"
        rows.append(drawn.between(f"{label:<{_LABEL}}", f" {end}" if end else ""))
    return tuple(rows)


def race_rows(race: OwnRace | None, profile: Profile, units: Units, width: int) -> tuple[Row, ...]:
    """A bar for each part of the race, as long as its pace is slow, with the time planned there."""
    if race is None:
        return ()
    line = line_of(profile, units)
    before, paces = 0.0, []
    for each in race.splits:
        paces.append(each.seconds / (each.km - before))
        before = each.km
    rows = []
    for each, pace in zip(race.splits, paces, strict=True):
        told = f"{amount(each.km, 'km', units):>7}  {clock(each.at):>7}  {clock(each.seconds):>5}"
        if line:
            told += f"  plan {clock(round(line.seconds_at(each.km))):>7}"
        room = min(_MOST_BAR, width - len(told) - 2)
        full = round(room * pace / max(paces)) if room >= _LEAST_BAR else 0
        rows.append(bar(full, full, max(full, 0)).between(f"{told}  ", ""))
    return tuple(rows)


def _race(race: OwnRace | None, profile: Profile, units: Units, width: int) -> Iterator[Block]:
    if rows := race_rows(race, profile, units, width):
        yield Plot(rows)
        yield said(RACE_TOLD)


def _goal_pace(week: RunWeek, units: Units) -> str:
    if not week.at_goal_pace or week.at_goal_pace < 0.5:
        return ""
    return f"{amount(week.at_goal_pace, 'km', units)} at goal pace"


def _proposals(told: Proposed, profile: Profile, units: Units) -> Iterator[Block]:
    for each in told.proposals:
        yield plain(proposal_line(each, profile, units))
        yield said(how_line(each))
    if not told.proposals:
        yield said(NOTHING)


def proposal_line(proposal: Proposal, profile: Profile, units: Units) -> str:
    """The first question, the answers now and those proposed."""
    prompt = question_by_id(proposal.question).prompt.partition(":")[0].rstrip("?")
    now = [
        show(question_by_id(question), said, units)
        for question, _ in proposal.answers
        if (said := profile.answer(question)) is not None
    ]
    new = (show(question_by_id(question), value, units) for question, value in proposal.answers)
    return f"{prompt}: {', '.join(now) or 'not answered'} → {', '.join(new)}"


def how_line(proposal: Proposal) -> str:
    """How it was reckoned, and what to think of it."""
    note = QUALITIES[proposal.quality]
    return f"{proposal.how} ({note})" if note else proposal.how


def import_data(found: Contents, told: Proposed, profile: Profile) -> dict[str, Any]:
    """The same as plain data, with values as the race file holds them."""
    return {
        "schema": SCHEMA,
        "runs": told.runs,
        "nights": told.nights,
        "weeks": [
            {"monday": week.monday, "km": round(week.km, 2), "runs": week.runs}
            for week in told.weeks
        ],
        "proposals": [
            {
                "question": question,
                "now": _held(question, profile.answer(question)),
                "proposed": _held(question, value),
                "how": each.how,
                "n": each.n,
                "quality": each.quality,
            }
            for each in told.proposals
            for question, value in each.answers
        ],
        "left_out": [
            {"what": what, "why": why, "count": count}
            for (what, why), count in found.left_out.items()
        ],
        "problems": [*found.problems, *told.lacking],
    }


def _held(question: str, value: Any) -> Any:
    return None if value is None else write(question_by_id(question), value)
