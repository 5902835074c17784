"""The question whether what was tried is put back, taken over, or tried on."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from mile18.tui.screens.confirm import ConfirmScreen


class EndTrialScreen(ConfirmScreen):
    """Comes back with True to put everything back; a key takes it over instead."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "take_over", "take over", id="confirm-keep", tooltip="Make them your answers"),
    ]

    def __init__(self, count: int, take_over: Callable[[], None]) -> None:
        """Ask about `count` answers; `take_over` makes them the real ones."""
        what = "1 answer that you tried is" if count == 1 else f"{count} answers that you tried are"
        super().__init__("Put everything back?", f"{what} not kept unless you take over.")
        self._take_over = take_over

    def action_take_over(self) -> None:
        """Keep what was tried."""
        self.dismiss(False)
        self._take_over()
