"""Where a sentence names somebody who may speak: bodies, states, groups, persons, pronouns."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from workflow.positions.lexicon import Lexicon, Name
from workflow.positions.loading import slug
from workflow.positions.words import SIGNS, Words


@dataclass(frozen=True, slots=True)
class Mention:
    """One name in a sentence, or several joined by commas and `en`."""

    start: int
    """Index of its first word, article included."""
    stop: int
    """Index after its last word, with what stands in brackets behind the name."""
    actors: tuple[str, ...]
    """Actor ids; empty for a body that holds an actor's word and is none."""
    kind: str
    """`body`, `state`, `group`, `agency`, `third`, `person`, `role`, `pronoun`, `self`,
    `excluded`."""
    plural: bool = False
    pronoun: bool = False
    part: str = "bare"
    """Its part in the sentence: `bare`, `oblique`, `agent`, `co`, `behalf`, `regarding`,
    `excluding`."""
    marker: int = -1
    """Index of the first word of the marker or preposition before it, or -1."""
    core: int = 0
    """Index of the first word of the name itself."""


@dataclass(slots=True)
class Known:
    """What the report has told so far: the day of the meeting and persons by surname."""

    day: date | None
    persons: dict[str, str]


def find_mentions(words: Words, lexicon: Lexicon, known: Known) -> list[Mention]:
    """Every single mention in a sentence, from left to right, without overlap."""
    found: list[Mention] = []
    index = 0
    while index < len(words):
        mention = _at(words, index, lexicon, known)
        if mention is None or (found and mention.start < found[-1].stop):
            index += 1
            continue
        found.append(mention)
        index = max(mention.stop, index + 1)
    return found


def _at(words: Words, index: int, lexicon: Lexicon, known: Known) -> Mention | None:
    if words.text[index] in SIGNS:
        return None
    mention = (
        _group(words, index, lexicon)
        or _national(words, index, lexicon, known)
        or _role(words, index, lexicon, known)
        or _head(words, index, lexicon, known)
        or _named(words, index, lexicon, known)
        or _pronoun(words, index, lexicon)
    )
    if mention is None:
        return None
    if mention.stop < len(words) and words.text[mention.stop] in "'’":
        return None  # a possessive: "member states' views"
    start = mention.start
    if not mention.pronoun or mention.actors == ("?role",):
        start = _with_article(words, mention.start, mention.kind, lexicon)
    return replace(mention, start=start, core=index, stop=_brackets(words, mention.stop))


def _with_article(words: Words, core: int, kind: str, lexicon: Lexicon) -> int:
    """The index of the article before a name, past what describes it: "de nieuwe HV"."""
    for start in range(core - 1, max(-1, core - 5), -1):
        low = words.low[start]
        if low in lexicon.words["articles"]:
            return start
        if low in lexicon.words["possessives"] and kind in ("role", "group"):
            return start
        if kind == "generic" and low in lexicon.words["determiners"]:
            return start
        describes = low.endswith(("e", "en")) or low in lexicon.words["adverbs"]
        closed = low in lexicon.words["prepositions"] or low in lexicon.words["coordinators"]
        if words.is_name(start) or not low.isalpha() or not describes or closed:
            break
        if any(form.kind in ("past", "present") for form in lexicon.forms.get(low, ())) and not any(
            form.kind == "participle" for form in lexicon.forms.get(low, ())
        ):
            break
    return core


def _brackets(words: Words, stop: int) -> int:
    """The index after an abbreviation or party in brackets that follows a name."""
    if stop < len(words) and words.text[stop] == "(":
        for end in range(stop + 1, min(stop + 16, len(words))):
            if words.text[end] == ")":
                return end + 1
    return stop


def _group(words: Words, index: int, lexicon: Lexicon) -> Mention | None:
    """A group of member states: word of size, perhaps adjectives, group noun."""
    low = words.low
    for stop, identity in lexicon.sizes.at(low, index):
        between = stop
        while between < min(stop + 4, len(words)) and _describes(words, between, lexicon):
            between += 1
        for place in (between, stop):
            noun = lexicon.group_nouns.first(low, place) if place < len(words) else None
            if noun:
                return _counted(words, index, noun, identity, lexicon)
    if words.text[index].isdigit() and index + 1 < len(words):
        return _figure(words, index, lexicon)
    noun = lexicon.group_nouns.first(low, index)
    if noun is None and index + 1 < len(words) and _describes(words, index, lexicon):
        # "Zuid-Europese lidstaten": described, and without a word of size.
        noun = lexicon.group_nouns.first(low, index + 1)
        if noun and " ".join(low[index + 1 : noun[0]]) in lexicon.bare_nouns:
            return _counted(words, index, noun, "de", lexicon)
        noun = None
    if noun and not _numbered(words, index):
        phrase = " ".join(low[index : noun[0]])
        if phrase in lexicon.bare_nouns or noun[1] == "council":
            return _counted(words, index, noun, "de", lexicon)
    for stop, identity in lexicon.alone.at(low, index):
        # "Velen vonden": a group by itself only where a verb follows.
        after = low[stop] if stop < len(words) else ""
        subordinate = index > 0 and low[index - 1] in lexicon.words["transparent"]
        follows = subordinate and (
            after in lexicon.words["midfield"] or after in lexicon.words["determiners"]
        )
        if follows or any(
            form.kind in ("past", "present") for form in lexicon.forms.get(after, ())
        ):
            plural = identity != "een-enkele"
            return Mention(index, stop, (f"lidstaten:{identity}",), "group", plural)
    return None


def _describes(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether a word between size and noun describes: "de betreffende lidstaten"."""
    low = words.low[index]
    if low in lexicon.size_between:
        return True
    closed = ("determiners", "prepositions", "coordinators", "articles", "negations")
    return (
        lexicon.language == "nl"
        and low.endswith("e")
        and low.replace("-", "").isalpha()
        and len(low) > 3
        and words.text[index] not in lexicon.adjectives
        and not any(low in lexicon.words[kind] for kind in closed)
        and not any(form.kind == "past" for form in lexicon.forms.get(low, ()))
        and not lexicon.sizes.first(words.low, index)
    )


def _figure(words: Words, index: int, lexicon: Lexicon) -> Mention | None:
    """A counted group: "15 lidstaten"."""
    noun = lexicon.group_nouns.first(words.low, index + 1)
    if noun is None:
        return None
    number = int(words.text[index])
    for bound, identity in lexicon.counted:
        if number <= bound:
            return _counted(words, index, noun, identity, lexicon)
    return None


def _counted(
    words: Words, index: int, noun: tuple[int, str], identity: str, lexicon: Lexicon
) -> Mention:
    stop, kind = noun
    if kind == "council" and identity in ("de", "alle"):
        stop = _portfolio(words, stop, lexicon)
        return Mention(index, stop, ("raad",), "body", True)
    if kind == "council" and words.low[stop - 1].endswith("s"):
        stop = _portfolio(words, stop, lexicon)
    plural = words.low[stop - 1].endswith(("en", "s")) and identity != "een-enkele"
    return Mention(index, stop, (f"lidstaten:{identity}",), "group", plural)


def _numbered(words: Words, index: int) -> bool:
    """Whether a figure counts the noun: "15 lidstaten"."""
    return index > 0 and words.text[index - 1].isdigit()


def _national(words: Words, index: int, lexicon: Lexicon, known: Known) -> Mention | None:
    """An adjective of nationality and a title: "de Italiaanse delegatie"."""
    code = lexicon.adjectives.get(words.text[index])
    if code is None:
        return None
    stop = index + 1
    while stop < len(words) and words.low[stop] in lexicon.roles_between():
        stop += 1
    if stop >= len(words):
        return None
    presidency = lexicon.roles["presidency"].first(words.low, stop)
    if presidency:
        if _foreign(words, presidency[0], lexicon):
            return Mention(index, presidency[0], (), "excluded")
        return Mention(index, presidency[0], ("voorzitterschap",), "body")
    role = lexicon.roles["state"].first(words.low, stop)
    if role is None:
        return None
    after, title = role
    actor = _state_actor(code, title, lexicon)
    end = _person_behind(words, _portfolio(words, after, lexicon), lexicon, known, actor)
    plural = title.endswith(("s", "en")) and not title.endswith("president")
    return Mention(index, end, (actor,), "role", plural)


def _state_actor(code: str, title: str, lexicon: Lexicon) -> str:
    """The actor for a title of a state: the state itself, or a person from outside the Union."""
    state = lexicon.states[code]
    if code == "NL":
        return "nederland"
    office = _OFFICES.get(title.lower().removesuffix("s"))
    if state.member or code in ("GB", "NO", "CH", "IS", "LI") or office is None:
        return f"land:{code}"
    return f"derde:{slug(_dutch_name(code))}-{office}"


_OFFICES = {
    "minister": "minister",
    "bewindspersoon": "minister",
    "bewindsman": "minister",
    "bewindsvrouw": "minister",
    "collega": "minister",
    "ambtgenoot": "minister",
    "ambtsgenoot": "minister",
    "buitenlandminister": "minister",
    "foreign minister": "minister",
    "interior minister": "minister",
    "justice minister": "minister",
    "finance minister": "minister",
    "counterpart": "minister",
    "colleague": "minister",
    "president": "president",
    "premier": "premier",
    "minister-president": "premier",
    "prime minister": "premier",
    "ambassadeur": "ambassadeur",
    "ambassador": "ambassadeur",
}


def _dutch_name(code: str) -> str:
    """Ids are made of Dutch names, whatever the language of the report."""
    from workflow.positions.loading import load_lexicon

    return load_lexicon("nl").states[code].name


def _foreign(words: Words, stop: int, lexicon: Lexicon) -> bool:
    """Whether a presidency is that of another body: "van het Salzburg Forum"."""
    ahead = words.text[stop : stop + 4]
    return (
        bool(ahead)
        and ahead[0] in ("van", "of")
        and any(word in lexicon.words["foreign_presidency"] for word in ahead[1:])
    )


def _role(words: Words, index: int, lexicon: Lexicon, known: Known) -> Mention | None:
    """A title and its organisation: "de uitvoerend directeur van Frontex"."""
    role = lexicon.roles["people"].first(words.low, index)
    if role is None:
        return None
    stop = _brackets(words, role[0])
    if stop >= len(words) or words.low[stop] not in lexicon.words["role_link"]:
        alone = index > 0 and words.low[index - 1] in lexicon.words["articles"]
        if alone and words.low[index] not in lexicon.heads_first():
            return Mention(index, stop, ("?role",), "pronoun", pronoun=True)
        return None
    stop += 1
    while stop < len(words) and words.low[stop] in lexicon.words["articles"]:
        stop += 1
    stop = _behind_part(words, stop, lexicon)
    name = _name_at(words, stop, lexicon, known) if stop < len(words) else None
    if name is None:
        return None
    after, entry = name
    actor = entry.actor
    if entry.kind == "state" or not actor:
        return Mention(index, after, (actor,) if actor else (), "role" if actor else "excluded")
    if actor == "raad":
        actor = "voorzitterschap"
    after = _person_behind(words, _brackets(words, after), lexicon, known, actor)
    return Mention(index, after, (actor,), "role", role[1].endswith("s"))


def _behind_part(words: Words, stop: int, lexicon: Lexicon) -> int:
    """The index of the organisation behind its part: "of the Environment Committee of the EP"."""
    place = stop
    while place < min(stop + 6, len(words)) and words.is_name(place):
        if lexicon.names.first(words.low, place):
            return stop
        place += 1
    if stop < place < len(words) and words.low[place] in lexicon.words["role_link"]:
        place += 1
        while place < len(words) and words.low[place] in lexicon.words["articles"]:
            place += 1
        return place
    return stop


def _head(words: Words, index: int, lexicon: Lexicon, known: Known) -> Mention | None:
    """A title that always speaks for one body: "Commissaris Johansson", "de staatssecretaris"."""
    head = lexicon.heads.first(words.low, index)
    if head is None:
        return None
    stop, actor = head
    if actor == "voorzitterschap" and not _plain_chair(words, stop, lexicon):
        return Mention(index, stop, (), "excluded")
    if actor == "nederland":
        stop = _portfolio(words, stop, lexicon)
        other = _state_behind(words, stop, lexicon, known)
        if other:
            return other
    elif actor == "commissie":
        stop = _portfolio(words, _brackets(words, stop), lexicon)
    person = _name_at(words, stop, lexicon, known) if stop < len(words) else None
    if person and person[1].kind == "person" and actor == "nederland":
        actor = person[1].actor or actor
    end = _person_behind(words, stop, lexicon, known, actor)
    unknown = actor == "nederland" and end > stop and not person
    if unknown:
        surname = words.text[end - 1]
        actor = known.persons.get(surname, actor)
    return Mention(index, end, (actor,), "role", words.low[index].endswith("sen"))


def _plain_chair(words: Words, stop: int, lexicon: Lexicon) -> bool:
    """Whether "de voorzitter" is that of the Council, and of nothing else."""
    return stop >= len(words) or words.low[stop] not in lexicon.words["role_link"]


def _state_behind(words: Words, stop: int, lexicon: Lexicon, known: Known) -> Mention | None:
    """The state in "de minister van Ierland"."""
    if stop + 1 < len(words) and words.low[stop] in lexicon.words["role_link"]:
        name = _name_at(words, stop + 1, lexicon, known)
        if name and name[1].kind == "state":
            return Mention(stop, name[0], (name[1].actor,), "role")
    return None


def _portfolio(words: Words, stop: int, lexicon: Lexicon) -> int:
    """The index after "van Justitie en Veiligheid" behind a title."""
    low, text = words.low, words.text
    if stop + 1 >= len(words) or low[stop] not in (*lexicon.words["role_link"], "for"):
        return stop
    if not words.is_name(stop + 1) or lexicon.names.first(low, stop + 1):
        return stop
    end = stop + 1
    while end < len(words):
        joins = low[end] in ("en", "and", ",", "&") and end + 1 < len(words)
        if words.is_name(end) and text[end] not in SIGNS:
            if lexicon.names.first(low, end) and end > stop + 1:
                break
            end += 1
        elif low[end] == "zaken" and end > stop + 1:
            end += 1
        elif joins and words.is_name(end + 1) and not _acts(words, end + 1, lexicon):
            end += 1
        else:
            break
    return end


def _acts(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether an actor's name stands at the index."""
    return bool(lexicon.names.first(words.low, index)) or words.text[index] in lexicon.adjectives


def _person_behind(words: Words, stop: int, lexicon: Lexicon, known: Known, actor: str) -> int:
    """The index after a person's name behind a title; the report's own persons are learned."""
    end = _brackets(words, stop)
    if end > stop:
        return end
    if stop < len(words) and words.text[stop] == "," and _title_case(words, stop + 1, lexicon):
        after = _behind_honorific(words, stop + 1, lexicon)
        while after < len(words) and _part_of_name(words, after):
            after += 1
        if after < len(words) and words.text[after] == ",":
            known.persons[words.text[after - 1]] = actor
            return after + 1
        return stop
    while end < len(words) and _part_of_name(words, end) and not _acts_here(words, end, lexicon):
        end += 1
    if end > stop and words.is_name(end - 1):
        known.persons.setdefault(words.text[end - 1], actor)
        return end
    return stop


def _acts_here(words: Words, index: int, lexicon: Lexicon) -> bool:
    found = next(iter(lexicon.names.at(words.low, index)), None)
    return bool(found) and found[1].kind != "person" and _written_so(words, index, found[1])


def _title_case(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether two capitals follow: a first name and a surname."""
    honoured = _behind_honorific(words, index, lexicon)
    if honoured > index:
        return honoured < len(words) and words.is_name(honoured)
    return (
        index + 1 < len(words)
        and words.is_name(index)
        and (words.is_name(index + 1) or words.low[index + 1] in _PARTICLES)
        and not _acts_here(words, index, lexicon)
    )


def _behind_honorific(words: Words, index: int, lexicon: Lexicon) -> int:
    """The index behind "mw." or "dhr."."""
    while index < len(words) and words.low[index] in lexicon.words["honorifics"]:
        index += 1
        if index < len(words) and words.text[index] == ".":
            index += 1
    return index


_PARTICLES = frozenset(
    ("van", "de", "der", "den", "von", "di", "del", "la", "le", "ter", "mw.", "dhr.")
)


def _part_of_name(words: Words, index: int) -> bool:
    if words.is_name(index):
        return words.text[index] not in SIGNS
    return (
        words.low[index] in _PARTICLES
        and index + 1 < len(words)
        and (words.is_name(index + 1) or words.low[index + 1] in _PARTICLES)
    )


def _named(words: Words, index: int, lexicon: Lexicon, known: Known) -> Mention | None:
    """A name from the lexicon, or a person whom the report has introduced."""
    found = _name_at(words, index, lexicon, known)
    if found:
        stop, entry = found
        if entry.kind == "excluded" or not entry.actor:
            return Mention(index, stop, (), "excluded")
        if entry.actor == "voorzitterschap" and _foreign(words, stop, lexicon):
            return Mention(index, stop, (), "excluded")
        plural = words.low[stop - 1].endswith(("staten", "landen", "ministers", "states"))
        return Mention(index, stop, (entry.actor,), entry.kind, plural)
    actor = known.persons.get(words.text[index])
    if actor:
        return Mention(index, index + 1, (actor,), "person")
    return None


def _name_at(words: Words, index: int, lexicon: Lexicon, known: Known) -> tuple[int, Name] | None:
    """The longest name at a place that is written as in the lexicon and holds on the day."""
    for stop, name in lexicon.names.at(words.low, index):
        if not _written_so(words, index, name):
            continue
        if known.day and (
            (name.since and known.day < name.since) or (name.until and known.day > name.until)
        ):
            continue
        return stop, name
    return None


def _written_so(words: Words, index: int, name: Name) -> bool:
    """Whether the capitals of a name stand in the text too."""
    if len(name.words) >= 3 and words.is_name(index):
        return True
    return all(
        word == written or word == word.lower() == written.lower()
        for word, written in zip(name.words, words.text[index:], strict=False)
    )


def _pronoun(words: Words, index: int, lexicon: Lexicon) -> Mention | None:
    low = words.low[index]
    if low in lexicon.words["generic"]:
        return Mention(index, index + 1, (), "generic", True)
    if low in lexicon.words["self_words"]:
        return Mention(index, index + 1, (lexicon.settings["self_actor"],), "self", low != "ik")
    number = lexicon.pronouns.get(low)
    if number is None or not _beside_verb(words, index, number, lexicon):
        return None
    return Mention(index, index + 1, (f"?{number}",), "pronoun", number == "many", pronoun=True)


def _beside_verb(words: Words, index: int, number: str, lexicon: Lexicon) -> bool:
    """Whether a pronoun stands before or behind a finite verb, as a subject does."""
    if number in ("one", "many"):
        return True
    for place in (index - 1, index + 1):
        if 0 <= place < len(words):
            forms = lexicon.forms.get(words.low[place], ())
            finite = any(form.kind in ("past", "present") for form in forms)
            if finite and (place > index or not words.is_name(index)) and _closes(
                words, index, place, lexicon
            ):
                return True
    return False


def _closes(words: Words, index: int, verb: int, lexicon: Lexicon) -> bool:
    """Whether a word such as `het` behind its verb is no article of what follows."""
    if verb > index:
        return index == 0 or words.low[index - 1] in (",", ";", *lexicon.words["coordinators"])
    following = words.low[index + 1] if index + 1 < len(words) else "."
    return (
        words.low[index] not in lexicon.words["articles"]
        or following in lexicon.words["determiners"]
        or following in lexicon.words["prepositions"]
        or following in lexicon.words["midfield"]
        or following in SIGNS
    )


def actors_of(mentions: list[Mention]) -> Iterator[str]:
    """Every actor that the mentions name."""
    for mention in mentions:
        yield from mention.actors
