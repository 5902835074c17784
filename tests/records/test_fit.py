"""FIT files: totals and points as the watch meant them, whatever it wrote."""

import gzip
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from fit_files import CYCLING, RUNNING, STRENGTH, SWIMMING, TRAINING, FitFile, points, run, seconds

from mile18.records.activity import Activity, RecordError
from mile18.records.formats.fit import head, read_fit, unpacked
from mile18.records.formats.local import Local

START = datetime(2027, 3, 1, 6, 30, tzinfo=UTC)
BERLIN = Local(ZoneInfo("Europe/Berlin"))


def only(content: bytes, local: Local = BERLIN) -> Activity:
    (found,) = read_fit(content, local)
    return found


@pytest.mark.parametrize("big", [False, True])
def test_a_run_is_read_with_its_totals_and_points(big: bool) -> None:
    found = only(run(START, big=big))
    assert (found.sport, found.metres, found.timer, found.elapsed) == ("run", 10_000, 3300, 3300)
    assert found.start == datetime(2027, 3, 1, 7, 30)
    assert found.track
    track = found.track()
    assert track
    assert points(track)[:2] == [(0, 0), (5, pytest.approx(15.15, abs=0.01))]


def test_without_a_zone_the_watch_knows_its_own() -> None:
    assert only(run(START, shift=-5 * 3600), Local()).start == datetime(2027, 3, 1, 1, 30)


def test_a_wrong_sum_at_the_end_changes_nothing() -> None:
    whole = run(START)
    wrong = whole[:-2] + bytes(2)
    assert wrong != whole
    assert only(wrong).metres == 10_000


def test_a_file_that_ends_early_counts_as_far_as_it_goes() -> None:
    whole = run(START)
    found = only(whole[: len(whole) // 2])
    assert found.incomplete
    assert found.sport == "run"
    assert found.metres
    assert 4000 < found.metres < 6000
    assert found.timer is None


def test_seconds_since_power_on_are_no_date() -> None:
    begin, local = 17_000_000, datetime(2027, 3, 1, 19, 0)
    file = FitFile(created=begin)
    for at in range(0, 601, 10):
        file.record(begin + at, at * 3.0)
    file.session(begin, 1800, 600)
    file.activity(begin + 600, seconds(local) + 600)
    assert only(file.content()).start == local


def test_of_several_sports_in_a_file_each_stands_alone() -> None:
    begin, file = seconds(START), FitFile(created=seconds(START))
    for at in range(0, 5400, 60):
        # The counter of each leg begins at nought.
        file.record(begin + at, (at % 1800) * 3.0)
    for leg, sport in enumerate((SWIMMING, CYCLING, RUNNING)):
        file.session(begin + 1800 * leg, 5400, 1800, sport=sport)
    legs = read_fit(file.content(), BERLIN)
    assert [each.sport for each in legs] == ["other", "other", "run"]
    assert legs[2].start == datetime(2027, 3, 1, 8, 30)
    assert legs[2].track
    track = legs[2].track()
    assert track
    assert track.metres[0] == 0
    assert track.metres[-1] <= 5400


def test_strength_is_no_run_and_yoga_no_strength() -> None:
    file = FitFile(created=seconds(START))
    file.session(seconds(START), None, 1800, sport=TRAINING, sub=STRENGTH)
    assert only(file.content()).sport == "strength"
    file = FitFile(created=seconds(START))
    file.session(seconds(START), None, 1800, sport=TRAINING, sub=43)
    assert only(file.content()).sport == "other"


def test_no_distance_counts_as_none() -> None:
    file = FitFile(created=seconds(START))
    file.session(seconds(START), None, 1800)
    found = only(file.content())
    assert (found.metres, found.timer, found.track) == (None, 1800, None)


def test_a_pause_is_known_with_its_ends() -> None:
    begin, file = seconds(START), FitFile(created=seconds(START))
    file.timer(begin, stops=False)
    file.record(begin, 0)
    file.record(begin + 100, 300)
    file.timer(begin + 100, stops=True)
    file.timer(begin + 400, stops=False)
    file.record(begin + 500, 600)
    file.session(begin, 600, 200, 500)
    found = only(file.content())
    assert (found.timer, found.elapsed) == (200, 500)
    assert found.track
    track = found.track()
    assert track
    assert track.pauses == ((100, 400),)


@pytest.mark.parametrize(("timer", "elapsed"), [(4000, 3000), (3000, 31 * 86_400)])
def test_what_no_watch_runs_for_is_not_believed(timer: int, elapsed: int) -> None:
    found = only(run(START, elapsed=elapsed, pace=timer / 10))
    assert found.timer == min(timer, 3000)
    assert found.elapsed == (elapsed if elapsed < 86_400 else None)


@pytest.mark.parametrize("kind", ["course", "workout", "settings", "monitoring"])
def test_what_is_no_training_says_so_first(kind: str) -> None:
    file = FitFile(kind, seconds(START))
    file.record(seconds(START), 0)
    file.record(seconds(START) + 9, 99)
    content = file.content()
    assert head(content).kind.startswith(kind)
    assert read_fit(content, BERLIN) == []


def test_the_date_stands_at_the_beginning() -> None:
    assert head(run(START)).created == START


@pytest.mark.parametrize("content", [b"", b"nothing", b"\x0e\x20\x00\x00", run(START)[:14]])
def test_what_is_no_file_of_a_watch_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(RecordError, match=r"^it "):
        head(content)


def test_packed_or_not_shows_in_the_bytes_and_not_in_the_name() -> None:
    whole = run(START, metres=1000)
    assert unpacked(gzip.compress(whole), 1 << 20) == whole
    assert unpacked(whole, 1 << 20) == whole
    with pytest.raises(RecordError, match="larger unpacked"):
        unpacked(gzip.compress(bytes(1 << 21)), 1 << 20)
    with pytest.raises(RecordError, match="damaged"):
        unpacked(gzip.compress(whole)[:40], 1 << 20)


def test_a_run_over_midnight_on_the_wall_belongs_to_the_day_it_began() -> None:
    found = only(run(datetime(2027, 3, 7, 23, 25, tzinfo=UTC)))
    assert found.start.date() == datetime(2027, 3, 8).date()
    assert found.start - timedelta(minutes=25) == datetime(2027, 3, 8)


def test_without_totals_what_is_too_fast_is_no_run() -> None:
    ride = run(START, metres=40_000, pace=120, step=20)
    cut = only(ride[: len(ride) // 2])
    assert (cut.sport, cut.incomplete) == ("other", True)


def test_of_joined_files_the_first_says_what_it_is() -> None:
    settings = FitFile("settings", seconds(START)).content()
    assert only(run(START) + settings).metres == 10_000
