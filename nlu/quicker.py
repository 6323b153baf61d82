"""The patches of Rasa (docs/adr/0001): what it works out anew at every turn is worked out once.

Each gives what Rasa's own gives; tests/nlu/test_quicker.py holds them beside each other.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import rasa.core.processor
from jsonschema.validators import validator_for
from rasa.core.actions.action import RemoteAction
from rasa.engine.exceptions import GraphRunError
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.shared.core.events import Event


def apply() -> None:
    """Replaces them in this process; models loaded from then on run in order."""
    RemoteAction._validate_action_result = compiled_check()
    Event.resolve_by_type = staticmethod(cache(Event.resolve_by_type))
    rasa.core.processor.DaskGraphRunner = InOrderRunner


def compiled_check() -> Callable[[RemoteAction, dict[str, Any]], bool]:
    """A stand-in for RemoteAction._validate_action_result: the same verdicts by the same schema.

    Rasa validates the constant schema itself and builds a validator for every answer of an
    action, which costs more than the rest of a turn.
    """
    schema = RemoteAction.action_response_format_spec()
    validator = validator_for(schema)(schema)

    def _validate_action_result(_: RemoteAction, result: dict[str, Any]) -> bool:
        validator.validate(result)
        return True

    return _validate_action_result


class InOrderRunner(DaskGraphRunner):
    """Runs a model's components one after the other, in an order that is found once.

    Rasa hands its graph to Dask at each run, three times a turn, to plan it for many cores and
    run it on one.
    """

    def run(
        self, inputs: dict[str, Any] | None = None, targets: list[str] | None = None
    ) -> dict[str, Any]:
        """What the targets put out, by their names; raises GraphRunError."""
        wanted = targets or self._graph_schema.target_names
        known = {name: (name, value) for name, value in (inputs or {}).items()}
        try:
            for name in self._order(tuple(wanted)):
                needs = self._graph_schema.nodes[name].needs.values()
                known[name] = self._instantiated_nodes[name](*(known.get(n, n) for n in needs))
        except RuntimeError as fault:
            raise GraphRunError("Error running runner.") from fault
        return dict(known[name] for name in wanted)

    @cache  # noqa: B019 (a process loads one model)
    def _order(self, targets: tuple[str, ...]) -> tuple[str, ...]:
        """The components that lead to the targets, each after those that it needs."""
        nodes = self._graph_schema.nodes
        order: dict[str, None] = {}

        def lead_to(name: str) -> None:
            if name in nodes and name not in order:
                for need in nodes[name].needs.values():
                    lead_to(need)
                order[name] = None

        for target in targets:
            lead_to(target)
        return tuple(order)
