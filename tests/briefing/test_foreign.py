"""Other languages within a text are marked, names and ordinary text are not."""

import re
from dataclasses import replace
from datetime import date

import pytest
from briefing_samples import HAVEN, IMPRINT, MEETING, REPORT, SOURCE, sample_briefing

from workflow.briefing.compose import compose, compose_topic
from workflow.briefing.foreign import stretches
from workflow.briefing.model import Briefing, ChangeLine, Line
from workflow.briefing.word.package import unpack
from workflow.briefing.write import render


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("De Raad nam de Declaration on the Future of Europe aan.", "nl",
         [("Declaration on the Future of Europe", "en")]),
        ("Het rapport ‘a way to the sea’ is besproken.", "nl", [("a way to the sea", "en")]),
        ("Zie (La politique pour les ports et les mers).", "nl",
         [("La politique pour les ports et les mers", "fr")]),
        ("De Raad sprak met Ελλάδα en Україна over havens.", "nl",
         [("Ελλάδα", "el"), ("Україна", "uk")]),
        ("The Council adopted the 'Verklaring' on ports.", "en", []),
        ("The text “de toekomst van het water” was tabled.", "en",
         [("de toekomst van het water", "nl")]),
        ("De Raad nam het voorstel aan (zie bijlage bij het verslag).", "nl", []),
        ("Nederland en de Commissie steunden Frontex en Europol.", "nl", []),
        ("", "nl", []),
    ],
)  # fmt: skip
def test_stretches_have_their_language(text: str, language: str, found: list[object]) -> None:
    got = [(text[s.start : s.end], s.language) for s in stretches(text, language)]
    assert got == found


def test_word_and_html_mark_them() -> None:
    briefing = sample_briefing()
    text = "De Raad nam de Declaration on the Future of Europe aan."
    item = replace(briefing.items[0], summary=(Line(text, (1,)),))
    briefing = briefing.with_items({item.key: item})
    word = unpack(render(briefing).content)["word/document.xml"].decode()
    marked = '<w:lang w:val="en-GB"/></w:rPr><w:t xml:space="preserve">Declaration on the Future'
    assert marked in word
    page = render(briefing, "html").content.decode()
    assert '<span lang="en-GB">Declaration on the Future of Europe</span>' in page


@pytest.mark.parametrize(("words", "tag"), [("מועצה של השרים", "he-IL"), ("مجلس الوزراء", "ar-SA")])
@pytest.mark.parametrize("language", ["", "en"])
def test_what_is_written_from_the_right_has_its_own_language(
    words: str, tag: str, language: str
) -> None:
    briefing = sample_briefing()
    line = Line(f"De Raad sprak over {words} en havens.", (1,), language=language)
    item = replace(briefing.items[0], summary=(line,))
    word = unpack(render(briefing.with_items({item.key: item})).content)["word/document.xml"]
    [properties] = re.findall(
        rf"<w:rPr>((?:(?!<w:rPr>).)*)</w:rPr><w:t [^>]*>{words}<", word.decode()
    )
    assert f'w:bidi="{tag}"' in properties


def _mixed() -> Briefing:
    """An English briefing of a topic that a Dutch meeting discussed before an English one."""
    older = replace(MEETING, id="2030-12-04-fz", days=(date(2030, 12, 4),))
    english = replace(REPORT, language="en")
    newer = replace(SOURCE, meeting=replace(MEETING, language="en"), report=english,
                    summaries={"havenveiligheid": replace(HAVEN, language="en")})  # fmt: skip
    change = ChangeLine(
        "havens", "Slovakia", "reversed", "een ruime termijn", "the deadline", "support", "oppose",
        (8,), "havenveiligheid", actor_id="land:SK", older_language="nl", newer_language="en",
    )  # fmt: skip
    slugs = ["havenveiligheid", "diversen"]
    sources = [(replace(SOURCE, meeting=older), slugs), (newer, slugs)]
    return compose_topic("Ports", sources, imprint=IMPRINT, changes={MEETING.id: [change]})


def test_actors_of_a_text_in_another_language_have_the_reader_s_names() -> None:
    now, _, before, _ = _mixed().items
    assert before.positions[0].actor.text == "Netherlands"
    assert {"most member states", "Slovakia"} <= {row.actor.text for row in before.positions}
    assert "enkele lidstaten" in {row.actor.text for row in now.positions}, "as the text has it"


def test_what_a_meeting_of_another_language_says_bears_its_language() -> None:
    briefing = _mixed()
    title, outcome = "Havenveiligheid in de Europese Unie", HAVEN.sentences[0].text
    page = render(briefing, "html").content.decode()
    dutch = '<span lang="nl-NL">'
    assert f'<h3 id="punt_p3">{dutch}I.1 {title}</span></h3>' in page
    assert f'<h3 id="punt_p1">I.1 {title}</h3>' in page
    assert f'<a href="#punt_p3">{dutch}FZ 4 December 2030, I.1 {title}</span></a>' in page
    assert f"<td>{dutch}{outcome}</span><br>" in page
    assert f"<td>supports: {dutch}een ruime termijn</span></td>" in page
    assert "<td>opposes: the deadline" in page
    word = unpack(render(briefing).content)["word/document.xml"].decode()
    marked = set(re.findall('<w:lang w:val="nl-NL"/></w:rPr><w:t [^>]*>([^<]*)<', word))
    assert {f"I.1 {title}", f"FZ 4 December 2030, I.1 {title}", outcome, "een ruime termijn"} <= (
        marked
    )


def test_an_outcome_that_nobody_told_leaves_no_dash_above_objections() -> None:
    objecting = replace(HAVEN, sentences=(), positions=HAVEN.positions[:3])
    known = {**SOURCE.summaries, "havenveiligheid": objecting}
    briefing = compose(replace(SOURCE, summaries=known), imprint=IMPRINT)
    row = briefing.overview[0]
    assert row.objections
    for form, told in (
        ("md", f"| **{row.objections}** |"),
        ("html", f"<td><strong>{row.objections}</strong></td>"),
    ):
        assert told in render(briefing, form).content.decode()
    assert f">{row.objections}<" in unpack(render(briefing).content)["word/document.xml"].decode()
