"""The sieve of the first words lets every mention through."""

import json
from pathlib import Path

import pytest

from workflow.positions import mentions
from workflow.positions.line import Line
from workflow.positions.loading import load_lexicon
from workflow.positions.names import Known

HELDOUT = sorted((Path(__file__).parent / "heldout").glob("*.json"))
FEW = {
    "nl": [
        "Zuid-Europese lidstaten steunden dit, 15 lidstaten niet.",
        "ECB-president Lagarde wees op het agentschap, dat volgens velen te klein is.",
        "Ruim twintig lidstaten en een bescheiden minderheid van de landen vroegen uitstel.",
        "Beide delegaties en degenen die het woord voerden waren het eens met Jansen.",
    ],
    "en": [
        "Poland's Finance Minister and the Commissioner’s staff backed it.",
        "Some 15 member states, the Baltic ones among them, and Jansen disagreed.",
        "Those who took the floor, and both of them, thanked the EP rapporteur.",
    ],
}


def lines(language):
    lexicon = load_lexicon(language)
    texts = list(FEW[language])
    for path in HELDOUT:
        document = json.loads(path.read_text("utf-8"))
        if document["doc"]["lang"] == language:
            items = [item for part in document["parts"] for item in part["items"]]
            texts += [entry["text"] for item in items for entry in item["sentences"]][:12]
    return [Line(text, lexicon) for text in texts]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_mention_is_passed_over(language, monkeypatch):
    def found():
        known = Known(None, {"Jansen": "derde:jansen"})
        return [mentions.find_mentions(line, known) for line in lines(language)]

    sieved = found()
    monkeypatch.setattr(mentions, "may_begin", lambda *_: True)
    assert sieved == found()
    assert sum(map(len, sieved)) > 100
