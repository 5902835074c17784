"""A comparison as plain text: a column for each side, then what one has and the other could do."""

from mile18.plan.compare import Comparison
from mile18.plan.compare_page import NARROWEST, Columns, Row, short_names
from mile18.plan.compare_parts import compare_parts
from mile18.plan.wrap import wrapped
from mile18.units import Units


def compare_text(
    comparison: Comparison, names: tuple[str, str], units: Units, width: int = 80
) -> str:
    """What sets two profiles apart, in lines of at most `width` columns; `names` head the columns.

    With health answers: not for sharing. Raises ValueError for a width under 32.
    """
    if width < NARROWEST:
        raise ValueError(f"width is {width} columns, allowed is {NARROWEST} or more")
    columns = Columns(width)
    lines: list[str] = []
    for part in compare_parts(comparison, names, units):
        title = part.title.upper()
        if lines:
            lines.append("")
        if part.rows:
            for row in (Row(title, *short_names(names)), *part.rows):
                lines += columns.lines(row)
        else:
            lines += wrapped(title, width)
        for lead, text in part.lines:
            lines += wrapped(text, width, lead)
    return "\n".join(lines) + "\n"
