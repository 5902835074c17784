"""How a run ends: the exit codes, and what is said of a file that is at fault, for every command."""

from typing import TYPE_CHECKING

from mile18.shell.say import complain, trouble
from mile18.storage.problem import BadInput, NoSuchProfile, StorageError, Unreadable

if TYPE_CHECKING:
    from mile18.storage.store import Opened

DONE, FAILED, WRONG, INTERRUPTED = 0, 1, 2, 130


def tell(error: StorageError) -> int:
    """Say on stderr what could not be done, and return the code to end with."""
    if isinstance(error, Unreadable):
        complain(str(error))
    else:
        trouble(str(error))
    if isinstance(error, NoSuchProfile):
        trouble("mile18 list shows all profiles, mile18 new NAME makes one")
    return WRONG if isinstance(error, BadInput) else FAILED


def complain_about(opened: "Opened") -> int:
    """Print whatever is odd about a file; WRONG if an answer in it could not be read."""
    for problem in opened.loaded.problems:
        complain(problem.sentence(opened.path))
    return WRONG if opened.loaded.errors else DONE
