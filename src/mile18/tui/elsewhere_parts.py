"""The words of the question what to do about a file that was changed elsewhere."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from shlex import quote

from textual.content import Content

from mile18.plan.compare.compare import AnswerPair, shown
from mile18.profile import Profile
from mile18.reading import moment_words
from mile18.storage.changed_on_disk import Change, Choice, Elsewhere, conflicts
from mile18.storage.problem import printable
from mile18.tui.widgets.page import Block, heading, prose
from mile18.units import Units

SHOWN = 6
INDENT = 2


def question_blocks(
    found: Elsewhere, mine: Profile, now: datetime, units: Units, width: int
) -> list[Block]:
    """What happened, what can be done about it, and which answers differ."""
    blank = Content("")
    blocks = [Block([*_happened(found, now, width), blank])]
    for choice in found.choices:
        title, told = _choice(choice, found, mine)
        lines = [Content.styled(title, "bold"), *prose(told, width - INDENT)]
        blocks.append(Block([lines[0], *(line.pad_left(INDENT) for line in lines[1:])], "", choice))
    if found.theirs:
        apart = found.apart_from(mine)
        blocks.append(Block([blank, heading("What differs"), *_differences(apart, units, width)]))
    return blocks


def _happened(found: Elsewhere, now: datetime, width: int) -> Iterator[Content]:
    file = printable(found.base.path.name)
    if found.content is None:
        yield from prose(f"{file} is gone", width, style="bold")
        yield from prose(
            "It was moved or deleted while it was open here. Your answers are still here.", width
        )
        return
    yield from prose(f"{file} was changed elsewhere", width, style="bold")
    if found.theirs:
        yield from prose(
            "Another window or a sync tool wrote it while it was open here. "
            "Nothing was written over it; both versions are whole.",
            width,
        )
    else:
        yield from prose(
            "What stands there now cannot be read as a race; a sync may not be done yet. "
            "Your answers are still here.",
            width,
        )
    if found.changed:
        yield from prose(moment_words(found.changed), width, 7, "There")
    yield from prose(moment_words(now), width, 7, "Here")


def _choice(choice: Choice, found: Elsewhere, mine: Profile) -> tuple[str, str]:
    name = printable(found.base.name)
    back = f"is kept; mile18 restore {quote(name)} brings it back."
    match choice:
        case "copy":
            left = "nothing else is touched" if found.content is None else f"{name} stays as it is"
            return "Keep both", f"Yours goes on as a copy beside it; {left}."
        case "together":
            return "Put them together", f"{_together(found, mine)} What stands there now {back}"
        case "theirs":
            return "Take what stands there", f"Yours {back}"
        case "mine" if found.content is None:
            return "Write it again", "Your answers, under the same name."
        case "mine":
            return "Take yours", f"What stands there now {back}"


def _together(found: Elsewhere, mine: Profile) -> str:
    assert found.theirs
    both = len(conflicts(found.base.profile, mine, found.theirs.profile))
    if not both:
        return "Each answer from the side that changed it."
    return f"Each answer from the side that changed it; where both did ({both}), yours."


def _differences(apart: tuple[Change, ...], units: Units, width: int) -> Iterator[Content]:
    yield from prose(_counted(apart), width, style="$foreground-muted")
    by_weight = sorted(apart, key=lambda each: each.by != "both")
    for each in by_weight[:SHOWN]:
        there, here = shown(AnswerPair(each.topic, each.question, each.theirs, each.mine), units)
        yield from prose(printable(each.question.prompt), width)
        changed = {"theirs": (" ← changed", ""), "mine": ("", " ← changed")}
        marks = changed.get(each.by, (" ← changed", " ← changed"))
        for place, value, mark in (("there", there, marks[0]), ("here", here, marks[1])):
            text = "".join(" " if char.isspace() else char for char in value)
            lines = prose(printable(text) + mark, width - INDENT, 7, place)
            yield from (line.pad_left(INDENT) for line in lines)
    if len(apart) > SHOWN:
        yield from prose(f"and {len(apart) - SHOWN} more", width, style="$foreground-muted")


def _counted(apart: tuple[Change, ...]) -> str:
    count: Counter[str] = Counter(each.by for each in apart)
    words = [
        f"{count[by]} changed {where}"
        for by, where in (("theirs", "there"), ("mine", "here"), ("both", "on both sides"))
        if count[by]
    ]
    return f"{len(apart)} answer{'' if len(apart) == 1 else 's'}: {', '.join(words)}."
