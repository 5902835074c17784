"""`mile18 completion SHELL`: commands, options and names of races at the Tab key."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from mile18.shell.say import put

SHELLS = ("bash", "zsh", "fish")
MADE = Path(__file__).parents[1] / "made"
_EPILOG = """\
examples:
  mile18 completion bash    in ~/.bashrc: eval "$(mile18 completion bash)"
  mile18 completion zsh     into a file _mile18 in a folder of your fpath
  mile18 completion fish    into ~/.config/fish/completions/mile18.fish
"""


def declare(parser: ArgumentParser) -> None:
    """Add the shell."""
    parser.add_argument("shell", choices=SHELLS, help="the shell that you type in")
    parser.epilog = _EPILOG


def run(options: Namespace) -> int:
    """Print the completion, which was made when mile18 was."""
    put((MADE / f"mile18.{options.shell}").read_bytes())
    return 0
