"""Makes the races that the README's commands take for granted, with the mile18 just installed.

Run by the Python of the bare environment, in a home of its own.
"""

import json
import sys
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import mile18
from mile18.storage.paths import profiles_dir
from mile18.storage.store import Store, open_file

PACKAGE = Path(mile18.__file__).parent


def main() -> None:
    """A race to compare with, one deleted with four versions of it kept, two more folders."""
    if not PACKAGE.is_relative_to(sys.prefix):
        sys.exit(f"{PACKAGE} is not in the environment {sys.prefix}")
    profile = open_file(PACKAGE / "examples" / "flying-pig.toml").profile
    store, now = Store(profiles_dir()), datetime.now(UTC)
    store.create("boston-2027", profile)
    opened = store.create("berlin-2027", profile)
    for hours in (4, 3, 2, 1):
        slept = profile.with_answer("sleep.usual_hours", 5.0 + hours / 2)
        opened = store.save(opened, slept, now=now - timedelta(hours=hours))
    store.delete("berlin-2027")
    for folder in ("mine", "athletes"):
        Store(Path.home() / folder).create(f"{folder}-2027", profile)
    points = "".join(f'<rtept lat="{50 + at / 100}" lon="7"/>' for at in range(9))
    Path("course.gpx").write_text(f"<gpx><rte>{points}</rte></gpx>")
    runs = [
        {
            "activityType": "running",
            "startTimeLocal": (now - timedelta(days=3 * at)).timestamp() * 1000,
            "duration": 3_300_000.0,
            "distance": 1_000_000.0,
        }
        for at in range(1, 20)
    ]
    listed = json.dumps([{"summarizedActivitiesExport": runs}])
    for folder in ("Downloads", "watch"):
        Path(folder).mkdir()
    with zipfile.ZipFile("Downloads/export_123.zip", "w") as packed:
        packed.writestr("summarizedActivities.json", listed)
    Path("watch/activities.json").write_text(listed)


if __name__ == "__main__":
    main()
