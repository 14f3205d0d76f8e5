"""Suggested positions and drafts: whole sentences of the source, nothing else."""

from workflow.positions.attribution import attribute
from workflow.positions.model import Attribution
from workflow.positions.suggesting import draft, suggest
from workflow.report.model import Item, Part, Reference, Report, Sentence

TEXTS = (
    "De Commissie lichtte het voorstel voor de houtregeling uitvoerig toe.",
    "De meeste lidstaten verwelkomden het voorstel.",
    "Enkele lidstaten uitten zorgen over de kosten.",
    "Nederland steunt het voorstel, mits de lasten beperkt blijven.",
    "De Raad nam de conclusies aan.",
    "Frankrijk sprak zich uit tegen het voorstel.",
    "De meeste lidstaten steunden ook de planning.",
    "De Raad wisselde van gedachten over de begroting.",
    "De Commissie zal in juni een verslag publiceren.",
)


def item_of(texts=TEXTS, references=()):
    sentences = tuple(Sentence(number, text, number) for number, text in enumerate(texts, 1))
    return Item("1", "Hout", sentences, references=references)


def attributions_of(item):
    return attribute(Report("nl", "", "JBZ", (), (Part("", "", (item,)),)))[0]


def test_every_sentence_is_a_suggestion_of_its_own():
    item = item_of()
    found = suggest(item, attributions_of(item))
    keys = [(one.actor, one.stance, one.evidence) for one in found]
    assert keys[:2] == [("nederland", "support", (4,)), ("nederland", "reserve", (4,))]
    assert {("lidstaten:meeste", "support", (2,)), ("lidstaten:meeste", "support", (7,))} <= {*keys}
    assert all(one.stance != "none" for one in found)
    assert all(one.text == TEXTS[one.evidence[0] - 1] for one in found)


def test_an_explanation_that_names_nobody_goes_on_with_the_one_before():
    item = item_of(
        (
            "De Commissie gaf een toelichting op de peilingen.",
            "Daarbij werd ook gewezen op de dijken.",
            "Malta schetste de stand van de sluizen.",
            "De Commissie schetste daarna de stand van de gemalen.",
        )
    )
    found = [
        Attribution(1, "commissie", "inform", "toelichting", implicit=False),
        Attribution(2, "commissie", "inform", "gewezen", implicit=True),
        Attribution(3, "land:MT", "inform", "schetste"),
        Attribution(4, "commissie", "inform", "schetste"),
        Attribution(2, "commissie", "call", "gewezen", implicit=True),
    ]
    told = [(one.actor, one.stance, one.evidence, one.certain) for one in suggest(item, found)]
    assert told == [
        ("commissie", "inform", (1, 2), True),
        ("commissie", "call", (2,), False),
        ("commissie", "inform", (4,), True),
        ("land:MT", "inform", (3,), True),
    ]


def test_uncertain_suggestions_are_marked():
    texts = ("Nederland steunt het plan.", "Ook werd om haast gevraagd.")
    item = item_of(texts)
    item = Item("1", "Hout", tuple(Sentence(n, t, 0) for n, t in enumerate(texts, 1)))
    found = {one.stance: one.certain for one in suggest(item, attributions_of(item))}
    assert found == {"support": True, "call": False}


def test_two_contrary_readings_of_one_sentence_are_uncertain():
    texts = (
        "Malta steunt het doel, maar is tegen het fonds.",
        "Estland steunt het plan, mits het vrijwillig blijft.",
        "Cyprus verwelkomde de brug, maar uitte zorgen over de tol.",
        "Cyprus steunde ook de tunnel.",
        "Ierland steunde het loket.",
        "Ierland was tegen de heffing.",
    )
    item = item_of(texts)
    found = suggest(item, attributions_of(item))
    doubted = {(one.actor, one.stance, *one.evidence) for one in found if not one.certain}
    assert doubted == {
        ("land:MT", "support", 1),
        ("land:MT", "oppose", 1),
        ("land:CY", "support", 3),
        ("land:CY", "concern", 3),
    }
    kept = {(one.actor, one.stance, *one.evidence) for one in found if one.certain}
    assert {("land:EE", "support", 2), ("land:EE", "reserve", 2), ("land:IE", "oppose", 6)} <= kept
    assert ("land:CY", "support", 4) in kept


def test_who_takes_a_side_is_not_said_to_explain_in_the_same_sentence():
    item = item_of(
        (
            "De Commissie is tegen de tol, zo lichtte zij toe.",
            "De Commissie lichtte de peilingen toe.",
            "Malta lichtte de sluizen toe en drong aan op haast.",
        )
    )
    found = [
        Attribution(1, "commissie", "inform", "lichtte toe"),
        Attribution(1, "commissie", "oppose", "tegen"),
        Attribution(1, "land:MT", "inform", "lichtte toe"),
        Attribution(2, "commissie", "inform", "lichtte toe"),
        Attribution(3, "land:MT", "inform", "lichtte toe"),
        Attribution(3, "land:MT", "call", "drong aan"),
    ]
    assert [(one.actor, one.stance, one.evidence) for one in suggest(item, found)] == [
        ("commissie", "oppose", (1,)),
        ("commissie", "inform", (2,)),
        ("land:MT", "inform", (1,)),
        ("land:MT", "call", (3,)),
        ("land:MT", "inform", (3,)),
    ]


def test_draft_follows_the_order_of_a_briefing():
    item = item_of(references=(Reference("future", "2031-06", "in juni", 9),))
    found = draft(item, attributions_of(item), own_government="nederland", words=200)
    assert found.sentences == (5, 4, 1, 2, 7, 3, 6, 9)
    assert found.left_out == ()


def test_draft_stops_at_the_number_of_words_and_lists_what_is_left_out():
    item = item_of()
    found = draft(item, attributions_of(item), own_government="nederland", words=16)
    length = sum(len(TEXTS[number - 1].split()) for number in found.sentences)
    assert length <= 16
    assert set(found.sentences) | set(found.left_out) == {1, 2, 3, 4, 5, 6, 7, 9}
    assert not set(found.sentences) & set(found.left_out)


def test_draft_of_nothing_is_empty():
    item = item_of(("Dit is een zin zonder spreker.",))
    found = draft(item, (), own_government="nederland", words=100)
    assert (found.sentences, found.left_out) == ((), ())


def test_what_a_state_decides_by_itself_does_not_open_the_draft():
    item = item_of(
        (
            "Nederland steunt het voorstel.",
            "Malta ratificeerde het verdrag.",
            "De Raad nam de conclusies aan.",
        )
    )
    found = draft(item, attributions_of(item), own_government="nederland", words=200)
    assert found.sentences == (3, 1, 2)
