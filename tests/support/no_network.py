"""Nothing connects and no name is looked up, in any test, unless the test says so."""

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_allowed = 0


class ConnectedError(BaseException):
    """Something tried to reach the network; no handler for errors swallows it."""


@contextmanager
def allowed() -> Iterator[None]:
    """Within this block connections to this machine are allowed."""
    global _allowed
    _allowed += 1
    try:
        yield
    finally:
        _allowed -= 1


def watch() -> None:
    """Watch every connection of this process from now on."""
    sys.addaudithook(_hook)


def cut_off() -> None:
    """From the screens nothing is asked: there is no network, as for a runner on a train."""
    from mile18.tui.exchange import weather
    from mile18.weather.service import WeatherError

    def lost(url: str, stop: object = None) -> dict[str, Any]:
        raise WeatherError(f"there is no network to ask {url[:20]}, {stop is not None}")

    weather.ask_service = lost  # type: ignore[attr-defined]


def _hook(event: str, details: tuple[Any, ...]) -> None:
    if event not in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname"):
        return
    if event == "socket.connect" and details[0].family == getattr(socket, "AF_UNIX", None):
        return
    host = details[1][0] if event == "socket.connect" else details[0]
    if not (_allowed and host in ("127.0.0.1", b"127.0.0.1")):
        raise ConnectedError(f"{event} to {host}")
