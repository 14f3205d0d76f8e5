"""The working state of structure recognition: blocks and the role that each one gets."""

import re
from dataclasses import dataclass, field

from workflow.languages import data
from workflow.report.layout.numbers import NAME_START
from workflow.report.layout.paragraphs import abbreviations, function_words
from workflow.report.sentences import split_sentences
from workflow.report.structure.blocks import Block, is_stopped_title
from workflow.report.structure.verbs import has_verb
from workflow.report.structure.words import HeadingWords, heading_words, plain
from workflow.report.trace import Trace

LONGEST_TITLE = 260
"""Characters of the longest title of an item."""

_LAST_STOP = re.compile(r"(?:^|\s)[^\s.]+\.$")
"""A last word with a stop behind it and none within: not `A.O.B.`"""

_SOURCE = re.compile(
    r"(?:[-–—]\s*)?(?:[A-ZÀ-Þ][\w’'.-]+\s){1,4}?(?:(?:van|der|den|de|von)\s)*[A-ZÀ-Þ][\w’'-]+,\s\w"
)
"""A name and an office: whose words a quotation above gives."""
_COUNTED = re.compile(r"^\((?:[ivx]{1,4}|[a-z])\)\s+")
"""A small numeral or letter in brackets before a title: `(ii) Migration`."""
_ANNEXED = re.compile(r"(?:\s(?:\d{1,2}|[IVX]{1,4}|[A-H]))?\s*(?::|[–—-]\s|$)")
"""What stands behind the word for an annex: its number, and what parts it from its title."""
_REFERENCE = re.compile(r"[\[(][\d\W]+[\])]")
"""A number in brackets, as that of a question: `[51234/26]`."""
_QUOTED = re.compile(r"^[\"“«‘„].*[\"”»’]\.?$", re.DOTALL)

BODY, FRONT, TITLE, DROPPED = "body", "front", "title", "dropped"
PART, ITEM, RESULTS, RESULT, RESULT_HEAD, TREATMENT = (
    "part", "item", "results", "result", "result head", "treatment",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Head:
    """What a heading says."""

    number: str = ""
    title: str = ""
    treatment: str = ""


@dataclass(slots=True)
class Reading:
    """The blocks of one report and what the rules have made of them so far."""

    blocks: list[Block]
    language: str
    trace: Trace
    roles: list[str] = field(default_factory=list)
    heads: dict[int, Head] = field(default_factory=dict)
    start: int = 0
    """Index of the first block of the report proper."""
    letter: int = -1
    """Index of the first sign of a letter, or -1."""
    signatures: list[int] = field(default_factory=list)
    """Indexes of the lines of signatures, in order."""
    title: str = ""
    subject: str = ""
    """A title found in a letterhead."""
    chain: dict[int, None] = field(default_factory=dict)
    """Indexes of the numbered headings that count on, in order."""
    cells: set[int] = field(default_factory=set)
    """Indexes of the cells of tables that were flattened to lines."""
    small: frozenset[int] = frozenset()
    """Indexes of headings that start with a small letter."""
    form: str = "plain"
    """How unnumbered headings are known: `told` by the format, `strong` type, or `plain`."""

    def __post_init__(self) -> None:
        self.roles = [BODY] * len(self.blocks)

    @property
    def words(self) -> HeadingWords:
        """The heading words of the report's language."""
        return heading_words(self.language)

    def free(self, index: int) -> bool:
        """Whether a block has no role yet but that of running text."""
        return self.roles[index] == BODY

    def drop(self, index: int) -> None:
        """Leaves a block out of the report."""
        self.roles[index] = DROPPED

    def after(self, index: int) -> int | None:
        """Index of the next block that was not dropped, or None."""
        for following in range(index + 1, len(self.blocks)):
            if self.roles[following] != DROPPED:
                return following
        return None

    def above(self, index: int) -> int | None:
        """Index of the block before, dropped ones skipped, or None."""
        for place in range(index - 1, -1, -1):
            if self.roles[place] != DROPPED:
                return place
        return None

    def set_head(self, index: int, role: str, head: Head) -> None:
        """Makes a block a heading."""
        self.roles[index] = role
        self.heads[index] = head

    def _opens_list(self, index: int) -> bool:
        """Whether a line ends in a colon and the next one is a point of a list or a quotation."""
        block = self.blocks[index]
        if not block.text.endswith(":") or index + 1 >= len(self.blocks):
            return False
        below = self.blocks[index + 1]
        if block.number is None and has_verb(block.text, block.language):
            counts = below.number is not None and below.number.value == 1
            return below.bullet or counts or below.text.startswith(("“", '"', "«", "„", "‘"))
        point = below.bullet or (below.number is not None and not title_like(below))
        return point and (below.rest[:1].islower() or below.text.endswith((";", ",")))

    def headlike(self, index: int | None) -> bool:
        """Whether a block has the form of a heading, in the form that this report uses."""
        if index is None or index >= len(self.blocks) or not self.free(index):
            return False
        if index in self.cells:
            return False
        block = self.blocks[index]
        if index in self.small:
            return True
        if not title_like(block) or self._opens_list(index) or _REFERENCE.fullmatch(block.text):
            return False
        if is_label(block) and not (index and is_annex(block) and self.blocks[index - 1].finished):
            return False
        if index and _SOURCE.match(block.text) and _QUOTED.search(self.blocks[index - 1].text):
            return False
        if self.form == "told":
            return bool(block.heading) or index in self.chain or is_results(block)
        if self.form == "strong":
            return block.strong or bool(block.heading) or index in self.chain or is_results(block)
        return True


def title_like(block: Block) -> bool:
    """Whether a block has the form of a heading: short, no sentence, nothing left open."""
    text = block.rest.strip()
    if block.bullet or not 2 <= len(text) <= LONGEST_TITLE:
        return False
    if block.heading:
        return True
    if plain(text) in heading_words(block.language).generic:
        return text[0].isupper()
    if block.finished or text.endswith((".", ";", ",", "!")):
        return False
    if text.endswith(":") and announces(block):
        return False
    first = _COUNTED.sub("", text).lstrip("\"'“‘«([")[:1]
    named = re.match(NAME_START, text)
    if not (first.isupper() or first.isdigit() or block.number or named or block.strong):
        return False
    if len(split_sentences(text, block.language)) > 1:
        return False
    return text.rstrip(": ").split()[-1].lower() not in function_words(block.language)


def announces(block: Block) -> bool:
    """Whether a line that ends in a colon announces what follows and is no heading."""
    phrases = heading_words(block.language).announcing
    return block.number is None and any(phrase in block.text.lower() for phrase in phrases)


def is_results(block: Block) -> bool:
    """Whether a block is the heading of a results block."""
    return plain(block.rest) in heading_words(block.language).results


def is_label(block: Block) -> bool:
    """Whether a line is a labelled fact, such as `Document: ST 9105/24`."""
    label, colon, value = block.text.partition(":")
    words = heading_words(block.language)
    named = plain(label) in words.labels or plain(label) in words.treatment_labels
    return named and bool(colon and value.strip())


def is_annex(block: Block) -> bool:
    """Whether a line names an annex, which may follow text as a heading of its own."""
    label = _ANNEXED.split(block.text, maxsplit=1)[0]
    return plain(label) in heading_words(block.language).annexes


def clean_title(block: Block) -> str:
    """The title without its number and the colon behind it, or the stop of the line."""
    title = block.rest.strip().rstrip(":").rstrip()
    stopped = block.number is not None and is_stopped_title(block) and _LAST_STOP.search(title)
    return title[:-1] if stopped and not _is_shortened(title, block.language) else title


def _is_shortened(text: str, language: str) -> bool:
    """Whether the stop at the end of a text is that of its last word, such as `Ltd`."""
    known = {*abbreviations(language), *data(language, "abbreviations")["either"]}
    return text.split()[-1].lower() in known
