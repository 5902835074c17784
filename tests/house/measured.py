"""Write down how one version of mile18 is built and what it enters at work, as JSON.

Run with the `src` and `tests/support` of the version in question on the path; it leans on nothing
but the names of files, one command, and typing a distance.
"""

import ast
import asyncio
import io
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from importlib import import_module
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from types import FrameType
from typing import Any

import grimp

import mile18

os.environ["TEXTUAL_ANIMATIONS"] = "none"

SOURCE = Path(mile18.__file__).parent
CARD = ("card", "--format", "html", str(SOURCE / "examples/flying-pig.toml"))
TODAY = ("--today", "2027-04-27")
# What reads the file and prints the card, and has no part in making it.
AROUND_THE_CARD = ("cli.py", "shell/", "storage/")
Figures = dict[str, str]


def main() -> None:
    """Print the figures by name."""
    print(json.dumps({**sizes(SOURCE), **imports(), **entered()}))


def sizes(source: Path) -> Figures:
    """How much there is, file by file and function by function; lines with comments and blanks."""
    files = {file: file.read_text() for file in source.rglob("*.py")}
    lengths = [len(text.splitlines()) for text in files.values()]
    functions = [length for text in files.values() for length in _functions(text)]
    folder, most = Counter(file.parent for file in files).most_common(1)[0]
    return {
        "modules": f"{len(files)}",
        "lines": f"{sum(lengths):,}",
        # An empty file only makes a folder a package.
        "file: median": f"{median(filter(None, lengths)):.0f}",
        "file: longest": f"{max(lengths)}",
        "function: median": f"{median(functions):.0f}",
        "function: longest": f"{max(functions)}",
        "fullest folder": f"{most} ({folder.relative_to(source)}/)",
    }


def _functions(text: str) -> Iterator[int]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield (node.end_lineno or node.lineno) - node.lineno + 1


def imports() -> Figures:
    """Who imports whom, be it inside a function or for types alone."""
    graph = grimp.build_graph("mile18", cache_dir=None)
    importers = [len(graph.find_modules_that_directly_import(each)) for each in graph.modules]
    share = importers.count(1) / len(importers)
    found = circles(graph)
    inside = [circle for circle in found if all(each.startswith("mile18.tui.") for each in circle)]
    return {
        "circles of imports": _sizes(found),
        "circles inside tui/": _sizes(inside),
        "modules with one importer": f"{100 * share:.0f}%",
    }


def circles(graph: grimp.ImportGraph) -> list[frozenset[str]]:
    """The modules of each circle, the largest first: each of them leads to all others."""
    found = {
        frozenset(graph.find_upstream_modules(each) & graph.find_downstream_modules(each) | {each})
        for each in graph.modules
    }
    return sorted((circle for circle in found if len(circle) > 1), key=len, reverse=True)


def _sizes(found: list[frozenset[str]]) -> str:
    return " + ".join(str(len(circle)) for circle in found) + " files" if found else "0"


def entered() -> Figures:
    """Of how many files something is called: from a key to the panel, from a profile to the card."""
    panel = asyncio.run(_key_to_panel())
    card = _profile_to_card()
    return {
        "key to panel: files of tui/": f"{sum(each.startswith('tui/') for each in panel)}",
        "key to panel: files in all": f"{len(panel)}",
        "profile to card: files": f"{sum(not each.startswith(AROUND_THE_CARD) for each in card)}",
        "profile to card: command": f"{len(card)}",
    }


async def _key_to_panel() -> set[str]:
    """The files entered from a digit of the distance until the panel is drawn with it."""
    from plan_screens import plan_app

    _waiting_for_no_clock()
    with TemporaryDirectory() as folder:
        app = plan_app(Path(folder))
        async with app.run_test(size=(120, 40)) as pilot:
            app.screen.go_to("race.distance")  # type: ignore[attr-defined]
            await pilot.press("4")
            await pilot.pause()
            # Or it would be saved soon, perhaps before the panel is drawn with the next digit.
            app.save()
            await pilot.pause()
            with _noting() as calls:
                await pilot.press("2")
                await pilot.pause()
    drawn = max(at for at, file in enumerate(calls) if file.endswith("panel.py"))
    return _of_mile18(calls[:drawn])


def _profile_to_card() -> set[str]:
    """The files entered by the command that prints a card, once all of them are imported."""
    from mile18.cli import main as mile18

    with redirect_stdout(io.TextIOWrapper(io.BytesIO(), encoding="utf-8")):
        mile18([*CARD, *TODAY])
        with _noting() as calls:
            mile18([*CARD, *TODAY])
    return _of_mile18(calls)


@contextmanager
def _noting() -> Iterator[list[str]]:
    """The file of every function that is called meanwhile, in turn."""
    calls: list[str] = []

    def note(frame: FrameType, event: str, _: Any) -> None:
        # No more than this, or the next timer goes off before the panel is drawn.
        if event == "call":
            calls.append(frame.f_code.co_filename)

    sys.setprofile(note)
    try:
        yield calls
    finally:
        sys.setprofile(None)


def _of_mile18(calls: list[str]) -> set[str]:
    files = {Path(file) for file in calls}
    return {str(each.relative_to(SOURCE)) for each in files if each.is_relative_to(SOURCE)}


def _waiting_for_no_clock() -> None:
    """Wait for what was sent to be handled, as the tests do, and not for a time to pass."""
    from handled import until_handled

    for module in ("textual.app", "textual.pilot"):
        vars(import_module(module))["wait_for_idle"] = until_handled


if __name__ == "__main__":
    main()
