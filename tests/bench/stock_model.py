"""The stock Rasa assistant on our training data: `rasa init`'s pipeline and policies as they are.

Trained once and kept under nlu/models/stock-<hash of its inputs>.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from nlu.evaluation.cases import INTENTS
from tests.stack import ROOT

DATA = ROOT / "nlu/data"
MODELS = ROOT / "nlu/models"
RASA = ROOT / "nlu/.venv/bin/rasa"
ACTION = "action_answer"
PATIENCE_S = 600.0

# `rasa init` has 100 everywhere. An epoch of DIET on our examples takes most of a minute on two
# cores, more than an hour in all. A turn takes as long whatever the epochs: what is measured here
# is time, not quality.
RASA_INIT_EPOCHS = 100
DIET_EPOCHS = 2


@dataclass(frozen=True)
class StockModel:
    """A trained stock model: its folder, and how it was trained."""

    folder: Path
    seconds: float
    trained_now: bool

    @property
    def path(self) -> Path:
        """The model's archive."""
        return self.folder / "model.tar.gz"


def stock_model() -> StockModel:
    """The model of these inputs, trained now if it is not kept.

    Raises CalledProcessError or TimeoutExpired.
    """
    folder = MODELS / f"stock-{fingerprint(assistant(), examples(DATA))}"
    told = folder / "training.json"
    trained_now = not told.exists()
    if trained_now:
        began = time.monotonic()
        _train(folder)
        seconds = round(time.monotonic() - began, 1)
        told.write_text(json.dumps({"seconds": seconds}), "utf-8")
        _forget_others(folder)
    return StockModel(folder, json.loads(told.read_text("utf-8"))["seconds"], trained_now)


def assistant() -> dict[str, Any]:
    """The assistant's files but for the examples, by name."""
    return {
        "config.yml": _config(),
        "domain.yml": _domain(),
        "rules.yml": {"version": "3.1", "rules": _rules()},
        "stories.yml": {"version": "3.1", "stories": _stories()},
        "credentials.yml": {"rest": None},
    }


def examples(data: Path) -> dict[str, str]:
    """The training examples: every file's text, by its place."""
    files = sorted(data.rglob("*.yml"))
    return {str(file.relative_to(data)): file.read_text("utf-8") for file in files}


def fingerprint(files: Mapping[str, Any], texts: Mapping[str, str]) -> str:
    """The hash of all that the model is made from."""
    content = json.dumps([files, texts], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(content.encode()).hexdigest()[:16]


def _config() -> dict[str, Any]:
    """What `rasa init` of 3.6 trains when nothing is configured, but for the epochs of DIET."""
    return {
        "recipe": "default.v1",
        "assistant_id": "stock",
        "language": "en",
        "pipeline": [
            {"name": "WhitespaceTokenizer"},
            {"name": "RegexFeaturizer"},
            {"name": "LexicalSyntacticFeaturizer"},
            {"name": "CountVectorsFeaturizer"},
            {
                "name": "CountVectorsFeaturizer",
                "analyzer": "char_wb",
                "min_ngram": 1,
                "max_ngram": 4,
            },
            {"name": "DIETClassifier", "epochs": DIET_EPOCHS},
            {"name": "EntitySynonymMapper"},
            {"name": "ResponseSelector", "epochs": RASA_INIT_EPOCHS},
            {"name": "FallbackClassifier", "threshold": 0.3, "ambiguity_threshold": 0.1},
        ],
        "policies": [
            {"name": "MemoizationPolicy"},
            {"name": "TEDPolicy", "max_history": 5, "epochs": RASA_INIT_EPOCHS},
            {"name": "RulePolicy"},
        ],
    }


def _domain() -> dict[str, Any]:
    others = [intent for intent in INTENTS if intent != "ask_programme"]
    return {
        "version": "3.1",
        "intents": list(INTENTS),
        "actions": [ACTION],
        "responses": {f"utter_{intent}": [{"text": f"({intent})"}] for intent in others},
        "session_config": {
            "session_expiration_time": 60,
            "carry_over_slots_to_new_session": True,
        },
    }


def _step(intent: str) -> list[dict[str, str]]:
    asks = intent in ("ask_programme", "nlu_fallback")
    return [{"intent": intent}, {"action": ACTION if asks else f"utter_{intent}"}]


def _rules() -> list[dict[str, Any]]:
    return [{"rule": intent, "steps": _step(intent)} for intent in (*INTENTS, "nlu_fallback")]


def _stories() -> list[dict[str, Any]]:
    told: Sequence[Sequence[str]] = (
        ("greet", "ask_programme", "thank", "goodbye"),
        ("ask_programme", "ask_programme", "open_complaint"),
        ("greet", "list_programmes", "ask_programme", "talk_to_agent"),
    )
    return [
        {"story": " ".join(intents), "steps": [step for i in intents for step in _step(i)]}
        for intents in told
    ]


def _forget_others(kept: Path) -> None:
    for folder in MODELS.glob("stock-*"):
        if folder != kept:
            shutil.rmtree(folder)


def _train(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, content in assistant().items():
        (folder / name).write_text(yaml.safe_dump(content, allow_unicode=True), "utf-8")
    command = [
        *(str(RASA), "train", "--force", "--fixed-model-name", "model", "--out", str(folder)),
        *("--domain", str(folder / "domain.yml"), "--config", str(folder / "config.yml")),
        *("--data", str(DATA), str(folder / "rules.yml"), str(folder / "stories.yml")),
    ]
    sys.stderr.write("bench: training the stock assistant, once (minutes) ...\n")
    with (folder / "training.log").open("wb") as log:
        subprocess.run(  # noqa: S603 our own programs
            command,
            cwd=folder,
            env={**os.environ, "RASA_TELEMETRY_ENABLED": "false", "RASA_MAX_CACHE_SIZE": "0"},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            timeout=PATIENCE_S,
            check=True,
        )
