"""From a `Report` to attributions and suggestions."""

from workflow.positions.attribution import attribute
from workflow.positions.explaining import explain_sentence
from workflow.positions.loading import load_lexicon
from workflow.positions.suggesting import draft, suggest

__all__ = ["attribute", "draft", "explain_sentence", "load_lexicon", "suggest"]
