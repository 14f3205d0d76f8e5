"""Text repair: nothing is lost, nothing is invented, nothing uncertain is changed."""

import layouts
from hypothesis import given, settings
from hypothesis import strategies as st
from texts import read

from workflow.report.flow import clean
from workflow.report.model import Report
from workflow.report.sentences import split_sentences

TEXT = (layouts.FIXTURES / "06-foreign-affairs.txt").read_text("utf-8")
PARAGRAPHS = [line for line in TEXT.split("\n") if line.strip()]


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def everything(report: Report) -> str:
    """All letters and digits of a report in reading order."""
    pieces = [report.title]
    for part in report.parts:
        pieces += [part.id, part.title, *(r.text for r in part.results)]
        for item in part.items:
            pieces += [item.number, item.title, item.treatment, *(s.text for s in item.sentences)]
    return letters("".join(pieces))


WHOLE = everything(read(TEXT))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_blanks_and_line_ends_lose_and_invent_nothing(data):
    """Blank lines, doubled, trailing and odd blanks between words change no letter."""
    lines = []
    for paragraph in PARAGRAPHS:
        words = paragraph.split(" ")
        glue = data.draw(st.sampled_from([" ", "  ", "\u00a0", "\t", " \u200b"]))
        lines.append(glue.join(words) + data.draw(st.sampled_from(["", " ", "  "])))
        lines += [""] * data.draw(st.integers(1, 3))
    report = read("\n".join(lines))
    assert everything(report) == WHOLE


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_a_clean_line_has_the_letters_of_its_source(text):
    flow = clean(text, 0, len(text))
    assert len(flow.text) == len(flow.at)
    assert "  " not in flow.text
    assert "\n" not in flow.text
    assert flow.at == sorted(flow.at)
    assert all(0 <= offset < len(text) for offset in flow.at)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="abAB 12.!?;:()\"'n", max_size=200))
def test_sentences_are_the_text_again(text):
    folded = " ".join(text.split())
    spans = split_sentences(folded, "nl")
    assert " ".join(folded[start:end] for start, end in spans) == folded


def test_sentence_ends():
    cases = {
        "Op 20 april jl. Ik informeer u hierover.": 2,
        "In december jl. t.a.v. de toetreding is besloten.": 1,
        "De heer A.B. Jansen sprak. Hij dankte.": 2,
        "Het gaat om 1.1 miljoen. Dat is veel.": 2,
        "Zie nr. 5. De Raad zweeg.": 2,
        "Dit volgt uit de motie c.s. Daarnaast is gesproken.": 2,
        "Drie punten: 1) een; 2) twee; 3) drie.": 1,
        "Hij zei: “Nee.” De Raad zweeg.": 2,
    }
    for text, count in cases.items():
        assert len(split_sentences(text, "nl")) == count, text


DAMAGED = """Verslag van de Raad Algemene Zaken van 21 maart 2034

Begroting

De Raad sprak over het agentschap en over het voorstel. Het agentschap vroeg aandacht voor he t
voorstel en voor he t budget van het agentschap. De Commissie stelde vragen ten aan zien van de
samen-
werking met derde landen en over EU-
brede regels voor in- en
uitvoer. De mensenmokkel neemt toe. Nederland steunde de samenwerking en de agentschappen-EUFA).
"""


def test_only_what_is_certain_is_mended():
    report = read(DAMAGED)
    body = " ".join(s.text for _, item in report.items() for s in item.sentences)
    assert "voor het voorstel en voor het budget" in body
    assert "ten aanzien van" in body
    assert "EU-brede regels" in body
    assert "in- en uitvoer" in body
    assert "mensenmokkel" in body
    assert "agentschappen-EUFA)" in body
    assert any("EUFA" in notice.text for notice in report.notices)
    assert any(notice.line == 6 for notice in report.notices)


def test_ligatures_and_accents():
    title = "Verslag van de Raad Algemene Zaken van 21 maart 2034"
    text = "De Raad sprak over \ufb01nanci\u00ebn en over coo\u0308rdinatie. De Commissie zweeg."
    report = read(f"{title}\n\n{text}\n")
    body = " ".join(s.text for _, item in report.items() for s in item.sentences)
    assert "financi\u00ebn" in body
    assert "co\u00f6rdinatie" in body
