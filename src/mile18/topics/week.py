"""Race week: what has been done of the plan; kept by its own screen, not asked in a tab."""

from typing import Annotated, ClassVar

from mile18.question import Answers, ask


class Week(Answers, frozen=True, kw_only=True):
    """What the race-week screen keeps."""

    is_tab: ClassVar[bool] = False

    done: (
        Annotated[
            tuple[str, ...],
            ask("Tasks done", why="The tasks of race week that you ticked."),
        ]
        | None
    ) = None
