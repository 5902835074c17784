"""A program in a real pseudo-terminal of 120×40: what it paints, and when."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from types import TracebackType

ROWS, COLUMNS = 40, 120
QUIET = 0.12
PATIENCE = 30.0


class Terminal:
    """Runs a program until the block is left, and then kills it."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str] | None = None) -> None:
        """Start the command; the clock runs from here."""
        self.file, inside = pty.openpty()
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.painted = b""
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            command, stdin=inside, stdout=inside, stderr=inside, env=env, start_new_session=True
        )
        os.close(inside)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self.file)

    def press(self, keys: bytes) -> None:
        """Send keys."""
        os.write(self.file, keys)

    def seconds_until(self, text: bytes) -> float:
        """Seconds from the start until `text` was painted; raises TimeoutError if it never is."""
        while text not in self.painted:
            if not self._read(PATIENCE):
                raise TimeoutError(f"{text!r} was not painted; the end was {self.painted[-300:]!r}")
        return time.perf_counter() - self.started

    def code(self) -> int:
        """Wait for the program to end by itself; its exit code."""
        while self._read(PATIENCE):
            pass
        return self.process.wait(PATIENCE)

    def settle(self) -> None:
        """Wait until nothing more is painted."""
        while self._read(4 * QUIET):
            pass

    def seconds_for(self, keys: bytes) -> float:
        """Seconds from pressing keys until the last that is painted for them."""
        start = last = time.perf_counter()
        self.press(keys)
        while self._read(PATIENCE if last == start else QUIET):
            last = time.perf_counter()
        return last - start

    def read_for(self, seconds: float) -> None:
        """Take in what is painted for so many seconds, or until the program ends."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0 and self._read(left):
            pass

    def _read(self, wait: float) -> bool:
        ready, _, _ = select.select([self.file], [], [], wait)
        if not ready:
            return False
        try:
            more = os.read(self.file, 1 << 16)
        except OSError:
            # Linux says so once the program has ended.
            return False
        self.painted += more
        return bool(more)
