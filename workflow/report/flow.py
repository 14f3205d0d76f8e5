"""Running text that knows where each of its characters came from."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from workflow.report.model import Span

_LIGATURES = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
}  # fmt: skip
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
_BLANKS = re.compile(r"\s+")
_ODD = re.compile("[^\x20-\x7e\xa1-\xac\xae-\xff\u2010-\u2027\u2030-\u205e]")
_BLANK_BEFORE_STOP = re.compile(r" +(?=[.,;](?:\s|$))")


@dataclass(frozen=True, slots=True)
class Flow:
    """Text in which character `i` stands at offset `at[i]` of the extracted text."""

    text: str
    at: list[int]

    def span(self, start: int, end: int) -> Span:
        """Where the characters `start` to `end` came from."""
        return (self.at[start], self.at[end - 1] + 1) if end > start else (0, 0)

    def part(self, start: int, end: int | None = None) -> "Flow":
        """A slice, without the blanks around it."""
        end = len(self.text) if end is None else end
        while start < end and self.text[start] == " ":
            start += 1
        while end > start and self.text[end - 1] == " ":
            end -= 1
        return Flow(self.text[start:end], self.at[start:end])

    def without(self, spans: Iterable[Span]) -> "Flow":
        """The flow with some stretches taken out, in order and apart from each other."""
        texts, at, position = [], [], 0
        for start, end in spans:
            texts.append(self.text[position:start])
            at.extend(self.at[position:start])
            position = end
        texts.append(self.text[position:])
        at.extend(self.at[position:])
        return Flow("".join(texts), at)


def join(flows: Iterable[tuple[Flow, str]]) -> Flow:
    """Flows one after the other, each with the glue (a blank or nothing) put before it."""
    texts: list[str] = []
    at: list[int] = []
    for flow, glue in flows:
        if glue and (at or (texts and flow.at)):
            texts.append(glue)
            at.extend([flow.at[0] if flow.at else at[-1]] * len(glue))
        texts.append(flow.text)
        at.extend(flow.at)
    return Flow("".join(texts), at)


def clean(source: str, start: int, end: int, cuts: Iterable[Span] = ()) -> Flow:
    """A stretch of the extracted text as one line.

    Blanks are folded, control characters and soft hyphens dropped, ligatures spelled out,
    accents composed (NFC), and the stretches in `cuts` (note marks) left out.
    """
    flow = _slice(source, start, end, cuts)
    if not flow.text.isascii() or _DROPPED.search(flow.text):
        flow = _compose(flow)
    doubled = [
        (m.start() if m.end() == len(flow.text) or m.start() == 0 else m.start() + 1, m.end())
        for m in _BLANKS.finditer(flow.text)
        if m.end() - m.start() > 1 or m.start() == 0 or m.end() == len(flow.text)
    ]
    flow = flow.without(doubled)
    return Flow(_BLANKS.sub(" ", flow.text), flow.at)


def close_stops(flow: Flow) -> Flow:
    """The flow without the blanks that extraction left before a full stop or comma."""
    return flow.without([m.span() for m in _BLANK_BEFORE_STOP.finditer(flow.text)])


def _slice(source: str, start: int, end: int, cuts: Iterable[Span]) -> Flow:
    texts: list[str] = []
    at: list[int] = []
    for cut_start, cut_end in cuts:
        if start <= cut_start and cut_end <= end:
            texts.append(source[start:cut_start])
            at.extend(range(start, cut_start))
            start = cut_end
    texts.append(source[start:end])
    at.extend(range(start, end))
    return Flow("".join(texts), at)


def _compose(flow: Flow) -> Flow:
    """Ligatures spelled out, accents composed, invisible characters dropped."""
    if not _ODD.search(flow.text):
        return flow
    texts: list[str] = []
    at: list[int] = []
    for character, offset in zip(flow.text, flow.at, strict=True):
        if "\x80" <= character <= "\x9f":
            character = character.encode("latin-1").decode("cp1252", "ignore")
        elif character.isspace():
            pass
        elif _DROPPED.match(character):
            continue
        elif texts and unicodedata.combining(character):
            composed = unicodedata.normalize("NFC", texts[-1] + character)
            if len(composed) == 1:
                texts[-1] = composed
                continue
        character = _LIGATURES.get(character, character)
        texts.extend(character)
        at.extend([offset] * len(character))
    return Flow("".join(texts), at)
