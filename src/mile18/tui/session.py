"""One opened profile while it is worked on: the answers now, undo and redo, and saving."""

from mile18.profile import Profile
from mile18.storage.store import Opened, Store


class Session:
    """The model behind the screens; it knows the file, no screen."""

    def __init__(self, store: Store, opened: Opened) -> None:
        """Start from what was read."""
        self.store = store
        self.opened = opened
        self.profile = opened.loaded.profile
        self._past: list[Profile] = []
        self._future: list[Profile] = []
        self._last_changed = ""

    @property
    def name(self) -> str:
        """The profile's name, which is its file's."""
        return self.opened.name

    @property
    def dirty(self) -> bool:
        """True while the answers differ from what is on disk."""
        return self.profile != self.opened.loaded.profile

    def change(self, profile: Profile, question: str) -> None:
        """Take new answers; runs of changes to one question are one step to undo."""
        if profile == self.profile:
            return
        if question != self._last_changed or not self._past:
            self._past.append(self.profile)
        self._last_changed = question
        self._future.clear()
        self.profile = profile

    def settle(self) -> None:
        """End a run of changes: the next one is a step of its own."""
        self._last_changed = ""

    def undo(self) -> bool:
        """Go back one step; False at the start."""
        return self._travel(self._past, self._future)

    def redo(self) -> bool:
        """Go forward again; False at the end."""
        return self._travel(self._future, self._past)

    def reread(self, opened: Opened) -> None:
        """Go on with a file and what it holds; a step to undo like any other."""
        self.settle()
        self.change(opened.profile, "the file")
        self.settle()
        self.opened = opened

    def _travel(self, source: list[Profile], target: list[Profile]) -> bool:
        self.settle()
        if not source:
            return False
        target.append(self.profile)
        self.profile = source.pop()
        return True

    def save(self) -> Opened:
        """Write the answers if they differ from the file; errors come from the store."""
        if self.dirty:
            self.opened = self.store.save(self.opened, self.profile)
        return self.opened
