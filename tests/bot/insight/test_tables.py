"""Tables of figures, and as spreadsheets open them."""

from __future__ import annotations

import csv
import io

from bot.insight.suppression import Hidden
from bot.insight.tables import TOTAL, Counted, as_csv, guarded, with_share


def test_a_table_hides_column_by_column_and_totals_follow() -> None:
    table = guarded(
        "country", "country", ("in", "open"), [Counted("FR", (40, 3)), Counted("SE", (2, 1))]
    )
    assert [list(row.cells) for row in table.rows] == [
        [Hidden.BESIDE, Hidden.FEW],
        [Hidden.FEW, Hidden.FEW],
    ]
    assert table.total is not None
    assert table.total.head == TOTAL
    assert list(table.total.cells) == [42, Hidden.FEW]
    assert table.hides


def test_a_share_is_not_told_where_its_counts_are_not() -> None:
    counted = [Counted("fr", (100, 25)), Counted("ary", (100, 2)), Counted("ar", (50, 10))]
    table = with_share(guarded("fallback", "lang", ("turns", "missed"), counted), counted, "rate")
    assert [row.cells[-1] for row in table.rows] == [25.0, None, None]


def test_a_table_without_rows_has_no_total() -> None:
    assert guarded("country", "country", ("in",), []).total is None


def test_a_spreadsheet_knows_the_letters_and_runs_no_formula() -> None:
    body = as_csv(["الجهة", "=1+1"], [["+212", "-5", "@x"], ["a, b", '"c"', "\t=1"], ["<5", "…"]])
    assert body.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(body.decode("utf-8-sig"))))
    assert rows == [
        ["الجهة", "'=1+1"],
        ["'+212", "'-5", "'@x"],
        ["a, b", '"c"', "'\t=1"],
        ["<5", "…"],
    ]
