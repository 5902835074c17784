"""How a form is drawn: each question as lines of styled text, and where its answer stands."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from mile18.entry import bounds, in_words, show
from mile18.question import Kind, Question
from mile18.tui.form.choices import options, picked
from mile18.units import Units

ANSWER_INDENT = 3
SIDE_BY_SIDE = 56
OPEN = "–"
DIFFERS = "≠"
SURE = Content.styled("  sure?", "bold $text-warning")


class Row(NamedTuple):
    """Where a drawn question stands: its first line, its height, and the place of its answer."""

    top: int
    height: int
    answer_x: int
    answer_y: int


class Drawing(NamedTuple):
    """A form drawn for one width."""

    content: Content
    rows: tuple[Row, ...]
    height: int


def differs(question: Question, answers: Mapping[str, Any], real: Mapping[str, Any] | None) -> bool:
    """Whether the answer to a question is tried, and another than the real one."""
    return real is not None and answers.get(question.id) != real.get(question.id)


def draw(
    questions: Sequence[Question],
    answers: Mapping[str, Any],
    width: int,
    cursor: int,
    units: Units,
    hint: Content | None = None,
    *,
    typing: bool = False,
    real: Mapping[str, Any] | None = None,
    doubted: Collection[str] = (),
) -> Drawing:
    """Draw the form; `hint` stands below the question under the cursor.

    An answer that differs from the one in `real` has a mark before its question, one of those
    `doubted` a mark behind it.
    While that is being typed its answer is left out: the input covers it, and the drawing stays
    the same from key to key.
    """
    beside = width >= SIDE_BY_SIDE
    column = _answer_column(questions, width) if beside else ANSWER_INDENT
    lines: list[Content] = []
    rows: list[Row] = []
    group = ""
    for at, question in enumerate(questions):
        if question.group != group:
            group = question.group
            if group:
                if lines:
                    lines.append(Content(""))
                lines.append(Content.styled(f"  {group}", "bold $foreground-muted"))
        top = len(lines)
        prompt = _wrap(question.prompt, (column if beside else width) - ANSWER_INDENT - 1)
        given = None if typing and at == cursor else answers.get(question.id)
        sure = SURE if given is not None and question.id in doubted else Content("")
        room = width - column - 1 - sure.cell_length
        answer = _answer(question, given, room, at == cursor, units) + sure
        style = "bold" if at == cursor else ""
        sign = DIFFERS if differs(question, answers, real) else " "
        head = Content.assemble(
            ("▸" if at == cursor else " ", "bold $accent"), (f"{sign} ", "$accent")
        )
        shown = [Content.assemble(head, (prompt[0], style))]
        shown += [Content.assemble(" " * ANSWER_INDENT, (more, style)) for more in prompt[1:]]
        if beside:
            shown[0] = Content.assemble(shown[0], " " * (column - shown[0].cell_length), answer)
            place = top
        else:
            shown.append(Content.assemble(" " * ANSWER_INDENT, answer))
            place = top + len(shown) - 1
        if at == cursor and hint is not None:
            shown += [
                Content.assemble(" " * min(column, ANSWER_INDENT), line)
                for line in hint.wrap(max(10, width - ANSWER_INDENT - 1))
            ]
        if at == cursor:
            shown = [
                line.pad_right(max(0, width - line.cell_length)).stylize_before("on $cursor-row")
                for line in shown
            ]
        lines += shown
        rows.append(Row(top, len(shown), column, place))
    return Drawing(Content("\n").join(lines), tuple(rows), len(lines))


def _answer_column(questions: Sequence[Question], width: int) -> int:
    longest = max((len(each.prompt) for each in questions), default=0)
    return min(longest + ANSWER_INDENT + 2, width * 6 // 10)


def _wrap(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _answer(question: Question, value: Any, width: int, active: bool, units: Units) -> Content:
    if question.kind in (Kind.CHOICE, Kind.YES_NO):
        return _choices(question, value, width, active)
    text = show(question, value, units)
    room = max(4, width - 2)
    example = f"{OPEN}  {allowed(question, units)}" if active else OPEN
    shown = Content(text or example.rstrip()).truncate(room, ellipsis=True)
    shown = shown.stylize("bold" if text else "$foreground-muted")
    if active and options(question):
        return Content.assemble(shown, ("  ‹ ›", "$foreground-muted"))
    return shown


def _choices(question: Question, value: Any, width: int, active: bool) -> Content:
    labels = options(question)
    chosen = picked(question, value)
    whole = sum(len(label) + 2 for label in labels.values())
    if whole > width:
        text = labels[chosen] if chosen else OPEN
        style = "bold" if chosen else "$foreground-muted"
        shown = Content(text).truncate(max(4, width - 4), ellipsis=True).stylize(style)
        return Content.assemble(("‹ ", "$accent"), shown, (" ›", "$accent")) if active else shown
    parts = [
        Content.styled(f"[{label}]", "bold $text-accent")
        if key == chosen
        else Content.styled(f" {label} ", "$foreground-muted" if chosen or not active else "")
        for key, label in labels.items()
    ]
    return Content("").join(parts)


KEYS = "Enter keeps, Esc discards"
_EXAMPLES = {
    Kind.DURATION: "3h45, 3:45:00 or 21:30",
    Kind.DATE: "2 May 2027 or in 4 weeks",
    Kind.TIME: "7:30 or 7:30 am",
    Kind.CHECKLIST: "Enter opens the list",
    Kind.LOG: "Enter opens the list",
}
SHORT_EXAMPLE = "1:30 or 90 s"


def hint(*told: str, doubt: str = "") -> Content | None:
    """What there is to say, and why the answer may be a slip; None if nothing."""
    said = Content(" · ").join(Content.styled(each, "$foreground-muted") for each in told if each)
    if not doubt:
        return said or None
    asked = Content.styled(doubt, "$text-warning")
    return Content.assemble(said, " · ", asked) if said else asked


def allowed(question: Question, units: Units) -> str:
    """An example of an answer, or the span that it must lie in."""
    if in_words(question):
        return f"{question.example}; a ; before the next"
    if question.is_short:
        return SHORT_EXAMPLE
    if question.kind in _EXAMPLES:
        return _EXAMPLES[question.kind]
    # An example that is no plain number shows another way to say it.
    told = () if question.example.isdecimal() else (question.example,)
    return ", or ".join(filter(None, (bounds(question, units), *told)))


def now_words(question: Question, real: object, units: Units) -> str:
    """The real answer, while another one is tried."""
    return f"what if; now: {show(question, real, units) or 'not answered'}"


class FormRows(Widget):
    """The drawn questions."""

    drawing: reactive[Drawing | None] = reactive(None, layout=True)

    def render(self) -> Content:
        """The questions as last drawn."""
        return self.drawing.content if self.drawing else Content("")

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as were drawn."""
        return self.drawing.height if self.drawing else 1
