"""A linear classifier over sparse text features: scikit-learn trains it, look-ups apply it.

A support vector machine learns as well as logistic regression here in a tenth of the time
(docs/understanding.md); its scores become probabilities by a temperature fitted on examples that
each part of the training did not see.
"""

# ruff: noqa: PLC0415 (scikit-learn is for training; serving does without)
from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from nlu.components.features import BLOCKS, blocks

Ranking = list[tuple[str, float]]
Vector = tuple[np.ndarray, np.ndarray]  # rows of features, and their values

FOLDS = 3
UNCALIBRATED = 4.0  # with too few examples of a label to try it out
RAREST = {"word": 1, "piece": 2, "key": 2, "keypiece": 2}
WEIGHTS = {"word": 0.7, "piece": 1.0, "key": 1.0, "keypiece": 1.0}


@dataclass(frozen=True)
class LinearModel:
    """Probabilities of labels for a text: one row of weights a feature, one column a label."""

    labels: list[str]
    columns: dict[str, dict[str, int]]  # by block: feature -> row of `weights`
    rarity: np.ndarray
    weights: np.ndarray
    bias: np.ndarray

    @classmethod
    def train(cls, texts: Sequence[str], labels: Sequence[str], strength: float) -> LinearModel:
        """The model of these examples; `strength` is scikit-learn's C: more follows them closer."""
        seen = [blocks(text) for text in texts]
        columns, rarity = vocabulary(seen)
        vectors = [vector(found, columns, rarity) for found in seen]
        named, weights, bias = _fit(vectors, labels, len(rarity), strength)
        return cls(
            labels=named,
            columns=columns,
            rarity=rarity,
            weights=np.ascontiguousarray(weights.T, dtype=np.float32),
            bias=np.asarray(bias, dtype=np.float32),
        )

    def rank(self, text: str, lifts: Mapping[str, float] | None = None) -> Ranking:
        """All labels with their probability, best first. A lift is added to a label's score
        before scores become probabilities; a text without features gets all labels alike."""
        at, values = vector(blocks(text), self.columns, self.rarity)
        scores = self.bias * bool(len(at))
        if len(at):
            scores = scores + values @ self.weights[at]
        for label, lift in (lifts or {}).items():
            if label in self.labels:
                scores[self.labels.index(label)] += lift
        powers = np.exp(scores - scores.max())
        chances = powers / powers.sum()
        order = np.argsort(-chances, kind="stable")
        return [(self.labels[i], float(chances[i])) for i in order]

    def save(self, folder: Path) -> None:
        """Write the model into `folder`."""
        np.savez(folder / "numbers.npz", rarity=self.rarity, weights=self.weights, bias=self.bias)
        words = {"labels": self.labels, "columns": self.columns}
        (folder / "words.json").write_text(json.dumps(words, ensure_ascii=False), "utf-8")

    @classmethod
    def load(cls, folder: Path) -> LinearModel:
        """The model that was saved into `folder`."""
        words = json.loads((folder / "words.json").read_text("utf-8"))
        with np.load(folder / "numbers.npz") as numbers:
            return cls(**words, **{name: numbers[name] for name in numbers.files})


def _fit(
    vectors: Sequence[Vector], labels: Sequence[str], features: int, strength: float
) -> tuple[list[str], np.ndarray, np.ndarray]:
    """The labels, a row of weights for each, and their biases; it takes three labels or more."""
    from sklearn.svm import LinearSVC

    matrix = matrix_of(vectors, features)
    machine = LinearSVC(C=strength, class_weight="balanced", random_state=0)
    sharpness = _sharpness(machine, matrix, labels)
    fitted = machine.fit(matrix, list(labels))
    named = [str(label) for label in fitted.classes_]
    return named, fitted.coef_ * sharpness, fitted.intercept_ * sharpness


def matrix_of(vectors: Sequence[Vector], features: int) -> Any:
    """The vectors as one sparse matrix of scipy, a row each."""
    from scipy.sparse import csr_matrix

    rows = np.repeat(np.arange(len(vectors)), [len(at) for at, _ in vectors])
    at = np.concatenate([at for at, _ in vectors])
    values = np.concatenate([values for _, values in vectors])
    return csr_matrix((values, (rows, at)), shape=(len(vectors), features))


def _sharpness(machine: Any, matrix: Any, labels: Sequence[str]) -> float:
    """By what its scores are multiplied so that they are as sure as they are right."""
    from scipy.optimize import minimize_scalar
    from sklearn.model_selection import StratifiedKFold, cross_val_predict

    fewest = min(Counter(labels).values())
    if fewest < FOLDS:
        return UNCALIBRATED
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    scores = cross_val_predict(machine, matrix, list(labels), cv=folds, method="decision_function")
    order = sorted(set(labels))
    right = np.array([order.index(label) for label in labels])
    fitted = minimize_scalar(lambda by: _surprise(scores * by, right), bounds=(0.1, 50.0))
    return float(fitted.x)


def _surprise(scores: np.ndarray, right: np.ndarray) -> float:
    """The mean negative log-likelihood of the right labels."""
    level = scores - scores.max(axis=1, keepdims=True)
    chances = level[np.arange(len(right)), right] - np.log(np.exp(level).sum(axis=1))
    return -float(chances.mean())


def vocabulary(
    seen: Sequence[Mapping[str, Counter[str]]],
) -> tuple[dict[str, dict[str, int]], np.ndarray]:
    """By block the row of every feature that occurs often enough, and how rare each row is."""
    columns: dict[str, dict[str, int]] = {}
    rarity: list[float] = []
    for block in BLOCKS:
        spread = Counter(feature for found in seen for feature in found[block])
        kept = sorted(f for f, count in spread.items() if count >= RAREST[block])
        columns[block] = {feature: len(rarity) + i for i, feature in enumerate(kept)}
        rarity += [math.log((1 + len(seen)) / (1 + spread[f])) + 1 for f in kept]
    return columns, np.array(rarity, dtype=np.float32)


def vector(
    found: Mapping[str, Counter[str]], columns: Mapping[str, dict[str, int]], rarity: np.ndarray
) -> Vector:
    """Rows and values of a text's features, each block scaled to its weight."""
    parts: list[Vector] = []
    for block in BLOCKS:
        row_of = columns[block].get
        known = {row: n for f, n in found[block].items() if (row := row_of(f)) is not None}
        if not known:
            continue
        at = np.fromiter(known, np.int64, len(known))
        counts = np.fromiter(known.values(), np.float64, len(known))
        values = (1 + np.log(counts)) * rarity[at]
        parts.append((at, values * (WEIGHTS[block] / np.sqrt((values * values).sum()))))
    if not parts:
        return np.empty(0, np.int64), np.empty(0, np.float32)
    return np.concatenate([at for at, _ in parts]), np.concatenate([v for _, v in parts])
