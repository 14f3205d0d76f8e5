"""Forms are generated from lemmas by the rules of spelling."""

import pytest

from workflow.positions.loading import load_lexicon


def kinds(word, language="nl"):
    return {(form.lemma, form.kind, form.particle) for form in load_lexicon(language).forms[word]}


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("riep", ("oproepen", "past", "op")),
        ("riepen", ("oproepen", "past", "op")),
        ("opriep", ("oproepen", "past", "")),
        ("opgeroepen", ("oproepen", "participle", "")),
        ("onderstreepte", ("onderstrepen", "past", "")),
        ("onderstreept", ("onderstrepen", "participle", "")),
        ("verwelkomde", ("verwelkomen", "past", "")),
        ("streefde", ("streven", "past", "")),
        ("vreest", ("vrezen", "present", "")),
        ("eiste", ("eisen", "past", "")),
        ("geëist", ("eisen", "participle", "")),
        ("presenteerde", ("presenteren", "past", "")),
        ("verbeterd", ("verbeteren", "participle", "")),
        ("geëvalueerd", ("evalueren", "participle", "")),
        ("geïntervenieerd", ("interveniëren", "participle", "")),
        ("creëerde", ("creëren", "past", "")),
        ("aanbevolen", ("aanbevelen", "participle", "")),
        ("aanvaard", ("aanvaarden", "participle", "")),
        ("herzag", ("herzien", "past", "")),
        ("zegde", ("toezeggen", "past", "toe")),
        ("begroette", ("begroeten", "past", "")),
        ("heb", ("hebben", "stem", "")),
        ("verweet", ("verwijten", "past", "")),
        ("verweten", ("verwijten", "participle", "")),
        ("vergeleek", ("vergelijken", "past", "")),
        ("ondergroef", ("ondergraven", "past", "")),
        ("ingespannen", ("inspannen", "participle", "")),
        ("aangevochten", ("aanvechten", "participle", "")),
        ("ontmoette", ("ontmoeten", "past", "")),
        ("vereist", ("vereisen", "participle", "")),
        ("gevergd", ("vergen", "participle", "")),
        ("voldeed", ("voldoen", "past", "")),
        ("toezegde", ("toezeggen", "past", "")),
    ],
)
def test_a_dutch_form_is_read_as_its_verb(word, reading):
    assert reading in kinds(word)


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("stressed", ("stress", "past", "")),
        ("planning", ("plan", "gerund", "")),
        ("committed", ("commit", "past", "")),
        ("undertook", ("undertake", "past", "")),
        ("urges", ("urge", "present", "")),
        ("called", ("call for", "past", "for")),
        ("were", ("be", "past", "")),
        ("replied", ("reply", "past", "")),
        ("stresses", ("stress", "present", "")),
    ],
)
def test_english_form(word, reading):
    assert reading in kinds(word, "en")


def test_bare_stems_are_no_finite_forms():
    # "steun", "deel" and "uit" are other words too.
    lexicon = load_lexicon("nl")
    for word in ("steun", "deel", "eis", "wens"):
        assert all(form.kind == "stem" for form in lexicon.forms[word])
