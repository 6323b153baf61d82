"""What the fork server imports before the first life; importing it takes seconds, once."""

from tests.chaos.life import read_once

read_once()
