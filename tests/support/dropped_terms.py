"""The words that mile18 does not use, each with the one that it uses instead."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

DROPPED: Final = {
    r"(?<!-)\bprofiles?\b": "race; race file",
    r"\bthe figure\b|\bthe sum\b": "readiness; how it adds up",
    r"\bgate\b": "health check",
    r"\bclinicians?\b|\brace(?:'s)? medical team\b": "doctor; race medics",
    r"\b(?:a|or) fits?\b": "seizure (fit)",
    r"\bbody mass\b(?! index)|\bkg of you\b": "body weight",
    r"\bweighed run\b|\bas weighed\b": "sweat test",
    r"\bguards?\b|\bholds? 2 ?%": "limit",
    r"\bnot (?:yet )?(?:known|said|noted)\b|\bis (?:still )?open\b|\blacking\b": "not answered",
    r"\bD[-−+]\d": "days to go",
    r"\bno longer fits?\b": "too late for this race",
    r"\b(?:hold|held|holds)(?: \w+)? against\b|\bsets? (?:\w+ )?(?:apart|side by side)\b": "compare",
    r"\bput(?:s|ting)? back\b|\btake over\b": "discard; keep",
    r"\bput (?:\w+ )?together\b|\btakes? what stands\b": "merge; use the other version",
    r"\breckon": "estimate; work out",
    r"\bwent with\b|\bleaned towards\b": "linked with",
    r"\banew\b|\bwrites? over\b": "again; overwrite",
    r"\bfull marks\b|\bas a floor\b": "a judgement",
    r"\bstands? (?:at|below|above|there|here|in the way)\b|\bbears?\b|\bspeaks? (?:for|against)\b": "(plain verbs)",
    r"\d %": "5%",
}  # fmt: skip
_FOUND = re.compile("|".join(f"(?:{each})" for each in DROPPED), re.IGNORECASE)
_PROSE = re.compile(r"[A-Za-z]{2,} [A-Za-z(“]|^[A-Z][a-z]+$")


def dropped_in(text: str) -> list[str]:
    """The dropped terms that a text uses."""
    return [match[0] for match in _FOUND.finditer(text)]


def prose(file: Path) -> Iterator[tuple[int, str]]:
    """The texts in a module, with their lines; no docstrings and no names of code."""
    tree = ast.parse(file.read_text())
    no_text = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in no_text:
            continue
        if isinstance(node.value, str) and _PROSE.search(node.value):
            yield node.lineno, node.value
