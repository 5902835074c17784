"""The keys of the screen itself, for a screen where nothing else may crowd them out."""

from textual.content import Content

from mile18.tui.widgets.bars import KeyBar


class ScreenKeys(KeyBar):
    """The bindings of this screen in the order declared, as many as fit; a click does the same."""

    def render(self) -> Content:
        """Key and word; the keys of the whole app are left to the other screens."""
        shown: dict[str, Content] = {}
        room = self.content_size.width - 1
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if active.node is not self.screen or not binding.show or binding.action in shown:
                continue
            key = self.app.get_key_display(binding)
            part = Content.assemble((f" {key} ", "bold $accent"), binding.description)
            if part.cell_length <= room:
                room -= part.cell_length
                shown[binding.action] = part.stylize(f"@click=screen.{binding.action}")
        return Content("").join(shown.values())
