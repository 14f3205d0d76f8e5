from dataclasses import replace
from datetime import date

import pytest
from comparison_sides import side

from workflow.comparison.dues import last_day
from workflow.comparison.followup import (
    FollowUp,
    follow_up_csv,
    follow_up_json,
    overdue_words,
    standing,
)
from workflow.comparison.promises import promises
from workflow.comparison.steps import steps
from workflow.report.model import Reference
from workflow.report.references.dates import find_dates
from workflow.report.references.future import find_future
from workflow.summaries.model import Commitment, NextStep, Summary, SummarySentence
from workflow.summaries.offers import offered_next_steps

MARCH, JUNE = "2031-03-06-jbz", "2031-06-12-jbz"
MADE = date(2031, 3, 6)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("uiterlijk 4 juni 2031", date(2031, 6, 4)),
        ("vóór 1 juni 2031", date(2031, 5, 31)),
        ("before 1 June 2031", date(2031, 5, 31)),
        ("in juni 2031", date(2031, 6, 30)),
        ("tijdens de Raad van juni a.s.", date(2031, 6, 30)),
        ("in januari", date(2032, 1, 31)),
        ("voor de zomer", date(2031, 6, 30)),
        ("voorjaar 2032", date(2032, 6, 30)),
        ("in 2032", date(2032, 12, 31)),
        ("2031-05-02", date(2031, 5, 2)),
        ("2031-02-31", None),
        ("binnenkort", None),
    ],
)
def test_the_last_day_of_a_moment(text: str, expected: date | None) -> None:
    language = "en" if "June" in text else "nl"
    assert last_day(text, MADE, language) == expected


def with_summary(meeting: str, title: str, **fields):
    one = side(meeting, {title: [("", "", "De Raad besprak het voorstel.")]})
    slug = one.meeting.items[0].slug
    return replace(one, summaries={slug: Summary(title, "nl", **fields)})


def commitment(text: str, *, done: bool = False, to_whom: str = "het lid Duindam") -> Commitment:
    return Commitment(text, "het kabinet", to_whom, "", done)


def test_a_commitment_is_followed_until_it_is_discharged() -> None:
    text = "de Kamer informeren over de kosten van het reizigersportaal"
    sides = [
        with_summary(MARCH, "Portaal", commitments=(commitment(f"vóór 1 juni {text}"),)),
        with_summary(JUNE, "Portaal", commitments=(commitment(text, done=True),)),
    ]
    (promise,) = promises(sides, date(2031, 7, 1))
    assert (promise.state, promise.made.meeting, promise.discharged.meeting) == (
        "done",
        MARCH,
        JUNE,
    )
    (promise,) = promises(sides[:1], date(2031, 7, 1))
    assert (promise.state, promise.due) == ("overdue", date(2031, 5, 31))
    (promise,) = promises(sides[:1], date(2031, 4, 1))
    assert promise.state == "open"
    assert "te laat" in follow_up_csv(FollowUp(promises(sides[:1], date(2031, 7, 1)), ()))


def test_commitments_to_different_members_are_two() -> None:
    text = "de Kamer informeren over de kosten van het reizigersportaal"
    sides = [
        with_summary(MARCH, "Portaal", commitments=(commitment(text),)),
        with_summary(
            JUNE, "Portaal", commitments=(commitment(text, done=True, to_whom="het lid Zee"),)
        ),
    ]
    assert [promise.state for promise in promises(sides, MADE)] == ["open", "done"]


def test_a_next_step_comes_when_its_topic_comes_back() -> None:
    step = NextStep("de Raad spreekt opnieuw over het portaal", "juni 2031")
    march = with_summary(MARCH, "Europees reizigersportaal", next_steps=(step,))
    june = side(JUNE, {"Europees reizigersportaal: planning": [("", "", "De planning schuift.")]})
    (found,) = steps([march, june], date(2031, 7, 1))
    assert (found.state, found.came.meeting) == ("done", JUNE)
    (found,) = steps([march], date(2031, 7, 1))
    assert (found.state, found.came) == ("overdue", None)
    for words, came in (("in september 2031", None), ("uiterlijk in september 2031", JUNE)):
        late = NextStep(f"de Raad spreekt {words} over het portaal", "september 2031")
        march = with_summary(MARCH, "Europees reizigersportaal", next_steps=(late,))
        (found,) = steps([march, june], date(2031, 7, 1))
        assert (found.came.meeting if found.came else None) == came, words
    assert steps([march], date(2031, 4, 1))[0].state == "open"


def test_a_season_that_is_over_is_that_of_next_year() -> None:
    december = date(2031, 12, 4)
    assert last_day("in het voorjaar", december, "nl") == date(2032, 6, 30)
    assert last_day("would come in the spring", december, "en") == date(2032, 6, 30)
    assert last_day("in het afgelopen voorjaar", december, "nl") == date(2031, 6, 30)
    assert last_day("discussed last spring", december, "en") == date(2031, 6, 30)


def test_what_will_not_be_is_not_announced() -> None:
    """`geen voorstel zal doen` is no next step; beside an announcement it takes nothing away."""
    texts = (
        "De Commissie zal in juni geen voorstel doen.",
        "De Commissie zal in juni een voorstel doen.",
    )
    one = side(MARCH, {"Portaal": [("commissie", "oppose", text) for text in texts]})
    slug = one.meeting.items[0].slug
    denied, kept = one.attributions[slug]
    told = (replace(denied, denied="announce"), replace(kept, stance="announce"))
    one = replace(one, attributions={slug: told})

    def item(_meeting, _slug):
        (part,) = one.report.parts
        references = tuple(
            Reference("future", "juni", "", sentence=n, rule="date_ahead") for n in (1, 2)
        )
        return replace(part.items[0], references=references)

    found = steps([one], date(2031, 4, 1), item)
    assert [step.step.evidence for step in found] == [(2,)]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("The prices have fallen since the autumn.", "en", []),
        ("Outbreaks were recorded over the winter.", "en", []),
        ("Zij lichtte toe wat sinds het voorjaar is gedaan.", "nl", []),
        ("It promised a proposal in the autumn.", "en", ["2031-autumn"]),
        ("It will be tabled during the summer.", "en", ["2031-summer"]),
        ("Letland verwees naar de brief die het in het voorjaar had rondgestuurd.", "nl", []),
        ("The agency recalled what it had found in the spring.", "en", []),
        (
            "De Commissie had aangekondigd in het voorjaar verslag te doen.",
            "nl",
            ["2031-spring"],
        ),
        ("Zij had in het najaar een plan willen zien.", "nl", ["2031-autumn"]),
        ("De uitval is in het eerste kwartaal van 2031 gedaald.", "nl", []),
        ("De evaluatie verschijnt in het tweede kwartaal van 2031.", "nl", ["2031-Q2"]),
        ("De Raad sprak over de prioriteiten voor het komende jaar.", "nl", []),
        ("Het staat op de agenda voor de komende Raad.", "nl", ["komende"]),
        ("Ministers exchanged views on the budget for the next year.", "en", []),
        ("Ministers will discuss the budget for the next year.", "en", ["will"]),
    ],
)
def test_what_is_over_lies_not_ahead(text: str, language: str, found: list[str]) -> None:
    assert ahead_in(text, language) == found


def ahead_in(text: str, language: str) -> list[str]:
    dates = find_dates(text, language, (MADE,))
    return [hit.value for hit in find_future(text, language, (MADE,), dates)]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("De Commissie zegde toe de kosten per haven in kaart te brengen.", "nl", "zegde toe"),
        ("Spanje en Malta zegden de Raad toe cijfers aan te leveren.", "nl", "zegden de raad toe"),
        ("Het agentschap beloofde om een handleiding te schrijven.", "nl", "beloofde om"),
        ("The agency undertook to map the costs for each port.", "en", "undertook to"),
        ("Spain and Malta promised to supply figures.", "en", "promised to"),
        ("De Commissie zegde financiële steun toe.", "nl", ""),
        ("De Commissie zegde dat toe.", "nl", ""),
        ("Als vervolgstap zal de Commissie cijfers geven.", "nl", "zal"),
        ("Als laatste punt zegde de Commissie een verslag toe.", "nl", "zegde"),
        ("Als gastland streeft Polen ernaar cijfers te geven.", "nl", "streeft polen ernaar"),
        ("Als lidstaten instemmen, zal de Commissie cijfers geven.", "nl", ""),
        ("Als er een plan komt zal de Commissie cijfers geven.", "nl", ""),
        ("Het verslag wordt uiterlijk 15 december verstuurd.", "nl", "2031-12-15"),
        ("Het verslag wordt uiterlijk 15 februari verstuurd.", "nl", "2032-02-15"),
        ("Spain promised support for the ports.", "en", ""),
        ("The directive promises to lower the costs.", "en", ""),
        # What is denied, and what only looks so.
        ("Geen enkele lidstaat zegde cijfers toe.", "nl", ""),
        ("De Commissie heeft geen verslag over de havens toegezegd.", "nl", ""),
        ("Griekenland liet weten de havens niet te zullen sluiten.", "nl", ""),
        ("De Commissie zal een niet bindend advies geven.", "nl", "zal"),
        ("De Commissie zal niet alleen cijfers geven.", "nl", "zal"),
        ("Nu er geen plan is, zal de Commissie cijfers geven.", "nl", "zal"),
        ("De Commissie was niet bij het debat, maar zegde een verslag toe.", "nl", "zegde"),
        ("The agency promised no report.", "en", ""),
        ("No one undertook to draft a paper.", "en", ""),
        ("The agency no longer intended to map the costs.", "en", ""),
        ("The agency will write to ports with no pilots.", "en", "will"),
        ("The agency will publish the costs no later than the others.", "en", "will"),
        ("The agency, which had no figures, promised a report.", "en", "promised"),
    ],
)
def test_a_promise_to_do_a_thing_lies_ahead(text: str, language: str, found: str) -> None:
    assert ahead_in(text, language) == ([found] if found else [])


@pytest.mark.parametrize(
    ("text", "language", "is_step"),
    [
        ("Naar verwachting gaat het om 30 schepen per haven.", "nl", False),
        ("De bijdrage zal 3 miljoen euro bedragen.", "nl", False),
        ("The contribution will amount to three million euros.", "en", False),
        ("Naar verwachting gaat het voorstel naar de Kamer.", "nl", True),
        ("The Commission promised to table a proposal.", "en", True),
    ],
)
def test_how_much_a_thing_will_be_is_no_step(text: str, language: str, is_step: bool) -> None:
    march = side(MARCH, {"Portaal": [("", "", text)]})
    (part,) = march.report.parts
    (cue,) = ahead_in(text, language)
    source = replace(part.items[0], references=(Reference("future", cue, cue, 1, rule="cue"),))
    assert bool(offered_next_steps(source, language=language)) == is_step


def test_a_moment_that_was_over_is_no_day_to_come() -> None:
    """`zoals in december 2030 gemeld` names no day on which a step of 2031 was due."""
    told = NextStep("de Commissie bezag in december 2030 of zij een voorstel zal doen")
    both = NextStep("de in december 2030 gemelde studie zal in het najaar van 2031 verschijnen")
    march = with_summary(MARCH, "Portaal", next_steps=(told, both))
    found = {step.step: (step.due, step.state) for step in steps([march], date(2031, 7, 1))}
    assert found == {told: (None, "open"), both: (date(2031, 12, 31), "open")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in het eerste kwartaal van 2032", date(2032, 3, 31)),
        ("in de tweede helft van 2031", date(2031, 12, 31)),
        ("uiterlijk Q2 2032", date(2032, 6, 30)),
    ],
)
def test_quarters_and_halves_have_a_last_day(text: str, expected: date) -> None:
    assert last_day(text, MADE, "nl") == expected


def test_what_is_announced_again_is_one_row() -> None:
    """It did not come in between; that the topic comes back is another matter each time."""
    title = "Europees reizigersportaal"
    texts = [
        f"De Commissie zal in het {when} een tussenrapportage presenteren."
        for when in ("voorjaar van 2031", "najaar van 2031", "voorjaar van 2032")
    ]
    back = "Het voorzitterschap kondigde aan het onderwerp in {} opnieuw te agenderen."
    days = (MARCH, JUNE, "2031-10-09-jbz")
    sides = [
        with_summary(day, title, next_steps=(NextStep(text), NextStep(back.format(month))))
        for day, text, month in zip(days, texts, ("juni", "oktober", "maart 2032"), strict=True)
    ]
    found = steps(sides, date(2031, 11, 1))
    (row,) = [step for step in found if "rapportage" in step.step.text]
    assert [(m.ref.meeting, m.due) for m in row.mentions] == [
        (JUNE, date(2031, 12, 31)),
        (days[2], date(2032, 6, 30)),
    ]
    assert (row.announced.meeting, row.due, row.came) == (MARCH, date(2032, 6, 30), None)
    again = [(step.state, bool(step.came)) for step in found if "agenderen" in step.step.text]
    assert again == [("open", False), ("done", True), ("done", True)]
    table = follow_up_csv(FollowUp((), found))
    assert "nu uiterlijk 31 december 2031" in table
    assert "nu uiterlijk 30 juni 2032" in table
    assert FollowUp((), found).only(("open",), JUNE).steps == (row,)


def test_a_step_is_missed_only_where_a_meeting_for_it_was_brought_in() -> None:
    march = with_summary(
        MARCH, "Portaal", next_steps=(NextStep("de Raad bespreekt het", "mei 2031"),)
    )
    june = side(JUNE, {"Visserij": [("", "", "De vangst van kabeljauw is gedaald.")]})
    for sides, word, missed in (([march], "datum voorbij", False),
                                ([march, june], "niet teruggekomen", True)):  # fmt: skip
        (step,) = steps(sides, date(2031, 7, 1))
        assert (step.state, step.watched) == ("overdue", missed)
        found = FollowUp((), (step,))
        assert word in follow_up_csv(found)
        (told,) = follow_up_json(found)["next_steps"]
        assert (told["state"], told["standing"]) == ("overdue", "missed" if missed else "past")
        assert overdue_words(found) == f"{word} 1"


def test_what_is_late_stands_before_what_has_only_its_date_behind_it() -> None:
    meeting = "De Raad wees op de donorconferentie van 2 mei 2031 in Riga."
    letter = Commitment("het kabinet bericht uiterlijk 1 juni 2031", "het kabinet")
    march = with_summary(
        MARCH, "Portaal", commitments=(letter,), next_steps=(NextStep(meeting, "2 mei 2031"),)
    )
    day = date(2031, 7, 1)
    back = NextStep("de Raad bespreekt het", "juni 2031")
    april = with_summary("2031-04-10-jbz", "Visserij", next_steps=(back,))
    june = side(JUNE, {"Handel": [("", "", "De handel is gedaald.")]})
    sides = [march, april, june]
    found = FollowUp(promises(sides, day), steps(sides, day))
    assert [standing(each) for each in found.entries] == ["overdue", "missed", "past"]
    assert overdue_words(found) == "te laat 1 · niet teruggekomen 1 · datum voorbij 1"


def test_what_takes_place_elsewhere_is_not_missed_at_a_meeting() -> None:
    text = "De Commissie wees op de donorconferentie van 2 mei 2031 in Riga."
    march = with_summary(MARCH, "Portaal", next_steps=(NextStep(text, "2 mei 2031"),))
    june = side(JUNE, {"Visserij": [("", "", "De vangst van kabeljauw is gedaald.")]})
    (step,) = steps([march, june], date(2031, 7, 1))
    assert (step.state, step.watched) == ("overdue", False)


def test_what_somebody_only_asks_for_is_no_step() -> None:
    texts = (
        "Enkele lidstaten wensten de afspraken op korte termijn te herzien.",
        "Het Voorzitterschap drong aan op een akkoord op korte termijn.",
        "Estland benadrukte dat het portaal op korte termijn zal openen.",
    )
    actors = ("lidstaten:enkele", "voorzitterschap", "land:EE")
    march = side(
        MARCH, {"Portaal": [(who, "call", text) for who, text in zip(actors, texts, strict=True)]}
    )
    (part,) = march.report.parts
    cues = tuple(
        Reference("future", "op korte termijn", "op korte termijn", n, rule="cue")
        for n in (1, 2, 3)
    )
    source = replace(part.items[0], references=cues)
    found = steps([march], date(2031, 4, 1), lambda *_: source)
    assert [step.step.text for step in found] == list(texts[1:])


def test_a_promise_of_the_report_stays_when_a_text_is_written_without_it() -> None:
    """What nobody took over still counts, as a suggestion; what was taken over counts once."""
    text = "Het kabinet zegde het lid Duindam toe vóór 1 juni 2031 te berichten."
    one = side(MARCH, {"Portaal": [("", "", text), ("", "", "De Raad zal in juni besluiten.")]})
    slug = one.meeting.items[0].slug
    (part,) = one.report.parts
    references = (
        Reference("toezegging", "Duindam", "", sentence=1, rule="member"),
        Reference("future", "juni", "juni", sentence=2, rule="date_ahead"),
    )
    source = replace(part.items[0], references=references)

    def states(**fields):
        summary = Summary("Portaal", "nl", sentences=(SummarySentence("Een tekst."),), **fields)
        sides = [replace(one, summaries={slug: summary})]
        found = promises(sides, MADE, lambda *_: source), steps(sides, MADE, lambda *_: source)
        return [[each.source for each in kind] for kind in found]

    assert states() == [["suggestion"], ["suggestion"]]
    taken = Commitment(text, "het kabinet", "het lid Duindam", evidence=(1,))
    assert states(commitments=(taken,)) == [["summary"], ["suggestion"]]
    step = NextStep("de Raad besluit", "juni", (2,))
    assert states(next_steps=(step,), status="approved") == [["suggestion"], ["summary"]]


def test_a_point_of_an_item_about_many_things_comes_back_by_itself() -> None:
    """What was announced below `Diversen` is no more done because another point came back."""
    steps_said = (
        NextStep("de Raad spreekt in juni 2031 over veerboten", evidence=(1,)),
        NextStep("de Raad spreekt in juni 2031 over musea", evidence=(2,)),
    )
    march, june = (
        side(
            day, {"Diversen": [("", "", "Malta vroeg om veren."), ("", "", "Cyprus prees musea.")]}
        )
        for day in (MARCH, JUNE)
    )
    said = Summary("Diversen", "nl", next_steps=steps_said, topics=("veren [s1]", "musea [s2]"))
    later = Summary("Diversen", "nl", topics=("veren [s1]",))
    sides = [
        replace(march, summaries={"diversen": said}),
        replace(june, summaries={"diversen": later}),
    ]
    found = {each.step.evidence: each.state for each in steps(sides, date(2031, 7, 1))}
    assert found == {(1,): "done", (2,): "overdue"}
