"""The card in a real browser, where there is one: counters that run, and one sheet of paper."""

import re
from pathlib import Path

import pytest
from browser import CHROMIUM, browse
from golden_race import TODAY, golden

from mile18.plan.card.card import card
from mile18.profile import Profile
from mile18.units import SI
from mile18.writers.card_html import card_html

HEAT: dict[str, object] = {
    "hot_temperature": 24.0,
    "hot_goal_time": 14_100,
    "very_hot_temperature": 28.0,
    "very_hot_goal_time": 15_300,
}
SHARED = {"share_on_card": True, "emergency_contact": "Sam, 555 0100", "medical_line": "Penicillin"}
MARATHON = golden(race={**SHARED, "first_half": "faster"}, heat=HEAT)
ULTRA = golden(
    race={**SHARED, "distance": 100.0, "goal_time": 43_200},
    heat={**HEAT, "hot_goal_time": 46_800, "very_hot_goal_time": 50_400},
    nutrition={"pickle_juice": True},
)

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")


@pytest.mark.parametrize("paper", ["A4", "letter"])
@pytest.mark.parametrize("profile", [MARATHON, ULTRA], ids=["marathon", "100 km"])
def test_it_prints_on_one_page_with_its_wristbands(
    tmp_path: Path, profile: Profile, paper: str
) -> None:
    page = card_html(card(profile, TODAY, SI)).replace("@page {", f"@page {{ size: {paper};")
    browse(tmp_path, page, f"--print-to-pdf={tmp_path / 'card.pdf'}")
    printed = (tmp_path / "card.pdf").read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1


def test_the_hold_counts_up_and_the_hour_down(tmp_path: Path) -> None:
    press = '<script>document.querySelectorAll("button").forEach((b) => b.click())</script>'
    page = card_html(card(MARATHON, TODAY, SI)).replace("</body>", f"{press}</body>")
    dumped = browse(tmp_path, page, "--virtual-time-budget=33000", "--dump-dom")
    hold, hour = re.findall(
        r'<output role="timer">([\d:]+)</output><p role="status">(.*?)</p>', dumped
    )
    assert hold[0] == "0:33"
    assert hold[1].startswith("30&nbsp;s: a mark to count by")
    assert hour[0] == "59:27"
    assert hour[1].startswith("Take it easier until ")


def test_nothing_is_wider_than_a_small_phone(tmp_path: Path) -> None:
    # A window cannot be as narrow as a phone, a frame can.
    told = "document.title = 'wide ' + document.documentElement.scrollWidth"
    page = card_html(card(ULTRA, TODAY, SI)).replace("</body>", f"<script>{told}</script></body>")
    inner = tmp_path / "inner.html"
    inner.write_text(page, encoding="utf-8")
    frame = f'<!DOCTYPE html><iframe width="360" height="800" src="{inner.as_uri()}"></iframe>'
    read = "addEventListener('load', () => document.body.append(frames[0].document.title))"
    options = "--allow-file-access-from-files", "--dump-dom"
    dumped = browse(tmp_path, f"{frame}<script>{read}</script>", *options)
    found = re.search(r"wide (\d+)", dumped)
    assert found
    assert int(found[1]) <= 360
