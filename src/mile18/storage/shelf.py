"""Several folders of profiles as one: a runner's own, and a coach's folder of athletes."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from mile18.storage.errors import NoSuchProfile, SeveralProfiles, StorageError
from mile18.storage.names import same_name
from mile18.storage.problem import alike, printable, quoted
from mile18.storage.store import Opened, Store


class Shelf:
    """Folders of profiles in the order they were named; new races go to the first."""

    def __init__(self, stores: Sequence[Store]) -> None:
        self.stores = tuple(stores)

    @property
    def first(self) -> Store:
        """Where new races go."""
        return self.stores[0]

    def paths(self) -> list[Path]:
        """The files of all profiles, readable or not, in alphabetical order; raises StorageError."""
        paths, troubles = self.scan()
        if troubles:
            raise troubles[0]
        return paths

    def scan(self) -> tuple[list[Path], list[StorageError]]:
        """The files of all profiles, and why a folder could not be read; the others still are."""
        found: list[tuple[str, Path]] = []
        troubles: list[StorageError] = []
        for store in self.stores:
            try:
                found += ((name, store.folder) for name in store.names())
            except StorageError as error:
                troubles.append(error)
        if len(self.stores) > 1:
            found.sort(key=lambda each: (same_name(each[0]), each[0]))
        return [folder / f"{name}.toml" for name, folder in found], troubles

    def path(self, name: str) -> Path:
        """The file of a profile; in the first folder if there is none of that name.

        Raises BadName, or SeveralProfiles if more than one folder has it.
        """
        paths = [store.path(name) for store in self.stores]
        there = [path for path in paths if path.exists()]
        if len(there) > 1:
            places = ", ".join(printable(str(path)) for path in there)
            raise SeveralProfiles(f"{quoted(name)} is in several folders; name one: {places}")
        return there[0] if there else paths[0]

    def load(self, name: str) -> Opened:
        """Read a profile; raises as `path` does, NoSuchProfile with the name meant, or Unreadable."""
        path = self.path(name)
        if len(self.stores) > 1 and not path.exists():
            meant = alike(name, [each.stem for each in self.paths()])
            hint = f'; did you mean "{meant}"?' if meant else ""
            raise NoSuchProfile(f"there is no profile {quoted(name)} in any folder{hint}")
        return self.holding(path).load(name)

    def holding(self, path: Path) -> Store:
        """The folder that a file lies in, whether or not it is one of these."""
        known = (store for store in self.stores if store.folder == path.parent)
        return next(known, None) or Store(path.parent)


def shortest_names(paths: Iterable[Path]) -> dict[Path, str]:
    """What tells files apart: the name, with as many folders before it as that takes."""
    names: dict[Path, str] = {}
    twins: dict[str, list[Path]] = {}
    for path in paths:
        twins.setdefault(path.stem, []).append(path)
    for name, alike_named in twins.items():
        depth = 1
        while len({path.parts[-depth:] for path in alike_named}) < len(alike_named):
            depth += 1
        for path in alike_named:
            names[path] = "/".join((*path.parts[-depth:-1], name))
    return names
