"""From lexicon files to a `Lexicon`; whatever could never work is refused here, with its line."""

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from workflow.cachefile import without_collecting
from workflow.errors import WorkflowError
from workflow.languages import LANGUAGES, data
from workflow.positions.forms import Form, Irregular, forms_of
from workflow.positions.fronted import add_headless
from workflow.positions.lexicon import Cue, Lexicon, Name, Quantifier, State, Verb
from workflow.positions.lexiconfiles import LexiconFile, added, folder_stamp, shipped
from workflow.positions.model import STANCES, state_actor
from workflow.positions.naming import first_words, words_for_groups
from workflow.positions.pronouns import words_for_named
from workflow.positions.turning import DENIED_CUE
from workflow.positions.whose import usual_government
from workflow.positions.words import Phrases, split, written

_ZONES = ("object", "clause", "any")
_PHRASE_LISTS = (
    "did_same", "earlier_times", "not_yet", "council_places", "parliament",
    "promised_to_parliament", "conditional", "weakening", "topic", "outcome", "of_them", "about",
    "common_opinion", "reason_clauses",
    "spoken_nouns", "view_nouns", "sided", "no_verb", "both_named", "same_view", "those_who",
    "three_named", "chairs", "no_speaker", "list_links", "left_to_others", "telling",
    "leading_words", "faults", "ties",
    "set_between", "openings", "regards", "leading", "where_needed", "assent_refused",
    "assent_tied", "assent_given", "contrary_view", "conditional_support", "former_named",
    "latter_named", "one_before", "many_before", "leading_to", "fronted",
    "fronted_conditions", "high_on", "nothing_less", "as_one", "few_exceptions", "well_known",
    "taken_to_heart", "for_whom_reserve", "for_whom_oppose", "for_whom_call", "for_whom_part",
    "for_whom_support",
    "saying_nothing", "keeping_off", "own_part", "left_aside", "fallen_to", "apart_from",
    "as_chair", "its_view", "their_view", "aimed_at", "minor", "one_of", "among_them",
    "these_include", "in_the_room", "rejected", "heeded", "well_founded", "placed_to",
    "told_aside", "still_so", "waived",
)  # fmt: skip


def load_lexicon(language: str, extra: Path | None = None, own: str = "") -> Lexicon:
    """The lexicon of a language, with a house's own files from the folder `extra` on top.

    `own` is the actor id of the government that "we" and "the Minister" are, else the one that
    usually writes in the language. An entry of the house replaces the shipped entry of the same
    name. Raises WorkflowError, with file and line, for an unknown key, a duplicate, or a phrase
    that can never match.
    """
    own = "" if own == usual_government(language) else own
    stamp = folder_stamp(extra, language) if extra is not None else ()
    if extra is None or not stamp:
        return _shipped(language, own)
    return _extended(language, extra, stamp, own)


@cache
def _shipped(language: str, government: str) -> Lexicon:
    with without_collecting():
        return build_lexicon(language, [], government)


@lru_cache(maxsize=4)
def _extended(
    language: str, extra: Path, stamp: tuple[tuple[str, int, int], ...], government: str
) -> Lexicon:
    """The lexicon with a house's files as they stood at `stamp`."""
    return build_lexicon(language, added(extra, language), government)


def build_lexicon(
    language: str, own: list[tuple[str, LexiconFile]], government: str = ""
) -> Lexicon:
    """The shipped lexicon with a house's files on top; refuses what could never work.

    `government` speaks in it as "we" and has the names of a government in its own reports;
    empty: the one that usually writes in the language.
    """
    base = shipped(language)
    lexicon = Lexicon(language)
    loaders = {
        "actors": _load_actors,
        "persons": _load_persons,
        "quantifiers": _load_quantifiers,
        "verbs": _load_verbs,
        "phrases": _load_phrases,
    }
    _load_grammar(lexicon, base["grammar"])
    for name in ("praising", "blaming", "easing"):
        lexicon.words[name] = frozenset(data(language, "comparison")[name])
    months = data(language, "calendar")["months"]
    lexicon.words["months"] = frozenset(name.lower() for name in months)
    if government:
        lexicon.settings["self_actor"] = government
    for name, load in loaders.items():
        layers = [file for stem, file in own if stem == name]
        # The house's words come first: among equals the first one wins.
        for file in [*reversed(layers), base[name]]:
            load(lexicon, file)
    lexicon.naming = first_words(lexicon)
    lexicon.grouping = words_for_groups(lexicon)
    lexicon.nations = frozenset(adjective.split()[0] for adjective in lexicon.adjectives)
    lexicon.counting = frozenset(lexicon.group_nouns.firsts())
    lexicon.together = words_for_named(lexicon)
    return lexicon


def slug(name: str) -> str:
    """A name as an id: lower case, ASCII, hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def _load_grammar(lexicon: Lexicon, file: LexiconFile) -> None:
    """The word lists of `grammar.toml` and `phrases.toml`."""
    for key, value in file.content.items():
        if key == "markers":
            for kind, phrases in value.items():
                for phrase in phrases:
                    lexicon.markers.add(split(phrase), kind)
        elif key == "roles":
            for kind, words in value.items():
                if kind in ("between", "foreign_presidency"):
                    _word_list(lexicon, f"roles_{kind}" if kind == "between" else kind, words)
                    continue
                lexicon.roles[kind] = Phrases()
                for word in words:
                    lexicon.roles[kind].add(split(word), word)
        elif key == "pronouns":
            lexicon.pronouns.update(value)
        elif key == "offices":
            lexicon.offices.update(value)
        elif key == "separates":
            lexicon.separates = value
        elif key == "auxiliaries":
            for kind, lemmas in value.items():
                lexicon.auxiliaries.update(dict.fromkeys(lemmas, kind))
        elif key == "elements" or isinstance(value, list):
            for name, words in (value if key == "elements" else {key: value}).items():
                if isinstance(words, str):
                    lexicon.settings[name] = words
                else:
                    _word_list(lexicon, name, words)
        else:
            lexicon.settings[key] = str(value)


def _word_list(lexicon: Lexicon, name: str, words: list[str]) -> None:
    """One list, as words and, where its entries may be several words, as phrases."""
    if name == "focus_phrases":
        for phrase in words:
            lexicon.focus.add(split(phrase), phrase)
    elif name in _PHRASE_LISTS:
        lexicon.phrases[name] = Phrases()
        for phrase in words:
            lexicon.phrases[name].add(split(phrase), phrase)
            lexicon.phrase_kinds.add(split(phrase), name)
    lexicon.words[name] = frozenset(words)


def _written(file: LexiconFile, phrase: str) -> tuple[str, ...]:
    """The words of a name as written; an empty or ragged one can never match."""
    words = written(phrase)
    if not words or " ".join(phrase.split()) != phrase:
        raise file.fail("unreachable", phrase or '""')
    return words


def _lowered(file: LexiconFile, phrase: str) -> tuple[str, ...]:
    """The words of a phrase that is looked up in lower case."""
    if phrase != phrase.lower():
        raise file.fail("unreachable", phrase)
    return tuple(word.lower() for word in _written(file, phrase))


def _load_actors(lexicon: Lexicon, file: LexiconFile) -> None:
    """Bodies, agencies, third parties and states with all their names."""
    seen: dict[str, str] = {}
    for table, prefix in (("body", ""), ("agency", "ag:"), ("third", "derde:")):
        for key, entry in file.content.get(table, {}).items():
            actor = prefix + key
            lexicon.display.setdefault(actor, entry["name"])
            kind = table
            for name in (entry["name"], *entry.get("names", ())):
                _add_name(lexicon, file, seen, name, _bearer(lexicon, name, actor), kind)
            _add_heads(lexicon, file, seen, entry, actor)
            _add_circle(lexicon, file, entry, actor)
    for code, entry in file.content.get("state", {}).items():
        actor = state_actor(code)
        state = State(
            code, entry["name"], entry.get("member", False), slug(_dutch_name(code, entry["name"]))
        )
        lexicon.states.setdefault(code, state)
        lexicon.display.setdefault(actor, entry["name"])
        for name in (entry["name"], *entry.get("names", ())):
            if seen.get(name) != actor:
                _add_name(lexicon, file, seen, name, _bearer(lexicon, name, actor), "state")
        _add_heads(lexicon, file, seen, entry, actor)
        for kind, names in (("seat", entry.get("seats", ())), ("people", entry.get("people", ()))):
            for name in names:
                _add_name(lexicon, file, seen, name, actor, kind)
        for adjective in entry["adjectives"]:
            lexicon.adjectives.setdefault(adjective, code)
    for name in file.content.get("excluded", {}).get("names", ()):
        _add_name(lexicon, file, seen, name, "", "excluded")


def _bearer(lexicon: Lexicon, name: str, actor: str) -> str:
    """Who bears a name: what any government is called in its own reports is its own."""
    own = name in lexicon.words["self_names"] and actor == usual_government(lexicon.language)
    return lexicon.settings["self_actor"] if own else actor


def _add_circle(lexicon: Lexicon, file: LexiconFile, entry: dict[str, Any], actor: str) -> None:
    """The states behind a common name such as "de Baltische staten"."""
    members = entry.get("members", ())
    if not members:
        return
    known = {*data(lexicon.language, "actors")["state"], *file.content.get("state", {})}
    for code in members:
        if code not in known:
            raise file.fail("unknown_actor", code)
    lexicon.circles.setdefault(actor, tuple(state_actor(code) for code in members))


def _dutch_name(code: str, name: str) -> str:
    """The Dutch name of a state: ids are made of it, whatever the language of the report."""
    entry = data(LANGUAGES[0], "actors")["state"].get(code)
    return str(entry["name"]) if entry else name


def _add_heads(
    lexicon: Lexicon, file: LexiconFile, seen: dict[str, str], entry: dict[str, Any], actor: str
) -> None:
    """Titles of persons who always speak for the actor.

    Those of the usual government are those of whichever government the report is of, unless
    they name the state.
    """
    usual = actor == usual_government(lexicon.language)
    for head in entry.get("heads", ()):
        _claim(file, seen, head, actor)
        words = split(head)
        named = not usual or any(head.startswith(name) for name in _national(lexicon, entry))
        lexicon.heads.add(words, actor if named else lexicon.settings["self_actor"])
        first = lexicon.words.get("heads_first", frozenset())
        lexicon.words["heads_first"] = first | {words[0]}


def _national(lexicon: Lexicon, entry: dict[str, Any]) -> tuple[str, ...]:
    """The names of a state and its parts that may stand before a title."""
    names = {entry["name"], *entry.get("names", ())} - lexicon.words["self_names"]
    return (*names, *entry.get("adjectives", ()), *entry.get("parts", ()))


def _claim(file: LexiconFile, seen: dict[str, str], name: str, actor: str) -> None:
    if name in seen:
        raise file.fail("duplicate", name)
    seen[name] = actor


def _add_name(
    lexicon: Lexicon, file: LexiconFile, seen: dict[str, str], name: str, actor: str, kind: str
) -> None:
    """A name of an actor; refused where another actor has it."""
    _claim(file, seen, name, actor)
    words = _written(file, name)
    lexicon.names.add(
        tuple(word.lower().replace("’", "'") for word in words), Name(words, actor, kind)
    )
    if actor:
        lexicon.lookup.setdefault(name.lower(), actor)


def _load_persons(lexicon: Lexicon, file: LexiconFile) -> None:
    seen: dict[str, list[tuple[Any, Any]]] = {}
    for entry in file.content.get("person", ()):
        actor, since, until = entry["actor"], entry.get("from"), entry.get("to")
        if actor not in lexicon.display and not actor.startswith(("derde:", "land:")):
            raise file.fail("unknown_actor", actor)
        for name in entry["names"]:
            for start, end in seen.get(name, ()):
                apart = (until and start and until < start) or (end and since and end < since)
                if not apart:
                    raise file.fail("duplicate", name)
            seen.setdefault(name, []).append((since, until))
            words = _written(file, name)
            lexicon.names.add(
                tuple(word.lower().replace("’", "'") for word in words),
                Name(words, actor, "person", since, until),
            )
            lexicon.lookup.setdefault(name.lower(), actor)


def _load_quantifiers(lexicon: Lexicon, file: LexiconFile) -> None:
    content = file.content
    for noun in content.get("nouns", ()):
        kind = "council" if noun in content.get("council", ()) else "group"
        lexicon.group_nouns.add(split(noun), kind)
    lexicon.bare_nouns |= frozenset(noun.lower() for noun in content.get("bare", ()))
    lexicon.size_between |= frozenset(word.lower() for word in content.get("between", ()))
    counted = {int(bound): identity for bound, identity in content.get("counted", {}).items()}
    lexicon.counted = lexicon.counted or tuple(sorted(counted.items()))
    seen: dict[str, str] = {}
    for entry in content.get("quantifier", ()):
        quantifier = Quantifier(entry["id"], entry["name"], entry.get("rank", 0))
        lexicon.quantifiers.setdefault(quantifier.id, quantifier)
        actor = f"lidstaten:{quantifier.id}"
        lexicon.display.setdefault(actor, quantifier.name)
        lexicon.lookup.setdefault(quantifier.name.lower(), actor)
        for table, key in ((lexicon.sizes, "before"), (lexicon.alone, "alone")):
            for phrase in entry.get(key, ()):
                _claim(file, seen, f"{key} {phrase}" if key == "alone" else phrase, actor)
                table.add(split(phrase), quantifier.id)


def _load_verbs(lexicon: Lexicon, file: LexiconFile) -> None:
    content = file.content
    irregular: Irregular = content.get("irregular", {})
    present: Irregular = content.get("present", {})
    unstressed = frozenset(content.get("unstressed", {}).get("lemmas", ()))
    variants: dict[str, list[str]] = content.get("variants", {})
    seen: dict[str, str] = {}
    found: dict[str, list[Form]] = {}
    for group in content.get("verbs", ()):
        for stance in (group["stance"], group.get("with_that", "")):
            if stance and stance not in STANCES:
                raise file.fail("unknown_stance", stance, known=", ".join(STANCES))
        for entry in group["lemmas"]:
            _claim(file, seen, entry, "")
            lemma = entry.replace("|", "").replace("_", "")
            one_word = " " not in lemma or not lexicon.separates
            plain = lemma.isalpha() or re.fullmatch(r"[^\W\d_]+(?:[ -][^\W\d_]+)*", lemma)
            if not (one_word and plain):
                raise file.fail("unreachable", entry)
            verb = Verb(
                lemma,
                group["stance"],
                group.get("strength", 1),
                group.get("carrier", False),
                group.get("with_that", ""),
            )
            lexicon.verbs.setdefault(lemma, verb)
            forms = forms_of(entry, lexicon.language, irregular, present, unstressed)
            for text, readings in forms.items():
                found.setdefault(text, []).extend(readings)
            for text, plural in zip(variants.get(entry, ()), (False, True), strict=False):
                apart = entry.rpartition("|")[0]
                for word, particle in {text: apart, apart + text: ""}.items():
                    found.setdefault(word, []).append(Form(lemma, particle, "past", plural))
    for text, readings in found.items():
        known = lexicon.forms.get(text)
        if known is None:
            lexicon.forms[text] = tuple(readings)
        else:
            lexicon.forms[text] = known + tuple(form for form in readings if form not in known)


def _load_phrases(lexicon: Lexicon, file: LexiconFile) -> None:
    seen: dict[tuple[str, str, str], str] = {}
    for entry in file.content.get("cue", ()):
        stance, zone = entry["stance"], entry["zone"]
        for value in (stance, entry.get("negated", stance)):
            if value not in STANCES:
                raise file.fail("unknown_stance", value, known=", ".join(STANCES))
        if zone not in _ZONES:
            raise file.fail("unknown_zone", zone, known=", ".join(_ZONES))
        verbs = frozenset(entry.get("verbs", ()))
        for lemma in sorted(verbs):
            if lemma not in lexicon.verbs:
                raise file.fail("unknown_verb", lemma)
        cue = Cue(
            stance,
            entry.get("strength", 2),
            zone,
            entry.get("negated", DENIED_CUE.get(stance, stance)),
            verbs,
        )
        lexicon.listed |= verbs
        for phrase in entry["phrases"]:
            words = _lowered(file, phrase)
            for lemma in sorted(verbs) or [""]:
                key = (phrase, zone, lemma)
                if key in seen:
                    raise file.fail("duplicate", phrase)
                seen[key] = stance
            lexicon.cues.add(words, cue)
            add_headless(lexicon, words, cue)


def check_language(language: str) -> None:
    """Raise WorkflowError where no lexicon is shipped for the language."""
    if language not in LANGUAGES:
        raise WorkflowError(
            "positions.errors.language", language=language, known=", ".join(LANGUAGES)
        )
