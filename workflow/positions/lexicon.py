"""The words that the rules work with, compiled once into tables that are looked up per word."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from workflow.positions.forms import Form
from workflow.positions.model import state_code
from workflow.positions.words import Endings, Phrases


@dataclass(frozen=True, slots=True)
class Name:
    """A way in which a report names an actor."""

    words: tuple[str, ...]
    """As written; a word with a capital must have it in the text too."""
    actor: str
    """Actor id, or an empty string for a name that belongs to nobody who speaks."""
    kind: str
    """`body`, `state`, `agency`, `third`, `person`, `excluded`; `seat` (a capital) and `people`
    (the Germans) for a state where they stand as one who speaks."""
    since: date | None = None
    until: date | None = None
    plural: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """A state by its code."""

    code: str
    name: str
    member: bool
    slug: str
    """Its Dutch name as part of an id, whatever the language of the report."""


@dataclass(frozen=True, slots=True)
class Quantifier:
    """The size of a group of member states."""

    id: str
    name: str
    rank: int
    """1 one to 7 all; 0 where sizes are not compared."""


@dataclass(frozen=True, slots=True)
class Verb:
    """What a verb says about whoever is its subject."""

    lemma: str
    stance: str
    strength: int
    carrier: bool
    with_that: str = ""
    """Its stance before a clause with `dat`, where that is another one."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words beside a verb that say where somebody stands."""

    stance: str
    strength: int
    zone: str
    negated: str
    verbs: frozenset[str]


class Joint(dict[tuple[str, ...], frozenset[str]]):
    """The words of several classes together, joined when they are first asked for."""

    def __init__(self, words: dict[str, frozenset[str]]) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, kinds: tuple[str, ...]) -> frozenset[str]:
        self[kinds] = joined = frozenset().union(*(self._words[kind] for kind in kinds))
        return joined


@dataclass(slots=True)
class Lexicon:
    """Everything that the rules know about one language. Built by `load_lexicon` only."""

    language: str
    names: Phrases[Name] = field(default_factory=Phrases)
    heads: Phrases[str] = field(default_factory=Phrases)
    """Titles of persons who always speak for one body, with its actor id."""
    states: dict[str, State] = field(default_factory=dict)
    adjectives: dict[str, str] = field(default_factory=dict)
    """Adjective of nationality, as written, to state code."""
    circles: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Actor id of a fixed circle of member states to the ids of its members."""
    quantifiers: dict[str, Quantifier] = field(default_factory=dict)
    sizes: Phrases[str] = field(default_factory=Phrases)
    """Words of size that stand before a group noun, with the quantifier's id."""
    alone: Phrases[str] = field(default_factory=Phrases)
    """Words of size that are a group by themselves."""
    group_nouns: Phrases[str] = field(default_factory=Phrases)
    """Group nouns with `group` or `council` (ministers together)."""
    bare_nouns: frozenset[str] = frozenset()
    size_between: frozenset[str] = frozenset()
    counted: tuple[tuple[int, str], ...] = ()
    """Upper bound of a figure before a group noun, with the quantifier's id; ascending."""
    display: dict[str, str] = field(default_factory=dict)
    """Actor id to the name that the program writes."""
    lookup: dict[str, str] = field(default_factory=dict)
    """Name without capitals to actor id, for `find_actor`."""
    forms: dict[str, tuple[Form, ...]] = field(default_factory=dict)
    verbs: dict[str, Verb] = field(default_factory=dict)
    cues: Phrases[Cue] = field(default_factory=Phrases)
    headless: Phrases[tuple[str, Cue]] = field(default_factory=Phrases)
    """Dutch: cues without the preposition that they end in, each with that preposition."""
    listed: set[str] = field(default_factory=set)
    """The verbs with which cues are listed."""
    words: dict[str, frozenset[str]] = field(default_factory=lambda: defaultdict(frozenset))
    """Word classes of the grammar file; those that only other languages have are empty."""
    joint: Joint = field(init=False)
    """The words of several classes together."""
    settings: dict[str, str] = field(default_factory=dict)
    """Single values of the grammar file."""
    separates: bool = False
    """Whether verbs stand second and last and their prefixes apart, as in Dutch."""
    offices: dict[str, str] = field(default_factory=dict)
    """Title of a person from a third state to the office in the actor's id."""
    markers: Endings[str] = field(default_factory=Endings)
    """Words before a name that tell its part in the sentence: `co`, `behalf`, `excluding`."""
    focus: Endings[str] = field(default_factory=Endings)
    phrases: dict[str, Phrases[str]] = field(default_factory=lambda: defaultdict(Phrases))
    """Other phrase lists of the grammar file, by key; empty where only other languages have one."""
    phrase_kinds: Phrases[str] = field(default_factory=Phrases)
    """All of these lists together, each phrase with the key of its list."""
    roles: dict[str, Phrases[str]] = field(default_factory=dict)
    auxiliaries: dict[str, str] = field(default_factory=dict)
    """Lemma of an auxiliary to its kind."""
    pronouns: dict[str, str] = field(default_factory=dict)
    naming: frozenset[str] = frozenset()
    """The words with which whoever may speak can be named, made of the tables above."""
    counting: frozenset[str] = frozenset()
    """The first words of group nouns."""
    grouping: frozenset[str] = frozenset()
    """The words with which a group may be named, unless a group noun stands behind its first."""
    nations: frozenset[str] = frozenset()
    """The first words of adjectives of nationality, as written."""
    together: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    """The first words of phrases for those who were named before: their lists, with the actor."""

    def __post_init__(self) -> None:
        self.joint = Joint(self.words)

    def is_outside(self, actor: str) -> bool:
        """Whether an actor is a state outside the Union, and not the one whose report it is."""
        code = state_code(actor)
        return bool(code) and actor != self.settings["self_actor"] and not self.states[code].member
