"""What others change while the screens are open is noticed, whoever changes it."""

import os
import subprocess
from pathlib import Path

from tests.benchmarks.bench_start import make_meetings
from workflow.history.actions import init_workspace
from workflow.tui.desk import Desk


def test_whatever_others_do_changes_the_stamp(tmp_path: Path) -> None:
    top = init_workspace(tmp_path / "w").root
    folder = top / "summaries" / "2031" / "2031-03-06-jbz"
    folder.mkdir(parents=True)
    (folder / "meeting.toml").write_text("items = []\n")
    item = folder / "een.md"
    item.write_text("een\n")
    os.utime(folder, (1_000_000_000, 1_000_000_000))
    desk = Desk(top)
    stamps = [desk.outside_stamp()]

    def noticed() -> bool:
        stamps.append(desk.outside_stamp())
        return stamps[-1] != stamps[-2]

    assert not noticed()
    with item.open("a") as file:  # an editor that writes in place
        file.write("twee\n")
    assert noticed()
    (folder / "half").write_text("drie\n")  # one that writes aside
    (folder / "half").replace(item)
    assert noticed()
    for command in (["add", "."], ["commit", "-qm", "met de hand"]):
        subprocess.run(["git", *command], cwd=top, check=True)
    assert noticed()
    assert not noticed()
    item.unlink()
    assert noticed()


def test_what_changed_while_nobody_looked_is_behind_the_first_board(tmp_path: Path) -> None:
    top = init_workspace(tmp_path / "w").root
    make_meetings(top, 1)
    for command in (["add", "."], ["commit", "-qm", "met de hand"]):
        subprocess.run(["git", *command], cwd=top, check=True)
    first = Desk(top)
    before = first.board()
    first.board_with_people()  # which keeps what is known for the next start
    meeting = before.meetings[0]
    path = top / "summaries" / meeting.id[:4] / meeting.id / f"{meeting.items[0].item.slug}.md"
    path.write_text("dit is geen bestand van ons\n")

    again = Desk(top)
    assert not again.board().meetings[0].items[0].error  # at once, as it was left
    assert again.board_with_people().meetings[0].items[0].error
    assert again.board().meetings[0].items[0].error
