"""Files that were brought in before are known by what they hold, not by their names."""

from workflow.samples import sample_reports
from workflow.summaries.importing import imported_files
from workflow.summaries.workspace import Workspace


def test_a_file_is_known_by_what_it_holds(copy_desk, tmp_path):
    workspace = Workspace(copy_desk(tmp_path / "desk", 2))
    march, june = (sample.path.read_bytes() for sample in sample_reports()[:2])
    contents = {
        "Verslag (2).txt": march,
        "june.txt": june,
        "a.txt": march[:-1] + b"?",
        "b.txt": b"",
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    paths = [tmp_path / name for name in (*contents, "gone.txt")] + [tmp_path]
    found = imported_files(workspace, paths)
    assert {path.name: meeting.id for path, meeting in found.items()} == {
        "Verslag (2).txt": "2031-03-06-jbz",
        "june.txt": "2031-06-12-jbz",
    }
    damaged = workspace.meeting_folder("2031-06-12-jbz") / "meeting.toml"
    damaged.write_text("= stuk", "utf-8")
    assert len(imported_files(Workspace(workspace.root), paths)) == 1
