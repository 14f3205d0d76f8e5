"""Every phrase and every irregular verb of the lexicon works in a sentence."""

import pytest

from workflow.languages import data
from workflow.positions.attribution import read_sentence
from workflow.positions.line import Line
from workflow.positions.loading import load_lexicon
from workflow.positions.mentions import Known

ENTRIES = [
    (language, entry) for language in ("nl", "en") for entry in data(language, "phrases")["cue"]
]
PAST = {
    "nl": "De Commissie {} dit.",
    "en": "The Commission {} this.",
}


def stances_of(text: str, language: str) -> set[str]:
    _, speakers = read_sentence(Line(text, load_lexicon(language)), Known(None, {}))
    return {reading.stance for speaker in speakers for reading in speaker.readings}


@pytest.mark.parametrize(
    ("language", "entry"), ENTRIES, ids=[f"{one}-{entry['phrases'][0]}" for one, entry in ENTRIES]
)
def test_phrases_give_their_stance_in_their_example(language, entry):
    assert "{}" in entry["example"]
    without = [
        phrase
        for phrase in entry["phrases"]
        if entry["stance"] not in stances_of(entry["example"].format(phrase), language)
    ]
    assert without == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_irregular_past_is_a_verb_in_a_sentence(language):
    lexicon = load_lexicon(language)
    unknown = []
    for base, (past, _, participle) in data(language, "verbs")["irregular"].items():
        text = PAST[language].format(past)
        forms = [form for form in Line(text, lexicon).finite(2) if form.kind == "past"]
        bare = participle.removeprefix("ge") if language == "nl" else participle
        known = not participle or any(
            form.kind == "participle"
            for text, readings in lexicon.forms.items()
            if text.endswith(bare)
            for form in readings
        )
        used = any(lemma.split()[0].endswith(base) for lemma in lexicon.verbs)
        if not (used and known) or (not forms and base in lexicon.verbs):
            unknown.append(base)
    assert unknown == []
