"""`make same`: what mile18 says about sixty races, held against what another commit said.

A change of the house changes no word. Each difference is printed, and any makes the exit code 1.
"""

import difflib
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time
from pathlib import Path

from at_risk import COMBINATIONS, HEALTHY, ULTRAS, WELL, with_health
from athletes import fill
from drawn_answers import full_profile
from golden_race import GOLDEN
from plan_screens import RACES

from mile18.profile import Profile
from mile18.storage.store import Store

ROOT = Path(__file__).parents[2]
KEPT = ROOT / ".same"
RACE_DAY = date(2027, 5, 2)
ATHLETES, DRAWN = 24, 14
SHOWN = 12


def main(against: str) -> int:
    """Print what differs from a commit; 1 if anything does."""
    commit = git("rev-parse", "--short", against)
    before, now = KEPT / f"said-{commit}", KEPT / "said-now"
    if not before.is_dir():
        shutil.rmtree(KEPT, ignore_errors=True)
        with checkout(commit) as tree:
            # Drawn by what it held then: a file of a later schema would say nothing to it.
            drawing = f"import same, pathlib; same.draw(pathlib.Path({str(KEPT / 'races')!r}))"
            _run(tree, "-c", drawing)
            _say(tree, before)
    _say(ROOT, now)
    said, says = _files(before), _files(now)
    differ = [each for each in says & said if _bytes(before, each) != _bytes(now, each)]
    for each in sorted(differ)[:SHOWN]:
        print("\n".join(_difference(before, now, each)))
    for name in sorted(said ^ says):
        print(f"only {'before' if name in said else 'now'}: {name}")
    races = len([*(KEPT / "races").glob("*.toml")])
    print(f"{races} races, {len(says)} outputs, {len(differ)} differ from {commit}")
    return 1 if differ or said != says else 0


def draw(folder: Path) -> None:
    """Write sixty races: the example with gaps and risks, athletes of a coach, drawn ones."""
    fill(folder, ATHLETES)
    risks = [with_health(HEALTHY, *each, word=None) for each in COMBINATIONS[:9]]
    made = [*RACES.values(), *ULTRAS.values(), GOLDEN, HEALTHY, *risks]
    made.append(with_health(HEALTHY, ("conditions", "kidney"), word=True))
    made += [_drawn(random.Random(seed)) for seed in range(DRAWN)]
    store = Store(folder)
    for number, profile in enumerate(made):
        store.create(f"made-{number:02}", profile)
    for file in folder.glob("*.toml"):
        text = file.read_text()
        if "\nid = " not in f"\n{text}":
            file.write_text(f'id = "{file.stem}"\n{text}')


def _drawn(dice: random.Random) -> Profile:
    race = {"date": RACE_DAY, "start_time": time(9, 0), "distance": 42.195, "goal_time": 13_500}
    mass = {"body_mass": dice.uniform(45, 100)}
    well = {} if dice.random() < 0.3 else WELL
    return full_profile(dice).with_changes({"race": race | mass, "health": {**well}})


@contextmanager
def checkout(commit: str) -> Iterator[Path]:
    """A tree of its own of a commit, gone after the block."""
    with tempfile.TemporaryDirectory() as made:
        place = Path(made) / "tree"
        git("worktree", "add", "--quiet", "--detach", str(place), commit)
        try:
            yield place
        finally:
            git("worktree", "remove", "--force", str(place))


def git(*arguments: str) -> str:
    """What git prints when told this; raises CalledProcessError if it will not."""
    git = ["git", "-C", str(ROOT), *arguments]
    return subprocess.run(git, check=True, capture_output=True, text=True).stdout.strip()


def _say(tree: Path, out: Path) -> None:
    # One home for both, since its name stands in some outputs.
    home = KEPT / "home"
    for folder in (home, out):
        shutil.rmtree(folder, ignore_errors=True)
    _run(tree, str(ROOT / "tests/house/said.py"), str(KEPT / "races"), str(out))


def _run(tree: Path, *line: str) -> None:
    """Run Python on a tree's own code, but for this file and what it says it all by."""
    home = KEPT / "home"
    places = (*(str(tree / place) for place in ("src", "tests/support")), str(ROOT / "tests/house"))
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    own = {"HOME": str(home), "MILE18_HOME": str(home / "mile18")}
    subprocess.run(
        [sys.executable, *line],
        env={**kept, "PYTHONPATH": os.pathsep.join(places), **own},
        check=True,
    )


def _files(folder: Path) -> set[Path]:
    return {each.relative_to(folder) for each in folder.rglob("*") if each.is_file()}


def _bytes(folder: Path, name: Path) -> bytes:
    return (folder / name).read_bytes()


def _difference(before: Path, now: Path, name: Path) -> list[str]:
    old, new = (_bytes(each, name).decode().splitlines() for each in (before, now))
    titles = (f"before/{name}", f"now/{name}")
    return [*difflib.unified_diff(old, new, *titles, lineterm="", n=1)][:30]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "HEAD"))
