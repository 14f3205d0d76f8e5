"""What each step of an item says as lines."""

from typing import TYPE_CHECKING

from workflow.languages import say
from workflow.summaries import edits
from workflow.summaries.itemfile import render_evidence
from workflow.summaries.readable import counted

if TYPE_CHECKING:
    from workflow.cli.plain.item import ItemTalk


def show_source(talk: "ItemTalk") -> None:
    """Every sentence of the source with its number, and the notes."""
    item = talk.opened.item
    for sentence in item.sentences:
        talk.session.tell(f"s{sentence.number}: {sentence.text}")
    for note in item.footnotes:
        talk.session.say("cli.plain.note", mark=note.mark, n=note.sentence, text=note.text)


def show_summary(talk: "ItemTalk") -> None:
    """The sentences of the summary with how long it is, or the proposal where there are none."""
    settings = talk.session.desk.workspace.settings
    for number, sentence in enumerate(talk.summary.sentences, 1):
        marks = render_evidence(sentence.evidence)
        talk.session.tell(f"{number}. {sentence.text} {marks}".rstrip())
    if talk.summary.sentences:
        words, low, high = talk.summary.words, settings.words_min, settings.words_max
        talk.session.say("tui.item.words", n=words, low=low, high=high)
        return
    chosen = edits.quotations(talk.opened.item, talk.opened.draft.sentences)
    if chosen:
        words = sum(len(sentence.text.split()) for sentence in chosen)
        talk.session.say("tui.draft.title", n=len(chosen), words=words)
    for sentence in chosen:
        talk.session.tell(f"{sentence.text} {render_evidence(sentence.evidence)}")


def show_findings(talk: "ItemTalk") -> None:
    """What the checks find now, numbered for the answers that name one."""
    desk = talk.session.desk
    talk.findings = desk.findings(talk.opened, talk.summary)
    talk.findings += desk.spelling(talk.opened, talk.summary)
    for number, finding in enumerate(talk.findings, 1):
        severity = say(f"common.severity.{finding.severity}")
        marks = render_evidence(finding.evidence)
        talk.session.tell(f"{number}. {severity}: {finding.message} {marks}".rstrip())
        if finding.replacement:
            old, new = finding.words, finding.replacement
            talk.session.say("tui.findings.fix", words=old, replacement=new)
    if not talk.findings:
        talk.session.say("tui.findings.none")


def show_state(talk: "ItemTalk") -> None:
    """What is missing, who wrote, what was remarked, and what comes next."""
    show_findings(talk)
    summary = talk.summary
    waiting = edits.pending(talk.opened.suggestions, summary)
    talk.session.tell(counted("positions", len(summary.positions)))
    talk.session.tell(counted("waiting", len(waiting)))
    talk.session.tell(counted("words", summary.words))
    standing = talk.session.desk.standing(talk.opened)
    if standing.writers:
        talk.session.say("tui.handover.written_by", who=", ".join(standing.writers))
    for remark in summary.remarks:
        state = say("summaries.state.resolved" if remark.resolved else "summaries.state.open")
        marks = render_evidence(remark.evidence)
        words = f"{remark.author} {remark.day} ({state}): {remark.text} {marks}"
        talk.session.tell(words.strip())
    status = "draft" if summary.status == "open" and summary.sentences else summary.status
    if status == "review":
        status = "waiting_for_others" if standing.mine else "to_review"
    talk.session.say(f"tui.handover.{status}")
