"""Answers while they are worked on, with undo and redo."""

from msgspec.structs import replace

from mile18.profile import Profile


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
