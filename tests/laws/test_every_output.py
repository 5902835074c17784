"""Whatever is said about a race, and by whatever writer: it fits, keeps its secrets, is modest."""

import json
import re
from typing import Final

import html5lib
import pytest
from at_risk import COMBINATIONS, HEALTHY, TODAY, ULTRAS, with_health
from golden_race import GOLDEN
from plan_screens import RACES

from mile18.evidence.wording import problems
from mile18.page import Page, Plot, Sentence
from mile18.plan.card.card import card
from mile18.profile import Profile
from mile18.shell.outputs import OUTPUTS
from mile18.units import SI, Units
from mile18.wrap import columns
from mile18.writers import html
from mile18.writers.exports import FORMATS
from mile18.writers.markdown import markdown
from mile18.writers.text import NARROWEST, text

MILES: Final = Units(distance="mi", mass="lb", temperature="°F", volume="fl oz")
# Nothing said takes two lines of this.
LONG: Final = 2000
EVIL: Final = "<script>alert(1)</script> [b]*x* | # `y`"
RUNNERS: Final = [
    *RACES.values(),
    *ULTRAS.values(),
    GOLDEN,
    with_health(HEALTHY, *COMBINATIONS[-1], word=None),
    HEALTHY.with_changes({"health": {"symptoms_now": ("fever",)}}),
]
NAMES: Final = list(OUTPUTS)


def page(name: str, profile: Profile, units: Units = SI, width: int = 80) -> Page:
    return OUTPUTS[name].page(profile, TODAY, units, width)


@pytest.mark.parametrize("name", NAMES)
def test_every_output_fits_whatever_the_width(name: str) -> None:
    for profile in RUNNERS:
        for width, units in ((NARROWEST, SI), (40, MILES), (100, SI)):
            told = text(page(name, profile, units, width), width)
            assert max(map(columns, told.splitlines())) <= width
            assert "{" not in told, "a quantity was not put into the runner's units"


@pytest.mark.parametrize("name", NAMES)
def test_every_output_can_be_written_by_every_writer(name: str) -> None:
    parser = html5lib.HTMLParser(strict=True)
    for profile in RUNNERS:
        made = page(name, profile.with_answer("race.name", EVIL))
        told, marked = text(made, 80), markdown(made)
        written = "".join(html.sections(made.sections))
        parser.parseFragment(written)
        assert parser.errors == []
        assert "<script>" not in written
        assert "<script>" not in marked
        for section in made.sections:
            assert section.title.upper() in told.upper()
            assert section.title in marked
            for block in section.blocks:
                if isinstance(block, Sentence) and block.text:
                    assert _plain(block.text) in _plain(marked)
                    assert _plain(html.shown(block.text)) in _plain(written)


def _plain(told: str) -> str:
    return re.sub(r"[\s\u00a0\\]+", "", told)


@pytest.mark.parametrize("name", NAMES)
def test_every_sentence_of_every_output_is_modest(name: str) -> None:
    for profile in RUNNERS:
        for section in page(name, profile).sections:
            for block in section.blocks:
                if not isinstance(block, Plot):
                    told = text(Page((), (block,)), LONG).replace("\n", " ")
                    assert problems(told.lstrip("! ")) == [], told


@pytest.mark.parametrize("name", NAMES)
def test_data_is_plain_and_says_which_form_it_has(name: str) -> None:
    data = OUTPUTS[name].data
    for profile in RUNNERS if data else ():
        assert data is not None
        made = data("race", profile, TODAY)
        assert json.loads(json.dumps(made, default=str))["schema"] == 1
        assert "{km" not in json.dumps(made, default=str)


@pytest.mark.parametrize("ending", FORMATS)
def test_what_is_shared_names_no_answer_about_health(ending: str) -> None:
    ill = with_health(HEALTHY, *COMBINATIONS[-1], word=None)
    well = HEALTHY.with_changes({"health": {"doctor_agrees": None, "medicines_discussed": None}})
    told = FORMATS[ending](card(ill, TODAY, SI))
    for word in ("diabetes", "kidney", "insulin", "diuretic", "blood pressure"):
        assert word not in told.lower() or word in FORMATS[ending](card(well, TODAY, SI)).lower()
