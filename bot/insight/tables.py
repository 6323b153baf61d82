"""A table of figures as it is shown, drawn and saved. Pure."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.insight.suppression import Hidden, Shown, column, share, shown

Chart = Literal["bar", "line"]
Cell = Shown | float | None
Head = str | date | None

TOTAL = "total"

_BYTE_ORDER_MARK = "\ufeff"  # by which spreadsheets know UTF-8
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Row:
    """What is counted, an id or a day, and its figures."""

    head: Head
    cells: Sequence[Cell]


@dataclass(frozen=True)
class Table:
    """Figures by something; `family` says by what, `columns` name them, `total` closes them.

    `drawn` is how many columns a chart shows, the first ones.
    """

    name: str
    family: str
    columns: Sequence[str]
    rows: Sequence[Row]
    chart: Chart | None = None
    drawn: int = 1
    total: Row | None = None

    @property
    def all_rows(self) -> Sequence[Row]:
        """The rows, and the total under them."""
        return [*self.rows, self.total] if self.total else self.rows

    @property
    def hides(self) -> bool:
        """Whether any figure is not shown."""
        return any(isinstance(cell, Hidden) for row in self.all_rows for cell in row.cells)


@dataclass(frozen=True)
class Counted:
    """How many of something there are, column by column."""

    head: Head
    counts: tuple[int, ...]


def guarded(
    name: str,
    family: str,
    columns: Sequence[str],
    counted: Sequence[Counted],
    *,
    chart: Chart | None = "bar",
    drawn: int = 1,
) -> Table:
    """A table with its total in which no small count can be read or computed."""
    by_column = list(zip(*(row.counts for row in counted), strict=True))
    cells = list(zip(*(column(counts) for counts in by_column), strict=True))
    rows = [Row(row.head, shown_row) for row, shown_row in zip(counted, cells, strict=True)]
    total = Row(TOTAL, [shown(sum(counts)) for counts in by_column]) if rows else None
    return Table(name, family, columns, rows, chart, drawn, total)


def with_share(table: Table, counted: Sequence[Counted], name: str) -> Table:
    """The table with the second column's share of the first, where both are shown."""
    whole = Counted(TOTAL, tuple(map(sum, zip(*(row.counts for row in counted), strict=True))))
    rows = [_with_share(row, of) for row, of in zip(table.rows, counted, strict=True)]
    total = _with_share(table.total, whole) if table.total else None
    columns = (*table.columns, name)
    return Table(table.name, table.family, columns, rows, table.chart, table.drawn, total)


def _with_share(row: Row, counted: Counted) -> Row:
    hidden = any(isinstance(cell, Hidden) for cell in row.cells)
    whole, part = counted.counts
    return Row(row.head, [*row.cells, None if hidden else share(part, whole)])


def as_csv(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """The table as spreadsheets open it: UTF-8 with its mark, and no cell is a formula."""
    written = io.StringIO(_BYTE_ORDER_MARK)
    written.seek(0, io.SEEK_END)
    writer = csv.writer(written)
    writer.writerow(map(_no_formula, headings))
    writer.writerows([map(_no_formula, row) for row in rows])
    return written.getvalue().encode()


def _no_formula(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def written(cell: Cell, nothing: str = "") -> str:
    """A figure as text."""
    return nothing if cell is None else str(cell)
