"""No call that only some systems know, without another way for the others."""

import ast
import re
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "workflow"
MODULES = {"fcntl", "pty", "termios", "resource", "pwd", "grp", "readline", "curses", "select",
           "posix", "syslog", "msvcrt", "winreg"}  # fmt: skip
CALLS = {
    "os.fork", "os.getuid", "os.geteuid", "os.setsid", "os.killpg", "os.getpgid", "os.mkfifo",
    "os.chown", "os.fchmod", "os.fchown", "os.wait", "os.uname", "os.nice", "os.statvfs", "os.kill",
    "os.startfile", "os.O_NOFOLLOW", "os.O_DIRECTORY", "os.O_BINARY",
    "signal.SIGKILL", "signal.SIGHUP", "signal.SIGALRM", "signal.alarm", "signal.SIGSTOP",
    "signal.SIGWINCH", "signal.SIGTSTP", "socket.AF_UNIX", "time.tzset",
}  # fmt: skip
MENTIONED = re.compile("|".join(rf"\b{name.rpartition('.')[2]}\b" for name in MODULES | CALLS))
"""Of what a file without any of these words can use nothing."""
GUARD = re.compile(
    r"hasattr\(os|os\.name|sys\.platform|except ImportError|getattr\(os|getattr\(signal|BY_HANDLE"
)
CHECKED_BY_CALLER = {
    ("history/locks.py", "msvcrt"): "called where there is no fcntl",
    ("history/durable.py", "os.fchmod"): "called where folders are opened by handle",
}
"""Uses whose alternative stands with the caller, and why."""


def uses(path: Path):
    """Every use of what not all systems have: its name, and the text of the function around it."""
    source = path.read_text("utf-8")
    if not MENTIONED.search(source):
        return
    tree = ast.parse(source)
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    for node in ast.walk(tree):
        names = set()
        if isinstance(node, ast.Import):
            names = {alias.name for alias in node.names} & MODULES
        elif isinstance(node, ast.ImportFrom):
            names = {node.module or ""} & MODULES
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            names = {f"{node.value.id}.{node.attr}"} & CALLS
        for name in names:
            around = [f for f in functions if f.lineno <= node.lineno <= (f.end_lineno or 0)]
            inner = max(around, key=lambda f: f.lineno, default=None)
            text = ast.get_source_segment(source, inner) if inner else source
            yield name, text or "", node.lineno


def test_every_such_call_has_another_way():
    found = [
        f"{place}:{line} uses {name} without another way"
        for path in sorted(PACKAGE.rglob("*.py"))
        for place in [path.relative_to(PACKAGE).as_posix()]
        for name, text, line in uses(path)
        if (place, name) not in CHECKED_BY_CALLER and not GUARD.search(text)
    ]
    assert found == []


def test_the_search_finds_what_it_looks_for(tmp_path):
    module = tmp_path / "m.py"
    module.write_text("import os\ndef f():\n    import fcntl\n    os.fork()\n", "utf-8")
    assert sorted(name for name, _, _ in uses(module)) == ["fcntl", "os.fork"]


def test_text_files_are_opened_as_utf_8():
    """The system's own encoding differs; every text is read and written as UTF-8 or ASCII."""
    bare = re.compile(
        r"\.(?:read_text|write_text)\(\s*\)|\.open\(\s*\)|[^.\w]open\([^)]*\"[rwa]\"\)"
    )
    found = [
        f"{path.relative_to(PACKAGE)}: {line.strip()}"
        for path in PACKAGE.rglob("*.py")
        for line in path.read_text("utf-8").splitlines()
        if bare.search(line)
    ]
    assert found == []
