"""One opened profile while it is worked on: the answers now, undo and redo, and saving."""

from datetime import date

from msgspec.structs import replace

from mile18.plan.history import with_point
from mile18.profile import Profile
from mile18.storage.store import Opened, Store
from mile18.tui.steps import Steps


class Session(Steps):
    """The model behind the screens; it knows the file, no screen."""

    def __init__(self, store: Store, opened: Opened) -> None:
        """Start from what was read."""
        super().__init__(opened.loaded.profile)
        self.store = store
        self.opened = opened

    @property
    def name(self) -> str:
        """The profile's name, which is its file's."""
        return self.opened.name

    @property
    def dirty(self) -> bool:
        """True while the answers differ from what is on disk."""
        return self.profile != self.opened.loaded.profile

    def reread(self, opened: Opened) -> None:
        """Go on with a file and what it holds; a step to undo like any other."""
        self.settle()
        self.change(opened.profile, "the file")
        self.settle()
        self.opened = opened

    def save(self, today: date | None) -> Opened:
        """Write the answers, with today's readiness, if they differ from the file.

        Without a day none is noted. Errors come from the store.
        """
        if self.dirty:
            self._wrote(self.store.save(self.opened, self._noted(today)))
        return self.opened

    def save_beside(self, today: date | None) -> Opened:
        """Write the answers as a file of its own beside the one they came from, and go on there."""
        self._wrote(self.store.save_copy(self.opened, self._noted(today)))
        return self.opened

    def _noted(self, today: date | None) -> Profile:
        return with_point(self.profile, today) if today else self.profile

    def _wrote(self, opened: Opened) -> None:
        self.opened = opened
        self.profile = replace(self.profile, history=opened.profile.history)
