"""New answers over what the file holds, so that what only the file knows is not lost."""

from typing import Any

from mile18.question import Answers, Entry, Kind, Question, questions
from mile18.storage.answer import Reading, read, write


def merged(answers: Answers | Entry, raw: dict[str, Any]) -> dict[str, Any]:
    """The TOML table of a topic or log entry: what is answered, then what only the file knows.

    A bad value in `raw` stays until the question has another answer than was read from it.
    """
    sheet = type(answers)
    asked = {question.key: question for question in questions(sheet)}
    table: dict[str, Any] = {}
    for key, question in asked.items():
        value = getattr(answers, key)
        was = read(sheet, question, raw[key]) if key in raw else Reading(None)
        if was.findings and was.value == value:
            table[key] = raw[key]
        elif value is not None:
            table[key] = _value(question, was, value)
    table.update({key: value for key, value in raw.items() if key not in asked})
    return table


def _value(question: Question, was: Reading, value: Any) -> Any:
    """The TOML value of an answer; an edited log entry is taken for the one in its place."""
    if question.kind is not Kind.LOG or not was.items:
        return write(question, value)
    # Reading a good file, or a first save, has no need of it.
    from difflib import SequenceMatcher

    before = [(item, entry) for item, entry in was.items if entry is not None]
    table: list[Any] = []
    matcher = SequenceMatcher(None, [entry for _, entry in before], value, autojunk=False)
    for _, start, end, new_start, new_end in matcher.get_opcodes():
        for at, entry in enumerate(value[new_start:new_end], start):
            table.append(merged(entry, before[at][0] if at < end else {}))
    return table + [item for item, entry in was.items if entry is None]
