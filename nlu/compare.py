"""Classifiers beside each other on one split of the training examples: `make compare`.

Every fifth example of each variety and intent is kept from training and asked of all. DIET, Rasa's
own, takes most of a minute an epoch and is tried with `--diet EPOCHS`.
"""

# ruff: noqa: PLC0415 (Rasa takes seconds to import, and wants its environment set before)
from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from nlu.components.features import BLOCKS, blocks
from nlu.components.linear import LinearModel, matrix_of, vector, vocabulary
from nlu.evaluation.scoring import macro_f1
from nlu.quiet import quieten
from nlu.text.courtesy import without_greeting
from nlu.train import Inputs

if TYPE_CHECKING:
    from rasa.core.agent import Agent

KEPT_FROM_TRAINING = 5
STRENGTH = 0.3
FEATURIZERS = [  # of Rasa's default pipeline
    {"name": "WhitespaceTokenizer"},
    {"name": "LexicalSyntacticFeaturizer"},
    {"name": "CountVectorsFeaturizer"},
    {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
]

Labelled = Sequence[tuple[str, str]]  # text, label
Classify = Callable[[str], str]
Train = Callable[[Labelled], Classify]


@dataclass(frozen=True)
class Split:
    """Examples to learn from, and examples to be asked."""

    learnt: Labelled
    asked: Labelled


def splits(data: Path) -> dict[str, Split]:
    """The examples of all varieties as (text, intent), and those with a facet as (text, facet)."""
    seen: Counter[tuple[str, str, str | None]] = Counter()
    intents: tuple[list[tuple[str, str]], ...] = ([], [])
    facets: tuple[list[tuple[str, str]], ...] = ([], [])
    for lang, intent, facet, text in _examples(data):
        seen[lang, intent, facet] += 1
        asked = seen[lang, intent, facet] % KEPT_FROM_TRAINING == 0
        intents[asked].append((without_greeting(text), intent))
        if facet:
            facets[asked].append((text, facet))
    return {"intent": Split(*intents), "facet": Split(*facets)}


def _examples(data: Path) -> list[tuple[str, str, str | None, str]]:
    """(variety, intent, facet, text) of every line of every file."""
    found = []
    for file in sorted(data.rglob("*.yml")):
        for block in yaml.safe_load(file.read_text("utf-8"))["nlu"]:
            facet = (block.get("metadata") or {}).get("facet")
            lines = [line.strip()[2:] for line in block["examples"].splitlines() if line.strip()]
            found += [(file.parent.name, block["intent"], facet, line) for line in lines]
    return found


def our_own(learnt: Labelled) -> Classify:
    """What the pipeline has."""
    model = LinearModel.train([t for t, _ in learnt], [label for _, label in learnt], STRENGTH)
    return lambda text: model.rank(text)[0][0]


def with_scikit(make: Callable[[], Any], kept: Sequence[str] = BLOCKS) -> Train:
    """A classifier of scikit-learn over some blocks of the same features."""

    def train(learnt: Labelled) -> Classify:
        seen = [_only(kept, text) for text, _ in learnt]
        columns, rarity = vocabulary(seen)
        rows = [vector(found, columns, rarity) for found in seen]
        fitted = make().fit(matrix_of(rows, len(rarity)), [label for _, label in learnt])

        def classify(text: str) -> str:
            row = vector(_only(kept, text), columns, rarity)
            return str(fitted.predict(matrix_of([row], len(rarity)))[0])

        return classify

    return train


def _only(kept: Sequence[str], text: str) -> dict[str, Counter[str]]:
    return {name: found if name in kept else Counter() for name, found in blocks(text).items()}


def diet(epochs: int) -> Train:
    """Rasa's DIET over its own sparse features."""

    def train(learnt: Labelled) -> Classify:
        agent = _diet_agent(learnt, epochs)
        loop = asyncio.new_event_loop()

        def classify(text: str) -> str:
            parsed = loop.run_until_complete(agent.parse_message(text))
            return str(parsed["intent"]["name"])

        return classify

    return train


def _diet_agent(learnt: Labelled, epochs: int) -> Agent:
    quieten()
    from rasa.core.agent import Agent
    from rasa.model_training import train_nlu

    classifier = {"name": "DIETClassifier", "epochs": epochs, "entity_recognition": False}
    pipeline = {"recipe": "default.v1", "language": "ar", "pipeline": [*FEATURIZERS, classifier]}
    with tempfile.TemporaryDirectory() as folder:
        config, data = Path(folder, "config.yml"), Path(folder, "nlu.yml")
        config.write_text(yaml.safe_dump(pipeline), "utf-8")
        data.write_text(yaml.safe_dump(_as_rasa_data(learnt), allow_unicode=True), "utf-8")
        trained = train_nlu(config=str(config), nlu_data=str(data), output=folder)
        return Agent.load(trained)


def _as_rasa_data(learnt: Labelled) -> dict[str, Any]:
    by_label: dict[str, list[str]] = {}
    for text, label in learnt:
        by_label.setdefault(label, []).append(f"- {text}")
    entries = [{"intent": name, "examples": "\n".join(t)} for name, t in by_label.items()]
    return {"version": "3.1", "nlu": entries}


def candidates(diet_epochs: int) -> dict[str, Train]:
    """What is compared, by name."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.naive_bayes import ComplementNB
    from sklearn.svm import LinearSVC

    def machine() -> Any:
        return LinearSVC(C=STRENGTH, class_weight="balanced", random_state=0)

    found: dict[str, Train] = {
        "ours: calibrated linear SVM": our_own,
        "linear SVM, words alone": with_scikit(machine, ["word"]),
        "linear SVM, without the keys": with_scikit(machine, ["word", "piece"]),
        "logistic regression": with_scikit(
            lambda: LogisticRegression(C=3.0, max_iter=300, class_weight="balanced")
        ),
        "complement naive Bayes": with_scikit(lambda: ComplementNB(alpha=0.3)),
    }
    if diet_epochs:
        found[f"DIET (Rasa's), {diet_epochs} epochs"] = diet(diet_epochs)
    return found


def row(name: str, train: Train, split: Split) -> str:
    """One line of the table: how right, how long to learn, how long to answer."""
    began = time.perf_counter()
    classify = train(split.learnt)
    learnt = time.perf_counter()
    pairs = [(label, classify(text)) for text, label in split.asked]
    ms = (time.perf_counter() - learnt) * 1000 / len(pairs)
    right = sum(label == given for label, given in pairs) / len(pairs)
    return f"| {name} | {right:.3f} | {macro_f1(pairs):.3f} | {learnt - began:.0f} | {ms:.2f} |"


def main() -> None:
    """Prints a table an intent and a facet decision."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--diet", type=int, default=0, metavar="EPOCHS")
    tried = candidates(options.parse_args().diet)
    for decision, split in splits(Inputs.data).items():
        _say(f"\n{decision}: {len(split.learnt)} learnt, {len(split.asked)} asked\n")
        _say("| classifier | accuracy | macro-F1 | s to learn | ms a message |")
        _say("| --- | --- | --- | --- | --- |")
        for name, train in tried.items():
            _say(row(name, train, split))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
