"""The card in a real browser, where there is one: one touch, counters that run, one sheet of paper."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from browser import CHROMIUM, browse
from golden_race import TODAY, golden
from runners import RUNNERS

from mile18.plan.card.card import card
from mile18.profile import Profile
from mile18.topics.race.course import in_rows
from mile18.units import SI
from mile18.writers.card_html import card_html

HEAT: dict[str, object] = {
    "hot_temperature": 24.0,
    "hot_goal_time": 14_100,
    "very_hot_temperature": 28.0,
    "very_hot_goal_time": 15_300,
}
SHARED = {"share_on_card": True, "emergency_contact": "Sam, 555 0100", "medical_line": "Penicillin"}
LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
MARATHON = golden(race={**SHARED, "first_half": "faster"}, heat=HEAT)
ULTRA = golden(
    race={**SHARED, "distance": 100.0, "goal_time": 43_200, "place": LONG},
    heat={**HEAT, "hot_goal_time": 46_800, "very_hot_goal_time": 50_400},
    nutrition={"pickle_juice": True},
)
HILLY = MARATHON.with_changes(
    {
        "course": {
            "length": 42.2,
            "heights": in_rows(tuple(100.0 + 9 * (at % 11) for at in range(212))),
        }
    }
)
SHEETS = {
    "marathon": MARATHON,
    "hills": HILLY,
    "100 km": ULTRA,
    "nothing": Profile(),
    **{name: RUNNERS[name] for name in ("a fever now", "1.4 L/h at 60 kg", "100 km", "5 km")},
}

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")


def page(profile: Profile) -> str:
    return card_html(card(profile, TODAY, SI))


def asked(
    folder: Path, made: str, script: str, width: int, height: int = 568, text: int = 100
) -> Any:
    """What a script finds on the page of a phone so wide and high in px, with text so large in %."""
    told = f"<script>document.title = JSON.stringify((() => {{{script}}})())</script>"
    sized = made.replace("<style>", f"<style>html{{font-size:{text}%}}", 1)
    inner = folder / "inner.html"
    inner.write_text(sized.replace("</body>", f"{told}</body>"), encoding="utf-8")
    # A window cannot be as narrow as a phone, a frame can.
    frame = f'<iframe width="{width}" height="{height}" src="{inner.as_uri()}"></iframe>'
    read = "addEventListener('load', () => { document.body.innerHTML = '<pre>' + "
    read += "frames[0].document.title + '</pre>' })"
    options = "--allow-file-access-from-files", "--dump-dom"
    dumped = browse(folder, f"<!DOCTYPE html>{frame}<script>{read}</script>", *options)
    found = re.search(r"<pre>(.*?)</pre>", dumped, re.DOTALL)
    assert found
    return json.loads(found[1])


@pytest.mark.parametrize("paper", ["A4", "letter"])
@pytest.mark.parametrize("name", SHEETS)
def test_it_prints_on_one_sheet_and_the_wristbands_on_another(
    tmp_path: Path, name: str, paper: str
) -> None:
    made = page(SHEETS[name])
    browse(
        tmp_path,
        made.replace("@page {", f"@page {{ size: {paper};"),
        f"--print-to-pdf={tmp_path / 'card.pdf'}",
    )
    printed = (tmp_path / "card.pdf").read_bytes()
    bands = '<section class="bands"' in made
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1 + bands


def test_the_hold_counts_up_and_the_hour_down(tmp_path: Path) -> None:
    press = '<script>document.querySelectorAll("button").forEach((b) => b.click())</script>'
    made = page(MARATHON).replace("</body>", f"{press}</body>")
    dumped = browse(tmp_path, made, "--virtual-time-budget=33000", "--dump-dom")
    hour, hold = re.findall(
        r'<output role="timer">([\d:]+)</output><p role="status">(.*?)</p>', dumped
    )
    assert hold[0] == "0:33"
    assert hold[1].startswith("30&nbsp;s: a mark to count by")
    assert hour[0] == "59:27"
    assert hour[1].startswith("Take it easier until ")


def test_no_stray_touch_and_no_clock_set_back_loses_a_count(tmp_path: Path) -> None:
    script = """
        const [hour] = document.querySelectorAll('#hour button');
        const [hold] = document.querySelectorAll('#hold button');
        const shown = (id) => document.querySelector(id + ' output').textContent;
        const words = [];
        hour.click(); hold.click();
        hour.click(); words.push(hour.textContent);
        const real = Date.now;
        Date.now = () => real() - 600000;
        document.dispatchEvent(new Event('visibilitychange'));
        words.push(shown('#hold'), shown('#hour'));
        return words;
    """
    told = asked(tmp_path, page(MARATHON), script, 390, 844)
    assert told == ["Touch again to start anew", "0:00", "60:00"]


WIDE = "return document.documentElement.scrollWidth"
ONE_TOUCH = """
    const bar = document.querySelector('.bar').getBoundingClientRect();
    const count = document.querySelector('#hold output').getBoundingClientRect();
    return [...document.querySelectorAll('header .to a')].map((link) => {
      const target = document.querySelector(link.getAttribute('href'));
      target.scrollIntoView();
      const first = (target.querySelector('dt, h2, h3') || target).getBoundingClientRect();
      return [first.top >= 0 && first.bottom <= bar.top, link.getBoundingClientRect().height >= 44,
        count.top >= bar.top && count.bottom <= innerHeight, bar.height / innerHeight];
    });
"""


@pytest.mark.parametrize(("width", "text"), [(320, 100), (320, 200), (360, 130), (390, 100)])
def test_any_stretch_is_one_touch_away_with_the_count_in_sight(
    tmp_path: Path, width: int, text: int
) -> None:
    found = asked(tmp_path, page(MARATHON), ONE_TOUCH, width, text=text)
    assert len(found) == 9
    for in_sight, large, counted, bar in found:
        assert in_sight
        assert large
        assert counted
        assert bar < 0.33


@pytest.mark.parametrize("name", ["100 km", "hills"])
@pytest.mark.parametrize(("width", "text"), [(320, 100), (320, 200), (360, 100)])
def test_nothing_is_wider_than_a_small_phone(
    tmp_path: Path, name: str, width: int, text: int
) -> None:
    assert asked(tmp_path, page(SHEETS[name]), WIDE, width, text=text) <= width


@pytest.mark.parametrize("letter", ["A", "B", "C"])
def test_on_a_narrow_screen_one_plan_stands_at_a_time(tmp_path: Path, letter: str) -> None:
    script = f"""
        document.querySelector('[value="{letter}"]').click();
        return [...document.querySelectorAll('#splits thead th')]
          .filter((each) => each.offsetParent).map((each) => each.textContent);
    """
    assert asked(tmp_path, page(MARATHON), script, 320) == ["At", f"Plan&nbsp;{letter}"]
    assert len(asked(tmp_path, page(MARATHON), script, 700)) == 4
