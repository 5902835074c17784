"""No circle of imports between files, whether they are loaded late or needed for types only."""

import subprocess
import sys

from grimp import build_graph


def test_no_file_comes_back_to_itself() -> None:
    graph = build_graph("mile18", cache_dir=None)
    circles = [
        (importer, imported)
        for importer in sorted(graph.modules)
        for imported in sorted(graph.find_modules_directly_imported_by(importer))
        if graph.chain_exists(imported, importer)
    ]
    assert not circles


def test_the_first_screen_loads_nothing_of_race_day() -> None:
    shows = "import sys, mile18.tui.app, mile18.tui.prepare.screen; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", shows], capture_output=True, text=True, check=True)
    loaded = ran.stdout.split()
    assert "mile18.plan.pictures.tabs" in loaded
    assert [name for name in loaded if name.startswith(("mile18.plan.day", "mile18.charts"))] == []
