"""The figures by name, and the tables that show them."""

from __future__ import annotations

from collections.abc import Mapping

Figures = dict[str, float | str | None]

# The names are fixed by the design; the report holds each, with null where it failed.
NAMES: Mapping[str, tuple[str, ...]] = {
    "The product, through the chat API": (
        "turn_p50_ms",
        "turn_p95_ms",
        "turns_per_s_20",
        "flatness",
        "rasa_rss_mb",
        "app_rss_mb",
        "start_s",
    ),
    "Search in the knowledge base, by number of topics": (
        "search_p95_ms_98",
        "search_p95_ms_1000",
        "search_p95_ms_10000",
    ),
    "The console with 100,000 tickets": (
        "queue_page_p95_ms_100000",
        "queue_far_page_p95_ms_100000",
        "queue_search_p95_ms_100000",
        "queue_filter_p95_ms_100000",
    ),
    "The stock Rasa assistant": (
        "stock_turn_p50_ms",
        "stock_turns_per_s_20",
        "stock_flatness",
    ),
}


# How many times better than the stock assistant: (name, what is divided, by what).
RATIOS = (
    ("ratio_turn_p50", "stock_turn_p50_ms", "turn_p50_ms"),
    ("ratio_turns_per_s_20", "turns_per_s_20", "stock_turns_per_s_20"),
    ("ratio_flatness", "stock_flatness", "flatness"),
)


def ratios(figures: Figures) -> Figures:
    """The product beside the stock assistant of the same run; without what was not measured."""
    found: Figures = {}
    for name, over, under in RATIOS:
        one, other = figures.get(over), figures.get(under)
        if isinstance(one, float) and isinstance(other, float) and other:
            found[name] = one / other
    return found


def complete(figures: Figures) -> Figures:
    """The fixed names first, None where a figure is missing; then those that stand beside."""
    fixed = [name for names in NAMES.values() for name in names]
    return {**{name: figures.get(name) for name in fixed}, **figures}


def tables(figures: Figures) -> str:
    """The figures as text, one table a group; what has no group of its own last."""
    grouped = {name for names in NAMES.values() for name in names}
    beside = tuple(name for name in figures if name not in grouped)
    groups = {**NAMES, **({"Beside these": beside} if beside else {})}
    return "\n".join(_table(title, names, figures) for title, names in groups.items())


def _table(title: str, names: tuple[str, ...], figures: Figures) -> str:
    lines = [f"  {name:36}{_shown(figures.get(name)):>12}" for name in names]
    return "\n".join([title, *lines]) + "\n"


def _shown(value: float | str | None) -> str:
    if value is None:
        return "-"
    return value if isinstance(value, str) else f"{value:,.2f}".rstrip("0").rstrip(".")
