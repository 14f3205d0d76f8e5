"""One agenda item of a briefing: from a summary, or from the program's proposal."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from workflow.briefing.model import (
    CommitmentRow,
    Footnote,
    ItemSection,
    Line,
    NextStepRow,
    Quote,
    RemarkNote,
)
from workflow.briefing.outcomes import with_speaker
from workflow.briefing.proposing import proposal_section
from workflow.briefing.rows import position_rows
from workflow.languages import labels
from workflow.positions.actors import actor_name
from workflow.positions.model import Draft, Suggestion
from workflow.report.model import Item
from workflow.report.references.promises import find_promises
from workflow.summaries.model import Commitment, MeetingItem, Remark, Summary
from workflow.summaries.offers import offered_commitments
from workflow.summaries.references import with_references


@dataclass(slots=True)
class Sheet:
    """What is counted over the whole briefing while its items are made."""

    language: str
    own_government: str
    footnotes: list[Footnote] = field(default_factory=list)
    sections: int = 0

    def take_notes(
        self, item: Item, evidence: Iterable[int], taken: set[str], language: str
    ) -> tuple[int, ...]:
        """Number the notes of these sentences that have no place yet."""
        numbers = []
        for note in item.footnotes:
            if note.mark not in taken and note.sentence in evidence:
                taken.add(note.mark)
                foreign = "" if language == self.language else language
                self.footnotes.append(Footnote(len(self.footnotes) + 1, note.text, foreign))
                numbers.append(len(self.footnotes))
        return tuple(numbers)

    def with_quotes(self, section: ItemSection, item: Item, language: str) -> ItemSection:
        """The section with the source sentences that it refers to."""
        foreign = "" if language == self.language else language
        numbers = sorted(set(_evidence(section)))
        quotes = [
            Quote(number, sentence.text, (), foreign)
            for number in numbers
            if (sentence := item.sentence(number))
        ]
        return replace(section, quotes=tuple(quotes))


def _evidence(section: ItemSection) -> Iterable[int]:
    lines = [*section.outcome, *section.summary, *section.motions, section.treatment]
    lines += [cell for row in section.positions for cell in row.cells]
    lines += [row.line for row in section.next_steps]
    lines += [row.line for row in section.commitments]
    for line in lines:
        yield from line.evidence
    for change in section.changes:
        yield from change.evidence
    for remark in section.remarks:
        yield from remark.evidence


def compose_item(
    sheet: Sheet,
    entry: MeetingItem,
    item: Item,
    summary: Summary | None,
    suggestions: Sequence[Suggestion],
    draft: Draft,
    *,
    source_language: str,
    stale: bool = False,
) -> ItemSection:
    """The section of one item; without a summary the proposal stands in, marked as such."""
    written = summary if summary is not None and summary.tells else None
    sheet.sections += 1
    key = f"p{sheet.sections}"
    if written is None:
        parts = proposal_section(
            item,
            suggestions,
            draft,
            language=sheet.language,
            own_government=sheet.own_government,
            foreign=_language(sheet, source_language),
        )
        promised = _proposed_commitments(sheet, item, key, entry.label, source_language)
        parts = replace(parts, commitments=promised, suggested=parts.suggested or bool(promised))
    else:
        parts = _from_summary(sheet, written, key, entry.label)
    section = replace(
        parts,
        key=key,
        slug=entry.slug,
        label=entry.label,
        title=entry.title,
        status=summary.status if summary is not None else "open",
        treatment=Line(item.treatment),
        motions=_motions(sheet, item, source_language),
        remarks=_remarks(summary.remarks if summary is not None else ()),
        stale=stale,
        unsaid=not (suggestions or (summary and not summary.is_empty)),
        language=_language(sheet, source_language),
    )
    if written is None:
        section = _speaking(section, suggestions, sheet.language)
    return sheet.with_quotes(
        _with_notes(sheet, section, item, source_language), item, source_language
    )


def _speaking(
    section: ItemSection, suggestions: Sequence[Suggestion], language: str
) -> ItemSection:
    """The proposal, its sentences with who speaks where the one before does not stand there."""
    names: dict[int, list[str]] = {}
    for each in suggestions:
        for number in each.evidence:
            names.setdefault(number, []).append(actor_name(each.actor, language))

    def told(lines: tuple[Line, ...]) -> tuple[Line, ...]:
        before = (0, *(line.evidence[0] for line in lines[:-1]))
        return tuple(
            line
            if line.evidence[0] == last + 1
            else with_speaker(line, names.get(line.evidence[0], ()), language)
            for last, line in zip(before, lines, strict=False)
        )

    return replace(section, outcome=told(section.outcome), summary=told(section.summary))


def _language(sheet: Sheet, language: str) -> str:
    """The language of a stretch where it differs from the briefing's."""
    return "" if language == sheet.language else language


def _from_summary(sheet: Sheet, summary: Summary, key: str, label: str) -> ItemSection:
    foreign = _language(sheet, summary.language)
    lines = tuple(Line(s.text, s.evidence, language=foreign) for s in summary.sentences)
    decided = tuple(
        Line(p.text, p.evidence, language=foreign)
        for p in summary.positions
        if p.stance == "decide"
    )
    steps = tuple(
        NextStepRow(
            Line(step.when, language=foreign), Line(step.text, step.evidence, language=foreign)
        )
        for step in summary.next_steps
    )
    return ItemSection(
        key=key,
        slug="",
        label="",
        title="",
        status="",
        outcome=decided,
        summary=lines,
        positions=position_rows(summary.positions, sheet.language, sheet.own_government, foreign),
        next_steps=steps,
        commitments=tuple(_commitment(sheet, c, key, label, foreign) for c in summary.commitments),
    )


def _commitment(
    sheet: Sheet, commitment: Commitment, key: str, label: str, foreign: str
) -> CommitmentRow:
    state = "discharged" if commitment.discharged else "open"
    return CommitmentRow(
        key=key,
        label=label,
        line=Line(commitment.text, commitment.evidence, language=foreign),
        who=commitment.who,
        to_whom=commitment.to_whom,
        debate=commitment.debate,
        state=labels(sheet.language, "summaries.state")[state],
    )


def _promises(sheet: Sheet, item: Item, kind: str, language: str) -> list[tuple[str, str, Line]]:
    """Name of the member, words and sentence of each motion or commitment that the item names."""
    foreign = _language(sheet, language)
    found = []
    for sentence in item.sentences:
        notes = " ".join(note.text for note in item.footnotes if note.sentence == sentence.number)
        for hit in find_promises(sentence.text, language, notes):
            if hit.kind == kind:
                words = sentence.text[hit.start : hit.end]
                line = Line(sentence.text, (sentence.number,), language=foreign)
                found.append((hit.value, words, line))
    return found


def _motions(sheet: Sheet, item: Item, language: str) -> tuple[Line, ...]:
    """The motions of parliament that the item names, each once."""
    found: dict[str, Line] = {}
    for name, words, line in _promises(sheet, item, "motie", language):
        found.setdefault(name, replace(line, text=words))
    return tuple(found.values())


def _proposed_commitments(
    sheet: Sheet, item: Item, key: str, label: str, language: str
) -> tuple[CommitmentRow, ...]:
    """The promises that the item makes, one for each sentence, for an item without a summary."""
    if not _promises(sheet, item, "toezegging", language):
        return ()
    foreign = _language(sheet, language)
    rows: dict[int, CommitmentRow] = {}
    known = with_references(replace(item, references=()), language, ())
    for each in offered_commitments(known, language=language):
        rows.setdefault(each.evidence[0], _commitment(sheet, each, key, label, foreign))
    return tuple(rows.values())


def _remarks(remarks: Sequence[Remark]) -> tuple[RemarkNote, ...]:
    """The questions that are still open."""
    return tuple(
        RemarkNote(remark.text, remark.author, _day(remark.day), remark.evidence)
        for remark in remarks
        if not remark.resolved
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _with_notes(sheet: Sheet, section: ItemSection, item: Item, language: str) -> ItemSection:
    """The footnotes hung on the first line that rests on their sentence, in reading order."""
    taken: set[str] = set()

    def hang(line: Line, extra: tuple[int, ...] = ()) -> Line:
        notes = sheet.take_notes(item, (*line.evidence, *extra), taken, language)
        return replace(line, notes=notes) if notes else line

    return replace(
        section,
        treatment=hang(section.treatment, (0,)),
        outcome=tuple(map(hang, section.outcome)),
        summary=tuple(map(hang, section.summary)),
        positions=tuple(replace(r, position=hang(r.position)) for r in section.positions),
        next_steps=tuple(replace(r, line=hang(r.line)) for r in section.next_steps),
        commitments=tuple(replace(r, line=hang(r.line)) for r in section.commitments),
        motions=tuple(map(hang, section.motions)),
    )
