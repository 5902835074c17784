"""`mile18 course`: what a GPX file holds is taken, told and kept; a bad file changes nothing."""

import json
from pathlib import Path

import pytest
from shell_runs import run

from mile18.records.activity import RecordError
from mile18.records.course import read_course, take
from mile18.storage.store import open_file
from mile18.topics.race.course import heights_of

# About 111.2 m apart, due north, on a round earth.
STEP = 0.001


def gpx(
    count: int = 96, *, part: str = "trk", rise: float = 2.0, extra: str = "", ele: bool = True
) -> bytes:
    height = "<ele>{}</ele>" if ele else ""
    point = {"trk": "trkpt", "rte": "rtept"}[part]
    points = "".join(
        f'<{point} lat="{50 + STEP * at}" lon="7">{height.format(100 + rise * at)}</{point}>'
        for at in range(count)
    )
    inner = f"<trkseg>{points}</trkseg>" if part == "trk" else points
    return (
        '<gpx version="1.1" creator="t" xmlns="http://www.topografix.com/GPX/1/1">'
        f"{extra}<{part}><name>Rhine Ten</name>{inner}</{part}></gpx>"
    ).encode()


def waypoint(at: float, name: str, desc: str = "") -> str:
    return f'<wpt lat="{50 + STEP * at}" lon="7.0001"><name>{name}</name><desc>{desc}</desc></wpt>'


@pytest.mark.parametrize("part", ["trk", "rte"])
def test_tracks_and_routes_have_length_and_heights(part: str) -> None:
    found = read_course(gpx(part=part))
    assert found.name == "Rhine Ten"
    assert found.km == pytest.approx(10.56, abs=0.01)
    assert found.heights[0] == 100
    assert found.heights[-1] == 290
    assert len(found.heights) == 54
    assert found.notes == ()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "no GPX file"),
        (b"\x00\xff\xfe nonsense", "no GPX file"),
        (b"<html><body/></html>", "begins with “html”"),
        (b"<gpx/>", "no track or route"),
        (gpx(1), "no track or route"),
        (gpx(2), "a course has 0.4 to 400 km"),
        (gpx()[:-40], "no GPX file"),
        (
            b'<!DOCTYPE gpx [<!ENTITY a "zz"><!ENTITY b "&a;&a;">]><gpx><trk><name>&b;</name></trk></gpx>',
            "defines entities",
        ),
    ],
)
def test_what_is_no_course_is_told(content: bytes, told: str) -> None:
    with pytest.raises(RecordError, match=told):
        read_course(content)


def test_blanks_and_a_mark_before_the_head_do_no_harm() -> None:
    assert read_course(b"\xef\xbb\xbf  \n" + gpx()).km == read_course(gpx()).km


def test_points_without_a_place_are_left_out_and_told() -> None:
    broken = gpx().replace(b' lon="7"', b"", 3)
    assert read_course(broken).notes == ("3 points without a place left out.",)


def test_a_course_without_heights_is_flat_and_says_so() -> None:
    found = read_course(gpx(ele=False))
    assert found.heights == ()
    assert found.notes == ("The file has no heights, so the course counts as flat.",)


def test_a_gap_in_the_heights_is_bridged() -> None:
    found = read_course(gpx().replace(b"<ele>120.0</ele>", b""))
    assert found.notes == ("1 point without a height; the line between is straight.",)
    assert found.heights[-1] == 290


def test_heights_that_jump_are_told() -> None:
    bridge = gpx(rise=0.0).replace(b'lat="50.04" lon="7"><ele>100', b'lat="50.04" lon="7"><ele>30')
    assert bridge != gpx(rise=0.0)
    (note,) = read_course(bridge).notes
    assert note.startswith("Heights jump by up to 70 m from point to point")
    # A mountain is as steep as that all along.
    assert read_course(gpx(rise=60.0)).notes == ()


def test_aid_stations_and_cut_offs_come_from_waypoints() -> None:
    extra = (
        waypoint(45, "Aid 1", "Water, gels")
        + waypoint(80, "Bridge", "Cut-off 12:05, after the start")
        + waypoint(20, "First aid", "Medical tent, no drinks")
        + waypoint(0, "Start")
    )
    aid, bridge = read_course(gpx(extra=extra)).stops
    assert (aid.km, aid.offers, aid.closes) == (5.0, "Water, gels", None)
    assert (bridge.km, bridge.served, f"{bridge.closes:%H:%M}") == (8.9, False, "12:05")


def test_a_loop_passes_its_station_again() -> None:
    there = "".join(f'<trkpt lat="{50 + STEP * at}" lon="7"/>' for at in range(40))
    back = "".join(f'<trkpt lat="{50 + STEP * at}" lon="7"/>' for at in range(39, -1, -1))
    content = f"<gpx>{waypoint(10, 'Aid', 'Water')}<trk><trkseg>{there}{back}</trkseg></trk></gpx>"
    assert [stop.km for stop in read_course(content.encode()).stops] == [1.1, 7.6]


@pytest.fixture
def course(tmp_path: Path) -> Path:
    file = tmp_path / "course.gpx"
    file.write_bytes(gpx(extra=waypoint(45, "Aid 1", "Water")))
    return file


def test_a_course_is_taken_shown_kept_as_numbers_and_forgotten(folder: Path, course: Path) -> None:
    run("new", "ten", "--distance", "10", "--goal", "50:00", "--profiles", str(folder))
    race = folder / "ten.toml"
    before = race.read_bytes()
    done = run("course", "ten", str(course), "--profiles", str(folder))
    assert (done.code, done.err) == (0, "")
    assert "about 190 m up, 0 m down · course.gpx" in done.out
    assert "The file is 5.6% longer than your race, so it is scaled." in done.out
    assert "check that it is the course of this race" in done.out
    written = race.read_text()
    assert "50.0" not in written, "a place on the map was kept"
    assert len(heights_of(open_file(race).profile.course)) == 54
    kept = [file.read_bytes() for file in (folder / ".mile18" / "backups" / "ten").iterdir()]
    assert before in kept
    told = json.loads(run("course", "ten", "--json", "--profiles", str(folder)).out)
    assert told["ascent"] == 190
    assert told["points"][-1] == [10.0, 290.0]
    assert told["stations"] == [{"km": 4.7, "offers": "Water"}]
    assert told["scaled_by"] == pytest.approx(0.947, abs=0.001)
    assert run("course", "ten", "--remove", "--profiles", str(folder)).code == 0
    assert "[course]" not in race.read_text()


def test_a_bad_file_changes_nothing(folder: Path, tmp_path: Path) -> None:
    run("new", "ten", "--distance", "10", "--profiles", str(folder))
    before = (folder / "ten.toml").read_bytes()
    bad = tmp_path / "bad.gpx"
    bad.write_text("<html/>")
    done = run("course", "ten", str(bad), "--profiles", str(folder))
    assert done.code == 2
    assert done.err == f"mile18: “{bad}” was not taken: it is no GPX file: it begins with “html”\n"
    assert (folder / "ten.toml").read_bytes() == before


def test_stations_that_are_answered_stay() -> None:
    from mile18.profile import Profile

    mine = Profile().with_answer("race.distance", 10.0)
    first, _ = take(mine, read_course(gpx(extra=waypoint(45, "Aid", "Water"))), "a.gpx")
    again, notes = take(first, read_course(gpx(extra=waypoint(80, "Aid", "Cola"))), "b.gpx")
    assert again.race.aid_stations == first.race.aid_stations
    assert any("Clear yours" in each for each in notes)
