"""A word that was not understood, added to the house's own files: an actor, a person, a verb."""

from dataclasses import dataclass
from pathlib import Path

from workflow.errors import WorkflowError
from workflow.languages import say
from workflow.positions.actors import find_actor
from workflow.positions.house import house_lexicon
from workflow.positions.lexiconfiles import added, parse_file
from workflow.positions.loading import build_lexicon, slug
from workflow.text import one_line

_THIRD = "derde:"


@dataclass(frozen=True, slots=True)
class Addition:
    """A file of the house's lexicon with a word more."""

    file: str
    """Its path below the folder of the lexicon."""
    text: str
    """Its whole new text."""
    before: str | None
    """Its text until now; None where there was no file."""
    word: str


def add_word(
    folder: Path, language: str, word: str, *, stance: str = "", actor: str = ""
) -> Addition:
    """The house's lexicon with `word` as a verb of a stance, or as a name.

    With a `stance` it is a verb, written as in the shipped table (`toe|juichen`). With the name
    of an `actor` it is another name for that one, or a person who speaks for it; without both it
    is the name of a new actor. Nothing is written. Raises WorkflowError for a word that is empty,
    is known already or could never be found, and where the house's files are wrong.
    """
    word = one_line(word).strip(" .,;:")
    if not word:
        raise WorkflowError("positions.errors.no_word")
    if stance:
        lemma = word.lower()
        return _checked(folder, language, "verbs", lemma, _verb(lemma, stance))
    known = find_actor(word, language)
    if known and not known.startswith(_THIRD):
        raise WorkflowError("positions.errors.known_word", word=word)
    if actor:
        identity = find_actor(actor, language)
        if identity not in house_lexicon(language).display:
            raise WorkflowError("positions.errors.no_actor", actor=actor)
        return _checked(folder, language, "persons", word, _name(word, identity))
    return _checked(folder, language, "actors", word, _actor(word))


def _verb(lemma: str, stance: str) -> str:
    return f'[[verbs]]\nstance = "{stance}"\nstrength = 2\nlemmas = [{_string(lemma)}]\n'


def _name(word: str, actor: str) -> str:
    return f"[[person]]\nnames = [{_string(word)}]\nactor = {_string(actor)}\n"


def _actor(word: str) -> str:
    identity = slug(word)
    if not identity:
        raise WorkflowError("positions.errors.no_word")
    return f"[third.{identity}]\nname = {_string(word)}\n"


def _string(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _checked(folder: Path, language: str, stem: str, word: str, entry: str) -> Addition:
    """The file with the entry at its end, tried out before anybody writes it."""
    name = f"{language}/{stem}.toml"
    path = folder / name
    before = path.read_text("utf-8") if path.is_file() else None
    text = f"{before.rstrip()}\n\n{entry}" if before and before.strip() else _head(stem) + entry
    others = [(kind, file) for kind, file in added(folder, language) if file.place != str(path)]
    build_lexicon(language, [*others, (stem, parse_file(name, stem, text))])
    return Addition(name, text, before, word)


def _head(stem: str) -> str:
    return f"# {say(f'positions.adding.{stem}')}\n\n"
