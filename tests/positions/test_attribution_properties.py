"""What holds for any text: no crash, spans inside, the same answer every time."""

import cProfile
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spoken import report_of
from test_attribution_rules import DUTCH, ENGLISH

from workflow.positions.attribution import attribute
from workflow.positions.loading import load_lexicon
from workflow.positions.model import STANCES

WORDS = [
    *("Nederland", "de Commissie", "de meeste lidstaten", "Polen", "Zij", "het", "ik", "Frontex"),
    *("benadrukte", "riep", "op", "heeft", "gesteund", "werd", "door", "zal", "steunen", "te"),
    *("dat", "die", "waarbij", "en", "maar", ",", ";", "(", ")", "niet", "mits", "zorgen", "om"),
    *("volgens", "waaronder", "de minister", "uw Kamer", "van", "zowel", "als", "17", "'s"),
]


def check(texts, language):
    for one in attribute(report_of(*texts, language=language))[0]:
        text = texts[one.sentence - 1]
        assert one.stance in STANCES
        assert one.actor
        assert not one.actor.startswith("?")
        for start, end in one.cue_spans:
            assert 0 <= start < end <= len(text)
        if one.actor_span:
            start, end = one.actor_span
            assert 0 <= start < end <= len(text)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join), max_size=4))
def test_any_row_of_words_is_read(texts):
    check(texts, "nl")
    check(texts, "en")


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=3))
def test_any_text_is_read(texts):
    check(texts, "nl")


@pytest.mark.parametrize(("language", "sentences"), [("nl", DUTCH), ("en", ENGLISH)])
def test_a_sentence_that_breaks_off_is_read(language, sentences):
    for sentence in sentences:
        words = sentence.rstrip(".").split()
        for stop in range(1, len(words) + 1):
            check([" ".join(words[:stop])], language)


SCRIPT = """
import json, sys
from workflow.positions.attribution import attribute
from workflow.report.model import Item, Part, Report, Sentence
texts = json.loads(sys.argv[1])
item = Item("1", "x", tuple(Sentence(n, t, 0) for n, t in enumerate(texts, 1)))
print(attribute(Report("nl", "", "", (), (Part("", "", (item,)),))))
"""


def test_same_bytes_in_processes_with_other_settings():
    texts = [
        "De meeste lidstaten, waaronder Nederland, riepen op tot haast en steunden het plan.",
        "Zij wezen op het risico van uitstel.",
        "Ook werd het belang van overleg benadrukt.",
    ]
    outputs = set()
    root = Path(__file__).parents[2]
    for seed, zone, language in (("0", "UTC", "C"), ("7", "Asia/Tokyo", "nl_NL.UTF-8")):
        environment = os.environ | {
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "LANG": language,
            "PYTHONPATH": str(root),
        }
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, json.dumps(texts)],
            capture_output=True,
            env=environment,
            check=True,
        )
        outputs.add(done.stdout)
    assert len(outputs) == 1


def test_lexicon_is_built_once():
    assert load_lexicon("nl") is load_lexicon("nl")


CROWDED = {
    "en": "with Germany noting that the plan was good, including France, and some member states "
    "supported by Spain asked for more, ",
    "nl": "waarbij Duitsland aangaf dat het plan goed is, waaronder Frankrijk, en enkele "
    "lidstaten gesteund door Spanje vroegen om meer, ",
}


@pytest.mark.parametrize("language", CROWDED)
def test_work_grows_with_the_length_of_a_sentence_and_no_faster(language: str) -> None:
    def calls(times: int) -> int:
        report = report_of(CROWDED[language] * times + "ends.", language=language)
        attribute(report)  # fills what is kept
        profile = cProfile.Profile()
        profile.runcall(attribute, report)
        return sum(entry.callcount for entry in profile.getstats())

    assert calls(40) <= 4.6 * calls(10)
