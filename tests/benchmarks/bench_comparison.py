"""How long comparing takes, beside reading the files that are compared.

The files of both meetings are read from disk for it, as a plain reader would.
"""

import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import _lru_cache_wrapper, partial
from pathlib import Path
from time import process_time

from tests.benchmarks.frame import Row, taken
from workflow.comparison.compare import compare_meetings
from workflow.comparison.linking import propose
from workflow.comparison.model import MeetingSide
from workflow.comparison.timeline import timeline
from workflow.comparison.words import word_changes
from workflow.positions.model import Attribution
from workflow.report.model import Item, Part, Report, Sentence
from workflow.summaries.itemfile import parse_summary, render_summary
from workflow.summaries.model import Meeting, MeetingItem, Position, Summary
from workflow.summaries.reportfile import parse_report, render_report

VOCABULARY = (
    "voorstel richtlijn verordening toezicht register samenwerking gegevens opsporing grens "
    "kosten planning bescherming slachtoffers rechtbanken havens migratie terugkeer visum bewijs "
    "termijn certificaat procedure uitvoering capaciteit opleiding techniek veiligheid handel"
)
WORDS = VOCABULARY.split()
ACTORS = ("nederland", "commissie", "voorzitterschap", "lidstaten:meeste", "lidstaten:enkele",
          "land:FR", "land:DE", "land:PL")  # fmt: skip
STANCES = ("support", "call", "concern", "inform", "announce")
ITEMS, SENTENCES = 15, 16


def sentence(seed: int) -> str:
    """A sentence of about twenty words, always the same for a seed."""
    words = [WORDS[(seed * 7 + step * (step + seed % 5)) % len(WORDS)] for step in range(16)]
    return f"Dit is zin {seed} over {' '.join(words)} en meer."


def meeting(
    number: int,
    *,
    topics: bool = False,
    drift: int = 3,
    size: tuple[int, int] = (ITEMS, SENTENCES),
) -> MeetingSide:
    """The `number`-th meeting of a council; `size` is its items and the sentences of each."""
    entries, items, attributions, summaries = [], [], {}, {}
    for at in range(size[0]):
        slug = f"punt-{at}"
        title = f"{WORDS[at % len(WORDS)]} en {WORDS[(at * 3 + 1) % len(WORDS)]} in de Unie"
        sentences = tuple(
            Sentence(n + 1, sentence(at * 100 + n + (number if n % drift == 0 else 0)), n // 4)
            for n in range(size[1])
        )
        entries.append(MeetingItem(slug, "", str(at + 1), title))
        items.append(Item(str(at + 1), title, sentences))
        attributions[slug] = tuple(
            Attribution(n + 1, ACTORS[n % len(ACTORS)], STANCES[(n + number) % len(STANCES)], "")
            for n in range(size[1])
        )
        if topics:
            positions = tuple(
                Position(
                    actor, actor, STANCES[(n + number) % len(STANCES)], sentences[n].text, (n + 1,)
                )
                for n, actor in enumerate(ACTORS)
            )
            summaries[slug] = Summary(title, "nl", topics=(slug,), positions=positions)
    day = date(2020, 1, 1) + timedelta(days=30 * number)
    facts = Meeting(f"{day}-jbz", "jbz", (day,), "", "nl", "s.txt", "0" * 64, items=tuple(entries))
    report = Report("nl", "", "JBZ", (day,), (Part("", "", tuple(items)),))
    return MeetingSide(facts, report, summaries, attributions)


def cold(work: Callable[[], object], rounds: int = 5) -> list[float]:
    """Processor time of each call, without what earlier calls left in the caches of texts."""
    caches = [
        value
        for name, module in list(sys.modules.items())
        if name.startswith("workflow.")
        for value in vars(module).values()
        if isinstance(value, _lru_cache_wrapper) and value.cache_parameters()["maxsize"]
    ]

    def forget() -> None:
        for cache in caches:
            cache.cache_clear()

    return taken(work, rounds, clock=process_time, before=forget)


def reading(sides: list[MeetingSide], folder: Path) -> list[float]:
    """Seconds to read the reports and the item files of these meetings."""
    files = []
    for number, side in enumerate(sides):
        path = folder / f"{number}.md"
        path.write_text(render_report(side.report), "utf-8")
        files.append((path, partial(parse_report, meeting=side.meeting)))
        for slug, summary in side.summaries.items():
            path = folder / f"{number}-{slug}.md"
            path.write_text(render_summary(summary), "utf-8")
            files.append((path, partial(parse_summary, language="nl")))
    return cold(lambda: [parse(path.read_text("utf-8")) for path, parse in files], 3)


def rows() -> list[Row]:
    """Everything that is compared, beside reading the files and beside its limit."""
    with tempfile.TemporaryDirectory() as folder:
        return _rows(Path(folder))


def _rows(folder: Path) -> list[Row]:
    two = [meeting(0), meeting(1)]
    written = [meeting(0, topics=True), meeting(1, topics=True)]
    hundred = [meeting(number, topics=True) for number in range(100)]
    bare = [replace(side, summaries={}) for side in hundred]
    loose = bare[:50]
    large = [meeting(number, size=(60, SENTENCES)) for number in range(2)]
    long = [meeting(number, size=(1, 300)) for number in range(2)]
    old = " ".join(sentence(n) for n in range(500))
    new = " ".join(sentence(n + (n % 4 == 0)) for n in range(500))
    one = reading(two, folder)
    suggested = cold(lambda: compare_meetings(*two))
    summarised = cold(lambda: compare_meetings(*written))
    line = cold(lambda: timeline(hundred, "punt-3"), 3)
    unconfirmed = cold(lambda: timeline(bare, "punt-3"), 3)
    proposed = cold(lambda: propose(loose[-1], loose[:-1]), 3)
    words = cold(lambda: word_changes(old, new))
    none = " ".join(sentence(n + 1_000) for n in range(500))
    others = cold(lambda: word_changes(old, none))
    return [
        *_beside("two meetings from suggestions", suggested, one, 0.1),
        *_beside("two meetings from summaries", summarised, reading(written, folder), 0.1),
        *_beside("one topic over 100 meetings", line, reading(hundred, folder), 0.3),
        *_beside("the same before any is confirmed", unconfirmed, reading(bare, folder), 0.3),
        *_beside("two meetings of 60 items", cold(lambda: compare_meetings(*large)), one, 0.5),
        *_beside("items of 300 statements", cold(lambda: compare_meetings(*long)), one, 0.2),
        *_beside("proposals for 15 items among 735", proposed, reading(loose, folder), 2.0),
        *_beside("words of 10,000-word texts", words, one, 0.1),
        *_beside("words of 10,000, all others", others, one, 0.1),
    ]


def _beside(name: str, times: list[float], files: list[float], limit: float) -> tuple[Row, Row]:
    """The measure beside reading the files, and beside the seconds that it may take."""
    return (
        Row(f"compare: {name}", times, "reading the files", files),
        Row(f"compare: {name}", times, f"{limit:g} s", [limit], 1),
    )
