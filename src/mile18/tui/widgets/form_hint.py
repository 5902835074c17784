"""What is said below the question under the cursor."""

from textual.content import Content

from mile18.entry import bounds, show
from mile18.question import Kind, Question
from mile18.units import Units

KEYS = "Enter keeps, Esc puts back"
_EXAMPLES = {
    Kind.DURATION: "3:45:00, 3h45 or 21:30",
    Kind.DATE: "2027-05-02 or 2 May 2027",
    Kind.TIME: "07:30 or 7:30 am",
}


def hint(*told: str, doubt: str = "") -> Content | None:
    """What there is to say, and why the answer may be a slip; None if nothing."""
    said = Content(" · ").join(Content.styled(each, "$foreground-muted") for each in told if each)
    if not doubt:
        return said or None
    asked = Content.styled(doubt, "$text-warning")
    return Content.assemble(said, " · ", asked) if said else asked


def allowed(question: Question, units: Units) -> str:
    """An example of an answer, or the span that it must lie in."""
    return _EXAMPLES.get(question.kind) or bounds(question, units)


def now_words(question: Question, real: object, units: Units) -> str:
    """The real answer, while another one is tried."""
    return f"what if; now: {show(question, real, units) or 'not answered'}"
