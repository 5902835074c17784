"""One of two processes that save the same profile; it writes a line for all that happens to it.

It starts at a line on stdin, saves so many times, waits for another line and saves once more. Its
lines are `saved NAME PARENT`, where PARENT is the save that it had read, and `noticed`.
"""

import sys
from pathlib import Path

from counted_saves import save

from mile18.storage.problem import ChangedElsewhere
from mile18.storage.store import Store


def main(folder: str, letter: str, count: int) -> None:
    """Save as fast as it goes, and read anew whenever the other was there in between."""
    store = Store(Path(folder))
    opened = store.load("race")
    _tell("ready")
    sys.stdin.readline()
    for number in range(count + 1):
        if number == count:
            _tell("done")
            sys.stdin.readline()
        name, parent = f"{letter}{number}", opened.profile.race.name
        try:
            opened = save(store, opened, name, number, hourly=True)
        except ChangedElsewhere:
            _tell("noticed")
            opened = store.load("race")
        else:
            _tell(f"saved {name} {parent}")


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
