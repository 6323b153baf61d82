"""What Rasa prints: warnings and worse; while it serves citizens, in lines that quote nobody."""

# ruff: noqa: PLC0415 (Rasa takes seconds to import, and wants its environment set before)
from __future__ import annotations

import logging
import os
import sys
import warnings

from nlu import log_lines

ENVIRONMENT = {
    "RASA_TELEMETRY_ENABLED": "false",
    "LOG_LEVEL": "WARNING",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
}


def quieten() -> None:
    """Set up logging of a process that trains: what Rasa finds in our examples is told in full.

    Call it before Rasa is imported.
    """
    _prepare()
    import structlog

    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


def quieten_serving() -> None:
    """Set up logging of a process that serves, as the application's; before Rasa is imported."""
    _prepare()
    log_lines.configure(os.environ["JISR_LOG_LEVEL"], os.environ["JISR_LOG_FORMAT"])
    log_lines.catch_the_rest()


def _prepare() -> None:
    os.environ.update(ENVIRONMENT)
    import sanic  # noqa: F401 (it switches DeprecationWarning on, so it goes first)

    warnings.filterwarnings("ignore", category=DeprecationWarning)
    warnings.filterwarnings("ignore", message="Slot auto-fill")  # Rasa says it of every domain
