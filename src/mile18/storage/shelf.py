"""Several folders of profiles as one: a runner's own, and a coach's folder of athletes."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mile18.sanitise import printable
from mile18.storage.names import same_name
from mile18.storage.problem import NoSuchProfile, SeveralProfiles, StorageError, alike, quoted
from mile18.storage.store import Opened, Store

if TYPE_CHECKING:
    from mile18.plan.overview import Row


class Shelf:
    """Folders of profiles in the order they were named; new races go to the first."""

    def __init__(self, stores: Sequence[Store]) -> None:
        self.stores = tuple(stores)

    @property
    def first(self) -> Store:
        """Where new races go."""
        return self.stores[0]

    def scan(self, at_most: int | None = None) -> "tuple[list[Row], list[StorageError]]":
        """A row that is still to be read for every profile, in alphabetical order.

        Beside them, why a folder could not be read; the others still are. With `at_most` no folder
        is looked through further than to so many profiles.
        """
        # Whoever opens one profile need not wait for what a list of them needs.
        from mile18.plan.overview import Row

        found: list[Row] = []
        troubles: list[StorageError] = []
        for store in self.stores:
            inside = str(store.folder / "_").removesuffix("_")
            try:
                found += (
                    Row(path=f"{inside}{name}.toml", name=name) for name in store.names(at_most)
                )
            except StorageError as error:
                troubles.append(error)
        if len(self.stores) > 1:
            found.sort(key=lambda each: (same_name(each.name), each.name))
        return found, troubles

    def path(self, name: str) -> Path:
        """The file of a profile; in the first folder if there is none of that name.

        Raises BadName, or SeveralProfiles if more than one folder has it.
        """
        paths = [store.path(name) for store in self.stores]
        there = [path for path in paths if os.path.lexists(path)]
        if len(there) > 1:
            places = ", ".join(printable(str(path)) for path in there)
            raise SeveralProfiles(f"{quoted(name)} is in several folders; name one: {places}")
        return there[0] if there else paths[0]

    def load(self, name: str) -> Opened:
        """Read a profile; raises as `path` does, NoSuchProfile with the name meant, or Unreadable."""
        path = self.path(name)
        if len(self.stores) > 1 and not os.path.lexists(path):
            meant = alike(name, [row.name for row in self.scan()[0]])
            hint = f'; did you mean "{meant}"?' if meant else ""
            raise NoSuchProfile(f"there is no race {quoted(name)} in any folder{hint}")
        return self.holding(path).load(name)

    def holding(self, path: Path) -> Store:
        """The folder that a file lies in, whether or not it is one of these."""
        known = (store for store in self.stores if store.folder == path.parent)
        return next(known, None) or Store(path.parent)


def told_apart(rows: "Sequence[Row]") -> dict[str, str]:
    """For files of one name, by their paths: the name with as many folders before it as it takes."""
    if len({row.name for row in rows}) == len(rows):
        return {}
    namesakes: dict[str, list[str]] = {}
    for row in rows:
        namesakes.setdefault(row.name, []).append(row.path)
    found: dict[str, str] = {}
    for name, paths in namesakes.items():
        if len(paths) > 1:
            parts = [Path(path).parts for path in paths]
            depth = 2
            while len({each[-depth:] for each in parts}) < len(parts):
                depth += 1
            longer = ("/".join((*each[-depth:-1], name)) for each in parts)
            found |= zip(paths, longer, strict=True)
    return found
