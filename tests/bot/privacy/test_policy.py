"""Every table has a place in the policy, and every class the words that staff read."""

from __future__ import annotations

import pytest
from sqlmodel import SQLModel

from bot.privacy.policy import KEPT, Terms, policy
from bot.settings import Settings
from bot.staff.wording import LANGS, Lang, load_labels
from bot.storage.models import now

CLASSES = policy(Terms())
TOLD_DAYS = 30  # to citizens, in bot/replies


def _tables() -> dict[str, str]:
    """Every table by the name of its class of rows."""
    mappers = SQLModel._sa_registry.mappers
    return {each.class_.__name__: each.local_table.name for each in mappers}


def test_every_table_belongs_to_a_class_or_is_kept_for_a_reason():
    placed = {table.__name__ for each in CLASSES for table in each.tables}
    kept = {table.__name__ for table in KEPT}
    assert set(_tables()) - placed - kept == set(), "give these a class in bot/privacy/policy.py"
    assert set(_tables().values()) == set(SQLModel.metadata.tables)
    assert placed & kept == set()


def test_every_rule_is_about_a_table_of_its_class():
    for each in CLASSES:
        assert {rule.table for rule in each.rules(now())} <= set(each.tables)


def test_exchanges_are_kept_as_long_as_citizens_are_told_unless_the_operator_says_otherwise():
    assert Terms.of(Settings(_env_file=None)).turns.days == TOLD_DAYS
    assert Terms.of(Settings(_env_file=None)) == Terms()


@pytest.mark.parametrize("lang", LANGS)
def test_every_class_and_reason_has_words(lang: Lang):
    labels = load_labels()[lang]
    for each in CLASSES:
        assert labels.knows(f"data-class-{each.name.replace('_', '-')}")
        assert labels.knows(f"data-why-{each.name.replace('_', '-')}")
        assert labels.knows(f"data-fate-{each.fate}")
    for reason in set(KEPT.values()):
        assert labels.knows(f"data-kept-{reason}")
