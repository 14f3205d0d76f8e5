"""The order in which a save reaches the disk, as the kernel saw it."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from history_helpers import ITEM

from workflow.history import History

SAVE = f"""
import sys
from pathlib import Path
from workflow.history import Message, open_history, save
history = open_history(Path(sys.argv[1]))
save(history, {{"{ITEM}": b"Nieuw.\\n"}}, Message("Zin", "", [("Action", "edit")]))
"""
CALLS = "fsync,fdatasync,rename,renameat,renameat2,link,linkat,unlink,unlinkat"


def traced(history: History, folder: Path) -> list[str]:
    """The calls of a save that touch the disk, in their order; skips where that is not allowed."""
    if shutil.which("strace") is None:
        pytest.skip("needs strace")
    out = folder / "trace"
    strace = ["strace", "-f", "-y", "-qq", "-e", f"trace={CALLS}", "-o", str(out)]
    command = [*strace, sys.executable, "-c", SAVE, str(history.root)]
    done = subprocess.run(
        command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False
    )
    if "ptrace" in done.stderr:
        pytest.skip("this machine does not allow strace")
    assert done.returncode == 0, done.stderr
    return [line for line in out.read_text().splitlines() if " = 0" in line]


@pytest.mark.usefixtures("unmeasured")
def test_everything_is_forced_to_disk_before_it_is_relied_on(
    history: History, tmp_path: Path
) -> None:
    lines = traced(history, tmp_path)

    def first(pattern: str) -> int:
        return next(n for n, line in enumerate(lines) if re.search(pattern, line))

    def last(pattern: str) -> int:
        return max(n for n, line in enumerate(lines) if re.search(pattern, line))

    journal = first(r'renameat?.*/journal.*\.json"')
    file = first(r'renameat?.*"mensensmokkel\.md"')
    reference = first(r'rename.*main\.lock", .*heads/main"')
    order = [
        first(r"fsync.*/journal/.*tmp"),
        journal,
        first(r"fsync\(\d+<[^>]*/journal>\)"),
        first(r"fsync.*/aside/.*tmp"),
        file,
        first(r"fsync\(\d+<[^>]*2031-03-06-jbz>\)"),
        first(r"fsync.*tmp_obj"),
        last(r'link.*objects/.*tmp_obj_\w+", '),
        first(r"fsync.*main\.lock"),
        reference,
        first(r'rename.*index\.lock", '),
        first(r"unlink.*/journal>?.*\.json"),
    ]
    assert order == sorted(order)
    for number, line in enumerate(lines):
        # No object gets its name before its content is on disk.
        if found := re.search(r'link.*objects/(../tmp_obj_\w+)", ', line):
            synced = [n for n, other in enumerate(lines) if f"{found[1]}>) = 0" in other]
            assert synced, line
            assert synced[0] < number < reference
    assert last(r"unlink.*/journal>?.*\.json") == len(lines) - 1
