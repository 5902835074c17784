"""Light or dark as the surroundings of the terminal say."""

import pytest

from mile18.shell.background import is_light


@pytest.mark.parametrize(
    ("told", "light"),
    [
        ("0;15", True),
        ("0;default;15", True),
        ("0;7", True),
        ("15;0", False),
        ("7;8", False),
        ("", False),
        ("x", False),
        ("0;default", False),
    ],
)
def test_the_last_colour_is_that_of_the_background(
    monkeypatch: pytest.MonkeyPatch, told: str, light: bool
) -> None:
    monkeypatch.setenv("COLORFGBG", told)
    assert is_light() is light
