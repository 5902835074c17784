"""What a race looks like before it is opened, or why its file cannot be."""

from datetime import date, datetime
from pathlib import Path

from msgspec import Struct
from textual.content import Content
from textual.reactive import reactive

from mile18.dates import moment_words
from mile18.factor import span
from mile18.plan.overview import Row
from mile18.plan.words import next_steps, next_title, race_line
from mile18.profile import Profile
from mile18.readiness import Readiness, assess
from mile18.sanitise import printable
from mile18.storage.problem import StorageError, Unreadable
from mile18.storage.store import open_file
from mile18.tui.drawing import Drawn
from mile18.tui.panel import bar, beside, gate_lines, warning_lines
from mile18.tui.steps import Session
from mile18.units import SI, Units, localise

STEPS = 3
PROBLEMS = 4
LEFT_ALONE = (
    "The file is left as it is. Put it right in your editor (v), or move it to the trash (x)."
)
KEPT = "They stay in the file. The first save keeps the file as it was beside the new one."
GATE_LINES = 6


class Preview(Struct, frozen=True):
    """A race as read for the preview; without a profile, `problems` say why there is none.

    `loses` is True where a save could not write back all that stands in the file.
    """

    file: str
    profile: Profile | None = None
    readiness: Readiness | None = None
    problems: tuple[str, ...] = ()
    loses: bool = False
    is_open: bool = False
    changed: datetime | None = None


class RacePreview(Drawn):
    """The race under the cursor in a few lines, the most important first."""

    preview: reactive[Preview | None] = reactive(None)
    units: reactive[Units] = reactive(SI)

    def draw(self, width: int, height: int) -> Content:
        """As many lines as fit; where not all do, the gaps between them go first."""
        if self.preview is None:
            return Content("")
        lines = preview_lines(self.preview, width, self.units)
        if len(lines) > height:
            lines = [line for line in lines if line]
        return Content("\n").join(lines[:height])


def preview_lines(preview: Preview, width: int, units: Units) -> list[Content]:
    """The lines for a width."""
    profile, readiness = preview.profile, preview.readiness
    file = f"{preview.file} · open now" if preview.is_open else preview.file
    if profile is None or readiness is None:
        return [
            *Content.styled(file, "bold").wrap(width),
            Content(""),
            *_told(preview.problems, width),
            Content(""),
            *Content(LEFT_ALONE).wrap(width),
        ]
    now = readiness.overall
    said, asked = readiness.answered
    line = race_line(profile, readiness.countdown, units)
    lines = [
        *Content.styled(line, "bold").wrap(width),
        beside(
            Content(f"Readiness, {said}/{asked} answered"),
            Content.styled(span(now.low, now.high), "bold $text-accent"),
            width,
        ),
        bar(now.low, now.high, width),
        *gate_lines(readiness.gate, width, GATE_LINES),
        *warning_lines(readiness, width, units, tall=True),
    ]
    if preview.problems:
        lines += [Content(""), *_told(preview.problems, width)]
        lines += Content(KEPT).wrap(width) if preview.loses else []
    lines += [Content(""), Content.styled(next_title(readiness), "bold")]
    for at, step in enumerate(next_steps(readiness)[:STEPS], start=1):
        first, *more = Content(localise(step, units)).wrap(max(1, width - 3))
        lines.append(Content.assemble((f"{at}  ", "$accent"), first))
        lines += [Content.assemble("   ", each) for each in more]
    if preview.changed:
        file += f" · last change {moment_words(preview.changed.astimezone())}"
    return [*lines, Content(""), *Content.styled(file, "$foreground-muted").wrap(width)]


def _told(problems: tuple[str, ...], width: int) -> list[Content]:
    lines = [
        line
        for problem in problems[:PROBLEMS]
        for line in Content.styled(f"! {problem}", "$text-warning").wrap(width)
    ]
    if len(problems) > PROBLEMS:
        lines.append(Content(f"and {len(problems) - PROBLEMS} more"))
    return lines


def preview_of(row: Row, session: Session | None, today: date) -> Preview:
    """Read one file for the preview; the open race is shown as it stands on the screens."""
    path = Path(row.path)
    file = printable(path.name)
    if session:
        opened, profile = session.opened, session.profile
    else:
        try:
            opened = open_file(path)
        except Unreadable as error:
            return Preview(file, problems=(error.problem.sentence(file),))
        except StorageError as error:
            return Preview(file, problems=(str(error),))
        profile = opened.profile
    return Preview(
        file,
        profile,
        assess(profile, today),
        tuple(problem.sentence(file) for problem in opened.loaded.problems),
        loses=bool(opened.loaded.errors),
        is_open=session is not None,
        changed=row.changed,
    )
