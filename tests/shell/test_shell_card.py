"""`mile18 card`: formats, files that are never lost, and words for what goes wrong."""

import stat
from pathlib import Path

import pytest
from shell_runs import run


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("card flying-pig", "# Flying Pig Marathon (example)\n\nSun 2 May 2027 · start 06:30"),
        ("card flying-pig --format md", "# Flying Pig"),
        ("card flying-pig --format txt", "Flying Pig Marathon (example)\nSun 2 May 2027\n"),
        ("card flying-pig --format html", "<!DOCTYPE html>\n<html lang="),
    ],
)
def test_without_a_file_it_prints(line: str, start: str) -> None:
    done = run(*line.split())
    assert done.code == 0
    assert done.out.startswith(start)
    assert done.err == ""


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("name", "start"),
    [("c.md", "# "), ("c.markdown", "# "), ("c.txt", "Flying"), ("C.HTML", "<!"), ("c.htm", "<!")],
)
def test_the_format_follows_the_end_of_the_file(tmp_path: Path, name: str, start: str) -> None:
    file = tmp_path / name
    done = run("card", "flying-pig", "-o", str(file))
    assert (done.code, done.out, done.err) == (0, f"{file}\n", "")
    assert file.read_text(encoding="utf-8").startswith(start)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.usefixtures("folder")
def test_the_option_outranks_the_end_of_the_file(tmp_path: Path) -> None:
    assert run("card", "flying-pig", "-o", str(tmp_path / "c.md"), "--format", "html").code == 0
    assert (tmp_path / "c.md").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("there", ["file", "link to nowhere", "folder"])
def test_what_is_there_already_is_kept_unless_forced(tmp_path: Path, there: str) -> None:
    file = tmp_path / "card.md"
    if there == "file":
        file.write_text("mine")
    elif there == "folder":
        file.mkdir()
    else:
        file.symlink_to(tmp_path / "nowhere")
    before = sorted(tmp_path.iterdir())
    done = run("card", "flying-pig", "-o", str(file))
    assert done.code == 2
    assert done.out == ""
    assert "card.md: could not be saved: there is one already, and only --force" in done.err
    assert sorted(tmp_path.iterdir()) == before
    if there == "file":
        assert file.read_text() == "mine"
        assert run("card", "flying-pig", "-o", str(file), "--force").code == 0
        assert file.read_text(encoding="utf-8").startswith("# ")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("file", "force", "code", "said"),
    [
        ("no/such/card.md", "", 2, "could not be saved: there is no such folder; nothing was"),
        ("folder.md", "--force", 1, "could not be saved: this is a folder, not a file; nothing"),
        ("card.pdf", "", 2, "names no format; use .md, .txt or .html, or --format"),
        ("card", "", 2, "names no format"),
    ],
)
def test_trouble_with_the_file_is_said_in_words(
    tmp_path: Path, file: str, force: str, code: int, said: str
) -> None:
    (tmp_path / "folder.md").mkdir()
    done = run("card", "flying-pig", "-o", str(tmp_path / file), *force.split())
    assert (done.code, done.out) == (code, "")
    assert said in done.err
    assert "Traceback" not in done.err


@pytest.mark.usefixtures("folder")
def test_a_bad_answer_is_named_and_the_rest_is_printed() -> None:
    done = run("card", "bad")
    assert done.code == 2
    assert done.out.startswith("# Torn")
    assert "bad.toml:4: sleep.usual_hours: " in done.err
    assert run("card", "nix").code == 2


def test_the_runner_is_told_what_stays_off_the_card(folder: Path) -> None:
    file = folder / "sam.toml"
    file.write_text(
        '[race]\nemergency_contact = "Sam 555"\n[health]\nsymptoms_now = ["chest_pain"]\n'
    )
    done = run("card", "sam")
    assert done.code == 0
    assert "Do not race or train hard now" in done.err
    assert "stay off the card" in done.err
    assert "Sam" not in done.out
    assert "race today" not in done.out
    file.write_text('[race]\nemergency_contact = "Sam 555"\nshare_on_card = true\n')
    done = run("card", "sam")
    assert "Sam 555" in done.out
    assert done.err == ""
