"""From a `Report` to attributions and suggestions."""

from workflow.positions.loading import load_lexicon

__all__ = ["load_lexicon"]
