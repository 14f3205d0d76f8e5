"""The summaries of `cases/*.toml` as items, summaries and what must be found in them."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from workflow.positions.actors import actor_name
from workflow.positions.attribution import attribute
from workflow.positions.model import Attribution
from workflow.report.model import Footnote, Item, Part, Report, Sentence
from workflow.summaries.findings import check
from workflow.summaries.itemfile import parse_sentence
from workflow.summaries.model import Commitment, Finding, NextStep, Position, Summary
from workflow.summaries.references import with_references

CASES = Path(__file__).with_name("cases")
OWN = "nederland"


@dataclass(frozen=True)
class Case:
    """A fictional item with a clean summary and what may be done to it."""

    key: str
    item: Item
    attributions: tuple[Attribution, ...]
    meeting: tuple[date, ...]
    summary: Summary
    planted: tuple[tuple[dict[str, str], ...], ...] = ()
    missing: tuple[tuple[tuple[int, ...], str], ...] = ()

    def findings(self, summary: Summary | None = None) -> tuple[Finding, ...]:
        return check(
            self.item,
            summary or self.summary,
            self.attributions,
            own_government=OWN,
            meeting=self.meeting,
        )

    def with_errors(self, plants: tuple[dict[str, str], ...]) -> Summary:
        """The clean summary with planted errors; each must change something."""
        texts = [sentence.text for sentence in self.summary.sentences]
        for plant in plants:
            changed = [text.replace(plant["old"], plant["new"]) for text in texts]
            assert changed != texts, (self.key, plant)
            texts = changed
        sentences = tuple(
            replace(sentence, text=text)
            for sentence, text in zip(self.summary.sentences, texts, strict=True)
        )
        return replace(self.summary, sentences=sentences)

    def without(self, lines: tuple[int, ...], actor: str) -> Summary:
        """The clean summary without some lines and without what stands about an actor."""
        return replace(
            self.summary,
            sentences=tuple(
                sentence
                for line, sentence in enumerate(self.summary.sentences, 1)
                if line not in lines
            ),
            positions=tuple(one for one in self.summary.positions if one.actor != actor),
        )


def make_item(
    paragraphs: list[list[str]],
    title: str = "Onderwerp",
    *,
    language: str = "nl",
    meeting: tuple[date, ...] = (date(2032, 3, 4),),
    notes: tuple[tuple[str, int, str], ...] = (),
) -> tuple[Item, tuple[Attribution, ...]]:
    """An item of these sentences as reading a report gives it, with its attributions."""
    sentences: list[Sentence] = []
    for number, paragraph in enumerate(paragraphs):
        for text in paragraph:
            sentences.append(Sentence(len(sentences) + 1, text, number))
    footnotes = tuple(Footnote(mark, text, number) for mark, number, text in notes)
    item = with_references(Item("1", title, tuple(sentences), footnotes), language, meeting)
    report = Report(language, "", "JBZ", meeting, (Part("", "", (item,)),))
    return item, attribute(report)[0]


def make_summary(
    lines: list[str], title: str = "Onderwerp", language: str = "nl", **rest: Any
) -> Summary:
    """A draft of these lines, each with its evidence as in a file."""
    sentences = tuple(map(parse_sentence, lines))
    return Summary(title, language, status="draft", sentences=sentences, **rest)


@cache
def cases(name: str) -> tuple[Case, ...]:
    """The cases of one file, such as `nl_a`."""
    content = tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))
    return tuple(_case(entry) for entry in content["item"])


def _case(entry: dict[str, Any]) -> Case:
    language, title = entry["language"], entry["title"]
    meeting = tuple(entry["meeting"])
    item, attributions = make_item(entry["paragraphs"], title, language=language, meeting=meeting)
    summary = make_summary(
        entry["text"],
        title,
        language,
        positions=tuple(
            Position(name=actor_name(one["actor"], language), **_entry(one))
            for one in entry.get("positions", ())
        ),
        next_steps=tuple(NextStep(**_entry(one)) for one in entry.get("next_steps", ())),
        commitments=tuple(Commitment(**_entry(one)) for one in entry.get("commitments", ())),
    )
    return Case(
        entry["key"],
        item,
        attributions,
        meeting,
        summary,
        tuple(tuple(one["plants"]) for one in entry.get("planted", ())),
        tuple((tuple(one["lines"]), one["actor"]) for one in entry.get("missing", ())),
    )


def _entry(entry: dict[str, Any]) -> dict[str, Any]:
    return {**entry, "evidence": tuple(entry["evidence"])}


def sample_cases() -> Iterator[tuple[Case, tuple[str, ...]]]:
    """The summaries of the sample meetings, each with the checks that its errors were made for."""
    from workflow.report.reader import read_report
    from workflow.samples import sample_reports, sample_summaries

    reports = {sample.name: sample.path for sample in sample_reports()}
    for name, meeting in (("jbz-2031-03", "2031-03-06-jbz"), ("jbz-2031-06", "2031-06-12-jbz")):
        report = read_report(reports[name])
        found = {
            f"{part.id}.{item.number}": (item, attributions)
            for (part, item), attributions in zip(report.items(), attribute(report), strict=True)
        }
        for label, sample in sample_summaries(meeting).items():
            item, attributions = found[label]
            summary = replace(sample.summary, title=item.title)
            yield (
                Case(f"{meeting} {label}", item, attributions, report.dates, summary),
                sample.planted,
            )


LINES = [
    [
        "De Raad nam conclusies aan over de tarieven.",
        "De Commissie lichtte toe dat 1,1 miljoen reizigers en 85 miljoen euro gemoeid zijn.",
        "Enkele lidstaten, waaronder Italië, uitten zorgen over de kosten.",
        "De meeste lidstaten steunden het plan voor 12 juni 2032.",
    ],
    ["Nederland pleitte voor een langere termijn.", "Spanje was tegen een hoger tarief."],
    ["Het kabinet zal uw Kamer, zoals toegezegd aan het lid Jorna, in april informeren."],
]


def found(
    lines: list[str],
    only: str = "",
    source: list[list[str]] | None = None,
    language: str = "nl",
    own: str = "nederland",
    **rest: Any,
) -> list[Finding]:
    """The findings on these lines about `LINES` or another source; of one check, if named."""
    title = rest.pop("title", "Onderwerp")
    item, attributions = make_item(source or LINES, title, language=language)
    words = rest.pop("words", (60, 150))
    summary = make_summary(lines, title, language, **rest)
    findings = check(item, summary, attributions, own_government=own, words=words)
    return [one for one in findings if only in ("", one.check)]
