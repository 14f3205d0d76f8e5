"""Spelling, where hunspell and a dictionary of the language are installed.

Apart from `check`: it starts another program, and what it finds depends on the dictionary.
"""

import shutil
import subprocess
from collections.abc import Iterator

from workflow.languages import data, say
from workflow.report.model import Item
from workflow.summaries.findings.reading import LONGEST, fold, tokens, words_of
from workflow.summaries.findings.source import source_of
from workflow.summaries.findings.statements import statements_of
from workflow.summaries.model import Finding, Summary

_PROGRAM = "hunspell"
_SHORTEST = 3


def check_spelling(item: Item, summary: Summary, *, seconds: float = 2.0) -> tuple[Finding, ...]:
    """Words of the summary that the dictionary does not know, as hints.

    Names, words of the source and abbreviations are left alone. Nothing is found where the
    program or the dictionary is missing, or where it takes longer than `seconds`.
    """
    scales = data(summary.language, "references")["amounts"]["scales"]
    known = source_of(item, (), summary.language, "").vocabulary | set(scales)
    found: dict[str, int] = {}
    for statement in statements_of(summary):
        if statement.kind == "sentence" and not statement.quoted:
            for word in _words(statement.text[:LONGEST]):
                if fold(word) not in known:
                    found.setdefault(word, statement.line)
    dismissed = {entry.words for entry in summary.dismissals if entry.check == "spelling"}
    asked = [word for word in found if word not in dismissed]
    return tuple(
        Finding("spelling", "hint", _message(word, better), found[word], word, (), better)
        for word, better in _unknown(asked, summary.language, seconds)
    )


def _words(text: str) -> Iterator[str]:
    """The words that a dictionary can judge: no figures, names or abbreviations."""
    for token in tokens(text):
        word = token.group()
        letters = word.replace("-", "").replace("'", "").replace("’", "")
        if len(word) >= _SHORTEST and word.islower() and letters.isalpha():
            yield word


def _message(word: str, better: str) -> str:
    key = "better" if better else "unknown"
    return say(f"findings.spelling.{key}", words=word, better=better)


def _unknown(words: list[str], language: str, seconds: float) -> Iterator[tuple[str, str]]:
    """The words that hunspell does not know, each with its first suggestion or nothing."""
    program = shutil.which(_PROGRAM)
    if not words or program is None:
        return
    for dictionary in words_of(language)["dictionaries"]:
        answers = _ask(program, dictionary, words, seconds)
        if answers is None:
            continue
        for word, answer in zip(words, answers, strict=False):
            if answer[:1] == "&":
                yield word, answer.partition(": ")[2].split(", ")[0].strip()
            elif answer[:1] == "#":
                yield word, ""
        return


def _ask(program: str, dictionary: str, words: list[str], seconds: float) -> list[str] | None:
    """One line of answer for each word; None where the dictionary does not answer."""
    try:
        done = subprocess.run(
            [program, "-a", "-i", "utf-8", "-d", dictionary],
            input="".join(f"^{word}\n" for word in words),
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=seconds,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    lines = done.stdout.split("\n")
    if done.returncode or not lines[0].startswith("@"):
        return None
    blocks = "\n".join(lines[1:]).split("\n\n")
    return [block.strip("\n").split("\n")[0] for block in blocks[: len(words)]]
