"""A sentence for a few short lines: it ends at a clause that still says something, or at a word."""

import re
from itertools import chain

from textual.content import Content

from mile18.plan.wrap import cut, glued, wrapped

_CLAUSE = re.compile(r"(?=[,;:] )")
# A figure alone says nothing without what it counts.
_WORD = re.compile(r"(?<!\d)(?= )")
# A clause that leaves more of the room empty says too little of what is to be done.
LEAST_FILLED = 2 / 3
MORE = " …"


def shortened(text: str, width: int, most: int) -> list[Content]:
    """At most `most` lines of `width` cells; a sign at the end says that there is more."""
    whole = wrapped(text, width)
    if len(whole) <= most:
        return [Content(line) for line in whole]
    text = glued(text)
    clauses = [at for at in _ends(_CLAUSE, text) if at >= LEAST_FILLED * width * most]
    for at in chain(clauses, _ends(_WORD, text)):
        lines = wrapped(text[:at].rstrip(",;:") + MORE, width)
        if len(lines) <= most:
            return [Content(line) for line in lines]
    return [Content(line) for line in [*whole[: most - 1], cut(whole[most - 1], width - 1) + "…"]]


def _ends(pattern: re.Pattern[str], text: str) -> list[int]:
    return [found.start() for found in pattern.finditer(text)][::-1]
