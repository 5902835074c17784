"""The keys of one screen, all of them, on as many lines as that takes."""

from textual.content import Content
from textual.geometry import Size

from mile18.tui.widgets.bars import KeyBar


class ActionLine(KeyBar):
    """Key and word of every binding of the screen itself; a click does the same."""

    def draw(self, width: int, height: int) -> Content:
        """The bindings in the order they are written in, wrapped between and not within."""
        return Content("\n").join(self._lines(width)[:height])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the bindings take."""
        return len(self._lines(width))

    def _lines(self, width: int) -> list[Content]:
        lines = [Content("")]
        for part in self._parts():
            if lines[-1].cell_length + part.cell_length > width and len(lines[-1]):
                lines.append(Content(""))
            lines[-1] += part
        return lines

    def _parts(self) -> list[Content]:
        shown: dict[str, Content] = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if active.node is not self.screen or not binding.id or binding.action in shown:
                continue
            key = self.app.get_key_display(binding)
            part = Content.assemble((f" {key} ", "bold $accent"), binding.description)
            if not active.enabled:
                part = Content.styled(part.plain, "$foreground-muted")
            shown[binding.action] = part.stylize(f"@click=app.simulate_key('{binding.key}')")
        return list(shown.values())
