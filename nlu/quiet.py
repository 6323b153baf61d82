"""What Rasa prints, kept to warnings and worse: below that it logs what citizens write."""

# ruff: noqa: PLC0415 (Rasa takes seconds to import, and wants its environment set before)
from __future__ import annotations

import logging
import os
import sys
import warnings

ENVIRONMENT = {
    "RASA_TELEMETRY_ENABLED": "false",
    "LOG_LEVEL": "WARNING",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
}


def quieten() -> None:
    """Set up logging and warnings of this process; call it before Rasa is imported."""
    os.environ.update(ENVIRONMENT)
    import sanic  # noqa: F401 (it switches DeprecationWarning on, so it goes first)
    import structlog

    warnings.filterwarnings("ignore", category=DeprecationWarning)
    warnings.filterwarnings("ignore", message="Slot auto-fill")  # Rasa says it of every domain
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
