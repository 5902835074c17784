"""`mile18 paths`: where everything is kept."""

from argparse import ArgumentParser, Namespace

from mile18.shell.crash import log_file
from mile18.shell.say import say, say_json
from mile18.storage.backups import versions_folder
from mile18.storage.keep import originals_folder, trash_folder
from mile18.storage.paths import config_file, profiles_dir


def declare(parser: ArgumentParser) -> None:
    """Add --json."""
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.epilog = (
        "MILE18_HOME puts all of it into one folder. Otherwise XDG_DATA_HOME, XDG_CONFIG_HOME and\n"
        "XDG_STATE_HOME are honoured, then what is usual on this system."
    )


def run(options: Namespace) -> int:
    """Print the places, whether or not they exist yet."""
    profiles = profiles_dir(options.profiles)
    places = {
        "profiles": str(profiles),
        "trash": str(trash_folder(profiles)),
        "versions": str(versions_folder(profiles)),
        "originals": str(originals_folder(profiles)),
        "settings": str(config_file()),
        "log": str(log_file()),
    }
    if options.json:
        say_json(places)
    else:
        for name, path in places.items():
            say(f"{name:<9} {path}")
    return 0
