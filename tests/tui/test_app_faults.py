"""Disks, folders, links and files that go wrong under the open app: said, nothing lost, no crash."""

import errno
import os
import random
import shutil
import subprocess
from pathlib import Path
from typing import NoReturn

import pytest
from odd_names import folder_of_odd_names
from race_app import NOW, race, race_app
from small_disk import NoSmallDiskError, fill, small_disk

from mile18.plan.history import with_point
from mile18.profile import Profile
from mile18.storage.codec import encode
from mile18.storage.store import Store, open_file
from mile18.tui.app import Mile18
from mile18.tui.dialogs.changed_on_disk import ElsewhereScreen
from mile18.tui.leaving import keep
from mile18.tui.prepare.screen import PrepareScreen
from mile18.tui.races.list import RaceList
from mile18.tui.races.opening import open_file_of
from mile18.tui.races.screen import ProfilesScreen

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has other links and names")


def notices(app: Mile18) -> str:
    return " ".join(notice.message for notice in app._notifications)


def named(name: str) -> Profile:
    return race(race__name=name)


def saved(name: str) -> Profile:
    """What a save writes: the answers, and the day's readiness."""
    return with_point(named(name), NOW.date())


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "the disk quota is used up"),
        (errno.EACCES, "permission denied"),
        (errno.EROFS, "the disk is read-only"),
    ],
)
async def test_a_save_that_fails_is_said_and_works_again_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
) -> None:
    def fail(*_: object, **__: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    app = race_app(tmp_path)
    path = app.store.path("pig")
    before = path.read_bytes()
    async with app.run_test() as pilot:
        with monkeypatch.context() as patch:
            patch.setattr(os, "replace", fail)
            app.answer("race.name", "Sow")
            await pilot.press("ctrl+s")
        assert app.saved == "NOT SAVED"
        assert f"{path}: could not be saved: {reason}; your answers are still open" in notices(app)
        assert path.read_bytes() == before
        await pilot.press("ctrl+s")
        assert app.saved == "saved 08:00"
    assert open_file(path).profile == saved("Sow")


async def test_a_real_full_disk(tmp_path: Path) -> None:
    (tmp_path / "races").mkdir()
    try:
        with small_disk(tmp_path / "races"):
            app = race_app(tmp_path)
            path = app.store.path("pig")
            async with app.run_test() as pilot:
                filler = fill(app.store.folder)
                app.answer("race.name", "Sow")
                await pilot.press("ctrl+s")
                assert app.saved == "NOT SAVED"
                assert "the disk is full" in notices(app)
                assert open_file(path).profile == named("Flying Pig [/x]")
                filler.unlink()
                await pilot.press("ctrl+s")
                assert open_file(path).profile == saved("Sow")
                subprocess.run(["mount", "-o", "remount,ro", app.store.folder], check=True)
                app.answer("race.name", "Hog")
                await pilot.press("ctrl+s")
                assert "the disk is read-only" in notices(app)
                assert open_file(path).profile == saved("Sow")
    except NoSmallDiskError as error:
        pytest.skip(str(error))


async def test_a_file_turned_into_a_folder_and_leaving_rescues_the_answers(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    app.recent_file = tmp_path / "state" / "recent"
    path = app.store.path("pig")
    async with app.run_test() as pilot:
        path.unlink()
        path.mkdir()
        app.answer("race.name", "Sow")
        await pilot.press("ctrl+s")
        assert app.saved == "NOT SAVED"
        assert "this is a folder, not a file" in notices(app)
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert app.is_running
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert not app.is_running
    why, where = keep(app)
    (rescued,) = (tmp_path / "state").glob("unsaved-*.toml")
    assert f"{path}: could not be read: this is a folder, not a file" in why
    assert where == f"your answers are in {rescued}; open them with mile18 {rescued}"
    assert open_file(rescued).profile == named("Sow")
    assert [*path.iterdir()] == []


async def test_a_folder_that_vanished_is_made_again_by_choice(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test() as pilot:
        shutil.rmtree(app.store.folder)
        app.answer("race.name", "Sow")
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, ElsewhereScreen)
        await pilot.press("enter")
        assert app.session
        assert not app.session.dirty
    assert app.store.names() == ["pig-copy-2"]


async def test_a_folder_that_became_a_file(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    folder = app.store.folder
    async with app.run_test() as pilot:
        folder.rename(tmp_path / "away")
        folder.write_text("in the way")
        app.answer("race.name", "Sow")
        await pilot.press("ctrl+s")
        assert app.saved == "NOT SAVED"
        assert "a part of the path is a file, not a folder" in notices(app)
        await pilot.press("f5", "down", "d", "r", "x", "escape")
        folder.unlink()
        (tmp_path / "away").rename(folder)
        await pilot.press("ctrl+s")
        assert app.saved == "saved 08:00"


@posix
async def test_a_link_stays_a_link_and_one_to_nowhere_is_said(tmp_path: Path) -> None:
    target, link = tmp_path / "synced.toml", tmp_path / "races" / "pig.toml"
    app = race_app(tmp_path)
    link.rename(target)
    link.symlink_to(target)
    async with app.run_test() as pilot:
        app.answer("race.name", "Sow")
        await pilot.press("ctrl+s")
        assert link.is_symlink()
        assert open_file(target).profile == saved("Sow")
        content = target.read_bytes()
        target.unlink()
        app.answer("race.name", "Hog")
        await pilot.press("ctrl+s")
        assert app.saved == "NOT SAVED"
        assert "this is a link to a file that is not there" in notices(app)
        assert link.is_symlink()
        assert not target.exists()
        target.write_bytes(content)
        await pilot.press("ctrl+s")
        assert open_file(target).profile == saved("Hog")


@posix
async def test_files_of_odd_names_are_opened_answered_copied_and_deleted(tmp_path: Path) -> None:
    names = folder_of_odd_names(tmp_path)
    app = Mile18(Store(tmp_path), recent_file=tmp_path / "state" / "recent", now=lambda: NOW)
    async with app.run_test(size=(80, 24)) as pilot:
        for name in names:
            open_file_of(app, app.store.path(name))
            await pilot.pause()
            assert isinstance(app.screen, PrepareScreen)
            app.answer("race.place", "x")
            app.save()
            assert not app.saved.startswith("NOT SAVED"), name
            path = app.store.path(name)
            path.write_bytes(encode(named("theirs")).encode())
            app.answer("race.place", "y")
            assert app.save(), name
            assert open_file(path).profile.race.name == "theirs"
            assert app.session
            assert open_file(app.session.opened.path).profile.race.place == "y"
            app.store.delete(name, now=NOW)
    assert len(app.store.names()) == len(names), "a copy of each is left"


def _mangled(dice: random.Random) -> bytes:
    """A file as slips, syncs and broken disks may leave it."""
    content = bytearray(
        (*[encode(named("Flying Pig")).encode()] * 6, b"", dice.randbytes(80))[dice.randrange(8)]
    )
    for _ in range(dice.randrange(4)):
        at = dice.randrange(len(content) + 1)
        match dice.randrange(4):
            case 0:
                del content[at:]
            case 1:
                content[at : at + dice.randrange(40)] = dice.choice([b"", b"=", b"7", b"\xc3"])
            case 2:
                content[at:at] = b"\0" * 9
            case 3:
                content[at:at] = dice.choice([b"[race]\n", b'"', b"[[", b"schema = 2\n", b"[/x]"])
    return bytes(content)


async def test_any_bytes_are_listed_previewed_and_never_changed(tmp_path: Path) -> None:
    dice = random.Random(18)
    files = {f"race-{at:02}.toml": _mangled(dice) for at in range(30)}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    app = Mile18(Store(tmp_path), now=lambda: NOW)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f5")
        await app.workers.wait_for_complete()
        assert len(app.screen.query_one(RaceList).rows) == len(files)
        await pilot.press("home")
        opened = 0
        for _ in files:
            await pilot.press("enter")
            await pilot.pause()
            if not isinstance(app.screen, ProfilesScreen):
                opened += 1
                await pilot.press("f5")
                # Files read by threads move the rows under the cursor until all are read.
                await app.workers.wait_for_complete()
                await pilot.pause()
            await pilot.press("down")
        assert 5 < opened < len(files) - 5
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == files


async def test_ten_thousand_races_can_be_listed_and_left_at_once(tmp_path: Path) -> None:
    first = tmp_path / "race-0000.toml"
    first.write_bytes(encode(named("Flying Pig")).encode())
    for number in range(1, 10_000):
        os.link(first, tmp_path / f"race-{number:04}.toml")
    app = Mile18(Store(tmp_path), now=lambda: NOW)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f5")
        rows = app.screen.query_one(RaceList)
        assert rows.rows
        while len(rows.rows) < 10_000:
            await pilot.pause(0.01)
        await pilot.press("end")
        assert rows.row_here
        assert rows.row_here.name == "race-9999"
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert not app.is_running
