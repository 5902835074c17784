"""A race changed elsewhere while it is open: look again, ask, keep both."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial
from shlex import quote
from typing import Any, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen

from mile18.dates import moment_words
from mile18.plan.compare.compare import AnswerPair, shown
from mile18.profile import Profile
from mile18.readiness import assess
from mile18.sanitise import printable
from mile18.storage.changed_on_disk import (
    Change,
    Choice,
    Elsewhere,
    conflicts,
    look,
    reread,
    settle,
)
from mile18.storage.problem import ChangedElsewhere, StorageError
from mile18.storage.store import Opened
from mile18.tui.bars import ActionLine
from mile18.tui.base_screen import BaseModal
from mile18.tui.form.form import open_forms
from mile18.tui.page import Block, Page, heading, prose
from mile18.tui.state import RaceState
from mile18.units import Units, counted

GONE = "the file is gone"
UNREADABLE = "the file cannot be read now"


def look_again(app: RaceState) -> None:
    """Notice what another put into the open file, and show it if nothing here would be lost.

    What is tried is tried on the answers as they were, so that waits. A list that is being edited holds answers of its own, so that has to be closed first.
    """
    session = app.session
    if not session or app.is_asking_about_file or app.trial:
        return
    try:
        found = look(session.opened)
    except StorageError:
        if not session.dirty:
            app.saved = UNREADABLE
        return
    if not found:
        if app.saved in (GONE, UNREADABLE):
            app.saved = ""
    elif session.dirty:
        app.save_or_ask()
    elif not found.theirs:
        app.saved = GONE if found.content is None else UNREADABLE
    elif not any(screen.is_modal for screen in app.screen_stack) and not any(
        form.editing for form in open_forms(app)
    ):
        session.reread(reread(found, app.now()))
        app.show_changes()
        app.warn(
            f"Reread: {printable(found.theirs.path.name)} was changed elsewhere. "
            "Undo shows what stood here before.",
            severity="information",
        )
        app.tell_problems()


def ask_or_keep_both(app: RaceState, why: str) -> bool:
    """Ask what to do about the file; where no question may stand in the way, keep both."""
    assert app.session is not None
    if app.top.must_stay_in_sight:
        return app.save_beside(why)
    try:
        found = look(app.session.opened)
    except StorageError as error:
        app.warn(str(error))
        found = None
    if found and found.theirs and not found.apart_from(app.session.profile):
        _go_on(app, found.theirs)
        return True
    if found:
        app.saved = "NOT SAVED"
        app.push_screen(_question(app, found), partial(_settle, app, found))
    return False


def _question(app: RaceState, found: Elsewhere) -> Screen[Any]:
    assert app.session is not None
    return ElsewhereScreen(found, app.session.profile, app.now(), app.units)


def _settle(app: RaceState, found: Elsewhere, choice: Choice | None) -> None:
    session = app.session
    if not session or not choice:
        return
    try:
        opened = settle(session.store, found, session.profile, choice, app.now())
    except ChangedElsewhere:
        # What was shown is no longer what stands there, so the choice is to be made anew.
        app.save_or_ask()
        return
    except StorageError as error:
        app.saved = "NOT SAVED"
        app.warn(str(error))
        return
    if opened.profile != session.profile:
        # A list or a field below was opened on what the answers were before.
        app.close_lists()
        for form in open_forms(app):
            form.close()
    _go_on(app, opened)
    app.warn(_told(choice, opened), severity="information")
    app.tell_kept(opened.kept_original)
    app.tell_problems()


def _go_on(app: RaceState, opened: Opened) -> None:
    assert app.session is not None
    app.session.reread(opened)
    if app.trial:
        app.trial.rebase(app.session.profile)
        app.real = assess(app.session.profile, app.today)
    app.show_changes()
    app.say_saved()


def _told(choice: Choice, opened: Opened) -> str:
    name = printable(opened.name)
    kept = f"is kept: mile18 restore {quote(printable(str(opened.path)))} lists it."
    match choice:
        case "copy":
            return f"You go on in {name}. The other file was left as it is."
        case "together":
            return f"{name} holds what both changed. What stood there before {kept}"
        case "theirs":
            return f"You go on with what stands in {name}. What you had {kept}"
        case "mine":
            return f"{name} holds your answers. What stood there before {kept}"


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
            "The file as it is now cannot be read as a race; a sync may not be done yet. "
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
            return "Merge both", f"{_together(found, mine)} The other version {back}"
        case "theirs":
            return "Use the other version", f"Yours {back}"
        case "mine" if found.content is None:
            return "Write it again", "Your answers, under the same name."
        case "mine":
            return "Take yours", f"The other version {back}"


def _together(found: Elsewhere, mine: Profile) -> str:
    assert found.theirs
    both = len(conflicts(found.base.profile, mine, found.theirs.profile))
    if not both:
        return "Each answer from the side that changed it."
    return f"Each answer from the side that changed it; where both did ({both}), yours."


def _differences(apart: tuple[Change, ...], units: Units, width: int) -> Iterator[Content]:
    yield from prose(_by_side(apart), width, style="$foreground-muted")
    by_weight = sorted(apart, key=lambda each: each.by != "both")
    for each in by_weight[:SHOWN]:
        there, here = shown(AnswerPair(each.question, each.theirs, each.mine), units)
        yield from prose(printable(each.question.prompt), width)
        changed = {"theirs": (" ← changed", ""), "mine": ("", " ← changed")}
        marks = changed.get(each.by, (" ← changed", " ← changed"))
        for place, value, mark in (("there", there, marks[0]), ("here", here, marks[1])):
            text = "".join(" " if char.isspace() else char for char in value)
            lines = prose(printable(text) + mark, width - INDENT, 7, place)
            yield from (line.pad_left(INDENT) for line in lines)
    if len(apart) > SHOWN:
        yield from prose(f"and {len(apart) - SHOWN} more", width, style="$foreground-muted")


def _by_side(apart: tuple[Change, ...]) -> str:
    count: Counter[str] = Counter(each.by for each in apart)
    words = [
        f"{count[by]} changed {where}"
        for by, where in (("theirs", "there"), ("mine", "here"), ("both", "on both sides"))
        if count[by]
    ]
    return f"{counted(len(apart), 'answer')}: {', '.join(words)}."


class ElsewhereScreen(BaseModal[Choice]):
    """Comes back with what the runner chose.

    It may come up in the middle of typing, so that no letter chooses; and Enter by habit keeps
    both, which costs nothing.
    """

    CSS_PATH = "elsewhere.tcss"
    AUTO_FOCUS = "Page"
    asks_about_file: ClassVar[bool] = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "do this", id="elsewhere-choose", tooltip="Do what is marked"),
        Binding(
            "tab", "move(1)", "next", id="elsewhere-next", tooltip="Mark the next way to go on"
        ),
        Binding("shift+tab", "move(-1)", "before", id="elsewhere-before", show=False),
        Binding("escape", "copy", "keep both", id="elsewhere-both", tooltip="Keep both as files"),
    ]

    def __init__(self, found: Elsewhere, mine: Profile, now: datetime, units: Units) -> None:
        """Ask about what was found, with `mine` as the answers here."""
        super().__init__()
        self.found = found
        self._mine = mine
        self._now = now
        self._units = units

    def compose(self) -> ComposeResult:
        """What happened with the choices in it, the keys."""
        with Vertical():
            yield Page(self._draw)
            yield ActionLine()

    def on_mount(self) -> None:
        """Start at what costs nothing."""
        self.query_one(Page).cursor = self.found.choices[0]

    def _draw(self, width: int) -> Sequence[Block]:
        return question_blocks(self.found, self._mine, self._now, self._units, width)

    def on_page_chosen(self) -> None:
        """A second click chooses."""
        self.action_choose()

    def action_choose(self) -> None:
        """Do what is marked."""
        stop = self.query_one(Page).cursor
        if stop:
            self.dismiss(cast(Choice, stop))

    def action_move(self, step: int) -> None:
        """Mark another way to go on."""
        self.query_one(Page).action_move(step)

    def action_copy(self) -> None:
        """Keep both as files."""
        self.dismiss("copy")
