"""`mile18 paths`: where everything is kept."""

from argparse import ArgumentParser, Namespace

from mile18.shell.crash import log_file
from mile18.shell.find import shelf
from mile18.shell.say import complain, say, say_json
from mile18.storage.backups import versions_folder
from mile18.storage.kept import originals_folder, trash_folder
from mile18.storage.own_themes import own_themes, themes_folder
from mile18.storage.paths import config_file
from mile18.storage.settings import THEMES


def declare(parser: ArgumentParser) -> None:
    """Add --json."""
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.epilog = (
        "MILE18_HOME puts all of it into one folder. Otherwise XDG_DATA_HOME, XDG_CONFIG_HOME and\n"
        "XDG_STATE_HOME are honoured, then what is usual on this system.\n"
        "The settings can name more folders of races: folders = ['~/athletes']"
    )


def run(options: Namespace) -> int:
    """Print the places, whether or not they exist yet."""
    stores = shelf(options).stores
    for told in own_themes(config_file(), THEMES)[1]:
        complain(told)
    folders = [str(store.folder) for store in stores]
    places = {
        "profiles": folders[0],
        "trash": str(trash_folder(stores[0].folder)),
        "versions": str(versions_folder(stores[0].folder)),
        "originals": str(originals_folder(stores[0].folder)),
        "settings": str(config_file()),
        "themes": str(themes_folder(config_file())),
        "log": str(log_file()),
    }
    if options.json:
        say_json(places | {"folders": folders})
    else:
        more = [("", folder) for folder in folders[1:]]
        first, *others = places.items()
        for name, path in (first, *more, *others):
            say(f"{name:<9} {path}")
    return 0
