"""The cramp part of the HTML card, with a hold counter and an hour that a script brings to life."""

from collections.abc import Iterator

from mile18.plan.card_html_text import listed, shown
from mile18.plan.card_parts import CrampPart


def cramp_section(cramp: CrampPart) -> Iterator[str]:
    """Stop signs, stretches, restart and the hour after, as HTML."""
    yield '<section id="cramp" aria-labelledby="cramp-title"><div class="now">'
    yield '<h2 id="cramp-title">Cramp</h2><div class="stop">'
    yield f"<h3>{shown(cramp.title)}</h3><p><strong>{shown(cramp.rule)}</strong></p>"
    yield listed("ul", cramp.signs)
    yield listed("ol", cramp.actions)
    yield "</div>"
    yield "<h3>None of these? Stretch</h3>"
    yield listed("ol", cramp.steps)
    mark = f"{cramp.hold_mark} s: a mark to count by. Hold on until the cramp lets go."
    yield (
        f'<div class="timer" id="hold" data-mark="{cramp.hold_mark}" '
        f'data-words="{shown(mark)}" hidden>'
        '<button type="button">Count the hold</button> <output role="timer">0:00</output>'
        '<p role="status"></p></div>'
    )
    yield f"<p>{shown(cramp.hold_note)}</p>"
    rows = "".join(
        f"<div><dt>{shown(each.muscle)}</dt><dd>{shown(each.how)}</dd></div>"
        for each in cramp.stretches
    )
    yield f'<dl class="muscles">{rows}</dl>'
    if cramp.pickle:
        yield listed("ul", cramp.pickle)
    yield "</div>"
    yield f'<div class="mind"><h3>Take care</h3>{listed("ul", cramp.cautions)}</div>'
    if cramp.restart:
        yield '<div class="again"><h3>Run again</h3>'
        yield listed("ol", cramp.restart)
        yield listed("ul", cramp.recurrence)
        yield (
            f'<div class="timer" id="hour" data-seconds="{cramp.hour}" '
            'data-words="The hour is over." hidden>'
            '<button type="button">Start the hour</button> <output role="timer">60:00</output>'
            '<p role="status"></p></div></div>'
        )
    yield "</section>"
