"""Whatever a file holds or is called: no output steers a terminal or becomes a formula."""

import csv
import io
import json
import os
import sys
from pathlib import Path
from unicodedata import category

import pytest
from bad_files import UNREADABLE
from record_files import garmin_export
from shell_runs import EXAMPLE, run

from mile18.profile import Profile, topics
from mile18.question import Kind, questions
from mile18.shell.command import COMMANDS
from mile18.storage.store import Store, open_file
from mile18.topics.race.questions import AidStation

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such file names")

# All that a terminal may take for an order, and all that hides or turns other signs.
HOSTILE = "".join(
    sign
    for sign in map(chr, range(sys.maxunicode + 1))
    if not sign.isprintable() and (sign < "\u3000" or sign in "\ufeff\U000e0001\U000e007f")
    if not "\ud800" <= sign <= "\udfff"
)
NAME = "race \x1b[2J\x07\x7f\x85\x9b31m\u202e\u2028\r\n"
TEXTS = (
    "FILE",
    "show FILE",
    "check FILE",
    "week FILE",
    "day FILE",
    "debrief FILE",
    "debrief",
    "compare FILE plain",
    "compare plain FILE",
    "compare FILE --with-version 1",
    "restore FILE",
    "cramp --profile FILE",
    "card FILE",
    "course FILE",
    "import FILE FILE",
    "import FILE EXPORT",
    "import FILE FILE/x",
    "import FILE EXPORT --take FILE",
    "import FILE EXPORT --zone FILE",
    "weather FILE",
    "weather FILE --offline",
    "card FILE --format txt",
    "new next --from FILE",
    "list",
    "list --csv",
    "paths",
    # What is wrong names the file, too.
    "show FILE.toml",
    "show FILE FILE",
    "card FILE -o FILE",
    "card FILE -o FILE/x.txt",
    "cramp --muscle FILE",
    "new FILE",
    "restore FILE 99",
    "--theme",
)
JSONS = (
    "course FILE --json",
    "weather FILE --offline --json",
    "import FILE EXPORT --json",
    "show FILE --json",
    "week FILE --json",
    "day FILE --json",
    "debrief FILE --json",
    "debrief --json",
    "compare FILE plain --json",
    "restore FILE --json",
    "list --json",
    "paths --json",
    "schema",
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A race of a hostile name in a folder of one, with all that is said in words hostile."""
    store = Store(tmp_path / f"folder {NAME}")
    profile = open_file(EXAMPLE).profile
    for sheet in topics().values():
        for question in questions(sheet):
            if question.kind is Kind.TEXT:
                profile = profile.with_answer(question.id, f"={HOSTILE}x")
    profile = profile.with_answer("race.share_on_card", value=True)
    profile = profile.with_answer("race.aid_stations", (AidStation(km=5.0, offers=HOSTILE),))
    opened = store.create("plain", profile)
    store.save(opened, profile.with_answer("sleep.usual_hours", 7.0))
    file = store.path(NAME)
    file.write_bytes(opened.content)
    (store.folder / ".mile18" / "backups" / "plain").rename(
        store.folder / ".mile18" / "backups" / NAME
    )
    with file.open("a") as more:
        more.write(f'["{chr(92)}u001b{chr(92)}u0085"]\n')
    return file


def words(line: str, file: Path) -> list[str]:
    pytest.importorskip("icalendar")
    export = file.parent.parent / f"export {NAME}.zip"
    export.write_bytes(garmin_export())
    places = {"FILE": str(file), "EXPORT": str(export)}
    said = [places.get(word, word.replace("FILE", str(file))) for word in line.split()]
    return [*said, "--profiles", str(file.parent)]


def steering(text: str) -> set[str]:
    """The signs in a text that a terminal should not be sent; lines may end in either way."""
    return {sign for sign in text.replace("\r\n", "\n") if not sign.isprintable()} - {"\n"}


@pytest.mark.parametrize("line", TEXTS)
def test_no_text_steers_a_terminal(file: Path, line: str) -> None:
    ran = run(*words(line, file))
    assert ran.code in (0, 2)
    assert steering(ran.out + ran.err) == set()
    assert "fault of its own" not in ran.err


@pytest.mark.parametrize("kind", UNREADABLE)
def test_no_complaint_steers_a_terminal(file: Path, kind: str) -> None:
    file.unlink()
    UNREADABLE[kind].make(file)
    for line in ("show FILE", "list", "check"):
        assert steering(run(*words(line, file)).err) == set()


@pytest.mark.parametrize("ending", [".md", ".txt", ".html", ".ics"])
def test_no_file_that_is_written_steers_a_terminal(file: Path, tmp_path: Path, ending: str) -> None:
    made = tmp_path / f"made{ending}"
    command = "calendar FILE" if ending == ".ics" else f"card FILE --format {ending[1:]}"
    assert run(*words(command, file), "-o", str(made)).code == 0
    # What only joins or turns signs is for the phone or the browser to show.
    for text in (made.read_bytes().decode(), run(*words(command, file)).out):
        assert {sign for sign in steering(text) if category(sign) == "Cc"} <= {"\t"}


@pytest.mark.parametrize("line", JSONS)
def test_json_is_escaped_and_reads_the_same(file: Path, line: str) -> None:
    ran = run(*words(line, file))
    assert ran.code == 0
    assert steering(ran.out) == set()
    data = json.loads(ran.out)
    if line == "list --json":
        assert {each["race"] for each in data["profiles"]} == {f"={HOSTILE}x"}
        assert str(file) in [each["path"] for each in data["profiles"]]
    if line == "paths --json":
        assert data["profiles"] == str(file.parent)
    if line == "show FILE --json":
        assert data["profile"] == NAME


def test_every_command_is_tried() -> None:
    tried = {line.split()[0] for line in TEXTS + JSONS} - {"FILE", "--theme"}
    # The completion holds nothing of a race.
    assert tried | {"open", "calendar", "completion"} == COMMANDS.keys()
    with_json = {name for name in COMMANDS if "--json" in run(name, "--help").out}
    assert with_json - {"schema"} == {line.split()[0] for line in JSONS} - {"schema"}


# A table for a spreadsheet


@pytest.mark.parametrize(
    "name",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        '=HYPERLINK("http://x.example","Berlin, wave 2")',
        "\uff1d1+1",
    ],
)
def test_a_cell_that_would_be_a_formula_is_text(tmp_path: Path, name: str) -> None:
    Store(tmp_path).create("race", Profile().with_answer("race.name", name))
    (tmp_path / "race.toml").rename(tmp_path / f"{name.replace('/', '')}.toml")
    ran = run("list", "--csv", "--profiles", str(tmp_path))
    (row,) = csv.DictReader(io.StringIO(ran.out, newline=""))
    shown = name.replace("\t", "�").replace("\r", "�")
    assert (row["race"], row["profile"]) == (f"'{shown}", f"'{shown.replace('/', '')}")
    assert row["path"] == str(tmp_path / f"{shown.replace('/', '')}.toml")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x0b"])
def test_a_name_of_several_lines_is_one_row(tmp_path: Path, end: str) -> None:
    Store(tmp_path).create("race", Profile().with_answer("race.name", f"Rain{end}and hills"))
    (tmp_path / "race.toml").rename(tmp_path / f"two{end}lines.toml")
    out = run("list", "--csv", "--profiles", str(tmp_path)).out
    header, row = csv.reader(io.StringIO(out, newline=""), strict=True)
    assert len(header) == len(row)
    assert row[2].startswith("Rain")
    assert row[2].endswith("and hills")


def test_numbers_and_dates_stay_what_they_are(tmp_path: Path) -> None:
    assert run("new", "past", "--date", "2027-04-08", "--profiles", str(tmp_path)).code == 0
    ran = run("list", "--csv", "--profiles", str(tmp_path))
    (row,) = csv.DictReader(io.StringIO(ran.out, newline=""))
    assert (row["date"], row["days_to_race"], row["readiness_low"]) == ("2027-04-08", "-12", "0")
    assert "'" not in ran.out
