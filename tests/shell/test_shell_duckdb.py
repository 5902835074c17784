"""The README's question to a coach's folder, asked with the real DuckDB where it is installed."""

import re
from pathlib import Path

import pytest
from athletes import fill
from shell_runs import run

README = Path(__file__).parents[2] / "README.md"


def test_the_question_in_the_readme_is_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    duckdb = pytest.importorskip("duckdb")
    asked = re.search(r"```sql\n(.*?)```", README.read_text(encoding="utf-8"), re.S)
    assert asked
    fill(tmp_path / "athletes", 40)
    done = run("list", "--profiles", str(tmp_path / "athletes"), "--json", today="2027-04-20")
    (tmp_path / "athletes.json").write_text(done.out, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    rows = duckdb.sql(asked[1]).fetchall()
    assert rows
    for name, days, low, title in rows:
        assert re.fullmatch(r"athlete-\d\d", name)
        assert 0 <= days <= 21
        assert 0 <= low <= 100
        assert title
    assert [row[2] for row in rows] == sorted(row[2] for row in rows)
