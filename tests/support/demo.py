"""Draws one moving picture of a real run of the app, from true screens: `make demo`."""

import asyncio
import os
import re
import tempfile
from datetime import datetime
from pathlib import Path

from picture_races import NOW

from mile18.storage.store import Store
from mile18.tui.app import Mile18
from screenshots import FOLDER, FONTS

SIZE = (100, 30)
MOST_BYTES = 2_000_000
# Keys, and for how many seconds their screen stays.
SCRIPT: tuple[tuple[tuple[str, ...], float], ...] = (
    ((), 2.0),
    (("n",), 1.0),
    ((*"Flying Pig", "enter"), 0.8),
    ((*"2 May", "enter"), 0.8),
    ((*"marathon", "enter"), 0.8),
    ((*"3h45", "enter"), 1.2),
    (("enter",), 1.2),
    ((*"6:30", "enter"), 0.6),
    ((*"half", "enter"), 0.6),
    ((*"1:47:30", "enter"), 0.8),
    ((*"64", "enter"), 0.6),
    ((*"45", "enter"), 0.6),
    ((*"28", "enter"), 0.6),
    ((*"2", "enter"), 1.0),
    (("ctrl+o",), 2.0),
    (("pagedown", "pagedown"), 1.6),
    ((*["down"] * 5, *"30", "enter"), 1.6),
    (("ctrl+n", *["down"] * 1, *"2", "enter"), 2.2),
    (("ctrl+n", "y"), 1.4),
    (("f3",), 2.6),
    (("f7",), 2.6),
    (("f8",), 2.4),
    (("c",), 2.4),
)


async def frames() -> list[tuple[str, float]]:
    """Each screen as SVG, with the seconds that it stays."""
    found: list[tuple[str, float]] = []
    began = datetime.now(NOW.tzinfo)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["HOME"] = folder
        now = lambda: NOW + (datetime.now(NOW.tzinfo) - began)  # noqa: E731 - the clock of the runner
        app = Mile18(Store(Path(folder) / "races"), None, now=now)
        async with app.run_test(size=SIZE) as pilot:
            for keys, stays in SCRIPT:
                for key in keys:
                    await pilot.press(key)
                await pilot.pause(0.3)
                found.append((app.export_screenshot(title="mile18"), stays))
    return found


def joined(found: list[tuple[str, float]]) -> str:
    """The screens after each other in one SVG, shown in turn without any script."""
    whole = sum(stays for _, stays in found)
    parts, rules, shown = [], [], 0.0
    box = ""
    for at, (svg, stays) in enumerate(found):
        box = re.search(r'viewBox="([^"]*)"', svg)[1]  # type: ignore[index]
        svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
        svg = re.sub(r"font-family: [^;]*;", f"font-family: {FONTS};", svg)
        svg = re.sub(r"terminal-\d+", f"t{at}", svg)
        inner = re.sub(r"^.*?<svg[^>]*>|</svg>\s*$", "", svg, flags=re.DOTALL)
        first, last = 100 * shown / whole, 100 * (shown + stays) / whole
        rules.append(
            f"@keyframes k{at}{{0%{{visibility:hidden}}{first:.3f}%{{visibility:visible}}"
            f"{last:.3f}%{{visibility:hidden}}100%{{visibility:hidden}}}}"
            f".f{at}{{visibility:hidden;animation:k{at} {whole:.1f}s step-end infinite}}"
        )
        parts.append(f'<g class="f{at}">{inner}</g>')
        shown += stays
    # Whoever asked for less motion sees one screen.
    still = len(found) // 2
    rules.append(
        "@media (prefers-reduced-motion: reduce){g[class^=f]{animation:none}"
        f".f{still}{{visibility:visible}}}}"
    )
    return (
        f'<svg class="rich-terminal" viewBox="{box}" xmlns="http://www.w3.org/2000/svg">'
        f"<style>{''.join(rules)}</style>{''.join(parts)}</svg>"
    )


def main() -> None:
    """Draw it; fails where it grew too large for a page."""
    content = joined(asyncio.run(frames())).encode()
    assert len(content) < MOST_BYTES, len(content)
    (FOLDER / "demo.svg").write_bytes(content)
    print(f"screenshots/demo.svg, {len(content) / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
