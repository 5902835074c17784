"""Place, stop and new finish of a cramp in one line, with the hour's watch where it fits."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from mile18.tui.widgets.readiness_panel import beside


class CrampFoot(Widget):
    """The longest wording that fits."""

    words: reactive[tuple[str, ...]] = reactive(())
    aside: reactive[str] = reactive("")

    def render(self) -> Content:
        """One line."""
        width = self.content_size.width
        text = next((each for each in self.words if len(each) <= width), (*self.words, "")[-1])
        left = Content.styled(text, "bold").truncate(width, ellipsis=True)
        if left.cell_length + len(self.aside) + 2 > width:
            return left
        return beside(left, Content.styled(self.aside, "$foreground-muted"), width)
