import pytest

from bot.tickets.words import FOLDER, Words, load_words


@pytest.fixture(scope="session")
def words() -> Words:
    return load_words(FOLDER)
