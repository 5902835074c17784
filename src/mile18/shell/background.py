"""Light or dark: what the terminal told of its background when it started a program."""

import os

# Of the sixteen colours of COLORFGBG: grey and the bright ones but the bright black.
_LIGHT = {7, *range(9, 16)}


def is_light() -> bool:
    """Whether COLORFGBG, such as `0;15`, names a light background; False where it says nothing."""
    last = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    return last.isdecimal() and int(last) in _LIGHT
