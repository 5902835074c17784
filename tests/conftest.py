"""The same surroundings for every test: no colours, themes or folders of the machine's owner."""

import asyncio
import gc
import inspect
import os
import random
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from weather_server import Service

# Textual reads its variables when it is imported, so they go before any test module is.
for name in [*os.environ]:
    ours = name.startswith(("TEXTUAL", "MILE18", "XDG_")) or name in (
        "NO_COLOR",
        "COLORTERM",
        "COLORFGBG",
    )
    if ours and not name.startswith("TEXTUAL_SNAPSHOT"):
        del os.environ[name]
os.environ["TEXTUAL_ANIMATIONS"] = "none"


@pytest.fixture(autouse=True, scope="session")
def no_clock_in_the_pilot() -> Iterator[None]:
    """Let the pilot wait for what it sent to be handled, not for a time to pass."""
    from handled import until_handled
    from painting import paint_once, parse_styles_once

    with pytest.MonkeyPatch.context() as patch:
        paint_once(patch)
        parse_styles_once(patch)
        patch.setattr("textual.pilot.wait_for_idle", until_handled)
        patch.setattr("textual.app.wait_for_idle", until_handled)
        yield


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Folders that do not exist yet; a numbered one from pytest costs a look at all before it."""
    base = tmp_path_factory.mktemp("homes")
    return (base / str(number) for number in count())


@pytest.fixture(autouse=True)
def own_home(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, so that no test reads or writes the owner's races."""
    home = next(homes)
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("MILE18_HOME", str(home / "mile18"))
    return home


@pytest.fixture(autouse=True)
def time_stands_still(request: pytest.FixtureRequest) -> Iterator[None]:
    """On the screens no timer comes between two keys: time moves on where nothing else is left."""
    if not inspect.iscoroutinefunction(getattr(request, "function", None)):
        yield
        return
    from virtual_time import virtual_clocks

    with virtual_clocks():
        yield


@pytest.fixture
def folder() -> Path:
    """Profiles for the commands, good and bad."""
    from shell_runs import filled_folder

    return filled_folder()


@pytest.fixture
def service() -> Iterator["Service"]:
    """A weather service on this machine; nothing stands between it and whoever asks."""
    from no_network import allowed
    from weather_server import serving

    with allowed(), serving() as found, pytest.MonkeyPatch.context() as patch:
        for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
            patch.delenv(name, raising=False)
            patch.delenv(name.upper(), raising=False)
        yield found


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--every`: laws try all there is, and not a share of it."""
    parser.addoption("--every", action="store_true", help="laws try all there is; takes minutes")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """The same few examples on every machine, or 2,000 of a seed that is drawn and told."""
    import no_network
    from laws import load

    no_network.watch()
    load(every=config.getoption("--every"))
    if config.getoption("--every") and config.getoption("--hypothesis-seed") is None:
        config.option.hypothesis_seed = str(random.SystemRandom().randrange(2**32))


def pytest_report_header(config: pytest.Config) -> str:
    """The seed, to try the same again."""
    seed = config.getoption("--hypothesis-seed")
    return f"laws: --hypothesis-seed={seed}" if config.getoption("--every") else ""


def pytest_itemcollected(item: pytest.Item) -> None:
    """What is drawn, and what tries a share only, is a law: `make laws` tries it with all."""
    drawn = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
    if drawn or "every" in getattr(item, "fixturenames", ()):
        item.add_marker("law")
        if item.config.getoption("--every"):
            item.add_marker(pytest.mark.timeout(3600))


@pytest.fixture
def every(request: pytest.FixtureRequest) -> bool:
    """Whether a law tries all there is, as in `make laws`, and not a share of it."""
    return bool(request.config.getoption("--every"))


def pytest_collection_finish() -> None:
    """Leave what was imported out of every later collection: each app start makes many objects."""
    # Left alone, asyncio makes a loop for pytest-asyncio to put back, which nobody ever closes.
    asyncio.set_event_loop(None)
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
