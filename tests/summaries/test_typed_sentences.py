"""Lines of the editor as sentences, also where somebody goes on behind a mark."""

from datetime import date

import pytest

from workflow.errors import WorkflowError
from workflow.report.model import Item, Sentence
from workflow.summaries import edits
from workflow.summaries.itemlines import split_line
from workflow.summaries.meetings import council_slug
from workflow.summaries.model import Finding, SummarySentence
from workflow.summaries.typed import days_of

LINES = {
    "De Raad besloot. [s1]": ("De Raad besloot. [s1]",),
    "De Raad besloot. [s1] Nederland steunde dit. [s7]": (
        "De Raad besloot. [s1]",
        "Nederland steunde dit. [s7]",
    ),
    "De Raad besloot. [s1]Nederland steunde dit.": (
        "De Raad besloot. [s1]",
        "Nederland steunde dit.",
    ),
    "De Raad besloot [s1]. Nederland steunde dit [s2].": (
        "De Raad besloot. [s1]",
        "Nederland steunde dit. [s2]",
    ),
    "Hij zei “ja.” [s1-s3] Zij niet.": ("Hij zei “ja.” [s1-s3]", "Zij niet."),
    # A mark in mid-sentence, and brackets that are no mark, part nothing.
    "De Raad [s1] besloot dit. [s2]": ("De Raad [s1] besloot dit. [s2]",),
    "De Raad besloot. [EU] Nog meer. [s2]": ("De Raad besloot. [EU] Nog meer. [s2]",),
    "": ("",),
}


@pytest.mark.parametrize("line", LINES)
def test_a_typed_line_in_sentences(line: str) -> None:
    found = split_line(line)
    assert tuple(text for _, text in found) == LINES[line]
    for place, text in found:
        assert line[place:].startswith(text[:3])


ITEM = Item("1", "Titel", (Sentence(1, "De Raad besloot.", 1),))


def test_words_behind_a_mark_are_a_sentence_of_their_own() -> None:
    typed = "De Raad besloot. [s1] Nederland steunde dit.\n\nEinde. [s1]"
    found = edits.sentences_of(typed, ITEM, ())
    assert [(one.text, one.evidence) for one in found] == [
        ("De Raad besloot.", (1,)),
        ("Nederland steunde dit.", ()),
        ("Einde.", (1,)),
    ]
    assert edits.sentence_places(typed) == ((0, 0), (0, 22), (2, 0))


def test_what_was_saved_as_one_sentence_stays_one() -> None:
    saved = SummarySentence("Eerst dit. [s1] Dan dat.", (2,))
    assert edits.sentences_of(edits.text_of([saved]), ITEM, [saved]) == (saved,)


def test_a_finding_is_mended_in_its_own_sentence() -> None:
    typed = "Veel landen. [s1] Veel woorden. [s2]"
    finding = Finding("quantifier", "error", "anders", 2, "Veel", (2,), "Enkele")
    assert edits.fixed(typed, finding) == "Veel landen. [s1] Enkele woorden. [s2]"


DAYS = [
    ("nl", "2031-05-12", (12,)),
    ("nl", "2031-05-12, 2031-05-14", (12, 14)),
    ("nl", "14 mei 2031; 12 mei 2031", (12, 14)),
    ("nl", "12 en 14 mei 2031", (12, 14)),
    ("nl", "12, 13 en 14 mei 2031", (12, 13, 14)),
    ("nl", "12.5.2031, 13.5.2031", (12, 13)),
    ("nl", "2031-05-12 tot en met 2031-05-14", (12, 13, 14)),
    ("nl", "12-14 mei 2031", (12, 13, 14)),
    ("en", "12 May 2031 and 14 May 2031", (12, 14)),
    ("en", "2031-05-12 to 2031-05-14", (12, 13, 14)),
]


@pytest.mark.parametrize(("language", "typed", "days"), DAYS)
def test_the_days_of_one_meeting_may_be_typed_in_a_row(
    language: str, typed: str, days: tuple[int, ...]
) -> None:
    assert days_of(typed, language) == tuple(date(2031, 5, day) for day in days)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("12 mei 2031, 3 september 2031", "te ver uiteen"),
        ("1 mei - 30 mei 2031", "te ver uiteen"),
        ("2031-05-12, 2031-15-40", "geen volledige datum"),
        ("29 en 31 mei en 1 juni 2031", "geen volledige datum"),
        ("12 mei", "geen volledige datum"),
        ("", "geen volledige datum"),
    ],
)
def test_days_that_cannot_be_those_of_one_meeting_are_refused(typed: str, said: str) -> None:
    with pytest.raises(WorkflowError, match=said):
        days_of(typed, "nl")


def test_a_council_without_a_letter_is_none() -> None:
    names = {"JBZ": "jbz", "Raad Algemene Zaken": "raad-algemene-zaken", " ": "", "Punt": "punt"}
    assert {name: council_slug(name) for name in names} == names
    with pytest.raises(WorkflowError, match="“!!!” kan geen naam van een raad zijn"):
        council_slug("!!!")
