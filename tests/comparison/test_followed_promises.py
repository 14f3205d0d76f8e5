"""Commitments over the meetings, on sentences and answers that were written before the rules."""

from dataclasses import replace
from datetime import date

import pytest
from comparison_sides import side

from workflow.comparison.dues import last_day
from workflow.comparison.followup import COLUMNS, FollowUp, follow_up_json, follow_up_table
from workflow.comparison.promises import promises
from workflow.summaries.model import Commitment, Meeting, Summary

MEETINGS = ("2031-03-06-jbz", "2031-06-12-jbz", "2031-10-09-jbz")
TODAY = date(2031, 11, 1)

FOLLOWED = [
    # What was said in March and in June, what June does to it, and until when it is due then.
    (
        "nl",
        "De minister heeft het lid Van der Velde toegezegd vóór de zomer te berichten over de "
        "gevolgen van de e-evidence-verordening voor aanbieders.",
        "Hiermee is de toezegging aan het lid Van der Velde over elektronisch bewijs afgedaan.",
        "discharged",
        date(2031, 6, 30),
    ),
    (
        "nl",
        "Het kabinet zegde het lid Kuipers toe vóór 1 juli 2031 te berichten over de capaciteit "
        "van de grensbewaking.",
        "De toezegging aan het lid Kuipers over de grensbewaking kan niet voor de zomer worden "
        "nagekomen; de brief volgt uiterlijk 1 oktober 2031.",
        "extended",
        date(2031, 10, 1),
    ),
    (
        "nl",
        "Het kabinet zegde het lid Kuipers toe in september 2031 te berichten over de capaciteit "
        "van de grensbewaking.",
        "Zoals eerder aan het lid Kuipers toegezegd, komt het kabinet in september 2031 terug op "
        "de capaciteit van de grensbewaking.",
        "repeated",
        date(2031, 9, 30),
    ),
    (
        "nl",
        "Het kabinet zegde het lid Kuipers toe te berichten over de capaciteit van de "
        "grensbewaking.",
        "Nu het voorstel van tafel is, beschouwt het kabinet de toezegging aan het lid Kuipers "
        "over de grensbewaking als vervallen.",
        "withdrawn",
        None,
    ),
    (
        "nl",
        "De staatssecretaris zegde het lid Oosterwold tijdens het debat van 28 februari 2031 toe "
        "vóór 1 december 2031 te berichten over de opvang van minderjarigen.",
        "De opvang van minderjarigen: aan de toezegging aan het lid Oosterwold is nog niet "
        "voldaan.",
        "repeated",
        date(2031, 11, 30),
    ),
    (
        "nl",
        "De minister zegde het lid Diederik toe te berichten over de richtlijn mensenhandel.",
        "Aan de toezegging aan het lid Diederik over de aanpak van mensenhandel wordt later dan "
        "voorzien voldaan, uiterlijk 15 januari 2032.",
        "extended",
        date(2032, 1, 15),
    ),
    (
        "en",
        "The Minister undertook to write to Lord Harrow before the summer about the cost of the "
        "entry/exit system.",
        "The undertaking to Lord Harrow on the cost of the entry/exit system has been met.",
        "discharged",
        date(2031, 6, 30),
    ),
    (
        "en",
        "The Minister undertook to write to Lord Harrow by 1 July 2031 about the cost of the "
        "entry/exit system.",
        "The letter promised to Lord Harrow on the entry/exit system is delayed and will follow "
        "by 30 September 2031.",
        "extended",
        date(2031, 9, 30),
    ),
    (
        "en",
        "The Minister undertook to write to Lord Harrow about the cost of the entry/exit system.",
        "The undertaking to Lord Harrow on the entry/exit system has lapsed.",
        "withdrawn",
        None,
    ),
]

APART = [
    (
        "Het kabinet zegde het lid Kuipers toe te berichten over de capaciteit van de "
        "grensbewaking.",
        "Het kabinet zegde het lid Kuipers toe te berichten over de kosten van tolken.",
    ),
    (
        "Het kabinet zegde het lid Bakema toe de Kamer te informeren over de uitvoering van de "
        "Eurodac-verordening.",
        "Het kabinet zegde het lid Bakema toe de Kamer te informeren over de uitvoering van het "
        "inreis-uitreissysteem.",
    ),
    (
        "Het kabinet zegde het lid Bakema toe te berichten over de grensbewaking.",
        "Het kabinet zegde het lid Zeeman toe te berichten over de grensbewaking.",
    ),
]


def member(text: str) -> str:
    """The addressee as the offers give it."""
    words = text.replace(",", " ").split()
    for mark in ("lid", "Lord"):
        if mark in words:
            at = words.index(mark)
            names = [w for w in words[at : at + 4] if w[:1].isupper() or w in ("lid", "van", "der")]
            return " ".join(names)
    return ""


def said(meeting: str, *texts: str, language: str = "nl", topics: tuple[str, ...] = ()):
    """A meeting with one item whose summary holds these commitments."""
    done = ("is de toezegging", "has been met", "voorzien voldaan")
    entries = tuple(
        Commitment(text, "", member(text), "", any(words in text for words in done), (n,))
        for n, text in enumerate(texts, 1)
    )
    one = side(meeting, {"Stand van zaken": [("", "", "De Raad besprak het voorstel.")]})
    slug = one.meeting.items[0].slug
    summary = Summary("Stand van zaken", language, commitments=entries, topics=topics)
    meeting_of: Meeting = replace(one.meeting, language=language)
    return replace(one, meeting=meeting_of, summaries={slug: summary})


@pytest.mark.parametrize(("language", "older", "newer", "effect", "due"), FOLLOWED)
def test_what_a_later_meeting_does_to_a_promise(
    language: str, older: str, newer: str, effect: str, due: date | None
) -> None:
    sides = [
        said(MEETINGS[0], older, language=language),
        said(MEETINGS[1], newer, language=language),
    ]
    (promise,) = promises(sides, TODAY)
    assert [mention.effect for mention in promise.mentions] == [effect]
    assert promise.mentions[0].ref.meeting == MEETINGS[1]
    assert promise.due == due
    state = {"discharged": "done", "withdrawn": "withdrawn"}.get(effect)
    assert promise.state == (state or ("overdue" if due and due < TODAY else "open"))
    assert bool(promise.discharged) == (effect == "discharged")


@pytest.mark.parametrize(("older", "newer"), APART)
def test_promises_about_other_things_stay_apart(older: str, newer: str) -> None:
    assert len(promises([said(MEETINGS[0], older), said(MEETINGS[1], newer)], TODAY)) == 2


def test_a_mention_goes_to_the_promise_that_fits_it_best() -> None:
    border = "Het kabinet zegde het lid Kuipers toe te berichten over de bewaking van de grens."
    coast = "Het kabinet zegde het lid Kuipers toe te berichten over de bewaking van de kust."
    done = "Hiermee is de toezegging aan het lid Kuipers over de bewaking van de kust afgedaan."
    found = promises([said(MEETINGS[0], border, coast), said(MEETINGS[1], done)], TODAY)
    assert {promise.commitment.text: promise.state for promise in found} == {
        border: "open",
        coast: "done",
    }


def test_papers_tie_a_promise_to_what_came_of_it() -> None:
    older = "Het kabinet bericht in het najaar over de opvang (Kamerstuk 36 410, nr. 85)."
    newer = "De brief is verzonden; hiermee is de toezegging uit Kamerstuk 36 410, nr. 85 ingelost."
    (promise,) = promises([said(MEETINGS[0], older), said(MEETINGS[1], newer)], TODAY)
    assert promise.state == "done"
    other = newer.replace("nr. 85", "nr. 86")
    assert len(promises([said(MEETINGS[0], older), said(MEETINGS[1], other)], TODAY)) == 2


def test_a_promise_is_followed_over_three_meetings() -> None:
    _, older, later, _, _ = FOLLOWED[1]
    done = "Hiermee is de toezegging aan het lid Kuipers over de grensbewaking nagekomen."
    sides = [said(MEETINGS[0], older), said(MEETINGS[1], later), said(MEETINGS[2], done)]
    (promise,) = promises(sides, TODAY)
    assert [each.effect for each in promise.mentions] == ["extended", "discharged"]
    assert promise.discharged
    assert promise.discharged.meeting == MEETINGS[2]
    document = follow_up_json(FollowUp((promise,), ()))["commitments"][0]
    assert [each["effect"] for each in document["mentions"]] == ["extended", "discharged"]
    row = " ".join(follow_up_table(FollowUp((promise,), ()))[1])
    assert "1 oktober 2031" in row
    assert "JBZ 12 juni 2031" in row
    named = FollowUp((promise,), (), {promise.made.meeting: "JBZ 6 en 7 maart 2031"})
    assert "JBZ 6 en 7 maart 2031" in follow_up_table(named)[1][COLUMNS.index("made")]


def test_what_is_promised_again_after_it_was_done_is_a_new_promise() -> None:
    text = "Het kabinet zegde het lid Kuipers toe te berichten over de bewaking van de grens."
    done = "Hiermee is de toezegging aan het lid Kuipers over de bewaking van de grens afgedaan."
    sides = [said(MEETINGS[0], text), said(MEETINGS[1], done), said(MEETINGS[2], text)]
    assert sorted(promise.state for promise in promises(sides, TODAY)) == ["done", "open"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tijdens het debat van 28 februari 2031 toegezegd vóór 1 mei", date(2031, 4, 30)),
        ("in het debat van 28 februari toegezegd in het voorjaar te berichten", date(2031, 6, 30)),
        ("at the debate of 12 February 2031, by 1 May 2031", date(2031, 5, 1)),
        ("in het debat van 5 februari 2031 toegezegd te berichten", None),
        ("toegezegd te berichten over het voorstel (COM(2022)209)", None),
        ("streeft naar een akkoord voor het einde van het jaar", date(2031, 12, 31)),
        ("zal nog dit jaar een proef beginnen, na overleg in mei", date(2031, 5, 31)),
    ],
)
def test_the_day_of_the_debate_is_not_when_it_is_due(text: str, expected: date | None) -> None:
    language = "en" if "May" in text else "nl"
    assert last_day(text, date(2031, 3, 6), language) == expected
