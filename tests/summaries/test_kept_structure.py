"""What a person corrected in the structure of a report survives a newer version of it."""

from dataclasses import replace

import pytest

from workflow.report import corrections
from workflow.report.formats.extract import Extract, plain_lines
from workflow.report.model import Report
from workflow.report.reader import read_extract
from workflow.summaries.structure import carry_structure

OLD = """Verslag van de Raad Justitie en Binnenlandse Zaken, 4 maart 2031

I. Binnenlandse Zaken

1. Beveiliging van havens

Het voorzitterschap lichtte de conclusies toe. Nederland steunde het voorstel van de Commissie.

2. Grenzen van de Unie

De Commissie presenteerde cijfers over de grenzen. Veel lidstaten riepen op tot meer toezicht.

3. Diversen

De Commissie kondigde een mededeling aan over vuurwapens.

II. Justitie

1. Mensensmokkel

De meeste lidstaten steunden het doel van de richtlijn. De Raad zet de bespreking voort.
"""
NEW = OLD.replace("Veel lidstaten", "Enkele lidstaten").replace(
    "De Commissie kondigde", "Frankrijk vroeg om spoed. De Commissie kondigde"
)


def read(text: str) -> Report:
    return read_extract(Extract(text, plain_lines(text)), "text")


def outline(report: Report) -> list[tuple[str, list[tuple[str, str, list[str]]]]]:
    """Parts and items with the texts of their sentences."""
    return [
        (
            f"{part.id} {part.title}",
            [(i.number, i.title, [s.text for s in i.sentences]) for i in part.items],
        )
        for part in report.parts
    ]


def headings(report: Report) -> list[tuple[str, list[tuple[str, str, int]]]]:
    return [(name, [(n, t, len(s)) for n, t, s in items]) for name, items in outline(report)]


def correct(kind: str, report: Report) -> Report:
    """A report of which a person changed one thing, or several."""
    if kind == "merge":
        return corrections.merge(report, (0, 1))
    if kind == "merge twice":
        return corrections.merge(corrections.merge(report, (0, 2)), (0, 1))
    if kind == "split":
        return corrections.split(report, (0, 1), 2)
    if kind == "rename":
        return corrections.rename(report, (0, 1), "7", "Toezicht aan de buitengrens")
    if kind == "join parts":
        return corrections.end_part(report, 1)
    if kind == "new part":
        return corrections.begin_part(report, (0, 1), "Migratie")
    return corrections.merge(corrections.end_part(report, 1), (0, 3))


KINDS = ["merge", "merge twice", "split", "rename", "join parts", "new part", "parts and items"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_correction_survives_the_same_text(kind):
    corrected = correct(kind, read(OLD))
    assert outline(carry_structure(corrected, read(OLD))) == outline(corrected)


@pytest.mark.parametrize("kind", KINDS)
def test_a_correction_survives_a_newer_text(kind):
    corrected, wanted = correct(kind, read(OLD)), correct(kind, read(NEW))
    carried = carry_structure(corrected, read(NEW))
    if kind == "split":
        # The item that was split off keeps the title that it got.
        title = corrected.parts[0].items[2].title
        items = list(wanted.parts[0].items)
        items[2] = replace(items[2], title=title)
        wanted = wanted.with_parts((replace(wanted.parts[0], items=tuple(items)), wanted.parts[1]))
    assert outline(carried) == outline(wanted)


def test_a_heading_reworded_by_the_newer_text_stays_a_sentence():
    corrected = correct("merge", read(OLD))
    newer = read(NEW.replace("Grenzen van de Unie", "Buitengrenzen van de Unie"))
    carried = carry_structure(corrected, newer)
    texts = [s.text for s in carried.parts[0].items[0].sentences]
    assert "2. Buitengrenzen van de Unie" in texts
    assert [i.title for i in carried.parts[0].items] == ["Beveiliging van havens", "Diversen"]


def test_a_missed_heading_that_was_made_a_title_is_one_again():
    """The reader joins it with the item above; a person split it off and numbered it."""
    flat = corrections.merge(read(OLD), (0, 1))
    number = next(
        s.number for s in flat.parts[0].items[0].sentences if s.text.startswith("2. Grenzen")
    )
    corrected = corrections.split(flat, (0, 0), number)
    corrected = corrections.rename(corrected, (0, 1), "2", "Grenzen van de Unie")
    newer = corrections.merge(read(NEW), (0, 1))
    carried = carry_structure(corrected, newer)
    assert headings(carried) == headings(read(NEW))


def test_a_new_heading_without_text_is_kept():
    corrected = correct("rename", read(OLD))
    newer = read(NEW.replace("3. Diversen", "3. Sancties\n\n4. Diversen"))
    titles = [item.title for item in carry_structure(corrected, newer).parts[0].items]
    assert titles == [
        "Beveiliging van havens",
        "Toezicht aan de buitengrens",
        "Sancties",
        "Diversen",
    ]
