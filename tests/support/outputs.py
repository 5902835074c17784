"""Everything that mile18 says about a race, by name: a law over this list is a law over the app."""

import html
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from written import (
    cramp_text,
    texts,
)

from mile18.evidence.library import claim
from mile18.evidence.stretches import MUSCLES
from mile18.page import Sides
from mile18.plan.card.card import Card, card
from mile18.plan.compare.compare import compare
from mile18.plan.compare.pages import compare_data, compare_page
from mile18.plan.cramp.protocol import moment_of
from mile18.plan.cramp.state import CrampState, Phase
from mile18.plan.day.day import race_day
from mile18.plan.overview import Row, data, row
from mile18.plan.season import carried
from mile18.plan.week.calendar import week_calendar
from mile18.plan.week.calendar_file import calendar_file
from mile18.plan.week.week import race_week
from mile18.plan.words import loud_warnings, next_steps, too_late
from mile18.profile import Profile, all_questions, topics
from mile18.question import questions
from mile18.readiness import WEIGHTS, assess
from mile18.shell.outputs import OUTPUTS as SAID
from mile18.shell.outputs import Output as Said
from mile18.topics.health.episode import Episode
from mile18.topics.health.restraints import claims_shown, why
from mile18.tui.cramp.clock import timer
from mile18.tui.cramp.parts import reading
from mile18.tui.cramp.reading import drawn
from mile18.tui.cramp.scene import Scene, usual_muscles
from mile18.tui.page import Block
from mile18.tui.panel import panel_lines
from mile18.tui.prepare.sums import sum_blocks
from mile18.tui.race_day.parts import day_blocks
from mile18.tui.race_week.parts import week_blocks
from mile18.tui.races.preview import Preview, preview_lines
from mile18.units import SI, Units, localise
from mile18.writers.exports import FORMATS
from mile18.writers.text import text

Output = Callable[[Profile, date], str]
MILES = Units(distance="mi", mass="lb", temperature="°F", volume="fl oz")
WIDE, NARROW = 100, 40
CRAMP_KM = 30.0
_STAMP = datetime(2027, 4, 20, 12, 0, tzinfo=UTC)
_INVISIBLE = re.compile("[\u2060\u200b\u2066-\u2069\u00ad]")
_NAMES = "a", "b"


def _json(found: Any) -> str:
    return json.dumps(found, default=str, ensure_ascii=False)


def _blocks(blocks: Iterable[Block]) -> str:
    return "\n".join(line.plain for block in blocks for line in block.lines)


# The shell


def _calendar(profile: Profile, today: date) -> str:
    made = week_calendar(race_week(profile, today), "race", SI, today)
    text = calendar_file(made, _STAMP).decode()
    return text.replace("\r\n ", "").replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";")


def _cramp(profile: Profile, _: date) -> str:
    moment = moment_of(profile)
    every = cramp_text(moment, None, CRAMP_KM, WIDE)
    return f"{every}\n{cramp_text(moment, MUSCLES[0], None, NARROW)}"


def _compared(profile: Profile) -> Profile:
    """The same runner with another plan, so that levers of one side are in place on the other."""
    return profile.with_changes(
        {"nutrition": {"loading_plan": "written", "loading_days": 2.0, "loading_g_per_kg": 9.0}}
    )


def _compare(profile: Profile, today: date) -> str:
    found = compare(profile, _compared(profile), today)
    lines = []
    # The tables of answers are the runner's own words; what mile18 makes of them comes after.
    for section in compare_page(found, _NAMES, SI).sections:
        if section.title.lower() not in (*topics(), "race week"):
            rows = [each for each in section.blocks if isinstance(each, Sides)]
            lines += [f"{each.what}: {each.a} {each.b}" for each in rows] or texts(section)
    return "\n".join(lines)


def _compare_json(profile: Profile, today: date) -> str:
    found = compare_data(compare(profile, _compared(profile), today), _NAMES)
    return _json({key: value for key, value in found.items() if key != "answers"})


def _carried(profile: Profile, _: date) -> str:
    made = carried(profile)
    return "\n".join((*made.kept, *made.dropped))


# The screens, as far as they are made of the plan


def _panel(width: int, height: int) -> Output:
    def said(profile: Profile, today: date) -> str:
        readiness = assess(profile, today)
        return "\n".join(
            line.plain
            for topic in ("nutrition", "race")
            for line in panel_lines(readiness, topic, width, height, SI)
        )

    return said


def _what_if(profile: Profile, today: date) -> str:
    tried = [profile.with_changes(lever.changes) for lever in assess(profile, today).levers]
    return "\n".join(_panel(60, 60)(each, today) for each in tried)


def _steps(profile: Profile, today: date) -> str:
    readiness = assess(profile, today)
    said = (*loud_warnings(readiness), *next_steps(readiness), too_late(readiness))
    return "\n".join(localise(each, SI) for each in said)


def _preview(profile: Profile, today: date) -> str:
    lines = preview_lines(Preview("race.toml", profile, assess(profile, today)), WIDE, SI)
    return "\n".join(line.plain for line in lines)


def _sum(profile: Profile, today: date) -> str:
    readiness = assess(profile, today)
    return "\n".join(_blocks(sum_blocks(profile, readiness, SI, each)) for each in (NARROW, WIDE))


def _week_screen(profile: Profile, today: date) -> str:
    week = race_week(profile, today)
    return _blocks(week_blocks(week, SI, WIDE, {task.id for task in week.tasks}))


def _day_screen(profile: Profile, today: date) -> str:
    day = race_day(profile, today)
    return "\n".join(_blocks(day_blocks(day, SI, each, glance=True)) for each in (NARROW, WIDE))


def _cramp_screen(profile: Profile, _: date) -> str:
    lines: list[str] = []
    for phase in Phase:
        state = CrampState(phase, "" if phase is Phase.CHOOSE else "calf", place="30", ran=40.0)
        scene = Scene(state, 100.0, moment_of(profile), SI, True, usual_muscles(profile))
        above = timer(scene)
        keys = (word for key in above.keys for word in key[2:])
        lines += [above.title, *above.says, *keys, *scene.foot]
        lines.append(_blocks(drawn(reading(scene), 76, 40)))
    return "\n".join(lines)


def _whys(profile: Profile, _: date) -> str:
    asked = (*all_questions().values(), *questions(topics()["debrief"]), *questions(Episode))
    return "\n".join(why(each, profile.health, profile.race) for each in asked)


def _sources(profile: Profile, today: date) -> str:
    """The claims that the sources of a question, a factor, a task or a part of the day show."""
    named = {
        *(
            name
            for each in (*all_questions().values(), *questions(Episode))
            for name in each.evidence
        ),
        *(name for rule, _ in WEIGHTS for name in rule.evidence),
        *(name for task in race_week(profile, today).tasks for name in task.evidence),
        *race_day(profile, today).evidence,
    }
    shown = claims_shown(tuple(sorted(named)), profile.health, profile.race)
    return "\n".join(claim(each).says for each in shown)


def _written() -> Iterator[tuple[str, Output]]:
    """What the commands print about a race, and the card in its formats."""
    for name, output in SAID.items():
        yield name, _page(output, SI, WIDE)
        yield f"{name} in miles", _page(output, MILES, NARROW)
        if output.data:
            yield f"{name} --json", _data(output.data)
    for ending, write in FORMATS.items():
        yield f"card.{ending}", _card(write)


def _page(output: Said, units: Units, width: int) -> Output:
    return lambda profile, today: text(output.page(profile, today, units, width), width)


def _data(made: Callable[[str, Profile, date], Any]) -> Output:
    return lambda profile, today: _json(made("race", profile, today))


def _card(write: Callable[[Card], str]) -> Output:
    return lambda profile, today: write(card(profile, today, SI))


OUTPUTS: Mapping[str, Output] = {
    **dict(_written()),
    "list --json": lambda profile, today: _json(
        data(row(Row(path="", name="race"), profile, today))
    ),
    "calendar": _calendar,
    "cramp --print": _cramp,
    "compare": _compare,
    "compare --json": _compare_json,
    "new --from": _carried,
    "what if": _what_if,
    "panel": _panel(60, 60),
    "narrow panel": _panel(30, 20),
    "next steps": _steps,
    "preview": _preview,
    "sum screen": _sum,
    "week screen": _week_screen,
    "day screen": _day_screen,
    "cramp screen": _cramp_screen,
    "whys": _whys,
    "sources": _sources,
}
"""By the name under which a failing law tells which output it was."""

EXPORTS = (*(f"card.{ending}" for ending in FORMATS), "card", "card in miles", "calendar")
"""What leaves the runner's hands, and so names no answer about health."""


@lru_cache(512)
def said(name: str, profile: Profile, today: date) -> str:
    """What an output says on one line, without the signs that only keep words together."""
    shown = _INVISIBLE.sub("", OUTPUTS[name](profile, today))
    if name == "card.html":
        shown = html.unescape(re.sub(r"<(style|script)>.*?</\1>|<[^>]+>", " ", shown, flags=re.S))
    if name == "card.md":
        shown = shown.replace("\\", "").replace("*", "")
    return " ".join(re.sub(r"[|+=]{2,}|(?m:^\| | \|$)", " ", shown).split())
