"""Two histories become one, in the object database: nothing on disk and no branch moves.

Inside `summaries/` the rules of the files decide (`workflow.summaries.merge_files`); outside it
git's own merge does, and a conflict there ends the attempt.
"""

import re
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from workflow.errors import WorkflowError
from workflow.history.committing import DURABLE, data_block, quoted
from workflow.history.locks import private_folder
from workflow.history.objects import contents
from workflow.history.repository import History
from workflow.history.words import git_error, inert
from workflow.summaries.merge_files import MINE, Author, MergedFiles, Tools, Versions, merge_files
from workflow.summaries.merge_topics import item_of, new_refusals
from workflow.summaries.topics import PATH as TOPICS
from workflow.summaries.workspace import MEETING_FILE, SUMMARIES

MERGED = "refs/workflow/merged"
"""Where a merge stands until the branch takes it."""
EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
_ABSENT = "0" * 40
_FILES = ("100644", "100755")
_LINKS = ("120000", "160000")


@dataclass(frozen=True, slots=True)
class Step:
    """What becomes of one path between two trees; names and modes are empty where it is absent."""

    old_mode: str
    old: str
    mode: str
    new: str


@dataclass(slots=True)
class Plan:
    """What a merge would make of the tree of mine."""

    entries: dict[str, tuple[str, str]] = field(default_factory=dict)
    """By path in the repository: mode and name of the object; both empty where it goes."""
    written: dict[str, bytes] = field(default_factory=dict)
    """By path in the repository: new contents."""
    asked: list[str] = field(default_factory=list)
    """Items, by path in the workspace, with a new open proposal."""
    notices: list[str] = field(default_factory=list)


def changes(history: History, old: str, new: str) -> dict[str, Step]:
    """What differs between two commits or trees, by path in the repository."""
    result = history.git(
        ["diff-tree", "-r", "-z", "--raw", "--no-renames", "--no-abbrev", "--no-commit-id",
         "--end-of-options", old or EMPTY_TREE, new or EMPTY_TREE],
        check=True,
    )  # fmt: skip
    fields = result.out.decode("utf-8", "surrogateescape").split("\0")
    found = {}
    for facts, path in zip(fields[0::2], fields[1::2], strict=False):
        old_mode, mode, before, after, _ = facts.removeprefix(":").split(" ")
        found[path] = Step(
            "" if before == _ABSENT and old_mode == "000000" else old_mode,
            before.strip("0") and before,
            "" if mode == "000000" else mode,
            after.strip("0") and after,
        )
    return found


def plan_merge(
    history: History, bases: Sequence[str], mine: str, theirs: str, language: str
) -> Plan:
    """Work out the merge of two commits that started from `bases`, as a rule from one.

    Raises WorkflowError, with nothing moved, where both changed a file outside `summaries/`
    in the same place.
    """
    base = bases[0]
    ours, shared = (_since(history, bases, tip) for tip in (mine, theirs))
    inside = history.in_repository(f"{SUMMARIES}/")
    plan = Plan()
    elsewhere = [any(not p.startswith(inside) for p in side) for side in (ours, shared)]
    if all(elsewhere):
        _merge_elsewhere(history, mine, theirs, inside, plan)
    for path, step in shared.items():
        if not path.startswith(inside):
            if not all(elsewhere):
                plan.entries[path] = (step.mode, step.new)
        elif path not in ours:
            plan.entries[path] = (step.mode, step.new)
    _merge_inside(history, base, (mine, theirs), (ours, shared), inside, language, plan)
    return plan


def _since(history: History, bases: Sequence[str], tip: str) -> dict[str, Step]:
    """What a side changed since the commits from which both started.

    There are several where two people merged the same work each in their own way. A file that
    these have alike is compared with them; any other with what they in turn started from, so
    that what each of the two chose is seen as a change, and not one of them taken for the start.
    """
    found = changes(history, bases[0], tip)
    unlike = {path for other in bases[1:] for path in changes(history, bases[0], other)}
    if not unlike:
        return found
    start = history.git(["merge-base", "--octopus", "--end-of-options", *bases]).text
    older = changes(history, start.split("\n")[0], tip)
    return {
        **{path: step for path, step in found.items() if path not in unlike},
        **{path: step for path, step in older.items() if path in unlike},
    }


def _merge_elsewhere(history: History, mine: str, theirs: str, inside: str, plan: Plan) -> None:
    """What git makes of the files that are not ours; a conflict there is for people."""
    result = history.git(["merge-tree", "--write-tree", "-z", "--name-only", mine, theirs])
    if result.code not in (0, 1):
        raise git_error(result.errors, history.root)
    fields = result.out.decode("utf-8", "surrogateescape").split("\0")
    tree = fields[0].strip()
    paths = fields[1 : fields.index("", 1)] if result.code and "" in fields[1:] else []
    blocked = sorted({path for path in paths if not path.startswith(inside)})
    if blocked:
        shown = inert(", ".join(blocked[:3]))
        raise WorkflowError("history.errors.conflict_elsewhere", n=len(blocked), paths=shown)
    for path, step in changes(history, mine, tree).items():
        if not path.startswith(inside):
            plan.entries[path] = (step.mode, step.new)


def _merge_inside(
    history: History,
    base: str,
    tips: tuple[str, str],
    sides: tuple[Mapping[str, Step], Mapping[str, Step]],
    inside: str,
    language: str,
    plan: Plan,
) -> None:
    """Merge the summaries that both sides changed by the rules of their files."""
    ours, shared = sides
    both = {
        path for path in ours.keys() & shared.keys()
        if path.startswith(inside) and _differ(ours[path], shared[path])
    }  # fmt: skip
    links = {p for p in both if {ours[p].mode, shared[p].mode} & set(_LINKS)}
    for path in links:
        plan.entries[path] = (shared[path].mode, shared[path].new)
    wanted = _with_context(history, both - links, sides, inside)
    wanted |= _topic_items(history, tips[0], sides)
    if not wanted:
        return
    versions = _read(history, tips[0], wanted, sides)
    authors = _Authors(history, base, dict(zip(("mine", "theirs"), tips, strict=True)))
    tools = Tools(language, authors.of, lambda three: merge_text(history, three))
    found = merge_files(versions, tools)
    plan.asked, plan.notices = found.asked, found.notices
    _take_over(history, versions, found, sides, plan)


def _differ(one: Step, other: Step) -> bool:
    return (one.mode, one.new) != (other.mode, other.new)


def _with_context(
    history: History,
    both: set[str],
    sides: tuple[Mapping[str, Step], Mapping[str, Step]],
    inside: str,
) -> set[str]:
    """The paths, with everything that a side changed in the same meetings and their facts."""
    folders = {path.rpartition("/")[0] for path in both if path[len(inside) :].count("/") == 2}
    wanted = set(both) | {f"{folder}/{MEETING_FILE}" for folder in folders}
    for side in sides:
        wanted |= {path for path in side if path.rpartition("/")[0] in folders}
    return wanted


def _topic_items(
    history: History, mine: str, sides: tuple[Mapping[str, Step], Mapping[str, Step]]
) -> set[str]:
    """Items that one side changed and about which the other side refused a topic."""
    path = history.in_repository(TOPICS)
    if path not in sides[0] and path not in sides[1]:
        return set()
    versions = _read(history, mine, {path}, sides)[TOPICS]
    found = set()
    for side, other in ((MINE, sides[1]), ("theirs", sides[0])):
        items = {history.in_repository(item_of(r)) for r in new_refusals(versions, side)}
        found |= {item for item in items if item in other}
    return found | {path} if found else set()


def _read(
    history: History,
    mine: str,
    paths: Iterable[str],
    sides: tuple[Mapping[str, Step], Mapping[str, Step]],
) -> dict[str, Versions]:
    """The three versions of each path, by path in the workspace; one process for all.

    What neither side changed is as `mine` has it.
    """
    paths = sorted(paths)
    names: list[str] = []
    for path in paths:
        known = next((side[path].old for side in sides if path in side), f"{mine}:{path}")
        names += [known, *(side[path].new if path in side else known for side in sides)]
    found = contents(history, [name or "none" for name in names])
    return {
        str(history.in_workspace(path)): Versions(*found[3 * n : 3 * n + 3])
        for n, path in enumerate(paths)
    }


def _take_over(
    history: History,
    versions: Mapping[str, Versions],
    found: MergedFiles,
    sides: tuple[Mapping[str, Step], Mapping[str, Step]],
    plan: Plan,
) -> None:
    """Put what became of the files into the plan, where it is not what mine has."""
    for path, content in found.files.items():
        where = history.in_repository(path)
        known = versions.get(path, Versions(None, None, None))
        plan.entries.pop(where, None)
        if content == known.mine:
            continue
        if content is None:
            plan.entries[where] = ("", "")
        elif content == known.theirs and where in sides[1]:
            plan.entries[where] = (sides[1][where].mode, sides[1][where].new)
        else:
            plan.written[where] = content


def merge_text(history: History, versions: Versions) -> bytes | None:
    """Lines merged as git would; None where both changed the same ones."""
    folder = private_folder(history) / "aside"
    mark = secrets.token_hex(4)
    names = [folder / f"{mark}-{side}" for side in ("mine", "base", "theirs")]
    try:
        for path, content in zip(
            names, (versions.mine, versions.base, versions.theirs), strict=True
        ):
            path.write_bytes(content or b"")
        result = history.git(["merge-file", "-p", "--quiet", "--", *map(str, names)])
    finally:
        for path in names:
            path.unlink(missing_ok=True)
    return result.out if result.code == 0 else None


class _Authors:
    """Who changed a file last on each side; asked once per side, if at all."""

    def __init__(self, history: History, base: str, tips: Mapping[str, str]) -> None:
        self._history, self._base, self._tips = history, base, tips
        self._known: dict[str, dict[str, Author]] = {}

    def of(self, side: str, path: str) -> Author:
        """Who changed the path last on that side."""
        if side not in self._known:
            self._known[side] = self._ask(self._tips[side])
        known = self._known[side]
        return known.get(path) or known.get("") or Author("–", "")

    def _ask(self, tip: str) -> dict[str, Author]:
        history = self._history
        arguments = ["log", "-z", "--no-merges", "--no-renames", "--name-only",
                     "--format=tformat:%x01%an%x01%aI", "--end-of-options", tip]  # fmt: skip
        result = history.git([*arguments, *([f"^{self._base}"] if self._base else []), "--"])
        found: dict[str, Author] = {}
        author = Author("–", "")
        for token in result.out.decode("utf-8", "replace").split("\0"):
            token = token.removeprefix("\n")
            if token.startswith("\x01"):
                _, name, when = re.split("\x01", token)
                moment = datetime.fromisoformat(when.strip())
                author = Author(inert(name), f"{moment:%Y-%m-%d %H:%M}")
                found.setdefault("", author)
            elif token and (path := history.in_workspace(token)) is not None:
                found.setdefault(path, author)
        return found


def commit_merge(
    history: History, plan: Plan, mine: str, theirs: str, message: bytes, lock: int
) -> str:
    """Make the merge commit, on no branch; gives its name."""
    signature = history.signature()
    lines = [
        f"feature done\ncommit {MERGED}\nmark :1\n".encode(),
        f"author {signature}\ncommitter {signature}\n".encode(),
        data_block(message),
        f"from {mine}\nmerge {theirs}\n".encode(),
    ]
    # What goes is said first: a folder can take the place of a file.
    for path, (mode, name) in sorted(plan.entries.items(), key=lambda entry: bool(entry[1][1])):
        line = f"M {mode} {name} ".encode() if name else b"D "
        lines.append(line + quoted(path) + b"\n")
    for path, content in plan.written.items():
        lines += [b"M 100644 inline " + quoted(path) + b"\n", data_block(content)]
    lines.append(b"\nget-mark :1\ndone\n")
    result = history.git(
        ["fast-import", "--quiet", "--force", "--done", "--date-format=raw"],
        send=b"".join(lines),
        settings=DURABLE,
        keep_open=lock,
    )
    if result.code:
        (history.git_dir / f"fast_import_crash_{result.pid}").unlink(missing_ok=True)
        raise git_error(result.errors, history.root)
    return result.text.strip()
