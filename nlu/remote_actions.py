"""The one patch of Rasa (docs/adr): answers of actions are checked by a schema compiled once.

Rasa 3.6 validates the constant schema itself and builds a validator anew for every answer of an
action, which costs more than the rest of a turn.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jsonschema.validators import validator_for
from rasa.core.actions.action import RemoteAction


def compiled_check() -> Callable[[RemoteAction, dict[str, Any]], bool]:
    """A stand-in for RemoteAction._validate_action_result: the same verdicts by the same schema."""
    schema = RemoteAction.action_response_format_spec()
    validator = validator_for(schema)(schema)

    def _validate_action_result(_: RemoteAction, result: dict[str, Any]) -> bool:
        validator.validate(result)
        return True

    return _validate_action_result


def apply() -> None:
    """Replace Rasa's check in this process."""
    RemoteAction._validate_action_result = compiled_check()
