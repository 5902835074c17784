"""The evidence screen: every claim with its grade, limits and sources, and an easy way back."""

from pathlib import Path

import pytest
from race_app import in_sight, lines, race_app, words
from textual.content import Content

from mile18.evidence.library import GRADES, READ_DEPTHS, claim, claims, reference
from mile18.profile import all_questions
from mile18.tui.dialogs.evidence import EvidenceScreen
from mile18.tui.page import Page
from mile18.tui.prepare.screen import PrepareScreen

EVERYTHING = tuple(claims())


async def test_it_says_what_is_known_how_well_and_who_says_so(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    question = next(each for each in all_questions().values() if len(each.evidence) > 1)
    async with app.run_test(size=(120, 40)) as pilot:
        await app.push_screen(EvidenceScreen(question.prompt, question.why, question.evidence))
        await pilot.pause()
        text = words(app.screen)
        assert question.prompt in text
        assert question.why in text
        for each in map(claim, question.evidence):
            assert f"{each.grade} {each.says}" in text
            assert GRADES[each.grade] in text
            assert each.about in text
            assert each.limits in text
            for source in map(reference, each.sources):
                assert " ".join(source.citation.split()) in text
                assert source.link in text
                assert READ_DEPTHS[source.read] in text


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 20)])
async def test_no_line_of_any_claim_is_wider_than_the_page(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await app.push_screen(EvidenceScreen("All", "Everything there is.", EVERYTHING))
        await pilot.pause()
        room = app.screen.query_one(Page).scrollable_content_region.width
        assert max(Content(line).cell_length for line in lines(app.screen)) <= room


async def test_the_last_source_is_reached_on_a_small_screen(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(40, 20)) as pilot:
        await app.push_screen(EvidenceScreen("All", "Everything there is.", EVERYTHING))
        await pilot.pause()
        assert app.screen.query_one(Page).size.width >= 36
        first = in_sight(app.screen)
        await pilot.press("down")
        assert in_sight(app.screen)[0] == first[1]
        await pilot.press("end")
        assert in_sight(app.screen)[-1] == lines(app.screen)[-1]


@pytest.mark.parametrize("key", ["escape", "f4", "ctrl+e", "e"])
async def test_escape_and_the_keys_that_open_it_close_it(tmp_path: Path, key: str) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f4")
        assert isinstance(app.screen, EvidenceScreen)
        await pilot.press(key)
        assert isinstance(app.screen, PrepareScreen)


async def test_a_question_without_sources_says_so_and_shows_brackets_as_they_are(
    tmp_path: Path,
) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(EvidenceScreen("What [/x]?", "Because [b]so.", ()))
        await pilot.pause()
        assert words(app.screen) == "What [/x]? Because [b]so. No source is quoted for this."
