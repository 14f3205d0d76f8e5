"""The lexicon is data: loaded strictly, extended by a house in its own folder."""

import re
from pathlib import Path

import pytest
from spoken import report_of

from workflow import positions
from workflow.errors import WorkflowError
from workflow.languages import LANGUAGES, data, source
from workflow.positions.attribution import attribute
from workflow.positions.lexiconfiles import NAMES, parse_file, shipped
from workflow.positions.loading import load_lexicon
from workflow.positions.words import Words, split, written


def found(text, lexicon):
    return {(one.actor, one.stance) for one in attribute(report_of(text), lexicon)[0]}


def write(folder, name, text):
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.toml").write_text(text, "utf-8")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_shipped_lexicon_is_broad(language):
    lexicon = load_lexicon(language)
    members = [state for state in lexicon.states.values() if state.member]
    assert len(members) == 27
    assert len(lexicon.states) > 100
    assert len([verb for verb in lexicon.verbs.values() if verb.stance]) > 200
    assert {quantifier.rank for quantifier in lexicon.quantifiers.values()} == set(range(8))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_shipped_files_hold_what_a_house_may_write(language, name):
    shown = parse_file(f"{language}/{name}.toml", name, source(language, name))
    assert shown.content == shipped(language)[name].content


def test_house_adds_a_minister_an_agency_and_a_verb(tmp_path):
    write(
        tmp_path,
        "persons",
        '[[person]]\nnames = ["Grindelmans"]\nactor = "land:BE"\nrole = "minister"\n',
    )
    write(tmp_path, "actors", '[agency.eua]\nname = "EU-Archiefagentschap"\nnames = ["EUARCH"]\n')
    write(
        tmp_path,
        "verbs",
        '[[verbs]]\nstance = "support"\nstrength = 3\nlemmas = ["bejubelen"]\n'
        '[unstressed]\nlemmas = ["bejubelen"]\n',
    )
    lexicon = load_lexicon("nl", tmp_path)
    assert found("Grindelmans bejubelde het voorstel.", lexicon) == {("land:BE", "support")}
    assert found("EUARCH waarschuwde voor vertraging.", lexicon) == {("ag:eua", "concern")}
    assert found("De Commissie bejubelde dit.", lexicon) == {("commissie", "support")}
    assert "EU-Archiefagentschap" in lexicon.display.values()


def test_house_entry_replaces_the_shipped_one(tmp_path):
    write(tmp_path, "verbs", '[[verbs]]\nstance = "concern"\nlemmas = ["verwelkomen"]\n')
    lexicon = load_lexicon("nl", tmp_path)
    assert found("Nederland verwelkomde het voorstel.", lexicon) == {("nederland", "concern")}


def test_house_files_may_stand_in_a_folder_per_language(tmp_path):
    write(tmp_path / "nl", "actors", '[third.kust]\nname = "Kustforum"\n')
    assert "Kustforum" in load_lexicon("nl", tmp_path).display.values()
    assert "Kustforum" not in load_lexicon("en", tmp_path).display.values()


def test_missing_folder_is_no_error(tmp_path):
    assert load_lexicon("nl", tmp_path / "absent").verbs


@pytest.mark.parametrize(
    ("name", "text", "key", "line"),
    [
        ("verbs", '[[verbs]]\nstance = "call"\nlemmas = ["a", \n', "syntax", 4),
        ("verbs", '[[verbs]]\nstance = "call"\nlema = ["roepen"]\n', "unknown_key", 3),
        ("verbs", '[[verbs]]\nstance = "luid"\nlemmas = ["roepen"]\n', "unknown_stance", 2),
        ("verbs", '[[verbs]]\nstance = "call"\nlemmas = "roepen"\n', "wrong_type", 3),
        ("verbs", '[[verbs]]\nstance = "call"\n', "missing_key", 2),
        (
            "verbs",
            '[[verbs]]\nstance = "call"\nlemmas = ["gillen",\n"gillen"]\n',
            "duplicate",
            3,
        ),
        ("verbs", '[[verbs]]\nstance = "call"\nlemmas = ["op roepen!"]\n', "unreachable", 3),
        (
            "phrases",
            '[[cue]]\nstance = "call"\nzone = "any"\nphrases = ["Met Hoofdletters"]\n',
            "unreachable",
            4,
        ),
        (
            "phrases",
            '[[cue]]\nstance = "call"\nzone = "any"\nphrases = ["dubbele  spatie"]\n',
            "unreachable",
            4,
        ),
        ("phrases", '[[cue]]\nstance = "call"\nzone = "x"\nphrases = ["a"]\n', "unknown_zone", 3),
        (
            "phrases",
            '[[cue]]\nstance = "call"\nzone = "any"\nverbs = ["zoemen"]\nphrases = ["a"]\n',
            "unknown_verb",
            4,
        ),
        ("persons", '[[person]]\nnames = ["X"]\nactor = "koning"\n', "unknown_actor", 3),
        (
            "actors",
            '[third.een]\nname = "Bureau Noord"\n\n[third.twee]\nname = "Bureau Noord"\n',
            "duplicate",
            2,
        ),
        ("actors", '[planeet.mars]\nname = "Mars"\n', "unknown_key", 1),
    ],
)
def test_what_can_never_work_is_refused_with_file_and_line(tmp_path, name, text, key, line):
    write(tmp_path, name, text)
    with pytest.raises(WorkflowError) as caught:
        load_lexicon("nl", tmp_path)
    assert caught.value.key == f"positions.errors.{key}"
    assert str(tmp_path / f"{name}.toml") in str(caught.value)
    assert caught.value.values["line"] == line


def test_unknown_file_name_is_refused(tmp_path):
    write(tmp_path, "werkwoorden", "")
    with pytest.raises(WorkflowError) as caught:
        load_lexicon("nl", tmp_path)
    assert caught.value.key == "positions.errors.file_name"


def test_same_person_in_two_offices_needs_two_periods(tmp_path):
    person = '[[person]]\nnames = ["Zonneveldt"]\nactor = "{}"\nfrom = {}\nto = {}\n'
    first = person.format("nederland", "2030-01-01", "2031-01-01")
    write(tmp_path, "persons", first + person.format("commissie", "2031-02-01", "2035-01-01"))
    assert load_lexicon("nl", tmp_path)
    write(tmp_path, "persons", first + person.format("commissie", "2030-06-01", "2035-01-01"))
    with pytest.raises(WorkflowError) as caught:
        load_lexicon("nl", tmp_path)
    assert caught.value.key == "positions.errors.duplicate"


def test_every_list_of_words_is_asked_for_and_every_list_asked_for_is_there():
    code = "".join(path.read_text("utf-8") for path in Path(positions.__file__).parent.glob("*.py"))
    known = {
        "praising",
        "blaming",
        "easing",
        "months",
        "heads_first",
        "roles_between",
    }  # of other files and names
    for language in LANGUAGES:
        grammar = data(language, "grammar")
        tables = [grammar, *(grammar[each] for each in ("elements", "markers", "auxiliaries"))]
        known |= {name for table in (*tables, grammar["roles"]) for name in table}
    quoted = set(re.findall(r'"(\w+)"', code))
    asked = set(re.findall(r'\b(?:isa|has_phrase)\("(\w+)"', code))
    asked |= set(re.findall(r'\b(?:words|phrases)\["(\w+)"\]', code))
    for several in re.findall(r"any_of\(\s*\(([^)]*)\)", code):
        asked |= set(re.findall(r'"(\w+)"', several))
    assert len(asked) > 300
    assert (known - quoted, asked - known) == (set(), set())


@pytest.mark.parametrize(
    "phrase",
    [
        "lidstaten", "de Baltische staten", "cannot accept", "Could Not", "can't", "a  b", " a", "",
        "EU-lidstaten", "t.a.v.", "artikel 7", "één", "Ierland's", "x\ty",
    ],
)  # fmt: skip
def test_a_plain_phrase_is_cut_as_any_sentence_is(phrase: str) -> None:
    words = Words(phrase)
    assert (split(phrase), written(phrase)) == (tuple(words.low), tuple(words.text))
