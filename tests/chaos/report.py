"""The tables of a chaos run, as they stand in docs/reliability.md. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.chaos.killing import Run

_ROWS = (
    "kills",
    "messages answered",
    "of them sent more than once",
    "killed after the turn was kept, before it was answered",
    "killed after the ticket was opened, before the turn was kept",
    "tickets confirmed",
    "replies of staff",
    "replies shown",
    "files",
    "answered without Rasa",
    "breaches",
    "seconds",
)


def killing_table(runs: Mapping[str, Run]) -> str:
    """What came of the kills, a column for each database."""
    columns = [_figures(run) for run in runs.values()]
    lines = [
        f"| {row} | {' | '.join(f'{figure:,}' for figure in figures)} |"
        for row, *figures in zip(_ROWS, *columns, strict=True)
    ]
    return "\n".join([f"| | {' | '.join(runs)} |", f"| --- |{' --- |' * len(runs)}", *lines])


def _figures(run: Run) -> Sequence[int]:
    ledger = run.ledger
    answered = ledger.acknowledged()
    return (
        run.kills,
        len(answered),
        sum(message.tries > 1 for message in answered),
        run.unheard,
        run.half_done,
        len(ledger.tickets()),
        sum(reply.acknowledged for reply in ledger.replies),
        sum(len(shown) for shown in ledger.shown.values()),
        sum(bool(file.ids) for file in ledger.files),
        sum(message.answers[0]["understood"]["confidence"] == 0 for message in answered),
        len(run.breaches),
        round(run.seconds),
    )
