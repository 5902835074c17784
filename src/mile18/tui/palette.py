"""The command palette, which is never open twice and takes keys before its list is there."""

from collections.abc import Iterable
from functools import partial
from typing import Any, ClassVar

from textual.app import ComposeResult, SystemCommand
from textual.binding import ActiveBinding
from textual.command import CommandList, CommandPalette

from mile18.evidence.asked import ASKED, Asked
from mile18.plan.words import worth_doing
from mile18.profile import all_questions
from mile18.tui.base_screen import BaseScreen, is_gone
from mile18.tui.changes import pull
from mile18.tui.exchange.screenshot import save_screenshot
from mile18.tui.form.choices import Options
from mile18.tui.state import RaceState
from mile18.units import clock, localise
from mile18.writers.exports import EXPORTS


class Commands(CommandList, Options):
    """What was found."""


class Palette(CommandPalette, BaseScreen[None]):
    """Every action and every question by name."""

    hands_on_at_once: ClassVar[bool] = True

    def compose(self) -> ComposeResult:
        """As Textual has it, but for the list."""
        for widget in super().compose():
            yield Commands() if isinstance(widget, CommandList) else widget


async def _run(app: RaceState, active: ActiveBinding) -> None:
    # The palette closes first, and meanwhile a key may have led away from the screen below it.
    if not is_gone(active.node):
        await app.run_action(active.binding.action, active.node)


def _of_the_race(app: RaceState) -> Iterable[SystemCommand]:
    from mile18.tui.dialogs.goal import DECIDE, both_goals, decide_goal
    from mile18.tui.exchange.course import ask_for_course, forget_course
    from mile18.tui.exchange.export import ask_for_export
    from mile18.tui.exchange.records import ask_for_records
    from mile18.tui.exchange.weather import ask_for_weather

    yield SystemCommand(
        "Course from a GPX file", "Hills, aid stations and cut-offs", partial(ask_for_course, app)
    )
    if app.session and app.session.profile.course.length:
        yield SystemCommand("Forget the course", "Undo brings it back", partial(forget_course, app))
    yield SystemCommand(
        "From the files of your watch",
        "Training, nights, body weight: FIT, Strava, Garmin, Apple, Oura, Fitbit, WHOOP",
        partial(ask_for_records, app),
    )
    yield SystemCommand(
        "Weather of the race", "Looked up after asking you", partial(ask_for_weather, app)
    )
    if both := both_goals(app.session.profile) if app.session else None:
        mine, supported = map(clock, both)
        yield SystemCommand(f"Keep {mine}, or take {supported}?", DECIDE, partial(decide_goal, app))
    for at, each in enumerate(EXPORTS):
        yield SystemCommand(each.title, each.about, partial(ask_for_export, app, at))


def _tell(app: RaceState, asked: Asked) -> None:
    from mile18.tui.dialogs.evidence import EvidenceScreen

    title = f"{asked.about[0].upper()}{asked.about[1:]}"
    app.push_screen(EvidenceScreen(title, asked.line, asked.evidence))


def system_commands(app: RaceState, screen: BaseScreen[Any]) -> Iterable[SystemCommand]:
    """Every binding of the screen and the app with its own words, then every question."""
    seen: set[str] = set()
    for active in screen.active_bindings.values():
        binding = active.binding
        if not binding.id or binding.action in seen or not active.enabled:
            continue
        seen.add(binding.action)
        key = app.get_key_display(binding)
        yield SystemCommand(
            f"{binding.description.capitalize()} ({key})",
            binding.tooltip or binding.description,
            partial(_run, app, active),
        )
    if app.readiness and screen.asks_all:
        for lever in worth_doing(app.readiness):
            yield SystemCommand(
                f"Try: {localise(lever.action, app.units)}",
                "What if: see readiness change; nothing is saved",
                partial(pull, app, lever),
            )
    yield SystemCommand(
        "Screenshot", "Save a picture of this screen", partial(save_screenshot, app)
    )
    if app.session:
        from mile18.tui.races.compare_with import CompareWithScreen

        yield SystemCommand(
            "Compare this race",
            "With itself as it was, or with another race, side by side",
            lambda path=app.session.opened.path: app.push_screen(
                CompareWithScreen(path.absolute())
            ),
        )
    for asked in ASKED:
        yield SystemCommand(
            f"What is known about {asked.about}", asked.line, partial(_tell, app, asked)
        )
    if app.session:
        yield from _of_the_race(app)
    base = app.open_screens[0]
    if base.asks_all:
        for name, question in all_questions().items():
            yield SystemCommand(
                question.in_full,
                question.why,
                partial(base.go_to, name),
            )
