"""A key of very many parts would take all the memory to read; whatever only looks like one is read."""

import tomllib

import pytest

from mile18.profile import Profile
from mile18.storage.codec import decode, encode
from mile18.storage.problem import Unreadable
from mile18.storage.toml import MOST_PARTS, parse_toml

LONG = ".".join("a" * (MOST_PARTS + 1))
ALLOWED = ".".join("a" * MOST_PARTS)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"{LONG} = 1", 1),
        (f"x = 1\n\n[{LONG}]", 3),
        (f"[[{LONG}]]", 1),
        (f"x = {{{LONG} = 1}}", 1),
        (f"x = {{y = [{{{LONG} = 1}}]}}", 1),
        (LONG.replace("a", '"a.b"') + " = 1", 1),
        (LONG.replace("a", "'a'") + " = 1", 1),
        (LONG.replace(".", " \t. ") + " = 1", 1),
        (f'x = """\n{LONG}\n"""\n{LONG} = 1', 4),
        pytest.param("a" + ".a" * 400_000, 1, id="very long"),
    ],
)
def test_a_key_of_too_many_parts_is_told_with_its_line(text: str, line: int) -> None:
    with pytest.raises(Unreadable) as error:
        parse_toml(text)
    said = f":{line}: not readable as TOML: a key has more than {MOST_PARTS} parts"
    assert str(error.value).endswith(said)


@pytest.mark.parametrize(
    "text",
    [
        f"{ALLOWED} = 1",
        f"x = '{LONG}'",
        f'x = "{LONG}"',
        f'x = "\\"{LONG}"',
        f'x = """\n{LONG} = 1\n"""',
        f'x = """""{LONG} = 1"""""',
        f"x = '''\n{LONG} = 1\n'''",
        f"# {LONG} = 1\nx = 1",
        f"x = 1 # {LONG}",
        "x = [" + "1.5, " * MOST_PARTS + "]",
        "'" + "." * 200 + "' = 1",
    ],
)
def test_what_only_looks_like_one_is_read(text: str) -> None:
    assert parse_toml(text) == tomllib.loads(text)


@pytest.mark.parametrize(
    "text", [LONG, f"\n{LONG} = 1\n", f'"{LONG}', f"\"\"\"{LONG}'''", f"\\{LONG}"]
)
def test_an_answer_of_many_dots_is_saved_and_read(text: str) -> None:
    profile = Profile().with_answer("race.notes", text)
    assert decode(encode(profile)).profile == profile


@pytest.mark.parametrize("piece", ['"', "'", '\\"', '"""', "'''", "a", "a.", ".", '"a', "#", " . "])
def test_no_text_takes_long_to_be_looked_through(piece: str) -> None:
    # A pattern that looks at each sign again and again would take hours.
    with pytest.raises(Unreadable):
        parse_toml("x = " + piece * (900_000 // len(piece)) + "\n" + "." * MOST_PARTS)
