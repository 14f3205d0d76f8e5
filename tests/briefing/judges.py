"""The judges of Word files, which stand outside the project."""

import importlib.util
import sys
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

WORD = Path(__file__).parents[2].parent / "shared" / "word"


@cache
def _module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, WORD / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@cache
def _schemas() -> Any:
    return _module("validate_docx").Schemas(WORD / "xsd")


def need_judges() -> None:
    """Skip where the judges are not at hand."""
    if not WORD.is_dir():
        pytest.skip("the judges of Word files (../shared/word) are not here")


def verdicts(path: Path, *, info: bool = False) -> list[str]:
    """What both judges say about a file; nothing is good."""
    need_judges()
    report = _module("validate_docx").validate(path, schemas=_schemas())
    found = [
        f"{entry['level']} {entry['code']} {entry['part']}: {entry['message']}"
        for entry in report.items
        if info or entry["level"] != "info"
    ]
    found += [" ".join(entry) for entry in _module("a11y_docx").check(path) if entry[0] != "INFO"]
    return found
