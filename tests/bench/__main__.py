"""Speed and memory, beside the stock Rasa assistant: `python -m tests.bench [--report FILE]`.

Prints its tables; exit code 1 where a group of figures failed. `--long` measures for longer and
more (some two hours, one of them of steady load), `--only` some groups.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import aiohttp
from playwright.async_api import Error as BrowserFailed

from tests.bench.archive import archive_figures
from tests.bench.cluster import cluster_figures
from tests.bench.figures import Figures, complete, ratios, tables
from tests.bench.plan import LONG, Plan
from tests.bench.product import WithoutRasa, product_figures
from tests.bench.queue_page import queue_figures
from tests.bench.search import search_figures
from tests.bench.steady import steady_figures
from tests.bench.stock import StockFailed, stock_figures
from tests.bench.widget import widget_figures
from tests.chat_client import ChatRefused
from tests.stack import StackFailed

Measure = Callable[[Plan], Figures]

GROUPS: Mapping[str, Measure] = {
    "product": product_figures,
    "search": lambda _plan: search_figures(),
    "queue": queue_figures,
    "widget": widget_figures,
    "stock": stock_figures,
}
LONG_GROUPS: Mapping[str, Measure] = {
    **GROUPS,
    "cluster": cluster_figures,
    "archive": archive_figures,
    "steady": steady_figures,
}
_FAILURES = (
    StackFailed,
    StockFailed,
    WithoutRasa,
    ChatRefused,
    aiohttp.ClientError,
    BrowserFailed,
    TimeoutError,
    OSError,
    subprocess.SubprocessError,
)


def main() -> int:
    """Runs the command; gives its exit code."""
    options = _options()
    began = time.monotonic()
    load = os.getloadavg()[0]
    groups = list(LONG_GROUPS if options.long else GROUPS)
    figures, failed = measure(LONG if options.long else Plan(), options.only or groups)
    figures |= ratios(figures)
    figures["machine_cpus"] = float(os.cpu_count() or 0)
    figures["machine_load_before"] = load
    figures["bench_s"] = round(time.monotonic() - began, 1)
    sys.stdout.write(tables(figures))
    if options.report:
        options.report.parent.mkdir(parents=True, exist_ok=True)
        options.report.write_text(json.dumps(complete(figures), indent=1) + "\n", "utf-8")
    return 1 if failed else 0


def measure(plan: Plan, groups: list[str]) -> tuple[Figures, list[str]]:
    """The figures of the groups, and which groups failed; one that fails spares the others."""
    figures: Figures = {}
    failed: list[str] = []
    for name in groups:
        sys.stderr.write(f"bench: {name} ...\n")
        try:
            figures |= LONG_GROUPS[name](plan)
        except _FAILURES as error:
            sys.stderr.write(f"bench: {name} failed: {type(error).__name__}: {error}\n")
            failed.append(name)
    return figures, failed


def _options() -> argparse.Namespace:
    options = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    options.add_argument("--report", type=Path)
    options.add_argument("--long", action="store_true")
    options.add_argument("--only", action="append", choices=list(LONG_GROUPS))
    return options.parse_args()


if __name__ == "__main__":
    sys.exit(main())
