"""The profile that the command line means: a name in the folder, or a path to a file."""

from argparse import Namespace
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

from mile18.profile import Profile
from mile18.shell.say import complain, tell_upgrade
from mile18.storage.backups import keep_version
from mile18.storage.paths import config_file, profiles_dirs, recent, recent_file
from mile18.storage.problem import StorageError
from mile18.storage.settings import Settings, load_settings
from mile18.storage.shelf import Shelf
from mile18.storage.store import Opened, Store, open_file


def today(options: Namespace) -> date:
    """The day to reckon from: `--today`, or the clock's."""
    return options.today or datetime.now().astimezone().date()


def is_path(name: str) -> bool:
    """Whether NAME is a path: it has a slash in it or ends in `.toml`."""
    return name.endswith(".toml") or "/" in name or "\\" in name


def shelf(options: Namespace, name: str | None = None) -> Shelf:
    """The folders of profiles: where the file NAME lies if it is a path, else the usual ones."""
    if name and is_path(name):
        return Shelf([Store(Path(name).absolute().parent)])
    # Folders that are named leave the settings aside.
    more = () if options.profiles else settings(options).folders
    return Shelf([Store(folder) for folder in profiles_dirs(options.profiles, more)])


def find(name: str, options: Namespace) -> Opened:
    """Read the profile that NAME means.

    Raises NoSuchProfile, SeveralProfiles, NoSuchFile, Unreadable, BadName.
    """
    if is_path(name):
        return open_file(Path(name))
    return shelf(options).load(name)


def save_race(opened: Opened, changed: Profile, options: Namespace) -> Opened:
    """Write the changed race, with what it was before kept as a version whatever the hour.

    Raises StorageError.
    """
    if changed == opened.profile:
        return opened
    tell_upgrade(opened)
    saved = shelf(options, str(opened.path)).first.save(opened, changed)
    if saved.content != opened.content:
        keep_version(opened.path, opened.content)
    return saved


def usual(folders: Shelf) -> Opened | None:
    """The profile to take when none is named: the one opened last, or the only one there is."""
    rows, _ = folders.scan()
    there = [Path(row.path) for row in rows]
    last = [each for each in recent(recent_file()) if each in there]
    # Nobody asked for this one, so a broken file is no reason not to go on.
    with suppress(StorageError):
        for path in last or (there if len(there) == 1 else []):
            return open_file(path)
    return None


def settings(options: Namespace) -> Settings:
    """The runner's settings; what is wrong with the file goes to stderr, once a command."""
    if "known_settings" not in options:
        file = config_file()
        options.known_settings, problems = load_settings(file)
        options.settings_problems = [problem.sentence(file) for problem in problems]
        for told in options.settings_problems:
            complain(told)
    found: Settings = options.known_settings
    return found
