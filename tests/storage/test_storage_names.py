"""What a profile may be called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mile18.storage.names import free_name, same_name, twins, valid_name
from mile18.storage.problem import BadName


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("berlin-2027", "berlin-2027"),
        ("Berlin Marathon 2027", "Berlin Marathon 2027"),
        ("  berlin ", "berlin"),
        ("berlin.toml", "berlin"),
        ("v1.2_final", "v1.2_final"),
        ("Zu\u0308rich", "Zürich"),
        ("東京マラソン", "東京マラソン"),
        ("दिल्ली", "दिल्ली"),
        ("console", "console"),
        ("x" * 80, "x" * 80),
    ],
)
def test_a_name_that_every_disk_takes(typed: str, name: str) -> None:
    assert valid_name(typed) == name


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "needs a name"),
        ("   ", "needs a name"),
        (".toml", "needs a name"),
        (".hidden", "must not start or end with a dot"),
        ("..", "must not start or end with a dot"),
        ("berlin.", "must not start or end with a dot"),
        ("a/b", 'because of "/"; letters, digits, spaces, - _ and . are allowed'),
        ("a\\b", "because of"),
        ("a:b", "because of"),
        ("a\tb", "because of"),
        ("a\0b", "because of"),
        ("what?", "because of"),
        ("a\u202eb", "because of"),
        ("con", "Windows keeps it"),
        ("NUL", "Windows keeps it"),
        ("aux.2027", "Windows keeps it"),
        ("com1", "Windows keeps it"),
        ("x" * 81, "80 characters are the most"),
        ("東" * 80, "too long"),
    ],
)
def test_a_name_that_some_disk_refuses(typed: str, reason: str) -> None:
    with pytest.raises(BadName, match=reason):
        valid_name(typed)


@given(st.text())
def test_a_valid_name_stays_the_same_name(typed: str) -> None:
    try:
        name = valid_name(typed)
    except BadName:
        return
    assert valid_name(name) == name
    assert valid_name(free_name(name, [name])) not in ("", name)


@given(st.text(st.characters()))
def test_any_name_that_a_file_has_gives_a_copy_that_has_a_valid_one(name: str) -> None:
    copy = free_name(name, [name])
    assert valid_name(copy) == copy
    assert same_name(copy) != same_name(name)


def test_names_that_not_every_disk_can_tell_apart_are_found() -> None:
    assert twins(["Berlin", "berlin", "boston", "Zu\u0308rich", "BERLIN", "Z\u00fcrich"]) == [
        ("Berlin", "berlin"),
        ("Berlin", "BERLIN"),
        ("Zu\u0308rich", "Z\u00fcrich"),
    ]


def test_names_that_some_disk_takes_for_one() -> None:
    assert same_name("STRASSE") == same_name("straße")
    assert same_name("Zu\u0308rich") == same_name("ZÜRICH")
    assert same_name("berlin") != same_name("boston")


def test_the_first_free_copy() -> None:
    assert free_name("berlin", ["berlin"]) == "berlin-copy-2"
    assert free_name("berlin", ["Berlin-Copy-2", "berlin-copy-3"]) == "berlin-copy-4"
