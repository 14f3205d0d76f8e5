"""The rules of the house: who may import whom, and which sentences must exist."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "workflow"
ORDER = [
    "report",
    "positions",
    "summaries",
    "search",
    "history",
    "comparison",
    "briefing",
    "diagnosis",
]
INTERFACE = PACKAGE / "languages"
MODULES = sorted(PACKAGE.rglob("*.py"))


@cache
def tree_of(path: Path) -> ast.Module:
    """A file of the package, parsed once for all tests."""
    return ast.parse(path.read_text("utf-8"))


def statements(node: ast.AST) -> Iterator[ast.AST]:
    """A node with all statements in it, at every depth; expressions are left out."""
    yield node
    for name in ("body", "orelse", "finalbody", "handlers", "cases"):
        for child in getattr(node, name, ()):
            yield from statements(child)


@cache
def imports(path: Path) -> frozenset[str]:
    """Every module that a file imports, late imports included."""
    found: set[str] = set()
    for node in statements(tree_of(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return frozenset(found)


REASON = re.compile(r"\bon purpose\b|\blonger than most\b")
"""How a docstring says that what it describes is long for a reason, which it gives."""
Place = ast.Module | ast.FunctionDef | ast.AsyncFunctionDef


def too_long(path: Path) -> list[str]:
    """What is longer than the house allows and does not say why."""
    text = path.read_text("utf-8")
    tree = tree_of(path) if path.is_relative_to(PACKAGE) else ast.parse(text)
    found: list[tuple[str, int, int, Place]] = [("the file", len(text.splitlines()), 400, tree)]
    for node in statements(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            found.append((node.name, (node.end_lineno or 0) - node.lineno + 1, 50, node))
    return [
        f"{path.name}: {name} has {lines} lines"
        for name, lines, most, node in found
        if lines > most and not REASON.search(ast.get_docstring(node) or "")
    ]


def test_nothing_is_long_without_a_reason_in_its_docstring(tmp_path: Path) -> None:
    assert [one for path in MODULES for one in too_long(path)] == []
    path = tmp_path / "long.py"
    path.write_text("def long():\n" + "    pass\n" * 50 + "\n" * 350)
    assert too_long(path) == ["long.py: the file has 401 lines", "long.py: long has 51 lines"]
    path.write_text('"""One list on purpose."""\n' + "\n" * 400)
    assert too_long(path) == []


@pytest.mark.parametrize("room", ORDER)
def test_arrows_never_point_back(room: str) -> None:
    later = [*ORDER[ORDER.index(room) + 1 :], "tui", "cli", "demo"]
    for path in (PACKAGE / room).rglob("*.py"):
        for name in imports(path):
            assert name.split(".")[:2][-1] not in later or not name.startswith("workflow."), (
                f"{path.relative_to(ROOT)} imports {name}"
            )


ROOMS = {
    "textual": ["tui"],
    "rich": ["tui"],
    "git": ["history"],
    "docx": ["briefing", "report/formats"],
}
"""Where a library may be used."""


def test_a_library_is_used_in_its_own_room_only() -> None:
    wrong = [
        f"{path.relative_to(PACKAGE)} imports {library}"
        for path in MODULES
        for library in {name.split(".")[0] for name in imports(path)} & set(ROOMS)
        if not path.relative_to(PACKAGE).as_posix().startswith(tuple(ROOMS[library]))
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("module", "absent"),
    [
        ("workflow.cli", ["textual", "git", "docx", "lxml"]),
        ("workflow.cli.plain.board", ["textual", "git", "docx", "lxml"]),
        ("workflow.report", ["textual", "git", "docx", "lxml"]),
        ("workflow.positions", ["textual", "git", "docx", "lxml"]),
        ("workflow.summaries.workspace", ["textual", "git", "docx", "lxml"]),
        ("workflow.summaries.board", ["textual", "git", "docx", "lxml"]),
        ("workflow.comparison", ["textual", "git", "docx", "lxml"]),
        ("workflow.briefing", ["textual", "git", "docx", "lxml"]),
        ("workflow.history", ["textual", "docx", "lxml"]),
        ("workflow.tui.app", ["git", "docx", "lxml"]),
    ],
)
def test_importing_a_room_loads_no_heavy_library(module: str, absent: list[str]) -> None:
    code = f"import sys, {module}; print([m for m in {absent!r} if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert run.stdout.strip() == "[]", run.stderr


def flat(table: dict[str, object], prefix: str = "") -> dict[str, str]:
    """Every sentence of a catalogue by its whole key."""
    found: dict[str, str] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            found |= flat(value, f"{prefix}{key}.")
        elif isinstance(value, str):
            found[prefix + key] = value
    return found


def catalogue(language: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted((INTERFACE / language / "interface").glob("*.toml")):
        found |= flat(tomllib.loads(path.read_text("utf-8")), f"{path.stem}.")
    return found


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_both_languages_say_the_same_sentences() -> None:
    dutch, english = catalogue("nl"), catalogue("en")
    assert set(dutch) == set(english)
    plain = [key for key in dutch if not key.endswith(".one")]  # "one" may leave out the figure
    differing = [k for k in plain if placeholders(dutch[k]) != placeholders(english[k])]
    assert differing == []
    assert [key for key, sentence in (dutch | english).items() if not sentence.strip()] == []


def test_every_sentence_that_the_code_asks_for_exists() -> None:
    known = catalogue("nl")
    stems = {key.rsplit(".", 1)[0] for key in known}
    rooms = "|".join(sorted({key.split(".")[0] for key in known}))
    literal = re.compile(rf'"((?:{rooms})\.[a-z_0-9]+(?:\.[a-z_0-9]+)*)"')
    missing = []
    for path in MODULES:
        if path.is_relative_to(PACKAGE / "tui") or path.is_relative_to(PACKAGE / "cli" / "plain"):
            continue  # command ids look alike; the screens' own tests cover theirs
        for key in literal.findall(path.read_text("utf-8")):
            if not {key, f"{key}.one"} & set(known) and key not in stems | {"report.md"}:
                missing.append(f"{path.relative_to(ROOT)}: {key}")
    assert missing == []


@pytest.mark.parametrize("room", ["positions", "comparison"])
def test_the_map_of_a_large_room_names_every_module(room: str) -> None:
    tree = ast.parse((PACKAGE / room / "__init__.py").read_text("utf-8"))
    told = set(re.findall(r"`([a-z]+)[`.]", ast.get_docstring(tree) or ""))
    modules = {path.stem for path in (PACKAGE / room).glob("*.py")} - {"__init__"}
    assert modules - told == set(), "modules without a place in the map"
    assert told - modules == set(), "places in the map without a module"
