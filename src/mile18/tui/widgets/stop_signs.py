"""The stop signs: they outrank everything, so they stay in sight at every size."""

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from mile18.plan.cramp.steps import FIRST_ACTION_SHORT, STOP_RULE, STOP_SIGNS, STOP_TITLE
from mile18.plan.wrap import wrapped

SIGN = "✗"
BETWEEN = " · "


class StopTitle(Widget):
    """The title of the stop signs, with as much of what is said beside it as fits."""

    beside: reactive[tuple[str, ...]] = reactive(())

    def render(self) -> Content:
        """One line."""
        return stop_title(self.beside, self.content_size.width)


class StopSigns(Widget):
    """Every stop sign in a few words, wrapped between signs and never within one."""

    key: reactive[str] = reactive("s")

    def render(self) -> Content:
        """The title and the key to the signs in full, all signs, then the first thing to do."""
        width = self.content_size.width
        hint = f"{self.key} all signs"
        title = stop_title((f"{STOP_RULE}  {hint}", hint), width)
        below = [*_signs(width), *first_action(width)]
        return Content("\n").join([title.stylize("@click=screen.signs"), *below])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as all signs and the first thing to do take."""
        return 1 + len(_signs(width)) + len(first_action(width))


def stop_title(beside: tuple[str, ...], width: int) -> Content:
    """The title with the first of these wordings that fits on the line."""
    title = Content.styled(f" {SIGN} {STOP_TITLE} ", "bold reverse")
    for says in beside:
        if title.cell_length + 1 + len(says) <= width:
            return Content.assemble(title, (f" {says}", "bold"))
    return title


def first_action(width: int) -> list[Content]:
    """Whether the runner answers and breathes, before anything else is done."""
    lines = wrapped(FIRST_ACTION_SHORT, max(1, width))
    return [Content.styled(line.ljust(width), "bold reverse") for line in lines]


def _signs(width: int) -> list[Content]:
    lines = [Content("")]
    for sign in STOP_SIGNS:
        part = Content.styled(sign.short, "bold")
        line = lines[-1]
        if not len(line):
            lines[-1] = part
        elif line.cell_length + len(BETWEEN) + part.cell_length <= width:
            lines[-1] = Content.assemble(line, BETWEEN, part)
        else:
            lines.append(part)
    return lines
