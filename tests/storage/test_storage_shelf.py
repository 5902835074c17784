"""Several folders as one: what is in them, which of them a name means, and files in rows."""

import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import pytest
from athletes import fill

from mile18.plan.overview import Row
from mile18.profile import Profile
from mile18.storage.problem import BadName, NoSuchProfile, SeveralProfiles
from mile18.storage.rows import read_row, read_rows
from mile18.storage.shelf import Shelf, told_apart
from mile18.storage.store import Store

TODAY = date(2027, 4, 20)


def place(path: Path | str) -> Row:
    """A file that is still to be read."""
    return Row(path=str(path), name=Path(path).stem)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """A runner's own folder and one of athletes; both have a race called `berlin`."""
    own, athletes = Store(tmp_path / "own"), Store(tmp_path / "athletes")
    for store, names in ((own, ["berlin", "pig"]), (athletes, ["ada-1", "berlin"])):
        for name in names:
            store.create(name, Profile())
    return Shelf([own, athletes])


def test_all_folders_are_one_list(shelf: Shelf, tmp_path: Path) -> None:
    rows, troubles = shelf.scan()
    found = [Path(row.path).relative_to(tmp_path).as_posix() for row in rows]
    assert found == ["athletes/ada-1.toml", "own/berlin.toml", "athletes/berlin.toml",
                     "own/pig.toml"]  # fmt: skip
    assert not troubles
    assert len(shelf.scan(at_most=1)[0]) == 2, "one of each folder"
    assert shelf.first.folder == tmp_path / "own"


def test_a_name_is_looked_for_in_every_folder(shelf: Shelf, tmp_path: Path) -> None:
    assert shelf.load("ada-1").path == tmp_path / "athletes" / "ada-1.toml"
    assert shelf.path("new") == tmp_path / "own" / "new.toml"
    with pytest.raises(NoSuchProfile, match='in any folder; did you mean "ada-1"'):
        shelf.load("ada-2")
    with pytest.raises(BadName):
        shelf.load("../own/pig")


def test_a_name_in_two_folders_is_told(shelf: Shelf, tmp_path: Path) -> None:
    with pytest.raises(SeveralProfiles) as error:
        shelf.load("berlin")
    for folder in ("own", "athletes"):
        assert str(tmp_path / folder / "berlin.toml") in str(error.value)


def test_a_folder_that_cannot_be_read_hides_no_other(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "blocked").write_text("in the way")
    wider = Shelf([*shelf.stores, Store(tmp_path / "blocked"), Store(tmp_path / "not-there")])
    rows, (trouble,) = wider.scan()
    assert rows == shelf.scan()[0]
    assert "blocked: could not be read" in str(trouble)


def test_files_are_told_apart_by_as_few_folders_as_that_takes() -> None:
    paths = ["/a/x/pig.toml", "/b/x/pig.toml", "/b/y/cow.toml", "/b/z/hen.toml", "/hen.toml"]
    found = told_apart([place(each) for each in paths])
    assert found == dict(
        zip(paths[:2] + paths[3:], ["a/x/pig", "b/x/pig", "z/hen", "//hen"], strict=True)
    )


def test_a_broken_file_is_a_row_with_its_problem(tmp_path: Path) -> None:
    for name, text in {"torn": "[race\n", "odd": "[sleep]\nusual_hours = 90\n"}.items():
        (tmp_path / f"{name}.toml").write_text(text)
    torn, odd, gone = (
        read_row(place(tmp_path / f"{name}.toml"), TODAY) for name in ("torn", "odd", "gone")
    )
    assert not torn.readable
    assert torn.problems[0].startswith(f"{tmp_path}/torn.toml:1: not readable as TOML")
    assert torn.changed
    assert odd.readable
    assert odd.odd
    assert "usual_hours: 90 is too high" in odd.problems[0]
    assert "there is no such file" in gone.problems[0]
    assert gone.changed is None


HALVES = """
import sys
from datetime import date
from pathlib import Path
from mile18.plan.overview import Row
from mile18.storage import rows as made
paths = [Row(path=str(path), name=path.stem) for path in sorted(Path(sys.argv[1]).iterdir())]
today = date(2027, 4, 20)
alone = [made.read_row(path, today) for path in paths]
assert made._can_divide()
print("this stands in the buffer of the output", end="")
assert made.read_rows(paths, today, 3) == alone
def broken(rows):
    raise MemoryError
made.msgpack.encode = broken
assert made.read_rows(paths, today, 2) == alone
"""


@pytest.mark.skipif(sys.platform != "linux", reason="divides the process")
def test_several_processes_read_the_same_rows_even_if_one_breaks_down(tmp_path: Path) -> None:
    fill(tmp_path / "athletes", 7)
    (tmp_path / "athletes" / "torn.toml").write_text("[race\n")
    done = subprocess.run(
        [sys.executable, "-c", HALVES, str(tmp_path / "athletes")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stderr, done.returncode) == ("", 0)
    assert done.stdout.count("buffer") == 1


def test_where_threads_run_the_process_is_not_divided(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = fill(tmp_path, 5)
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    try:
        monkeypatch.setattr("os.fork", lambda: pytest.fail("divided"))
        rows = read_rows([place(path) for path in sorted(tmp_path.iterdir())], TODAY, 2)
    finally:
        end.set()
        thread.join()
    assert [row.name for row in rows] == names
