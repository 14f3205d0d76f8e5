"""One sentence under the rules: its words with what the lexicon knows of each, looked up once."""

from bisect import bisect_left
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from workflow.positions.forms import Form
from workflow.positions.fronted import headless, openers
from workflow.positions.lexicon import Cue, Lexicon, Verb
from workflow.positions.words import SIGNS, Words

_NOUN = 4
"""Words before "concerned" within which the noun of which it tells begins."""
_OWN_CLAUSE = 8
"""Words before a bare stem within which "ik" may stand: "waar ik volledig achter sta"."""
FINITE = ("past", "present")
NONFINITE = ("participle", "infinitive")
OWNER = "its"
"""The English owner in the words of a cue."""
LONGEST_CUE = 8
"""Words of a cue, beyond which no words of degree are looked for in it."""


class Line(Words):
    """The words of a sentence with a lexicon. Places are indexes of words."""

    __slots__ = (
        "_apart",
        "_classes",
        "_cues",
        "_finite",
        "_forms",
        "_helpers",
        "_here",
        "_joint",
        "_kinds",
        "_lemmas",
        "_plain",
        "_readings",
        "_slim",
        "_wide",
        "first_finite",
        "is_dutch",
        "lexicon",
        "sentence",
    )

    def __init__(self, sentence: str, lexicon: Lexicon) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.lexicon = lexicon
        self._classes = lexicon.words
        self._joint = lexicon.joint
        self._forms = lexicon.forms
        self.is_dutch = lexicon.separates
        self.forget()
        degrees = lexicon.words["degrees"]
        self._slim = [at for at, word in enumerate(self.low) if word not in degrees]
        """The places of the words that are no words of degree."""
        self._plain = self.low
        if self.has("possessives") and not self.is_dutch:
            own = lexicon.words["possessives"]
            self._plain = [OWNER if word in own else word for word in self.low]
        """The words with one and the same word for every owner: "their support", "her support"."""
        self._wide = len(self._slim) < len(self.low) or self._plain != self.low
        self._finite: list[tuple[Form, ...] | None] = [None] * len(self.text)
        first = self.next_finite(0)
        self.first_finite = len(self.text) if first < 0 else first
        """Place of the first finite verb; the length of the sentence where there is none."""

    def forget(self) -> None:
        """Forget what was looked up: the words are others now."""
        self._kinds: set[str] | None = None
        self._here: dict[str, bool] = {}
        self._cues: dict[int, list[tuple[int, Cue]]] = {}
        self._readings: dict[int, tuple[Form, ...]] = {}
        self._lemmas: dict[int, frozenset[str]] = {}
        self._helpers: dict[int, str] = {}
        self._apart = openers(self.lexicon, self.low) if self.is_dutch else {}

    def at(self, place: int) -> str:
        """The word at a place in lower case; an empty string beyond the sentence."""
        return self.low[place] if 0 <= place < len(self.low) else ""

    def has(self, kind: str) -> bool:
        """Whether a word of a class stands anywhere in the sentence.

        Most classes do not: a rule asks this before it looks place by place.
        """
        known = self._here.get(kind)
        if known is None:
            known = self._here[kind] = not self._classes[kind].isdisjoint(self.low)
        return known

    def isa(self, kind: str, place: int) -> bool:
        """Whether the word at a place belongs to a class of the grammar file."""
        return 0 <= place < len(self.low) and self.low[place] in self._classes[kind]

    def any_of(self, kinds: tuple[str, ...], place: int) -> bool:
        """Whether the word at a place belongs to one of several classes."""
        return 0 <= place < len(self.low) and self.low[place] in self._joint[kinds]

    def is_sign(self, place: int) -> bool:
        """Whether a sign of punctuation stands at a place, or the sentence has ended."""
        return not 0 <= place < len(self.low) or self.low[place] in SIGNS

    def first_of(self, kind: str, places: Iterable[int]) -> int:
        """The first of the places at which a word of a class stands, or -1."""
        if not self.has(kind):
            return -1
        low, words = self.low, self._classes[kind]
        return next((at for at in places if 0 <= at < len(low) and low[at] in words), -1)

    def places_of(self, kind: str, start: int, stop: int) -> list[int]:
        """The places from `start` up to `stop` at which a word of a class stands."""
        if not self.has(kind):
            return []
        low, words = self.low, self._classes[kind]
        return [place for place in range(max(0, start), min(stop, len(low))) if low[place] in words]

    def sign_from(self, start: int) -> int:
        """Place of the first sign of punctuation from `start` on, or the sentence's length."""
        low = self.low
        return next((at for at in range(start, len(low)) if at < 0 or low[at] in SIGNS), len(low))

    def first_phrase(self, kind: str, start: int, stop: int) -> tuple[int, int, str] | None:
        """The first phrase of a list that begins from `start` on: its place and end, and itself."""
        phrases = self.lexicon.phrases[kind]
        for place in range(start, min(stop, len(self.low))):
            found = phrases.first(self.low, place)
            if found:
                return place, *found
        return None

    def has_phrase(self, kind: str) -> bool:
        """Whether a phrase of a list of the grammar file stands anywhere in the sentence."""
        if self._kinds is None:
            kinds = self.lexicon.phrase_kinds
            self._kinds = {
                found for place in kinds.places(self.low) for _, found in kinds.at(self.low, place)
            }
        return kind in self._kinds

    def cues(self, place: int) -> list[tuple[int, Cue]]:
        """The cues that start at a place, longest first, each with the place behind it.

        Words of degree may stand inside one, and any owner: "in very strong support of", "no real
        need", "gave her support".
        """
        known = self._cues.get(place)
        if known is None:
            inside = 0 <= place < len(self.low)
            known = self._cues[place] = self._cues_at(place) if inside else []
        return known

    def _is_no_view(self, place: int) -> bool:
        """English: whether a word describes a noun, or is money: "the states concerned"."""
        if self.isa("spoken_support", place) and self.isa("paid_support", place - 1):
            return True  # "the level of direct support"
        if not self.isa("behind_nouns", place) or self.any_of(
            ("view_there", "midfield"), place + 1
        ):
            return False
        noun = place - 1
        while self.at(noun).endswith("ly") or self.isa("most_of_all", noun):
            noun -= 1
        if noun < 1 or self.is_name(noun) or self.at(noun).endswith("ed"):
            return False
        first = next(
            (
                at
                for at in range(noun, max(-1, noun - _NOUN), -1)
                if self.low[at] in self._classes["determiners"]
            ),
            -1,
        )
        return first >= 0 and not any(map(self.helper, range(first, place)))

    def _cues_at(self, place: int) -> list[tuple[int, Cue]]:
        """The cues that begin at a place, also those with words set in between."""
        if not self.is_dutch and self._is_no_view(place):
            return []
        exact = list(self.lexicon.cues.at(self.low, place))
        exact += headless(self.lexicon, self.low, place, self._apart)
        if not self.is_dutch:
            exact += self._owned_reserve(place)
        elif self.has("wished_nouns") and self._describes_wish(place):  # "de voorzichtige hoop"
            wider = self.lexicon.cues.at([self.low[place], *self.low[place + 2 : place + 4]], 0)
            exact += [(place + stop + 1, cue) for stop, cue in wider if stop == 2]
        if not self._wide:
            return exact
        at = bisect_left(self._slim, place)
        if at == len(self._slim) or self._slim[at] != place:
            return exact
        near = self._slim[at : at + LONGEST_CUE]
        words = [self._plain[each] for each in near]
        if near[-1] - place == len(near) - 1 and words == self.low[place : near[-1] + 1]:
            return exact
        articles = self.lexicon.words["articles"] & self.lexicon.words["indefinite"]
        firsts = articles if words[0] in articles else words[:1]  # "an outspoken supporter"
        wider = [
            (near[stop - 1] + 1, cue)
            for first in sorted(firsts)
            for stop, cue in self.lexicon.cues.at([first, *words[1:]], 0)
            if stop > 1
        ]
        return sorted(dict.fromkeys([*exact, *wider]), key=lambda one: -one[0])

    def _owned_reserve(self, place: int) -> list[tuple[int, Cue]]:
        """English: the cues of "its reservation" where an owner is named: "the UK's reservation".

        Only with verbs of lifting or keeping one, which nobody does with another's.
        """
        owner = place + self.isa("articles", place)
        if not (owner < len(self.low) and self.owns(owner)):
            return []
        near = [at for at in self._slim if at > owner][:LONGEST_CUE]
        found = self.lexicon.cues.at([OWNER, *(self.low[at] for at in near)], 0)
        verbs = self._classes["lifting"]
        return [(near[stop - 2] + 1, cue) for stop, cue in found if stop > 1 and cue.verbs & verbs]

    def _describes_wish(self, place: int) -> bool:
        """Dutch: whether an article, an adjective and a noun for a wish stand at a place."""
        wish = self.isa("articles", place) and self.isa("wished_nouns", place + 2)
        return wish and self.at(place + 1).endswith(("e", "end"))

    def forms(self, place: int) -> tuple[Form, ...]:
        """Every reading of a word as a verb form, whatever stands around it."""
        known = self._readings.get(place)
        if known is None:
            if not 0 <= place < len(self.low):
                return ()
            known = self._forms.get(self.low[place]) or self._meant(place)
            self._readings[place] = known
        return known

    def lemmas(self, place: int) -> AbstractSet[str]:
        """The verbs of which a word may be a form."""
        if place not in self._lemmas:
            self._lemmas[place] = frozenset(form.lemma for form in self.forms(place))
        return self._lemmas[place]

    def finite(self, place: int) -> tuple[Form, ...]:
        """The readings of a word as a finite verb at its place; empty where it is none."""
        if not 0 <= place < len(self._finite):
            return ()
        known = self._finite[place]
        if known is None:
            known = self._finite[place] = self._finite_at(place)
        return known

    def _finite_at(self, place: int) -> tuple[Form, ...]:
        """The forms of a word that may be a finite verb where it stands."""
        readings = self.forms(place)
        if not readings or (place > 0 and self.is_name(place)):
            return ()
        forms = tuple(form for form in readings if form.kind in FINITE)
        if self.lexicon.phrases["no_verb"].first(self.low, place):
            return ()  # "denied boarding"
        if self.is_dutch:
            return self._dutch_finite(place, readings, forms)
        if not forms or self.any_of(("mark", "articles", "possessives", "of"), place - 1):
            return ()
        if self.before_agent(place) and any(form.kind == "participle" for form in readings):
            return ()  # "The UK, supported by France": no finite verb
        if not self.helper(place) and (
            self._behind_preposition(place) or self._is_english_noun(place, forms)
        ):
            return ()
        led = self.isa("closing_particles", place) and self.isa("mark", place - 2)  # "to take back"
        bare = any(form.kind == "present" and form.plural for form in forms)
        return () if bare and (led or self.helper(place - 1)) else forms

    def _meant(self, place: int) -> tuple[Form, ...]:
        """Dutch: the past that a present participle stands for: "De minister verwelkomende de"."""
        word = self.low[place]
        if not (self.is_dutch and word.endswith("ende") and self.isa("articles", place + 1)):
            return ()
        if not place or self.any_of(("determiners", "prepositions"), place - 1):
            return ()  # "verwelkomende woorden"
        verbs = self._forms.get(word.removesuffix("de"), ())
        return tuple(
            form._replace(kind="past", plural=False) for form in verbs if form.kind == "infinitive"
        )

    def _behind_preposition(self, place: int) -> bool:
        """English: whether a preposition governs the word: "by qualified majority", "in favour"."""
        before = place - 1
        if not self.isa("prepositions", before) or self.isa("relatives", before - 1):
            return False
        particle = self.low[before]
        return not any(
            form.particle == particle for at in (place - 2, place - 3) for form in self.forms(at)
        )

    def _is_english_noun(self, place: int, forms: tuple[Form, ...]) -> bool:
        """English: whether a word is a noun unless it stands right behind a subject: "issues"."""
        noun = self.lexicon.group_nouns.first(self.low, place - 1) if place else None
        if noun and noun[0] > place:
            return True  # "member states"
        if not self.isa("nouns_too", place) or any(form.kind == "past" for form in forms):
            return False
        before = place - 1
        if before >= 0 and self.owns(before):
            return True  # "Slovenia's concerns"
        if self.isa("describing_names", before) and place != 1:
            return not self.isa("articles", before - 1)  # "at EU level"
        if self.isa("plural_names", before):
            return False  # "Most member states support"
        if self.isa("coordinators", before) and self.any_of(("determiners", "that"), place + 1):
            return False  # "supports the aim and notes the progress"
        if place == 1 and self.isa("demonstratives", 0) and self.forms(place + 1):
            return True  # "That request met with"
        if self.isa("demonstratives", before) and self.isa("prepositions", before - 1):
            return True  # "on this issue"
        while self.isa("midfield", before):
            before -= 1
        if before < 0 or self.is_name(before):
            return before < 0
        return not self.any_of(("relatives", "self_words", "echo", "demonstratives"), before)

    def _dutch_finite(
        self, place: int, readings: tuple[Form, ...], forms: tuple[Form, ...]
    ) -> tuple[Form, ...]:
        """The same for Dutch, where stems and plurals look like nouns and infinitives."""
        if not forms:
            # "Ik heb", "heb ik": the bare stem counts beside the first person only.
            beside = self.isa("self_words", place - 1) or self.isa("self_words", place + 1)
            if beside or self._closes_own_clause(place):
                return tuple(form for form in readings if form.kind == "stem")
            return ()
        if self.isa("mark", place - 1) or (place == 0 and self.isa("prepositions", 0)):
            return ()  # "te steunen"; "Uit de tafelronde bleek"
        owner = self.isa("possessives", place) and self.isa("prepositions", place - 1)
        if owner and not self.is_sign(place + 1):
            return ()  # "van zijn kant"
        if any(form.kind == "past" or form.lemma in self.lexicon.auxiliaries for form in forms):
            return forms
        return () if self.any_of(("determiners", "prepositions"), place - 1) else forms

    def before_agent(self, place: int) -> bool:
        """Whether `by` and a name follow, and not what somebody does: "opened by recalling"."""
        if self.at(place + 1) != self.lexicon.settings["by"]:
            return False
        if self.lemmas(place) & self.lexicon.words["staying"]:
            return False
        named = place + (3 if self.isa("articles", place + 2) else 2)
        return not self.isa("ways_of_deciding", named) and not any(
            form.kind == "gerund" for form in self.forms(place + 2)
        )

    def _closes_own_clause(self, place: int) -> bool:
        """Whether a bare stem ends a clause such as "waar ik volledig achter sta"."""
        if self.isa("determiners", place - 1) or not self.is_sign(place + 1):
            return False
        for at in range(place - 1, max(0, place - _OWN_CLAUSE), -1):
            if self.isa("self_words", at):
                return self.isa("subordinators", at - 1)
            if self.is_sign(at):
                return False
        return False

    def owns(self, place: int) -> bool:
        """English: whether a word stands in the genitive: "Slovenia's"."""
        return self.low[place].endswith("'s") and len(self.low[place]) > 3

    def helper(self, place: int) -> str:
        """The kind of auxiliary at a place, or an empty string."""
        if place not in self._helpers:
            self._helpers[place] = self._helper_at(place)
        return self._helpers[place]

    def _helper_at(self, place: int) -> str:
        for form in self.forms(place):
            kind = self.lexicon.auxiliaries.get(form.lemma)
            if kind and form.kind != "participle":
                return kind
        return ""

    def nonfinite(self, place: int, kinds: tuple[str, ...] = NONFINITE) -> tuple[Verb, str] | None:
        """The verb of a participle or infinitive at a place, one with a stance first."""
        forms = self.forms(place)
        if not forms or self.isa("own_words", place - 1):
            return None  # "naar eigen zeggen", "zijn eigen plannen"
        best = None
        near = () if self.is_dutch else self.low[place + 1 : place + 4]
        for form in forms:
            if form.kind in kinds and (not form.particle or form.particle in near):
                verb = self.lexicon.verbs[form.lemma]
                if form.particle and verb.stance == "none" and near[:1] != [form.particle]:
                    continue  # "had welcomed changes to the text"
                better = best is None or (verb.stance and not best[0].stance)
                if better or (form.particle and verb.stance):
                    best = (verb, form.kind)
        return best

    def next_finite(self, start: int, stop: int | None = None) -> int:
        """Place of the first finite verb from `start` on, or -1."""
        end = len(self.low) if stop is None else min(stop, len(self.low))
        return next((place for place in range(start, end) if self.finite(place)), -1)
