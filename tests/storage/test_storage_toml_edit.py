"""One value is changed in a TOML text; comments, order, line ends and all other values stay."""

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from profiles import texts

from mile18.storage.toml import dumps, with_value

MILES = ("units", "distance")


@pytest.mark.parametrize(
    ("text", "keys", "edited"),
    [
        ("", ("a",), 'a = "x"\n'),
        ("# mine\nb = 1\n", ("a",), 'a = "x"\n# mine\nb = 1\n'),
        ("a = 1 # mine, it's 'so'\nb = 2", ("a",), "a = \"x\" # mine, it's 'so'\nb = 2"),
        ('a = "#1"# mine\r\nb = 2\r\n', ("a",), 'a = "x"# mine\r\nb = 2\r\n'),
        ("b = 2\r\n", ("a",), 'a = "x"\r\nb = 2\r\n'),
        ("\ufeffb = 2\n", ("a",), '\ufeffa = "x"\nb = 2\n'),
        ('  "a"   = 1\n', ("a",), '  "a"   = "x"\n'),
        ("[b]\na = 1\n", ("a",), 'a = "x"\n[b]\na = 1\n'),
        ("", MILES, '[units]\ndistance = "x"\n'),
        ("b = 1\n", MILES, 'b = 1\n\n[units]\ndistance = "x"\n'),
        ("b = 1", MILES, 'b = 1\n\n[units]\ndistance = "x"\n'),
        ("[units] # mine\nmass = 1\n", MILES, '[units] # mine\ndistance = "x"\nmass = 1\n'),
        ("[units]\ndistance = 1\n[b]\n", MILES, '[units]\ndistance = "x"\n[b]\n'),
        ("b = 1\r\n", MILES, 'b = 1\r\n\r\n[units]\r\ndistance = "x"\r\n'),
        ("units.distance = 1\n", MILES, 'units.distance = "x"\n'),
    ],
)
def test_only_the_value_changes(text: str, keys: tuple[str, ...], edited: str) -> None:
    assert with_value(text, keys, "x") == edited


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("units = {distance = 1}\n", MILES),
        ("units = 3\n", MILES),
        ("[[units]]\n", MILES),
        ('a = """\none"""\n', ("a",)),
        ("a = [ # mine\n1]\n", ("a",)),
        ("[a]\nb = 1\n", ("a",)),
    ],
)
def test_where_other_lines_would_change_it_says_so(text: str, keys: tuple[str, ...]) -> None:
    assert with_value(text, keys, "x") is None


names = st.sampled_from(["a", "b", "units", "x y"])
values = texts | st.integers(-5, 5) | st.booleans() | st.lists(texts, max_size=2)
documents = st.dictionaries(names, values | st.dictionaries(names, values, max_size=3), max_size=4)


@given(documents, st.tuples(names) | st.tuples(names, names), texts)
def test_whatever_comes_back_reads_as_the_text_did_but_for_the_value(
    document: dict[str, Any], keys: tuple[str, ...], value: str
) -> None:
    edited = with_value(dumps(document), keys, value)
    if edited is None:
        return
    read = tomllib.loads(edited)
    *above, last = keys
    table = read
    for key in above:
        table = table[key]
    assert table.pop(last) == value
    expected = document.get(keys[0], {}) if above else document
    assert isinstance(expected, dict)
    assert table == {key: said for key, said in expected.items() if key != last}
