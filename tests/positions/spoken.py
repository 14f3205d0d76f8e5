"""Reports of a few sentences, for the tests of this room."""

from workflow.positions.attribution import attribute
from workflow.report.model import Item, Part, Report, Sentence


def report_of(*texts: str, language: str = "nl") -> Report:
    """A report of one item with these sentences."""
    sentences = tuple(Sentence(number, text, 0) for number, text in enumerate(texts, 1))
    return Report(language, "", "JBZ", (), (Part("", "", (Item("1", "Punt", sentences),)),))


def last(*texts: str, language: str = "nl", co: bool | None = None) -> list[tuple[str, str]]:
    """Actor and stance of everybody who speaks in the last sentence, or beside the speaker."""
    found = attribute(report_of(*texts, language=language))[0]
    return [
        (one.actor, one.stance)
        for one in found
        if one.sentence == len(texts) and not one.implicit and (co is None or one.co == co)
    ]


def views(*texts: str, language: str = "en") -> dict[str, list[str]]:
    """The stances of everybody in the last of some sentences of one item, by actor."""
    found: dict[str, list[str]] = {}
    for one in attribute(report_of(*texts, language=language))[0]:
        if one.sentence == len(texts):
            found.setdefault(one.actor, []).append(one.stance)
    return found
