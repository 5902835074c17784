"""The answers to a race that has no file yet."""

from mile18.profile import Profile
from mile18.storage.problem import STILL_OPEN
from mile18.storage.store import Opened, Store
from mile18.tui.naming import name_for
from mile18.tui.steps import Steps


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
