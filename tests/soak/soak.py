"""`make soak`: a monkey at the keyboard for many keys, and what went wrong, made short.

Each seed is a run of its own. The next seed and the keys so far are kept in `.soak.json` beside the
Makefile, so that a later call goes on; they count for the code as it stands and begin anew when it
changes.
"""

import argparse
import hashlib
import json
import os
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from hand import Move
    from monkey import Played

ROOT = Path(__file__).parents[2]
PLACES = [str(ROOT / place) for place in ("src", "tests/support", "tests/soak")]
STATE = ROOT / ".soak.json"
KEYS_A_RUN = 1000
RUNS_A_PROCESS = 8
SHRINK_SECONDS = 60.0


class State(TypedDict):
    """What is kept between calls."""

    code: str
    seed: int
    keys: int


def main() -> int:
    """Play until enough keys are pressed, or until something goes wrong; the exit code."""
    options = _options()
    if options.replay:
        return _replay(Path(options.replay))
    state = _state(options.seed)
    begun, first, screens = monotonic(), state["seed"], Counter[str]()
    print(f"seeds from {first}; {state['keys']:,} of {options.keys:,} keys so far", flush=True)
    for played in _played(options.jobs, first, options.keys - state["keys"], options.minutes):
        screens.update(played.screens)
        if played.wrong:
            _tell(played)
            return 1
        state["keys"] += played.keys
        state["seed"] = max(state["seed"], played.seed + 1)
        STATE.write_text(json.dumps(state))
        if played.seed % 20 == 0:
            print(f"seed {played.seed}: {state['keys']:,} keys", flush=True)
    for name, times in screens.most_common():
        print(f"{times:>9,} moves with {name} on top")
    print(
        f"seeds {first} to {state['seed'] - 1}, {state['keys']:,} keys in all, "
        f"{monotonic() - begun:.0f} s: no exception, no hang, no file that check refuses"
    )
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make soak", description=__doc__)
    parser.add_argument("--keys", type=int, default=1_000_000, help="how many in all")
    parser.add_argument("--seed", type=int, help="begin here, and count anew")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--minutes", type=float, default=24 * 60, help="stop after so long")
    parser.add_argument("--replay", metavar="FILE", help="make the moves of a failing run again")
    return parser.parse_args()


def _state(seed: int | None) -> State:
    code = hashlib.sha256()
    for path in sorted((ROOT / "src").rglob("*")):
        if path.is_file() and path.suffix in (".py", ".tcss", ".toml"):
            code.update(path.read_bytes())
    fresh: State = {"code": code.hexdigest(), "seed": seed or 1, "keys": 0}
    if seed is not None or not STATE.exists():
        return fresh
    kept: State = json.loads(STATE.read_text())
    return kept if kept["code"] == fresh["code"] else fresh


def _played(jobs: int, first: int, keys: int, minutes: float) -> Iterator["Played"]:
    """Runs in the order of their seeds, until their keys suffice or the time is over."""
    end = monotonic() + minutes * 60
    seeds = count(first)
    waiting: list[Future[Played]] = []
    with ProcessPoolExecutor(
        jobs, mp_context=get_context("spawn"), max_tasks_per_child=RUNS_A_PROCESS
    ) as pool:
        while keys > 0 and monotonic() < end:
            while len(waiting) < jobs * 2:
                waiting.append(pool.submit(run, next(seeds)))
            played = waiting.pop(0).result()
            keys -= played.keys
            yield played
            if played.wrong:
                break
        pool.shutdown(cancel_futures=True)


def run(seed: int, moves: Sequence["Move"] | None = None) -> "Played":
    """One run in a folder and a home of its own."""
    from monkey import play

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    with tempfile.TemporaryDirectory(prefix="mile18-soak-") as home:
        os.environ.update(HOME=home, MILE18_HOME=f"{home}/mile18", TEXTUAL_ANIMATIONS="none")
        return play(Path(home), seed, KEYS_A_RUN, moves)


def _tell(played: "Played") -> None:
    from shrink import shortened

    print(f"seed {played.seed}: {played.wrong}\n{played.told}", flush=True)
    fails = partial(_fails, played)
    short = shortened(played.moves, fails, SHRINK_SECONDS) if fails(played.moves) else played.moves
    path = ROOT / f".soak-{played.seed}.json"
    path.write_text(json.dumps(short))
    print(f"{len(played.moves)} moves made {len(short)}:")
    for move in short:
        print(f"  {move}")
    print(f'make soak ARGS="--replay {path.name}" makes them again')


def _fails(played: "Played", moves: Sequence["Move"]) -> bool:
    return run(played.seed, moves).wrong == played.wrong


def _replay(path: Path) -> int:
    moves = [tuple(move) for move in json.loads(path.read_text())]
    played = run(0, moves)
    print(played.told or played.wrong or "nothing goes wrong with these moves")
    return 1 if played.wrong else 0


if __name__ == "__main__":
    sys.path[:0] = PLACES
    # What runs in other processes is found by them in the same places.
    os.environ["PYTHONPATH"] = os.pathsep.join(PLACES)
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    # A seed gives the same run in every process.
    os.environ["PYTHONHASHSEED"] = "0"
    sys.exit(main())
