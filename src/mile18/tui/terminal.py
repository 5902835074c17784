"""Keys typed while the app was loading, and an answer of the terminal that comes late."""

import os
import select
from codecs import getincrementaldecoder
from time import monotonic

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from mile18.background import Background

LATEST_SECONDS = 2.0
_LOOK_SECONDS = 0.05


def driver_after(background: Background) -> type[LinuxDriver]:
    """Textual's driver for a terminal that was asked for its background.

    What was typed meanwhile comes first. An answer that comes within two seconds is taken out,
    since Textual would read it as keys.
    """
    answer = background.answer

    class AskedDriver(LinuxDriver):
        is_first_run = True

        def run_input_thread(self) -> None:
            # It runs again each time that an editor gives the terminal back.
            if self.is_first_run:
                self.is_first_run = False
                self.sort_out()
            super().run_input_thread()

        def sort_out(self) -> None:
            parser, decode = XTermParser(), getincrementaldecoder("utf-8")("ignore").decode

            def feed(typed: bytes) -> None:
                # Nothing at all would be the end of what there is to parse.
                text = decode(typed)
                for event in (*(parser.feed(text) if text else ()), *parser.tick()):
                    self.process_message(event)

            feed(background.typed)
            until = monotonic() + LATEST_SECONDS
            while background.is_awaited and monotonic() < until and not self.exit_event.is_set():
                if not select.select([self.fileno], [], [], _LOOK_SECONDS)[0]:
                    feed(answer.given_up())
                elif piece := os.read(self.fileno, 4096):
                    feed(answer.typed(piece))
                else:
                    break
            feed(answer.given_up())

    return AskedDriver
