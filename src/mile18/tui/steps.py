"""Steps through the answers: of the open race, of what is tried, of a race not made yet."""

from datetime import date
from typing import Any

from msgspec.structs import replace

from mile18.plan.history import with_point
from mile18.profile import Profile, topics
from mile18.question import questions
from mile18.storage.problem import STILL_OPEN
from mile18.storage.store import Opened, Store
from mile18.tui.naming import name_for


class Steps:
    """The answers now, those before, and those taken back; knows no file and no screen."""

    def __init__(self, profile: Profile) -> None:
        """Start from a profile, before which there is nothing to undo."""
        self.profile = profile
        self._past: list[Profile] = []
        self._future: list[Profile] = []
        self._last_changed = ""

    def change(self, profile: Profile, question: str) -> None:
        """Take new answers; runs of changes to one question are one step to undo.

        Without a `question` it is a step of its own.
        """
        if profile == self.profile:
            return
        if not question or question != self._last_changed or not self._past:
            self._past.append(self.profile)
        self._last_changed = question
        self._future.clear()
        self.profile = profile
        if profile == replace(self._past[-1], history=profile.history):
            # Typed and put back, saved or not in between: nothing is left to undo.
            self._past.pop()
            self.settle()

    def settle(self) -> None:
        """End a run of changes: the next one is a step of its own."""
        self._last_changed = ""

    def undo(self) -> bool:
        """Go back one step; False at the start."""
        return self._travel(self._past, self._future)

    def redo(self) -> bool:
        """Go forward again; False at the end."""
        return self._travel(self._future, self._past)

    def _travel(self, source: list[Profile], target: list[Profile]) -> bool:
        self.settle()
        if not source:
            return False
        target.append(self.profile)
        # The days that went by are not taken back with the answers.
        self.profile = replace(source.pop(), history=self.profile.history)
        return True


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


class Trial(Steps):
    """A profile to try things on; it cannot be undone past its start, and knows no file."""

    def __init__(self, profile: Profile) -> None:
        """Start from the real answers."""
        super().__init__(profile)
        self.start = profile

    @property
    def changes(self) -> dict[str, dict[str, Any]]:
        """The answers that differ from the real ones, by topic and key."""
        found: dict[str, dict[str, Any]] = {}
        for topic, sheet in topics().items():
            for question in questions(sheet):
                tried = self.profile.answer(question.id)
                if tried != self.start.answer(question.id):
                    found.setdefault(topic, {})[question.key] = tried
        return found

    def rebase(self, profile: Profile) -> None:
        """Go on from other real answers, with what was tried on top; nothing is left to undo."""
        tried = self.changes
        self.start = profile
        self.profile = profile.with_changes(tried)
        self._past.clear()
        self._future.clear()

    def record(self, name: str, value: Any) -> None:
        """Take a real answer, as if it had been there from the start."""
        self.start = self.start.with_answer(name, value)
        self.profile = self.profile.with_answer(name, value)
        self._past = [each.with_answer(name, value) for each in self._past]
        self._future = [each.with_answer(name, value) for each in self._future]


class Draft(Steps):
    """What is answered before the file is made, which leaving the app does as well."""

    def __init__(self) -> None:
        """Start with nothing answered."""
        super().__init__(Profile())
        self._kept: Opened | None = None

    @property
    def dirty(self) -> bool:
        """True while something is answered that no file holds."""
        return self.profile != (self._kept.profile if self._kept else Profile())

    def keep(self, store: Store, name: str = "") -> Opened:
        """Make the race, or bring the one that was made so up to date; raises StorageError.

        Without a `name` it gets a free one.
        """
        if self._kept:
            self._kept = store.save(self._kept, self.profile)
        else:
            name = name or name_for(self.profile.race, store.names())
            self._kept = store.create(name, self.profile, STILL_OPEN)
        return self._kept
