"""What a process counts of itself, for Prometheus. Labels are ids, never what anybody wrote."""

from __future__ import annotations

from prometheus_client import Counter, Histogram

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 6.0, 10.0)

TURNS = Counter("jisr_turns", "Turns answered", ("channel", "lang", "degraded"))
UNANSWERED = Counter("jisr_turns_unanswered", "Turns without a good answer", ("lang", "why"))
SCANS = Counter("jisr_file_scans", "Files given to the virus scanner", ("outcome",))
"""The outcomes: `clean`, `infected`, `failed` (no scanner looked at it, so it was not taken)."""

STAGE = Histogram("jisr_turn_seconds", "Time of a turn, by stage", ("stage",), buckets=_SECONDS)
"""The stages: `understanding` (Rasa and its actions), `keeping` (the commit), `whole`."""
