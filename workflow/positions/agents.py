"""What is not said by whom it stands beside: deeds of others, and clauses of others."""

from workflow.positions.line import Line
from workflow.positions.links import Link
from workflow.positions.mention import Mention

_REACH = 12
"""Words before an agent within which the noun stands whose deed it does."""


def does_a_noun(line: Line, mention: Mention) -> bool:
    """Dutch: whether somebody behind "door" does what a noun before it tells.

    "Er werd gewezen op tijdige omzetting door de lidstaten": a verb as a noun, or a noun of doing,
    stands between the verb of the clause and its "door".
    """
    for place in range(mention.marker - 1, max(0, mention.marker - _REACH), -1):
        if line.is_sign(place) or line.any_of(("that", "relatives", "purpose", "mark"), place):
            return False
        if line.helper(place) == "passive" or line.nonfinite(place, ("participle",)):
            return False
        if _is_deed(line, place, beside=place == mention.marker - 1):
            return True
    return False


def _is_deed(line: Line, place: int, *, beside: bool) -> bool:
    """Whether a word is a noun of doing something to what "van" names, or stands alone."""
    governed = line.any_of(("determiners", "prepositions"), place - 1)
    governed = governed or line.at(place - 1).endswith("e")
    if not governed or not (beside or line.isa("of", place + 1)):
        return False
    as_noun = line.isa("judged_thing", place - 1) and line.nonfinite(place, ("infinitive",))
    return bool(as_noun) or line.isa("doings", place)


def next_clause(line: Line, mention: Mention, verb: int, links: list[Link]) -> int:
    """Dutch: where a clause of others opens behind a view: ", en ook Nederland heeft gepleit"."""
    behind = max(verb, mention.stop)
    begins = (
        one.begin
        for one in links
        if line.is_dutch and one.rule == "subject-first" and not one.mention.pronoun
    )
    return min((at for at in begins if at > behind), default=len(line))
