"""Actor ids and how people write them: names, the way back, and the order of a briefing."""

from workflow.languages import LANGUAGES
from workflow.positions.house import house_lexicon
from workflow.positions.lexicon import Lexicon
from workflow.positions.loading import slug
from workflow.positions.model import GROUP, is_group, is_state, state_actor

_GROUP = f"{GROUP}:"
_ORDER = ("raad", "voorzitterschap", "commissie", "ep")


def actor_name(actor: str, language: str, written: str = "") -> str:
    """How the program writes an actor: `de meeste lidstaten`, `Nederland`, `eu-LISA`.

    The house's own actors are known too. An id that the lexicon does not know is shown as it is
    `written` in the text, or else without its prefix and hyphens; an empty id gives an empty
    string. The family `lidstaten` is written like its plainest member. Raises WorkflowError for
    a language without a lexicon.
    """
    lexicon = house_lexicon(language)
    if actor in lexicon.display:
        return lexicon.display[actor]
    if actor == GROUP:
        return lexicon.display[f"{_GROUP}de"]
    if written:
        return written
    prefix, _, rest = actor.rpartition(":")
    if prefix == "land":
        return rest
    words = rest.replace("-", " ")
    return words[:1].upper() + words[1:] if prefix != "ag" else words.upper()


def find_actor(name: str, language: str) -> str:
    """The id of the actor that people write as `name`: the inverse of `actor_name`.

    Capitals, articles and spare blanks do not matter; ids are understood too. A name that
    nobody knows becomes `derde:<slug>`, an empty one an empty string.
    """
    lexicon = house_lexicon(language)
    wanted = " ".join(name.split()).strip(" .,:;*")
    if not wanted:
        return ""
    lowered = wanted.lower().replace("’", "'")
    if wanted in lexicon.display:
        return wanted
    for form in (lowered, _without_article(lowered, lexicon)):
        found = lexicon.lookup.get(form) or _group(form, lexicon) or _known_id(form, lexicon)
        if found:
            return found
    for adjective, code in lexicon.adjectives.items():
        if lowered == adjective.lower():
            return state_actor(code)
    return f"derde:{slug(wanted)}" if slug(wanted) else ""


def named_actor(typed: str) -> str:
    """The id of an actor by its name in any language or its code: `Ireland`, `Iers`, `IE`.

    Empty where nobody knows it.
    """
    names = [typed, state_actor(typed.upper())] if len(typed) == 2 else [typed]
    for language in LANGUAGES:
        for name in names:
            found = find_actor(name, language)
            if found and not found.startswith("derde:"):
                return found
    return ""


def actor_rank(actor: str, own_government: str) -> tuple[int, int, str]:
    """Sort key that puts actors in the order of a briefing.

    Own government, Council, Presidency, Commission, parliament, groups from large to small,
    named states, agencies, third parties.
    """
    if actor == own_government:
        return (0, 0, "")
    if actor in _ORDER:
        return (1 + _ORDER.index(actor), 0, "")
    if is_group(actor):
        quantifier = house_lexicon("nl").quantifiers.get(actor.removeprefix(_GROUP))
        return (5, -(quantifier.rank if quantifier else 0), actor)
    if is_state(actor):
        return (6, 0, actor)
    return (7 if actor.startswith("ag:") else 8, 0, actor)


def group_rank(actor: str) -> int:
    """The breadth of a group of member states, 1 one to 7 all; 0 where it is not compared."""
    if not actor.startswith(_GROUP):
        return 0
    quantifier = house_lexicon("nl").quantifiers.get(actor.removeprefix(_GROUP))
    return quantifier.rank if quantifier else 0


def _without_article(name: str, lexicon: Lexicon) -> str:
    first, _, rest = name.partition(" ")
    return rest if first in lexicon.words["articles"] and rest else name


def _known_id(name: str, lexicon: Lexicon) -> str:
    """The id itself, where people wrote that."""
    upper = name[:5] + name[5:].upper() if name.startswith("land:") else name
    return upper if upper in lexicon.display else ""


def _group(name: str, lexicon: Lexicon) -> str:
    """A group of member states written in any of the known ways: `de lidstaten`, `velen`."""
    low = name.split()
    if name in lexicon.bare_nouns:
        return f"{_GROUP}de"
    for stop, identity in lexicon.alone.at(low, 0):
        if stop == len(low):
            return _GROUP + identity
    for stop, identity in lexicon.sizes.at(low, 0):
        while stop < len(low) and low[stop] in lexicon.size_between:
            stop += 1
        noun = lexicon.group_nouns.first(low, stop) if stop < len(low) else None
        if noun and noun[0] == len(low):
            return _GROUP + identity
    return ""
