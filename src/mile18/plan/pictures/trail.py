"""The trail of readiness as a picture: a line once there are days enough, before that blocks."""

from collections.abc import Sequence
from functools import partial

from mile18.drawing import Row
from mile18.factor import span
from mile18.plan.history import Stand, since, trail, trail_words
from mile18.readiness import Readiness

LINE_DAYS, LINE_ROWS = 5, 2
LEAST_LINE, MOST_LINE = 8, 24
# So that a change of a point or two looks like one.
LEAST_POINTS = 24


def trail_rows(readiness: Readiness, width: int, height: int) -> tuple[Row, ...]:
    """The low ends along the days, in so much room; empty without a trail.

    A line in two rows from five days on, each day where it lies in time, between the lowest and
    the highest but over 24 points at least; else a row of blocks from 0 to 100.
    """
    stands = trail(readiness)
    if len(stands) >= LINE_DAYS and height >= LINE_ROWS and (rows := _line(stands, width)):
        return rows
    told = trail_words(readiness, width)
    return (Row(told),) if told else ()


def _line(stands: Sequence[Stand], width: int) -> tuple[Row, ...]:
    # Few races have a past, and the app starts without these.
    from mile18.charts import DOTS, Curve, line
    from mile18.science.interpolation import between

    first, last = stands[0], stands[-1]
    names, figures = (since(stands), "now"), [span(each.low, each.high) for each in (first, last)]
    left = max(map(len, names))
    labels = [f"{name:<{left}}  {told}" for name, told in zip(names, figures, strict=True)]
    gutter = max(map(len, labels)) + 2
    room = min(MOST_LINE, width - gutter)
    if room < LEAST_LINE:
        return ()
    days = [float(each.day.toordinal()) for each in stands]
    lows = [float(each.low) for each in stands]
    wider = max(0.0, LEAST_POINTS - (max(lows) - min(lows))) / 2
    heights = min(lows) - wider, max(lows) + wider
    curve = Curve(DOTS, "here", partial(between, days, lows))
    return line(curve, (days[0], days[-1]), heights, labels, gutter, room)
