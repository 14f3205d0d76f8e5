"""Amounts, counts and ordinals: the value as a plain number, a currency before it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Any

from workflow.languages import data
from workflow.report.model import Span
from workflow.report.references.documents import FIGURE

_WITHOUT_UNIT = ("large", "in_brackets", "counted")
_SMALL = 100
"""Below this a bare figure before a noun is a count."""


@dataclass(frozen=True, slots=True)
class AmountHit:
    """A figure found in text."""

    start: int
    end: int
    kind: str
    """`amount`, `count` or `ordinal`."""
    value: str
    rule: str


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, Any]]:
    words = data(language, "references")["amounts"]

    def choice(names: object) -> str:
        return "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True))  # type: ignore[call-overload]

    figure = re.compile(
        rf"(?:(?P<before>{choice(words['currency_before'])})\s*)?"
        r"(?<![\w.,/-])(?P<figure>\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?:[.,]\d{1,2})?(?!\d)"
        r"|\d+(?:[.,]\d+)?)(?![\w/]|-\w|[.,]\d)"
        rf"(?:\s*(?P<percent>{choice(words['percent'])})(?!\w))?"
        rf"(?:\s+(?P<scale>{choice(words['scales'])})(?!\w))?"
        rf"(?:\s+(?P<after>{choice(words['currency_after'])})(?!\w))?",
        re.IGNORECASE,
    )
    number = re.compile(
        rf"(?<![\w-])(?:(?P<count>{choice(words['words'])})|(?P<ordinal>{choice(words['ordinals'])}))(?=\s+(?P<noun>[^\W\d_][\w-]*))",
        re.IGNORECASE,
    )
    return figure, number, words


@cache
def _range(language: str) -> re.Pattern[str]:
    """Two figures that share what stands before or behind them: `10-15 miljoen euro`."""
    words = data(language, "references")["amounts"]

    def choice(names: Iterable[str]) -> str:
        return "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True))

    figure = r"\d{1,3}(?:[.,]\d{3})+(?!\d)|\d{1,9}(?:[.,]\d{1,2})?"
    return re.compile(
        rf"(?P<open>(?:{choice(words['between'])})\s+)?(?:(?P<before>{choice(words['currency_before'])})\s*)?"
        rf"(?<![\w.,/-])(?P<low>{figure})"
        rf"(?:\s?[-–]\s?|\s+(?:{choice(words['until'])})\s+|(?P<and>\s+(?:{choice(words['and'])})\s+))"
        rf"(?P<figure>{figure})(?![\w/])(?:\s*(?P<percent>{choice(words['percent'])})(?!\w))?"
        rf"(?:\s+(?P<scale>{choice(words['scales'])})(?!\w))?"
        rf"(?:\s+(?P<after>{choice(words['currency_after'])})(?!\w))?",
        re.IGNORECASE,
    )


def _ranges(text: str, language: str, words: dict[str, Any], taken: bytearray) -> list[AmountHit]:
    """Both ends of every range with a unit; what they take is marked in `taken`."""
    hits = []
    for found in _range(language).finditer(text):
        unit = found["before"] or found["percent"] or found["scale"] or found["after"]
        if (
            not unit
            or any(taken[found.start() : found.end()])
            or (found["and"] and not found["open"])
        ):
            continue
        low, high = _figure(found, text, words, "low"), _figure(found, text, words)
        if low and high:
            end = found.end("low")
            hits += [
                replace(low, end=end, rule="range"),
                replace(high, start=found.start("figure"), rule="range"),
            ]
            taken[found.start() : found.end()] = b"\x01" * (found.end() - found.start())
    return hits


def find_amounts(text: str, language: str, masked: tuple[Span, ...] = ()) -> list[AmountHit]:
    """The figures of a text in order; dates and document numbers are in `masked`."""
    figure, number, words = _patterns(language)
    taken = bytearray(len(text))
    for start, end in masked:
        taken[start:end] = b"\x01" * (end - start)
    figures = bool(FIGURE.search(text))
    hits = _ranges(text, language, words, taken) if figures else []
    for found in figure.finditer(text) if figures else ():
        if not any(taken[found.start() : found.end()]):
            hit = _figure(found, text, words)
            if hit and not (hit.rule in _WITHOUT_UNIT and _is_numbered(text, hit, language)):
                hits.append(hit)
    for found in number.finditer(text):
        kind = "count" if found["count"] else "ordinal"
        noun = found["noun"].lower()
        if noun in words["not_counted" if kind == "count" else "not_ordinal"]:
            continue
        value = words["words" if kind == "count" else "ordinals"][found.group(kind).lower()]
        hits.append(AmountHit(*found.span(kind), kind, str(value), "number_word"))
    return sorted(hits, key=lambda hit: hit.start)


def _is_numbered(text: str, hit: AmountHit, language: str) -> bool:
    """Whether a figure numbers the word before it: `Article 107`, `paragraph 1200`."""
    before = text[max(0, hit.start - 40) : hit.start].split()
    return bool(before) and before[-1].lower() in data(language, "abbreviations")["numbered"]


def _figure(
    found: re.Match[str], text: str, words: dict[str, Any], group: str = "figure"
) -> AmountHit | None:
    value = _value(found[group], bool(found["scale"]), words)
    if found["scale"]:
        value *= words["scales"][found["scale"].lower()]
    currency = ""
    for key, side in (("currency_before", "before"), ("currency_after", "after")):
        if found[side]:
            names = {name.lower(): code for name, code in words[key].items()}
            currency = names[found[side].lower()]
    plain = f"{value.normalize():f}"
    if currency:
        return AmountHit(*found.span(), "amount", f"{currency} {plain}", "currency")
    if found["percent"]:
        return AmountHit(*found.span(), "amount", f"{plain}%", "percent")
    if found["scale"]:
        return AmountHit(*found.span(), "amount", plain, "scale")
    return _bare(found, text, value, plain, words)


def _bare(
    found: re.Match[str], text: str, value: Decimal, plain: str, words: dict[str, Any]
) -> AmountHit | None:
    """A figure without unit: an amount if large or alone in brackets, a count before a noun."""
    before, after = text[: found.start()][-1:], text[found.end() :]
    if before == "(" and after.startswith(")"):
        return AmountHit(*found.span(), "amount", plain, "in_brackets") if value >= _SMALL else None
    if after.startswith((")", ":")):
        return None
    if value >= 1000 or ("." in found["figure"] and value >= _SMALL):
        return AmountHit(*found.span(), "amount", plain, "large")
    noun = re.match(r"\s+([a-zà-ÿ][\w-]+)", after)
    if noun and noun[1] not in words["not_counted"] and value == value.to_integral_value():
        if value >= _SMALL:
            return AmountHit(*found.span(), "amount", plain, "large")
        if value > 1 and noun[1] not in words["no_noun"]:
            return AmountHit(*found.span(), "count", plain, "counted")
    return None


def _value(figure: str, scaled: bool, words: dict[str, Any]) -> Decimal:
    """The number that is written; before a scale word a stop is a decimal sign too."""
    thousand, decimal = words["thousand"], words["decimal"]
    text = re.sub(r"[\s\u00a0\u202f]", "", figure)
    if scaled and re.fullmatch(r"\d+[.,]\d{1,2}", text):
        return Decimal(text.replace(",", "."))
    if re.fullmatch(
        rf"\d{{1,3}}(?:{re.escape(thousand)}\d{{3}})+(?:{re.escape(decimal)}\d+)?", text
    ):
        text = text.replace(thousand, "")
    return Decimal(text.replace(decimal, ".").replace(",", "."))
