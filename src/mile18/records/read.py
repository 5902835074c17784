"""Everything in the files that a runner names: what it is, who reads it, and what came of it."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from mile18.records.activity import Activity, Contents, RecordError, Track
from mile18.records.find import FAULTS, MOST_APPLE_BYTES, MOST_BYTES, Member, members
from mile18.records.formats.fit import NO_TRAINING, OTHER_FILES, head, read_fit, unpacked
from mile18.records.formats.local import Local
from mile18.records.same import SAME_START, counted_once

# No question asks further back.
DAYS_BACK = 200
_TOLD = 20
Progress = Callable[[str, int, int], None]


class Session(Struct):
    """A file of one session that waits to be decoded: a FIT with the moment it was begun, GPX, TCX."""

    member: Member
    kind: str
    created: datetime | None
    taken: bool = False
    track: Track | None = None


class Reader:
    """Reads paths once; `progress` is told a step, how much is done and of how much, and may raise."""

    def __init__(
        self, today: date, local: Local, unit_m: float, progress: Progress = lambda *_: None
    ) -> None:
        """`unit_m` is the length in m of the unit in lists that name none."""
        self._today, self._local, self._unit_m = today, local, unit_m
        self._since = today - timedelta(days=DAYS_BACK)
        self._progress = progress
        self._looked = 0
        self._sessions: list[Session] = []
        self._tables: list[list[list[str]]] = []
        self._unknown = 0
        self.found = Contents()

    def read(self, paths: list[Path]) -> Contents:
        """All that is known here, each session, night and weighing once."""
        for member in members(paths, self.found, self._tick):
            with self._telling(member):
                self._sort(member)
        self._read_strava()
        self._match()
        self._decode()
        if self._unknown:
            self.found.leave_out("other files", "nothing in them that mile18 reads", self._unknown)
        if self._local.used and self._local.zone is None:
            zone = datetime.now().astimezone().tzname()
            self.found.problems.append(
                f"Times that a file gives in UTC were read by the clock of this computer ({zone})."
            )
        self.found.problems[:] = dict.fromkeys(self.found.problems)
        once = counted_once(self.found)
        if len(once.problems) > _TOLD:
            more = len(once.problems) - _TOLD
            once.problems[_TOLD:] = [f"And {more} more sentences of this kind."]
        return once

    @contextmanager
    def _telling(self, member: Member) -> Iterator[None]:
        """Tell what is wrong with a file, and go on with the others."""
        try:
            yield
        except RecordError as error:
            self.found.problems.append(f"{member.name}: {error}.")
        except FAULTS as error:
            fault = type(error).__name__
            self.found.problems.append(f"{member.name}: it cannot be read ({fault}).")

    def _tick(self) -> None:
        self._looked += 1
        self._progress("looking", self._looked, 0)

    # What a file is

    def _sort(self, member: Member) -> None:
        first = member.head()
        if not first:
            raise RecordError("it is empty")
        if first[:2] == b"\x1f\x8b":
            content = unpacked(member.content(), MOST_BYTES)
            self._sort_content(member, content[:2048], lambda: content)
            return
        self._sort_content(member, first, member.content)

    def _sort_content(self, member: Member, first: bytes, content: Callable[[], bytes]) -> None:
        start = first.lstrip(b"\xef\xbb\xbf \t\r\n")
        if first[8:12] == b".FIT":
            self._sort_fit(member, content())
        elif member.path.lower().endswith((".fit", ".fit.gz")):
            raise RecordError("it is no FIT file, whatever its name says")
        elif start[:1] == b"<":
            self._sort_xml(member, start)
        elif start[:1] in (b"[", b"{"):
            self._read_json(content())
        elif _is_table(first):
            self._read_table(content())
        else:
            self._unknown += 1

    def _sort_fit(self, member: Member, content: bytes) -> None:
        told = head(content)
        if told.kind != "activity":
            what = NO_TRAINING.get(told.kind, OTHER_FILES)
            self.found.leave_out(what, "they are no training")
        elif told.created is not None and told.created.date() < self._since:
            self.found.leave_out("older sessions", f"over {DAYS_BACK} days ago")
        else:
            self._sessions.append(Session(member, "fit", told.created))

    def _sort_xml(self, member: Member, start: bytes) -> None:
        if b"<HealthData" in start or b"<!DOCTYPE HealthData" in start:
            from mile18.records.formats.apple import read_apple

            if member.size > MOST_APPLE_BYTES:
                raise RecordError(f"it has over {MOST_APPLE_BYTES / 1e9:.0f} GB")
            with member.open() as file:
                self.found.add(read_apple(file, self._local, self._tick))
        elif b"<TrainingCenterDatabase" in start:
            self._sessions.append(Session(member, "tcx", None))
        elif b"<gpx" in start:
            self._sessions.append(Session(member, "gpx", None))
        else:
            self._unknown += 1

    def _read_json(self, content: bytes) -> None:
        from mile18.records.formats.garmin import read_account
        from mile18.records.formats.sleep_exports import read_fitbit

        try:
            document: Any = json.loads(content)
        except (ValueError, RecursionError):
            self._unknown += 1
            return
        more = read_fitbit(document) or read_account(document)
        if more is None:
            self._unknown += 1
        else:
            self.found.add(more)

    def _read_table(self, content: bytes) -> None:
        from mile18.records.formats import garmin, sleep_exports
        from mile18.records.formats.strava import is_strava
        from mile18.records.formats.tables import rows_of, text_of

        rows = rows_of(text_of(content))
        if len(rows) < 2:
            self._unknown += 1
        elif is_strava(rows):
            # Its files may still be on their way.
            self._tables.append(rows)
        elif nights := sleep_exports.read_table(rows):
            self.found.add(nights)
        elif garmin.is_activities(rows):
            self.found.add(garmin.read_activities(rows, self._unit_m))
            self.found.unit_is_open = True
            unit = "miles" if self._unit_m > 1500 else "km"
            self.found.problems.append(f"Garmin's list names no unit; it was read in {unit}.")
        elif garmin.is_sleep(rows, self._today):
            self.found.add(garmin.read_sleep(rows, self._today))
        elif garmin.is_weight(rows):
            self.found.add(garmin.read_weight(rows))
        else:
            self._unknown += 1

    # Sessions: from lists, with their points where files have them, and from files alone

    def _read_strava(self) -> None:
        from mile18.records.formats.strava import read_strava

        by_name = {PurePosixPath(each.member.path).name: each for each in self._sessions}

        def track_of(name: str) -> Any:
            session = by_name.get(PurePosixPath(name).name)
            if session is None:
                return None
            session.taken = True
            return partial(self._track, session)

        for rows in self._tables:
            self.found.add(read_strava(rows, self._local, track_of, self._unit_m))

    def _match(self) -> None:
        """Files that were begun when a session of an account export was hold its points."""
        from mile18.records.formats import garmin

        open_ones = [
            at
            for at, each in enumerate(self.found.activities)
            if each.source == garmin.SOURCE and not each.rounded
        ]
        for session in self._sessions:
            if session.taken or session.created is None:
                continue
            begun = self._local.at(session.created)
            for at in open_ones:
                activity = self.found.activities[at]
                if abs(activity.start - begun) <= SAME_START and activity.track is None:
                    session.taken = True
                    points = partial(self._track, session)
                    self.found.activities[at] = replace(activity, track=points)
                    break

    def _track(self, session: Session) -> Track | None:
        if session.track is None:
            with suppress(RecordError, *FAULTS):
                runs = (each for each in self._decoded(session) if each.sport == "run")
                session.track = next((each.track() for each in runs if each.track), None)
        return session.track

    def _decode(self) -> None:
        waiting = [each for each in self._sessions if not each.taken]
        for done, session in enumerate(waiting):
            self._progress("reading", done, len(waiting))
            with self._telling(session.member):
                self.found.activities += self._decoded(session)

    def _decoded(self, session: Session) -> list[Activity]:
        content = unpacked(session.member.content(), MOST_BYTES)
        if session.kind == "fit":
            return read_fit(content, self._local)
        if session.kind == "tcx":
            from mile18.records.formats.tcx import read_tcx

            return read_tcx(content, self._local)
        from mile18.records.formats.gpx import read_gpx

        return read_gpx(content, self._local)


def _is_table(first: bytes) -> bool:
    """Whether the beginning of a file is text with signs that part cells."""
    if first[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return True
    if b"\0" in first or not (b"," in first or b";" in first):
        return False
    try:
        first.decode()
    except UnicodeDecodeError as error:
        # The last sign may be cut.
        return error.start > len(first) - 4
    return True
