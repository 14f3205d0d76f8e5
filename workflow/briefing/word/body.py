"""The running text of a Word briefing: everything but one item's section."""

from workflow.briefing.model import Briefing, OverviewRow, PartSection
from workflow.briefing.overview import COLUMNS, COLUMNS_ALONE, characters
from workflow.briefing.phrases import anchor, lists_undiscussed, undiscussed_table
from workflow.briefing.progress import Progress
from workflow.briefing.urls import source_url
from workflow.briefing.word.contents import Heading, contents
from workflow.briefing.word.item import item_section
from workflow.briefing.word.markup import Look, inner_link, run
from workflow.briefing.word.story import Story, heading_anchor
from workflow.briefing.word.tables import Row, table

LINES_OF_FIRST_PAGE = 52
"""Lines of ordinary text that fit on the first page."""


def body(story: Story, progress: Progress) -> str:
    """The content of `w:body`, without the section's properties."""
    briefing = story.briefing
    writer = _Writer(story, progress)
    front = _title_block(story) + writer.results() + writer.overview()
    sections = "".join(writer.part(part) for part in briefing.parts)
    if not briefing.items:
        sections += story.paragraph("Normal", run(story.words["no_items"]))
    end = writer.commitments() + writer.undiscussed() + writer.annex()
    fits = _contents_fit(briefing, len(writer.headings))
    listed = contents(story, writer.headings, "" if fits else _NEW_PAGE)
    return f"{front}{listed}{sections}{end}"


def _title_block(story: Story) -> str:
    briefing = story.briefing
    house = briefing.imprint.organisation
    above = story.paragraph("Subtitle", run(house)) if house.strip() else ""
    title = story.paragraph("Title", run(briefing.title))
    lines = [
        story.paragraph(
            "Briefing Facts", run(label, Look(bold=True)) + run("\t") + _fact(story, label, value)
        )
        for label, value in briefing.facts
    ]
    return above + title + "".join(lines)


def _fact(story: Story, label: str, value: str) -> str:
    url = source_url(story.briefing) if label == story.words["source"] else ""
    if not url:
        return run(value)
    return story.outer_link(url, run(value, Look(story.style("Hyperlink"))))


class _Writer:
    """Writes the chapters and remembers their headings."""

    def __init__(self, story: Story, progress: Progress) -> None:
        self.story = story
        self.headings: list[Heading] = []
        self.started = False
        self.progress = progress

    def heading(self, level: int, text: str, place: str = "", properties: str = "") -> str:
        """A heading with its bookmark."""
        place = place or heading_anchor(f"h{len(self.headings) + 1}")
        self.headings.append(Heading(level, text, place))
        content = self.story.bookmark(place, run(text))
        return self.story.paragraph(f"heading {level}", content, properties)

    def results(self) -> str:
        """The key results per part."""
        story = self.story
        found = [part for part in story.briefing.parts if part.results]
        if story.briefing.kind == "topic" and not found:
            return ""
        text = self.heading(1, story.words["results"])
        if not found:
            return text + story.paragraph("Normal", run(story.words["no_results"]))
        for part in found:
            if part.heading:
                words = story.words["results_part"].format(part=part.heading)
                text += story.paragraph("Normal", run(words, Look(bold=True)), _LABEL)
            text += "".join(story.paragraph("List Bullet", story.text(r)) for r in part.results)
        return text

    def overview(self) -> str:
        """One line per item, on one page."""
        story, briefing = self.story, self.story.briefing
        if not briefing.overview:
            return ""
        text = self.heading(
            1, story.words["overview"], properties="" if _fits(briefing) else _NEW_PAGE
        )
        some = any(row.suggested for row in briefing.overview)
        intro = story.words["overview_intro" if some else "overview_intro_plain"]
        text += story.paragraph("Normal", run(intro))
        heads = [story.words["item"], story.words["outcome"], briefing.own_government]
        if briefing.since:
            heads.append(story.words["change"])
        rows = [Row(tuple(self._overview_cells(row))) for row in briefing.overview]
        shares = COLUMNS if briefing.since else COLUMNS_ALONE
        return text + table(story, story.words["table_overview"], heads, shares, rows)

    def _overview_cells(self, row: OverviewRow) -> list[str]:
        story = self.story
        name = f"{row.label} {row.title}".strip() + ("*" if row.suggested else "")
        cells = [inner_link(heading_anchor(row.key), run(name))]
        outcome = story.paragraph("Briefing Table Text", run(row.outcome or story.words["none"]))
        if row.objections:
            outcome += story.paragraph("Briefing Table Text", run(row.objections, Look(bold=True)))
        rest = [row.own, row.change] if story.briefing.since else [row.own]
        texts = [story.paragraph("Briefing Table Text", cells[0]), outcome]
        texts += [
            story.paragraph("Briefing Table Text", run(text or story.words["none"]))
            for text in rest
        ]
        return texts

    def part(self, part: PartSection) -> str:
        """A part with its items; the first one starts on a new page."""
        if not part.items:
            return ""
        story = self.story
        properties = "" if self.started else _NEW_PAGE
        self.started = True
        found = [self.heading(1, part.heading or story.words["items"], properties=properties)]
        for item in part.items:
            found.append(self.heading(2, item.heading, heading_anchor(item.key)))
            found.append(item_section(story, item))
            self.progress.step()
        return "".join(found)

    def commitments(self) -> str:
        """All promises to parliament in one table."""
        story = self.story
        rows = story.briefing.commitments
        text = self.heading(1, story.words["all_commitments"])
        if not rows:
            return text + story.paragraph("Normal", run(story.words["no_commitments"]))
        heads = [story.words[key] for key in ("item", "commitment", "to_whom", "debate", "state")]
        cells = []
        for row in rows:
            link = inner_link(heading_anchor(row.key), run(row.label or story.words["item"]))
            words = f"{row.who}: {row.line.text}" if row.who else row.line.text
            texts = [story.text(words)]
            texts += [
                run(each or story.words["none"]) for each in (row.to_whom, row.debate, row.state)
            ]
            cells.append(
                Row(tuple(story.paragraph("Briefing Table Text", text) for text in (link, *texts)))
            )
        title = story.words["table_commitments"]
        return text + table(story, title, heads, (15, 39, 17, 17, 12), cells)

    def undiscussed(self) -> str:
        """Topics that did not come back."""
        story, briefing = self.story, self.story.briefing
        if not lists_undiscussed(briefing):
            return ""
        text = self.heading(1, story.words["undiscussed"])
        if not briefing.undiscussed:
            words = story.words["no_undiscussed"].format(since=briefing.since)
            return text + story.paragraph("Normal", run(words))
        intro = story.words["undiscussed_intro"].format(since=briefing.since)
        heads, texts = undiscussed_table(briefing)
        rows = [
            Row(tuple(story.paragraph("Briefing Table Text", run(cell)) for cell in row))
            for row in texts
        ]
        shares = (34, 28, 38) if len(heads) > 2 else (60, 40)
        return (
            text
            + story.paragraph("Normal", run(intro))
            + table(story, story.words["table_undiscussed"], heads, shares, rows)
        )

    def annex(self) -> str:
        """The quoted sentences of the report, grouped by part and item."""
        story = self.story
        text = self.heading(1, story.words["annex"], properties=_NEW_PAGE)
        parts = [part for part in story.briefing.parts if any(i.quotes for i in part.items)]
        key = "annex_intro" if parts else "no_quotes"
        text += story.paragraph("Normal", run(story.words[key]))
        for part in parts:
            if part.heading and len(parts) > 1:
                words = story.words["annex_part"].format(part=part.heading)
                text += self.heading(2, words)
            text += "".join(self._quotes(part))
        return text

    def _quotes(self, part: PartSection) -> list[str]:
        story = self.story
        found = []
        for item in part.items:
            if not item.quotes:
                continue
            link = inner_link(heading_anchor(item.key), run(item.heading))
            found.append(story.paragraph("Briefing Source", link))
            for quote in item.quotes:
                key = "quote" if item.label else "quote_plain"
                label = story.words[key].format(label=item.label, number=quote.number)
                mark = story.bookmark(anchor(item.key, quote.number), run(label, Look(bold=True)))
                look = Look(language=quote.language)
                notes = "".join(story.note_mark(number) for number in quote.notes)
                content = mark + run("\t") + story.text(quote.text, look) + notes
                found.append(story.paragraph("Briefing Quotation", content))
        return found


_NEW_PAGE = "<w:pageBreakBefore/>"
_LABEL = '<w:keepNext/><w:spacing w:before="80" w:after="40"/>'


def _lines_above(briefing: Briefing) -> int:
    """Lines that title block and results take on the first page."""
    lines = 9 + len(briefing.facts)
    for part in briefing.parts:
        lines += sum(1 + len(result) // 80 for result in part.results) + 2 * bool(part.results)
    return lines


def _lines_of_overview(briefing: Briefing) -> int:
    """Lines that the overview takes."""
    lines = 8
    for row in briefing.overview:
        shares = COLUMNS if briefing.since else COLUMNS_ALONE
        texts = (row.label + row.title, row.outcome, row.own, row.change)
        taken = [1 + len(t) // characters(s) for t, s in zip(texts, shares, strict=False)]
        taken[1] += -(-len(row.objections) // characters(shares[1])) + bool(row.objections)
        lines += max(taken)
    return lines


def _fits(briefing: Briefing) -> bool:
    """Whether the overview probably fits on the first page, below the title and the results."""
    return _lines_above(briefing) + _lines_of_overview(briefing) <= LINES_OF_FIRST_PAGE


def _contents_fit(briefing: Briefing, headings: int) -> bool:
    """Whether the contents probably fit below the overview."""
    lines = _lines_of_overview(briefing)
    if _fits(briefing):
        lines += _lines_above(briefing)
    return lines + 4 + headings <= LINES_OF_FIRST_PAGE
