"""Any bytes as a file: every command that reads it ends in words, and leaves it as it is."""

import json
import os
from pathlib import Path

from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from laws import few
from shell_runs import run

REAL = (Path(__file__).parents[1] / "storage" / "schemas" / "1.toml").read_bytes()
PIECES = [
    b"",
    b"\0",
    b"\xff",
    b"\xc3",
    b"\n",
    b'"',
    b"=",
    b"[",
    b"]",
    b"#",
    b"-1",
    b"1e400",
    b"99999999999999999999",
    b"[race]\n",
    b"schema = 2\n",
    b"<<<<<<< mine\n",
    b"\x1b[2J",
    b"\r\n",
]


@st.composite
def mangled(draw: st.DrawFn) -> bytes:
    """A real file with all answers, as slips, merges and broken disks may leave it."""
    content = REAL
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = draw(st.just(len(content)) | st.integers(start, min(len(content), start + 40)))
        content = content[:start] + draw(st.sampled_from(PIECES)) + content[end:]
        content += REAL[: draw(st.sampled_from([0, 0, 0, 300]))]
    return content


@few(80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(mangled() | st.binary(max_size=200))
def test_any_bytes_are_checked_listed_shown_and_never_changed(content: bytes) -> None:
    folder = Path(os.environ["MILE18_HOME"]) / "profiles"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "race.toml"
    path.write_bytes(content)
    checked = run("check")
    for line in (["show", "race"], ["show", "race", "--json"], ["list"], ["restore", "race"]):
        ran = run(*line)
        assert ran.code in (0, 2), ran.err
        assert "fault of its own" not in ran.err
        assert "\x1b" not in ran.out + ran.err
        if "--json" in line and ran.out:
            json.loads(ran.out)
        if line == ["show", "race"]:
            assert ran.code == checked.code
    assert checked.code in (0, 2)
    assert bool(checked.code) == (f"{path}: ok" not in checked.out)
    assert path.read_bytes() == content
    assert [each.name for each in folder.iterdir()] == ["race.toml"]
