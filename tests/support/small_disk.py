"""A real disk of a few pages, and ways to fill it up."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PAGES = 16
PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


class NoSmallDiskError(Exception):
    """No disk can be mounted here; the message says why."""


@contextmanager
def small_disk(folder: Path, pages: int = PAGES) -> Iterator[None]:
    """Mount a disk of so many pages on a folder."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={pages * PAGE}", "mile18-test", str(folder)]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise NoSmallDiskError(f"no small disk can be mounted here: {error}") from error
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


def fill(folder: Path, *, but_pages: int = 0, pages: int = PAGES) -> Path:
    """Fill the disk up to some pages, with a file that can be deleted."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        for _ in range(pages):
            with suppress(OSError):
                file.write(b"x" * PAGE)
        file.truncate(max(0, file.tell() - but_pages * PAGE))
    return filler
