"""A list of options that may be used while it is laid out anew, as Textual's may not."""

from textual import events
from textual._widget_navigation import Direction
from textual.widgets import OptionList


class Options(OptionList):
    """Where a terminal shows no line of it there are no pages, and what is gone is not clicked."""

    def _move_page(self, direction: Direction) -> None:
        if self.scrollable_content_region and self._lines:
            super()._move_page(direction)

    async def _on_click(self, event: events.Click) -> None:
        if event.style.meta.get("option", 0) >= self.option_count:
            event.prevent_default()
