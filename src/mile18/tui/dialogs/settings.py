"""Settings: colours, units by quantity, and where keys are changed; all of it applies at once."""

from collections.abc import Sequence
from typing import Any, ClassVar, get_args

from msgspec.structs import fields, replace
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from mile18.question import Kind, Question
from mile18.sanitise import printable
from mile18.storage.paths import config_file
from mile18.storage.problem import StorageError
from mile18.storage.settings import AUTO_THEME, Settings, save_settings
from mile18.storage.toml import dumps
from mile18.tui.bars import KeyBar, TitleBar
from mile18.tui.base_screen import BaseScreen
from mile18.tui.dialogs.key_list import Key, all_keys
from mile18.tui.form.form import QuestionForm
from mile18.tui.page import Block, Page, heading, prose
from mile18.tui.state import RaceState
from mile18.tui.themes import DARK, LIGHT
from mile18.units import Units

MUTED = "$foreground-muted"
ROOMY = 60
THEME = "theme"


class SettingsScreen(BaseScreen[None]):
    """A form over the settings, with the ids of all keys below it."""

    CSS_PATH = "settings.tcss"
    AUTO_FOCUS = "AnswerInput"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "back", id="settings-back", tooltip="Close the settings"),
        Binding("pagedown", "page(1)", "more keys", id="settings-down", tooltip="Read on below"),
        Binding("pageup", "page(-1)", "up", id="settings-up", show=False, tooltip="Read back"),
    ]
    app: RaceState

    def compose(self) -> ComposeResult:
        """Title, the settings, how to change keys."""
        yield TitleBar()
        yield QuestionForm(_questions(list(self.app.available_themes), self.app.theme))
        yield Page(self._draw)
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the settings there are."""
        self.query_one(TitleBar).title = "Settings"
        self.query_one(Page).can_focus = False
        self._show()

    def _show(self) -> None:
        settings = self.app.settings
        units = {field.name: getattr(settings.units, field.name) for field in fields(Units)}
        # A theme asked for on the command line is shown as it is.
        left = settings.theme == AUTO_THEME and self.app.theme == self.app.own_theme
        theme = AUTO_THEME if left else self.app.theme
        self.query_one(QuestionForm).answers = {THEME: theme, **units}

    def _draw(self, width: int) -> Sequence[Block]:
        path = self.app.settings_file or config_file()
        told = [
            heading("Keys"),
            *prose(
                "Every key can be changed in this file, under [keys]; start mile18 again after it. "
                "Several keys for one action have commas between them.",
                width,
            ),
            *Content.styled(str(path), "$text-accent").wrap(width),
            *prose(
                "More folders of races, such as a coach's folder of athletes, go at its top: "
                'folders = ["~/athletes"]',
                width,
            ),
            Content(""),
            Content.styled("[keys]", "bold"),
        ]
        keys = all_keys(type(self.app), self.app.settings.keys)
        if unknown := self.app.settings.keys.keys() - {key.id for key in keys}:
            names = ", ".join(printable(name) for name in sorted(unknown))
            told[-1:-1] = prose(
                f"No action has this name, so its line does nothing: {names}", width
            )
        column = max(len(_line(key)) for key in keys) + 2
        lines = [line for key in keys for line in _key(key, column, width)]
        return [Block([*told, *lines])]

    def on_question_form_answered(self, event: QuestionForm.Answered) -> None:
        """Use the setting from now on."""
        event.stop()
        use(self.app, _changed(self.app.settings, event.question.key, event.value))
        self._show()

    def on_question_form_left(self, event: QuestionForm.Left) -> None:
        """Past the last setting the text below moves."""
        event.stop()
        self.query_one(Page).action_move(event.step)

    def on_question_form_moved(self, event: QuestionForm.Moved) -> None:
        """Back in the form, the text below starts at its top again."""
        event.stop()
        self.query_one(Page).action_edge(0)

    def action_page(self, step: int) -> None:
        """Scroll the text below the form."""
        self.query_one(Page).action_page(step)

    def action_back(self) -> None:
        """Close the settings."""
        self.dismiss()


def use(app: RaceState, settings: Settings) -> None:
    """Take other settings, show them at once, and keep them."""
    app.settings = settings
    app.units = settings.units
    theme = app.own_theme if settings.theme == AUTO_THEME else settings.theme
    if theme in app.available_themes:
        app.theme = theme
    if app.settings_file:
        try:
            kept = save_settings(app.settings_file, settings)
        except StorageError as error:
            app.warn(str(error))
        else:
            app.tell_kept(kept)


def _changed(settings: Settings, key: str, value: Any) -> Settings:
    """The settings with one of them replaced; None brings back what it was at first."""
    if key == THEME:
        return replace(settings, theme=value or Settings().theme)
    chosen: dict[str, Any] = {key: value or getattr(Units(), key)}
    return replace(settings, units=replace(settings.units, **chosen))


def _questions(themes: list[str], current: str) -> list[Question]:
    own = [DARK.name, LIGHT.name]
    # An ansi theme needs a start in the terminal's own palette: switched to later, it may be black
    # on black.
    others = [name for name in themes if "ansi" not in name or name == current]
    theme = Question(
        key=THEME,
        kind=Kind.CHOICE,
        prompt="Colours",
        why="Left and right step through the themes, and you see each at once. A file "
        "themes/NAME.toml beside the settings adds your own.",
        choices={
            AUTO_THEME: "like the terminal",
            **{
                each: each.removeprefix("mile18-")
                for each in dict.fromkeys([*own, *sorted(others)])
            },
        },
    )
    return [theme, *(_unit(each) for each in fields(Units))]


def _unit(field: Any) -> Question:
    return Question(
        key=field.name,
        kind=Kind.CHOICE,
        prompt=_PROMPTS[field.name],
        why="What is shown and typed. Files keep the same units whatever you choose here.",
        choices={unit: unit for unit in get_args(field.type)},
    )


_PROMPTS = {
    "distance": "Distances",
    "mass": "Weights",
    "temperature": "Temperatures",
    "volume": "Drinks",
}


def _line(key: Key) -> str:
    return dumps({key.id: key.keys}).strip()


def _key(key: Key, column: int, width: int) -> list[Content]:
    said = Content(_line(key))
    if width < ROOMY:
        return said.wrap(width)
    note = Content.styled(f"# {key.description}", MUTED)
    shown = Content.assemble(said, " " * (column - said.cell_length), note)
    return [shown.truncate(width, ellipsis=True)]
