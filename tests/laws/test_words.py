"""How mile18 sounds: one word for one thing, short sentences, a term explained where it first stands."""

import re
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

import pytest
from at_risk import DAYS, HEALTHY, ULTRAS
from dropped_terms import dropped_in, prose
from outputs import MILES, OUTPUTS, said
from plan_screens import EXAMPLE, RACE
from runners import RUNNERS
from sentences import LONGEST, page_texts, sentences, words

import mile18
from mile18.evidence.library import claims
from mile18.profile import Profile, all_questions, topics
from mile18.question import questions
from mile18.shell.outputs import OUTPUTS as PAGES
from mile18.topics.health.episode import Episode
from mile18.units import SI

SOURCES = Path(mile18.__file__).parent
PATTERNS = {SOURCES / "evidence/wording.py", SOURCES / "records/formats/words.py"}
ROOT = Path(__file__).parents[2]
PLAIN = {"Profile"}
"""Names of code that a regular expression or a type needs as text."""
WHO = {
    **RUNNERS,
    **ULTRAS,
    "the example": EXAMPLE,
    "healthy": HEALTHY,
    "nothing answered": Profile(),
}


@pytest.mark.parametrize("folder", sorted({each.parent for each in SOURCES.rglob("*.py")}))
def test_no_text_in_the_code_uses_a_dropped_term(folder: Path) -> None:
    found = [
        f"{file.name}:{line}: {term}"
        for file in sorted(folder.glob("*.py"))
        if file not in PATTERNS
        for line, text in prose(file)
        if text not in PLAIN
        for term in dropped_in(text)
    ]
    assert not found


def test_no_claim_uses_a_dropped_term() -> None:
    told = (f"{each.says} {each.limits or ''}" for each in claims().values())
    assert [term for text in told for term in dropped_in(text)] == []


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("name", [each for each in OUTPUTS if "json" not in each])
def test_no_output_uses_a_dropped_term(name: str, who: str) -> None:
    for days in (DAYS[1], DAYS[-1]):
        assert dropped_in(said(name, WHO[who], RACE - timedelta(days=days))) == []


def _long(texts: Iterable[str]) -> list[str]:
    # A sum is read part by part.
    return [
        each
        for text in texts
        for each in sentences(text)
        if len(words(each)) > LONGEST and " = " not in each
    ]


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("name", PAGES)
def test_no_sentence_of_a_page_is_longer_than_25_words(name: str, who: str) -> None:
    for days in DAYS:
        for units in (SI, MILES):
            page = PAGES[name].page(WHO[who], RACE - timedelta(days=days), units, 100)
            assert _long(page_texts(page)) == []


def test_no_sentence_of_a_question_is_longer_than_25_words() -> None:
    asked = (*all_questions().values(), *questions(topics()["debrief"]), *questions(Episode))
    assert _long(text for each in asked for text in (each.prompt, each.why, each.amounts)) == []


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("name", ["show", "week", "day", "card.md", "card.txt", "card.html"])
def test_wbgt_is_called_heat_load_where_it_first_stands(name: str, who: str) -> None:
    for days in DAYS:
        before, wbgt, _ = said(name, WHO[who], RACE - timedelta(days=days)).partition("WBGT")
        assert not wbgt or "heat load" in before[-60:].casefold(), before[-120:]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Run easily. Then rest.", ["Run easily.", "Then rest."]),
        ("Stop for any one of these: fever; chills.", ["Stop for any one of these", "fever", "chills."]),
        ("Riegel 1.06 is fast: slow down.", ["Riegel 1.06 is fast: slow down."]),
    ],
)  # fmt: skip
def test_where_sentences_are_cut(text: str, cut: list[str]) -> None:
    assert list(sentences(text)) == cut


@pytest.mark.parametrize(
    "text", ["your profile", "a clinician", "10 % more", "hold it against the plan", "the figure"]
)
def test_what_a_dropped_term_is(text: str) -> None:
    assert dropped_in(text)


def test_what_is_no_dropped_term() -> None:
    for text in ("takes over 90 minutes", "a seizure (fit)", "--profiles", "10% more"):
        assert dropped_in(text) == []


@pytest.mark.parametrize("folder", sorted({each.parent for each in SOURCES.rglob("*.py")}))
def test_no_sentence_in_the_code_is_longer_than_25_words(folder: Path) -> None:
    files = (each for each in sorted(folder.glob("*.py")) if each not in PATTERNS)
    assert _long(text for file in files for _, text in prose(file)) == []


@pytest.mark.parametrize("name", ["README.md", "CHANGELOG.md"])
def test_what_a_runner_reads_about_mile18_is_short_and_plain(name: str) -> None:
    text = re.sub(r"```.*?```", "", (ROOT / name).read_text(), flags=re.DOTALL)
    # From the architecture on it is for developers.
    told = text.partition("## How it is built")[0]
    lines = [
        re.sub(r"\]\([^)]*\)", "]", line)
        for line in told.splitlines()
        if not line.startswith(("|", "!", "<"))
    ]
    assert _long(line for line in lines if "weights are a judgement" not in line) == []
    assert [term for line in lines for term in dropped_in(line.replace("is open", ""))] == []
