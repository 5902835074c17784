"""What `make package` prints: which Python, how installed, how many commands run, what failed.

A wheel and an sdist are built and held against what git holds. Each is installed into a bare
environment for every Python of this machine that mile18 is meant for, as is the checkout by pipx
and by uv, by uv also with the oldest libraries that are allowed. There every command that the
README names is run. What is whole goes into `dist/`.
"""

import shutil
import sys
import tempfile
import time
import tomllib
from pathlib import Path

import findpython
from packaging.specifiers import SpecifierSet

sys.path.append(str(Path(__file__).parents[1] / "support"))

from artefacts import CHECKOUT, build, built, files_of_git, wrong_in_sdist, wrong_in_wheel
from trying import failures, lines
from ways import Way, by_pip, by_pipx, by_uv

PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def main() -> int:
    """Build, install, run; 1 if anything failed or a Python that is claimed was not there."""
    with tempfile.TemporaryDirectory(prefix="mile18-package-") as name:
        folder = Path(name)
        build(folder / "dist", CHECKOUT, "--wheel", "--sdist")
        wheel, sdist = built(folder / "dist")
        build(folder / "again", sdist, "--wheel")
        ours = files_of_git()
        wrong = [f"{wheel.name} {each}" for each in wrong_in_wheel(wheel, ours)]
        wrong += [f"{sdist.name} {each}" for each in wrong_in_sdist(sdist, ours)]
        again = folder / "again" / wheel.name
        wrong += [f"{wheel.name} of the sdist {each}" for each in wrong_in_wheel(again, ours)]
        ways = {
            "wheel": by_pip(wheel),
            "wheel of the sdist": by_pip(again),
            "pipx install .": by_pipx,
            "uv tool install .": by_uv(),
            "oldest libraries": by_uv("--resolution", "lowest-direct"),
        }
        wrong += _try_all(ways, folder)
        if not wrong:
            shutil.copytree(folder / "dist", CHECKOUT / "dist", dirs_exist_ok=True)
            print(f"dist/{wheel.name}\ndist/{sdist.name}")
    for each in wrong:
        print(f"\n{each}", file=sys.stderr)
    return 1 if wrong else 0


def _try_all(ways: dict[str, Way], folder: Path) -> list[str]:
    wrong, tried = [], lines(PROJECT["version"])
    pythons = _pythons()
    print(f"{'Python':<9}{'installed':<20}{'commands':>8}{'failed':>8}")
    for version, python in pythons.items():
        for title, way in ways.items():
            start, where = time.monotonic(), folder / f"{version} {title}"
            try:
                installed = way(python, where)
            except RuntimeError as error:
                failed, run = [str(error)], 0
            else:
                failed = failures(installed, where / "home", tried)
                run = len(tried)
            took = time.monotonic() - start
            print(f"{version:<9}{title:<20}{run:>8}{len(failed):>8}  ({took:.0f} s)", flush=True)
            wrong += [f"Python {version}, {title}: {each}" for each in failed]
    return wrong + [
        f"Python {each} is in the classifiers, but not on this machine, and so was not tried"
        for each in _claimed() - {version.rpartition(".")[0] for version in pythons}
    ]


def _pythons() -> dict[str, Path]:
    """Every Python of this machine that mile18 is meant for, by version."""
    meant = SpecifierSet(PROJECT["requires-python"])
    found = findpython.find_all(implementation="cpython", freethreaded=False)
    return {str(each.version): each.interpreter for each in found if each.version in meant}


def _claimed() -> set[str]:
    """The Pythons of the classifiers, such as 3.11."""
    last = {each.rpartition(" :: ")[2] for each in PROJECT["classifiers"]}
    return {each for each in last if each.startswith("3.")}


if __name__ == "__main__":
    sys.exit(main())
