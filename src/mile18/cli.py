"""The way in from the shell: run one command, and end without a traceback whatever happens."""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from mile18.shell.command import parse
from mile18.shell.say import DONE, FAILED, INTERRUPTED, OutputError, finish, tell, trouble
from mile18.storage.problem import StorageError


def main(argv: Sequence[str] | None = None) -> int:
    """Run `mile18` with these arguments and return the exit code.

    0 done, 2 wrong use or invalid file, 130 interrupted, 1 anything else.
    """
    if argv is not None:
        return _ended(list(argv))
    # What is imported stays to the end, which comes before any garbage would matter: looking for
    # it takes a fifth of the time. The app, which stays open, looks for it again.
    gc.disable()
    code = _ended(sys.argv[1:])
    gc.freeze()
    return code


def _ended(argv: list[str]) -> int:
    try:
        code = _run(argv)
        finish()
        return code
    except BrokenPipeError:
        # Whoever reads has enough, as `| head` does.
        _let_go_of_stdout()
        return DONE
    except OutputError as error:
        _let_go_of_stdout()
        trouble(str(error))
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        from mile18.shell.crash import report

        report(error)
        return FAILED


def _run(argv: list[str]) -> int:
    try:
        command, options = parse(argv)
        return command.run(options)
    except SystemExit as wanted:
        return wanted.code if isinstance(wanted.code, int) else DONE
    except StorageError as error:
        return tell(error)


def _let_go_of_stdout() -> None:
    """Keep the interpreter from writing what is left to where nothing can be written."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
