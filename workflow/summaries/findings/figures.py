"""Figures as values: `1,1 miljoen` is `1.1 miljoen`, `vijf` is `5`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache

from workflow.languages import data
from workflow.report.model import Span
from workflow.report.references.amounts import find_amounts
from workflow.text import ascii_fold

_DIGITS = re.compile(r"(?<![\w.,/-])\d+(?:[.,]\d+)*(?![\w/]|[-.,]\w)")
_ANY_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_VALUE = re.compile(r"^(?:(?P<currency>[A-Z]{3}) )?(?P<number>[\d.]+)(?P<percent>%)?$")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it stands in a text."""

    start: int
    end: int
    words: str
    value: Decimal
    unit: str = ""
    """ISO code of a currency, `%`, or an empty string."""
    kind: str = "number"
    """`amount`, `count`, `ordinal`, `number` (bare digits) or `word` (written in letters)."""


@cache
def number_words(language: str) -> dict[str, Decimal]:
    """Numbers written in letters, without accents."""
    words = data(language, "findings")
    found = {word: Decimal(str(value)) for word, value in words["numbers"].items()}
    joint = words["compound"]
    for ten, tens in joint["tens"].items():
        for unit, units in joint["units"].items():
            found[joint["pattern"].format(unit=unit, ten=ten)] = Decimal(tens + units)
    return found


@cache
def _times(language: str) -> re.Pattern[str]:
    """What follows a number that is a way of speaking: `twee keer zoveel`."""
    return re.compile(rf"\s+(?:{'|'.join(data(language, 'findings')['times'])})\b", re.IGNORECASE)


@cache
def _glued(language: str) -> re.Pattern[str]:
    """An amount whose scale follows without a blank: `€2.1bn`."""
    words = data(language, "references")["amounts"]
    before = "|".join(re.escape(sign) for sign in words["currency_before"])
    scales = "|".join(re.escape(scale) for scale in sorted(words["scales"], key=len, reverse=True))
    return re.compile(
        rf"(?:(?P<currency>{before})\s*)?(?<![\w.,/-])(?P<digits>\d+(?:[.,]\d+)?)"
        rf"(?P<scale>{scales})(?!\w)",
        re.IGNORECASE,
    )


@cache
def _worded(language: str) -> re.Pattern[str]:
    """A number in letters with a scale, percent or currency: `twaalf miljoen euro`."""
    words = data(language, "references")["amounts"]

    def choice(names: Iterable[str]) -> str:
        return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))

    units = choice([*words["percent"], *words["currency_after"]])
    return re.compile(
        rf"(?<![\w-])(?P<word>[^\W\d_]+(?:-[^\W\d_]+)?)"
        rf"(?:\s+(?P<scale>{choice(words['scales'])})(?!\w))?(?:\s+(?P<unit>{units})(?!\w))?",
        re.IGNORECASE,
    )


def _from_worded(found: re.Match[str], language: str) -> Figure | None:
    if not (found["scale"] or found["unit"]):
        return None
    words = data(language, "references")["amounts"]
    plain = ascii_fold(found["word"]).lower()
    value = number_words(language).get(plain)
    if value is None and found["scale"]:
        one = data(language, "findings")["one"]
        value = Decimal(1) if plain in one else None
    if value is None:
        return None
    if found["scale"]:
        value *= words["scales"][found["scale"].lower()]
    names = {name.lower(): code for name, code in words["currency_after"].items()}
    unit = names.get(found["unit"].lower(), "%") if found["unit"] else ""
    return Figure(*found.span(), found.group(), value, unit, "amount")


def _from_glued(found: re.Match[str], language: str) -> Figure:
    words = data(language, "references")["amounts"]
    currencies = {sign.lower(): code for sign, code in words["currency_before"].items()}
    unit = currencies[found["currency"].lower()] if found["currency"] else ""
    value = Decimal(found["digits"].replace(",", ".")) * words["scales"][found["scale"].lower()]
    return Figure(*found.span(), found.group(), value, unit, "amount")


def figures_in(text: str, language: str, masked: tuple[Span, ...] = ()) -> tuple[Figure, ...]:
    """The figures of a text in order; dates and document numbers are in `masked`."""
    found: list[Figure] = []
    taken = list(masked)

    def free(start: int, end: int) -> bool:
        return not any(a < end and start < b for a, b in taken)

    for worded in _worded(language).finditer(text):
        figure = _from_worded(worded, language)
        if figure and free(*worded.span()):
            found.append(figure)
            taken.append(worded.span())
    for hit in find_amounts(text, language, tuple(taken)):
        value = _VALUE.match(hit.value)
        if value and free(hit.start, hit.end):
            unit = value["currency"] or value["percent"] or ""
            words = text[hit.start : hit.end]
            number = Decimal(value["number"])
            found.append(Figure(hit.start, hit.end, words, number, unit, hit.kind))
            taken.append((hit.start, hit.end))
    for glued in _glued(language).finditer(text):
        if free(*glued.span()):
            found.append(_from_glued(glued, language))
            taken.append(glued.span())
    for digits in _DIGITS.finditer(text):
        if free(*digits.span()):
            for number in values_of(digits.group())[:1]:
                found.append(Figure(*digits.span(), digits.group(), number))
    known = number_words(language)
    skipped = _times(language)
    for word in _LETTERS.finditer(text):
        value_of_word = known.get(ascii_fold(word.group()).lower())
        if value_of_word is None or skipped.match(text, word.end()):
            continue
        if free(*word.span()):
            found.append(Figure(*word.span(), word.group(), value_of_word, "", "word"))
    return tuple(sorted(found, key=lambda figure: figure.start))


def values_of(digits: str) -> list[Decimal]:
    """What a row of digits can mean, the likelier value first: `2.010` is 2010 or 2.01."""
    plain = re.sub(r"[.,]", "", digits)
    readings = []
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", digits):
        readings.append(plain)
    readings += [digits.replace(",", "."), plain]
    found: list[Decimal] = []
    for reading in readings:
        try:
            value = Decimal(reading)
        except InvalidOperation:
            continue
        if value not in found:
            found.append(value)
    return found


def loose_values(text: str) -> set[Decimal]:
    """Every value that any row of digits in a text can have, dates and numbers of papers too."""
    return {value for digits in _ANY_DIGITS.findall(text) for value in values_of(digits)}


def rounds(value: Decimal, exact: Decimal, direction: str) -> bool:
    """Whether `value` is `exact` with fewer digits: `down` as in "ruim 500", `up`, or `near`."""
    if value <= 0 or exact <= 0:
        return False
    shown = len(value.normalize().as_tuple().digits)
    if shown >= len(exact.normalize().as_tuple().digits):
        return False
    step = Decimal(1).scaleb(value.adjusted() - shown + 1)
    if direction == "near":
        return abs(value - exact) <= step / 2
    return 0 <= (exact - value if direction == "down" else value - exact) < step
