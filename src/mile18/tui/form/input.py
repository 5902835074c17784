"""The one line in which any answer of a form is typed."""

import asyncio
from contextlib import suppress
from typing import ClassVar, Protocol

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingsMap, BindingType
from textual.dom import DOMNode
from textual.geometry import Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from mile18.tui.base_screen import is_gone


class TypedInto(Protocol):
    """What the input asks of its form, which holds the keys that work while nothing is typed."""

    editing: bool
    _bindings: BindingsMap

    async def run_action(self, action: str) -> None:
        """Do what a key of the form does."""

    def typed(self) -> None:
        """Take the text as it is now."""

    def type_on(self, text: str) -> None:
        """Begin with a text, or pick an option by it."""

    def keep(self, step: int) -> None:
        """Take the text as the answer and go on."""

    def put_back(self) -> None:
        """Give up the edit."""


# However the screen ends meanwhile, it does not wait longer for its input.
TAKEN_SECONDS = 1.0


class AnswerInput(Input):
    """The one line in which any answer is typed; while nothing is, it is the cursor of the form.

    It keeps the focus all the time and takes every key itself: were the focus to move when typing
    starts, the keys that a fast typist had already sent would go astray.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down,tab", "keep(1)", "Keep", show=False),
        Binding("up,shift+tab", "keep(-1)", "Keep", show=False),
        Binding("escape", "put_back", "Discard", show=False),
    ]

    cursor_blink = False
    # An Input lays the whole screen out anew at every key, to scroll a text that is too long.
    # This one is as wide as the form, and scrolls all the same.
    virtual_size = Reactive(Size(0, 0), layout=False)

    def __init__(self, form: TypedInto) -> None:
        """Type for `form`."""
        super().__init__(compact=True, select_on_focus=False)
        self._form = form
        self._led_away = False

    def render_line(self, y: int) -> Strip:
        """The text, or the mark of the cursor."""
        if self._form.editing:
            return super().render_line(y)
        return Strip([Segment("▸" if self.has_focus else " ", self.rich_style)])

    def watch_value(self) -> None:
        """Tell the form at once: by message the panel would be painted a frame later."""
        self._form.typed()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing of a line to type in works while nothing is being typed."""
        return self._form.editing and not action.startswith(("page_", "scroll_"))

    async def _on_key(self, event: events.Key) -> None:
        if self._is_behind:
            event.stop()
            event.prevent_default()
            self.app.post_message(events.Key(event.key, event.character))
            return
        owner: Widget | TypedInto = self if self._form.editing else self._form
        for binding in owner._bindings.key_to_bindings.get(event.key, ()):
            if owner is self and not self.check_action(binding.action, ()):
                continue
            event.stop()
            event.prevent_default()
            await owner.run_action(binding.action)
            return
        if self._form.editing and event.is_printable:
            await super()._on_key(event)
        elif event.is_printable and event.character:
            event.stop()
            event.prevent_default()
            self._form.type_on(event.character)
        else:
            # On its way up to the screen a key would be overtaken by what is typed after it.
            event.stop()
            event.prevent_default()
            await self._answers_are_taken()
            if is_gone(self):
                return
            if self.app.screen is self.screen:
                self._led_away = await self.app._check_bindings(event.key)
            else:
                self.app.post_message(events.Key(event.key, event.character))

    async def _answers_are_taken(self) -> None:
        """Wait until the screen has what was typed before, which is on its way there."""
        taken = asyncio.Event()

        def climb(node: DOMNode) -> None:
            if node is self.screen or not isinstance(node.parent, DOMNode):
                taken.set()
            else:
                node.parent.call_later(climb, node.parent)

        climb(self)
        with suppress(TimeoutError):
            await asyncio.wait_for(taken.wait(), TAKEN_SECONDS)

    @property
    def _is_behind(self) -> bool:
        """Whether a key has opened another screen, for which what is typed after it is meant."""
        self._led_away = self._led_away and self.app.screen is not self.screen
        return self._led_away

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        if self._is_behind:
            self.app.post_message(events.Paste(event.text))
        elif text := " ".join(event.text.split()):
            if self._form.editing:
                self.replace(text, *self.selection)
            else:
                self._form.type_on(text)

    def action_keep(self, step: int) -> None:
        """Take the text as the answer and go to the next question, or the one before."""
        self._form.keep(step)

    def action_put_back(self) -> None:
        """Give up the edit."""
        self._form.put_back()
