"""The files of a workspace that two sides changed become one. Pure: contents in, contents out.

What a single file's rules cannot say stands here and in `merge_folder`; each rule is a sentence
of the catalogue, so that people can read what was done.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from workflow.languages import say_in

MINE, THEIRS = "mine", "theirs"
"""Names of the sides: what was saved here, and what is shared."""


@dataclass(frozen=True, slots=True)
class Versions:
    """One file on both sides; None where it is not there."""

    base: bytes | None
    mine: bytes | None
    theirs: bytes | None

    @property
    def simple(self) -> bool:
        """Whether only one side changed it, or both alike."""
        return self.mine in (self.base, self.theirs) or self.theirs == self.base

    @property
    def chosen(self) -> bytes | None:
        """What one side made of it; the shared version where both changed it."""
        return self.mine if self.theirs == self.base else self.theirs


@dataclass(frozen=True, slots=True)
class Author:
    """Who changed a file last on one side, and when (`2031-03-07 14:05`)."""

    name: str
    when: str


@dataclass(frozen=True, slots=True)
class Tools:
    """What a merge has to ask from outside."""

    language: str
    """Language of remarks and notices: the workspace's."""
    author: Callable[[str, str], Author]
    """Who changed a path (the second) last on a side (the first)."""
    merge_text: Callable[[Versions], bytes | None]
    """Two versions of any text line by line; None where both changed the same lines."""

    def say(self, key: str, /, **values: object) -> str:
        """A sentence about what was done."""
        return say_in(self.language, f"summaries.merged.{key}", **values)


@dataclass(slots=True)
class MergedFiles:
    """What became of the files."""

    files: dict[str, bytes | None] = field(default_factory=dict)
    """Contents by path; None where there is no file any more."""
    asked: list[str] = field(default_factory=list)
    """Paths of items with a new open proposal."""
    notices: list[str] = field(default_factory=list)
    """What was decided by a rule, one sentence each."""


def merge_any(path: str, versions: Versions, tools: Tools, result: MergedFiles) -> None:
    """A file of which only the lines are known; where both changed the same, the shared stays."""
    if versions.simple:
        result.files[path] = versions.chosen
        return
    if versions.mine is None or versions.theirs is None:
        result.files[path] = versions.theirs if versions.mine is None else versions.mine
        result.notices.append(tools.say("kept", path=path))
        return
    merged = tools.merge_text(versions)
    result.files[path] = versions.theirs if merged is None else merged
    if merged is None:
        name = tools.author(MINE, path).name
        result.notices.append(tools.say("shared_stays", path=path, who=name))


def merge_files(files: Mapping[str, Versions], tools: Tools) -> MergedFiles:
    """Merge the files that both sides changed, by path below the workspace.

    Of a meeting's folder in which both sides changed a file, every file that either side
    changed has to be given, and `meeting.toml` always.
    """
    from workflow.summaries.merge_folder import merge_folder
    from workflow.summaries.merge_topics import merge_topics_file, settle_topics
    from workflow.summaries.topics import PATH

    result = MergedFiles()
    folders: dict[str, dict[str, Versions]] = {}
    for path, versions in files.items():
        parts = path.split("/")
        if len(parts) == 4 and parts[2].startswith(parts[1]):
            folders.setdefault("/".join(parts[:3]), {})[parts[3]] = versions
        elif path == PATH:
            merge_topics_file(path, versions, tools, result)
        else:
            merge_any(path, versions, tools, result)
    for folder, inside in folders.items():
        merge_folder(folder, inside, tools, result)
    settle_topics(files, tools, result)
    return result
