"""The help leaves nothing out: every key, every question, every caution, every place of a file."""

from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from race_app import in_sight, lines, race_app, words
from textual.binding import Binding
from textual.content import Content
from textual.dom import DOMNode

import mile18.tui
from mile18.evidence import cramp_steps, disclaimers
from mile18.evidence.library import GRADES
from mile18.profile import all_questions
from mile18.question import Kind, questions
from mile18.storage.paths import state_dir
from mile18.storage.settings import Settings
from mile18.topics.debrief import Debrief
from mile18.tui.app import Mile18
from mile18.tui.dialogs.help import HelpScreen
from mile18.tui.dialogs.help_parts import EXAMPLES
from mile18.tui.dialogs.key_list import all_keys, key_groups
from mile18.tui.dialogs.settings import SettingsScreen
from mile18.tui.page import Page
from mile18.tui.prepare.screen import PrepareScreen
from mile18.units import Units


def _bindings() -> dict[str, list[Binding]]:
    """Every binding with an id of every class of the app, found without the help's own search."""

    for module in walk_packages(mile18.tui.__path__, "mile18.tui."):
        import_module(module.name)

    def heirs(node: type[DOMNode]) -> set[type[DOMNode]]:
        return {node}.union(*(heirs(each) for each in node.__subclasses__()))

    found: dict[str, list[Binding]] = {}
    for node in heirs(DOMNode):
        if node.__module__.startswith("mile18.tui"):
            for each in vars(node).get("BINDINGS", ()):
                if isinstance(each, Binding) and each.id:
                    found.setdefault(each.id, []).append(each)
    return found


async def test_every_key_with_an_id_is_explained(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f1")
        shown = [" ".join(line.split()) for line in lines(app.screen)]
        found = _bindings()
        assert {"help", "cramp", "evidence", "help-back"} <= set(found)
        for bindings in found.values():
            for each in bindings:
                keys = " ".join(
                    app.get_key_display(Binding(key, "")) for key in each.key.split(",")
                )
                wanted = f"{each.description}: {each.tooltip}" if each.tooltip else each.description
                text = " ".join(shown)
                assert f"{keys} {wanted}" in text, each.id


def test_every_key_that_can_be_changed_is_listed_once() -> None:
    ids = [key.id for key in all_keys(Mile18, {})]
    assert sorted(ids) == sorted(_bindings())


def test_the_screen_it_was_opened_from_comes_first() -> None:
    groups = key_groups(Mile18, PrepareScreen, {})
    assert [group.title for group in groups[:2]] == ["Prepare", "Everywhere"]
    assert [group.title for group in groups].count("Prepare") == 1
    assert "evidence" in [key.id for key in groups[0].keys]


async def test_the_runners_own_keys_are_shown(tmp_path: Path) -> None:
    app = race_app(tmp_path, settings=Settings(keys={"undo": "f12"}))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f1")
        changed = next(key for key in all_keys(Mile18, {}) if key.id == "undo")
        assert f"F12 undo: {changed.tooltip}" in words(app.screen)
        assert f"^z undo: {changed.tooltip}" not in words(app.screen)


async def test_every_question_is_explained(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f1")
        text = words(app.screen)
        for name, question in all_questions().items():
            assert f"{question.prompt} {question.why}" in text, name
        for question in questions(Debrief):
            assert f"{question.prompt} {question.why}" in text, question.key


async def test_the_question_under_the_cursor_comes_first(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "f1")
        form = app.screen_stack[0]
        assert isinstance(form, PrepareScreen)
        question = form.form.question
        assert question.prompt != all_questions()["race.name"].prompt
        told = " ".join(" ".join(in_sight(app.screen)).split())
        assert f"1 This question {question.prompt} {question.why}" in told


async def test_on_a_screen_without_questions_the_keys_come_first(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f6", "f1")
        seen = in_sight(app.screen)
        first = seen.index("  1  Keys")
        assert first <= 3
        assert seen[first + 1] == "  Sum"


async def test_answers_are_described_in_the_runners_units(tmp_path: Path) -> None:
    app = race_app(tmp_path, settings=Settings(units=Units(distance="mi", mass="lb")))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f1")
        text = words(app.screen)
        assert "150 lb a weight: 150 lb" in text
        assert "10 km a distance: 6.21 mi" in text
        assert "3h45 a time: 3:45:00" in text
        assert "12,5 a number: 12.5" in text


def test_the_examples_show_every_kind_of_typed_answer() -> None:
    shown = {question.kind for _, _, question in EXAMPLES}
    assert shown == {Kind.NUMBER, Kind.DURATION, Kind.TIME, Kind.DATE}


async def test_cautions_grades_and_files_are_all_there(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f1")
        text = words(app.screen)
        for caution in (disclaimers.GENERAL, cramp_steps.EMERGENCY, disclaimers.READINESS):
            assert caution in text
        for grade, meaning in GRADES.items():
            assert f"{grade} {meaning}" in text
        solid = "".join(lines(app.screen)).replace(" ", "")
        for path in (tmp_path / "races", tmp_path / "settings.toml", state_dir()):
            assert str(path) in solid


async def test_numbers_and_arrows_lead_from_part_to_part(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f1", "5")
        assert in_sight(app.screen)[0] == "  5  Questions"
        await pilot.press("right")
        assert in_sight(app.screen)[0] == "  6  Limits"
        await pilot.press("left", "left")
        assert in_sight(app.screen)[0] == "  4  Units and forms"
        await pilot.press("0")
        assert in_sight(app.screen)[0] == "  4  Units and forms"


async def test_the_list_of_parts_can_be_clicked(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f1")
        at = lines(app.screen)[0].index("5 Questions")
        await pilot.click("PageText", offset=(at + 2, 0))
        assert in_sight(app.screen)[0] == "  5  Questions"


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 20)])
async def test_no_line_is_wider_than_the_page(tmp_path: Path, size: tuple[int, int]) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f1")
        room = app.screen.query_one(Page).scrollable_content_region.width
        assert max(Content(line).cell_length for line in lines(app.screen)) <= room


async def test_escape_goes_back_to_where_it_was_opened(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f9", "f1")
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("escape")
        assert isinstance(app.screen, SettingsScreen)
