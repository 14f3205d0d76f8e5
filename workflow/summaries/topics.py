"""The topics that return over meetings: `summaries/topics.toml`, and the topics of an item.

An item's confirmed topics stand in its own file. `topics.toml` holds what belongs to no single
item, one table for each topic and for each link that a person refused:

    [topics.mensensmokkel]
    title = "Mensensmokkel"
    dossier = "36482"

    [[refused]]
    item = "2024-06-13-jbz/drugssmokkel"
    with = "2024-03-04-jbz/mensensmokkel"

`with` is an earlier item or a topic; behind an item may stand the sentences that it is about, as
in `"2024-06-13-jbz/diversen s4-s6"`. The file is strict: an unknown key or a value that makes no
sense is an error with its line. Comment lines stay with the table that follows them.
"""

import difflib
import re
import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain, count
from typing import Any

from workflow.errors import WorkflowError, toml_place
from workflow.summaries.itemfile import parse_evidence, render_evidence
from workflow.summaries.itemlines import toml_string
from workflow.summaries.model import Summary
from workflow.summaries.workspace import SUMMARIES, Workspace
from workflow.text import one_line, slug

TOPICS_FILE = "topics.toml"
PATH = f"{SUMMARIES}/{TOPICS_FILE}"
"""Where the file stands, below the workspace."""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ITEM = re.compile(r"\d{4}-\d{2}-\d{2}-[a-z0-9-]+/[a-z0-9-]+(?: s\d+(?:-s?\d+)?)*")
_TABLE = re.compile(r"\s*\[+([^\]]*)\]+")
_TOPIC_KEYS = ("title", "dossier")
_REFUSED_KEYS = ("item", "with")


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject that returns over meetings."""

    id: str
    """A slug: lower-case letters, digits and hyphens."""
    title: str
    dossier: str = ""
    """The number under which parliament files it, such as `36482`, or empty."""


@dataclass(frozen=True, slots=True, order=True)
class Refusal:
    """A link that a person refused, never to be proposed again."""

    item: str
    """Meeting and slug of the item: `2024-06-13-jbz/drugssmokkel`."""
    other: str
    """Another item, or the id of a topic."""


@dataclass(frozen=True, slots=True)
class Topics:
    """What `topics.toml` says."""

    topics: tuple[Topic, ...] = ()
    refused: tuple[Refusal, ...] = ()
    comments: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Comment lines by the table that they stand above; those after the last one under ``."""
    _refused: frozenset[tuple[str, str]] = field(init=False, repr=False, compare=False)
    """Every refused pair in both orders: asked for each pair of items."""

    def __post_init__(self) -> None:
        pairs = {(each.item, each.other) for each in self.refused}
        both = frozenset(pairs | {(other, item) for item, other in pairs})
        object.__setattr__(self, "_refused", both)

    def topic(self, name: str) -> Topic | None:
        """The topic with that id or title, or None."""
        wanted = one_line(name).casefold()
        for topic in self.topics:
            if wanted in (topic.id, topic.title.casefold()):
                return topic
        return None

    def title(self, topic: str) -> str:
        """How people call the topic; its id where nobody gave it a title."""
        found = self.topic(topic)
        return found.title if found else topic

    def is_refused(self, item: str, other: str) -> bool:
        """Whether a person refused the link between an item and another item or a topic."""
        return (item, other) in self._refused

    def with_topic(self, topic: Topic) -> "Topics":
        """The same with this topic added, or in the place of the one with its id."""
        topic = Topic(topic.id, one_line(topic.title), one_line(topic.dossier))
        _check_topic(topic)
        others = tuple(each for each in self.topics if each.id != topic.id)
        return replace(self, topics=_sorted((*others, topic)))

    def without(self, topic: str) -> "Topics":
        """The same without that topic and the refusals about it."""
        return replace(
            self,
            topics=tuple(each for each in self.topics if each.id != topic),
            refused=tuple(each for each in self.refused if each.other != topic),
        )

    def merged(self, topic: str, into: str) -> "Topics":
        """The same with `topic` taken up in `into`, which keeps its title.

        The items move with `replace_topic`. A dossier number is kept where `into` has none.
        """
        old, kept = self.topic(topic), self.topic(into)
        if kept and old and old.dossier and not kept.dossier:
            kept = replace(kept, dossier=old.dossier)
        refused = {
            Refusal(each.item, into if each.other == topic else each.other) for each in self.refused
        }
        merged = replace(self.without(topic), refused=tuple(sorted(refused)))
        return merged.with_topic(kept) if kept else merged

    def refuse(self, item: str, other: str) -> "Topics":
        """The same with the link refused."""
        refusal = Refusal(item, other)
        _check_refusal(refusal)
        if self.is_refused(item, other):
            return self
        return replace(self, refused=tuple(sorted((*self.refused, refusal))))

    def allow(self, item: str, other: str) -> "Topics":
        """The same with a refusal taken back."""
        pairs = (Refusal(item, other), Refusal(other, item))
        return replace(self, refused=tuple(each for each in self.refused if each not in pairs))


def read_topics(workspace: Workspace) -> Topics:
    """The topics of a workspace; none where nobody has made any.

    Raises WorkflowError where the file is not as it should be.
    """
    path = workspace.root / PATH
    return parse_topics(workspace.read_text(path)) if path.exists() else Topics()


def new_id(title: str, taken: Collection[str]) -> str:
    """The id of a new topic: its title as a slug, with a number where that is taken."""
    name = slug(title)
    numbered = (f"{name}-{number}" for number in count(2))
    return name if name not in taken else next(each for each in numbered if each not in taken)


def item_key(meeting: str, slug: str) -> str:
    """How the file names an item: `2024-03-04-jbz/mensensmokkel`."""
    return f"{meeting}/{slug}"


# An item's own topics


@dataclass(frozen=True, slots=True)
class Belonging:
    """That an item, or some sentences of it, belong to a topic."""

    topic: str
    sentences: tuple[int, ...] = ()
    """Numbers of the sentences; empty for the whole item."""


def belongings(summary: Summary) -> tuple[Belonging, ...]:
    """The topics of an item; `havens [s4-s9]` in its file stands for a part of it."""
    found = (parse_evidence(entry) for entry in summary.topics)
    return tuple(Belonging(topic, sentences) for topic, sentences in found if topic)


def topic_entries(words: str) -> tuple[str, ...]:
    """The topics of an item as a person types them: `havens [s4-s9], drones`.

    Names become ids, so that `Drones boven evenementen` is `drones-boven-evenementen`.
    """
    found = []
    for piece in re.split(r",(?![^\[]*\])", words):
        name, sentences = parse_evidence(piece.strip())
        if name:
            found.append(f"{slug(name)} {render_evidence(sentences)}".strip())
    return tuple(dict.fromkeys(found))


def part_key(item: str, sentences: Iterable[int]) -> str:
    """The key of an item, or of these sentences of it, as refusals name it."""
    return f"{item} {render_evidence(sentences).strip('[]')}".strip()


def put_in_topic(summary: Summary, topic: str, sentences: Iterable[int] = ()) -> Summary:
    """The summary with a confirmed topic, for the whole item or for these sentences."""
    entry = f"{topic} {render_evidence(sentences)}".strip()
    return replace(summary, topics=(*take_from_topic(summary, topic).topics, entry))


def take_from_topic(summary: Summary, topic: str) -> Summary:
    """The summary without that topic."""
    kept = tuple(entry for entry in summary.topics if parse_evidence(entry)[0] != topic)
    return replace(summary, topics=kept)


def replace_topic(summary: Summary, topic: str, new: str) -> Summary:
    """The summary with one topic in the place of another, as when two are merged.

    An item that has both belongs to it once: as a whole, or with the sentences of both.
    """
    own = [each for each in belongings(summary) if each.topic in (topic, new)]
    if not any(each.topic == topic for each in own):
        return summary
    parts = [each.sentences for each in own]
    sentences = sorted(set(chain.from_iterable(parts))) if all(parts) else ()
    joined = f"{new} {render_evidence(sentences)}".strip()
    entries = [
        joined if parse_evidence(entry)[0] in (topic, new) else entry for entry in summary.topics
    ]
    return replace(summary, topics=tuple(dict.fromkeys(entries)))


# The file


def render_topics(topics: Topics) -> str:
    """The canonical file: topics by id, then refusals; empty where there is nothing to say."""
    blocks = []
    for topic in _sorted(topics.topics):
        name = f"topics.{topic.id}"
        lines = [*topics.comments.get(name, ()), f"[{name}]", f"title = {toml_string(topic.title)}"]
        if topic.dossier:
            lines.append(f"dossier = {toml_string(topic.dossier)}")
        blocks.append(lines)
    for refusal in sorted(topics.refused):
        name = _refusal_name(refusal)
        blocks.append(
            [
                *topics.comments.get(name, ()),
                "[[refused]]",
                f"item = {toml_string(refusal.item)}",
                f"with = {toml_string(refusal.other)}",
            ]
        )
    if topics.comments.get(""):
        blocks.append(list(topics.comments[""]))
    text = "\n\n".join("\n".join(lines) for lines in blocks)
    return f"{text}\n" if text else ""


def parse_topics(text: str, *, where: str = PATH) -> Topics:
    """Read the file. Raises WorkflowError with the line of what is wrong."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        detail = toml_place(error)
        raise WorkflowError("comparison.errors.topics_syntax", where=where, detail=detail) from None
    lines = text.split("\n")
    _check_keys(values, ("topics", "refused"), where, lines)
    if not isinstance(values.get("topics", {}), dict) or not isinstance(
        values.get("refused", []), list
    ):
        raise WorkflowError("comparison.errors.topics_shape", where=where)
    topics = [_topic(name, entry, where, lines) for name, entry in values.get("topics", {}).items()]
    refused = [_refusal(entry, where, lines) for entry in values.get("refused", [])]
    names = [f"topics.{topic.id}" for topic in topics]
    comments = _comments(lines, names, [_refusal_name(refusal) for refusal in refused])
    return Topics(_sorted(topics), tuple(sorted(set(refused))), comments)


def _sorted(topics: Iterable[Topic]) -> tuple[Topic, ...]:
    return tuple(sorted(topics, key=lambda topic: topic.id))


def _refusal_name(refusal: Refusal) -> str:
    return f"refused {refusal.item} {refusal.other}"


def _line_of(word: str, lines: list[str]) -> int:
    """The first line that holds the word outside a comment, from 1; 0 if none does."""
    for number, line in enumerate(lines, 1):
        if word in line and not line.lstrip().startswith("#"):
            return number
    return 0


def _fail(key: str, where: str, lines: list[str], word: str, **values: object) -> WorkflowError:
    return WorkflowError(
        f"comparison.errors.{key}", where=where, line=_line_of(word, lines), word=word, **values
    )


def _check_keys(entry: Any, known: tuple[str, ...], where: str, lines: list[str]) -> None:
    """Raise for a key that is not known, naming the nearest one that is."""
    if not isinstance(entry, dict):
        raise WorkflowError("comparison.errors.topics_shape", where=where)
    for key in entry:
        if key not in known:
            nearest = (difflib.get_close_matches(key, known, 1, 0.0) or known)[0]
            raise _fail("topics_key", where, lines, key, nearest=nearest)


def _text(entry: dict[str, Any], key: str, where: str, lines: list[str]) -> str:
    value = entry.get(key, "")
    if not isinstance(value, str):
        raise _fail("topics_value", where, lines, key)
    return value


def _topic(name: str, entry: Any, where: str, lines: list[str]) -> Topic:
    if not _SLUG.fullmatch(name):
        raise _fail("topics_id", where, lines, name)
    _check_keys(entry, _TOPIC_KEYS, where, lines)
    title, dossier = (one_line(_text(entry, key, where, lines)) for key in _TOPIC_KEYS)
    if not title:
        raise _fail("topics_title", where, lines, name)
    return Topic(name, title, dossier)


def _refusal(entry: Any, where: str, lines: list[str]) -> Refusal:
    _check_keys(entry, _REFUSED_KEYS, where, lines)
    refusal = Refusal(*(_text(entry, key, where, lines) for key in _REFUSED_KEYS))
    for value, shapes in ((refusal.item, (_ITEM,)), (refusal.other, (_ITEM, _SLUG))):
        if not any(shape.fullmatch(value) for shape in shapes):
            raise _fail("topics_refused", where, lines, value)
    return refusal


def _check_topic(topic: Topic) -> None:
    """Raise WorkflowError for a topic that the file could not hold."""
    if not _SLUG.fullmatch(topic.id):
        raise WorkflowError("comparison.errors.topic_id", topic=topic.id)
    if not one_line(topic.title):
        raise WorkflowError("comparison.errors.topic_title", topic=topic.id)


def _check_refusal(refusal: Refusal) -> None:
    if not _ITEM.fullmatch(refusal.item):
        raise WorkflowError("comparison.errors.topic_link", item=refusal.item)
    if not (_ITEM.fullmatch(refusal.other) or _SLUG.fullmatch(refusal.other)):
        raise WorkflowError("comparison.errors.topic_link", item=refusal.other)


def _comments(
    lines: list[str], topics: list[str], refused: list[str]
) -> dict[str, tuple[str, ...]]:
    """Comment lines by the table below them; remarks behind a value move above their table."""
    found: dict[str, list[str]] = {}
    waiting: list[str] = []
    current = ""
    left = list(refused)
    for line in lines:
        stripped = line.strip()
        table = _TABLE.match(line)
        if stripped.startswith("#"):
            waiting.append(stripped)
        elif table:
            name = re.sub(r"[\s\"']", "", table[1])
            current = left.pop(0) if name == "refused" and left else name
            found.setdefault(current, []).extend(waiting)
            waiting = []
        if not stripped.startswith("#") and (tail := _remark(line)):
            found.setdefault(current, []).append(tail)
    found[""] = waiting
    known = {*topics, *refused, ""}
    lost = [line for name, kept in found.items() if name not in known for line in kept]
    found[""] = lost + found[""]
    return {name: tuple(kept) for name, kept in found.items() if kept and name in known}


def _remark(line: str) -> str:
    """A comment behind a value or a table's name, or an empty string."""
    bare = re.sub(r'"(?:\\.|[^"\\])*"' + r"|'[^']*'", lambda found: "x" * len(found[0]), line)
    at = bare.find("#")
    return line[at:].strip() if at >= 0 else ""
