"""A sentence for a few short lines: it ends at a clause that still says something, or at a word."""

import re
from itertools import chain

from textual.content import Content

_CLAUSE = re.compile(r"(?=[,;:] )")
_WORD = re.compile(r"(?= )")
# Less than that says too little of what is to be done.
LEAST_LETTERS = 24
MORE = " …"


def shortened(text: str, width: int, most: int) -> list[Content]:
    """At most `most` lines of `width` cells; a sign at the end says that there is more."""
    whole = Content(text).wrap(width)
    if len(whole) <= most:
        return whole
    clauses = [at for at in _ends(_CLAUSE, text) if at >= LEAST_LETTERS]
    for at in chain(clauses, _ends(_WORD, text)):
        lines = Content(text[:at].rstrip(",;:") + MORE).wrap(width)
        if len(lines) <= most:
            return lines
    return [*whole[: most - 1], whole[most - 1].truncate(width - 1) + "…"]


def _ends(pattern: re.Pattern[str], text: str) -> list[int]:
    return [found.start() for found in pattern.finditer(text)][::-1]
