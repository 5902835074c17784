"""One question to a web service over HTTP, and its JSON; or a sentence on why there is none."""

import json
import socket
import ssl
from collections.abc import Callable
from http.client import HTTPException
from threading import Event, Thread
from time import monotonic
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, HTTPSHandler, Request, build_opener

from mile18.sanitise import printable

STEP_S, WHOLE_S = 5.0, 10.0
MOST_BYTES = 4_000_000
_CHUNK = 65_536
_TOO_MANY, _TROUBLE, _PROXY = 429, 500, 407


class WeatherError(Exception):
    """The weather could not be had; the message is a sentence without its end."""


class StoppedError(WeatherError):
    """The runner stopped it."""


class _PassingError(Exception):
    """What may be gone a moment later; holds the sentence."""


class _NoDetour(HTTPRedirectHandler):
    """Follows no redirect: it would lead to a place that nobody agreed to."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        """Refuse."""


def ask_service(url: str, stop: Event | None = None) -> dict[str, Any]:
    """The JSON object at an address, asked for once and, after passing trouble, once more.

    It takes 5 s a step and 10 s in all, proxies come from the environment, and TLS is held against
    the system's certificates. `stop` ends the wait at once. Raises WeatherError.
    """
    if urlsplit(url).scheme not in ("http", "https"):
        raise WeatherError(f"“{printable(url[:60])}” is no address on the web")
    if "@" in urlsplit(url).netloc:
        raise WeatherError(f"{_host(url)} is given with a name or password; leave them out")
    ends = monotonic() + WHOLE_S
    try:
        return _within(lambda: _read(url, ends), stop, ends, url)
    except _PassingError:
        try:
            return _within(lambda: _read(url, ends), stop, ends, url)
        except _PassingError as error:
            raise WeatherError(str(error)) from None


def _within(
    work: Callable[[], dict[str, Any]], stop: Event | None, ends: float, url: str
) -> dict[str, Any]:
    """What the work gives, at the latest at `ends`: looking up a name knows no limit of its own."""
    answers: list[dict[str, Any]] = []
    failures: list[Exception] = []
    done = Event()

    def run() -> None:
        try:
            answers.append(work())
        except Exception as error:
            failures.append(error)
        done.set()

    Thread(target=run, daemon=True).start()
    while not done.wait(0.05):
        if stop is not None and stop.is_set():
            raise StoppedError("stopped; nothing was changed")
        if monotonic() > ends:
            raise WeatherError(f"{_host(url)} did not answer within {WHOLE_S:.0f} s")
    if failures:
        raise failures[0]
    return answers[0]


def _read(url: str, ends: float) -> dict[str, Any]:
    host = _host(url)
    opener = build_opener(_NoDetour, HTTPSHandler(context=ssl.create_default_context()))
    # Without a name of its own some services take a program for a robot.
    request = Request(url, headers={"Accept": "application/json", "User-Agent": "mile18"})
    try:
        with opener.open(request, timeout=STEP_S) as answer:
            content = _all_of(answer, ends, host)
    except HTTPError as error:
        raise _refused(host, error) from None
    except URLError as error:
        raise _unreached(host, error.reason) from None
    except (OSError, HTTPException) as error:
        raise _unreached(host, error) from None
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        raise WeatherError(f"{host} sent something that is no JSON") from None
    if not isinstance(found, dict):
        raise WeatherError(f"{host} sent JSON of another form")
    return found


def _all_of(answer: Any, ends: float, host: str) -> bytes:
    content = b""
    while chunk := answer.read1(_CHUNK):
        content += chunk
        if len(content) > MOST_BYTES:
            raise WeatherError(f"{host} sent more than {MOST_BYTES // 1_000_000} MB")
        if monotonic() > ends:
            raise WeatherError(f"{host} did not answer within {WHOLE_S:.0f} s")
    return content


def _refused(host: str, error: HTTPError) -> Exception:
    with error:
        code, body = error.code, error.read(_CHUNK)
    if code == _TOO_MANY:
        return WeatherError(f"{host} was asked too often today; try again later")
    if code >= _TROUBLE:
        return _PassingError(f"{host} has trouble of its own (HTTP {code}); try again later")
    if code == _PROXY:
        return WeatherError("the proxy wants a name and a password (HTTP 407)")
    if 300 <= code < 400:
        return WeatherError(f"{host} sends elsewhere (HTTP {code}), which mile18 does not follow")
    try:
        reason = json.loads(body)["reason"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return WeatherError(f"{host} refused the question (HTTP {code})")
    return WeatherError(f"{host} refused the question: {printable(str(reason)[:200])}")


def _unreached(host: str, why: Any) -> Exception:
    if isinstance(why, ssl.SSLError):
        told = getattr(why, "verify_message", "") or why.reason or "no secure connection"
        return WeatherError(f"{host} could not prove who it is (TLS: {told}); nothing was read")
    if isinstance(why, TimeoutError):
        return _PassingError(f"{host} did not answer within {STEP_S:.0f} s")
    if isinstance(why, socket.gaierror):
        return WeatherError(f"there is no network, or {host} could not be looked up")
    if isinstance(why, ConnectionRefusedError):
        return WeatherError(f"{host} refused the connection")
    if isinstance(why, OSError) and "Tunnel" in str(why):
        return WeatherError(f"the proxy did not let it through to {host} ({printable(str(why))})")
    if isinstance(why, OSError) and not isinstance(why, ConnectionError) and why.strerror:
        return WeatherError(f"{host} could not be reached ({why.strerror})")
    return _PassingError(f"{host} broke off the connection")


def _host(url: str) -> str:
    return printable(urlsplit(url).netloc.rpartition("@")[2])
