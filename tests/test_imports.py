"""No circle of imports between files, whether they are loaded late or needed for types only."""

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
