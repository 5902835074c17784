"""The three one-line bars of every screen: title, topics, keys."""

from collections.abc import Mapping, Sequence

from textual.binding import ActiveBinding, Binding
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive

from mile18.factor import Countdown
from mile18.plan.words import race_facts, race_name
from mile18.profile import Profile
from mile18.readiness import Readiness
from mile18.sanitise import printable
from mile18.tui.drawing import Drawn
from mile18.tui.naming import tells_more
from mile18.tui.panel import beside
from mile18.tui.state import NOT_SAVED, RaceState
from mile18.units import Units

WHAT_IF = " what if: nothing is saved "
NEEDED = ("cramp", "help", "quit")
SHORTEST_NAME = 14
SAVED = " saved 08:00 "
SHORT_TITLES = {"training": "Train", "nutrition": "Food"}


class TitleBar(Drawn):
    """The product and the race on the left, what was saved on the right."""

    title: reactive[str] = reactive("")
    facts: reactive[Sequence[str]] = reactive(())
    state: reactive[str] = reactive("")
    trying: reactive[bool] = reactive(False)

    def follow(self, app: RaceState) -> None:
        """Say what the app saved, and that nothing is while answers are tried."""
        self.watch(app, "saved", self._saved_changed)
        self.watch(app, "real", self._real_changed)

    def show_race(
        self, profile: Profile, countdown: Countdown, units: Units, file: str = ""
    ) -> None:
        """Name a race, whose it is if its file says that, and what is known of it."""
        told = printable(file) if tells_more(file, profile.race) else ""
        self.title = " · ".join(filter(None, (told, race_name(profile))))
        self.facts = race_facts(profile, countdown, units)

    def _saved_changed(self, saved: str) -> None:
        self.state = saved

    def _real_changed(self, real: Readiness | None) -> None:
        self.trying = real is not None

    def draw(self, width: int, height: int) -> Content:
        """One line; where there is little room the name is cut first, then the first facts go."""
        head = (WHAT_IF, "bold reverse") if self.trying else (" mile18 ", "bold $accent")
        # That the real answers were saved meanwhile would read as if those tried were.
        state = self.state if not self.trying or NOT_SAVED in self.state else ""
        right = Content.styled(f" {state} ", "$foreground-muted")
        left = Content.assemble(head, " ")
        # Nothing moves when a save is told.
        kept_free = max(right.cell_length, 0 if self.trying else len(SAVED))
        named = self._named(width - left.cell_length - kept_free - 1)
        return beside(Content.assemble(left, named), right, width)

    def _named(self, room: int) -> Content:
        name = Content(self.title)
        shortest = min(name.cell_length, SHORTEST_NAME)
        for at in range(len(self.facts)):
            told = Content("".join(f" · {fact}" for fact in self.facts[at:]))
            if shortest + told.cell_length <= room:
                return name.truncate(room - told.cell_length, ellipsis=True) + told
        return name


class TopicBar(Drawn):
    """The topics in order, the open one marked by brackets and weight as well as by colour."""

    topic: reactive[str] = reactive("")
    answered: reactive[Mapping[str, str]] = reactive({})

    def __init__(self, topics: tuple[str, ...]) -> None:
        """Show `topics`, given by their ids."""
        super().__init__()
        self._topics = topics

    def draw(self, width: int, height: int) -> Content:
        """Titles as wide as the room allows; a click opens a topic."""
        titles = {topic: topic.capitalize() for topic in self._topics}
        if sum(len(title) + 2 for title in titles.values()) > width:
            titles |= {topic: SHORT_TITLES.get(topic, title) for topic, title in titles.items()}
        roomy = sum(len(title) + 2 for title in titles.values()) <= width
        parts = []
        for topic, title in titles.items():
            here = topic == self.topic
            text = (f"[{title}]" if here else f" {title} ") if roomy else title
            style = "bold reverse" if here and not roomy else "bold $text-accent" if here else ""
            parts.append(
                Content.styled(text, style).stylize(f"@click=screen.show_topic('{topic}')")
            )
        return Content("" if roomy else " ").join(parts)


class KeyBar(Drawn):
    """The keys that work here, as many as fit; a click does the same.

    Where they do not all fit: cramp, help and quit stay, then the keys of this screen.
    """

    def draw(self, width: int, height: int) -> Content:
        """Key and word, F-keys first."""
        shown: dict[str, ActiveBinding] = {}
        for active in self.screen.active_bindings.values():
            if active.binding.show and active.enabled:
                shown.setdefault(active.binding.action, active)
        room = width - 1
        fitting: list[tuple[tuple[bool, int], Content]] = []
        # Its letters and arrows before its F-keys: those are the way on and the way out.
        here = sorted(
            (active for active in shown.values() if active.node is not self.app),
            key=lambda active: not _place(active.binding)[0],
        )
        elsewhere = sorted(
            (active for active in shown.values() if active.node is self.app),
            key=lambda active: _place(active.binding),
        )
        needed = {name: at for at, name in enumerate(NEEDED)}
        by_importance = sorted(
            [*here, *elsewhere],
            key=lambda active: needed.get(active.binding.id or "", len(NEEDED)),
        )
        for active in by_importance:
            part = self._part(active.binding)
            if part.cell_length <= room:
                room -= part.cell_length
                fitting.append((_place(active.binding), part))
        return Content("").join(part for _, part in sorted(fitting, key=lambda each: each[0]))

    def _part(self, binding: Binding) -> Content:
        key = self.app.get_key_display(binding)
        part = Content.assemble((f" {key} ", "bold $accent"), binding.description)
        return part.stylize(f"@click=app.simulate_key('{binding.key}')")


def _place(binding: Binding) -> tuple[bool, int]:
    """F-keys first and in order, then the others as they were declared."""
    number = binding.key[1:]
    is_function = number.isdigit()
    return (not is_function, int(number) if is_function else 0)


class ActionLine(KeyBar):
    """Key and word of every binding of the screen itself; a click does the same."""

    def draw(self, width: int, height: int) -> Content:
        """The bindings in the order they are written in, wrapped between and not within."""
        return Content("\n").join(self._lines(width)[:height])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the bindings take."""
        return len(self._lines(width))

    def _lines(self, width: int) -> list[Content]:
        lines = [Content("")]
        for part in self._parts():
            if lines[-1].cell_length + part.cell_length > width and len(lines[-1]):
                lines.append(Content(""))
            lines[-1] += part
        return lines

    def _parts(self) -> list[Content]:
        shown: dict[str, Content] = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if active.node is not self.screen or not binding.id or binding.action in shown:
                continue
            key = self.app.get_key_display(binding)
            part = Content.assemble((f" {key} ", "bold $accent"), binding.description)
            if not active.enabled:
                part = Content.styled(part.plain, "$foreground-muted")
            shown[binding.action] = part.stylize(f"@click=app.simulate_key('{binding.key}')")
        return list(shown.values())


class ScreenKeys(KeyBar):
    """The bindings of this screen in the order declared, as many as fit; a click does the same."""

    def render(self) -> Content:
        """Key and word; the keys of the whole app are left to the other screens."""
        shown: dict[str, Content] = {}
        room = self.content_size.width - 1
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if active.node is not self.screen or not binding.show or binding.action in shown:
                continue
            key = self.app.get_key_display(binding)
            part = Content.assemble((f" {key} ", "bold $accent"), binding.description)
            if part.cell_length <= room:
                room -= part.cell_length
                shown[binding.action] = part.stylize(f"@click=screen.{binding.action}")
        return Content("").join(shown.values())
