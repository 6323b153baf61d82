"""The patches of Rasa: what they replace is still what it was, and they give the same."""

# ruff: noqa: S603 (our own program)
import os
import subprocess
from pathlib import Path

from tests.conftest import missing
from tests.nlu.conftest import RASA_PYTHON
from tests.stack import ROOT

SAME_CHECK = """
import inspect
from hashlib import sha256
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction

source = inspect.getsource(RemoteAction._validate_action_result)
spec = inspect.getsource(RemoteAction.action_response_format_spec)
assert "validate(result, self.action_response_format_spec())" in source, source
assert len(source.splitlines()) == 15, source
assert "EVENTS_SCHEMA" in spec and "self" not in spec, spec
original = RemoteAction._validate_action_result

from nlu import quicker
quicker.apply()
patched = RemoteAction._validate_action_result
assert patched is not original

def verdict(check, result):
    try:
        return check(RemoteAction("action_x", None), result)
    except ValidationError as fault:
        return list(fault.absolute_path)

slot = {"event": "slot", "name": "a", "value": {"b": [1]}}
for result in (
    {}, {"events": [], "responses": []}, {"events": [slot], "responses": [{"custom": {}}]},
    {"events": [{"event": "slot"}]}, {"events": [{"event": "none such"}]}, {"events": "x"},
    {"responses": ["x"]}, {"responses": {}}, [], None,
):
    same = verdict(original, result), verdict(patched, result)
    assert same[0] == same[1], (result, same)
assert verdict(patched, {"events": [slot]}) is True
assert verdict(patched, {"responses": ["x"]}) == ["responses", 0]
print("same")
"""


SAME_EVENTS = """
import inspect
from rasa.shared.core.events import Event
from rasa.shared.utils.common import all_subclasses

assert "all_subclasses(Event)" in inspect.getsource(Event.resolve_by_type)
original = Event.resolve_by_type

from nlu import quicker
quicker.apply()
assert Event.resolve_by_type is not original
for name in {kind.type_name for kind in all_subclasses(Event)} | {"topic"}:
    assert Event.resolve_by_type(name) is original(name) is Event.resolve_by_type(name), name
try:
    Event.resolve_by_type("none such")
except ValueError:
    print("same")
"""

SAME_RUN = """
import asyncio, os, pathlib
os.environ["JISR_ACTIONS_URL"] = "http://127.0.0.1:9/webhook"
os.environ["JISR_INTERNAL_TOKEN"] = "t"
from rasa.engine.exceptions import GraphRunError
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.shared.core.events import ActionExecuted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from nlu.serve import load_agent

agent = load_agent()
ours = agent.processor.graph_runner
assert type(ours).__name__ == "InOrderRunner"

def results(run, tracker):
    told = run(ours, inputs={"__tracker__": tracker}, targets=["select_prediction"])
    (prediction, *_), = [one if isinstance(one, tuple) else (one,) for one in told.values()]
    return list(told), prediction.__dict__

async def main():
    for text in ("bonjour", "quels papiers pour la bourse", "bghit ndir chikaya", "x"):
        tracker = DialogueStateTracker("a", slots=agent.domain.slots)
        tracker.update(ActionExecuted("action_listen"))
        parsed = await agent.parse_message(text)
        ours_type, ours.__class__ = type(ours), DaskGraphRunner
        assert await agent.parse_message(text) == parsed
        ours.__class__ = ours_type
        tracker.update(UserUttered(text, parsed["intent"], parse_data=parsed))
        in_order, by_dask = (results(kind.run, tracker) for kind in (ours_type, DaskGraphRunner))
        assert in_order == by_dask, (in_order, by_dask)
    try:
        ours.run({}, targets=["select_prediction"])
    except GraphRunError:
        print("same")

asyncio.run(main())
"""


def test_the_patched_check_is_the_same_check() -> None:
    assert printed(SAME_CHECK) == "same"


def test_a_kind_of_event_found_before_is_the_kind_that_rasa_finds() -> None:
    assert printed(SAME_EVENTS) == "same"


def test_components_run_in_order_give_what_they_give_by_dask(model: Path) -> None:
    assert printed(SAME_RUN, JISR_RASA_MODEL=str(model)) == "same"


def printed(program: str, **environment: str) -> str:
    if not RASA_PYTHON.exists():
        missing("the Rasa environment (make setup)")
    run = subprocess.run(
        [RASA_PYTHON, "-W", "ignore", "-c", program],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=120,
        env={**os.environ, **environment},
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return run.stdout.splitlines()[-1]
