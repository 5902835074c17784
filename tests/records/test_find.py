"""Hostile and odd files: a sentence each, nothing written, nothing that hangs."""

import gzip
import os
import random
import struct
import zipfile
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from fit_files import FitFile, run, seconds
from record_files import APPLE, TODAY, gpx, read, strava, tcx, zipped

from mile18.profile import Profile
from mile18.records.activity import Contents
from mile18.records.find import Member
from mile18.records.formats.local import Local
from mile18.records.proposals import proposed, taken
from mile18.records.read import Reader
from mile18.storage.codec import decode, encode

START = datetime(2027, 4, 5, 1, 30, tzinfo=UTC)
BOMB = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'


def of(path: Path, content: bytes | str) -> Contents:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read(path)


def tree(folder: Path) -> set[str]:
    return {str(each.relative_to(folder)) for each in folder.rglob("*")}


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("x.fit", b"", "x.fit: it is empty."),
        ("x.fit", b"not a file, of a watch", "x.fit: it is no FIT file, whatever its name says."),
        ("x.fit", run(START)[:14], "x.fit: it is no FIT file that can be read"),
        ("x.fit.gz", b"\x1f\x8b\x08damaged", "x.fit.gz: it is packed and damaged."),
        ("x.gpx", f"{BOMB}<gpx>&b;</gpx>", "x.gpx: it defines entities"),
        ("x.gpx", "<gpx><trk><trkseg></trkseg></trk></gpx>", "x.gpx: it has no times"),
        ("x.gpx", "<gpx><trk>", "x.gpx: it is no GPX file"),
        ("x.tcx", f"{BOMB}<TrainingCenterDatabase>&b;</TrainingCenterDatabase>", "x.tcx: it is no TCX"),
        ("x.tcx", "<TrainingCenterDatabase/>", "x.tcx: it holds no activity."),
        ("x.xml", f"{BOMB}<HealthData>&b;</HealthData>", "x.xml: it cannot be read"),
        ("x.zip", b"PK\x03\x04 and no more", "x.zip: File is not a zip file."),
    ],
)  # fmt: skip
def test_a_bad_file_gets_a_sentence_and_the_others_are_read(
    tmp_path: Path, name: str, content: bytes | str, said: str
) -> None:
    (tmp_path / "good.fit").write_bytes(run(START))
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    found = read(tmp_path)
    assert len(found.activities) == 1
    (told,) = found.problems
    assert told.startswith(said)
    assert tree(tmp_path) == {"good.fit", name}


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    huge = b"<gpx>" + bytes(80_000_000)
    found = of(tmp_path / "bomb.zip", zipped({"a.gpx": huge, "b.fit": run(START)}))
    assert len(found.activities) == 1
    assert found.problems == ["a.gpx in bomb.zip: it has over 64 MB, more than such a file needs."]


def test_a_zip_that_says_it_is_smaller_than_it_is(tmp_path: Path) -> None:
    content = bytearray(zipped({"a.fit": run(START)}))
    # The size in the list at the end of the zip.
    at = content.rindex(b"PK\x01\x02") + 24
    content[at : at + 4] = struct.pack("<I", 40)
    found = of(tmp_path / "x.zip", bytes(content))
    assert found.activities == []
    assert len(found.problems) == 1


def test_names_that_lead_out_of_a_zip_are_left_out(tmp_path: Path) -> None:
    inner = tmp_path / "in"
    inner.mkdir()
    found = of(inner / "x.zip", zipped({"../../a.fit": run(START), "/b.fit": run(START)}))
    assert found.activities == []
    why = "a name in a zip may not lead out of it"
    assert found.left_out == {("files with unsafe names", why): 2}
    assert tree(tmp_path) == {"in", "in/x.zip"}


def test_zips_in_zips_in_zips_have_an_end(tmp_path: Path) -> None:
    content = zipped({"a.fit": run(START)})
    for _ in range(2):
        content = zipped({"inner.zip": content})
    assert len(of(tmp_path / "x.zip", content).activities) == 1
    deeper = zipped({"inner.zip": zipped({"inner.zip": content})})
    found = of(tmp_path / "x.zip", deeper)
    assert found.activities == []
    assert "deeper than any export" in found.problems[0]


def test_a_zip_with_a_password_is_left_out(tmp_path: Path) -> None:
    content = bytearray(zipped({"a.fit": run(START)}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.rindex(mark) + at] |= 1
    found = of(tmp_path / "x.zip", bytes(content))
    assert found.left_out == {("locked files", "they have a password"): 1}


def test_a_damaged_member_stops_no_other(tmp_path: Path) -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("a.fit", run(START, metres=3000))
        packed.writestr("b.fit", run(START))
    content = bytearray(out.getvalue())
    content[200] ^= 0xFF
    found = of(tmp_path / "x.zip", bytes(content))
    assert [round(each.metres or 0) for each in found.activities] == [10_000]
    assert "Bad CRC" in found.problems[0]


def test_what_is_no_ordinary_file_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.fit")
    (tmp_path / "good.fit").write_bytes(run(START))
    found = read(tmp_path)
    assert len(found.activities) == 1
    assert found.left_out == {("no ordinary files", "only files, folders and zips are read"): 1}
    assert read(tmp_path / "pipe.fit").activities == []


def test_a_file_that_grows_is_read_as_far_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "x.fit"
    path.write_bytes(run(START) + bytes(500))
    size = len(run(START))
    member = Member(name="x.fit", path=str(path), size=size, open=lambda: path.open("rb"))
    assert member.content() == run(START)


def test_a_folder_that_may_not_be_entered_is_told(tmp_path: Path) -> None:
    assert "no such file" in read(tmp_path / "gone").problems[0].lower()


def test_thousands_of_other_files_are_passed_by(tmp_path: Path) -> None:
    for at in range(1500):
        (tmp_path / f"{at}.jpg").write_bytes(b"\xff\xd8\xff,;" + bytes([at % 251]) * 40)
    (tmp_path / "notes.txt").write_text("eggs, milk, bread\nand more, of it\n")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "x.fit").write_bytes(run(START))
    (tmp_path / "good.FIT").write_bytes(run(START))
    found = read(tmp_path)
    assert len(found.activities) == 1
    assert found.left_out == {("other files", "nothing in them that mile18 reads"): 1501}
    assert found.problems == []


def test_many_sentences_are_cut(tmp_path: Path) -> None:
    for at in range(30):
        (tmp_path / f"{at:02}.fit").write_bytes(b"")
    found = read(tmp_path)
    assert len(found.problems) == 21
    assert found.problems[-1] == "And 10 more sentences of this kind."


def test_old_sessions_are_left_out_by_their_date_alone(tmp_path: Path) -> None:
    old = datetime(2026, 3, 1, tzinfo=UTC)
    # After the date this one is damaged, and nobody notices.
    (tmp_path / "old.fit").write_bytes(run(old)[:90])
    found = read(tmp_path)
    assert found.problems == []
    assert found.left_out == {("older sessions", "over 200 days ago"): 1}


def test_whoever_stops_it_stops_it_at_once(tmp_path: Path) -> None:
    for at in range(5):
        (tmp_path / f"{at}.fit").write_bytes(run(START))
    told: list[tuple[str, int, int]] = []

    class StoppedError(Exception):
        pass

    def stop(step: str, done: int, of: int) -> None:
        told.append((step, done, of))
        if step == "reading" and done == 2:
            raise StoppedError

    reader = Reader(START.date(), Local(UTC), 1000.0, stop)
    with pytest.raises(StoppedError):
        reader.read([tmp_path])
    assert told[0] == ("looking", 1, 0)
    assert told[-1] == ("reading", 2, 5)


@pytest.mark.parametrize(
    "content",
    [
        run(START),
        gpx(START, 3000, 330),
        tcx(START, 3000, 330),
        strava([(START, 5000.0, 1500)]),
        APPLE.format(""),
    ],
)
def test_no_place_is_kept_of_anything(tmp_path: Path, content: bytes | str) -> None:
    found = of(tmp_path / "x", content)
    fields = {name for each in found.activities for name in each.__struct_fields__}
    assert not fields & {"latitude", "longitude", "name", "heart_rate"}


def test_a_file_with_no_session_and_no_points_says_so(tmp_path: Path) -> None:
    content = FitFile(created=seconds(START)).content()
    assert of(tmp_path / "x.fit", content).problems == ["x.fit: it holds no session and no points."]


def test_a_zip_in_a_zip_is_taken_out_once_for_all_its_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = {f"{at}.fit": run(START + timedelta(days=at), metres=2000) for at in range(5)}
    (tmp_path / "x.zip").write_bytes(zipped({"Part1.zip": zipped(runs)}))
    taken: list[str] = []
    content = Member.content

    def counted(member: Member, *args: int, **more: bool) -> bytes:
        taken.append(member.name) if not more and args else None
        return content(member, *args, **more)

    monkeypatch.setattr(Member, "content", counted)
    assert len(read(tmp_path).activities) == 5
    # Once to look, once to read.
    assert taken.count("Part1.zip in x.zip") == 2


@pytest.mark.parametrize("at", [60, 200, 400])
def test_a_member_whose_packing_is_damaged_stops_no_other(tmp_path: Path, at: int) -> None:
    content = bytearray(zipped({"a.fit": run(START, metres=3000), "b.fit": run(START)}))
    content[at : at + 8] = b"\xff" * 8
    found = of(tmp_path / "x.zip", bytes(content))
    assert [round(each.metres or 0) for each in found.activities] == [10_000]
    (told,) = found.problems
    assert told.startswith("a.fit in x.zip: it ")


def test_packed_bytes_that_are_damaged_are_told(tmp_path: Path) -> None:
    content = bytearray(gzip.compress(run(START)))
    content[40:60] = b"\xff" * 20
    assert of(tmp_path / "x.fit.gz", bytes(content)).problems == [
        "x.fit.gz: it is packed and damaged."
    ]


def test_a_damaged_export_of_apple_stops_no_other(tmp_path: Path) -> None:
    rows = "".join(f'<Record type="x" value="{random.Random(at).random()}"/>' for at in range(3000))
    content = bytearray(zipped({"export.xml": APPLE.format(rows)}))
    middle = len(content) // 2
    content[middle : middle + 20] = b"\xff" * 20
    (tmp_path / "good.fit").write_bytes(run(START))
    (tmp_path / "x.zip").write_bytes(bytes(content))
    found = read(tmp_path)
    assert len(found.activities) == 1
    assert len(found.problems) == 1


@pytest.mark.parametrize(
    "content",
    [
        '[{"summarizedActivitiesExport": [{"startTimeLocal": true, "distance": []}]}]',
        '[{"summarizedActivitiesExport": [{"startTimeLocal": 1e300, "activityType": {}}]}]',
        '[{"metaData": {"calendarDate": []}, "weight": {"weight": NaN}}]',
        '[{"metaData": {"calendarDate": "2027-04-20"}, "weight": {"weight": Infinity}}]',
        '[{"deepSleepSeconds": NaN, "calendarDate": "2027-04-20"}]',
        '[{"minutesAsleep": {}, "dateOfSleep": 7}]',
        '[{"minutesAsleep": 1e300, "dateOfSleep": "2027-04-20"}]',
        "[" * 5000,
        "{}",
        "[]",
    ],
)
def test_data_of_odd_kinds_end_nothing(tmp_path: Path, content: str) -> None:
    (tmp_path / "odd.json").write_text(content)
    (tmp_path / "good.fit").write_bytes(run(START))
    found = read(tmp_path)
    assert len(found.activities) >= 1
    told = proposed(found, Profile(), TODAY)
    for each in told.proposals:
        held = encode(taken(Profile(), [each], told, TODAY))
        assert decode(held).problems == ()
