"""Light or dark as the terminal is: asked once, in a moment, and not a sign left over."""

import os
import pty
import select
import threading
import time
import tty
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mile18.background import WAIT_SECONDS, Answer, Background


@contextmanager
def terminal(answer: bytes, after: float = 0.0) -> Iterator[list[bytes]]:
    """A terminal in place of stdin and stdout that answers like this, and what it was asked."""
    outside, inside = pty.openpty()
    tty.setraw(outside)
    kept, asked, over = [os.dup(0), os.dup(1)], [], threading.Event()

    def answering() -> None:
        while not over.is_set():
            if select.select([outside], [], [], 0.01)[0]:
                asked.append(os.read(outside, 1024))
                over.wait(after)
                os.write(outside, answer)
                return

    for number in (0, 1):
        os.dup2(inside, number)
    thread = threading.Thread(target=answering)
    thread.start()
    try:
        yield asked
    finally:
        over.set()
        thread.join()
        for number, before in enumerate(kept):
            os.dup2(before, number)
            os.close(before)
        os.close(inside)
        os.close(outside)


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("COLORFGBG", "SSH_CONNECTION"):
        monkeypatch.delenv(name, raising=False)


DEVICE = b"\x1b[?62;22c"


@pytest.mark.parametrize(
    ("colour", "light"),
    [
        (b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\", True),
        (b"\x1b]11;rgb:fdfd/f6f6/e3e3\x07", True),
        (b"\x1b]11;rgb:ff/ff/ff\x1b\\", True),
        (b"\x1b]11;rgba:ffff/ffff/ffff/ffff\x1b\\", True),
        (b"\x1b]11;rgb:0000/2b2b/3636\x1b\\", False),
        (b"\x1b]11;rgb:0/0/0\x1b\\", False),
        (b"", False),
    ],
)
def test_what_the_terminal_says_counts(
    monkeypatch: pytest.MonkeyPatch, colour: bytes, light: bool
) -> None:
    if colour and b"0/0/0" not in colour:
        # The terminal knows better than what was set when it started.
        monkeypatch.setenv("COLORFGBG", "15;0" if light else "0;15")
    with terminal(colour + DEVICE) as asked, Background(asks=True) as background:
        assert background.is_light is light
    assert asked == [b"\x1b]11;?\x1b\\\x1b[c"]


@pytest.mark.parametrize(
    ("told", "light"),
    [("0;15", True), ("0;default;15", True), ("0;7", True), ("15;0", False), ("7;8", False),
     ("", False), ("x", False), ("0;default", False)],
)  # fmt: skip
def test_else_what_the_surroundings_say(
    monkeypatch: pytest.MonkeyPatch, told: str, light: bool
) -> None:
    monkeypatch.setenv("COLORFGBG", told)
    with terminal(DEVICE), Background(asks=True) as background:
        assert background.is_light is light


def test_a_terminal_that_says_nothing_costs_a_tenth_of_a_second_at_most() -> None:
    with terminal(b"", after=10), Background(asks=True) as background:
        before = time.monotonic()
        assert not background.is_light
        assert time.monotonic() - before < 10 * WAIT_SECONDS


@pytest.mark.parametrize(
    ("name", "value"), [("TERM", "dumb"), ("TERM", "linux"), ("TERM", ""), ("SSH_CONNECTION", "x")]
)
def test_some_are_never_asked(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with terminal(DEVICE) as asked, Background(asks=True) as background:
        assert not background.is_light
        assert asked == []


def test_what_was_typed_ahead_is_left_to_the_app() -> None:
    outside, inside = pty.openpty()
    kept = os.dup(0), os.dup(1)
    os.dup2(inside, 0)
    os.dup2(inside, 1)
    try:
        os.write(outside, b"n\n")
        time.sleep(0.05)
        with Background(asks=True) as background:
            assert not background.is_light
        assert os.read(0, 10) == b"n\n"
    finally:
        for number, before in enumerate(kept):
            os.dup2(before, number)
            os.close(before)
        os.close(inside)
        os.close(outside)


def test_who_needs_no_word_is_not_asked() -> None:
    with terminal(DEVICE) as asked, Background(asks=False) as background:
        assert not background.is_light
        assert not background.is_awaited
        assert asked == []


def test_without_a_terminal_nothing_is_asked(capfd: pytest.CaptureFixture[str]) -> None:
    with Background(asks=True) as background:
        assert not background.is_light
    assert capfd.readouterr().out == ""


LIGHT = b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\"


@given(
    before=st.lists(st.sampled_from([b"n", b"\x1b[A", b"\x1b[200~3:45\x1b[201~", "→ü".encode()])),
    between=st.lists(st.sampled_from([b"5", b"\r", b"\x1bOP"])),
    after=st.lists(st.sampled_from([b"q", b"\x1b[B"])),
    cuts=st.lists(st.integers(1, 9), min_size=1),
)
def test_what_is_typed_around_the_answer_comes_through_whole(
    before: list[bytes], between: list[bytes], after: list[bytes], cuts: list[int]
) -> None:
    sent = b"".join([*before, LIGHT, *between, DEVICE, *after])
    answer, typed, at = Answer(), b"", 0
    for turn in range(len(sent)):
        size = cuts[turn % len(cuts)]
        typed += answer.typed(sent[at : at + size])
        at += size
    assert typed + answer.given_up() == b"".join([*before, *between, *after])
    assert (answer.is_light, answer.is_whole) == (True, True)


def test_a_lone_escape_is_a_key() -> None:
    answer = Answer()
    assert answer.typed(b"a\x1b") == b"a"
    assert answer.given_up() == b"\x1b"
    assert answer.typed(b"b") == b"b"


def test_keys_come_back_with_the_answer() -> None:
    with terminal(b"nq" + LIGHT + DEVICE), Background(asks=True) as background:
        assert background.is_light
        assert background.typed == b"nq"
        assert not background.is_awaited
