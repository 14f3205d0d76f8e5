"""Other languages within a text are marked, names and ordinary text are not."""

import re
from dataclasses import replace

import pytest
from briefing_samples import sample_briefing

from workflow.briefing.foreign import stretches
from workflow.briefing.model import Line
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
