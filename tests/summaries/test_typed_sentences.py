"""Lines of the editor as sentences, also where somebody goes on behind a mark."""

import pytest

from workflow.report.model import Item, Sentence
from workflow.summaries import edits
from workflow.summaries.itemlines import split_line
from workflow.summaries.model import Finding, SummarySentence

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
