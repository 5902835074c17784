"""A weather service on this machine: it answers as told, and keeps what it was asked."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

TOWN = {
    "name": "Bonn", "admin1": "North Rhine-Westphalia", "country": "Germany",
    "latitude": 50.73743, "longitude": 7.0982, "timezone": "Europe/Berlin",
}  # fmt: skip
AIRPORT = {"name": "Bonn Airport", "latitude": 50.866, "longitude": 7.143, "country": "Germany"}
Answer = tuple[int, bytes]


def as_json(value: Any, code: int = 200) -> Answer:
    """An answer that holds a value as JSON."""
    return code, json.dumps(value).encode()


def hours(query: dict[str, str], coolest: float = 10.0) -> dict[str, Any]:
    """Every hour of the days asked for: coolest at midnight, half a degree warmer an hour."""
    first, last = (date.fromisoformat(query[each]) for each in ("start_date", "end_date"))
    days = [first + timedelta(days=at) for at in range((last - first).days + 1)]
    at = [(day, hour) for day in days for hour in range(24)]
    return {
        "timezone": "Europe/Berlin",
        "hourly": {
            "time": [f"{day}T{hour:02}:00" for day, hour in at],
            "temperature_2m": [coolest + hour / 2 for _, hour in at],
            "relative_humidity_2m": [80 - hour for _, hour in at],
            "shortwave_radiation": [600 if 11 <= hour <= 15 else 0 for _, hour in at],
        },
    }


class Service:
    """What it was asked, path by path, and how it answers; `address` is where it listens."""

    def __init__(self, address: str) -> None:
        """Answer as a service does that works."""
        self.address = address
        self.asked: list[str] = []
        self.places: list[dict[str, Any]] = [TOWN]
        self.answer: Callable[[str, dict[str, str]], Answer] = self.as_usual

    def as_usual(self, path: str, query: dict[str, str]) -> Answer:
        """Places by name, hours by day."""
        if path == "/places":
            return as_json({"results": self.places} if self.places else {})
        return as_json(hours(query))

    def settings(self) -> str:
        """The lines of the settings that lead here."""
        names = ("places", "forecast", "archive")
        rows = (f'{name} = "{self.address}/{name}"' for name in names)
        return "\n".join(("[weather]", *rows, ""))


@contextmanager
def serving() -> Iterator[Service]:
    """A service that listens on this machine until the end of the block."""

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            """Keep the terminal clean."""

        def do_GET(self) -> None:
            service.asked.append(self.path)
            url = urlsplit(self.path)
            query = {key: values[0] for key, values in parse_qs(url.query).items()}
            code, body = service.answer(url.path, query)
            self.send_response(code)
            if 300 <= code < 400:
                self.send_header("Location", "http://127.0.0.2:9/elsewhere")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_CONNECT(self) -> None:
            service.asked.append(self.path)
            self.send_error(403)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    service = Service(f"http://127.0.0.1:{server.server_address[1]}")
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
