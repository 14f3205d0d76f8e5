"""Hand-made meetings for the tests of briefings. Everything in them is fictional."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from workflow.briefing.compose import Proposal, Source, compose
from workflow.briefing.model import Briefing, ChangeLine, Imprint
from workflow.positions.model import Draft, Suggestion
from workflow.report.model import Footnote, Item, Part, Reference, Report, Result, Sentence
from workflow.summaries.model import (
    Commitment,
    Meeting,
    MeetingItem,
    NextStep,
    Position,
    Remark,
    Summary,
    SummarySentence,
)

IMPRINT = Imprint(
    authors=("Sanne de Wit", "Piet Jansen"),
    made=datetime(2031, 3, 12, 14, 5, tzinfo=timezone(timedelta(hours=1))),
    organisation="Ministerie van Fictieve Zaken",
    commit="0f3c1a2b4d5e6f708192a3b4c5d6e7f801234567",
    source_url="https://www.example.org/verslagen/2031-03-04",
)
SINCE = "FZ 4 en 5 december 2030"

_TEXTS = {
    "havenveiligheid": [
        "Het voorzitterschap lichtte het voorstel voor een havenwet toe.",
        "De Commissie riep alle lidstaten op de wet snel uit te voeren.",
        "De meeste lidstaten uitten zorgen over de bewijslast voor havenbedrijven.",
        "Enkele lidstaten wezen op de kosten van 1,1 miljoen euro per haven.",
        "Nederland acht een uitzondering voor kleine havens niet nodig.",
        "De Raad nam de conclusies over havenveiligheid aan.",
        "Het kabinet geeft hiermee uitvoering aan de toezegging aan het lid Visser.",
        "Slowakije kon niet instemmen met de voorgestelde termijn.",
        "Het voorzitterschap streeft naar een akkoord in juni.",
    ],
    "grensregio": [
        "De Commissie presenteerde haar verslag over de grensregio's.",
        "Veel lidstaten, waaronder Nederland, verwelkomden het verslag.",
        "Polen maakte een voorbehoud bij de financiering.",
        "De Commissie kondigde een voorstel aan voor het najaar.",
    ],
    "waterkwaliteit": [
        "Het voorzitterschap opende een beleidsdebat over de kwaliteit van drinkwater.",
        "Alle lidstaten steunden het doel van het voorstel.",
        "De Commissie zegde een effectbeoordeling toe.",
        "Nederland vroeg aandacht voor de rol van drinkwaterbedrijven.",
    ],
    "diversen": ["Het inkomend voorzitterschap lichtte zijn werkprogramma toe."],
}


def _sentences(slug: str) -> tuple[Sentence, ...]:
    return tuple(Sentence(n, text, 0) for n, text in enumerate(_TEXTS[slug], 1))


MEETING = Meeting(
    id="2031-03-04-fz",
    council="fz",
    days=(date(2031, 3, 4), date(2031, 3, 5)),
    title="Verslag van de Raad Fictieve Zaken van 4 en 5 maart 2031",
    language="nl",
    source="verslag-fz.pdf",
    sha256="ab" * 32,
    place="Brussel",
    parts=(("I", "Havens"), ("II", "Water en grenzen")),
    items=(
        MeetingItem("havenveiligheid", "I", "1", "Havenveiligheid in de Europese Unie"),
        MeetingItem("grensregio", "I", "2", "Verslag over de grensregio's"),
        MeetingItem("waterkwaliteit", "II", "1", "Kwaliteit van drinkwater"),
        MeetingItem("diversen", "II", "2", "Diversen"),
    ),
)

REPORT = Report(
    language="nl",
    title=MEETING.title,
    council="FZ",
    dates=MEETING.days,
    parts=(
        Part(
            "I",
            "Havens",
            (
                Item(
                    "1",
                    "Havenveiligheid in de Europese Unie",
                    _sentences("havenveiligheid"),
                    (
                        Footnote("1", "Kamerstukken II 2030-2031, 99 317 nr. 869.", 7),
                        Footnote("2", "Zie ook Kamerstuk 21 501-99, nr. 12 en 99317-870.", 0),
                    ),
                    "Raadsconclusies",
                    (Reference("motie", "Visser", "motie-Visser c.s.", 7),),
                ),
                Item("2", "Verslag over de grensregio's", _sentences("grensregio")),
            ),
            (Result("De Raad nam de conclusies over havenveiligheid aan."),),
        ),
        Part(
            "II",
            "Water en grenzen",
            (
                Item("1", "Kwaliteit van drinkwater", _sentences("waterkwaliteit")),
                Item("2", "Diversen", _sentences("diversen")),
            ),
            (
                Result("De Raad hield een eerste debat over de kwaliteit van drinkwater."),
                Result("Het voorzitterschap kondigde een vervolgdebat aan in juni 2031."),
            ),
        ),
    ),
)

HAVEN = Summary(
    title="Havenveiligheid in de Europese Unie",
    language="nl",
    status="approved",
    topics=("havens",),
    sentences=(
        SummarySentence("De Raad nam de conclusies over havenveiligheid aan.", (6,)),
        SummarySentence(
            "De meeste lidstaten hebben zorgen over de bewijslast; enkele wijzen op de kosten "
            "(zie Kamerstukken 2030-2031 nr 99317-872).",
            (3, 4),
        ),
        SummarySentence("Slowakije is tegen de termijn.", (8,)),
        SummarySentence("Het kabinet doet hiermee een toezegging gestand.", (7,)),
    ),
    positions=(
        Position("lidstaten:enkele", "enkele lidstaten", "concern", "wijzen op de kosten", (4,)),
        Position("commissie", "Commissie", "call", "snelle uitvoering door alle lidstaten", (2,)),
        Position("land:SK", "Slowakije", "oppose", "de voorgestelde termijn", (8,)),
        Position(
            "nederland",
            "Nederland",
            "oppose",
            "een uitzondering voor kleine havens is niet nodig",
            (5,),
        ),
        Position(
            "lidstaten:meeste",
            "de meeste lidstaten",
            "concern",
            "de bewijslast voor havenbedrijven",
            (3,),
        ),
        Position("raad", "Raad", "decide", "neemt de conclusies over havenveiligheid aan", (6,)),
    ),
    next_steps=(NextStep("Het voorzitterschap streeft naar een akkoord.", "juni 2031", (9,)),),
    commitments=(
        Commitment(
            "inzicht geven in de kosten per haven",
            "de minister",
            "het lid Visser",
            "commissiedebat 29 februari 2031",
            True,
            (7,),
        ),
    ),
    remarks=(
        Remark("Klopt het bedrag per haven?", "Piet Jansen", "2031-03-11", False, (4,)),
        Remark("Is de titel die van de agenda?", "Sanne de Wit", "", False, ()),
        Remark("Al beantwoord.", "Sanne de Wit", "2031-03-10", True, (3,)),
    ),
)
GRENS = Summary(
    title="Verslag over de grensregio's",
    language="nl",
    status="review",
    sentences=(
        SummarySentence("De Commissie presenteerde haar verslag.", (1,)),
        SummarySentence("Veel lidstaten, waaronder Nederland, zijn er blij mee.", (2,)),
    ),
    positions=(
        Position("lidstaten:veel", "veel lidstaten", "support", "het verslag", (2,)),
        Position("nederland", "Nederland", "support", "het verslag", (2,)),
        Position("land:PL", "Polen", "reserve", "bij de financiering", (3,)),
    ),
    next_steps=(NextStep("De Commissie komt met een voorstel.", "najaar 2031", (4,)),),
)
WATER = Proposal(
    (
        Suggestion("lidstaten:alle", "support", _TEXTS["waterkwaliteit"][1], (2,), True),
        Suggestion("commissie", "announce", _TEXTS["waterkwaliteit"][2], (3,), True),
        Suggestion("nederland", "call", _TEXTS["waterkwaliteit"][3], (4,), False),
    ),
    Draft((2, 3, 4), ()),
)
SOURCE = Source(
    MEETING, REPORT, {"havenveiligheid": HAVEN, "grensregio": GRENS}, {"waterkwaliteit": WATER}
)
CHANGES = (
    ChangeLine(
        "havens",
        "Nederland",
        "reversed",
        "een uitzondering voor kleine havens is gewenst",
        "een uitzondering voor kleine havens is niet nodig",
        "support",
        "oppose",
        (5,),
        "havenveiligheid",
    ),
    ChangeLine(
        "havens",
        "enkele lidstaten",
        "narrower",
        "wijzen op de kosten",
        "wijzen op de kosten",
        "concern",
        "concern",
        (4,),
        "havenveiligheid",
        older_actor="veel lidstaten",
    ),
    ChangeLine(
        "havens",
        "Slowakije",
        "new",
        "",
        "de voorgestelde termijn",
        "",
        "oppose",
        (8,),
        "havenveiligheid",
    ),
    ChangeLine(
        "havens",
        "Commissie",
        "unchanged",
        "snelle uitvoering",
        "snelle uitvoering",
        "call",
        "call",
        (2,),
        "havenveiligheid",
    ),
    ChangeLine(
        "visserij",
        "Nederland",
        "dropped",
        "ruimere vangstquota",
        "",
        "support",
        "",
        older_item="II.3",
    ),
)


def sample_briefing(**options: object) -> Briefing:
    """The briefing of the sample meeting, compared with the one before unless told otherwise."""
    settings: dict[str, object] = {"imprint": IMPRINT, "changes": CHANGES, "since": SINCE}
    return compose(SOURCE, **(settings | options))


def approved_source() -> Source:
    """The sample meeting with two items, both approved."""
    meeting = replace(MEETING, items=MEETING.items[:2])
    summaries = {"havenveiligheid": HAVEN, "grensregio": GRENS.with_status("approved")}
    return Source(meeting, REPORT, summaries)


def tracked_briefing(mode: str = "redline") -> Briefing:
    """The sample briefing with its position changes tracked."""
    from workflow.briefing.model import Revision
    from workflow.briefing.tracking import track_meeting

    revision = Revision("Sanne de Wit", datetime(2031, 3, 11, 9, 30))
    return track_meeting(sample_briefing(), CHANGES, {"havenveiligheid": revision}, mode)


def many(count: int) -> Briefing:
    """A briefing of so many items, all like the first sample item."""
    _, item = SOURCE.report.items()[0]
    entries = tuple(MeetingItem(f"p{n}", "I", str(n), item.title) for n in range(1, count + 1))
    report = Report(
        "nl",
        MEETING.title,
        "FZ",
        MEETING.days,
        (Part("I", "Havens", tuple(replace(item, number=e.number) for e in entries)),),
    )
    summary = SOURCE.summaries["havenveiligheid"]
    changes = tuple(replace(c, item=e.slug) for e in entries for c in CHANGES if c.item)
    return compose(
        Source(replace(MEETING, items=entries), report, {e.slug: summary for e in entries}),
        imprint=IMPRINT,
        changes=changes,
        since=SINCE,
    )
