"""The course of the race: its heights, as a file of it gave them; no place on the map is kept."""

from typing import ClassVar

from mile18.question import Answers, ask
from mile18.science.hills import climb

# A row of the file holds this many heights.
ROW = 20


class Course(Answers, frozen=True, kw_only=True):
    """What is kept of a course: heights from start to finish, evenly spaced, in rows of numbers."""

    is_tab: ClassVar[bool] = False

    name: str | None = ask("Course", why="What the file of the course calls it.", lasts=True)
    source: str | None = ask("File", why="The file that the course was read from.", lasts=True)
    length: float | None = ask(
        "Length in the file",
        unit="km",
        within=(0.1, 1000),
        why="It is scaled to the distance of your race.",
        lasts=True,
    )
    heights: tuple[str, ...] | None = ask(
        "Heights",
        why="Metres above the sea, evenly spaced from start to finish.",
        lasts=True,
    )


def heights_of(course: Course) -> tuple[float, ...]:
    """The heights in m, evenly spaced from start to finish; empty without a course that has some.

    A row with anything but numbers is no course: it is empty then, too.
    """
    try:
        found = tuple(float(each) for row in course.heights or () for each in row.split())
    except ValueError:
        return ()
    sound = len(found) >= 2 and all(-500 <= each <= 9000 for each in found)
    return found if sound else ()


def in_rows(heights: tuple[float, ...]) -> tuple[str, ...]:
    """Heights as a race file holds them, to 0.1 m."""
    words = [f"{each:.1f}" for each in heights]
    return tuple(" ".join(words[at : at + ROW]) for at in range(0, len(words), ROW))


def ascent(course: Course) -> tuple[float, float] | None:
    """The metres up and the metres down; None without heights."""
    heights = heights_of(course)
    return climb(heights) if heights else None


def height_at(heights: tuple[float, ...], km: float, length: float) -> float:
    """The height in m at `km` of a course of this length in km, along straight lines."""
    place = max(0.0, min(1.0, km / length)) * (len(heights) - 1)
    at = min(int(place), len(heights) - 2)
    return heights[at] + (place - at) * (heights[at + 1] - heights[at])
