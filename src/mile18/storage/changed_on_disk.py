"""A file that another window or a sync tool changed while it was open here: what to do about it.

Whatever is chosen, both versions stay: one in the file, the other beside it or among the earlier
versions, from where `mile18 restore` brings it back.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from typing import Any, Literal

from msgspec import Struct

from mile18.profile import Profile, topics
from mile18.question import Question, questions
from mile18.storage.backups import clear_versions, keep_version
from mile18.storage.codec import encode
from mile18.storage.disk import read_bytes
from mile18.storage.problem import STILL_OPEN, ChangedElsewhere, NoSuchFile, StorageError, failure
from mile18.storage.store import Opened, Store, open_file, refuse_newer

By = Literal["mine", "theirs", "both"]


class Change(Struct, frozen=True):
    """A question that the two answer differently now, and who changed it since they were one."""

    question: Question
    mine: Any
    theirs: Any
    by: By


def changes(base: Profile, mine: Profile, theirs: Profile) -> tuple[Change, ...]:
    """The questions that `mine` and `theirs` answer differently, in the order of the file."""
    return tuple(
        each for each in _changes(base, mine, theirs) if topics()[each.question.topic].is_answered
    )


def put_together(base: Profile, mine: Profile, theirs: Profile) -> Profile:
    """All that either side changed; where both changed one answer, `mine` stands.

    Lists to which both only added hold what both added.
    """
    together = mine
    for each in _changes(base, mine, theirs):
        name = each.question.id
        # The days that went by are no answers: either side's will do, and theirs is on disk.
        if each.by == "theirs" or (
            each.by == "both" and not topics()[each.question.topic].is_answered
        ):
            together = together.with_answer(name, each.theirs)
        elif added := _both_added(base.answer(name), each.mine, each.theirs):
            together = together.with_answer(name, added)
    return together


def conflicts(base: Profile, mine: Profile, theirs: Profile) -> tuple[Change, ...]:
    """The changes of which only one side's can stand."""
    return tuple(
        each
        for each in changes(base, mine, theirs)
        if each.by == "both"
        and not _both_added(base.answer(each.question.id), each.mine, each.theirs)
    )


def _changes(base: Profile, mine: Profile, theirs: Profile) -> Iterator[Change]:
    for sheet in topics().values():
        for question in questions(sheet):
            was, ours, other = (each.answer(question.id) for each in (base, mine, theirs))
            if ours != other:
                by: By = "theirs" if ours == was else "mine" if other == was else "both"
                yield Change(question, ours, other, by)


def _both_added(base: Any, mine: Any, theirs: Any) -> tuple[Any, ...]:
    """A list with what both sides added to it; empty if one did anything else."""
    if not (isinstance(mine, tuple) and isinstance(theirs, tuple)):
        return ()
    was, ours, other = (Counter(each or ()) for each in (base, mine, theirs))
    if not (was < ours and was < other):
        return ()
    # What both added alike is there once.
    return (*mine, *(other - ours).elements())


Choice = Literal["copy", "together", "theirs", "mine"]


class Elsewhere(Struct, frozen=True):
    """What stands in the file now instead of what was opened, as far as it can be read.

    `content` is None if the file is gone, `theirs` if there is no race to read in it; `changed`
    is when it was written last.
    """

    base: Opened
    content: bytes | None
    theirs: Opened | None = None
    changed: datetime | None = None

    def apart_from(self, mine: Profile) -> tuple[Change, ...]:
        """The questions that the file and `mine` answer differently now."""
        theirs = self.theirs.profile if self.theirs else mine
        return changes(self.base.profile, mine, theirs)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What can be done; that both are kept as files is always possible, and comes first."""
        if not self.theirs:
            return "copy", "mine"
        if self.theirs.loaded.newer:
            return "copy", "theirs"
        return "copy", "together", "theirs", "mine"


def look(opened: Opened) -> Elsewhere | None:
    """What another put into the file since it was opened; None if nothing. Raises StorageError."""
    try:
        content = read_bytes(opened.path)
    except NoSuchFile:
        return Elsewhere(opened, None)
    if content == opened.content:
        return None
    changed = None
    with suppress(OSError):
        changed = datetime.fromtimestamp(opened.path.stat().st_mtime).astimezone()
    theirs = None
    with suppress(StorageError):
        theirs = open_file(opened.path)
    if theirs:
        return Elsewhere(opened, theirs.content, theirs, changed)
    return Elsewhere(opened, content, None, changed)


def reread(found: Elsewhere, now: datetime) -> Opened:
    """Go on with what stands in the file; it is kept as a version, since an undo may come."""
    assert found.theirs
    # It stands in the file as well, so that a full disk is no reason for trouble.
    with suppress(StorageError):
        _keep(found, found.theirs.content, now)
    return found.theirs


def settle(store: Store, found: Elsewhere, mine: Profile, choice: Choice, now: datetime) -> Opened:
    """Do what was chosen, and return the file to go on with.

    Raises ChangedElsewhere if the file was changed yet again, and StorageError; then it still is as
    it was found.
    """
    _refuse_another(found)
    match choice:
        case "copy":
            return store.save_copy(found.base, mine)
        case "together":
            return _put_together(store, found, mine, now)
        case "theirs":
            return _take_theirs(found, mine, now)
        case "mine":
            return _take_mine(store, found, mine, now)


def _refuse_another(found: Elsewhere) -> None:
    again = look(found.base)
    if not again or again.content != found.content:
        raise ChangedElsewhere(
            failure(found.base.path, "saved", "it was changed again", STILL_OPEN)
        )


def _put_together(store: Store, found: Elsewhere, mine: Profile, now: datetime) -> Opened:
    assert found.theirs
    refuse_newer(found.theirs)
    _keep(found, found.theirs.content, now)
    together = put_together(found.base.profile, mine, found.theirs.profile)
    return store.save(found.theirs, together, now=now)


def _take_theirs(found: Elsewhere, mine: Profile, now: datetime) -> Opened:
    theirs = reread(found, now)
    _keep(found, encode(mine, found.base.loaded.document).encode(), now)
    return theirs


def _take_mine(store: Store, found: Elsewhere, mine: Profile, now: datetime) -> Opened:
    if found.theirs:
        refuse_newer(found.theirs)
    if found.content:
        _keep(found, found.content, now)
    return store.write_over(found.base, found.content, mine)


def _keep(found: Elsewhere, content: bytes, now: datetime) -> None:
    keep_version(found.base.path, content, now)
    # A version too many is better than a word of trouble about what went well.
    with suppress(StorageError):
        clear_versions(found.base.path)
