"""What a key does to a summary: pure functions from one summary to the next."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from workflow.positions.actors import actor_name, actor_rank
from workflow.positions.model import Draft, Suggestion
from workflow.report.model import Item
from workflow.summaries.findings.statements import opening
from workflow.summaries.itemfile import parse_sentence, render_evidence
from workflow.summaries.itemlines import split_line
from workflow.summaries.model import (
    Commitment,
    Finding,
    Position,
    Remark,
    Summary,
    SummarySentence,
)
from workflow.summaries.running import one_a_line
from workflow.text import one_line, shorten


def pending(suggestions: Iterable[Suggestion], summary: Summary) -> tuple[Suggestion, ...]:
    """The suggestions that staff have neither taken over nor refused."""
    decided = [*summary.positions, *summary.rejected]
    promised = {evidence for entry in summary.commitments for evidence in entry.evidence}

    def open_(suggestion: Suggestion) -> bool:
        evidence = set(suggestion.evidence)
        if suggestion.to_parliament and evidence & promised:
            return False
        return not any(
            (entry.actor == suggestion.actor and evidence & set(entry.evidence))
            or (entry.stance == suggestion.stance and evidence == set(entry.evidence))
            for entry in decided
        )

    return tuple(suggestion for suggestion in suggestions if open_(suggestion))


def as_position(suggestion: Suggestion, language: str) -> Position:
    """The suggestion as the position that it proposes."""
    return Position(
        suggestion.actor,
        actor_name(suggestion.actor, language),
        suggestion.stance,
        suggestion.text,
        suggestion.evidence,
    )


def accept(summary: Summary, suggestion: Suggestion, own_government: str) -> Summary:
    """Take a suggestion over: as a position, or as a commitment if it is made to parliament."""
    if suggestion.to_parliament:
        name = actor_name(suggestion.actor, summary.language)
        commitment = Commitment(suggestion.text, who=name, evidence=suggestion.evidence)
        return replace(summary, commitments=(*summary.commitments, commitment))
    return add_position(summary, as_position(suggestion, summary.language), own_government)


def accept_certain(
    summary: Summary, suggestions: Iterable[Suggestion], own_government: str
) -> Summary:
    """Take over every suggestion that the program is certain of, and no other."""
    for suggestion in pending(suggestions, summary):
        if suggestion.certain:
            summary = accept(summary, suggestion, own_government)
    return summary


def reject(summary: Summary, suggestion: Suggestion) -> Summary:
    """Refuse a suggestion, so that it is never made again."""
    refused = as_position(suggestion, summary.language)
    return replace(summary, rejected=(*summary.rejected, refused))


def take_back(summary: Summary, refused: Position) -> Summary:
    """Forget that a suggestion was refused."""
    return replace(summary, rejected=tuple(p for p in summary.rejected if p != refused))


def add_position(summary: Summary, position: Position, own_government: str) -> Summary:
    """Put a position where its actor belongs: own government first, then by size."""
    rank = actor_rank(position.actor, own_government)
    positions = list(summary.positions)
    place = len(positions)
    for index, other in enumerate(positions):
        if actor_rank(other.actor, own_government) > rank:
            place = index
            break
    positions.insert(place, position)
    return replace(summary, positions=tuple(positions))


def change_position(summary: Summary, old: Position, new: Position) -> Summary:
    """Replace one position by another, in the same place."""
    return replace(summary, positions=tuple(new if p == old else p for p in summary.positions))


def remove_position(summary: Summary, position: Position) -> Summary:
    """Take a position out again; where it came from a suggestion, that is open once more."""
    return replace(summary, positions=tuple(p for p in summary.positions if p != position))


def move_position(summary: Summary, position: Position, step: int) -> Summary:
    """Move a position up (-1) or down (1)."""
    positions = list(summary.positions)
    place = positions.index(position)
    positions.insert(max(0, place + step), positions.pop(place))
    return replace(summary, positions=tuple(positions))


def merge_positions(summary: Summary, first: Position, second: Position) -> Summary:
    """Two positions as one: actor and stance of the first, both texts, all evidence."""
    evidence = tuple(sorted({*first.evidence, *second.evidence}))
    text = f"{first.text.rstrip(' .;')}; {second.text}"
    merged = replace(first, text=text, evidence=evidence)
    return remove_position(change_position(summary, first, merged), second)


# The summary's text, one sentence a line


def text_of(sentences: Iterable[SummarySentence]) -> str:
    """The sentences as they stand in the editor: one a line, evidence behind it."""
    return "\n".join(
        f"{one_line(sentence.text)} {render_evidence(sentence.evidence)}".strip()
        for sentence in sentences
    )


def sentences_of(
    text: str, item: Item, before: Iterable[SummarySentence]
) -> tuple[SummarySentence, ...]:
    """The lines of the editor as sentences.

    A line that is word for word its source sentence counts as a quotation, unless it stood in
    the file as staff's own.
    """
    saved = tuple(before)
    known = {one_line(sentence.text) for sentence in saved}
    own = {one_line(sentence.text) for sentence in saved if not sentence.quoted}
    source = {one_line(sentence.text) for sentence in item.sentences}
    found = []
    for line in text.split("\n"):
        whole = parse_sentence(line.strip())
        parts = [whole]
        if one_line(whole.text) not in known:
            parts = [parse_sentence(part) for _, part in split_line(line)]
        for sentence in parts if line.strip() else ():
            plain = one_line(sentence.text)
            found.append(replace(sentence, text=plain, quoted=plain in source and plain not in own))
    return tuple(found)


def new_apart(
    sentences: Iterable[SummarySentence], before: Iterable[SummarySentence], language: str
) -> tuple[SummarySentence, ...]:
    """The sentences of a file as somebody left it; a new line of running text becomes several."""
    known, found = set(before), []
    for sentence in sentences:
        text = one_a_line(text_of([sentence]), language)
        if sentence in known or "\n" not in text:
            found.append(sentence)
        else:
            parts = map(parse_sentence, text.split("\n"))
            found += [replace(part, quoted=sentence.quoted) for part in parts]
    return tuple(found)


def sentence_places(text: str) -> tuple[tuple[int, int], ...]:
    """Where each sentence of the editor begins: its line and its column, from 0."""
    return tuple(
        (number, column)
        for number, line in enumerate(text.split("\n"))
        if line.strip()
        for column, _ in split_line(line)
    )


def quotations(item: Item, numbers: Iterable[int]) -> tuple[SummarySentence, ...]:
    """Source sentences as the summary quotes them."""
    found = (item.sentence(number) for number in numbers)
    return tuple(
        SummarySentence(sentence.text, (sentence.number,), True) for sentence in found if sentence
    )


def accept_draft(summary: Summary, item: Item, draft: Draft) -> Summary:
    """The suggested draft as the summary's text."""
    return replace(summary, sentences=quotations(item, draft.sentences))


def fixed(text: str, finding: Finding) -> str | None:
    """The editor's text with a finding mended, or None where its words are not there."""
    if not finding.replacement or not finding.words:
        return None
    lines, written = text.split("\n"), sentence_places(text)
    places = [written[finding.line - 1]] if 0 < finding.line <= len(written) else written
    for place, column in places:
        head, rest = lines[place][:column], lines[place][column:]
        if finding.words in rest:
            lines[place] = head + rest.replace(finding.words, finding.replacement, 1)
            return "\n".join(lines)
    return None


def used_sentences(summary: Summary) -> frozenset[int]:
    """Numbers of the source sentences that something rests on."""
    rests = [entry.evidence for entry in summary.sentences]
    rests += [entry.evidence for entry in summary.positions]
    rests += [entry.evidence for entry in summary.next_steps]
    rests += [entry.evidence for entry in summary.commitments]
    return frozenset(number for evidence in rests for number in evidence)


def add_remark(summary: Summary, remark: Remark) -> Summary:
    """Add a remark."""
    return replace(summary, remarks=(*summary.remarks, remark))


def quote(sentence: SummarySentence) -> str:
    """What a remark begins with that is on a sentence without evidence: its first words."""
    return f"“{shorten(sentence.text, 40)}” "


def remarked(remark: Remark, sentences: Sequence[SummarySentence]) -> int:
    """Number of the sentence that a remark is on, from 1; 0 for the whole item.

    It is the one with the same evidence, else the one that has most of the quoted words.
    """
    if remark.evidence:
        same = (n for n, each in enumerate(sentences, 1) if each.evidence == remark.evidence)
        return next(same, 0)
    quoted, closed, _ = remark.text.removeprefix("“").partition("”")
    words = set(quoted.casefold().strip("… ").split())
    if not (remark.text.startswith("“") and closed and words):
        return 0
    shared = [len(words & set(each.text.casefold().split())) for each in sentences]
    best = max(shared, default=0)
    return shared.index(best) + 1 if 2 * best > len(words) else 0


def remark_of(finding: Finding, summary: Summary) -> int | None:
    """The place of the open remark that a finding names, or None where it is gone."""
    for place, remark in enumerate(summary.remarks):
        if not remark.resolved and opening(remark.text) == finding.words:
            return place
    return None


def toggle_remark(summary: Summary, place: int) -> Summary:
    """Resolve a remark, or open it again."""
    remarks = list(summary.remarks)
    remarks[place] = replace(remarks[place], resolved=not remarks[place].resolved)
    return replace(summary, remarks=tuple(remarks))


_AROUND = (
    "topics",
    "claim",
    "claimed",
    "assigned",
    "reviewer",
    "deadline",
    "remarks",
    "dismissals",
)
"""What is about the text: who wrote it may still approve what others changed of this."""


def text_changed(old: Summary, new: Summary) -> bool:
    """Whether words changed that a second person has to see."""
    return old != replace(new, **{name: getattr(old, name) for name in _AROUND})


def after_save(old: Summary, new: Summary) -> str:
    """What a save made of the review or the approval of a text: the key of a sentence.

    `saved_again` where an approval went, `amended` where the text stays in review and whoever
    changed it may not approve it, else `saved_now`.
    """
    if old.status == "approved" and new.status == "draft":
        return "saved_again"
    changed = text_changed(old, replace(new, source=old.source))
    return "amended" if old.status == new.status == "review" and changed else "saved_now"
