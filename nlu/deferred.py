"""Loads a module when it is first used instead of when it is imported.

Rasa imports `rasa.utils.train_utils`, and with it TensorFlow (8 of 12 seconds), from modules that
answer messages; only training uses it. The standard library's LazyLoader leaves the real module
in place and runs it at the first access to anything in it.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import LazyLoader
from types import ModuleType


class _Deferring(MetaPathFinder):
    def __init__(self, names: frozenset[str]) -> None:
        self._names = names

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname not in self._names:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.loader is not None:
            spec.loader = LazyLoader(spec.loader)
        return spec


def defer(*names: str) -> None:
    """From now on, importing one of these modules for the first time does not run it yet."""
    sys.meta_path.insert(0, _Deferring(frozenset(names)))
