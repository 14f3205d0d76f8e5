"""Running text becomes one sentence a line, while typing and when it comes in as a whole."""

import pytest

from workflow.summaries.running import one_a_line, sentence_begun


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "The Council met. Many states agreed. [s3] The UK did not. [s4 s5]",
            ["The Council met.", "Many states agreed. [s3]", "The UK did not. [s4 s5]"],
        ),
        ("One sentence only, of art. 5 TFEU. [s1]", ["One sentence only, of art. 5 TFEU. [s1]"]),
        ("First.\n\nSecond. Third.", ["First.", "", "Second.", "Third."]),
        ("", [""]),
        ("No stop [s1] and so it goes on. Yes.", ["No stop [s1] and so it goes on.", "Yes."]),
        ("It asked: “Why now?” Nobody knew. [s1]", ["It asked: “Why now?”", "Nobody knew. [s1]"]),
    ],
)
def test_a_running_text_gets_a_line_for_each_sentence(text: str, lines: list[str]) -> None:
    assert one_a_line(text, "en").split("\n") == lines
    assert one_a_line("\n".join(lines), "en").split("\n") == lines


@pytest.mark.parametrize(
    ("line", "begun"),
    [
        ("De Raad vergaderde. V", True),
        ("De Raad vergaderde. [s1] V", True),
        ("De Raad vergaderde. [s1] [s2] V", True),
        ("De Raad vergaderde. Ve", False),
        ("De Raad vergaderde. [", False),
        ("De Raad vergaderde. [s", False),
        ("Volgens art. 5 van dhr. J", False),
        ("Op 5 maart om 9.30 uur kwam de V.S. B", False),
        ("Het kost 3. 5", False),
        ("De Raad vergaderde ", False),
        ("V", False),
        ("", False),
    ],
)
def test_the_first_letter_of_a_sentence_is_known(line: str, begun: bool) -> None:
    assert sentence_begun(line, "nl") == (len(line) - 1 if begun else None)
