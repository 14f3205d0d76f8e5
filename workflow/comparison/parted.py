"""Items that call themselves parts of a thing, or several things in one."""

from workflow.comparison.candidates import Candidate
from workflow.comparison.rules import words_of
from workflow.comparison.titles import told
from workflow.comparison.tokens import plain
from workflow.comparison.vectors import content_words
from workflow.report.model import Sentence


def is_package(item: Candidate) -> bool:
    """Whether a title says that an item is about several proposals together."""
    ends = tuple(words_of("package_words"))
    return any(word.endswith(ends) for word in content_words(item.entry.title))


def tells_of_parts(item: Candidate) -> bool:
    """Whether a text says that its subject was split, or joined with another one."""
    return any(map(_says_parted, item.item.sentences))


def is_off(whole: Candidate, part: Candidate) -> bool:
    """Whether a part says that it was split off or joined, and names what the whole alone does."""
    return any(
        _says_parted(each) and not whole.alone().isdisjoint(told(content_words(each.text)))
        for each in part.item.sentences
    )


def _says_parted(sentence: Sentence) -> bool:
    text = plain(sentence.text)
    return any(words in text for words in words_of("parted_words"))
