"""Verb groups: which verb, in which of its forms, says what its subject does."""

from dataclasses import dataclass

from workflow.positions.forms import Form
from workflow.positions.lexicon import Lexicon, Verb
from workflow.positions.words import SIGNS, Words

FINITE = ("past", "present")
_UNKNOWN = Verb("", "", 1, False)


@dataclass(frozen=True, slots=True)
class Group:
    """A verb group with its lexical verb."""

    finite: int
    """Index of the finite verb."""
    lexical: int
    """Index of the word that carries the meaning."""
    particle: int
    """Index of a separable prefix that stands apart, or -1."""
    verb: Verb
    helper: str = ""
    """Kind of the auxiliary: `have`, `be`, `passive`, `future`, `modal`, `can`, `want`, `keep`."""
    would: bool = False
    """Whether the auxiliary is a past form such as `zou`."""
    passive: bool = False

    @property
    def words(self) -> tuple[int, ...]:
        """Indexes of its words, in order, auxiliary excluded."""
        parts = {self.lexical, self.particle} - {-1}
        return tuple(sorted(parts))


def finite_forms(words: Words, index: int, lexicon: Lexicon) -> list[Form]:
    """The readings of a word as a finite verb at this place; empty where it is something else."""
    if index >= len(words):
        return []
    readings = lexicon.forms.get(words.low[index], ())
    forms = [form for form in readings if form.kind in FINITE]
    if not forms and readings and lexicon.language == "nl":
        # "Ik heb", "heb ik": the bare stem counts beside the first person only.
        beside = words.low[max(0, index - 1) : index + 2]
        if any(word in lexicon.words["self_words"] for word in beside):
            forms = [form for form in readings if form.kind == "stem"]
    if not forms or (words.is_name(index) and index > 0):
        return []
    before = words.low[index - 1] if index else ""
    if lexicon.language == "nl":
        if before == "te":
            return []
        if any(form.kind == "past" for form in forms):
            return forms
        if any(form.lemma in lexicon.auxiliaries for form in forms):
            return forms
        nominal = before in lexicon.words["determiners"] or before in lexicon.words["prepositions"]
        return [] if nominal else forms
    if before in ("to", "the", "a", "an", "its", "their", "of"):
        return []
    helper = lexicon.auxiliaries.get(_lemma(before, lexicon), "")
    if helper and any(form.kind == "present" and form.plural for form in forms):
        return []
    return forms


def _lemma(word: str, lexicon: Lexicon) -> str:
    forms = lexicon.forms.get(word, ())
    return forms[0].lemma if forms else ""


def helper_of(words: Words, index: int, lexicon: Lexicon) -> str:
    """The kind of auxiliary at a place, or an empty string."""
    for form in lexicon.forms.get(words.low[index], ()):
        kind = lexicon.auxiliaries.get(form.lemma)
        if kind and form.kind != "participle":
            return kind
    return ""


def read_group(words: Words, finite: int, stop: int, lexicon: Lexicon) -> Group:
    """The verb group whose finite verb stands at `finite`, its parts before `stop`."""
    kind = helper_of(words, finite, lexicon)
    past = any(form.kind == "past" for form in lexicon.forms.get(words.low[finite], ()))
    if kind:
        going = _progressive(words, finite, stop, kind, lexicon)
        if going:
            return going
        found = _dependent(words, finite, stop, kind, lexicon)
        if found:
            index, verb, inner = found
            passive = _is_passive(kind, verb, lexicon) or inner == "passive"
            return Group(finite, index, -1, verb, kind, past, passive)
        verb = lexicon.verbs.get(_helper_lemma(words, finite, lexicon), _UNKNOWN)
        return Group(finite, finite, -1, verb, "", past)
    particle, verb = _separable(words, finite, stop, lexicon)
    return Group(finite, finite, particle, verb)


def _progressive(
    words: Words, finite: int, stop: int, kind: str, lexicon: Lexicon
) -> Group | None:
    """English "is planning": the gerund counts."""
    if kind != "be" or lexicon.language != "en":
        return None
    for place in range(finite + 1, min(finite + 3, stop)):
        for form in lexicon.forms.get(words.low[place], ()):
            if form.kind == "gerund":
                return Group(finite, place, -1, _best(words, place, ("gerund",), lexicon))
    return None


def read_final_group(words: Words, start: int, stop: int, lexicon: Lexicon) -> Group | None:
    """The verb group at the end of a subordinate clause, or None."""
    for index in range(start, stop):
        if not finite_forms(words, index, lexicon):
            continue
        kind = helper_of(words, index, lexicon)
        if not kind:
            verb = _best(words, index, ("past", "present"), lexicon)
            particle, parted = _separable(words, index, stop, lexicon)
            return Group(index, index, particle, parted if particle >= 0 else verb)
        for place in (index - 1, index + 1, index + 2):
            if start <= place < stop:
                found = _nonfinite(words, place, lexicon)
                if found and place != index:
                    verb, shape = found
                    passive = shape == "participle" and _is_passive(kind, verb, lexicon)
                    past = words.low[index].startswith("zou")
                    return Group(index, place, -1, verb, kind, past, passive)
        verb = lexicon.verbs.get(_helper_lemma(words, index, lexicon), _UNKNOWN)
        return Group(index, index, -1, verb)
    return None


def _helper_lemma(words: Words, index: int, lexicon: Lexicon) -> str:
    for form in lexicon.forms[words.low[index]]:
        if form.lemma in lexicon.auxiliaries:
            return form.lemma
    return ""


def _is_passive(kind: str, verb: Verb, lexicon: Lexicon) -> bool:
    if kind == "passive":
        return True
    return kind == "be" and verb.lemma not in lexicon.words["perfect_with_be"]


def _nonfinite(words: Words, index: int, lexicon: Lexicon) -> tuple[Verb, str] | None:
    """The verb of a participle or infinitive at a place, with its shape."""
    best = None
    for form in lexicon.forms.get(words.low[index], ()):
        if form.particle and lexicon.language == "nl":
            continue
        if form.kind in ("participle", "infinitive"):
            verb = lexicon.verbs[form.lemma]
            if best is None or (not best[0].stance and verb.stance):
                best = (verb, form.kind)
    return best


def _dependent(
    words: Words, finite: int, stop: int, kind: str, lexicon: Lexicon
) -> tuple[int, Verb, str] | None:
    """The participle or infinitive that an auxiliary governs: index, verb, inner shape."""
    wanted = "participle" if kind in ("have", "be", "passive") else "infinitive"
    skip_to = finite
    for index in range(finite + 1, stop):
        if index < skip_to or words.text[index] in SIGNS:
            continue
        low = words.low[index]
        if low in lexicon.words["relatives"] and _opens_relative(words, index, finite, lexicon):
            skip_to = relative_end(words, index, stop, lexicon)
            continue
        if low in ("om", "zonder") and lexicon.language == "nl":
            # Not the verb of "om ... te versterken".
            skip_to = _behind_purpose(words, index, stop, lexicon)
            continue
        if low in ("that", "because") and index > finite + 1:
            return None
        if kind == "be" and _is_predicate(words, index, lexicon):
            return None
        found = _nonfinite_of(words, index, finite, wanted, kind, lexicon)
        if found:
            inner = _inner(words, index, stop, kind, lexicon)
            return (*found, inner) if not inner else _unpacked(words, index, stop, found, lexicon)
    return None


def _is_predicate(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether an opinion stands behind "is", so that no passive follows: "is ingenomen met"."""
    for stop, cue in lexicon.cues.at(words.low, index):
        if cue.zone != "object" and not cue.verbs:
            after = words.low[stop] if stop < len(words) else "."
            return after in SIGNS or not after.endswith("e") or after in lexicon.words["determiners"]
    return False


def _behind_purpose(words: Words, index: int, stop: int, lexicon: Lexicon) -> int:
    """The index behind the infinitive of "om ... te versterken"; the next word if there is none."""
    for place in range(index + 1, min(stop - 1, index + 30)):
        if words.text[place] in (",", ";", ":"):
            break
        if words.low[place] == "te" and any(
            form.kind == "infinitive" for form in lexicon.forms.get(words.low[place + 1], ())
        ):
            return place + 2
    return index + 1


def _unpacked(
    words: Words, index: int, stop: int, found: tuple[int, Verb], lexicon: Lexicon
) -> tuple[int, Verb, str]:
    """Behind "will be": the participle is what counts, and the group is passive."""
    for place in range(index + 1, min(index + 5, stop)):
        inner = _nonfinite(words, place, lexicon)
        if inner and inner[1] == "participle":
            return place, inner[0], "passive"
    return (*found, "")


def _inner(words: Words, index: int, stop: int, kind: str, lexicon: Lexicon) -> str:
    """Whether the word is itself an auxiliary of the passive: "zal worden", "will be"."""
    if lexicon.language == "en" and words.low[index] in ("be", "been"):
        return "passive"
    return ""


def _nonfinite_of(
    words: Words, index: int, finite: int, wanted: str, kind: str, lexicon: Lexicon
) -> tuple[int, Verb] | None:
    low = words.low
    forms = lexicon.forms.get(low[index], ())
    before = low[index - 1]
    after = low[index + 1] if index + 1 < len(words) else ""
    if wanted == "infinitive" and kind in ("future", "modal", "can", "want"):
        if before == "te" or before in lexicon.words["determiners"]:
            return None
        # "zal worden gebruikt": the participle before or behind the auxiliary counts.
        if _is_participle(forms, lexicon) and after in ("worden", "zijn", "hebben"):
            return index, _nonfinite_verb(forms, "participle", lexicon)
    if wanted == "participle" and lexicon.language == "nl":
        # Inside a subordinate clause the auxiliary stands beside its own participle.
        if _is_helper(after, lexicon):
            return None
        if before == "te" or (index - 1 != finite and _is_helper(before, lexicon)):
            return None
    for form in forms:
        if form.kind == wanted and not (form.particle and lexicon.language == "nl"):
            return index, _nonfinite_verb(forms, wanted, lexicon)
    return None


def _is_helper(word: str, lexicon: Lexicon, other: str = "") -> bool:
    """Whether a word is a form of hebben, zijn or worden."""
    return word != other and any(
        lexicon.auxiliaries.get(form.lemma) in ("have", "be", "passive")
        for form in lexicon.forms.get(word, ())
    )


def _is_participle(forms: tuple[Form, ...], lexicon: Lexicon) -> bool:
    return any(form.kind == "participle" for form in forms)


def _nonfinite_verb(forms: tuple[Form, ...], kind: str, lexicon: Lexicon) -> Verb:
    verbs = [
        lexicon.verbs[form.lemma]
        for form in forms
        if form.kind == kind and not (form.particle and lexicon.language == "nl")
    ]
    return next((verb for verb in verbs if verb.stance), verbs[0])


def _best(words: Words, index: int, kinds: tuple[str, ...], lexicon: Lexicon) -> Verb:
    """The verb of a form that stands by itself, one with a stance before one without."""
    verbs = [
        lexicon.verbs[form.lemma]
        for form in lexicon.forms.get(words.low[index], ())
        if form.kind in kinds and not form.particle
    ]
    return next((verb for verb in verbs if verb.stance), verbs[0] if verbs else _UNKNOWN)


def _separable(words: Words, finite: int, stop: int, lexicon: Lexicon) -> tuple[int, Verb]:
    """The verb at `finite` with the prefix that stands apart, if there is one."""
    low = words.low
    options = {
        form.particle: lexicon.verbs[form.lemma]
        for form in reversed(lexicon.forms.get(low[finite], ()))
        if form.particle and form.kind != "participle"
    }
    plain = _best(words, finite, ("past", "present", "stem", "gerund"), lexicon)
    if not options:
        return -1, plain
    reach = stop if lexicon.language == "nl" else min(stop, finite + 3)
    loose = -1
    for index in range(finite + 1, reach):
        if low[index] not in options:
            continue
        if lexicon.language == "en" or _is_prefix(words, index, stop, lexicon):
            return index, options[low[index]]
        if loose < 0 and not _of_infinitive(words, index, lexicon):
            loose = index
    if loose >= 0 and (plain is _UNKNOWN or _infinitive_later(words, loose, stop, lexicon)):
        return loose, options[low[loose]]
    if plain is _UNKNOWN:
        return -1, next(iter(options.values()))
    return -1, plain


def _infinitive_later(words: Words, index: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether "te" and an infinitive follow: "gaf aan het plan te steunen"."""
    for place in range(index + 1, min(stop, index + 25)):
        if words.text[place] in (",", ";") or words.low[place] in ("om", "dat"):
            return False
        if words.low[place] == "te":
            return True
    return False


def _of_infinitive(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether a prefix belongs to the infinitive behind it: "toe te kennen"."""
    return (
        index + 2 < len(words)
        and words.low[index + 1] == "te"
        and any(
            form.particle == words.low[index]
            for form in lexicon.forms.get(words.low[index + 2], ())
        )
    )


def _is_prefix(words: Words, index: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a word such as `op` is a verb's prefix here and no preposition."""
    if index + 1 >= len(words):
        return True
    after = words.low[index + 1]
    if _of_infinitive(words, index, lexicon):
        return False
    if words.low[index] not in lexicon.words["prepositions"]:
        return True
    return (
        after in SIGNS
        or after in lexicon.words["coordinators"]
        or after in ("om", "dat", "te", "tot", "zodat", "omdat", "waarbij", "aangezien")
        or (after in lexicon.words["prepositions"] and after not in ("te", "als"))
    )


def _opens_relative(words: Words, index: int, finite: int, lexicon: Lexicon) -> bool:
    """Whether a relative pronoun here opens a clause inside the clause of the verb."""
    low = words.low[index]
    if low in ("dat", "that", "wat"):
        return index - 1 > finite
    return not (low in ("die", "where") and index == finite + 1)


def relative_end(words: Words, index: int, stop: int, lexicon: Lexicon) -> int:
    """The index after a relative clause that starts at `index`: its comma, or its verbs."""
    place = index + 1
    while place < stop:
        if words.text[place] in (",", ";", ":", ")"):
            return place
        if place > index + 1 and finite_forms(words, place, lexicon):
            while (
                place + 1 < stop
                and lexicon.forms.get(words.low[place + 1])
                and any(
                    form.kind in ("participle", "infinitive")
                    for form in lexicon.forms[words.low[place + 1]]
                )
            ):
                place += 1
            return place + 1
        place += 1
    return stop
