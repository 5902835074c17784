"""Between a profile and its TOML text: every good answer is read, every bad one told and kept."""

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from mile18.profile import Profile, topics
from mile18.question import Answers, Entry, Kind, Question, questions
from mile18.storage.answer import Reading, read, read_table, write
from mile18.storage.problem import Finding, Problem, alike, described, plain, unknown
from mile18.storage.schemas import CHAIN, FIRST, Chain, bring_up, newest
from mile18.storage.toml import dumps, located, parse_toml


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


SCHEMA = newest(CHAIN)
# What stands above the tables: what the file is, and which race.
ID = "id"


class Loaded(Struct, frozen=True):
    """A profile as read from TOML, with the raw document and whatever was odd about it.

    `newer` is True for a file of a later schema, which this mile18 must never write over. `upgrade`
    says what the next save does to one of an earlier schema, whose document is brought up to date
    here but not yet on disk.
    """

    profile: Profile
    document: dict[str, Any]
    problems: tuple[Problem, ...] = ()
    newer: bool = False
    upgrade: Problem | None = None

    @property
    def id(self) -> str:
        """The race's id in the file; empty if it has none."""
        raw = self.document.get(ID)
        return raw.strip() if isinstance(raw, str) else ""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that cost an answer; the others are notes on what mile18 does not know."""
        return tuple(problem for problem in self.problems if problem.kind == "error")


def decode(text: str, chain: Chain = CHAIN) -> Loaded:
    """Read a profile; one bad value hides no other, and all are told at once.

    `chain` brings a file of an earlier schema up to date. Raises Unreadable when the text is no
    TOML.
    """
    written = parse_toml(text)
    brought = bring_up(written, chain)
    document, sheets = brought.document, topics()
    known: dict[str, Any] = {}
    schema = newest(chain)
    newer = _is_newer(written, schema)
    upgrade = [_older(written, schema)] if _is_older(written, document, schema) else []
    findings = [] if upgrade else _check_schema(written, schema)
    findings += _check_id(document)
    for topic, raw in document.items():
        if topic in ("schema", ID):
            continue
        if topic not in sheets:
            findings.append(unknown((topic,), _meant(topic)))
        elif not isinstance(raw, dict):
            findings.append(
                Finding(keys=(topic,), what=described(raw), allowed=f"a table, [{topic}]")
            )
        else:
            answers, found = read_table(sheets[topic], raw)
            known[topic] = sheets[topic](**answers)
            findings += (finding.under(topic) for finding in found)
    findings = [replace(each, keys=brought.as_written(each.keys)) for each in findings]
    (told,) = located(upgrade, text) or (None,)
    return Loaded(Profile(**known), document, located(findings, text), newer, told)


def encode(profile: Profile, document: dict[str, Any] | None = None) -> str:
    """Write a profile as TOML, over the `document` it was read from.

    Unknown keys survive, and so do bad values until they are answered anew. Raises StorageError if
    the document holds a value that TOML can be read from but not written to.
    """
    document = document or {}
    sheets = topics()
    written: dict[str, Any] = {"schema": SCHEMA}
    for topic, sheet in sheets.items():
        answers = getattr(profile, topic)
        raw = document.get(topic, {})
        if not isinstance(raw, dict):
            if answers == sheet():
                written[topic] = raw
                continue
            raw = {}
        if table := merged(answers, raw):
            written[topic] = table
    ours = written.keys() | sheets.keys()
    written.update({key: raw for key, raw in document.items() if key not in ours})
    return dumps(written)


def _check_schema(document: dict[str, Any], schema: int) -> list[Finding]:
    raw = document.get("schema", schema)
    if type(raw) is not int:
        return [Finding(keys=("schema",), what=described(raw), allowed=f"the number {schema}")]
    if raw < FIRST:
        what = f"{plain(raw)} is no schema"
        return [Finding(keys=("schema",), what=what, allowed=f"the number {schema}")]
    if raw > schema:
        what = f"written by a newer mile18 (schema {plain(raw)}), so this one only reads it"
        return [Finding(keys=("schema",), what=what, allowed=f"{schema} or less")]
    return []


def _check_id(document: dict[str, Any]) -> list[Finding]:
    raw = document.get(ID, ID)
    if isinstance(raw, str) and raw.strip():
        return []
    what = "there is nothing in it" if isinstance(raw, str) else described(raw)
    allowed = "text in quotes that no other race has; without this line, mile18 makes one"
    return [Finding(keys=(ID,), what=what, allowed=allowed)]


def _older(document: dict[str, Any], schema: int) -> Finding:
    raw = document.get("schema")
    what = f"of an earlier mile18 (schema {raw})" if raw else "not there, and older keys are"
    told = f"the next save brings the file up to schema {schema} and keeps it as it is now, too; an older mile18 then only reads it"
    return Finding(keys=("schema",), what=what, allowed=told, kind="note")


def _is_newer(document: dict[str, Any], schema: int) -> bool:
    raw = document.get("schema", schema)
    return type(raw) is int and raw > schema


def _is_older(written: dict[str, Any], brought: dict[str, Any], schema: int) -> bool:
    """Whether the next save changes more in a file than its answers: its keys, or its schema."""
    raw = written.get("schema")
    if raw is None:
        return written != brought
    return type(raw) is int and FIRST <= raw < schema


def _meant(key: str) -> str:
    """What an unknown key at the top may be: a question without its table, or a table misspelt."""
    asked = [topic for topic, sheet in topics().items() if key in {q.key for q in questions(sheet)}]
    return f"{asked[0]}.{key}" if len(asked) == 1 else alike(key, list(topics()))
