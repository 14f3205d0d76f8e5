"""The writer of HTML: the accessible twin of the Word document, whole without any styles.

One file, nothing from elsewhere, no scripts. Headings, tables with scoped headers, links with
words, notes as an ordered list with ways back.
"""

from collections.abc import Sequence
from html import escape
from importlib.resources import files

from workflow.briefing.chapters import OverviewRow
from workflow.briefing.foreign import stretches
from workflow.briefing.links import find_links
from workflow.briefing.model import Briefing, ItemSection, Line, PartSection, PositionRow
from workflow.briefing.overview import fitted
from workflow.briefing.phrases import (
    CHANGE_HEADS,
    anchor,
    anchors,
    annex_intro,
    change_cells,
    commitment_table,
    commitment_tail,
    full_title,
    heading_anchor,
    item_status,
    lead_of,
    lists_undiscussed,
    missing_text,
    more_changes,
    needs_care,
    notices,
    objection_words,
    overview_cells,
    overview_words,
    quote_label,
    undiscussed_intro,
    undiscussed_table,
    unmoved,
)
from workflow.briefing.progress import Proceed, Progress
from workflow.briefing.redline import pieces
from workflow.briefing.urls import source_url
from workflow.briefing.word.markup import TAGS
from workflow.languages import labels


def render_html(briefing: Briefing, proceed: Proceed | None = None) -> str:
    """The briefing as one HTML document; texts are clean already."""
    writer = _Writer(briefing, Progress(len(briefing.items), proceed))
    style = files(__package__).joinpath("page.css").read_text("utf-8")
    body = "\n".join(
        [
            *writer.front(),
            *writer.highlights(),
            *writer.overview(),
            *writer.contents(),
            *(block for part in briefing.parts for block in writer.part(part)),
            *writer.commitments(),
            *writer.timeline(),
            *writer.undiscussed(),
            *writer.annex(),
            *writer.footnotes(),
        ]
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{TAGS[briefing.language]}">\n<head>\n'
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(briefing.title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        f"<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def text(words: str) -> str:
    """Escaped text; line breaks stay."""
    return escape(words).replace("\n", "<br>")


def linked(words: str, language: str = "") -> str:
    """Escaped text with its references as links and other languages than its own marked."""
    parts, at = [], 0
    for link in find_links(words):
        parts.append(spoken(words[at : link.start], language))
        parts.append(f'<a href="{escape(link.url)}">{text(words[link.start : link.end])}</a>')
        at = link.end
    return "".join([*parts, spoken(words[at:], language)])


def spoken(words: str, language: str) -> str:
    """Escaped text, what is in another language than this one marked with it."""
    parts, at = [], 0
    for each in stretches(words, language) if language else ():
        parts.append(text(words[at : each.start]))
        code = TAGS.get(each.language, each.language)
        parts.append(f'<span lang="{code}">{text(words[each.start : each.end])}</span>')
        at = each.end
    return "".join([*parts, text(words[at:])])


def _table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table whose first column heads its rows; the cells are HTML."""
    head = "".join(f'<th scope="col">{text(each)}</th>' for each in heads)
    body = "\n".join(
        f'<tr><th scope="row">{row[0]}</th>{"".join(f"<td>{cell}</td>" for cell in row[1:])}</tr>'
        for row in rows
    )
    return (
        f"<table>\n<caption>{text(title)}</caption>\n<thead><tr>{head}</tr></thead>\n"
        f"<tbody>\n{body}\n</tbody>\n</table>"
    )


def _list(entries: Sequence[str], tag: str = "ul") -> str:
    return f"<{tag}>\n" + "\n".join(f"<li>{entry}</li>" for entry in entries) + f"\n</{tag}>"


class _Writer:
    """Sets one briefing."""

    def __init__(self, briefing: Briefing, progress: Progress) -> None:
        self.briefing = briefing
        self.progress = progress
        self.words = labels(briefing.language, "briefing.document")
        self.anchors = anchors(briefing)

    def _h(self, level: int, key: str, **values: str) -> str:
        return f"<h{level}>{text(self.words[key].format_map(values))}</h{level}>"

    def line(self, line: Line, key: str) -> str:
        """A line with its changes, evidence and note marks."""
        own = "" if line.language else self.briefing.language
        if line.is_changed:
            tags = {"-": "del", "+": "ins"}
            shown = "".join(
                f"<{tags[sign]}>{linked(piece, own)}</{tags[sign]}>"
                if sign in tags
                else linked(piece, own)
                for sign, piece in pieces(line)
            )
        else:
            shown = linked(line.text, own)
        if line.language:
            shown = f'<span lang="{TAGS.get(line.language, line.language)}">{shown}</span>'
        if line.text:
            shown += self.evidence(key, line.evidence)
        return shown + self.notes(line.notes)

    def notes(self, numbers: Sequence[int]) -> str:
        """Marks of footnotes."""
        label = escape(self.words["footnotes"])
        return "".join(
            f'<sup><a id="verwijzing_{n}" href="#noot_{n}" aria-label="{label} {n}">{n}</a></sup>'
            for n in numbers
        )

    def evidence(self, key: str, numbers: Sequence[int]) -> str:
        """Marks that lead to the quoted sentences."""
        if not numbers or not key:
            return ""
        marks = " ".join(
            f'<a href="#{anchor(key, n)}">s{n}</a>' if anchor(key, n) in self.anchors else f"s{n}"
            for n in numbers
        )
        return f' <sup class="bron">[{marks}]</sup>'

    def front(self) -> list[str]:
        """Title block and key results."""
        briefing = self.briefing
        facts = []
        for label, value in briefing.facts:
            shown = text(value)
            if label == self.words["source"] and source_url(briefing):
                shown = f'<a href="{escape(source_url(briefing))}">{shown}</a>'
            facts.append(f"<dt>{text(label)}</dt><dd>{shown}</dd>")
        found = [
            f"<h1>{text(briefing.title)}</h1>",
            "<dl>\n" + "\n".join(facts) + "\n</dl>",
            *(f'<p class="let-op">{text(each)}</p>' for each in notices(briefing)),
            self._h(2, "results"),
        ]
        parts = [part for part in briefing.parts if part.results]
        if not parts:
            return found[:-1]
        for part in parts:
            if part.heading:
                found.append(f"<h3>{text(part.heading)}</h3>")
            found.append(_list([linked(result, briefing.language) for result in part.results]))
        return found

    def highlights(self) -> list[str]:
        """The changes that matter most."""
        briefing = self.briefing
        if not briefing.since:
            return []
        found = [self._h(2, "highlights", since=briefing.since)]
        entries = [
            f'{text(each.before)}<a href="#{heading_anchor(each.key)}">{text(each.name)}</a>'
            f"{text(each.after)}"
            for each in briefing.highlights
        ]
        found.append(_list(entries) if entries else f"<p>{text(self.words['no_highlights'])}</p>")
        more = more_changes(briefing)
        return [*found, f"<p>{text(more)}</p>"] if more else found

    def overview(self) -> list[str]:
        """One line per item."""
        briefing = self.briefing
        if not briefing.overview:
            return []
        intro, heads = overview_words(briefing)
        rows = [self._overview_row(row) for row in fitted(briefing)]
        title = self.words["table_overview"]
        return [self._h(2, "overview"), f"<p>{text(intro)}</p>", _table(title, heads, rows)]

    def _overview_row(self, row: OverviewRow) -> list[str]:
        outcome, *rest = map(text, overview_cells(row, self.briefing))
        if row.objections:
            outcome += f"<br><strong>{text(row.objections)}</strong>"
        return [f'<a href="#{heading_anchor(row.key)}">{text(row.name)}</a>', outcome, *rest]

    def contents(self) -> list[str]:
        """Links to the items."""
        entries = []
        for part in self.briefing.parts:
            items = [
                f'<a href="#{heading_anchor(item.key)}">{text(item.heading)}</a>'
                for item in part.items
            ]
            if items and part.heading:
                entries.append(f"{text(part.heading)}\n{_list(items)}")
            else:
                entries += items
        if not entries:
            return []
        label = escape(self.words["contents"])
        return [f'<nav aria-label="{label}">', self._h(2, "contents"), _list(entries), "</nav>"]

    def part(self, part: PartSection) -> list[str]:
        """A part with its items."""
        if not part.items:
            return []
        found = [f"<h2>{text(part.heading or self.words['items'])}</h2>"]
        for item in part.items:
            found.append(f'<h3 id="{heading_anchor(item.key)}">{text(item.heading)}</h3>')
            found += self._item(item)
            self.progress.step()
        return found

    def _item(self, item: ItemSection) -> list[str]:
        status = linked(item_status(item, self.briefing)) + self.notes(item.treatment.notes)
        whole = full_title(item, self.briefing.language)
        found = [f"<p>{linked(whole)}</p>"] if whole else []
        kind = "let-op" if needs_care(item) else "status"
        found.append(f'<p class="{kind}">{status}</p>')
        label = f"<strong>{text(self.words['decided'])}:</strong> "
        decided = [f"{label}{self.line(line, item.key)}" for line in item.outcome]
        found += [f'<p class="besluit">{each}</p>' for each in decided]
        lines = " ".join(self.line(line, item.key) for line in item.summary)
        if lines:
            found += [self._h(4, "summary"), f"<p>{lines}</p>"]
        missing = missing_text(item, self.briefing.language)
        found += [f"<p>{text(missing)}</p>"] if missing else []
        found += self._positions(item) + self._changes(item) + self._rest(item)
        for remark in item.remarks:
            author = remark.author or self.words["remark"]
            found.append(f"<aside><strong>{text(author)}:</strong> {linked(remark.text)}</aside>")
        return found

    def _positions(self, item: ItemSection) -> list[str]:
        if not item.positions:
            return []
        found = [self._h(4, "positions")]
        objections = objection_words(item, self.briefing.language)
        if objections:
            words = self.words["objections_line"].format(actors=objections)
            found.append(f"<p><strong>{text(words)}</strong></p>")
        heads = [self.words[key] for key in ("who", "stance", "position")]
        rows = [self._position(row, item.key) for row in item.positions]
        title = self.words["table_positions"].format(item=item.heading)
        return [*found, _table(title, heads, rows)]

    def _position(self, row: PositionRow, key: str) -> list[str]:
        actor, stance, position = (
            self.line(cell, key) for cell in (row.actor.capitalised(), *row.cells[1:])
        )
        return [actor, f"<strong>{stance}</strong>" if row.objection else stance, position]

    def _changes(self, item: ItemSection) -> list[str]:
        told = unmoved(item, self.briefing.language)
        if not (item.changes or told):
            return []
        since = item.since
        found = [self._h(4, "changes", since=since)]
        if item.changes:
            heads = [self.words[key] for key in CHANGE_HEADS]
            rows = []
            for row in item.changes:
                who, change, older, newer = change_cells(row, self.words)
                now = linked(newer) + self.evidence(item.key, row.evidence)
                rows.append([text(who), text(change), linked(older), now])
            title = self.words["table_changes"].format(item=item.heading, since=since)
            found.append(_table(title, heads, rows))
        return [*found, *(f"<p>{text(line)}</p>" for line in told)]

    def _rest(self, item: ItemSection) -> list[str]:
        found = []
        if item.next_steps:
            entries = []
            for row in item.next_steps:
                when = f"<strong>{self.line(row.when, '')}:</strong> " if row.when.text else ""
                entries.append(when + self.line(row.line, item.key))
            found += [self._h(4, "next_steps"), _list(entries)]
        entries = []
        for commitment in item.commitments:
            lead = lead_of(commitment, self.words)
            lead = f"<strong>{text(lead)}:</strong> " if lead else ""
            tail = text(commitment_tail(commitment))
            entries.append(f"{lead}{self.line(commitment.line, item.key)}{tail}")
        motion = text(self.words["motion"])
        entries += [
            f"<strong>{motion}:</strong> {self.line(line, item.key)}" for line in item.motions
        ]
        return [*found, self._h(4, "commitments"), _list(entries)] if entries else found

    def commitments(self) -> list[str]:
        """All promises to parliament."""
        rows = self.briefing.commitments
        found = [self._h(2, "all_commitments")]
        if not rows:
            return [*found, f"<p>{text(self.words['no_commitments'])}</p>"]
        heads, cells = commitment_table(self.briefing)
        table = [
            [f'<a href="#{heading_anchor(row.key)}">{text(label)}</a>', linked(words)]
            + [text(cell) for cell in rest]
            for row, (label, words, *rest) in zip(rows, cells, strict=True)
        ]
        return [*found, _table(self.words["table_commitments"], heads, table)]

    def timeline(self) -> list[str]:
        """The topic over all meetings."""
        rows = [[text(cell) for cell in row] for row in self.briefing.timeline]
        if not rows:
            return []
        table = _table(self.words["table_timeline"], list(self.briefing.timeline[0]), rows[1:])
        return [self._h(2, "timeline"), table]

    def undiscussed(self) -> list[str]:
        """Topics that did not come back."""
        briefing = self.briefing
        if not lists_undiscussed(briefing):
            return []
        intro = text(undiscussed_intro(briefing))
        found = [self._h(2, "undiscussed"), f"<p>{intro}</p>"]
        heads, texts = undiscussed_table(briefing)
        rows = [[text(cell) for cell in row] for row in texts]
        return [*found, _table(self.words["table_undiscussed"], heads, rows)] if rows else found

    def annex(self) -> list[str]:
        """The quoted sentences."""
        found = [self._h(2, "annex"), f"<p>{text(annex_intro(self.briefing))}</p>"]
        for item in (item for item in self.briefing.items if item.quotes):
            link = f'<a href="#{heading_anchor(item.key)}">{text(item.heading)}</a>'
            found.append(f"<h3>{link}</h3>")
            rows = []
            for quote in item.quotes:
                label = quote_label(item, quote, self.words)
                lang = TAGS.get(quote.language, quote.language)
                marked = f' lang="{lang}"' if lang else ""
                own = "" if lang else self.briefing.language
                rows.append(
                    f'<dt id="{anchor(item.key, quote.number)}">{text(label)}</dt>'
                    f"<dd{marked}>{linked(quote.text, own)}</dd>"
                )
            found.append("<dl>\n" + "\n".join(rows) + "\n</dl>")
        return found

    def footnotes(self) -> list[str]:
        """The notes of the report, each with a way back."""
        notes = self.briefing.footnotes
        if not notes:
            return []
        entries = []
        for note in notes:
            lang = TAGS.get(note.language, note.language)
            words = f'<span lang="{lang}">{linked(note.text)}</span>' if lang else linked(note.text)
            back = f'<a href="#verwijzing_{note.number}">{text(self.words["back"])}</a>'
            entries.append(f'<li id="noot_{note.number}">{words} {back}</li>')
        return [self._h(2, "footnotes"), "<ol>\n" + "\n".join(entries) + "\n</ol>"]
