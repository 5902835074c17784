"""The drawn questions of a form, in one widget however many they are."""

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from mile18.tui.widgets.form_layout import Drawing


class FormRows(Widget):
    """The drawn questions."""

    drawing: reactive[Drawing | None] = reactive(None, layout=True)

    def render(self) -> Content:
        """The questions as last drawn."""
        return self.drawing.content if self.drawing else Content("")

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as were drawn."""
        return self.drawing.height if self.drawing else 1
