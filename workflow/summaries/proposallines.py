"""Open proposals in an item file: who proposes what, and what stood there.

    ## Nog te kiezen

    - **Noor de Wit** (2031-03-07 14:05; Samenvatting; 2):
      - oorspronkelijk: Veel lidstaten steunen het. [s3]
      - gedeeld: Enkele lidstaten steunen het. [s3]
      - voorstel: De meeste lidstaten steunen het. [s3]

Versions are lines as they stand in their own section; a version of several lines has as many
lines here, one that does not exist has none.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from workflow.languages import LANGUAGES, labels
from workflow.summaries.itemlines import ENTRY, NOBODY, escape_within, split_fields, unescape
from workflow.summaries.model import OpenProposal

VERSIONS = ("base", "shared", "mine")
"""The versions of a proposal, in the order of the file."""
_SECTION_OF = {"sentences": "summary"}


def field_names(language: str) -> dict[str, str]:
    """How each field that a proposal can be about is called."""
    sections = labels(language, "summaries.sections")
    own = labels(language, "summaries.proposal.fields")
    lists = ("sentences", "positions", "rejected", "next_steps", "commitments", "remarks")
    return {
        **{name: sections[_SECTION_OF.get(name, name)] for name in (*lists, "dismissals")},
        **own,
    }


def render_proposals(proposals: Iterable[OpenProposal], language: str) -> list[str]:
    """The lines of the section."""
    names, words = field_names(language), labels(language, "summaries.proposal.versions")
    lines = []
    for proposal in proposals:
        facts = (proposal.when, names[proposal.field], str(proposal.place + 1))
        shown = "; ".join(escape_within(fact, "();") for fact in facts)
        author = escape_within(proposal.author or NOBODY, "*")
        lines.append(f"- **{author}** ({shown}):")
        for version in VERSIONS:
            lines += [
                f"  - {words[version]}: {line}".rstrip() for line in getattr(proposal, version)
            ]
    return lines


def read_proposal_line(found: list[OpenProposal], line: str, language: str) -> bool:
    """Take one line of the section in; False where its meaning is not clear."""
    entry = ENTRY.match(line)
    if entry is not None and not entry["text"].strip():
        facts = split_fields(entry["fields"])
        fields = {
            name.casefold(): key for each in LANGUAGES for key, name in field_names(each).items()
        }
        if len(facts) != 3 or facts[1].casefold() not in fields or not facts[2].isdecimal():
            return False
        lead = unescape(entry["lead"].strip())
        author = "" if lead == NOBODY else lead
        place = max(0, int(facts[2]) - 1)
        found.append(OpenProposal(fields[facts[1].casefold()], author, facts[0], place=place))
        return True
    head, mark, value = line.removeprefix("-").removeprefix("*").partition(":")
    versions = {
        word: key
        for each in LANGUAGES
        for key, word in labels(each, "summaries.proposal.versions").items()
    }
    version = versions.get(head.strip().casefold())
    if not (mark and version and found):
        return False
    lines: dict[str, Any] = {version: (*getattr(found[-1], version), value.removeprefix(" "))}
    found[-1] = replace(found[-1], **lines)
    return True
