"""The folder of one meeting that both sides changed becomes one. Pure.

Rules, beside those of a single summary (`merge`):

- a report that both sides read anew, and two imports of one meeting: the shared report stays,
  with its original and its list of items; what was written is merged item by item, and an item
  that only mine has is kept if anything is written in it;
- an item or a meeting that one side took away while the other wrote in it stays, with a remark
  that says who took it away;
- an item whose file got another name on one side: what the other side wrote follows it;
- two new items of one name: the shared one keeps the name, mine gets the next free one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from workflow.errors import WorkflowError
from workflow.summaries.itemfile import parse_summary, render_summary
from workflow.summaries.meetingfile import parse_meeting, render_meeting
from workflow.summaries.merge import merge_summaries
from workflow.summaries.merge_files import (
    MINE,
    THEIRS,
    MergedFiles,
    Tools,
    Versions,
    merge_any,
)
from workflow.summaries.merge_meeting import merge_meetings, with_items
from workflow.summaries.model import Meeting, MeetingItem, Remark, Summary
from workflow.summaries.proposals import propose
from workflow.summaries.structure import STRUCTURE_FILE
from workflow.summaries.workspace import MEETING_FILE, REPORT_FILE

_SAME = 0.5
"""Share of lines from which a new file is an old one under another name."""


@dataclass(slots=True)
class _Folder:
    """A folder in the making."""

    path: str
    files: dict[str, Versions]
    tools: Tools
    result: MergedFiles
    meetings: dict[str, Meeting | None]
    """The meeting on each side (`base`, `mine`, `theirs`), where it can be read."""
    extra: list[MeetingItem] = field(default_factory=list)
    """Items that the merged meeting has to list as well."""
    renamed: dict[str, str] = field(default_factory=dict)
    """My items of which the file gets another name, by the old one."""

    def put(self, name: str, content: bytes | None) -> None:
        self.result.files[f"{self.path}/{name}"] = content

    def note(self, key: str, /, **values: object) -> None:
        self.result.notices.append(self.tools.say(key, **values))

    def who(self, side: str, name: str) -> str:
        return self.tools.author(side, f"{self.path}/{name}").name

    @property
    def language(self) -> str:
        meeting = self.meetings[THEIRS] or self.meetings[MINE] or self.meetings["base"]
        return meeting.language if meeting else self.tools.language

    def entry(self, side: str, slug: str) -> MeetingItem | None:
        meeting = self.meetings[side]
        found = (item for item in meeting.items if item.slug == slug) if meeting else iter(())
        return next(found, None)


def merge_folder(
    path: str, files: Mapping[str, Versions], tools: Tools, result: MergedFiles
) -> None:
    """Merge one meeting's folder; `files` are those that a side changed, by name."""
    facts = files.get(MEETING_FILE, Versions(None, None, None))
    meetings = {
        side: _meeting(content, path)
        for side, content in (("base", facts.base), (MINE, facts.mine), (THEIRS, facts.theirs))
    }
    work = _Folder(path, dict(files), tools, result, meetings)
    if facts.base is not None and None in (facts.mine, facts.theirs):
        _keep_meeting(work, MINE if facts.mine is None else THEIRS)
        return
    _follow_names(work)
    shared_report = _merge_report(work)
    for name in sorted(work.files):
        if _is_item(name):
            _merge_item(work, name, shared_report)
    _merge_facts(work, shared_report)
    for name, versions in work.files.items():
        if f"{path}/{name}" not in result.files:
            merge_any(f"{path}/{name}", versions, tools, result)


def _is_item(name: str) -> bool:
    return name.endswith(".md") and name != REPORT_FILE


def _meeting(content: bytes | None, path: str) -> Meeting | None:
    if content is None:
        return None
    try:
        return parse_meeting(content.decode("utf-8"), path.rpartition("/")[2], where=path)
    except (WorkflowError, UnicodeDecodeError):
        return None


def _summary(content: bytes | None, language: str) -> Summary | None:
    """The summary in a file, or None where its head cannot be read."""
    if content is None:
        return None
    try:
        return parse_summary(content.decode("utf-8"), language).summary
    except (WorkflowError, UnicodeDecodeError):
        return None


# Taken away on one side


def _keep_meeting(work: _Folder, remover: str) -> None:
    """One side took the meeting away, the other wrote in it: it stays, with a remark."""
    said = False
    for name, versions in work.files.items():
        content = versions.theirs if remover == MINE else versions.mine
        work.put(name, content)
        if _is_item(name) and content is not None and content != versions.base and not said:
            said = _with_remark(work, name, content, remover, "meeting_removed")
    who = work.who(remover, MEETING_FILE)
    work.note("meeting_kept", meeting=work.path.rpartition("/")[2], who=who)


def _with_remark(work: _Folder, name: str, content: bytes, side: str, key: str) -> bool:
    """Put the file with a remark about what the other side did; False where it is broken."""
    summary = _summary(content, work.language)
    if summary is None:
        return False
    author = work.tools.author(side, f"{work.path}/{name}")
    remark = Remark(work.tools.say(key, who=author.name), author.name, author.when[:10])
    work.put(name, render_summary(replace(summary, remarks=(*summary.remarks, remark))).encode())
    return True


# Another name on one side


def _follow_names(work: _Folder) -> None:
    """Let what one side wrote follow the name that the other side gave the item's file."""
    for name, versions in list(work.files.items()):
        if versions.base is None or not _is_item(name) or versions.simple:
            continue
        for side, gone in ((MINE, versions.mine), (THEIRS, versions.theirs)):
            new = _new_name(work, side, versions.base) if gone is None else None
            if new is None:
                continue
            moved = work.files[new]
            here = (
                Versions(versions.base, moved.mine, versions.theirs)
                if side == MINE
                else Versions(versions.base, versions.mine, moved.theirs)
            )
            work.files[new] = here
            work.files[name] = Versions(versions.base, None, None)
            work.note("renamed", old=name, new=new, who=work.who(side, new))


def _new_name(work: _Folder, side: str, base: bytes) -> str | None:
    """The file that one side added and that holds most lines of the old one."""
    lines = {line for line in base.splitlines() if line.strip()}
    best, found = _SAME, None
    for name, versions in work.files.items():
        content = versions.mine if side == MINE else versions.theirs
        other = versions.theirs if side == MINE else versions.mine
        if not _is_item(name) or versions.base is not None or content is None or other is not None:
            continue
        new = {line for line in content.splitlines() if line.strip()}
        share = 2 * len(lines & new) / (len(lines) + len(new))
        if share > best:
            best, found = share, name
    return found


# Report and facts


def _merge_report(work: _Folder) -> bool:
    """Whether both sides read the report anew: then everything that was read is the shared one."""
    group = [n for n in work.files if n in (REPORT_FILE, STRUCTURE_FILE) or n.startswith("source.")]
    both = any(not work.files[name].simple for name in group)
    if both:
        for name in group:
            work.put(name, work.files[name].theirs)
        work.note("report_stays", meeting=work.path.rpartition("/")[2])
    return both


def _merge_facts(work: _Folder, shared_report: bool) -> None:
    """`meeting.toml`: as one side left it where that will do, else fact by fact."""
    versions = work.files.get(MEETING_FILE)
    if versions is None:
        return
    path = f"{work.path}/{MEETING_FILE}"
    mine, theirs = work.meetings[MINE], work.meetings[THEIRS]
    if mine is None or theirs is None:
        merge_any(path, versions, work.tools, work.result)
        return
    base = work.meetings["base"]
    mine = replace(
        mine,
        items=tuple(replace(i, slug=work.renamed.get(i.slug, i.slug)) for i in mine.items),
    )
    if shared_report:
        mine = replace(mine, source=theirs.source, sha256=theirs.sha256, parts=theirs.parts)
        known = {item.slug for item in (*theirs.items, *(base.items if base else ()))}
        # What only mine has is listed where its file stays, and only there.
        mine = replace(mine, items=tuple(item for item in mine.items if item.slug in known))
    report = work.files.get(REPORT_FILE)
    leads = report is not None and report.theirs == report.base != report.mine
    merged, stayed = merge_meetings(base, mine, theirs, mine_leads=leads)
    merged = with_items(merged, work.extra)
    if versions.simple and merged in (work.meetings[MINE], work.meetings[THEIRS]):
        work.put(MEETING_FILE, versions.chosen)
        return
    work.put(MEETING_FILE, render_meeting(merged).encode())
    for name in stayed:
        fact = work.tools.say(f"fact.{name}")
        work.note("fact_stays", meeting=merged.id, fact=fact, who=work.who(MINE, MEETING_FILE))


# Items


def _merge_item(work: _Folder, name: str, shared_report: bool) -> None:
    versions = work.files[name]
    slug = name.removesuffix(".md")
    if versions.base is None and versions.mine is not None and versions.theirs is None:
        _added_by_me(work, name, versions.mine, shared_report)
    elif versions.simple:
        work.put(name, versions.chosen)
    elif versions.mine is None or versions.theirs is None:
        remover = MINE if versions.mine is None else THEIRS
        content = versions.theirs if versions.mine is None else versions.mine
        assert content is not None
        if not _with_remark(work, name, content, remover, "item_removed"):
            work.put(name, content)
        entry = work.entry("base", slug)
        if entry is not None:
            work.extra.append(entry)
        work.note("item_kept", item=f"{work.path.rpartition('/')[2]}/{slug}")
    else:
        _merge_both(work, name, versions)


def _added_by_me(work: _Folder, name: str, content: bytes, shared_report: bool) -> None:
    """An item of my own reading of the report is kept only if something is written in it."""
    summary = _summary(content, work.language)
    if shared_report and summary is not None and summary.is_empty and not summary.remarks:
        work.put(name, None)
        return
    work.put(name, content)
    entry = work.entry(MINE, name.removesuffix(".md"))
    if shared_report and entry is not None:
        work.extra.append(entry)


def _merge_both(work: _Folder, name: str, versions: Versions) -> None:
    mine, theirs = (_summary(side, work.language) for side in (versions.mine, versions.theirs))
    base = _summary(versions.base, work.language)
    if mine is None or theirs is None or (versions.base is not None and base is None):
        merge_any(f"{work.path}/{name}", versions, work.tools, work.result)
        return
    if base is None:
        if not _same_item(work, name.removesuffix(".md"), mine, theirs):
            _next_name(work, name, versions)
            return
        base = Summary(theirs.title, theirs.language)
    merged = merge_summaries(base, mine, theirs)
    summary = merged.summary
    if theirs.is_empty and not mine.is_empty and versions.base is None:
        # The words were written on my reading of the report.
        summary = replace(summary, source=mine.source)
    if merged.proposals:
        author = work.tools.author(MINE, f"{work.path}/{name}")
        summary = propose(summary, merged.proposals, author.name, author.when)
        work.result.asked.append(f"{work.path}/{name}")
    unchanged = {theirs: versions.theirs, mine: versions.mine}.get(summary)
    work.put(name, unchanged if unchanged is not None else render_summary(summary).encode())


def _same_item(work: _Folder, slug: str, mine: Summary, theirs: Summary) -> bool:
    """Whether both sides added one item: by its number, in two imports by its title."""
    ours, shared = work.entry(MINE, slug), work.entry(THEIRS, slug)
    if work.meetings["base"] is not None and ours is not None and shared is not None:
        return ours.label == shared.label
    return mine.title.casefold() == theirs.title.casefold()


def _next_name(work: _Folder, name: str, versions: Versions) -> None:
    """The shared item keeps the file's name, mine gets the next free one."""
    slug, n = name.removesuffix(".md"), 2
    taken = {*work.files, *(f"{i.slug}.md" for m in work.meetings.values() if m for i in m.items)}
    while f"{slug}-{n}.md" in taken:
        n += 1
    new = f"{slug}-{n}"
    work.put(name, versions.theirs)
    work.put(f"{new}.md", versions.mine)
    work.files[f"{new}.md"] = Versions(None, versions.mine, None)
    work.renamed[slug] = new
    entry = work.entry(MINE, slug)
    if entry is not None:
        work.extra.append(replace(entry, slug=new))
    work.note("one_name", name=name, new=f"{new}.md")
