"""The structure of a report as an editable text."""

import layouts
import pytest

from workflow.errors import WorkflowError
from workflow.report.outline import apply_outline, render_outline
from workflow.report.reader import read_report


@pytest.fixture
def report():
    return read_report(layouts.FIXTURES / "01-pdf-text.txt")


@pytest.mark.parametrize("name", layouts.NAMES)
def test_an_unedited_outline_changes_nothing(name):
    report = read_report(layouts.FIXTURES / f"{name}.txt")
    again = apply_outline(report, render_outline(report))
    assert layouts.found(again) == layouts.found(report)
    for (_, old), (_, new) in zip(report.items(), again.items(), strict=True):
        assert new.sentences == old.sentences
        assert sorted(new.footnotes, key=str) == sorted(old.footnotes, key=str)
        assert sorted(new.references, key=str) == sorted(old.references, key=str)


def test_merging_two_items(report):
    outline = render_outline(report)
    lines = outline.split("\n")
    second = next(i for i, line in enumerate(lines) if line.startswith("2. Besluit"))
    third = next(i for i, line in enumerate(lines) if line.startswith("3. Samenwerking"))
    lines[second] += ", " + lines.pop(third).split("<-")[1].strip()
    merged = apply_outline(report, "\n".join(lines))
    item = merged.parts[0].items[1]
    assert [i.number for i in merged.parts[0].items] == ["1", "2"]
    assert {note.mark for note in item.footnotes} == {"3", "4"}
    assert all(item.sentence(note.sentence) for note in item.footnotes)


def test_splitting_and_renaming(report):
    outline = render_outline(report)
    line = next(x for x in outline.split("\n") if x.startswith("1. Richtlijn"))
    first, last = line.split("<-")[1].strip().split("-")
    split = f"1. Boetes <- {first}\n2. Rest [Debat] <- {int(first) + 1}-{last}"
    changed = apply_outline(report, outline.replace(line, split))
    items = changed.parts[1].items
    assert [(i.number, i.title, i.treatment) for i in items[:2]] == [
        ("1", "Boetes", ""), ("2", "Rest", "Debat"),
    ]  # fmt: skip
    assert len(items[0].sentences) == 1
    assert items[1].sentences[0].number == 1


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: text.replace("<- 1-", "<- 2-", 1),
        lambda text: text + "\n9. Nog een <- 1\n",
        lambda text: text + "\n9. Nog een <- 999\n",
        lambda text: text + "\nzomaar iets\n",
        lambda text: "",
        lambda text: text.replace("<- 1-", "<- x-", 1),
    ],
)
def test_a_wrong_outline_is_refused_with_its_reason(report, edit):
    with pytest.raises(WorkflowError) as caught:
        apply_outline(report, edit(render_outline(report)))
    assert "opzet" in str(caught.value)


def test_the_heading_of_a_joined_item_becomes_a_sentence(report):
    """As on the screen: no word of the report is lost."""
    first, second = report.parts[1].items[:2]
    outline = render_outline(report)
    lines = outline.split("\n")
    at = next(
        n for n, line in enumerate(lines) if line.startswith(f"{second.number}. {second.title}")
    )
    lines[at - 1 : at + 1] = [f"{lines[at - 1]}, {lines[at].split('<-')[1].strip()}"]
    joined = apply_outline(report, "\n".join(lines)).parts[1].items[0]
    assert joined.title == first.title
    assert [s.text for s in joined.sentences] == [
        *(s.text for s in first.sentences),
        f"{second.number}. {second.title}",
        *([second.treatment] if second.treatment else []),
        *(s.text for s in second.sentences),
    ]
    assert [s.number for s in joined.sentences] == list(range(1, len(joined.sentences) + 1))
