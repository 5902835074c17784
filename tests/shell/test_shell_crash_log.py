"""The crash log names kinds of errors and places in the code; no answer gets into it by any way."""

import builtins
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mile18.topics.race.questions
from mile18.profile import Profile
from mile18.shell.crash import MOST_TOLD, log_text

# Letters of which no kind of error, function or file here is made.
SECRET = "Qzxqw"
# What each kind is made from; a kind that is not here takes anything.
ARGUMENTS: dict[type[BaseException], Callable[[str], tuple[Any, ...]]] = {
    UnicodeDecodeError: lambda said: (said, said.encode(), 0, 1, said),
    UnicodeEncodeError: lambda said: (said, said, 0, 1, said),
    UnicodeTranslateError: lambda said: (said, 0, 1, said),
    BaseExceptionGroup: lambda said: (said, [KeyboardInterrupt(said)]),
    ExceptionGroup: lambda said: (said, [KeyError(said)]),
    SyntaxError: lambda said: (said, (said, 1, 1, said)),
    # With a number that has no kind of its own.
    OSError: lambda said: (5, said, said),
}
NAMED: tuple[type[BaseException], ...] = (AttributeError, ImportError, NameError)
KINDS = sorted(
    {
        each
        for each in vars(builtins).values()
        if isinstance(each, type) and issubclass(each, BaseException)
    },
    key=lambda each: each.__name__,
)


def made(kind: type[BaseException], said: str) -> BaseException:
    """An error of a kind with a text in every argument it has, and in a note."""
    arguments = next((ARGUMENTS[each] for each in kind.__mro__ if each in ARGUMENTS), None)
    error = kind(*(arguments(said) if arguments else (said, said)))
    if isinstance(error, NAMED):
        error.name = said  # type: ignore[attr-defined]
    error.add_note(said)
    return error


def raised(error: BaseException, answer: str) -> BaseException:
    """The error with a place in the code, and an answer in the variables there."""
    answers = {"health.notes": answer}
    try:
        raise error
    except BaseException as caught:
        return caught if answers else error


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_no_kind_of_error_says_what_it_was_told(kind: type[BaseException]) -> None:
    log = log_text(raised(made(kind, SECRET), SECRET))
    assert SECRET not in log
    assert log.splitlines()[-1] == kind.__name__
    assert "raised" in log


@given(
    st.lists(
        st.tuples(st.sampled_from(KINDS), st.sampled_from(["cause", "context", "inside"])),
        min_size=1,
        max_size=6,
    )
)
def test_neither_does_what_led_to_it(chain: list[tuple[type[BaseException], str]]) -> None:
    error = raised(ValueError(SECRET), SECRET)
    for kind, way in chain:
        led_to = made(kind, SECRET)
        if way == "cause":
            led_to.__cause__ = error
        elif way == "context":
            led_to.__context__ = error
        else:
            led_to = BaseExceptionGroup(SECRET, [error, led_to])
        error = raised(led_to, SECRET)
    log = log_text(error)
    assert SECRET not in log
    assert log.count("ValueError") >= 1
    assert all(kind.__name__ in log for kind, _ in chain)


def test_the_fault_stands_last_and_what_led_to_it_before() -> None:
    error = raised(TypeError(), "")
    error.__cause__ = raised(KeyError(), "")
    kinds = [line for line in log_text(error).splitlines() if line.endswith("Error")]
    assert kinds == ["KeyError", "TypeError"]


def test_errors_that_led_to_each_other_end() -> None:
    one, other = KeyError(), TypeError()
    one.__context__, other.__context__ = other, one
    assert log_text(one).count("Error") == 2
    last: BaseException = ValueError()
    for _ in range(10 * MOST_TOLD):
        following = ValueError()
        following.__cause__ = last
        last = following
    assert log_text(last).count("ValueError") == MOST_TOLD


def test_a_place_of_ours_is_told_without_the_folders_above() -> None:
    try:
        Profile().answer(f"race.{SECRET}")
    except AttributeError as error:
        log = log_text(error)
    assert "\nmile18/profile.py:" in log
    assert " Profile.answer\n" in log
    assert str(Path(mile18.topics.race.__file__).parents[2]) not in log
    assert SECRET not in log


def test_the_same_place_many_times_is_one_line() -> None:
    def deeper(said: str) -> Any:
        return deeper(said)

    try:
        deeper(SECRET)
    except RecursionError as error:
        log = log_text(error)
    assert " times)" in log
    assert len(log.splitlines()) < 20
    assert SECRET not in log


def test_code_that_stands_in_no_file_is_told_without_its_text() -> None:
    try:
        exec(
            compile(
                f"def fails(said='{SECRET}'):\n    raise OSError('{SECRET}')\nfails()", "", "exec"
            )
        )
    except OSError as error:
        log = log_text(error)
    assert SECRET not in log
    assert ":2 fails\nOSError\n" in log
