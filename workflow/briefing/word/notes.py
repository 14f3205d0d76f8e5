"""The parts beside the text: footnotes and comments."""

from workflow.briefing.word.markup import (
    DECLARATION,
    NAMESPACES,
    Look,
    attribute,
    run,
    run_properties,
)
from workflow.briefing.word.story import Story

SEPARATORS = (-1, 0)
"""Ids of the lines between text and notes; the settings name them."""


def footnotes_xml(story: Story) -> tuple[str, dict[str, str]]:
    """The footnotes part, and the relationship id of each address in it."""
    inner = Story(story.briefing, story.ids)
    texts = {note.number: note for note in story.briefing.footnotes}
    mark = f"<w:r>{run_properties(Look(story.style('footnote reference')))}<w:footnoteRef/></w:r>"
    notes = []
    for number, key in enumerate(story.notes, 1):
        note = texts[key]
        content = mark + run(" ") + inner.text(note.text, Look(language=note.language))
        text = inner.paragraph("footnote text", content)
        notes.append(f'<w:footnote w:id="{number}">{text}</w:footnote>')
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" '
        f'w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for kind, number in zip(("separator", "continuationSeparator"), SEPARATORS, strict=True)
    )
    return (
        f"{DECLARATION}<w:footnotes {NAMESPACES}>{lines}{''.join(notes)}</w:footnotes>",
        inner.urls,
    )


def comments_xml(story: Story) -> str:
    """The comments part: open questions with author, initials and day."""
    look = run_properties(Look(story.style("annotation reference")))
    found = []
    for number, remark in enumerate(story.comments, story.first_comment):
        author = remark.author.strip() or story.words["remark"]
        day = f' w:date="{remark.day.isoformat()}T00:00:00Z"' if remark.day else ""
        content = f"<w:r>{look}<w:annotationRef/></w:r>" + run(remark.text or "–")
        text = story.paragraph("annotation text", content)
        found.append(
            f'<w:comment w:id="{number}" w:author={attribute(author)}{day} '
            f"w:initials={attribute(initials(author))}>{text}</w:comment>"
        )
    return f"{DECLARATION}<w:comments {NAMESPACES}>{''.join(found)}</w:comments>"


def initials(name: str) -> str:
    """The first letters of a name, at most four."""
    return "".join(word[0].upper() for word in name.split() if word[0].isalnum())[:4] or "–"
