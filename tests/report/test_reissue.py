from workflow.report.model import Item, Sentence
from workflow.report.reissue import align_sentences


def item(*texts: str) -> Item:
    return Item("1", "T", tuple(Sentence(n, text, 0) for n, text in enumerate(texts, 1)))


def test_inserted_and_removed_sentences_move_the_numbers() -> None:
    old = item("De Raad nam het besluit aan.", "Veel lidstaten steunden het.", "Slot van het punt.")
    new = item("Nieuw begin van dit punt.", "De Raad nam het besluit aan.", "Slot van het punt.")
    assert align_sentences(old, new) == {1: 2, 2: None, 3: 3}


def test_a_reworded_sentence_is_followed() -> None:
    old = item("De Commissie trekt 64 miljoen euro uit.", "Enkele lidstaten waren bezorgd.")
    new = item("Enkele lidstaten waren bezorgd.", "De Commissie trekt 46 miljoen euro uit.")
    assert align_sentences(old, new) == {1: 2, 2: 1}


def test_the_same_item_stays_as_it_is() -> None:
    same = item("Een.", "Twee.", "Een.")
    assert align_sentences(same, same) == {1: 1, 2: 2, 3: 3}
