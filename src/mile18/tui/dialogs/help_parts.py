"""What the help says, part by part; keys, questions, examples and cautions are read from their source."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from textual.app import App
from textual.binding import Binding
from textual.content import Content

from mile18.entry import Setting, bounds, parse, show
from mile18.evidence import disclaimers
from mile18.evidence.cramp_steps import EMERGENCY
from mile18.evidence.library import GRADES, READ_DEPTHS
from mile18.plan.pictures.lines import LIMIT, OTHER, OWN
from mile18.profile import tabs, topics
from mile18.question import DURATION_UNIT, Kind, Question, questions
from mile18.science.pace import KM_PER_MILE
from mile18.tui.dialogs.key_list import Key, KeyGroup, show_keys
from mile18.tui.form.choices import options
from mile18.tui.form.form import QuestionForm
from mile18.tui.form.input import AnswerInput
from mile18.tui.page import prose
from mile18.tui.panel import bar, beside
from mile18.units import Units

MUTED = "$foreground-muted"
ROOMY = 60
MARATHON_KM = 42.195

Lines = Iterator[Content]


def question_lines(question: Question, why: str, width: int, units: Units) -> Lines:
    """A question, why it is asked, and what an answer may be."""
    yield from prose(question.prompt, width, style="bold")
    yield from prose(why, width, 2)
    yield from prose(answer_words(question, units), width, 2, style=MUTED)


def answer_words(question: Question, units: Units) -> str:
    """What an answer may be, in the runner's units."""
    if question.entry is not None:
        asked = "; ".join(each.prompt for each in questions(question.entry))
        return f"A list. Each entry: {asked}"
    limits = bounds(question, units)
    if limits:
        return limits
    if question.kind is Kind.CHECKLIST:
        return f"Any of: {', '.join(question.choices.values())}"
    return ", ".join(options(question).values()) or question.kind.capitalize()


def topic_lines(width: int, units: Units, why: Callable[[Question], str]) -> Lines:
    """Every question of every topic, then those of the debrief, each with why it is asked."""
    for topic in (*tabs(), "debrief"):
        sheet = topics()[topic]
        yield Content("")
        yield Content.styled(topic.capitalize(), "bold $text-accent")
        group = ""
        for question in questions(sheet):
            if question.group != group:
                group = question.group
                yield Content("")
                yield Content.styled(group, f"bold {MUTED}")
            yield from question_lines(question, why(question), width, units)


def key_lines(app: App[Any], groups: Iterable[KeyGroup], width: int) -> Lines:
    """The keys of every screen."""
    palette = Key(
        "",
        app.COMMAND_PALETTE_BINDING,
        "palette",
        "Every action and every question, found by typing a part of its name",
    )
    for at, group in enumerate(groups):
        if at:
            yield Content("")
        yield Content.styled(group.title, f"bold {MUTED}")
        extra = (palette,) if group.title == "Everywhere" else ()
        for key in (*group.keys, *extra):
            yield from _key(show_keys(app, key.keys), key.description, key.tooltip, width)


def _key(keys: str, description: str, tooltip: str, width: int) -> Lines:
    column = 16 if width >= ROOMY else 8
    words = f"{description}: {tooltip}" if tooltip else description
    if len(keys) >= column:
        yield from Content.styled(keys, "bold $accent").wrap(width)
        keys = ""
    yield from prose(words, width, column, keys)


def form_lines(app: App[Any], width: int) -> Lines:
    """How to answer."""
    yield from prose(
        "Every question has one line. Typing on it answers it, and replaces what was there. "
        "Nothing has to be answered, and whatever you answer is saved as you go.",
        width,
    )
    yield from prose(
        "A choice is made with the arrows, with its number in the row, or with its first letter. "
        "An empty line takes an answer back.",
        width,
    )
    yield Content("")
    yield Content.styled("The bars of readiness", f"bold {MUTED}")
    for told, (low, high, then) in BARS.items():
        drawn = bar(low, high, BAR_WIDTH, then)
        yield beside(Content(f"  {told}"), drawn, min(width, 36))
    yield Content("")
    yield Content.styled("The pictures below the questions", f"bold {MUTED}")
    for told, sign in PICTURE_SIGNS.items():
        yield beside(Content(f"  {told}"), Content.styled(sign, "$accent"), min(width, 36))
    yield Content("")
    yield Content.styled("On a question", f"bold {MUTED}")
    yield from _grouped(app, QuestionForm.BINDINGS, width)
    yield Content("")
    yield Content.styled("While typing", f"bold {MUTED}")
    yield from _grouped(app, AnswerInput.BINDINGS, width)


def _grouped(app: App[Any], bindings: Iterable[object], width: int) -> Lines:
    keys: dict[str, list[str]] = {}
    for each in bindings:
        if isinstance(each, Binding):
            keys.setdefault(each.description, []).append(show_keys(app, each.key))
    for description, shown in keys.items():
        yield from _key(" ".join(shown), description, "", width)


def _asked(kind: Kind, unit: str = "", *, as_pace: bool = False) -> Question:
    return Question(key="", kind=kind, prompt="", why="", unit=unit, as_pace=as_pace)


# What each sign of a bar means: from, to, and with the next steps done.
BARS = {
    "in place": (100, 100, 0),
    "with the next steps": (0, 0, 100),
    "not answered": (0, 100, 0),
    "missing": (0, 0, 0),
}
BAR_WIDTH = 6
PICTURE_SIGNS = {
    "your answer": OWN,
    "to compare it with": OTHER,
    "aimed at, or expected": "━",
    "a limit": LIMIT,
    "this question": "›",
}

EXAMPLES: tuple[tuple[str, str, Question], ...] = (
    ("a number", "12,5", _asked(Kind.NUMBER)),
    ("a number", "7½", _asked(Kind.NUMBER, "h")),
    ("hours", "6:30", _asked(Kind.NUMBER, "h")),
    ("a distance", "8 mi", _asked(Kind.NUMBER, "km")),
    ("a distance", "10 km", _asked(Kind.NUMBER, "km")),
    ("a weight", "150 lb", _asked(Kind.NUMBER, "kg")),
    ("a temperature", "72 °F", _asked(Kind.NUMBER, "°C")),
    ("a volume", "500 ml", _asked(Kind.NUMBER, "L")),
    ("a time", "3h45", _asked(Kind.DURATION, DURATION_UNIT)),
    ("a time", "21:30", _asked(Kind.DURATION, DURATION_UNIT)),
    ("a marathon", "5:20/km", _asked(Kind.DURATION, DURATION_UNIT, as_pace=True)),
    ("a time of day", "7:30 am", _asked(Kind.TIME)),
    ("a date", "2 May 2027", _asked(Kind.DATE)),
    ("a date", "yesterday", _asked(Kind.DATE)),
)


def example_lines(width: int, units: Units, today: date) -> Lines:
    """What may be typed, and how it is read."""
    yield from prose(
        "A number without a unit is in your own units. With a unit, any of these is understood.",
        width,
    )
    yield Content("")
    setting = Setting(units, today, MARATHON_KM)
    for what, typed, question in EXAMPLES:
        read = show(question, parse(question, typed, setting), units)
        column = 16 if width >= ROOMY else 11
        yield from prose(f"{what}: {read}", width, column, typed)
    yield Content("")
    yield from prose(f"1 mi is {KM_PER_MILE:g} km; a fluid ounce is the one of the US.", width)


def limit_lines(width: int) -> Lines:
    """What the app is not."""
    cautions = {
        name.replace("_", " ").capitalize(): text
        for name, text in (*vars(disclaimers).items(), ("EMERGENCY", EMERGENCY))
        if name.isupper() and isinstance(text, str)
    }
    for at, (name, text) in enumerate(cautions.items()):
        if at:
            yield Content("")
        yield Content.styled(name, "bold")
        yield from prose(text, width)


def grade_lines(width: int) -> Lines:
    """What the letters mean."""
    for letter, meaning in GRADES.items():
        yield from prose(meaning, width, 3, letter)
    yield Content("")
    yield from prose(
        "The grade is for the advice as preparation for a race. Where the link to cramps is only "
        "plausible, the text says so.",
        width,
    )
    yield Content("")
    yield Content.styled("How far a source was read", "bold")
    for meaning in READ_DEPTHS.values():
        yield from prose(meaning, width, 3, "–")


def file_lines(folders: Sequence[Path], settings: Path, log: Path, width: int) -> Lines:
    """Where everything is kept, and how to be rid of it."""
    kept = {
        "Your races, one file each": folders[0],
        "Deleted races, and files as they were before a change": folders[0] / ".mile18",
        "Units, colours and keys": settings,
        "The log, if something went wrong": log,
    }
    for what, path in kept.items():
        yield from prose(what, width, style="bold")
        yield from Content.styled(str(path), "$text-accent").wrap(width)
    if more := folders[1:]:
        yield from prose(
            "More folders of races, each with a .mile18 of its own", width, style="bold"
        )
        for path in more:
            yield from Content.styled(str(path), "$text-accent").wrap(width)
    yield Content("")
    yield from prose(
        "The files are plain text that you can read, copy and edit. mile18 sends nothing "
        "anywhere. To remove everything, delete these files and folders.",
        width,
    )


def terminal_lines(app: App[Any], settings_key: str, width: int) -> Lines:
    """What to do where a terminal gets in the way."""
    palette = show_keys(app, app.COMMAND_PALETTE_BINDING)
    yield from prose(
        f"Some terminals and desktops keep F-keys for themselves. {palette} then leads to every "
        "action and every question by its name, and every word in the last line can be clicked.",
        width,
    )
    yield from prose(f"Keys can be changed: see the settings, {settings_key}.", width)
    yield from prose(
        "To copy text, hold Shift (on a Mac, Option or Fn) while you select it with the mouse.",
        width,
    )
    yield from prose("40 columns by 20 lines are enough; 120 by 40 are comfortable.", width)
