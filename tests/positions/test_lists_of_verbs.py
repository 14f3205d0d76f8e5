"""Lists of verbs in the grammar files name verbs that the verb tables know: others never match."""

import re
from pathlib import Path

import pytest

import workflow.positions
from workflow.positions.loading import load_lexicon

_ROOM = Path(workflow.positions.__file__).parent
_ASKED = re.compile(
    r"(?:\blemmas\((?:[^()]|\([^()]*\))*\)|\blemma|\bplain) (?:&|in|not in) "
    r'(?:line\.)?(?:lexicon\.)?words\["(\w+)"\]'
)
"""Where the rules look for a verb in a list."""
LISTS = sorted({name for path in _ROOM.glob("*.py") for name in _ASKED.findall(path.read_text())})


@pytest.mark.parametrize("language", ["nl", "en"])
def test_lists_of_verbs_hold_known_verbs(language):
    lexicon = load_lexicon(language)
    known = {form.lemma for forms in lexicon.forms.values() for form in forms}
    known |= lexicon.verbs.keys() | lexicon.auxiliaries.keys()
    unknown = {name: sorted(lexicon.words[name] - known) for name in LISTS}
    assert len(LISTS) > 50
    assert {name: words for name, words in unknown.items() if words} == {}
