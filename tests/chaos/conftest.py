"""What the chaos tests share: a real Rasa that survives the application."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.chaos.standing import Place, rasa_beside
from tests.conftest import missing


@pytest.fixture(scope="module")
def rasa_place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """A running Rasa, and the ports and the token that its application must have."""
    if not Path("nlu/.venv/bin/python").exists():
        missing("the Rasa environment (make setup)")
    with rasa_beside(tmp_path_factory.mktemp("rasa")) as place:
        yield place
