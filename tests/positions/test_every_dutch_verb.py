"""Every Dutch verb of the lexicon is found in every form, apart and in one word."""

from workflow.languages import data
from workflow.positions.forms import forms_of
from workflow.positions.line import Line
from workflow.positions.loading import load_lexicon
from workflow.positions.verbgroups import read_final_group, read_group

SHAPES = {
    "main clause": "Malta {finite} het plan {apart}.",
    "perfect": "Malta heeft het plan {participle}.",
    "subordinate clause": "Het plan dat Malta gisteren {joined}.",
    "infinitive": "Malta zegt het plan {with_te}.",
}


def entries():
    tables = data("nl", "verbs")
    unstressed = frozenset(tables["unstressed"]["lemmas"])
    for group in tables["verbs"]:
        for entry in group["lemmas"]:
            yield entry, forms_of(entry, "nl", tables["irregular"], tables["present"], unstressed)


def written(entry, forms, kind, *, plural=None, apart=False):
    """The first form of a kind, without its prefix where that stands apart."""
    for text, readings in forms.items():
        for form in readings:
            if form.kind == kind and form.plural is plural and bool(form.particle) == apart:
                return text
    return ""


def sentences(entry, forms):
    apart = entry.rpartition("|")[0].replace("|", "")
    past = written(entry, forms, "past", plural=False, apart=bool(apart))
    base = written(entry, forms, "infinitive", apart=bool(apart))
    yield "main clause", past, 1, {"finite": past, "apart": apart}
    participle = written(entry, forms, "participle")
    yield "perfect", participle, 1, {"participle": participle}
    yield "subordinate clause", past, 5, {"joined": apart + past}
    yield "infinitive", base, 0, {"with_te": f"{apart} te {base}" if apart else f"te {base}"}


def found_in(shape, place, text, lexicon):
    line = Line(" ".join(text.replace(" .", ".").split()), lexicon)
    if shape == "subordinate clause":
        place = line.next_finite(3)
        group = read_final_group(line, 3, place, len(line)) if place >= 0 else None
    elif shape == "infinitive":
        return {form.lemma for form in line.forms(len(line) - 2) if form.kind == "infinitive"}
    else:
        group = read_group(line, place, len(line))
    if group is None:
        return set()
    # "voer" is a form of two verbs: either will do, but a prefix that stands apart must be heard.
    same = {form.lemma for form in line.forms(group.lexical) if not form.particle}
    return {group.verb.lemma} | (same if group.particle < 0 else set())


def test_every_verb_is_found_in_every_form():
    lexicon = load_lexicon("nl")
    missed = []
    for entry, forms in entries():
        lemma = entry.replace("|", "").replace("_", "")
        for shape, form, place, parts in sentences(entry, forms):
            text = SHAPES[shape].format(**parts)
            if form and lemma not in found_in(shape, place, text, lexicon):
                missed.append(f"{lemma}: {text}")
    assert missed == []
