"""The card as a page: valid, alone in the world, and made of text that stays text."""

import re
from collections.abc import Iterator
from html import escape
from itertools import pairwise
from xml.etree.ElementTree import Element

import html5lib
import pytest
from fuel_plans import gels
from golden_race import GOLDEN, TODAY, golden
from hypothesis import given
from outputs import MILES
from profiles import profiles

from mile18.plan.card.card import card
from mile18.profile import Profile
from mile18.topics.race.course import in_rows
from mile18.units import SI
from mile18.writers.card_bands import MOST_MARKS, thinned
from mile18.writers.card_html import POLICY, card_html

HOSTILE = "</title></style><script>alert(1)</script><img src=//x.example onerror=a()>\"'&lt;"
THREE_PLANS: dict[str, object] = {
    "hot_temperature": 24.0,
    "hot_goal_time": 14_100,
    "very_hot_temperature": 28.0,
    "very_hot_goal_time": 15_300,
}
SITUATIONS = {
    "golden": GOLDEN,
    "three plans": golden(heat=THREE_PLANS, nutrition={"pickle_juice": True}),
    "shared": golden(race={"share_on_card": True, "emergency_contact": "Sam"}),
    "hostile": golden(
        race={
            "name": HOSTILE,
            "place": HOSTILE,
            "share_on_card": True,
            "emergency_contact": HOSTILE,
            "medical_line": HOSTILE,
        },
        nutrition={"products": gels(25.0, 20.0, HOSTILE)},
    ),
    "5 km": golden(race={"distance": 5.0, "goal_time": 1500}),
    "100 km": golden(race={"distance": 100.0, "goal_time": 43_200}),
    "past": golden(race={"date": TODAY.replace(day=1)}),
    "no goal": golden(race={"goal_time": None}),
    "nothing": Profile(),
}


def page(profile: Profile) -> str:
    return card_html(card(profile, TODAY, SI))


def elements(profile: Profile) -> Iterator[Element]:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree: Element = parser.parse(page(profile))
    return tree.iter()


def one(profile: Profile, tag: str) -> Element:
    (found,) = (each for each in elements(profile) if each.tag == tag)
    return found


@pytest.mark.parametrize("profile", SITUATIONS.values(), ids=SITUATIONS)
def test_it_is_valid_and_holds_together(profile: Profile) -> None:
    found = list(elements(profile))
    names = [each.get("id") for each in found if each.get("id")]
    assert len(names) == len(set(names))
    for each in found:
        if target := each.get("href"):
            assert target.startswith("tel:") or target.removeprefix("#") in names
        if label := each.get("aria-labelledby"):
            assert label in names
    levels = [int(each.tag[1]) for each in found if re.fullmatch("h[1-6]", str(each.tag))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(deeper <= level + 1 for level, deeper in pairwise(levels))


@given(profiles())
def test_any_profile_gives_a_valid_page(profile: Profile) -> None:
    assert next(elements(profile)).tag == "html"


@pytest.mark.parametrize("profile", SITUATIONS.values(), ids=SITUATIONS)
def test_it_asks_nothing_of_a_network(profile: Profile) -> None:
    found = list(elements(profile))
    assert {each.tag for each in found}.isdisjoint(
        {"link", "img", "iframe", "object", "embed", "audio", "video", "base", "form", "source"}
    )
    assert all(
        not each.get(name) for each in found for name in ("src", "srcset", "action", "style")
    )
    assert all(str(each.get("href", "#")).startswith(("#", "tel:")) for each in found)
    assert [each.tag for each in found].count("script") == 1
    code = f"{one(profile, 'style').text} {one(profile, 'script').text}"
    assert not re.search(
        r"https?:|//\w|@import|url\(|fetch|XMLHttp|WebSocket|beacon|import\(", code
    )


def test_a_policy_forbids_what_the_page_does_not_need() -> None:
    found = [
        each.get("content")
        for each in elements(GOLDEN)
        if each.get("http-equiv") == "Content-Security-Policy"
    ]
    assert found == [POLICY]
    assert POLICY.startswith("default-src 'none'; ")


def test_it_is_made_for_a_phone_a_reader_and_the_night() -> None:
    assert one(GOLDEN, "html").get("lang") == "en"
    assert one(GOLDEN, "title").text == "Race card: Golden race"
    metas = {each.get("name"): each.get("content") for each in elements(GOLDEN)}
    assert metas["viewport"] == "width=device-width, initial-scale=1"
    style = one(GOLDEN, "style").text or ""
    assert "prefers-color-scheme: dark" in style
    assert "@media print" in style


def test_text_from_a_profile_is_only_text() -> None:
    hostile = SITUATIONS["hostile"]
    assert "".join(one(hostile, "h1").itertext()) == HOSTILE
    assert one(hostile, "title").text == f"Race card: {HOSTILE}"
    assert HOSTILE not in page(hostile)
    assert page(hostile).count(escape(HOSTILE)) >= 6


def test_without_its_script_it_still_says_everything() -> None:
    timers = [each for each in elements(GOLDEN) if each.get("class") == "timer"]
    assert [each.get("id") for each in timers] == ["hour", "hold"]
    assert all(each.get("hidden") is not None for each in timers)
    text = " ".join(page(GOLDEN).replace("\u00a0", " ").split())
    assert "30 s is a mark to count by" in text
    assert "For at least an hour" in text


def bands_of(profile: Profile) -> list[Element]:
    return [each for each in elements(profile) if str(each.get("class")).startswith("band mm")]


def test_there_is_a_wristband_for_each_plan_with_a_goal_in_three_lengths() -> None:
    found = bands_of(SITUATIONS["three plans"])
    assert [str(each.get("class"))[-3:] for each in found] == ["160", "180", "200"] * 3
    told = ["".join(each.itertext()).strip() for each in found[::3]]
    assert [text[0] for text in told] == ["A", "B", "C"]
    for text, half in zip(told, ("1:52:41", "1:57:42", "2:07:43"), strict=True):
        assert half in text
        assert "Fuel at 0:20 · 0:40" in text
        assert "glue" in text


def test_a_wristband_of_a_long_race_keeps_every_second_mark() -> None:
    band = bands_of(SITUATIONS["100 km"])[0]
    marks = [each.text for each in band.iter("i")]
    assert marks == ["10", "20", "30", "40", "half", "60", "70", "80", "90", "end"]


@pytest.mark.parametrize("km", [42.195, 50.0, 100.0])
def test_a_wristband_in_miles_has_mile_18(km: float) -> None:
    made = card(golden(race={"distance": km, "goal_time": int(km * 360)}), TODAY, MILES)
    assert made.plan
    marks = [mark.short for mark in thinned(made.plan.splits.marks, "mi")]
    assert "18" in marks
    assert len(marks) <= MOST_MARKS + 1


def test_what_a_cramp_needs_comes_first_and_every_muscle_is_one_touch_away() -> None:
    found = list(elements(GOLDEN))
    parts = [each.get("id") for each in found if each.tag == "section"]
    assert parts[:2] == ["cramp", "plans"]
    ways = next(each for each in found if each.get("class") == "to")
    named = ["".join(each.itertext()) for each in ways]
    assert named[0] == "Stop signs"
    assert named[-1] == "Run again"
    assert len(named) == 9
    targets = {each.get("href", "").removeprefix("#") for each in ways}
    assert targets <= {str(each.get("id")) for each in found}


def test_the_contact_stands_by_the_stop_signs_and_can_be_called() -> None:
    shared = golden(
        race={
            "share_on_card": True,
            "emergency_contact": "דנה +972 54-555-0100",
            "medical_line": "2 tablets",
        }
    )
    stop = next(each for each in elements(shared) if each.get("class") == "stop")
    (call,) = (each for each in stop.iter("a"))
    assert call.get("href") == "tel:+972545550100"
    # A number after a name from right to left keeps its order.
    assert [each.text for each in call.iter("bdi")] == ["+972 54-555-0100"]
    assert [each.get("dir") for each in stop.iter("dd")] == ["auto", "auto"]


def test_the_course_is_drawn_and_clock_times_stand_beside_the_splits() -> None:
    heights = tuple(100 + 10.0 * (at % 7) for at in range(100))
    hilly = GOLDEN.with_changes({"course": {"length": 42.2, "heights": in_rows(heights)}})
    (drawing,) = (each for each in elements(hilly) if str(each.tag).endswith("svg"))
    assert str(drawing.get("aria-label")).startswith("About ")
    assert "NaN" not in page(hilly)
    assert not [each for each in elements(GOLDEN) if str(each.tag).endswith("svg")]
    assert "09:27" in page(GOLDEN)
    assert "09:27" not in page(golden(race={"start_time": None}))


def test_an_emoji_of_two_signs_stays_one() -> None:
    assert "👩‍🚀" in page(golden(race={"name": "👩‍🚀 run"}))
