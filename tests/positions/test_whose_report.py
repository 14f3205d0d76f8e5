"""Who "we", "the Minister" and "the Government" are follows the house, where the report is its."""

import pytest

from workflow.positions.attribution import attribute
from workflow.positions.loading import load_lexicon
from workflow.positions.whose import other_government, speaking_government
from workflow.report.model import Item, Part, Report, Sentence
from workflow.summaries.findings import check
from workflow.summaries.model import Position, Summary

OWN = (
    "I stressed the importance of stable quotas.",
    "We supported the Commission proposal.",
    "The Minister called for more control at sea.",
    "The UK opposed the transitional rules.",
    "The Government will report to parliament in June.",
)
BRITISH = (
    *OWN[:3],
    "The UK opposed the rules.",
    "The UK supported the text.",
    "UK ships left.",
    "Ireland agreed.",
)


def report(sentences: tuple[str, ...], language: str = "en") -> Report:
    numbered = tuple(Sentence(n, text, 0) for n, text in enumerate(sentences, 1))
    item = Item("1", "Fishing opportunities", numbered)
    return Report(language, "Agriculture Council", "", (), (Part("", "", (item,)),))


@pytest.mark.parametrize(
    ("sentences", "own", "government"),
    [
        (OWN, "land:IE", "land:IE"),
        ((*OWN, "Ireland is content."), "land:IE", "land:IE"),
        ((*OWN, "Denmark agreed.", "Danish boats suffer."), "land:DK", "land:DK"),
        (OWN[:3], "land:DK", "land:DK"),
        (OWN, "land:GB", "land:GB"),
        # Somebody else's account, as it names the United Kingdom more than anybody.
        (BRITISH, "land:IE", "land:GB"),
        # A Dutch house writes its own reports in Dutch, unless they say otherwise.
        (OWN[:3], "nederland", "land:GB"),
        ((*OWN[:3], "The Netherlands agreed."), "nederland", "nederland"),
        (OWN, "commissie", "land:GB"),
        (OWN, "land:XX", "land:GB"),
    ],
)
def test_the_report_says_whose_it_is(sentences: tuple[str, ...], own: str, government: str) -> None:
    assert speaking_government(report(sentences), own) == government


def test_a_belgian_house_has_dutch_reports_of_its_own_and_of_the_neighbour() -> None:
    own = report(("Ik steunde het voorstel.", "België vroeg om uitstel."), "nl")
    dutch = report(
        ("Ik steunde het voorstel.", "Nederland vroeg om uitstel.", "Nederlands is mooi."), "nl"
    )
    assert speaking_government(own, "land:BE") == "land:BE"
    assert speaking_government(dutch, "land:BE") == "nederland"


def test_all_ways_of_naming_oneself_follow() -> None:
    lexicon = load_lexicon("en", None, "land:IE")
    found = [(one.sentence, one.actor) for one in attribute(report(OWN), lexicon)[0]]
    assert found == [
        (1, "land:IE"), (2, "land:IE"), (3, "land:IE"), (4, "land:GB"), (5, "land:IE"),
    ]  # fmt: skip
    usual = [one.actor for one in attribute(report(OWN))[0]]
    assert usual == ["land:GB"] * 5
    assert load_lexicon("en", None, "land:GB") is load_lexicon("en")


def test_titles_that_name_the_state_stay_with_it() -> None:
    lexicon = load_lexicon("en", None, "land:IE")
    item = report(("The Scottish Minister supported this.", "The UK Minister opposed it."))
    assert [one.actor for one in attribute(item, lexicon)[0]] == ["land:GB", "land:GB"]


def test_the_checks_know_whose_report_it_is() -> None:
    own = report(OWN)
    item = own.parts[0].items[0]
    attributions = attribute(own, load_lexicon("en", None, "land:IE"))[0]
    position = Position("land:IE", "support", "Ireland", "backs the proposal", (2,))
    summary = Summary("Fishing", "en", positions=(position,))

    def actors(government: str) -> list[str]:
        found = check(item, summary, attributions, own_government="land:IE", government=government)
        return [one.words for one in found if one.check == "actor"]

    assert actors("land:IE") == []


@pytest.mark.parametrize(
    ("sentences", "own", "other"),
    [
        (OWN, "nederland", "land:GB"),
        (OWN, "land:IE", ""),
        (OWN, "land:GB", ""),
        (("The Council met.", "The UK agreed."), "nederland", ""),
    ],
)
def test_a_report_of_another_government_is_known_while_it_is_brought_in(
    sentences: tuple[str, ...], own: str, other: str
) -> None:
    assert other_government(report(sentences), own) == other


@pytest.mark.parametrize(
    ("language", "text", "actor"),
    [
        ("en", "The Ukrainian energy minister asked for help.", "derde:oekraine-minister"),
        ("en", "The Norwegian energy minister asked for help.", "land:NO"),
        ("en", "Ukraine's deputy energy minister asked for help.", "derde:oekraine-minister"),
        ("en", "Minister Kovalenko of Ukraine asked for help.", "land:UA"),
        ("en", "The Ukrainian Veterans Minister asked for help.", ""),
        ("en", "The Energy Minister asked for help.", "land:GB"),
        ("nl", "De Oekraïense energieminister vroeg om hulp.", "derde:oekraine-minister"),
        ("nl", "De energieminister van Oekraïne vroeg om hulp.", "derde:oekraine-minister"),
        ("nl", "De Noorse klimaatminister vroeg om hulp.", "land:NO"),
    ],
)  # fmt: skip
def test_the_minister_of_another_state_is_never_one_s_own(language, text, actor):
    found = {one.actor for one in attribute(report((text,), language=language))[0]}
    assert found == ({actor} if actor else set())
