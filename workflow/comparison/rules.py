"""The data behind the rules for kinds of change: `kinds.toml` beside this file and word lists."""

import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from workflow.comparison.tokens import plain
from workflow.languages import LANGUAGES, data


@cache
def rules() -> dict[str, Any]:
    """The tables of `kinds.toml`."""
    return tomllib.loads(files(__package__).joinpath("kinds.toml").read_text("utf-8"))


@lru_cache(maxsize=64)
def polarity(stance: str) -> int:
    """1 for, -1 against, 0 where the stance takes no side."""
    return int(rules()["polarity"].get(stance, 0))


@lru_cache(maxsize=64)
def leaning(stance: str) -> int:
    """The side of a stance, where who asks or promises leans to the side of those who are for."""
    return polarity(stance) or int(stance in rules()["leaning"])


def takes_side(stance: str) -> bool:
    """Whether a stance is for a thing or against it, or leans to one side."""
    return leaning(stance) != 0


def are_opposed(one: str, other: str) -> bool:
    """Whether of two stances one leans to the side of those who are for, the other one against."""
    return leaning(one) * leaning(other) < 0


@cache
def words_of(*names: str, language: str = "") -> frozenset[str]:
    """The words of these lists in `comparison.toml`, of one language or of all."""
    return frozenset(
        plain(word)
        for each in ((language,) if language in LANGUAGES else LANGUAGES)
        for name in names
        for word in data(each, "comparison")[name]
    )


@cache
def grammar_words(name: str) -> frozenset[str]:
    """The words of a list in `grammar.toml`, of all languages."""
    found = set()
    for language in LANGUAGES:
        grammar = data(language, "grammar")
        found.update(grammar[name] if name in grammar else grammar["elements"][name])
    return frozenset(found)
