"""The HTML twin and the Markdown of a briefing."""

import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from briefing_samples import approved_source, many, sample_briefing, tracked_briefing
from html_checks import problems
from test_any_text import HOSTILE, everywhere
from test_word_documents import empty

from workflow.briefing.compose import compose
from workflow.briefing.markdown import escape
from workflow.briefing.model import Briefing, Imprint
from workflow.briefing.preview import preview_text
from workflow.briefing.write import render

FIXTURES = {
    "sample": sample_briefing,
    "tracked": tracked_briefing,
    "english": lambda: sample_briefing(language="en"),
    "alone": lambda: sample_briefing(changes=None, since=""),
    "final": lambda: compose(approved_source(), imprint=Imprint()),
    "empty": empty,
    "fifteen": lambda: many(15),
}


def html(briefing: Briefing) -> str:
    return render(briefing, "html").content.decode()


def markdown(briefing: Briefing) -> str:
    return render(briefing, "md").content.decode()


@pytest.mark.parametrize("name", FIXTURES)
def test_the_page_is_sound(name: str) -> None:
    assert problems(html(FIXTURES[name]())) == []


@pytest.mark.parametrize("text", HOSTILE, ids=[str(n) for n in range(len(HOSTILE))])
def test_the_page_holds_any_text(text: str) -> None:
    wrong = problems(html(everywhere(text)))
    assert wrong == []


FAULTS = {
    "language": ('<html lang="nl-NL">', "<html>"),
    "title": ("<title>Briefing FZ 4 en 5 maart 2031</title>", "<title></title>"),
    "level": ("<h3 id=", "<h5 id="),
    "second main heading": ("<h2>Overzicht</h2>", "<h1>Overzicht</h1>"),
    "scope": (' scope="row"', ""),
    "caption": ("<caption>Overzicht van de agendapunten</caption>\n", ""),
    "dangling link": ('href="#zin_p1_3"', 'href="#zin_p1_99"'),
    "link text": (">I.1 Havenveiligheid in de Europese Unie</a>", "></a>"),
    "bare address": (">Kamerstukken 2030-2031 nr 99317-872</a>", ">https://x</a>"),
    "id twice": ('id="punt_p2"', 'id="punt_p1"'),
    "nesting": ("</li>\n</ul>", "</ul>"),
    "script": ("</main>", "<script></script></main>"),
    "doctype": ("<!DOCTYPE html>", ""),
}


@pytest.mark.parametrize("name", FAULTS)
def test_the_checks_find_a_fault(name: str) -> None:
    old, new = FAULTS[name]
    page = html(sample_briefing())
    assert old in page
    assert problems(page.replace(old, new, 1))


def test_changes_stand_as_insertions_and_deletions() -> None:
    page = html(tracked_briefing())
    assert "<del>steunt</del> <ins>tegen</ins>" in page
    assert "<del>gewenst</del> <ins>niet nodig</ins>" in page
    text = markdown(tracked_briefing())
    assert "~~steunt~~ *tegen*" in text
    assert "~~Doorgehaald~~ is vervallen, *cursief* is nieuw." in text
    assert "~~" not in markdown(sample_briefing())


def test_the_page_can_be_read_without_styles() -> None:
    page = re.sub(r"(?s)<style>.*?</style>", "", html(sample_briefing()))
    text = re.sub(r"<[^>]+>", " ", page)
    for words in ("CONCEPT", "Bezwaren en voorbehouden", "voorstel uit het verslag", "omgeslagen"):
        assert words in text


def test_foreign_stretches_bear_their_language() -> None:
    page = html(sample_briefing(language="en"))
    assert '<html lang="en-GB">' in page
    assert '<dd lang="nl-NL">' in page
    assert '<span lang="nl-NL">De Raad nam' in page


def _cells(line: str) -> int:
    return len(re.findall(r"(?<!\\)\|", line)) - 1


@pytest.mark.parametrize("name", FIXTURES)
def test_the_markdown_is_sound(name: str) -> None:
    text = markdown(FIXTURES[name]())
    lines = text.splitlines()
    tables = [n for n, line in enumerate(lines) if line.startswith("| ---")]
    for at in tables:
        rows = [at - 1, at]
        while rows[-1] + 1 < len(lines) and lines[rows[-1] + 1].startswith("|"):
            rows.append(rows[-1] + 1)
        assert len({_cells(lines[row]) for row in rows}) == 1
    anchors = set(re.findall(r'<a id="(\w+)"', text))
    assert set(re.findall(r"\]\(#(\w+)\)", text)) <= anchors
    marks = re.findall(r"\[\^(\d+)\](?!:)", text)
    assert sorted(marks) == sorted(re.findall(r"(?m)^\[\^(\d+)\]:", text))
    levels = [len(found) for found in re.findall(r"(?m)^(#+) ", text)]
    assert levels[0] == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))


def test_pandoc_reads_the_same_structure(tmp_path: Path) -> None:
    if not shutil.which("pandoc"):
        pytest.skip("pandoc is not installed")
    path = tmp_path / "briefing.md"
    path.write_text(markdown(sample_briefing()), "utf-8")
    page = subprocess.run(
        ["pandoc", "-f", "markdown", "-t", "html", str(path)],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert page.count("<table>") == 1 + 3 + 1 + 1 + 1
    assert 'class="footnotes' in page
    assert "kst-99317-872.html" in page


@pytest.mark.parametrize(
    "text", ["# kop", "- lijst", "1. punt", "*x* _y_", "[a](b)", "<b>", "a | b"]
)
def test_no_text_has_a_meaning_for_markdown(text: str) -> None:
    if not shutil.which("pandoc"):
        pytest.skip("pandoc is not installed")
    plain = subprocess.run(
        ["pandoc", "-f", "commonmark_x", "-t", "html"],
        input=escape(text),
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert re.sub(r"</?p>", "", plain).strip() == text.replace("<b>", "&lt;b&gt;")


def test_the_preview_has_nothing_for_browsers_in_it() -> None:
    text = preview_text(sample_briefing())
    assert "I.1 Havenveiligheid in de Europese Unie" in text
    assert "[s6" in text
    for sign in ("](", "<a ", "<sup>", "<br>"):
        assert sign not in text
