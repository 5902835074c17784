"""The formulas stay light: they are called at every keystroke and loaded at every start."""

import subprocess
import sys

PROBE = """
import sys
from mile18.science import carbohydrate, fluid, heat, pace, sleep
print(*{name.partition(".")[0] for name in sys.modules} - sys.stdlib_module_names)
"""


def test_science_needs_nothing_but_the_standard_library() -> None:
    found = subprocess.run(
        [sys.executable, "-I", "-S", "-c", f"import sys; sys.path = {sys.path!r}\n{PROBE}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert set(found.stdout.split()) <= {"mile18", "__main__"}
