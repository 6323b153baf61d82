"""The application's parts, as in tests/bot."""

from tests.bot.conftest import knowledge, printer, renderer

__all__ = ["knowledge", "printer", "renderer"]
