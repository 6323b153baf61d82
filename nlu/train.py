"""Trains the model from the repository's files: `python -m nlu.train`, from the repository root.

The model is named by the hash of everything it is made from and is not trained twice.
"""

# ruff: noqa: PLC0415 (Rasa takes seconds to import, and wants its environment set before)
from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import os
import sys
import tarfile
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from nlu.quiet import quieten

MODELS = Path("nlu/models")
KEPT = 2


@dataclass(frozen=True)
class Inputs:
    """Where a model comes from. Code that shapes it counts as an input too."""

    domain: Path = Path("domain.yml")
    config: Path = Path("nlu/config.yml")
    data: Path = Path("nlu/data")
    rules: Path = Path("nlu/rules")
    code: tuple[Path, ...] = (Path("nlu/components"), Path("nlu/text"), Path("nlu/uv.lock"))

    def fingerprint(self) -> str:
        """The hash of all inputs: of what the files are called and hold."""
        digest = hashlib.sha256()
        for root in (self.domain, self.config, self.data, self.rules, *self.code):
            for file in _files(root):
                name = file.relative_to(root).as_posix()
                digest.update(f"{root.name}/{name}\0".encode())
                digest.update(hashlib.sha256(file.read_bytes()).digest())
        return digest.hexdigest()[:16]


def _files(root: Path) -> list[Path]:
    if root.is_file():
        return [root]
    kinds = (".py", ".yml", ".yaml")
    return sorted(file for file in root.rglob("*") if file.suffix in kinds)


def model_path(inputs: Inputs, models: Path) -> Path:
    """Where the model of these inputs is, trained or not."""
    return models / f"{inputs.fingerprint()}.tar.gz"


def ensure(inputs: Inputs, models: Path) -> Path:
    """The model of these inputs, trained now if it is not there yet.

    Raises RuntimeError if Rasa could not train it.
    """
    path = model_path(inputs, models)
    if path.exists():
        path.touch()
        _say(f"model {path.name} is up to date")
        return path
    _say(f"training {path.name} (about a minute)")
    began = time.monotonic()
    _train(inputs, path)
    _forget_old(models)
    _say(f"trained {path.name} in {time.monotonic() - began:.0f} s")
    return path


def _train(inputs: Inputs, path: Path) -> None:
    os.environ["RASA_MAX_CACHE_SIZE"] = "0"  # Rasa's cache does not see changes of nlu.text
    quieten()
    from rasa.model_training import train

    with tempfile.TemporaryDirectory() as folder:
        with contextlib.redirect_stdout(sys.stderr):  # standard output is for the model's path
            result = train(
                domain=str(inputs.domain),
                config=str(inputs.config),
                training_files=[str(inputs.data), str(inputs.rules)],
                output=folder,
                force_training=True,
            )
        if result.code != 0 or not result.model:
            raise RuntimeError(f"Rasa did not train a model (code {result.code})")
        _without_training_graph(Path(result.model), path)


def _without_training_graph(trained: Path, path: Path) -> None:
    """Write the archive that Rasa trained to `path`, in one step, without its training graph.

    Serving reads that graph for nothing and imports all that trained it, TensorFlow included;
    only Rasa's fine-tuning, which we do not do, would need it.
    """
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(trained) as archive:
            archive.extractall(folder)  # noqa: S202 (written by Rasa a moment ago)
        metadata = Path(folder, "metadata.json")
        content = json.loads(metadata.read_text("utf-8"))
        content["train_schema"] = {"nodes": {}}
        metadata.write_text(json.dumps(content), "utf-8")
        part = path.with_suffix(f".{os.getpid()}")
        with tarfile.open(part, "w:gz", compresslevel=1) as archive:
            archive.add(folder, arcname="")
    part.replace(path)


def _forget_old(models: Path) -> None:
    newest = sorted(models.glob("*.tar.gz"), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in newest[KEPT:]:
        file.unlink()


def _say(line: str) -> None:
    sys.stderr.write(f"nlu.train: {line}\n")
    sys.stderr.flush()


def main() -> None:
    """Train if need be and print the model's path on standard output."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--domain", type=Path, default=Inputs.domain)
    options.add_argument("--config", type=Path, default=Inputs.config)
    options.add_argument("--data", type=Path, default=Inputs.data)
    options.add_argument("--rules", type=Path, default=Inputs.rules)
    options.add_argument("--models", type=Path, default=MODELS)
    given = options.parse_args()
    inputs = Inputs(given.domain, given.config, given.data, given.rules)
    given.models.mkdir(parents=True, exist_ok=True)
    sys.stdout.write(f"{ensure(inputs, given.models)}\n")


if __name__ == "__main__":
    main()
