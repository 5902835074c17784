"""Asking a service: its answer, or a sentence that says what stood in the way."""

import socket
import ssl
from threading import Event

import pytest
from weather_server import Service, as_json

from mile18.weather import service as asking
from mile18.weather.service import StoppedError, WeatherError, ask_service


def _told(url: str) -> str:
    with pytest.raises(WeatherError) as caught:
        ask_service(url)
    return str(caught.value)


def test_an_answer_is_read_and_asked_for_once(service: Service) -> None:
    service.answer = lambda *_: as_json({"a": 1})
    assert ask_service(f"{service.address}/forecast?x=1") == {"a": 1}
    assert service.asked == ["/forecast?x=1"]


@pytest.mark.parametrize(
    ("code", "body", "told", "asked"),
    [
        (429, b"", "was asked too often today; try again later", 1),
        (500, b"", "has trouble of its own (HTTP 500); try again later", 2),
        (503, b"<html>", "has trouble of its own (HTTP 503); try again later", 2),
        (404, b"", "refused the question (HTTP 404)", 1),
        (407, b"", "the proxy wants a name and a password (HTTP 407)", 1),
        (400, b'{"error": true, "reason": "no\\u0007 such day"}', "refused the question: no", 1),
        (302, b"", "sends elsewhere (HTTP 302), which mile18 does not follow", 1),
        (200, b"<html>", "sent something that is no JSON", 1),
        (200, b"\xff\xfe\x00", "sent something that is no JSON", 1),
        (200, b"[" * 100_000, "sent something that is no JSON", 1),
        (200, b"[1]", "sent JSON of another form", 1),
        (200, b'"' + b"x" * 4_100_000 + b'"', "sent more than 4 MB", 1),
    ],
)
def test_a_bad_answer_is_a_sentence(
    service: Service, code: int, body: bytes, told: str, asked: int
) -> None:
    service.answer = lambda *_: (code, body)
    said = _told(f"{service.address}/forecast")
    assert told in said
    assert "\a" not in said
    assert len(service.asked) == asked


def test_passing_trouble_is_asked_once_more(service: Service) -> None:
    answers = iter([(500, b""), as_json({"a": 1})])
    service.answer = lambda *_: next(answers)
    assert ask_service(f"{service.address}/forecast") == {"a": 1}
    assert len(service.asked) == 2


def test_a_slow_service_is_not_waited_for(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    released = Event()
    monkeypatch.setattr(asking, "STEP_S", 0.05)
    service.answer = lambda *_: (released.wait(5), as_json({}))[1]
    said = _told(f"{service.address}/forecast")
    released.set()
    assert "did not answer within" in said


def test_a_look_up_without_end_ends(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    released = Event()
    monkeypatch.setattr(asking, "WHOLE_S", 0.1)
    monkeypatch.setattr(asking, "_read", lambda *_: released.wait(5))
    said = _told(f"{service.address}/forecast")
    released.set()
    assert "did not answer within" in said


def test_a_runner_stops_it(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    released, stop = Event(), Event()
    monkeypatch.setattr(asking, "_read", lambda *_: released.wait(5))
    stop.set()
    with pytest.raises(StoppedError, match="nothing was changed"):
        ask_service(f"{service.address}/forecast", stop)
    released.set()


def test_nobody_there_is_told() -> None:
    from no_network import allowed

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with allowed():
        assert "refused the connection" in _told(f"http://127.0.0.1:{port}/forecast")


def test_no_network_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(*_: object, **__: object) -> None:
        raise socket.gaierror(-3, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", lost)
    said = _told("https://api.example/forecast")
    assert said == "there is no network, or api.example could not be looked up"


def test_what_speaks_no_tls_proves_nothing(service: Service) -> None:
    said = _told(service.address.replace("http", "https") + "/forecast")
    assert "could not prove who it is (TLS: " in said
    assert said.endswith("nothing was read")


def test_a_wrong_certificate_is_told() -> None:
    error = ssl.SSLCertVerificationError("bad")
    error.verify_message = "self-signed certificate"
    said = str(asking._unreached("api.example", error))
    assert "(TLS: self-signed certificate); nothing was read" in said


def test_a_proxy_of_the_environment_is_used_and_its_no_is_told(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", service.address)
    service.answer = lambda *_: as_json({"a": 1})
    assert ask_service("http://api.example/forecast") == {"a": 1}
    assert service.asked == ["http://api.example/forecast"]
    monkeypatch.setenv("https_proxy", service.address)
    assert "the proxy did not let it through to api.example" in _told("https://api.example/x")


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://x/y", "data:,{}", "x"])
def test_only_the_web_is_asked(url: str) -> None:
    assert "is no address on the web" in _told(url)


def test_names_and_passwords_in_an_address_are_not_told() -> None:
    said = _told("http://me:secret@api.example/forecast")
    assert said == "api.example is given with a name or password; leave them out"
