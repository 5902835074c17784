"""Why the question under the cursor is asked, with the grade of its evidence."""

from textual.content import Content
from textual.reactive import reactive

from mile18.evidence.library import claim, claims
from mile18.question import Question
from mile18.tui.drawing import Drawn, shortened
from mile18.tui.panel import beside
from mile18.tui.state import RaceState


class WhyBox(Drawn):
    """The reason for a question; the sources are a key away."""

    app: RaceState

    question: reactive[Question | None] = reactive(None)
    said: reactive[str] = reactive("")
    graded: reactive[bool] = reactive(False)

    def on_mount(self) -> None:
        """Title the box; the claims are read once the screen stands, not before."""
        self.border_title = "Why this is asked"
        self.call_after_refresh(self.set_timer, 0.05, self._grade)

    def _grade(self) -> None:
        claims()
        self.graded = True

    def watch_said(self) -> None:
        """Say how much of the topic is answered."""
        self.border_subtitle = Content(self.said)

    def draw(self, width: int, height: int) -> Content:
        """The reason, and the grades on the last line."""
        if self.question is None:
            return Content("")
        why = self.app.why(self.question)
        if not self.graded or not self.question.evidence or height < 2:
            return Content("\n").join(shortened(why, width, height))
        grades = "".join(sorted({claim(each).grade for each in self.question.evidence}))
        label = f"evidence {'–'.join((grades[0], grades[-1])) if len(grades) > 1 else grades}"
        last = beside(
            Content(""), Content.styled(f"{label}  F4 sources", "$foreground-muted"), width
        )
        return Content("\n").join([*shortened(why, width, height - 1), last])
