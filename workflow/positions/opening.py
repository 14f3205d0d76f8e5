"""English: what somebody does in the words before the subject: "Speaking against it, Malta"."""

from dataclasses import replace

from workflow.positions.line import Line
from workflow.positions.reading import NEUTRAL, VIEWS, Reading, Zone
from workflow.positions.speakers import Speaker
from workflow.positions.stances import read_stances
from workflow.positions.verbgroups import read_group

_LONG = 40
"""Words of an opening clause at most."""


def with_openings(line: Line, speakers: list[Speaker]) -> list[Speaker]:
    """The speakers; one who only tells something has the view of a gerund that opens the line.

    "Speaking against the proposal, Hungary recalled the costs", "Welcoming the report, Spain".
    """
    if line.is_dutch or not any(form.kind == "gerund" for form in line.forms(0)):
        return speakers
    comma = line.low.index(",") if "," in line.low[:_LONG] else 0
    begins = comma + 1 + line.isa("articles", comma + 1)
    first = next((one for one in speakers if one.mention and one.mention.start <= begins), None)
    if not comma or first is None or first.mention is None or first.mention.start <= comma:
        return speakers
    if any(one.stance not in NEUTRAL for one in first.readings):
        return speakers
    view = _view(line, comma)
    if view is None:
        return speakers
    opened = replace(first, readings=(view,), certain=False)
    return [opened if one is first else one for one in speakers]


def _view(line: Line, comma: int) -> Reading | None:
    """The view that the clause before a comma gives, or None."""
    group = read_group(line, 0, comma)
    found = [one for one in read_stances(line, group, Zone(1, comma)) if one.stance in VIEWS]
    return found[0] if found else None
