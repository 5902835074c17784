"""A widget that draws itself in one go for the room there is."""

from textual.content import Content
from textual.widget import Widget

LEAST_WIDTH = 8


class Drawn(Widget):
    """Draws nothing while it has no room, which happens between two layouts."""

    def render(self) -> Content:
        """The content for the present size."""
        width, height = self.content_size
        return self.draw(width, height) if width >= LEAST_WIDTH and height else Content("")

    def draw(self, width: int, height: int) -> Content:
        """The content for `width` columns and `height` lines."""
        raise NotImplementedError
