"""A query as people type it into one field: words, and filters such as `raad:jbz jaar:2024`."""

import re

from workflow.languages import LANGUAGES, labels
from workflow.search.filters import NAMES, read_filters
from workflow.search.find import find
from workflow.search.index import Index, Progress
from workflow.search.model import Found, Query
from workflow.search.words import parse_words
from workflow.summaries.topics import Topics

_FILTER = re.compile(r'(?<!\S)(?P<name>[^\W\d_]+):(?:"(?P<quoted>[^"]*)"|(?P<value>[^\s"]+))(?!\S)')


def split_filters(text: str) -> tuple[str, dict[str, list[str]]]:
    """The words, and the values by the name of the filter.

    A filter is called as the interface calls it in any language; a value with blanks stands
    between quotation marks. What only looks like a filter is a word.
    """
    names = {
        word: name
        for language in LANGUAGES
        for name, word in labels(language, "search.filters").items()
    } | {name: name for name in NAMES}
    given: dict[str, list[str]] = {}

    def take(found: re.Match[str]) -> str:
        name = names.get(found["name"].lower())
        if name is None:
            return found[0]
        given.setdefault(name, []).append(found["quoted"] or found["value"] or "")
        return " "

    return " ".join(_FILTER.sub(take, text).split()), given


def ask(index: Index, topics: Topics, text: str, progress: Progress, *, limit: int) -> Found:
    """What a typed query finds; raises WorkflowError for a filter that means nothing."""
    words, given = split_filters(text)
    if given.keys() & {"actor", "stance"}:
        index.guess(progress)
    filters = read_filters(index, topics, **given)
    return find(index, Query(parse_words(words), filters), limit=limit)
