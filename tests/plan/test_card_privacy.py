"""Nobody learns from an export what the runner did not choose to share."""

import re
from typing import Any

import pytest
from golden_race import TODAY, golden
from hypothesis import given
from msgspec.structs import replace
from profiles import profiles
from written import card_markdown, card_text

from mile18.plan.card.card import card
from mile18.profile import Profile
from mile18.topics.health.gate import speaks_against_running
from mile18.topics.health.restraints import disguised, restraints
from mile18.topics.race.questions import Race
from mile18.units import SI
from mile18.writers.card_html import card_html

SECRETS = {"emergency_contact": "Sam 555 0100", "medical_line": "Allergic to penicillin"}
FORMATS = (card_markdown, card_text, card_html)


@given(profiles(), profiles())
def test_the_card_is_the_same_for_all_from_whom_the_same_is_withheld(
    profile: Profile, other: Profile
) -> None:
    known = restraints(profile.health, profile.race)
    alike = replace(
        disguised(profile.health), symptoms_now=("fever",) if _is_ill(profile) else None
    )
    assert restraints(alike, profile.race) == known
    assert card(profile, TODAY, SI) == card(replace(profile, health=alike), TODAY, SI)
    if (restraints(other.health, profile.race), _is_ill(other)) == (known, _is_ill(profile)):
        assert card(profile, TODAY, SI) == card(replace(profile, health=other.health), TODAY, SI)


def _is_ill(profile: Profile) -> bool:
    return speaks_against_running(profile.health)


@given(profiles())
def test_contact_and_medical_line_leave_no_trace_unless_asked_for(profile: Profile) -> None:
    for share in (None, False):
        asked = replace(profile, race=replace(profile.race, share_on_card=share))
        blank = replace(asked.race, emergency_contact=None, medical_line=None)
        assert card(asked, TODAY, SI) == card(replace(asked, race=blank), TODAY, SI)


@given(profiles())
def test_notes_stay_in_the_file(profile: Profile) -> None:
    noted = replace(profile, race=replace(profile.race, notes="between us"))
    plain = replace(profile, race=replace(profile.race, notes=None))
    assert card(noted, TODAY, SI) == card(plain, TODAY, SI)


@pytest.mark.parametrize("layout", FORMATS)
def test_contact_and_medical_line_stand_on_the_card_if_asked_for(layout: Any) -> None:
    for share, shown in ((True, True), (False, False), (None, False)):
        text = layout(card(golden(race={**SECRETS, "share_on_card": share}), TODAY, SI))
        # A number that can be touched stands in tags of its own.
        text = re.sub(r"</?(?:a|bdi)\b[^>]*>", "", text)
        assert all((secret in text) is shown for secret in SECRETS.values())


def test_the_race_answers_that_may_be_shared_are_known() -> None:
    """A new private question about the race must be thought of here before it reaches the card."""
    private = {"emergency_contact", "medical_line", "notes"}
    shown = {
        "name", "place", "zone", "date", "start_time", "distance", "goal_time", "first_half", "body_mass",
        "run_minutes", "walk_minutes", "wish_time", "goal_settled",
        "recent_distance", "recent_time", "recent_date", "aid_stations", "cut_offs", "hills",
        "share_on_card",
    }  # fmt: skip
    assert set(Race.__struct_fields__) == private | shown
