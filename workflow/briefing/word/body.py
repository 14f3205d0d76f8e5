"""The running text of a Word briefing: everything but one item's section."""

from workflow.briefing.chapters import OverviewRow
from workflow.briefing.model import PartSection
from workflow.briefing.overview import columns, fitted
from workflow.briefing.phrases import (
    anchor,
    annex_intro,
    commitment_table,
    highlights_title,
    lists_undiscussed,
    more_changes,
    no_highlights,
    notices,
    overview_cells,
    overview_words,
    quote_label,
    undiscussed_intro,
    undiscussed_table,
)
from workflow.briefing.progress import Progress
from workflow.briefing.urls import source_url
from workflow.briefing.word.contents import Heading, contents
from workflow.briefing.word.flow import flow_of
from workflow.briefing.word.item import item_section
from workflow.briefing.word.markup import Look, inner_link, run, with_language
from workflow.briefing.word.story import Story, heading_anchor
from workflow.briefing.word.tables import Row, table


def body(story: Story, progress: Progress) -> str:
    """The content of `w:body`, without the section's properties."""
    briefing = story.briefing
    writer = _Writer(story, progress)
    front = _title_block(story) + writer.results() + writer.highlights()
    overview = writer.overview()
    sections = "".join(writer.part(part) for part in briefing.parts)
    if not briefing.items:
        sections += story.paragraph("Normal", run(story.words["no_items"]))
    end = writer.commitments() + writer.timeline() + writer.undiscussed() + writer.annex()
    listed = contents(story, writer.headings, _NEW_PAGE if writer.flow.contents_break else "")
    first, second = (listed, overview) if writer.flow.contents_first else (overview, listed)
    return f"{front}{first}{second}{sections}{end}"


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
    told = [story.paragraph("Briefing Notice", run(text)) for text in notices(briefing)]
    return above + title + "".join(lines + told)


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
        self.rows = fitted(story.briefing, story.page)
        self.flow = flow_of(story.briefing, self.rows, story.page)

    def heading(
        self, level: int, text: str, place: str = "", properties: str = "", language: str = ""
    ) -> str:
        """A heading with its bookmark."""
        place = place or heading_anchor(f"h{len(self.headings) + 1}")
        self.headings.append(Heading(level, text, place, language))
        content = self.story.bookmark(place, run(text, Look(language=language)))
        return self.story.paragraph(f"heading {level}", content, properties)

    def results(self) -> str:
        """The key results per part."""
        story = self.story
        found = [part for part in story.briefing.parts if part.results]
        if not found:
            return ""
        text = self.heading(1, story.words["results"])
        for part in found:
            if part.heading:
                words = story.words["results_part"].format(part=part.heading)
                text += story.paragraph("Normal", run(words, Look(bold=True)), _LABEL)
            text += "".join(story.paragraph("List Bullet", story.text(r)) for r in part.results)
        return text

    def highlights(self) -> str:
        """The changes that matter most."""
        story, briefing = self.story, self.story.briefing
        if not briefing.since:
            return ""
        text = self.heading(1, highlights_title(briefing))
        if not briefing.highlights:
            return text + story.paragraph("Normal", run(no_highlights(briefing)))
        for each in briefing.highlights:
            link = inner_link(heading_anchor(each.key), run(each.name, story.link_look))
            content = run(each.before) + link + run(each.after)
            text += story.paragraph("List Bullet", content)
        more = more_changes(briefing)
        return text + (story.paragraph("Normal", run(more)) if more else "")

    def overview(self) -> str:
        """One line per item, on one page."""
        story, briefing = self.story, self.story.briefing
        if not briefing.overview:
            return ""
        properties = _NEW_PAGE if self.flow.overview_breaks else ""
        text = self.heading(1, story.words["overview"], properties=properties)
        intro, heads = overview_words(briefing)
        text += story.paragraph("Normal", run(intro), _KEPT)
        rows = [Row(tuple(self._overview_cells(row))) for row in self.rows]
        shares = columns(briefing, story.page)
        return text + table(story, story.words["table_overview"], heads, shares, rows)

    def _overview_cells(self, row: OverviewRow) -> list[str]:
        story = self.story
        look = with_language(story.link_look, row.language)
        link = inner_link(heading_anchor(row.key), run(row.name, look))
        none, *others = map(run, overview_cells(row, story.briefing))
        undecided = run(f"{row.undecided} " if row.undecided else "")
        told = undecided + run(row.outcome, Look(language=row.language))
        objections = run(row.objections, Look(bold=True))
        outcome = [each for each in (told, objections) if each] or [none]
        cells = ([link], outcome, *([each] for each in others))
        return ["".join(story.paragraph("Briefing Table Text", e) for e in c) for c in cells]

    def part(self, part: PartSection) -> str:
        """A part with its items; the first one starts on a new page."""
        if not part.items:
            return ""
        story = self.story
        properties = _NEW_PAGE if self.flow.parts_break and not self.started else ""
        self.started = True
        found = [self.heading(1, part.heading or story.words["items"], properties=properties)]
        for item in part.items:
            place = heading_anchor(item.key)
            found.append(self.heading(2, item.heading, place, language=item.language))
            found.append(item_section(story, item))
            self.progress.step()
        return "".join(found)

    def commitments(self) -> str:
        """All promises to parliament in one table."""
        story = self.story
        found = story.briefing.commitments
        text = self.heading(1, story.words["all_commitments"])
        if not found:
            return text + story.paragraph("Normal", run(story.words["no_commitments"]))
        heads, cells = commitment_table(story.briefing)
        rows = []
        for row, (label, words, *rest) in zip(found, cells, strict=True):
            link = inner_link(heading_anchor(row.key), run(label, story.link_look))
            texts = (link, story.text(words), *map(run, rest))
            rows.append(Row(tuple(story.paragraph("Briefing Table Text", each) for each in texts)))
        title = story.words["table_commitments"]
        shares = (15, 85 - 17 * (len(heads) - 2), *[17] * (len(heads) - 2))
        return text + table(story, title, heads, shares, rows)

    def timeline(self) -> str:
        """The topic over all meetings."""
        story, told = self.story, self.story.briefing.timeline
        if not told:
            return ""
        rows = [
            Row(tuple(story.paragraph("Briefing Table Text", run(cell)) for cell in row))
            for row in told[1:]
        ]
        name = story.words["table_timeline"]
        shares = (20, 20, 16, 44)
        return self.heading(1, story.words["timeline"]) + table(
            story, name, list(told[0]), shares, rows
        )

    def undiscussed(self) -> str:
        """Topics that did not come back."""
        story, briefing = self.story, self.story.briefing
        if not lists_undiscussed(briefing):
            return ""
        text = self.heading(1, story.words["undiscussed"])
        intro = run(undiscussed_intro(briefing))
        if not briefing.undiscussed:
            return text + story.paragraph("Normal", intro)
        text += story.paragraph("Normal", intro, _KEPT)
        heads, texts = undiscussed_table(briefing)
        rows = [
            Row(tuple(story.paragraph("Briefing Table Text", run(cell)) for cell in row))
            for row in texts
        ]
        shares = (34, 28, 38) if len(heads) > 2 else (60, 40)
        return text + table(story, story.words["table_undiscussed"], heads, shares, rows)

    def annex(self) -> str:
        """The quoted sentences of the report, grouped by part and item."""
        story = self.story
        text = self.heading(1, story.words["annex"], properties=_NEW_PAGE)
        parts = [part for part in story.briefing.parts if any(i.quotes for i in part.items)]
        text += story.paragraph("Normal", run(annex_intro(story.briefing)))
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
            look = with_language(story.link_look, item.language)
            link = inner_link(heading_anchor(item.key), run(item.heading, look))
            found.append(story.paragraph("Briefing Source", link))
            for quote in item.quotes:
                label = quote_label(item, quote, story.words)
                mark = story.bookmark(anchor(item.key, quote.number), run(label, Look(bold=True)))
                look = Look(language=quote.language)
                notes = "".join(story.note_mark(number) for number in quote.notes)
                content = mark + run("\t") + story.text(quote.text, look) + notes
                found.append(story.paragraph("Briefing Quotation", content))
        return found


_NEW_PAGE = "<w:pageBreakBefore/>"
_KEPT = "<w:keepNext/>"
_LABEL = '<w:keepNext/><w:spacing w:before="80" w:after="40"/>'
