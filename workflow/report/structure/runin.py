"""Headings run into their text: `Enlargement. The Commission presented …`.

Such a heading is a paragraph's first sentence, or its words before a colon or a dash, short and
without a verb. One of them may be chance; where several paragraphs start in that way and hardly
a line stands alone, they are the titles, also before short texts where nearly every one has one.
Those that return are labels within items: `Outcome: …`. Where they are set in bold and no other
line is a heading, two will do; where none is, they may count on or open every point of a list.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from workflow.languages import data
from workflow.report.sentences import split_sentences
from workflow.report.structure.blocks import Block
from workflow.report.structure.contents import entry_name
from workflow.report.structure.fields import is_day, is_part_name
from workflow.report.structure.reading import title_like
from workflow.report.structure.verbs import has_verb
from workflow.report.structure.words import heading_words, plain, starts_with, state_names
from workflow.report.trace import Trace

_FEWEST = 3
_LEAST_SHARE = 0.3
"""Share of the paragraphs that must start with a heading."""
_MOST_SHARE = 0.8
"""Share of the pieces of text, however short, from which they will do too."""
_MOST_BEFORE = 2
"""Paragraphs that may stand before the first of them: an introduction."""
_LONGEST = 110
_MOST_WORDS = 14
_FEWEST_TITLES = 2
"""Titles in bold that will do, and those beside which a lead may be one."""
_LONG = 80
"""Characters from which a block counts as a paragraph."""
_MOST_COUNTED = 0.6
"""Share of the text that must stand behind headings which count on."""
_COUNTED = re.compile(r"([A-ZÀ-Þ][^.:;!?]{1,90}):\s+\S")
_JOINED = re.compile(r"[,/&]|(?<!\w)(?:and|en)(?!\w)")
_COLON = re.compile(r"[^.:;!?]{3,90}:(?=\s+[A-ZÀ-Þ])")
_DASH = re.compile(r"[^.:;!?–—]{2,60}?\s[-–—](?=\s+[A-ZÀ-Þ])")


def split_run_in(blocks: Sequence[Block], language: str, trace: Trace) -> list[Block]:
    """The blocks with headings that were run into their text as blocks of their own."""
    ends = _titles(blocks, _heading_end)
    capitals = {index for index, end in ends.items() if blocks[index].text[:end].isupper()}
    long = [i for i, block in enumerate(blocks) if len(block.text) >= _LONG or i in capitals]
    bold = _titles(blocks, _bold_end)
    heads = _standing_alone(blocks, ends or bold)
    said = [index for index, block in enumerate(blocks) if block.finished]
    few = sum(index in ends for index in long) < max(_FEWEST, _LEAST_SHARE * len(long))
    most = sum(index in ends for index in said) >= max(_FEWEST, _MOST_SHARE * len(said))
    if (few and not most) or len(ends) <= len(heads):
        told = any(not (is_part_name(block) or is_day(block)) for block in heads)
        found = {} if told else _enough(bold) or _counted_ends(blocks)
        ends = found or ({} if heads else _bulleted_ends(blocks))
    if not ends or sum(index < min(ends) for index in long) > _MOST_BEFORE:
        return list(blocks)
    trace.fired("run_in_headings", n=len(ends), line=blocks[min(ends)].line)
    grown: list[Block] = []
    for index, block in enumerate(blocks):
        if index in ends:
            title = block.flow.part(0, ends[index] - 1)
            grown.append(replace(block, flow=title, heading=0, strong=False, bullet=False))
            block = replace(block, flow=block.flow.part(ends[index]), number=None, bullet=False)
        grown.append(block)
    return grown


def _standing_alone(blocks: Sequence[Block], ends: dict[int, int]) -> list[Block]:
    """The blocks in the form of a heading, without those of tables and lists of contents."""
    listed = {_title(blocks[index], end) for index, end in ends.items()}
    listed |= heading_words(blocks[0].language).contents if listed else set()
    return [
        block
        for block in blocks[1:]
        if title_like(block) and not block.row and entry_name(block.rest) not in listed
    ]


def _titles(blocks: Sequence[Block], find: Callable[[Block], int]) -> dict[int, int]:
    """The headings that do not return, by block with their ends.

    Leads are among them where each heads one paragraph, in the form of the titles and no more
    of them than titles: they are labels where one returns or opens a short line, and where it
    names a side. `Conclusions: …` may be a title.
    """
    every = {i: end for i, b in enumerate(blocks) if (end := find(b))}
    ends = _single(blocks, {i: e for i, e in every.items() if not _is_lead(blocks[i], e)})
    forms = {_is_bold(blocks[i]) for i in ends}
    leads = {i: e for i, e in every.items() if i not in ends and _is_bold(blocks[i]) in forms}
    titles = ends | leads
    if len(ends) < _FEWEST_TITLES or len(leads) > len(ends) or _single(blocks, titles) != titles:
        return ends
    return titles if all(_may_be_title(blocks[i], e) for i, e in leads.items()) else ends


def _single(blocks: Sequence[Block], ends: dict[int, int]) -> dict[int, int]:
    """The headings, by block with their ends, that do not return."""
    titles = Counter(_title(blocks[index], end) for index, end in ends.items())
    return {i: end for i, end in ends.items() if titles[_title(blocks[i], end)] == 1}


def _title(block: Block, end: int) -> str:
    """The heading that ends there, without its number and stop, for comparison."""
    return plain(block.text[len(block.text) - len(block.rest) : end])


def _is_bold(block: Block) -> bool:
    return bool(block.bold) and block.text.startswith(block.bold)


def _enough(ends: dict[int, int]) -> dict[int, int]:
    """The ends of headings in bold, where there are several."""
    return {} if len(ends) < _FEWEST_TITLES else ends


def _counted_ends(blocks: Sequence[Block]) -> dict[int, int]:
    """The ends of headings that count on from 1 and open most of the text: `1) Toys: Malta …`."""
    counted = [i for i, b in enumerate(blocks) if b.number and b.number.style == "arabic"]
    ends = {i: end for i in counted if (end := _counted_end(blocks[i]))}
    values = [number.value for i in ends if (number := blocks[i].number)]
    if len(ends) < max(_FEWEST, len(counted)) or values != list(range(1, len(ends) + 1)):
        return {}
    inside = sum(len(blocks[index].text) for index in ends)
    return ends if inside >= _MOST_COUNTED * sum(len(b.text) for b in blocks[1:]) else {}


def _bulleted_ends(blocks: Sequence[Block]) -> dict[int, int]:
    """The ends of headings that open every point of a list which is most of the text."""
    points = [index for index, block in enumerate(blocks) if block.bullet]
    bare = [replace(block, bullet=False) for block in blocks]
    ends = _titles(bare, lambda block: _bold_end(block) or _heading_end(block))
    inside = sum(len(blocks[index].text) for index in points)
    enough = inside >= _MOST_COUNTED * sum(len(block.text) for block in blocks[1:])
    return ends if enough and len(points) >= _FEWEST and list(ends) == points else {}


def _counted_end(block: Block) -> int:
    """Where the words end that stand between a number and a colon; 0 for none."""
    found = _COUNTED.match(block.rest)
    if not found or has_verb(found[1], block.language):
        return 0
    return len(block.text) - len(block.rest) + found.end(1) + 1


def _bold_end(block: Block) -> int:
    """Where the bold words end with which a paragraph starts, their stop included; 0 for none."""
    bold, text = block.bold, block.text
    end = len(bold) + (bold[-1:] not in ".:")
    title = text[len(text) - len(block.rest) : end - 1].strip()
    if block.bullet or not _is_bold(block) or text[end - 1 : end] not in ".:":
        return 0
    said = has_verb(title, block.language)
    headed = title[:1].isupper() and not said and len(title) <= _LONGEST
    return end if headed and text[end:].strip() else 0


def _heading_end(block: Block) -> int:
    """Where the heading ends with which a paragraph starts, its stop included; 0 for none."""
    words, text = heading_words(block.language), block.text
    if block.bullet or block.heading or starts_with(text, words.subjects + words.letter_headers):
        return 0
    colon = _COLON.match(text) or (_DASH.match(text) if block.finished else None)
    sentences = split_sentences(block.rest, block.language)
    if not sentences:
        return 0  # a number and nothing else
    offset = len(text) - len(block.rest)
    end = colon.end() if colon else offset + sentences[0][1]
    title = text[offset : end - 1]
    if not colon and (len(sentences) < 2 or not text[:end].endswith(".")):
        return 0
    if end > _LONGEST or len(title.split()) > _MOST_WORDS or not title[:1].isupper():
        return 0
    return 0 if has_verb(title, block.language) else end


def _is_lead(block: Block, end: int) -> bool:
    """Whether words say who speaks or what follows: `Commission`, `Malta, Cyprus`, `Against`."""
    words, articles = heading_words(block.language), data(block.language, "grammar")["articles"]
    title = _title(block, end)
    for name in filter(None, map(plain, _JOINED.split(title))):
        first, _, rest = name.partition(" ")
        told = name in words.leads or (first in articles and rest in words.leads)
        if not told and not _names_person(block, end, name):
            return False
    return not (_is_stopped_state(block, end) and _starts_with_other(block, end))


@cache
def _persons(language: str) -> re.Pattern[str]:
    """How a person is named: `Minister Vella`, `the Maltese minister`."""
    articles = map(re.escape, data(language, "grammar")["articles"])
    states = data(language, "actors")["state"].values()
    origins = {re.escape(plain(word)) for entry in states for word in entry["adjectives"]}
    persons = map(re.escape, data(language, "headings")["inner"]["persons"])
    led = f"(?:(?:{'|'.join(articles)}) )?(?:(?:{'|'.join(origins)}) )?"
    return re.compile(rf"{led}(?:{'|'.join(persons)})\.?(?!\S)")


def _names_person(block: Block, end: int, name: str) -> bool:
    """Whether a lead is said by a person; a title that ends with a stop is on an office."""
    return block.text[end - 1] != "." and bool(_persons(block.language).match(name))


def _may_be_title(block: Block, end: int) -> bool:
    """Whether a lead opens a paragraph and names no person, side nor, before a colon, states."""
    names = set(map(plain, _JOINED.split(_title(block, end))))
    if any(_names_person(block, end, name) for name in names):
        return False
    never = {*data(block.language, "headings")["inner"]["sides"], *state_names(block.language)}
    return len(block.text) >= _LONG and (names.isdisjoint(never) or _is_stopped_state(block, end))


def _is_stopped_state(block: Block, end: int) -> bool:
    return block.text[end - 1] == "." and _title(block, end) in state_names(block.language)


def _starts_with_other(block: Block, end: int) -> bool:
    """Whether somebody else acts in the text below a name: `Germany. The Commission spoke …`."""
    words = [plain(word) for word in block.text[end:].split(maxsplit=3)[:3]]
    led = bool(words) and words[0] in data(block.language, "grammar")["articles"]
    known = heading_words(block.language).names | state_names(block.language)
    return not known.isdisjoint(words[1:] if led else words[:1]) and words[0] != _title(block, end)
