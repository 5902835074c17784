"""The wheel and the sdist: built, and held against what git holds."""

import subprocess
import sys
import tarfile
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

CHECKOUT = Path(__file__).parents[2]
# What the format asks for beside the package, in the wheel's NAME-VERSION.dist-info.
RECORDS = ("METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE")


class Artefacts(NamedTuple):
    """The files."""

    wheel: Path
    sdist: Path


def build(folder: Path, source: Path = CHECKOUT, *options: str) -> None:
    """Build into a folder what the options of `build` say; RuntimeError with its words if it fails."""
    done = subprocess.run(
        [sys.executable, "-m", "build", "--quiet", "--outdir", folder, *options, source],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{done.stdout}{done.stderr}")


def built(folder: Path) -> Artefacts:
    """The one wheel and the one sdist in a folder."""
    (wheel,), (sdist,) = folder.glob("*.whl"), folder.glob("*.tar.gz")
    return Artefacts(wheel, sdist)


def files_of_git(*options: str) -> set[str]:
    """The files that git holds, or those that these options of `git ls-files` name; none without git.

    One that was deleted here is left out.
    """
    with suppress(OSError, subprocess.CalledProcessError):
        listed = subprocess.run(
            ["git", "ls-files", "-z", *options],
            cwd=CHECKOUT,
            capture_output=True,
            text=True,
            check=True,
        )
        return {name for name in listed.stdout.split("\0") if (CHECKOUT / name).is_file()}
    return set()


def wrong_in_wheel(wheel: Path, ours: set[str]) -> list[str]:
    """What a wheel lacks of the package, and what it holds beyond it."""
    info = "-".join(wheel.stem.split("-")[:2]) + ".dist-info"
    due = {name.removeprefix("src/") for name in ours if name.startswith("src/")}
    due |= {f"{info}/{name}" for name in RECORDS}
    data = info.removesuffix(".dist-info")
    due.add(f"{data}.data/data/share/man/man1/mile18.1")
    with ZipFile(wheel) as file:
        return _apart(set(file.namelist()), due)


def wrong_in_sdist(sdist: Path, ours: set[str]) -> list[str]:
    """What an sdist lacks of the checkout, and what it holds beyond it."""
    with tarfile.open(sdist) as file:
        found = {each.name.partition("/")[2] for each in file if not each.isdir()}
    return _apart(found, ours | {"PKG-INFO"})


def _apart(found: set[str], due: set[str]) -> list[str]:
    missing = [f"lacks {name}" for name in sorted(due - found)]
    return missing + [f"holds {name}, which git does not" for name in sorted(found - due)]
