"""An item file in the words of a reader: its head in sentences, its text without signs."""

from workflow import languages
from workflow.summaries.readable import as_read, as_whole, head_changes

OLD = """+++
status = "draft"
topics = ["schengen"]
source = "abc"
+++

# Schengen

## Samenvatting

Veel lidstaten steunen dit \\[soms\\]. [s3]

## Standpunten

- **Nederland** (steunt): het voorstel \\[deels\\] [s4]
"""
NEW = (
    OLD.replace('"draft"', '"review"')
    .replace('["schengen"]', '["schengen", "grenzen"]')
    .replace('"abc"\n', '"def"\ndeadline = 2031-03-07\nclaim = "Noor"\nclaimed = 2031-03-01\n')
)


def test_what_changed_in_the_head_is_said_in_words() -> None:
    languages.use("nl")
    assert head_changes(OLD, NEW) == (
        "status: concept → ter beoordeling",
        "onderwerpen: schengen → schengen, grenzen",
        "opgepakt door: niets → Noor",
        "uiterlijk: niets → 7 maart 2031",
        "verslag: naast de nieuwe tekst gelegd",
    )
    languages.use("en")
    assert head_changes(OLD, NEW)[0] == "status: draft → in review"
    assert head_changes(OLD, OLD) == ()


def test_a_text_without_a_head_and_a_broken_head_say_nothing() -> None:
    assert head_changes("", "# Schengen\n") == ()
    assert head_changes("+++\nstatus =\n+++\n", "+++\nstatus = \n+++\n") == ()


def test_unknown_lines_of_the_head_are_shown_as_they_are() -> None:
    languages.use("nl")
    wanted = ("kleur: rood → [blauw]",)
    assert head_changes('+++\nkleur = "rood"\n+++\n', '+++\nkleur = "[blauw]"\n+++\n') == wanted


def test_the_text_has_no_signs_of_the_file() -> None:
    languages.use("nl")
    text = as_whole(OLD, "nl")
    assert text.startswith("status: concept\nonderwerpen: schengen\n\nSchengen\n")
    assert "Veel lidstaten steunen dit [soms]. [s3]" in text
    assert "Nederland (steunt): het voorstel [deels] [s4]" in text
    assert "+++" not in text
    assert "source" not in text
    assert as_read(OLD, "nl") == text.partition("\n\n")[2]
