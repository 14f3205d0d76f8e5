"""Verb forms, generated from a lemma: the table lists verbs, never their forms.

Dutch follows the spelling rules of the Woordenlijst (open and closed syllables, v/f and z/s,
't kofschip); English those of any school grammar. Irregular base verbs stand in the data.
"""

import re
from typing import NamedTuple

Irregular = dict[str, list[str]]

_DUTCH_INSEPARABLE = ("be", "ge", "her", "ont", "ver", "er")
_VOWEL_PAIRS = ("aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ei", "ij", "ou", "au")


class Form(NamedTuple):
    """One reading of a word as a verb; there are thousands, so it is a plain tuple."""

    lemma: str
    """The infinitive, prefix included: `oproepen`."""
    particle: str
    """What must stand apart in the clause for this reading, such as `op`; or an empty string."""
    kind: str
    """`past`, `present`, `stem` (first person), `infinitive`, `participle` or `gerund`."""
    plural: bool | None
    """Whether the subject is plural; None where the form does not tell."""


def forms_of(
    entry: str, language: str, irregular: Irregular, present: Irregular, unstressed: frozenset[str]
) -> dict[str, list[Form]]:
    """Every form of one entry of the verb table, with its readings.

    `entry` is written as in the table: `op|roepen`, `onder_strepen`, or in English `call for`.
    """
    if language == "nl":
        return _dutch(entry, irregular, present, unstressed)
    return _english(entry, irregular, unstressed)


def _dutch(
    entry: str, irregular: Irregular, present: Irregular, unstressed: frozenset[str]
) -> dict[str, list[Form]]:
    """The forms of a Dutch verb, from its entry such as `aan|kondigen`."""
    particle, bar, rest = entry.rpartition("|")
    particle = particle.replace("|", "")
    fixed, _, root = rest.rpartition("_")
    lemma = f"{particle}{fixed}{root}"
    first, third, past, pasts, participle = _dutch_stems(
        fixed, root, irregular, present, entry in unstressed or rest in unstressed
    )
    plain = [
        (past, "past", False),
        (pasts, "past", True),
        (first, "stem", False),
        (third, "present", False),
        (f"{fixed}{root}", "present", True),
        (f"{fixed}{root}", "infinitive", None),
    ]
    found: dict[str, list[Form]] = {}
    for text, kind, plural in plain:
        # The infinitive of a separable verb is written as one word or around "te".
        apart = particle if bar else ""
        _add(found, text, Form(lemma, apart, kind, plural))
        if bar:
            _add(found, particle + text, Form(lemma, "", kind, plural))
    if participle:
        _add(found, particle + participle, Form(lemma, "", "participle", None))
    return found


def _dutch_stems(
    fixed: str, root: str, irregular: Irregular, present: Irregular, is_unstressed: bool
) -> tuple[str, str, str, str, str]:
    """First and third person, past singular and plural, participle."""
    lead, base = _known_base(root, irregular)
    first = lead + _dutch_stem(base, is_unstressed)
    third = first if first.endswith("t") else first + "t"
    takes_ge = not fixed and not lead and not root.startswith(_DUTCH_INSEPARABLE)
    if base in irregular:
        past, pasts, participle = (lead + form for form in irregular[base])
        # The derived verb has no ge-: "herzien", "verworven".
        if (lead or fixed) and irregular[base][2].startswith("ge"):
            plain = irregular[base][2].removeprefix("ge")
            participle = lead + {"ë": "e", "ï": "i"}.get(plain[0], plain[0]) + plain[1:]
    else:
        raw = re.sub(r"en$|n$", "", root)
        soft = raw[-1:] not in "tkfschpx" and not raw.endswith(("ch", "s", "f"))
        ending = "d" if soft else "t"
        past, pasts = f"{first}{ending}e", f"{first}{ending}en"
        participle = first if first.endswith(("d", "t")) else first + ending
        if takes_ge:
            marked = {"e": "ë", "i": "ï"}.get(participle[0], participle[0])
            participle = "ge" + marked + participle[1:]
    for key in (lead + base, base):
        if key in present:
            first, third = (("" if key == lead + base else lead) + form for form in present[key])
            break
    return fixed + first, fixed + third, fixed + past, fixed + pasts, fixed + participle


def _known_base(root: str, irregular: Irregular) -> tuple[str, str]:
    """The inseparable lead and the irregular base of a root: ("her", "zien")."""
    if root in irregular:
        return "", root
    for prefix in _DUTCH_INSEPARABLE:
        if root.startswith(prefix) and root.removeprefix(prefix) in irregular:
            return prefix, root.removeprefix(prefix)
    return "", root


def _dutch_stem(root: str, is_unstressed: bool) -> str:
    """The stem as it is spelled in a closed syllable: werk, streef, herhaal, bedank."""
    if root.endswith("eëren"):
        return root[:-4] + "ëer"
    if root.endswith("iëren"):
        return root[:-4] + "eer"
    if root.endswith("iën"):
        return root[:-3] + "ie"
    if not root.endswith("en"):
        return root.removesuffix("n")
    raw = root[:-2]
    if len(raw) > 2 and raw[-1] == raw[-2]:
        raw = raw[:-1]
    elif not is_unstressed and _ends_open(raw):
        raw = raw[:-1] + raw[-2] + raw[-1]
    return {"v": raw[:-1] + "f", "z": raw[:-1] + "s"}.get(raw[-1:], raw)


def _ends_open(raw: str) -> bool:
    """Whether the last syllable of a stem has one vowel that a closed syllable doubles."""
    if len(raw) < 2 or raw[-1] in "aeiouyëï" or raw[-2] not in "aeou":
        return False
    if raw[-1] in "xw":
        return False
    return raw[-3:-1] not in _VOWEL_PAIRS and not (
        len(raw) > 2 and raw[-3] in "aeiou" and raw[-3:-1] in _VOWEL_PAIRS
    )


def _english(entry: str, irregular: Irregular, doubled: frozenset[str]) -> dict[str, list[Form]]:
    """The forms of an English verb, from its entry such as `rule out`."""
    base, _, particle = entry.partition(" ")
    found: dict[str, list[Form]] = {}
    if base in irregular:
        past, pasts, participle = irregular[base]
    else:
        past = pasts = participle = _english_past(base, base in doubled)
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        third = base + "es"
    elif base.endswith("y") and base[-2:-1] not in "aeiou":
        third = base[:-1] + "ies"
    else:
        third = base + "s"
    third = {"be": "is", "have": "has"}.get(base, third)
    stem = base[:-1] if base.endswith("e") and not base.endswith(("ee", "ye", "oe")) else base
    gerund = (base + base[-1] if base in doubled else "being" if base == "be" else stem) + "ing"
    gerund = "being" if base == "be" else gerund
    for text, kind, plural in (
        (past, "past", None),
        (pasts, "past", None),
        (third, "present", False),
        (base, "present", True),
        (base, "infinitive", None),
        (participle, "participle", None),
        (gerund, "gerund", None),
    ):
        _add(found, text, Form(entry, particle, kind, plural))
    if base == "be":
        _add(found, "are", Form(entry, particle, "present", True))
        _add(found, "am", Form(entry, particle, "present", False))
    return found


def _english_past(base: str, doubles: bool) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ied"
    return (base + base[-1] if doubles else base) + "ed"


def _add(found: dict[str, list[Form]], text: str, form: Form) -> None:
    if text and form not in found.setdefault(text, []):
        found[text].append(form)
