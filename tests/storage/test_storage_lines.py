"""The line of a key is right or not told."""

import tomllib
from typing import Any

import tomli_w
from hypothesis import given
from hypothesis import strategies as st
from profiles import texts

from mile18.storage.problem import Keys
from mile18.storage.toml import has_comments, lines_of

values: st.SearchStrategy[Any] = st.recursive(
    st.integers(0, 99) | st.booleans() | texts | st.dates() | st.times() | st.floats(0, 1),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=12,
)
documents = st.dictionaries(texts, values, max_size=4)

EVERY_FORM = """\
# schema = 0
schema = 1  # "not = a key"

[race]
name = "Berlin # not a comment" # but this is
"a \\u0062" = 'x'
notes = \"\"\"
date = 1
[sleep]
ends in quotes\"\"\"\"\"
date = 2027-05-02 07:00:00
place.city.name = '''two
lines'''

[[sleep.nights]]
hours = 7
[sleep.nights.more]
mood = 1
[[sleep.nights]]

hours = 8

[health]
medicines = [ # those of today
    "statin", 'x]',

    [1,
     2],
]
inline = { a = 1, b.c = { d = "}" } }
"""


def test_every_form_of_toml_has_its_line() -> None:
    document = tomllib.loads(EVERY_FORM)
    assert document["sleep"]["nights"][1] == {"hours": 8}
    told = lines_of(EVERY_FORM)
    assert {
        keys: told.get(keys)
        for keys in [
            ("schema",),
            ("race",),
            ("race", "name"),
            ("race", "a b"),
            ("race", "date"),
            ("race", "place", "city", "name"),
            ("sleep", "nights"),
            ("sleep", "nights", 0, "hours"),
            ("sleep", "nights", 0, "more", "mood"),
            ("sleep", "nights", 1),
            ("sleep", "nights", 1, "hours"),
            ("health", "medicines", 1),
            ("health", "medicines", 2, 1),
            ("health", "inline", "b", "c", "d"),
            ("sleep",),
        ]
    } == {
        ("schema",): 2,
        ("race",): 4,
        ("race", "name"): 5,
        ("race", "a b"): 6,
        ("race", "date"): 11,
        ("race", "place", "city", "name"): 12,
        ("sleep", "nights"): 15,
        ("sleep", "nights", 0, "hours"): 16,
        ("sleep", "nights", 0, "more", "mood"): 18,
        ("sleep", "nights", 1): 19,
        ("sleep", "nights", 1, "hours"): 21,
        ("health", "medicines", 1): 25,
        ("health", "medicines", 2, 1): 28,
        ("health", "inline", "b", "c", "d"): 30,
        ("sleep",): None,
    }


def _leaves(value: Any, keys: Keys = ()) -> list[Keys]:
    if isinstance(value, dict):
        return [leaf for key, inner in value.items() for leaf in _leaves(inner, (*keys, key))]
    if isinstance(value, list):
        return [leaf for at, inner in enumerate(value) for leaf in _leaves(inner, (*keys, at))]
    return [keys]


def _numbered(value: Any, numbers: Any) -> Any:
    """The same shape with a number of its own for every leaf."""
    if isinstance(value, dict):
        return {key: _numbered(inner, numbers) for key, inner in value.items()}
    if isinstance(value, list):
        return [_numbered(inner, numbers) for inner in value]
    return next(numbers)


@given(documents, st.booleans())
def test_every_value_is_found_on_its_line(document: dict[str, Any], windows: bool) -> None:
    numbered = _numbered(document, iter(range(10**9, 2 * 10**9)))
    text = tomli_w.dumps(numbered)
    told = lines_of(text.replace("\n", "\r\n") if windows else text)
    lines = text.split("\n")
    for keys in _leaves(numbered):
        value: Any = numbered
        for key in keys:
            value = value[key]
        assert str(value) in lines[told[keys] - 1]


@given(documents)
def test_every_value_has_a_line_whatever_its_type(document: dict[str, Any]) -> None:
    for multiline in (False, True):
        text = tomli_w.dumps(document, multiline_strings=multiline)
        assert set(_leaves(tomllib.loads(text))) <= set(lines_of(text))


@given(st.text())
def test_a_text_that_is_no_toml_crashes_nothing(text: str) -> None:
    lines_of(text)
    has_comments(text)


@given(documents)
def test_a_hash_inside_a_text_is_no_comment(document: dict[str, Any]) -> None:
    for multiline in (False, True):
        text = tomli_w.dumps({"hash": "#", "lines": "#\n#"} | document, multiline_strings=multiline)
        assert not has_comments(text)
        assert has_comments(text + "# seen\n")
