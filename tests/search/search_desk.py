"""A small workspace of files, without history: two councils, three years, four items."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from workflow.report.model import Footnote, Item, Part, Report, Result, Sentence
from workflow.summaries.itemfile import render_summary
from workflow.summaries.meetingfile import render_meeting
from workflow.summaries.model import (
    Meeting,
    MeetingItem,
    NextStep,
    Position,
    Summary,
    SummarySentence,
)
from workflow.summaries.reportfile import render_report
from workflow.summaries.workspace import Workspace

SMUGGLING = (
    "Het voorzitterschap lichtte het voorstel over mensensmokkel toe.",
    "Roemenië vroeg aandacht voor de externe grenzen van de Unie.",
    "Nederland was tegen een uitzondering.",
)
SCHENGEN = (
    "De Commissie riep op tot betere grensbewaking.",
    "De externe maar ook de interne grenzen kwamen aan bod.",
)
BUDGET = ("De ministers spraken in Київ over de begroting; 85 miljoen euro is nodig.",)
OPEN = ("Nederland was tegen de heffing.", "De Commissie steunde de heffing.")


def sentences(texts):
    return tuple(Sentence(n, text, 0) for n, text in enumerate(texts, 1))


def write_meeting(root: Path, day: date, council: str, items: dict[str, tuple], summaries) -> None:
    """Write a meeting of items by slug: their sentences, and the summaries of some."""
    entries = tuple(
        MeetingItem(slug, "I", str(n), slug.capitalize()) for n, slug in enumerate(items, 1)
    )
    meeting = Meeting(
        f"{day}-{council}", council, (day,), f"Verslag {council}", "nl", "source.txt", "0" * 64,
        parts=(("I", "Deel"),), items=entries,
    )  # fmt: skip
    note = (Footnote("1", "Zie het Kamerstuk over Frontex.", 1),)
    report = Report(
        "nl", meeting.title, council, (day,),
        (Part("I", "Deel",
              tuple(Item(e.number, e.title, sentences(items[e.slug]), note) for e in entries),
              (Result(f"De {council}-raad nam een verordening aan."),)),),
    )  # fmt: skip
    folder = root / "summaries" / str(day.year) / meeting.id
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "meeting.toml").write_text(render_meeting(meeting), "utf-8")
    (folder / "report.md").write_text(render_report(report), "utf-8")
    for entry in entries:
        summary = summaries.get(entry.slug, Summary(entry.title, "nl"))
        text = render_summary(replace(summary, title=entry.title))
        (folder / f"{entry.slug}.md").write_text(text, "utf-8")


def make_desk(root: Path) -> Workspace:
    smuggling = Summary(
        "", "nl", "approved", ("mensensmokkel",),
        sentences=(SummarySentence("De raad besprak het café-akkoord.", (1,)),),
        positions=(
            Position("nederland", "Nederland", "oppose", "geen uitzondering", (3,)),
            Position("land:RO", "Roemenië", "call", "aandacht voor de grenzen", (2,)),
        ),
        next_steps=(NextStep("Het Europees Parlement stemt", "in juni"),),
    )  # fmt: skip
    schengen = Summary(
        "", "nl", "draft", ("schengen",),
        sentences=(SummarySentence("Smokkel bleef onbesproken.", (1,)),),
        positions=(
            Position("lidstaten:meeste", "de meeste lidstaten", "concern", "trage procedures"),
        ),
    )  # fmt: skip
    write_meeting(
        root, date(2030, 3, 4), "jbz",
        {"mensensmokkel": SMUGGLING, "schengen": SCHENGEN},
        {"mensensmokkel": smuggling, "schengen": schengen},
    )  # fmt: skip
    write_meeting(root, date(2031, 6, 1), "ecofin", {"begroting": BUDGET}, {})
    write_meeting(root, date(2032, 6, 1), "ecofin", {"heffing": OPEN}, {})
    return Workspace(root)
