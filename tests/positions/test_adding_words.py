"""A house's own words: added from a sentence, shown by name, never saved when wrong."""

import pytest
from spoken import report_of

from workflow.errors import WorkflowError
from workflow.positions.actors import actor_name, find_actor
from workflow.positions.adding import add_word
from workflow.positions.attribution import attribute
from workflow.positions.house import use_house
from workflow.positions.loading import load_lexicon


@pytest.fixture
def house(tmp_path):
    yield tmp_path / "lexicon"
    use_house(None, ())


def write(folder, addition):
    path = folder / addition.file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(addition.text, "utf-8")
    use_house(folder, ("nl", "en"))


def said(text, folder, language="nl"):
    found = attribute(report_of(text, language=language), load_lexicon(language, folder))[0]
    return [(one.actor, one.stance) for one in found]


def test_new_actor_speaks_and_is_shown_by_its_name(house):
    text = "De Waddencommissaris pleitte voor rust."
    assert said(text, house) != [("derde:waddencommissaris", "call")]
    write(house, add_word(house, "nl", "Waddencommissaris"))
    assert said(text, house) == [("derde:waddencommissaris", "call")]
    assert actor_name("derde:waddencommissaris", "nl") == "Waddencommissaris"
    assert find_actor("de Waddencommissaris", "nl") == "derde:waddencommissaris"


def test_new_person_speaks_for_a_known_actor(house):
    write(house, add_word(house, "nl", "Van Zwaluwenburg", actor="Commissie"))
    assert said("Van Zwaluwenburg pleitte voor rust.", house) == [("commissie", "call")]


def test_new_verb_has_its_stance_in_every_form(house):
    write(house, add_word(house, "nl", "op|flurken", stance="oppose"))
    assert said("Malta flurkte het voorstel op.", house) == [("land:MT", "oppose")]
    assert said("Malta heeft het voorstel opgeflurkt.", house) == [("land:MT", "oppose")]


def test_words_are_added_to_those_that_are_there(house):
    write(house, add_word(house, "en", "flurk", stance="support"))
    addition = add_word(house, "en", "blonk", stance="oppose")
    assert addition.before is not None
    write(house, addition)
    assert said("Malta flurked the text.", house, "en") == [("land:MT", "support")]
    assert said("Malta blonked the text.", house, "en") == [("land:MT", "oppose")]


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        (" . ", {}),
        ("Malta", {}),
        ("Van Zwaluwenburg", {"actor": "Niemandsland"}),
        ("op flurken", {"stance": "eens"}),
        ("2030", {"stance": "support"}),
    ],
)
def test_what_could_never_work_is_refused_in_one_sentence(house, word, meaning):
    with pytest.raises(WorkflowError) as error:
        add_word(house, "nl", word, **meaning)
    assert "\n" not in str(error.value)
    assert not house.exists()


def test_broken_house_files_do_not_take_the_names_away(house):
    (house / "nl").mkdir(parents=True)
    (house / "nl" / "actors.toml").write_text("[third\n")
    use_house(house, ("nl",))
    assert actor_name("commissie", "nl") == "Commissie"
    with pytest.raises(WorkflowError, match=r"actors\.toml"):
        load_lexicon("nl", house)
