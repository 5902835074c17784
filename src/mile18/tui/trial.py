"""Answers that are tried over the real ones, which stay as they are until the trial is taken over."""

from typing import Any

from mile18.profile import Profile, topics
from mile18.question import questions
from mile18.tui.steps import Steps


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
                tried = self.profile.answer(topic, question.key)
                if tried != self.start.answer(topic, question.key):
                    found.setdefault(topic, {})[question.key] = tried
        return found

    def rebase(self, profile: Profile) -> None:
        """Go on from other real answers, with what was tried on top; nothing is left to undo."""
        tried = self.changes
        self.start = profile
        self.profile = profile.with_changes(tried)
        self._past.clear()
        self._future.clear()

    def record(self, topic: str, key: str, value: Any) -> None:
        """Take a real answer, as if it had been there from the start."""
        self.start = self.start.with_answer(topic, key, value)
        self.profile = self.profile.with_answer(topic, key, value)
        self._past = [each.with_answer(topic, key, value) for each in self._past]
        self._future = [each.with_answer(topic, key, value) for each in self._future]
