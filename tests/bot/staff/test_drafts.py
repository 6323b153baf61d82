from __future__ import annotations

import pytest

from bot.staff.drafts import keep, kept_in

REFERENCE = "MDM-2026-000001"


def test_what_was_typed_survives_the_way_through_signing_in():
    fields = {"text": "Bonjour", "mode": "note", "csrf": "x", "seen": "y", "password": "z"}
    carried = dict(keep(REFERENCE, "reply", fields).hidden_fields())
    found = kept_in({**carried, "username": "salma", "password": "secret"})
    assert found is not None
    assert (found.reference, found.draft.form) == (REFERENCE, "reply")
    assert found.draft.fields == {"text": "Bonjour", "mode": "note"}


@pytest.mark.parametrize(
    "place", ["", "//evil.example", "https://evil.example/MDM-2026-000001", f"{REFERENCE}/../x"]
)
def test_the_way_back_leads_to_a_ticket_or_nowhere(place: str):
    assert kept_in({"kept-reference": place, "kept-form": "reply"}) is None


def test_a_field_of_one_form_does_not_fill_another():
    draft = keep(REFERENCE, "reopen", {"reason": "pas fini"}).draft
    assert draft.of("reopen", "reason") == "pas fini"
    assert draft.of("settle", "reason", "rien") == "rien"
