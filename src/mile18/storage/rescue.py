"""The last resort: answers that cannot be written to their file are put where they can."""

from datetime import datetime
from pathlib import Path

from mile18.profile import Profile
from mile18.storage.atomic import write_bytes
from mile18.storage.codec import encode
from mile18.storage.disk import make_folder
from mile18.storage.keep import free_path
from mile18.storage.store import Opened


def rescue(folder: Path, opened: Opened, profile: Profile, now: datetime) -> Path:
    """Write a profile as a file of its own in `folder`, and return where; StorageError if not."""
    make_folder(folder)
    path = free_path(folder, f"unsaved-{opened.name}", now)
    write_bytes(path, encode(profile, opened.loaded.document).encode())
    return path
