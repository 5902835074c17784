"""The last resort: answers that cannot be written to their file are put where they can."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from mile18.profile import Profile
from mile18.storage.atomic import write_bytes
from mile18.storage.codec import encode
from mile18.storage.disk import make_folder
from mile18.storage.keep import free_path


def rescue(
    folder: Path, name: str, profile: Profile, document: Mapping[str, Any], now: datetime
) -> Path:
    """Write a profile as a file of its own in `folder`, and return where; StorageError if not.

    `name` is what its own file is or would be called, `document` what that was read from.
    """
    make_folder(folder)
    path = free_path(folder, f"unsaved-{name}", now)
    write_bytes(path, encode(profile, dict(document)).encode())
    return path
