"""The races of all folders as a table: what is read so far, sorted, and narrowed down by words."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from mile18.plan.overview import BY_ID, COLUMNS, USUAL_ORDER, Column, Row, in_order, matching
from mile18.storage.shelf import told_apart


class RaceTable:
    """What the list shows, apart from how it is drawn."""

    def __init__(self) -> None:
        """Nothing is listed yet; the next race comes first."""
        self._rows: dict[str, Row] = {}
        self._sorted: Sequence[Row] = ()
        self.column: Column = BY_ID[USUAL_ORDER]
        self.backwards = False
        self.typed = ""
        self.shown: Sequence[Row] = ()
        self.names: Mapping[str, str] = {}
        self.told_apart = False

    def __len__(self) -> int:
        """How many races there are, shown or not."""
        return len(self._rows)

    def begin(self, places: Sequence[Row]) -> list[Row]:
        """List these files, of which those read before stay as they are; those still to be read."""
        known = self._rows
        self.names = told_apart(places)
        self._rows = {place.path: known.get(place.path, place) for place in places}
        return [row for row in self._rows.values() if not _is_read(row)]

    def put(self, rows: Iterable[Row]) -> None:
        """Take what was read; it is shown from the next `arrange` on."""
        for row in rows:
            if row.path in self._rows:
                self._rows[row.path] = row

    def arrange(self) -> None:
        """Sort all anew."""
        self._sorted = in_order(self._rows.values(), self.column, backwards=self.backwards)
        titles = Counter(row.race for row in self._rows.values() if row.race)
        # Races of one name are told apart by the names of their files, as athletes are.
        self.told_apart = len(titles) < titles.total()
        self.narrow(self.typed)

    def narrow(self, typed: str) -> None:
        """Show only what all the words that were typed occur in."""
        self.typed = typed
        self.shown = matching(self._sorted, typed)

    def sort_by(self, column: Column) -> None:
        """Sort by another column, or the other way round if it is the same."""
        self.backwards = column == self.column and not self.backwards
        self.column = column
        self.arrange()

    def sort_by_next(self) -> None:
        """Sort by the next column."""
        at = COLUMNS.index(self.column) + 1
        self.column, self.backwards = COLUMNS[at % len(COLUMNS)], False
        self.arrange()


def _is_read(row: Row) -> bool:
    return row.readable or bool(row.problems)
