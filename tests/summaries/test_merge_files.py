"""The written rules for files that two people changed, each with its case."""

from dataclasses import replace
from datetime import date

import pytest

from workflow.summaries.itemfile import parse_summary, render_summary
from workflow.summaries.meetingfile import parse_meeting, render_meeting
from workflow.summaries.merge_files import Author, MergedFiles, Tools, Versions, merge_files
from workflow.summaries.model import Meeting, MeetingItem, Summary, SummarySentence
from workflow.summaries.topics import Refusal, Topic, Topics, parse_topics, render_topics

FOLDER = "summaries/2031/2031-03-06-jbz"
Files = dict[str, bytes | None]


def tools() -> Tools:
    names = {"mine": "Noor de Wit", "theirs": "Sam Bakker"}
    return Tools(
        "nl", lambda side, path: Author(names[side], "2031-03-07 14:05"), lambda versions: None
    )


def meeting(*slugs: str, **facts: object) -> Meeting:
    items = tuple(MeetingItem(s, "I", str(n), s.capitalize()) for n, s in enumerate(slugs, 1))
    values: dict[str, object] = {
        "id": "2031-03-06-jbz",
        "council": "jbz",
        "days": (date(2031, 3, 6),),
        "title": "JBZ-Raad",
        "language": "nl",
        "source": "source.txt",
        "sha256": "0" * 64,
        "parts": (("I", "Deel"),),
        "items": items,
        **facts,
    }
    return Meeting(**values)  # type: ignore[arg-type]


def item(title: str, *sentences: str, **more: object) -> Summary:
    words = tuple(SummarySentence(sentence, (1,)) for sentence in sentences)
    values: dict[str, object] = {"status": "draft" if words else "open", **more}
    return Summary(title, "nl", sentences=words, **values)  # type: ignore[arg-type]


def folder(meeting: Meeting | None, report: str = "x\n", **items: Summary) -> Files:
    if meeting is None:
        return {}
    files: Files = {
        "meeting.toml": render_meeting(meeting).encode(),
        "report.md": report.encode(),
        **{f"{slug}.md": render_summary(summary).encode() for slug, summary in items.items()},
    }
    return {f"{FOLDER}/{name}": content for name, content in files.items()}


def merge(base: Files, mine: Files, theirs: Files) -> MergedFiles:
    paths = {*base, *mine, *theirs}
    versions = {p: Versions(base.get(p), mine.get(p), theirs.get(p)) for p in sorted(paths)}
    result = merge_files(versions, tools())
    for content in result.files.values():
        assert b"<<<<" not in (content or b"")
    return result


def read(result: MergedFiles, slug: str) -> Summary:
    content = result.files[f"{FOLDER}/{slug}.md"]
    assert content is not None
    parsed = parse_summary(content.decode(), "nl")
    assert parsed.problems == ()
    return parsed.summary


def facts(result: MergedFiles) -> Meeting:
    content = result.files[f"{FOLDER}/meeting.toml"]
    assert content is not None
    return parse_meeting(content.decode(), "2031-03-06-jbz", where="")


def texts(summary: Summary) -> list[str]:
    return [sentence.text for sentence in summary.sentences]


def test_the_same_sentence_becomes_a_proposal_with_who_and_when() -> None:
    base = folder(meeting("a"), a=item("A", "Een twee drie."))
    mine = folder(meeting("a"), a=item("A", "Een twee vier."))
    theirs = folder(meeting("a"), a=item("A", "Een twee vijf."))
    result = merge(base, mine, theirs)
    assert result.asked == [f"{FOLDER}/a.md"]
    summary = read(result, "a")
    assert texts(summary) == ["Een twee vijf."]
    (proposal,) = summary.proposals
    assert (proposal.author, proposal.when) == ("Noor de Wit", "2031-03-07 14:05")
    assert proposal.base == ("Een twee drie. [s1]",)
    assert proposal.mine == ("Een twee vier. [s1]",)


@pytest.mark.parametrize("mine_removes", [True, False])
def test_an_item_that_one_side_took_away_and_the_other_changed_stays(mine_removes: bool) -> None:
    base = folder(meeting("a", "b"), a=item("A", "Een."), b=item("B"))
    gone = folder(meeting("b"), b=item("B"))
    kept = folder(meeting("a", "b"), a=item("A", "Een.", "Twee."), b=item("B"))
    result = merge(base, *((gone, kept) if mine_removes else (kept, gone)))
    summary = read(result, "a")
    assert texts(summary) == ["Een.", "Twee."]
    assert [r.author for r in summary.remarks] == ["Noor de Wit" if mine_removes else "Sam Bakker"]
    assert {entry.slug for entry in facts(result).items} == {"a", "b"}
    assert len(result.notices) == 1


@pytest.mark.parametrize("mine_removes", [True, False])
def test_a_meeting_that_one_side_took_away_and_the_other_changed_stays(mine_removes: bool) -> None:
    base = folder(meeting("a", "b"), a=item("A", "Een."), b=item("B"))
    kept = folder(meeting("a", "b"), a=item("A", "Een.", "Twee."), b=item("B"))
    gone = folder(None)
    result = merge(base, *((gone, kept) if mine_removes else (kept, gone)))
    assert set(result.files) == set(base)
    assert None not in result.files.values()
    assert texts(read(result, "a")) == ["Een.", "Twee."]
    assert len(read(result, "a").remarks) == 1
    assert facts(result) == meeting("a", "b")


@pytest.mark.parametrize("mine_renames", [True, False])
def test_an_edit_follows_the_new_name_of_its_file(mine_renames: bool) -> None:
    lines = ["Eerste zin.", "Tweede zin.", "Derde zin.", "Vierde zin."]
    base = folder(meeting("a", "b"), a=item("A", *lines), b=item("B"))
    named = meeting("a", "b")
    named = replace(named, items=(replace(named.items[0], slug="nieuw"), named.items[1]))
    renamed = folder(named, nieuw=item("A", *lines), b=item("B"))
    edited = folder(meeting("a", "b"), a=item("A", "Eerste zin!", *lines[1:]), b=item("B"))
    result = merge(base, *((renamed, edited) if mine_renames else (edited, renamed)))
    assert result.files[f"{FOLDER}/a.md"] is None
    assert texts(read(result, "nieuw")) == ["Eerste zin!", *lines[1:]]
    assert [entry.slug for entry in facts(result).items] == ["nieuw", "b"]


def test_two_imports_of_one_report_become_one_meeting() -> None:
    mine = folder(meeting("a", "b"), a=item("A", "Van mij."), b=item("B"))
    theirs = folder(meeting("a", "b"), a=item("A", "Van hen, anders."), b=item("B", "Ook hen."))
    result = merge({}, mine, theirs)
    assert texts(read(result, "a")) == ["Van hen, anders.", "Van mij."]
    assert texts(read(result, "b")) == ["Ook hen."]
    assert facts(result) == meeting("a", "b")
    assert result.asked == []


def test_two_imports_of_different_reports_keep_the_shared_report_and_every_text() -> None:
    ours = meeting("a", "leeg", "eigen", sha256="1" * 64)
    mine = folder(
        ours, "mijn\n", a=item("A", "Van mij.", source="m"), leeg=item("Leeg"),
        eigen=item("Eigen", "Alleen hier."),
    )  # fmt: skip
    theirs = folder(meeting("a", "b"), "hun\n", a=item("A", source="t"), b=item("B"))
    result = merge({}, mine, theirs)
    assert result.files[f"{FOLDER}/report.md"] == b"hun\n"
    merged = facts(result)
    assert merged.sha256 == "0" * 64
    assert [(e.slug, e.label) for e in merged.items] == [
        ("a", "I.1"),
        ("b", "I.2"),
        ("eigen", "I.3"),
    ]
    assert texts(read(result, "eigen")) == ["Alleen hier."]
    assert result.files[f"{FOLDER}/leeg.md"] is None
    summary = read(result, "a")
    assert texts(summary) == ["Van mij."]
    assert summary.source == "m", "the words were written on my reading, so they count as stale"


def test_two_new_items_of_one_name_are_both_kept() -> None:
    base = folder(meeting("a"), a=item("A"))
    ours, shared = meeting("a", "overig"), meeting("a", "b", "overig")
    mine = folder(ours, a=item("A"), overig=item("Overig", "Van mij."))
    theirs = folder(shared, a=item("A"), b=item("B"), overig=item("Overig", "Van hen."))
    result = merge(base, mine, theirs)
    assert texts(read(result, "overig")) == ["Van hen."]
    assert texts(read(result, "overig-2")) == ["Van mij."]
    merged = facts(result)
    assert [entry.slug for entry in merged.items] == ["a", "overig-2", "b", "overig"]
    assert len(result.notices) == 1


def test_facts_of_a_meeting_merge_apart() -> None:
    base = folder(meeting("a", "b"), a=item("A"), b=item("B"))
    ours = meeting("b", "a", deadline=date(2031, 3, 20), title="Mijn titel")
    shared = meeting("a", "b", "c", place="Brussel", title="Hun titel")
    mine = folder(ours, a=item("A"), b=item("B"))
    theirs = folder(shared, a=item("A"), b=item("B"), c=item("C"))
    result = merge(base, mine, theirs)
    merged = facts(result)
    assert (merged.deadline, merged.place) == (date(2031, 3, 20), "Brussel")
    assert merged.title == "Hun titel"
    assert [entry.slug for entry in merged.items] == ["b", "c", "a"]
    assert "titel" in result.notices[0]
    assert "Noor de Wit" in result.notices[0]


def test_what_one_side_did_stands_byte_for_byte() -> None:
    text = render_meeting(meeting("a")) + "# eigen regel\n"
    base = folder(meeting("a"), a=item("A", "Een."))
    mine = {**base, f"{FOLDER}/meeting.toml": text.encode()}
    theirs = folder(meeting("a"), a=item("A", "Twee."))
    result = merge(base, mine, theirs)
    assert result.files[f"{FOLDER}/meeting.toml"] == text.encode()
    assert result.files[f"{FOLDER}/a.md"] == theirs[f"{FOLDER}/a.md"]


def test_a_file_that_cannot_be_read_keeps_the_shared_version_and_says_so() -> None:
    base = folder(meeting("a"), a=item("A", "Een."))
    mine = {**base, f"{FOLDER}/a.md": b"+++\nstatus = \n+++\nstuk"}
    theirs = folder(meeting("a"), a=item("A", "Twee."))
    result = merge(base, mine, theirs)
    assert result.files[f"{FOLDER}/a.md"] == theirs[f"{FOLDER}/a.md"]
    assert "Noor de Wit" in result.notices[0]


TOPICS = "summaries/topics.toml"
REFUSAL = Refusal("2031-03-06-jbz/a", "schengen")


@pytest.mark.parametrize("mine_refuses", [True, False])
def test_a_topic_confirmed_here_and_refused_there_waits(mine_refuses: bool) -> None:
    base = {
        **folder(meeting("a"), a=item("A", "Een.")),
        TOPICS: render_topics(Topics((Topic("schengen", "Schengen"),))).encode(),
    }
    no = Topics((Topic("schengen", "Schengen"),), (REFUSAL,))
    refused = {**base, TOPICS: render_topics(no).encode()}
    confirmed = {**base, **folder(meeting("a"), a=item("A", "Een.", topics=("schengen",)))}
    result = merge(base, *((refused, confirmed) if mine_refuses else (confirmed, refused)))
    summary = read(result, "a")
    merged = parse_topics((result.files[TOPICS] or b"").decode())
    (proposal,) = summary.proposals
    if mine_refuses:
        assert summary.topics == ("schengen",)
        assert merged.refused == ()
        assert (proposal.shared, proposal.mine) == (("schengen",), ())
    else:
        assert summary.topics == ()
        assert merged.refused == (REFUSAL,)
        assert (proposal.shared, proposal.mine) == ((), ("schengen",))


def test_topics_merge_by_their_facts() -> None:
    base = Topics((Topic("a", "A"), Topic("b", "B"), Topic("c", "C")))
    mine = Topics((Topic("a", "A", "123"), Topic("c", "C mijn"), Topic("m", "M")))
    theirs = Topics(
        (Topic("a", "Aa"), Topic("b", "B"), Topic("c", "C hun"), Topic("t", "T")),
        (Refusal("2031-03-06-jbz/a", "t"),),
        {"topics.t": ("# uitleg",)},
    )
    files = [{TOPICS: render_topics(side).encode()} for side in (base, mine, theirs)]
    result = merge(*files)  # type: ignore[arg-type]
    merged = parse_topics((result.files[TOPICS] or b"").decode())
    assert merged.topics == (
        Topic("a", "Aa", "123"), Topic("c", "C hun"), Topic("m", "M"), Topic("t", "T"),
    )  # fmt: skip
    assert merged.refused == theirs.refused
    assert merged.comments["topics.t"] == ("# uitleg",)
    assert len(result.notices) == 1


def test_a_reissue_on_one_side_and_an_edit_on_the_other_go_together() -> None:
    def side(words: str, evidence: int) -> Summary:
        return Summary("A", "nl", "draft", sentences=(SummarySentence(words, (evidence,)),))

    base = folder(meeting("a"), "oud\n", a=side("Een twee drie.", 1))
    mine = folder(meeting("a"), "oud\n", a=side("Een twee vier.", 1))
    theirs = folder(meeting("a", sha256="2" * 64), "nieuw\n", a=side("Een twee drie.", 2))
    result = merge(base, mine, theirs)
    assert read(result, "a") == side("Een twee vier.", 2)
    assert result.files[f"{FOLDER}/report.md"] == b"nieuw\n"
