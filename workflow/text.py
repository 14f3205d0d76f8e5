"""Clean text once, at the door."""

import re
import unicodedata

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b\n]{0,200}(?:\x07|\x1b\\)|.)?")
"""What is not ended on its line takes nothing of the text along."""
_BLANKS = re.compile(r"\s+")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_DEVICES = {"con", "prn", "aux", "nul"} | {f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10)}


def without_escapes(text: str) -> str:
    """The text without the sequences that steer a terminal: colours, titles, cursor."""
    return _ESCAPES.sub("", text) if "\x1b" in text else text


def one_line(text: str) -> str:
    """The text as one line: NFC, no control or direction characters, blanks folded.

    Lone surrogates, which no file can hold, become U+FFFD.
    """
    text = text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    text = unicodedata.normalize("NFC", _CONTROLS.sub("", _BLANKS.sub(" ", text)))
    return _BLANKS.sub(" ", text).strip()


def capital(text: str) -> str:
    """The text as the start of a sentence, save where its first word is spelled as it is."""
    first = text.split(" ", 1)[0]
    return text[:1].upper() + text[1:] if first.islower() else text


def ascii_fold(text: str) -> str:
    """The text without accents, other non-ASCII characters dropped: `Roemenië` → `Roemenie`."""
    if text.isascii():
        return text
    text = text.replace("ß", "ss").replace("ø", "o").replace("Ø", "O").replace("ł", "l")
    decomposed = unicodedata.normalize("NFKD", text)
    return decomposed.encode("ascii", "ignore").decode("ascii")


def slug(text: str, *, longest: int = 60) -> str:
    """A file name for a title: ASCII letters, digits and hyphens, at most `longest` characters.

    Cut at a word where possible; never empty and never the name of a Windows device.
    """
    words = _NOT_SLUG.sub("-", ascii_fold(text).lower()).strip("-")
    if len(words) > longest:
        cut = words[: longest + 1].rfind("-")
        words = words[: cut if cut > longest // 2 else longest].strip("-")
    if not words:
        return "punt"
    return f"{words}-x" if words in _DEVICES else words


def shorten(text: str, longest: int) -> str:
    """The text cut to at most `longest` characters, at a word, with an ellipsis if cut."""
    if len(text) <= longest:
        return text
    if longest <= 1:
        return "…"[:longest]
    cut = text[:longest].rfind(" ")
    return text[: cut if cut > longest // 2 else longest - 1].rstrip(" ,;:-") + "…"


def has_words(wanted: str, words: str) -> bool:
    """Whether every typed piece occurs, in any order, accents and case aside."""
    plain = ascii_fold(words).casefold()
    return all(piece in plain for piece in ascii_fold(wanted).casefold().split())
