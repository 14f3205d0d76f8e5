"""Every layout in which reports come, whole and damaged at random."""

import random
import textwrap

import damage
import layouts
import pytest
from texts import read

from workflow.errors import WorkflowError
from workflow.report.explain import explain
from workflow.report.model import Report
from workflow.report.outline import apply_outline, render_outline
from workflow.report.reader import read_report

PLAIN = [
    name
    for name in layouts.NAMES
    if name[:2] not in ("01", "14", "15", "24", "25", "28", "42", "44")
]
"""Fixtures whose paragraphs stand on one line each."""
ROUNDS = 12


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def bodies(report: Report) -> list[str]:
    return [letters(" ".join(s.text for s in item.sentences)) for _, item in report.items()]


@pytest.mark.parametrize("name", layouts.NAMES)
def test_a_layout_is_read_whole(name):
    report = read_report(layouts.FIXTURES / f"{name}.txt")
    assert layouts.problems(report, layouts.expected(name)) == []


@pytest.mark.parametrize("name", layouts.NAMES)
def test_every_layout_says_why(name):
    report = read_report(layouts.FIXTURES / f"{name}.txt")
    assert len(explain(report)) >= 3
    assert all(": " in line and "{" not in line for line in explain(report))


def test_damage_loses_no_item_and_no_letter():
    """Items at least .98 and not a letter of the body lost or invented."""
    wanted = missed = texts = changed = 0
    for name in PLAIN:
        text = (layouts.FIXTURES / f"{name}.txt").read_text("utf-8")
        whole = read(text)
        heads = [fact for fact in layouts.found(whole) if fact[0] == "item"]
        for seed in range(ROUNDS):
            broken = read(damage.damaged(text, damage.any_damage(seed), seed))
            found = layouts.found(broken)
            wanted += len(heads)
            missed += sum(head not in found for head in heads)
            texts += 1
            changed += bodies(broken) != bodies(whole)
    assert missed <= 0.02 * wanted
    assert changed <= 0.02 * texts


@pytest.mark.parametrize("rounds", [3, pytest.param(12, marks=pytest.mark.slow)])
def test_notes_keep_their_sentences(rounds):
    """Notes at page ends with marks glued to words hang on the sentence that bears the mark."""
    total = kept = 0
    for name in [n for n in PLAIN if n[:2] not in ("09", "18", "20", "22", "23", "41")]:
        text = (layouts.FIXTURES / f"{name}.txt").read_text("utf-8")
        for seed in range(rounds):
            chance = random.Random(seed)
            broken, notes = damage.with_notes(
                text, chance.randrange(70, 100), chance.choice([8, 14, 25]),
                chance.random() < 0.4, chance.choice(["rule", "dashes", "feed", "end"]), seed,
            )  # fmt: skip
            report = read(broken)
            borne = {}
            for _, item in report.items():
                for note in item.footnotes:
                    bearer = item.sentence(note.sentence)
                    borne[note.mark] = (note.text, bearer.text if bearer else item.title)
            for part in report.parts:
                for result in part.results:
                    borne |= {n.mark: (n.text, result.text) for n in result.footnotes}
            for note in notes:
                got, bearer = borne.get(note.mark, ("", ""))
                total += 1
                kept += letters(got) == letters(note.text) and note.word in letters(bearer)
    assert kept >= 0.97 * total


@pytest.mark.parametrize("name", layouts.NAMES)
def test_spans_lead_back_to_the_source(name):
    report = read_report(layouts.FIXTURES / f"{name}.txt")
    for _, item in report.items():
        for sentence in item.sentences:
            start, end = sentence.span
            assert 0 <= start < end <= len(report.source)
            source = letters(report.source[start:end])
            for character in letters(sentence.text)[:40]:
                assert character in source
        for reference in item.references:
            start, end = reference.span
            assert letters(reference.text) == letters(report.source[start:end])


def test_a_repeated_heading_within_items_starts_no_item():
    report = read_report(layouts.FIXTURES / "13-old-agenda.txt")
    assert all("Nederlandse positie" not in item.title for _, item in report.items())
    assert "Nederlandse positie" in [s.text for _, i in report.items() for s in i.sentences]


@pytest.mark.parametrize("width", [58, 64, 72, 96])
def test_a_long_word_on_the_next_line_ends_no_paragraph(width):
    """Neither does a last word that could be a heading of its own."""
    body = (
        "Nederland vroeg aandacht voor het bestendigen van deze inhoudelijke gedachtewisseling en "
        "voor de verordening over veilige hengelplaatsen langs binnenwateren "
        "(Binnenwaterenveiligheidsverordening) en de uitvoering daarvan in alle lidstaten. De "
        "delegaties spraken af dat de Raad daar met spoed naar toewerkt door middel van "
        "Raadsconclusies."
    )
    text = "Verslag Landbouw- en Visserijraad van 6 mei 2031\n\n1. Hengelsport\n\n"
    report = read(text + textwrap.fill(body, width, break_on_hyphens=False) + "\n")
    (item,) = [item for _, item in report.items() if item.number]
    assert len(item.sentences) == 2
    assert " ".join(sentence.text for sentence in item.sentences) == body


@pytest.mark.parametrize(
    "spelling",
    [
        "{}. ",
        "{}) ",
        "({}) ",
        "{}/ ",
        "{}° ",
        "{} ",
        "{} – ",
        "{}: ",
        "Agendapunt {}: ",
        "Ad {} ",
        "Punt {}. ",
    ],
)
def test_items_are_numbered_in_many_ways(spelling):
    heads = ["Veerdiensten", "Rivierpolitie in de grensstreek", "Diversen"]
    body = "\n\nDe Raad sprak hierover op 4 mei. Nederland steunde de inzet.\n\n"
    items = body.join(spelling.format(n) + head for n, head in enumerate(heads, 1)) + body
    report = read("Verslag van de Raad Algemene Zaken van 4 mei 2033\n\n" + items)
    assert [(i.number, i.title) for _, i in report.items()] == [
        (str(n), head) for n, head in enumerate(heads, 1)
    ]


def test_titles_may_end_in_a_stop():
    heads = ["Space act.", 'A form of company ("Inc.")', "Ferries of Moor Ltd.", "A.O.B."]
    body = "\n\nThe Council spoke on 4 May. The Netherlands supported the aim.\n\n"
    items = body.join(f"{n}. {head}" for n, head in enumerate(heads, 1)) + body
    report = read("Report of the Competitiveness Council of 4 May 2033\n\n" + items)
    assert [i.title for _, i in report.items()] == ["Space act", *heads[1:]]


def test_numbered_points_within_a_text_that_end_in_a_stop_are_no_items():
    report = read(
        "Verslag van de Raad Algemene Zaken van 4 mei 2033\n\n1. Hengelsport\n\n"
        "De Raad noemde drie punten.\n\n1. Schonere rivieren.\n\n2. Meer vis.\n\n"
        "3. Betere steigers.\n\n2. Veren\n\nNederland steunde de inzet.\n"
    )
    assert [i.title for _, i in report.items()] == ["Hengelsport", "Veren"]


@pytest.mark.parametrize("marks", ["a) b)", "i) ii)", "(i) (ii)", "j) k)", "vi) vii)"])
def test_points_below_an_item_stand_apart_from_its_title_and_text(marks):
    first, second = marks.split()
    lines = (
        f"{first} Tekort aan schippers", "Nederland steunde de inzet op scholing.",
        f"{second} Veren", "Italië was tegen een verbod op veren.",
    )  # fmt: skip
    report = read(
        "Verslag van de Raad Algemene Zaken van 4 mei 2033\n\n1. Hengelsport\n\n"
        "De Raad sprak hierover.\n\n2. Diversen\n" + "\n".join(lines) + "\n"
    )
    item = report.items()[-1][1]
    assert (item.title, tuple(s.text for s in item.sentences)) == ("Diversen", lines)


def test_words_divided_by_habit_are_joined():
    """A word of the document, and others where it divides often; a hyphen of their own stays."""
    body = (
        "Nederland gaf aan dat de regels voor overheids-\norganisaties en EU-\nlidstaten knellen. "
        "De regel-\ngeving is te zwaar en raakt zzp-\ners en mkb-\nbedrijven bovenma-\ntig. De "
        "non-\npapers van de Com-\nmissie en de over-\nige stukken volgen, in- en\nuitvoer ook."
    )
    report = read(f"Verslag Raad Algemene Zaken van 4 mei 2033\n\n1. Regels\n\n{body}\n")
    text = " ".join(s.text for _, item in report.items() for s in item.sentences)
    for word in ("overheidsorganisaties", "regelgeving", "bovenmatig", "Commissie", "overige"):
        assert word in text
    for word in ("EU-lidstaten", "zzp-ers", "mkb-bedrijven", "non-papers", "in- en uitvoer"):
        assert word in text


def test_a_title_that_heads_every_page_stays_the_title():
    title = "Verslag Milieuraad 25 maart 2033"
    heads = ["Rietkragen", "Vennen", "Heidevelden", "Nachtvlinders"]
    speakers = ["Frankrijk", "Spanje", "Finland", "Malta", "Polen", "Litouwen", "Estland"]
    pages = []
    for n, head in enumerate(heads, 1):
        body = "\n\n".join(f"{who} noemde {head.lower()} van belang." for who in speakers)
        top = f"{n}. {head}\n\n(openbare zitting)\nBeleidsdebat"
        pages.append(f"{top}\n\n{body}\n\n{n}\n\n{title}")
    report = read("\n\n".join([title, *pages]))
    assert report.title == title
    assert [item.title for _, item in report.items()] == heads
    assert {item.treatment for _, item in report.items()} == {"openbare zitting; Beleidsdebat"}
    assert not any(title in s.text for _, item in report.items() for s in item.sentences)


def test_broken_texts_never_raise_anything_else():
    """Shuffled, cut and riddled texts are read, or refused in a sentence."""
    texts = [(layouts.FIXTURES / f"{name}.txt").read_text("utf-8") for name in layouts.NAMES]
    for seed in range(60):
        chance = random.Random(seed)
        text = chance.choice(texts)
        lines = text.split("\n")
        if seed % 3 == 0:
            chance.shuffle(lines)
            text = "\n".join(lines)
        elif seed % 3 == 1:
            text = text[: chance.randrange(len(text))]
        else:
            text = "".join(c for c in text if chance.random() > 0.03)
        try:
            report = read(text)
        except WorkflowError:
            continue
        assert layouts.found(apply_outline(report, render_outline(report))) == layouts.found(report)


def test_a_mark_never_takes_a_figure_from_a_number():
    """`14` is not `1` and note 4, nor `2033` the figure 203 and note 3."""
    text = (layouts.FIXTURES / "24-page-of-notes.txt").read_text("utf-8")
    text = text.replace("2041.3", "2041").replace("plan", "plan van 12 maart 2033 en 13 mei")
    report = read(text)
    body = " ".join(s.text for _, item in report.items() for s in item.sentences)
    assert "plan van 12 maart 2033 en 13 mei voor" in body
    assert any("3" in notice.text for notice in report.notices)


def test_a_list_with_semicolons_is_no_program():
    points = "\n\n".join(f"• de rol van de Raad bij punt {n};" for n in range(12))
    text = (layouts.FIXTURES / "06-foreign-affairs.txt").read_text("utf-8")
    assert "rol van de Raad bij punt 11" in str(read(f"{text}\n\n{points}").parts)


def test_a_returning_sentence_is_no_running_header():
    """A sentence that starts many paragraphs in the same way stays, though it wraps."""
    again = (
        "Frankrijk, gesteund door Italië en Spanje, riep op tot een ambitieuze\n"
        "inzet. De Raad zet de bespreking van dit punt in het najaar voort."
    )
    heads = [
        "Onderzeese kabels en veilige havens",
        "Rivierpolitie en kleine veerboten",
        "Digitale dagvaarding voor rechters",
        "Toezicht op nachttreinen en stations",
    ]
    bodies = [f"{head}\n\n{again}" for head in heads]
    report = read("Verslag van de Raad Algemene Zaken van 4 mei 2033\n\n" + "\n\n".join(bodies))
    assert [item.title for _, item in report.items()] == heads
    assert all(item.sentences[0].text.startswith("Frankrijk") for _, item in report.items())


@pytest.mark.parametrize("rule", ["", " " * 60 + "\n", "_" * 20 + "\n"])
@pytest.mark.parametrize("mark", [".", ")"])
def test_the_item_behind_a_note_is_no_note(rule: str, mark: str):
    """The note is number 1 and the item that follows it number 2."""
    report = read(
        "Verslag van de Raad Vervoer, 5 juni 2025\n\n"
        f"1{mark} Rechten van reizigers\n\nDe Raad besprak de tekst, als eerder gemeld.1 "
        "Malta steunde het voorstel van de Commissie.\n\n"
        f"{rule}1 Kamerstukken II 2024-2025, 21501-33 nr. 1133.\n\n\n"
        f"2{mark} Gewichten van voertuigen\n\nMalta was tegen zwaardere voertuigen.\n\n"
        f"3{mark} Capaciteit van het spoor\n\nMalta had geen mening.\n"
    )
    assert [item.number for _, item in report.items()] == ["1", "2", "3"]
    assert [note.mark for _, item in report.items() for note in item.footnotes] == ["1"]
