"""The card in Markdown, read back by a parser: tables are tables, and text is only text."""

from fuel_plans import gels
from golden_race import TODAY, golden
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from written import card_markdown

from mile18.plan.card.card import card
from mile18.profile import Profile
from mile18.sanitise import plain
from mile18.units import SI

HOSTILE = "<img src=x> *a* _b_ [c](d) | `e` # f &amp; ~g~ ![h](i) $j$ \\k"


def parsed(profile: Profile) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").parse(card_markdown(card(profile, TODAY, SI)))


def inline(tokens: list[Token]) -> list[Token]:
    return [child for token in tokens for child in token.children or ()]


def test_the_tables_are_read_as_tables() -> None:
    tokens = parsed(golden(heat={"hot_temperature": 24.0, "very_hot_temperature": 28.0}))
    assert sum(token.type == "table_open" for token in tokens) == 3
    heads = [
        tokens[at + 1].content for at, token in enumerate(tokens) if token.type == "heading_open"
    ]
    assert heads == [
        "Golden race",
        "STOP, GET HELP",
        "Cramp",
        "Stretch",
        "Queasy or dizzy, but clear-headed",
        "Run again",
        "Plans",
        "Splits",
        "Fuel",
        "Drink",
    ]


def test_text_from_a_profile_is_only_text() -> None:
    race = {"name": HOSTILE, "place": HOSTILE, "share_on_card": True}
    secrets = {"emergency_contact": HOSTILE, "medical_line": f"1. {HOSTILE}"}
    tokens = parsed(
        golden(race={**race, **secrets}, nutrition={"products": gels(25.0, 20.0, HOSTILE)})
    )
    kinds = {token.type for token in (*tokens, *inline(tokens))}
    assert not kinds & {"html_inline", "html_block", "link_open", "image", "code_inline"}
    told = "\n".join(
        "".join(child.content for child in token.children or ())
        for token in tokens
        if token.type == "inline"
    )
    assert told.count(HOSTILE) == 5


@given(st.text(min_size=1, max_size=30))
def test_any_name_is_the_whole_heading(name: str) -> None:
    shown = plain(name)
    tokens = parsed(Profile().with_answer("race.name", name))
    heading = "".join(child.content for child in tokens[1].children or ())
    assert heading == (shown or "Race without a name")
