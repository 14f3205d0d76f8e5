"""Promises and announcements, and what later reports say came of them: no false discharge."""

from dataclasses import replace
from datetime import date

import pytest
from comparison_sides import side

from workflow.comparison.dues import last_day
from workflow.comparison.followup import (
    COLUMNS,
    FollowUp,
    follow_up_csv,
    follow_up_json,
    follow_up_table,
    outcome_words,
)
from workflow.comparison.model import MeetingSide
from workflow.comparison.promises import promises
from workflow.comparison.steps import Step, steps
from workflow.positions.attribution import attribute
from workflow.report.model import Item
from workflow.summaries.itemfile import parse_summary, render_summary
from workflow.summaries.model import Commitment, Meeting, NextStep, Summary
from workflow.summaries.references import with_references

MARCH, JUNE, OCTOBER = "2031-03-06-jbz", "2031-06-12-jbz", "2031-10-09-jbz"
MADE, TODAY = date(2031, 3, 6), date(2031, 7, 2)
OTHER = {"nl": ("Visserij", "De vangst daalde."), "en": ("Fisheries", "The catch had fallen.")}


def told(meeting: str, title: str, *texts: str, language: str = "nl") -> MeetingSide:
    """A meeting as it is read: with what the program finds in its sentences."""
    other, fish = OTHER[language]
    made = side(meeting, {title: [("", "", text) for text in texts], other: [("", "", fish)]})
    report = replace(made.report, language=language)
    slugs = [entry.slug for entry in made.meeting.items]
    found = dict(zip(slugs, attribute(report), strict=True))
    as_read = replace(made.meeting, language=language)
    return replace(made, meeting=as_read, report=report, attributions=found)


def followed(sides: list[MeetingSide], today: date = TODAY) -> tuple[Step, ...]:
    def item(meeting: Meeting, slug: str) -> Item:
        one = next(each for each in sides if each.meeting.id == meeting.id)
        items = [each for part in one.report.parts for each in part.items]
        at = [entry.slug for entry in meeting.items].index(slug)
        return with_references(items[at], meeting.language, meeting.days)

    return steps(sides, today, item)


def language_of(text: str) -> str:
    dutch = (" de ", "De ", " het ", "Het ", " een ", " aan ", " sprak")
    return "nl" if any(word in text for word in dutch) else "en"


PROMISED = [
    # Who promises what, and by when.
    (
        "De Commissie zegde toe voor het einde van het jaar met een verslag over tolken te komen.",
        ("commissie", "report", date(2031, 12, 31)),
    ),
    (
        "De Commissie kondigde aan een voorstel over veerboten te zullen doen.",
        ("commissie", "proposal", None),
    ),
    (
        "De minister zegde toe de cijfers over boetes binnen twee maanden toe te sturen.",
        ("nederland", "figures", date(2031, 5, 6)),
    ),
    (
        "De Juridische Dienst van de Raad zegde een advies over de bevoegdheid toe.",
        ("derde:juridische-dienst-raad", "opinion", None),
    ),
    (
        "Frontex gaf aan nog dit jaar te komen met een handleiding voor piloten.",
        ("ag:frontex", "guidelines", date(2031, 12, 31)),
    ),
    (
        "De Commissie verwacht de evaluatie van de loodsplicht medio 2032 af te ronden.",
        ("commissie", "evaluation", date(2032, 8, 31)),
    ),
    (
        "Begin volgend jaar publiceert de Commissie een strategie voor havens.",
        ("commissie", "strategy", date(2032, 4, 30)),
    ),
    (
        "Zweden bood aan om tegen de zomer een werkdocument over loodsen te schrijven.",
        ("land:SE", "paper", date(2031, 6, 30)),
    ),
    (
        "The Commission promised a report on pilots in 2032.",
        ("commissie", "report", date(2032, 12, 31)),
    ),
    (
        "The Commission announced a coordinated strategy before the end of the year.",
        ("commissie", "strategy", date(2031, 12, 31)),
    ),
    (
        "The Commission said it would come forward with guidelines on ferries in early 2032.",
        ("commissie", "guidelines", date(2032, 4, 30)),
    ),
    (
        "Europol has committed to publishing its analysis by the end of next month.",
        ("ag:europol", "analysis", date(2031, 4, 30)),
    ),
    (
        "The Commission would publish in all languages a report on pilots and present a study.",
        ("commissie", "report", None),
    ),
    (
        "The Commission gave an assurance that an evaluation would be delivered within a year.",
        ("commissie", "evaluation", date(2032, 3, 6)),
    ),
    ("Sweden offered to prepare a non-paper on pilots.", ("land:SE", "paper", None)),
    (
        "De Commissie kon geen cijfers geven en zegde een brief toe.",
        ("commissie", "letter", None),
    ),
    (
        "De Commissie zal zo snel mogelijk cijfers over veerboten sturen.",
        ("commissie", "figures", None),
    ),
    (
        "The Commission said that the report on ports would appear before the end of the year.",
        ("commissie", "report", date(2031, 12, 31)),
    ),
    ("Denmark volunteered to draft a paper on pilots.", ("land:DK", "paper", None)),
    (
        "The Commission repeated its intention to table a proposal.",
        ("commissie", "proposal", None),
    ),
    (
        "De Commissie sprak de intentie uit een studie over loodsen te publiceren.",
        ("commissie", "study", None),
    ),
    (
        "De Commissie nam op zich de Raad in juni bij te praten.",
        ("commissie", "update", date(2031, 6, 30)),
    ),
    (
        "The Commission presented its report and announced a proposal.",
        ("commissie", "proposal", None),
    ),
    (
        "The Commission expects to publish its impact assessment in Q2 2032.",
        ("commissie", "assessment", date(2032, 6, 30)),
    ),
]


@pytest.mark.parametrize(("text", "expected"), PROMISED)
def test_who_promises_what_and_by_when(text: str, expected: tuple[str, str, date | None]) -> None:
    (step,) = followed([told(MARCH, "Ferries", text, language=language_of(text))], MADE)
    assert (step.pledge.maker, step.pledge.kind, step.due) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Finland kwam terug op het non-paper dat het in februari had rondgedeeld.",
        "Het vorig jaar door de Commissie beloofde verslag laat op zich wachten.",
        "De Commissie presenteerde de studie die zij in december had toegezegd.",
        "De Commissie had vorig jaar al een actieplan aangekondigd.",
        "Griekenland vroeg of de Commissie voornemens is de proef te verlengen.",
        "Meerdere lidstaten vroegen de Commissie om voor de zomer met een voorstel te komen.",
        "Voor de uitvoering is 4,2 miljoen euro in 2031 beschikbaar.",
        "Het systeem zal de wachttijden bij de sluis verkorten.",
        "Als de Commissie een voorstel indient, zal Polen dat steunen.",
        "België zal zich van stemming onthouden.",
        "De Raad besprak de toezeggingen van de lidstaten over hervestiging.",
        "The report promised by the Commission last year had still not been published.",
        "The Commission presented the impact assessment it had announced in December.",
        "Finland came back to the non-paper it had circulated in February.",
        "The fund provides 4.2 million euros in 2031.",
        "Malta promised its full support for the Presidency's efforts.",
        "Italy wondered whether the Commission intended to extend the funding.",
        "The new system will shorten waiting times at the lock.",
        "The Commission was committed to a fair balance of duties.",
        "Romania promised to be constructive.",
        "The Council reaffirmed its commitment to safe ferries.",
        "If the Commission submits a proposal, Poland will support it.",
        "Niemand zegde cijfers over de veerboten toe.",
        "Noch de Commissie noch het voorzitterschap beloofde een verslag.",
        "De Commissie gaf aan geen verslag over veerboten te zullen sturen.",
        "Nobody promised a report.",
        "Neither the Commission nor the Presidency promised a report.",
        "None of the Member States offered to prepare a paper.",
        "The Commission gave no promise of a report in May.",
        "De Commissie gaf een toelichting op het voorstel om Malta leningen te verstrekken.",
        "Mogelijk komt de Commissie in het najaar met een voorstel.",
        "The Commission might come forward with a proposal in the autumn.",
        "De meeste lidstaten wilden de afspraken binnenkort opnieuw bezien.",
        "De lidstaten vreesden dat een sluis te duur zal zijn.",
        "Italië kondigde aan tegen het voorstel te zullen stemmen.",
        "Het programma voor de tweede helft van 2031 is gepresenteerd.",
        "De loodsen varen in de komende periode elke dag.",
        "Most Member States wanted to revisit the arrangements shortly.",
        "Delegations feared that a lock would be too costly.",
        "The plan to merge the ports was criticised.",
        "The Council adopted conclusions on the next research programme.",
    ],
)
def test_what_looks_like_a_promise_and_is_none(text: str) -> None:
    assert not followed([told(MARCH, "Ferries", text, language=language_of(text))], MADE)


REPORT = "De Commissie zegde toe in mei met een verslag over de loodsplicht te komen."
GUIDE = "The Commission undertook to publish guidelines on night ferries by May."
THERE = [
    (REPORT, "De Commissie presenteerde het verslag over de loodsplicht dat zij had toegezegd."),
    (REPORT, "Het verslag over de loodsplicht is in april gepubliceerd."),
    (REPORT, "Malta prees het verslag over de loodsplicht dat de Commissie had uitgebracht."),
    (REPORT, "De Commissie bracht een verslag over de loodsplicht uit."),
    (REPORT, "Volgens het verslag dat de Commissie in mei had gepubliceerd, zijn er te weinig."),
    (GUIDE, "The Commission issued the guidelines on night ferries it had announced."),
    (
        GUIDE,
        "Malta was grateful for the guidelines on night ferries that the Commission published.",
    ),
    (GUIDE, "The Commission's guidelines on night ferries, circulated in April, were praised."),
    (GUIDE, "The guidelines on night ferries had been published by the Commission."),
    (GUIDE, "The guidelines that the Commission had published were disputed by Italy."),
]
SOON = "De Commissie zegde toe nog in mei met een voorstel te komen."
THERE += [
    (SOON, "De Commissie presenteerde haar voorstel voor een nieuwe richtlijn over loodsplicht."),
    (SOON, "De Commissie lichtte haar in mei gepubliceerde voorstel voor de loodsplicht toe."),
    (REPORT, "De Commissie publiceerde het verslag over de loodsplicht niet later dan 15 mei."),
    (REPORT, "De Commissie presenteerde het in december 2030 gevraagde verslag."),
    (REPORT, "De Commissie presenteerde een verslag over de loodsplicht in 2030."),
    (REPORT, "De Commissie presenteerde het verslag over de loodsplicht en zal nu afwachten."),
    (GUIDE, "The Commission published the guidelines on night ferries no later than 5 May 2031."),
    (GUIDE, "The Commission published its guidelines on night ferries for 2032."),
    (GUIDE, "The Commission published the guidelines on night ferries last month."),
    (
        GUIDE,
        "The Commission published the guidelines on night ferries, which replace those of 2025.",
    ),
]
THERE += [
    (REPORT, "De Commissie heeft het toegezegde verslag over de loodsplicht aan de Raad gezonden."),
    (REPORT, "De Raad sprak over het verslag van de Commissie, dat in april verscheen."),
    (REPORT, "Malta was blij met het onlangs gepubliceerde verslag over de loodsplicht."),
    (REPORT, "Het beloofde verslag over de loodsplicht ligt er nu."),
    (GUIDE, "The Commission has since sent the guidelines on night ferries to the Council."),
    (GUIDE, "Delegations welcomed the recently published guidelines on night ferries."),
]
TELL = "The Commission will brief ministers on night ferries in May."
BERICHT = "De Commissie zegde toe de ministers in mei te informeren over de loodsplicht."
WRITING = "The Commission will reply in writing in May."
ANSWER = "De Commissie zegde toe de vragen in mei schriftelijk te beantwoorden."
MEASURES = "The Commission undertook to propose measures in May."
THERE += [
    (TELL, "The Commission briefed ministers on the state of play."),
    (TELL, "The Commission informed delegations about night ferries."),
    ("The Commission will write to Member States in May.", "The Commission wrote to Greece."),
    (
        "The Commission undertook to report back to ministers in May.",
        "The Commission reported back to ministers.",
    ),
    (BERICHT, "De Commissie praatte de ministers bij over de loodsplicht."),
    (
        "De Commissie zegde toe in mei schriftelijk te antwoorden.",
        "De Commissie antwoordde schriftelijk.",
    ),
    (
        "De Commissie zal in mei verslag uitbrengen aan de Raad.",
        "De Commissie bracht verslag uit aan de Raad.",
    ),
    (TELL, "Ministers were briefed by the Commission on night ferries."),
    (TELL, "Malta noted that the Commission had informed delegations."),
    (BERICHT, "De ministers werden door de Commissie bijgepraat."),
    (BERICHT, "Malta stelde vast dat de Commissie de lidstaten had geïnformeerd."),
    (WRITING, "The Commission replied to the questions in writing."),
    (ANSWER, "De Commissie beantwoordde de vragen inmiddels schriftelijk."),
]
NOT_THERE = [
    # Who was told something did not tell it, nor did who asked for it.
    (TELL, "The Commission had been informed by Malta."),
    (TELL, "The Commission was briefed by Malta on night ferries."),
    (TELL, "The Commission was poorly informed."),
    (TELL, "The Commission regretted that Malta had informed delegations."),
    (TELL, "The Commission wished to take an informed decision."),
    (TELL, "The Commission had informed itself in the port of Valletta."),
    (BERICHT, "De Commissie informeerde naar de cijfers van Malta."),
    (BERICHT, "De Commissie was onvoldoende geïnformeerd."),
    (BERICHT, "De Commissie werd bijgepraat door Malta."),
    (BERICHT, "De Commissie meldde dat Malta de lidstaten had ingelicht."),
    (BERICHT, "De Commissie lichtte haar plannen in de Raad toe."),
    # A promised answer in writing is no word in the room, promised measures are no date.
    (WRITING, "The Commission replied that it shared the view."),
    (WRITING, "The Commission answered questions from Malta."),
    (ANSWER, "De Commissie beantwoordde vragen van Malta."),
    (MEASURES, "The Commission proposed a debate among experts."),
    (REPORT, "Het Kustbureau publiceerde een verslag over de loodsplicht."),
    (REPORT, "Malta wees op zijn gepubliceerde verslag over de loodsplicht."),
    (GUIDE, "The Maritime Office had published guidelines on night ferries."),
    (TELL, "The Commission had not briefed ministers."),
    (TELL, "Malta informed ministers about night ferries."),
    (TELL, "The Commission informed ministers about lighthouses."),
    (TELL, "Malta asked the Commission to brief ministers."),
    (GUIDE, "The Commission informed ministers about the guidelines on night ferries."),
    (BERICHT, "De Commissie praatte de ministers niet bij over de loodsplicht."),
    (REPORT, "De Commissie rapporteerde over de loodsplicht."),
    (SOON, "De Commissie presenteerde een voorstel over de pensioenen van matrozen."),
    (REPORT, "De lidstaten spraken opnieuw over de loodsplicht."),
    (REPORT, "Meerdere lidstaten vroegen wanneer het toegezegde verslag wordt gepresenteerd."),
    (REPORT, "De Commissie meldde dat het verslag nog niet is afgerond."),
    (REPORT, "De Commissie presenteerde het verslag niet."),
    (REPORT, "De Commissie presenteerde een voorstel over de loodsplicht."),
    (REPORT, "Duitsland presenteerde een verslag over zijn ervaringen met de loodsplicht."),
    (REPORT, "De Commissie presenteerde het verslag over de opleiding van matrozen."),
    (REPORT, "De Commissie presenteerde het jaarverslag."),
    (REPORT, "De Commissie presenteerde de planning voor het verslag over de loodsplicht."),
    (REPORT, "Als de Commissie het verslag had gepresenteerd, was de Raad verder geweest."),
    (REPORT, "De Commissie zou het verslag over de loodsplicht moeten hebben gepubliceerd."),
    (GUIDE, "Ministers discussed night ferries again."),
    (GUIDE, "The Commission published guidelines on returns."),
    (GUIDE, "Several Member States regretted that the guidelines had still not been published."),
    (GUIDE, "Malta asked for the guidelines to be published before any proposal was presented."),
    (GUIDE, "Sweden presented its guidelines on night ferries."),
    (GUIDE, "The Commission presented draft guidelines on night ferries."),
    (GUIDE, "The Commission adopted its strategy on night ferries."),
    (GUIDE, "The Commission published guidelines on lighthouses."),
    (GUIDE, "Once the Commission had published the guidelines, Malta would decide."),
    (GUIDE, "The Commission's guidelines on night ferries were delayed."),
    # Nobody says that it is there.
    (
        REPORT,
        "Noch de Commissie, noch het agentschap had het verslag over de loodsplicht verstuurd.",
    ),
    (REPORT, "Evenmin had de Commissie het verslag over de loodsplicht aangeboden."),
    (REPORT, "De Commissie ontkende dat het verslag over de loodsplicht was uitgebracht."),
    (REPORT, "De Commissie weigerde het verslag over de loodsplicht gepubliceerd te zien."),
    (GUIDE, "The guidelines had not by May 2031 been published."),
    (
        GUIDE,
        "Neither the Commission nor the agency had circulated the guidelines on night ferries.",
    ),
    (GUIDE, "The Commission denied that the guidelines on night ferries had been issued."),
    (GUIDE, "The Commission was close to having completed the guidelines on night ferries."),
    (GUIDE, "Half of the guidelines on night ferries had been published."),
    # It was there before it was promised.
    (
        REPORT,
        "Malta wees op het verslag over de loodsplicht dat de Commissie in 2029 had verstuurd.",
    ),
    (REPORT, "Malta wees op het in december 2030 gepubliceerde verslag van de Commissie."),
    (GUIDE, "The Commission published guidelines on night ferries in 2029."),
    (GUIDE, "Malta recalled the guidelines on night ferries, published in 2028 by the Commission."),
]


def after(promise: str, later: str, *, title: str = "", then: str = "") -> Step:
    """What a promise of March is on 2 July, after what a report of June says."""
    language = language_of(promise)
    head = title or ("Loodsplicht" if language == "nl" else "Night ferries")
    sides = [
        told(MARCH, head, promise, language=language),
        told(JUNE, then or head, later, language=language),
    ]
    return next(step for step in followed(sides) if step.announced.meeting == MARCH)


@pytest.mark.parametrize(("promise", "later"), THERE)
def test_a_promise_is_kept_where_a_later_report_says_so(promise: str, later: str) -> None:
    step = after(promise, later)
    assert (step.state, step.proof, step.discussed) == ("done", (1,), None)
    assert step.came
    assert step.came.meeting == JUNE


@pytest.mark.parametrize(("promise", "later"), NOT_THERE)
def test_a_promise_is_not_kept_because_its_topic_came_back(promise: str, later: str) -> None:
    step = after(promise, later)
    assert (step.state, step.came) == ("overdue", None)
    assert step.discussed
    assert step.discussed.meeting == JUNE
    table = follow_up_csv(FollowUp((), (step,)))
    assert "te laat" in table
    assert "niet gezegd of het is gedaan: JBZ 12 juni 2031" in table


@pytest.mark.parametrize(
    ("promise", "later"),
    [
        (GUIDE, "The guidelines on night ferries are delayed and will be published in July."),
        (GUIDE, "The guidelines on night ferries were almost ready and will be issued in July."),
        (REPORT, "Het verslag over de loodsplicht is bijna klaar en zal in juli verschijnen."),
    ],
)
def test_what_is_said_to_come_later_behind_another_verb_is_put_off(promise, later) -> None:
    step = after(promise, f"The Commission said: {later}" if promise is GUIDE else later)
    assert (step.state, [mention.due for mention in step.mentions]) == ("open", [date(2031, 7, 31)])


@pytest.mark.parametrize(
    "text",
    [
        "Malta praised the report and the Commission promised to inform ministers in June.",
        "De Commissie lichtte het verslag toe en zegde toe de Raad in juni te informeren.",
    ],
)
def test_what_was_discussed_before_another_promise_is_not_promised(text: str) -> None:
    assert after(text, OTHER[language_of(text)][1]).pledge.kind == "update"


def test_what_is_only_promised_again_after_its_day_is_late() -> None:
    step = after(
        "De Commissie zegde toe vóór juni met een verslag over de loodsplicht te komen.",
        "De Commissie zegde toe met het verslag over de loodsplicht te komen.",
    )
    assert (step.state, step.watched, len(step.mentions)) == ("overdue", True, 1)


def test_what_is_promised_where_the_former_promise_is_kept_is_another_one() -> None:
    proposal = (
        "De Commissie presenteerde het verslag over de loodsplicht en kondigde een voorstel aan."
    )
    again = (
        "The Commission published the guidelines on night ferries and undertook to update the "
        "guidelines on night ferries in 2032."
    )
    for promise, later, kinds in (
        (REPORT, proposal, ["report", "proposal"]),
        (GUIDE, again, ["guidelines", "guidelines"]),
    ):
        language = language_of(promise)
        sides = [
            told(day, "Veren", text, language=language)
            for day, text in ((MARCH, promise), (JUNE, later))
        ]
        first, second = sorted(followed(sides), key=lambda step: step.announced.meeting)
        assert [first.pledge.kind, second.pledge.kind] == kinds
        assert (first.state, first.mentions) == ("done", ())
        assert (second.state, second.announced.meeting) == ("open", JUNE)


def test_two_things_of_one_kind_are_told_apart_by_what_they_are_about() -> None:
    other = "De Commissie zegde toe in mei met een verslag over boeien te komen."
    later = "De Commissie presenteerde het verslag."
    sides = [told(MARCH, "Loodsplicht", REPORT, other), told(JUNE, "Loodsplicht", later)]
    assert {step.state for step in followed(sides)} == {"overdue"}, "nobody says which one"
    about = "De Commissie presenteerde het verslag over boeien."
    sides = [told(MARCH, "Loodsplicht", REPORT, other), told(JUNE, "Loodsplicht", about)]
    assert {step.step.text: step.state for step in followed(sides)} == {
        REPORT: "overdue",
        other: "done",
    }


def test_a_state_that_rests_on_a_link_nobody_confirmed_says_so() -> None:
    later = THERE[0][1]
    step = after(REPORT, later)
    assert (step.link, step.is_assumed) == ("suggested", True)
    assert "mogelijk afgedaan" in follow_up_csv(FollowUp((), (step,)))
    sides = [told(MARCH, "Loodsplicht", REPORT), told(JUNE, "Loodsplicht", later)]
    sides = [
        replace(one, summaries={"loodsplicht": Summary("Loodsplicht", "nl", topics=("loodsen",))})
        for one in sides
    ]
    (step,) = followed(sides)
    assert (step.state, step.link, step.is_assumed) == ("done", "confirmed", False)
    study = "De Commissie zal de studie over de lichten van vuurtorens in mei publiceren."
    there = "De Commissie publiceerde de studie over de lichten van vuurtorens."
    sides = [
        replace(
            told(day, title, text),
            summaries={slug: Summary(title, "nl", topics=(slug,))},
        )
        for day, title, slug, text in (
            (MARCH, "Zeevaart", "zeevaart", study),
            (JUNE, "Energie", "energie", there),
        )
    ]
    step = next(each for each in followed(sides) if each.announced.meeting == MARCH)
    assert (step.state, step.link) == ("done", "words")
    assert "aan de woorden herkend" in follow_up_csv(FollowUp((), (step,)))


@pytest.mark.parametrize(
    ("promise", "later", "gone"),
    [
        (REPORT, "De Commissie liet weten af te zien van een verslag over de loodsplicht.", True),
        (REPORT, "De Commissie zal geen verslag over de loodsplicht uitbrengen.", True),
        (
            REPORT,
            "De Commissie is niet langer voornemens over de loodsplicht te rapporteren.",
            True,
        ),
        (GUIDE, "The Commission no longer intended to publish guidelines on night ferries.", True),
        (GUIDE, "The Commission would not publish guidelines on night ferries after all.", True),
        (GUIDE, "The Commission dropped its plans for guidelines on night ferries.", True),
        (GUIDE, "The Commission withdrew its promise of guidelines on night ferries.", True),
        (REPORT, "De Commissie trok haar toezegging over een verslag over loodsplicht in.", True),
        (REPORT, "Malta zal geen verslag over de loodsplicht uitbrengen.", False),
        (REPORT, "De Commissie liet weten af te zien van een boete voor reders.", False),
        (REPORT, "De Commissie zal in mei nog geen verslag over de loodsplicht uitbrengen.", False),
        (GUIDE, "The Commission announced that it would not issue guidelines on ferries.", True),
        (
            GUIDE,
            "The Commission said that, on reflection, it would not publish the guidelines on night "
            "ferries.",
            True,
        ),
        (REPORT, "De Commissie zal het verslag over de loodsplicht niet meer uitbrengen.", True),
        (
            REPORT,
            "De Commissie is niet meer van plan een verslag over de loodsplicht te publiceren.",
            True,
        ),
        (GUIDE, "The Commission opposed a ban on night ferries.", False),
        # It only comes later.
        (GUIDE, "The Commission will not issue the guidelines on night ferries until May.", False),
        (GUIDE, "The Commission would not publish guidelines on night ferries in June.", False),
        (GUIDE, "The Commission would not present guidelines on night ferries for now.", False),
        (
            GUIDE,
            "The Commission will not release the guidelines on night ferries before a vote.",
            False,
        ),
        (
            REPORT,
            "De Commissie zal het verslag over de loodsplicht niet vóór september uitbrengen.",
            False,
        ),
        (
            REPORT,
            "De Commissie zal het verslag over de loodsplicht niet publiceren voor de stemming.",
            False,
        ),
        (REPORT, "De Commissie zal voorlopig geen verslag over de loodsplicht uitbrengen.", False),
        # It comes beside another thing, or a part of it comes.
        (REPORT, "De Commissie zal geen deel van het verslag over loodsplicht publiceren.", False),
        (
            GUIDE,
            "The Commission will not only publish the guidelines on night ferries but a study too.",
            False,
        ),
        (
            REPORT,
            "De Commissie zal niet alleen het verslag over de loodsplicht uitbrengen, maar ook "
            "cijfers.",
            False,
        ),
        (GUIDE, "The Commission would not publish the full guidelines on night ferries.", False),
        (GUIDE, "The Commission will not issue guidelines on night ferries as a decree.", False),
        (GUIDE, "The Commission will not issue guidelines on night ferries in all ports.", False),
        (GUIDE, "The Commission would not publish guidelines on ferries for small ports.", False),
        (GUIDE, "The Commission would not publish binding guidelines on night ferries.", False),
        (GUIDE, "The Commission denied that it would not publish guidelines on ferries.", False),
        (GUIDE, "The Commission declined to publish guidelines on night ferries.", True),
        (
            GUIDE,
            "The Commission would not publish guidelines on ferries because ports opposed them.",
            True,
        ),
        (
            REPORT,
            "De Commissie zal geen verslag over de loodsplicht uitbrengen voor kleine havens.",
            False,
        ),
        (
            REPORT,
            "De Commissie zal bij nader inzien geen verslag over de loodsplicht uitbrengen in "
            "verband met de stemming.",
            True,
        ),
        # How it was promised, or why it does not come, is no piece of it.
        (
            GUIDE,
            "The Commission would not publish the planned guidelines on night ferries.",
            True,
        ),
        (
            GUIDE,
            "The Commission would not publish the previously announced guidelines on night "
            "ferries.",
            True,
        ),
        (
            GUIDE,
            "The Commission would not publish the guidelines on night ferries for legal reasons.",
            True,
        ),
        (
            GUIDE,
            "The Commission would not publish the guidelines on night ferries for lack of support.",
            True,
        ),
        (
            GUIDE,
            "The Commission would not publish the guidelines on night ferries under any "
            "circumstances.",
            True,
        ),
        (
            GUIDE,
            "The Commission would not publish the guidelines on night ferries it had "
            "promised earlier.",
            True,
        ),
        (
            GUIDE,
            "The Commission would not publish guidelines on night ferries on budgetary grounds.",
            True,
        ),
        (
            GUIDE,
            "The Commission would not publish the originally intended guidelines on night ferries.",
            True,
        ),
        (
            REPORT,
            "De Commissie zal het geplande verslag over de loodsplicht niet uitbrengen.",
            True,
        ),
        (
            REPORT,
            "De Commissie zal het verslag over de loodsplicht om juridische redenen niet "
            "uitbrengen.",
            True,
        ),
        (
            REPORT,
            "De Commissie zal het verslag over de loodsplicht bij gebrek aan steun niet "
            "uitbrengen.",
            True,
        ),
        (
            REPORT,
            "De Commissie zal het oorspronkelijk voorziene verslag over de loodsplicht niet "
            "uitbrengen.",
            True,
        ),
        (
            REPORT,
            "De Commissie zal het verslag over de loodsplicht uit praktische overwegingen "
            "niet publiceren.",
            True,
        ),
        (
            GUIDE,
            "The Commission would not publish the planned guidelines on ferries for small ports.",
            False,
        ),
        (
            GUIDE,
            "The Commission would not publish guidelines on night ferries for small ports "
            "for legal reasons.",
            False,
        ),
        (
            GUIDE,
            "The Commission would not publish guidelines on night ferries under normal "
            "circumstances.",
            False,
        ),
        (
            GUIDE,
            "The Commission would not publish guidelines on ferries for legal reasons for "
            "small ports.",
            False,
        ),
        (
            REPORT,
            "De Commissie zal het geplande verslag over de loodsplicht niet voor kleine "
            "havens uitbrengen.",
            False,
        ),
        (
            REPORT,
            "De Commissie zal om juridische redenen geen verslag over de loodsplicht voor "
            "kleine havens uitbrengen.",
            False,
        ),
        # Another thing than was promised.
        (GUIDE, "The Commission would not publish a study on night ferries.", False),
        (
            GUIDE,
            "The Commission would not publish a study on the guidelines on night ferries.",
            False,
        ),
        (GUIDE, "The Commission dropped its study on night ferries.", False),
        (REPORT, "De Commissie zal geen studie over de loodsplicht uitbrengen.", False),
        (REPORT, "De Commissie liet weten af te zien van een studie over de loodsplicht.", False),
        # It is not withdrawn, nor changed.
        (
            GUIDE,
            "The Commission said that it would not withdraw the guidelines on night ferries.",
            False,
        ),
        (GUIDE, "The Commission would not weaken the guidelines on night ferries.", False),
        (GUIDE, "The Commission would not drop the guidelines on night ferries.", False),
        (
            REPORT,
            "De Commissie zei dat het verslag over de loodsplicht niet wordt ingetrokken.",
            False,
        ),
        (REPORT, "De Commissie zal niet afzien van een verslag over de loodsplicht.", False),
        (GUIDE, "The Commission did not intend to revise the guidelines on night ferries.", False),
        # It hangs on something.
        (
            REPORT,
            "De Commissie zal het verslag over de loodsplicht niet publiceren zonder overleg.",
            False,
        ),
        (
            GUIDE,
            "The Commission would not publish guidelines on night ferries without ministers.",
            False,
        ),
        (
            GUIDE,
            "The Commission would not publish guidelines on night ferries unless asked to.",
            False,
        ),
        (GUIDE, "The Commission had not yet published the guidelines on night ferries.", False),
    ],
)
def test_who_promised_a_thing_may_take_it_back(promise: str, later: str, gone: bool) -> None:
    step = after(promise, later)
    assert (step.state == "withdrawn") == gone
    assert ([mention.effect for mention in step.mentions] == ["withdrawn"]) == gone
    assert ("ingetrokken: JBZ 12 juni 2031" in follow_up_csv(FollowUp((), (step,)))) == gone
    assert bool(step.discussed) != gone


@pytest.mark.parametrize(
    ("confirmed", "state", "place"),
    [
        (False, "mogelijk ingetrokken", "JBZ 12 juni 2031 1, volgens een voorgestelde koppeling"),
        (True, "ingetrokken", "JBZ 12 juni 2031 1"),
    ],
)
def test_what_is_withdrawn_by_a_suggested_link_is_perhaps_so(
    confirmed: bool, state: str, place: str
) -> None:
    later = "De Commissie zal geen verslag over de loodsplicht uitbrengen."
    sides = [told(MARCH, "Loodsplicht", REPORT), told(JUNE, "Loodsplicht", later)]
    if confirmed:
        summary = Summary("Loodsplicht", "nl", topics=("loodsen",))
        sides = [replace(one, summaries={"loodsplicht": summary}) for one in sides]
    step = next(each for each in followed(sides) if each.announced.meeting == MARCH)
    found = FollowUp((), (step,))
    row = dict(zip(COLUMNS, follow_up_table(found)[1], strict=True))
    assert (step.state, step.is_assumed) == ("withdrawn", not confirmed)
    assert (row["state"], row["discharged"], row["since"]) == (state, "", f"{state}: {place}")
    assert outcome_words(step, {}, "nl") == f"{state}: {place}"
    link = follow_up_json(found)["next_steps"][0]["link"]
    assert link == ("confirmed" if confirmed else "suggested")


AGENDA = [
    # What was announced, and whether it came with the topic on the agenda of June or October.
    ("Het voorzitterschap zal het dossier agenderen voor de Raad van juni.", "done", "overdue"),
    ("Het voorzitterschap kondigde aan in juni op het dossier terug te komen.", "done", "overdue"),
    ("Het dossier keert terug op de agenda van de volgende Raad.", "done", "overdue"),
    ("Het voorzitterschap zal het dossier op een later moment agenderen.", "done", "done"),
    ("Het dossier komt in de Raad van juni op de agenda terug.", "done", "overdue"),
    ("The Presidency would put the file on the agenda of the June Council.", "done", "overdue"),
    ("Ministers will return to the subject at the next Council.", "done", "overdue"),
    ("The Council will discuss the report on pilots in June.", "done", "overdue"),
    ("The Presidency will put the update on the agenda of the June Council.", "done", "overdue"),
    (
        "Het voorzitterschap zal schriftelijk opmerkingen vragen en het dossier in juni agenderen.",
        "done",
        "overdue",
    ),
]


@pytest.mark.parametrize(("text", "june", "october"), AGENDA)
def test_what_was_to_come_back_came_only_at_that_meeting(
    text: str, june: str, october: str
) -> None:
    language = language_of(text)
    title, again = (
        ("Loodsplicht", "De Raad sprak over loodsen.")
        if language == "nl"
        else ("Night ferries", "Ministers discussed ferries.")
    )
    march = told(MARCH, title, text, language=language)
    back = [told(day, title, again, language=language) for day in (JUNE, OCTOBER)]
    empty = told(JUNE, *OTHER[language], language=language)
    (step,) = followed([march], date(2031, 6, 20))
    assert step.state == "open"
    assert ("verwacht" in follow_up_csv(FollowUp((), (step,)))) == (step.pledge.sort == "agenda")
    assert followed([march, back[0]], date(2031, 6, 20))[0].state == june
    (step,) = followed([march, empty, back[1]], date(2031, 10, 20))
    assert step.state == october
    if october == "overdue":
        assert step.watched
        assert step.discussed
        assert "niet teruggekomen" in follow_up_csv(FollowUp((), (step,)))
        assert "op een ander moment besproken: JBZ 9 oktober 2031" in follow_up_csv(
            FollowUp((), (step,))
        )
        assert followed([march, empty], date(2031, 6, 13))[0].state == "overdue", "it was not there"


@pytest.mark.parametrize(
    "text",
    [
        "Denemarken bood aan ervaringen met terugkeerhubs te delen.",
        "Het voorzitterschap kondigde aan dat de werkgroep in juni begint.",
        "Het voorzitterschap zegde toe in mei een contactgroep op te richten.",
        "Naar verwachting nemen de regeringsleiders deel aan het gesprek.",
        "The Presidency undertook to convene a contact group before the summer.",
        "The Presidency opened the debate by recalling that the Parliament would vote in May.",
        "The Commission promised to bear part of the cost of the equipment.",
    ],
)
def test_what_is_no_point_of_the_agenda_is_not_done_because_its_topic_came_back(text: str) -> None:
    step = after(
        text, "De Raad sprak over loodsen." if language_of(text) == "nl" else "Ministers met."
    )
    assert (step.came, step.pledge.sort == "agenda") == (None, False)
    assert step.state != "done"


def test_the_next_meeting_is_not_any_later_one() -> None:
    text = "Het dossier keert terug op de agenda van de volgende Raad."
    far = told("2032-03-04-jbz", *OTHER["nl"])
    (step,) = followed([told(MARCH, "Loodsplicht", text), far], date(2032, 4, 1))
    assert (step.state, step.due) == ("open", None), "one in between may not be brought in"


def test_staff_may_write_down_that_a_step_is_done() -> None:
    step = NextStep("de Commissie publiceert de studie", "mei 2031", (1,), discharged=True)
    summary = Summary("Loodsplicht", "nl", next_steps=(step, replace(step, discharged=False)))
    text = render_summary(summary)
    assert "- **mei 2031** (afgedaan): de Commissie publiceert de studie [s1]" in text
    assert parse_summary(text, "nl").summary.next_steps == summary.next_steps
    march = told(MARCH, "Loodsplicht", REPORT)
    planned = Summary("Loodsplicht", "nl", next_steps=(replace(step, discharged=False),))
    june = told(JUNE, "Loodsplicht", "De Raad sprak over de loodsplicht.")
    sides = [
        replace(march, summaries={"loodsplicht": planned}),
        replace(june, summaries={"loodsplicht": replace(planned, next_steps=(step,))}),
    ]
    (found,) = followed(sides)
    assert (found.state, found.link) == ("done", "confirmed")
    assert found.came
    assert found.came.meeting == JUNE


def test_a_commitment_whose_topic_came_back_stays_open_and_says_so() -> None:
    said = Commitment("de Kamer informeren over loodsen", "het kabinet", "het lid Zee", "")
    summary = Summary("Loodsplicht", "nl", commitments=(said,))
    sides = [
        replace(told(MARCH, "Loodsplicht", "De Raad sprak."), summaries={"loodsplicht": summary}),
        told(JUNE, "Loodsplicht", "De Raad sprak over de loodsplicht."),
    ]
    (promise,) = promises(sides, TODAY)
    assert (promise.state, promise.discharged, promise.discussed_link) == (
        "open",
        None,
        "suggested",
    )
    table = follow_up_csv(FollowUp((promise,), ()))
    assert "weer besproken, niet gezegd of het is gedaan: JBZ 12 juni 2031" in table


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("binnen zes maanden", date(2031, 9, 6)),
        ("binnen drie weken", date(2031, 3, 27)),
        ("binnen een jaar", date(2032, 3, 6)),
        ("volgend jaar", date(2032, 12, 31)),
        ("begin volgend jaar", date(2032, 4, 30)),
        ("eind volgende maand", date(2031, 4, 30)),
        ("aan het eind van de maand", date(2031, 3, 31)),
        ("medio 2032", date(2032, 8, 31)),
        ("begin 2032", date(2032, 4, 30)),
        ("na de zomer", date(2031, 12, 31)),
        ("na 1 juni", None),
        ("tegen de zomer", date(2031, 6, 30)),
        ("uiterlijk in het najaar", date(2031, 12, 31)),
        ("vóór het zomerreces", date(2031, 7, 31)),
        ("vóór Pasen", date(2031, 4, 12)),
        ("over zes maanden", date(2031, 9, 6)),
        ("over zes maanden een brief", date(2031, 9, 6)),
        ("over drie jaar ervaring", None),
        ("binnen 120 dagen", date(2031, 7, 4)),
        ("vóór eind 2032", date(2032, 12, 31)),
        ("vóór eind mei 2032", date(2032, 5, 31)),
        ("vóór mei 2032", date(2032, 4, 30)),
        ("vóór het einde van 2032", date(2032, 12, 31)),
        ("vóór Pasen 2033", date(2033, 4, 16)),
        ("na Pasen 2033", date(2033, 12, 31)),
        ("na Pasen", None),
        ("na het paasreces", None),
        ("niet vóór 2032", None),
        ("tegen het tweede kwartaal van 2032", date(2032, 6, 30)),
        ("in het eerste kwartaal van 2032", date(2032, 3, 31)),
        ("na het eerste kwartaal van 2032", None),
        ("begin van het jaar 2032", date(2032, 4, 30)),
        ("vóór Pasen volgend jaar", date(2032, 3, 27)),
        ("vóór volgend jaar", date(2031, 12, 31)),
        ("in het derde kwartaal", date(2031, 9, 30)),
        ("in de tweede helft van het jaar", date(2031, 12, 31)),
        ("in de tweede helft van de vergadering", None),
        ("een debat, gepland voor juni", date(2031, 6, 30)),
        ("agendeert het voor 12 juni", date(2031, 6, 12)),
        ("het voor juni agenderen", date(2031, 5, 31)),
        ("na volgend jaar", None),
        ("voor het einde van volgend jaar", date(2032, 12, 31)),
        ("within two months", date(2031, 5, 6)),
        ("by the summer", date(2031, 6, 30)),
        ("after the summer", date(2031, 12, 31)),
        ("by mid-July", date(2031, 7, 31)),
        ("early next year", date(2032, 4, 30)),
        ("in late 2031", date(2031, 12, 31)),
        ("by the end of the month", date(2031, 3, 31)),
        ("before Easter", date(2031, 4, 12)),
        ("before the end of the year", date(2031, 12, 31)),
        ("in two weeks", date(2031, 3, 20)),
        ("before mid-2032", date(2032, 8, 31)),
        ("before Christmas 2032", date(2032, 12, 24)),
        ("after Easter", None),
        ("not before 2032", None),
        ("by Q2 2032", date(2032, 6, 30)),
        ("by spring 2032", date(2032, 3, 31)),
        ("after Q2 2032", None),
        ("report as early as 2032", date(2032, 12, 31)),
        ("beginning work by 2032", date(2032, 12, 31)),
        ("early results by 2032", date(2032, 12, 31)),
        ("by the beginning of 2032", date(2032, 4, 30)),
        ("before Easter next year", date(2032, 3, 27)),
        ("before next year", date(2031, 12, 31)),
        ("after next year", None),
        ("by the end of the third quarter", date(2031, 9, 30)),
        ("before the summer break", date(2031, 7, 31)),
    ],
)
def test_a_moment_is_read_from_the_day_of_the_meeting(text: str, expected: date | None) -> None:
    english = {"within", "by", "after", "early", "late", "before", "weeks"}
    language = "en" if english & set(text.split()) else "nl"
    assert last_day(text, MADE, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("vóór Pasen", "nl", date(2032, 3, 27)),
        ("vóór het zomerreces", "nl", date(2032, 7, 31)),
        ("vóór de kerst", "nl", date(2031, 12, 24)),
        ("before Easter", "en", date(2032, 3, 27)),
        ("before the summer break", "en", date(2032, 7, 31)),
    ],
)
def test_a_feast_that_is_over_is_that_of_next_year(
    text: str, language: str, expected: date
) -> None:
    assert last_day(text, date(2031, 10, 9), language) == expected


def test_no_moment_is_read_beyond_the_last_year_of_the_calendar() -> None:
    assert last_day("binnen zes maanden", date(9999, 12, 31), "nl") is None
    assert last_day("volgend jaar", date(9999, 12, 31), "nl") is None
