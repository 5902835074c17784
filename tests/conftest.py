"""The same surroundings for every test: no colours, themes or folders of the machine's owner."""

import asyncio
import gc
import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import hypothesis
import pytest

# Textual reads its variables when it is imported, so they go before any test module is.
for name in [*os.environ]:
    ours = name.startswith(("TEXTUAL", "MILE18", "XDG_")) or name in ("NO_COLOR", "COLORTERM")
    if ours and not name.startswith("TEXTUAL_SNAPSHOT"):
        del os.environ[name]
os.environ["TEXTUAL_ANIMATIONS"] = "none"


@pytest.fixture(autouse=True, scope="session")
def no_clock_in_the_pilot() -> Iterator[None]:
    """Let the pilot wait for what it sent to be handled, not for a time to pass."""
    from handled import until_handled

    with pytest.MonkeyPatch.context() as patch:
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


# The same examples on every machine; the explain phase takes minutes on a profile of 70 answers.
hypothesis.settings.register_profile(
    "mile18",
    deadline=None,
    derandomize=True,
    database=None,
    phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate, hypothesis.Phase.shrink],
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("mile18")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--every`: laws try all there is, and not a share of it."""
    parser.addoption("--every", action="store_true", help="laws try all there is; takes minutes")


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
