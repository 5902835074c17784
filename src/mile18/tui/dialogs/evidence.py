"""The claims behind a question or a step, each with its grade, its limits and its sources."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.style import Style

from mile18.evidence.library import GRADES, READ_DEPTHS, Claim, Reference, claim, reference
from mile18.profile import Profile
from mile18.topics.health.restraints import claims_shown
from mile18.tui.bars import KeyBar
from mile18.tui.base_screen import BaseModal
from mile18.tui.page import Block, Page, prose
from mile18.tui.state import RaceState

INDENT = 3
MUTED = "$foreground-muted"


class EvidenceScreen(BaseModal[None]):
    """What is known, how well, about whom, and who says so; less what is withheld from the runner."""

    app: RaceState
    CSS_PATH = "evidence.tcss"
    AUTO_FOCUS = "Page"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,f4,ctrl+e,e",
            "back",
            "back",
            id="evidence-back",
            tooltip="Close the sources",
        ),
    ]

    def __init__(self, title: str, why: str, evidence: tuple[str, ...]) -> None:
        """Explain `title` by `why` and by the claims with the ids in `evidence`."""
        super().__init__()
        self._title = title
        self._why = why
        self._evidence = evidence

    def compose(self) -> ComposeResult:
        """The text, and how to close it."""
        with Vertical():
            yield Page(self._draw)
            yield KeyBar()

    @property
    def shown(self) -> tuple[str, ...]:
        """The ids of the claims, without those that are withheld from this runner."""
        said = self.app.profile or Profile()
        return claims_shown(self._evidence, said.health, said.race)

    def _draw(self, width: int) -> Sequence[Block]:
        blocks = [Block([*prose(self._title, width, style="bold"), *prose(self._why, width)])]
        if not self.shown:
            return [
                *blocks,
                Block([Content(""), *prose("No source is quoted for this.", width, style=MUTED)]),
            ]
        return blocks + [Block(_claim(claim(each), width), part=each) for each in self.shown]

    def action_back(self) -> None:
        """Close."""
        self.dismiss()


def _claim(each: Claim, width: int) -> list[Content]:
    lines = [Content(""), *prose(each.says, width, INDENT, each.grade)]
    told = [f"Grade {each.grade}: {GRADES[each.grade]}", f"About: {each.about}"]
    if each.limits:
        told.append(f"Limits: {each.limits}")
    for text in told:
        lines += prose(text, width, INDENT, style=MUTED)
    for source in each.sources:
        lines += _source(reference(source), width)
    return lines


def _source(source: Reference, width: int) -> list[Content]:
    lines = prose(source.citation, width, INDENT + 2, " " * INDENT + "–")
    if source.link:
        # Terminals that know links (OSC 8) open it whole, however it is folded.
        whole = Style(link=source.link)
        lines += [
            Content.assemble(" " * (INDENT + 2), part.stylize("$text-accent").stylize(whole))
            for part in Content(source.link).fold(width - INDENT - 2)
        ]
    return lines + prose(READ_DEPTHS[source.read], width, INDENT + 2, style=MUTED)
