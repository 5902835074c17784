"""The moving picture: every screen once, in its time, and one of them for who wants no motion."""

from xml.etree.ElementTree import fromstring

from demo import joined

SCREEN = (
    '<svg class="rich-terminal" viewBox="0 0 10 10" xmlns="http://www.w3.org/2000/svg">'
    "<style>@font-face {{ src: x; }} .terminal-77-r1 {{ fill: {0} }}</style>"
    '<text class="terminal-77-r1">{0}</text></svg>'
)


def test_each_screen_shows_in_its_turn() -> None:
    found = joined([(SCREEN.format("red"), 1.0), (SCREEN.format("blue"), 3.0)])
    assert fromstring(found).tag.endswith("svg")
    assert found.count("<g class=") == 2
    assert "@keyframes k0{0%{visibility:hidden}0.000%{visibility:visible}25.000%" in found
    assert "animation:k1 4.0s step-end infinite" in found
    assert ".t0-r1 { fill: red }" in found
    assert ".t1-r1 { fill: blue }" in found
    assert "font-face" not in found
    assert "prefers-reduced-motion" in found
