"""What a briefing says, before it is set."""

import re
from dataclasses import replace
from datetime import date

import pytest
from briefing_samples import (
    CHANGES,
    GRENS,
    HAVEN,
    IMPRINT,
    MEETING,
    REPORT,
    SINCE,
    SOURCE,
    approved_source,
    many,
    sample_briefing,
)

from workflow.briefing.collect import collect
from workflow.briefing.compose import Proposal, Source, compose, compose_topic
from workflow.briefing.highlights import with_highlights
from workflow.briefing.model import LONGEST_HEADING, Briefing, ChangeLine, Imprint, Line
from workflow.briefing.outcomes import cut_sentence
from workflow.briefing.overview import OWN, Page, columns, fitted, lines_of
from workflow.briefing.phrases import (
    highlights_title,
    item_status,
    missing_text,
    notices,
    objection_words,
    overview_cells,
)
from workflow.briefing.proposing import proposal_section
from workflow.briefing.versions import describe_versions
from workflow.briefing.word.package import unpack
from workflow.briefing.write import render
from workflow.comparison.followup import follow_up, follow_up_table
from workflow.errors import WorkflowError
from workflow.history import open_history
from workflow.positions.model import Draft, Suggestion
from workflow.positions.suggesting import suggest
from workflow.report.model import Item, Part, Sentence
from workflow.summaries.edits import reject
from workflow.summaries.itemfile import render_summary
from workflow.summaries.model import MeetingItem, NextStep, Position, Summary, SummarySentence
from workflow.summaries.workspace import Workspace


def facts(briefing: Briefing) -> dict[str, str]:
    return dict(briefing.facts)


def test_the_title_block_names_the_meeting_and_its_makers() -> None:
    found = facts(sample_briefing())
    assert found["Datum vergadering"] == "4 en 5 maart 2031"
    assert found["Plaats"] == "Brussel"
    assert found["Status"] == "CONCEPT: 1 van 4 agendapunten goedgekeurd"
    assert found["Auteurs"] == "Sanne de Wit, Piet Jansen"
    assert found["Stand van"] == "12 maart 2031"
    assert found["Vergeleken met"] == SINCE


def test_a_known_council_is_written_out() -> None:
    meeting = replace(MEETING, council="jbz", id="2031-03-04-jbz")
    briefing = compose(Source(meeting, REPORT), imprint=Imprint())
    assert facts(briefing)["Raad"] == "Justitie en Binnenlandse Zaken (JBZ)"


def test_only_a_briefing_of_which_all_is_approved_is_final() -> None:
    assert sample_briefing().concept
    final = compose(approved_source(), imprint=IMPRINT)
    assert not final.concept
    assert facts(final)["Status"] == "Definitief: alle agendapunten goedgekeurd"
    assert compose(Source(replace(MEETING, items=()), REPORT), imprint=IMPRINT).concept


def test_the_own_government_stands_first_and_groups_go_from_large_to_small() -> None:
    actors = [row.actor.text for row in sample_briefing().items[0].positions]
    assert actors == [
        "Nederland", "Raad", "Commissie", "de meeste lidstaten", "enkele lidstaten", "Slowakije",
    ]  # fmt: skip
    british = compose(SOURCE, imprint=IMPRINT, own_government="land:SK")
    assert british.items[0].positions[0].actor.text == "Slowakije"
    assert british.own_government == "Slowakije"


def test_objections_are_known() -> None:
    rows = sample_briefing().items[0].positions
    assert [row.actor.text for row in rows if row.objection] == [
        "Nederland", "de meeste lidstaten", "enkele lidstaten", "Slowakije",
    ]  # fmt: skip
    assert "Slowakije" in sample_briefing().overview[0].objections


def test_an_item_without_a_summary_shows_the_proposal_as_such() -> None:
    item = sample_briefing().items[2]
    assert item.suggested
    assert [line.evidence for line in item.summary] == [(2,), (3,), (4,)]
    assert item.positions[0].actor.text == "Nederland"
    assert sample_briefing().overview[2].suggested
    assert not sample_briefing().items[3].suggested


def test_a_refusal_alone_leaves_the_rest_of_the_proposal(tmp_path, copy_desk) -> None:
    root = copy_desk(tmp_path / "desk", 1)
    workspace, history = Workspace(root), open_history(root)
    [meeting] = workspace.meetings()
    slug = meeting.items[0].slug
    before = collect(workspace, history, meeting).items[0]
    gone = next(row for row in before.positions if len(row.keys) == 1 and not row.own)
    found = suggest(workspace.item(meeting, slug), workspace.attributions(meeting, slug))
    refused = next(
        one for one in found if (one.actor, one.stance) == (gone.actor_id, gone.stance_key)
    )
    summary = reject(workspace.load(meeting, slug).summary, refused)
    workspace.summary_path(meeting, slug).write_text(render_summary(summary), "utf-8")
    item = collect(Workspace(root), history, meeting).items[0]
    assert item.suggested
    assert gone in before.positions
    assert list(item.positions) == [row for row in before.positions if row != gone]


def test_what_came_of_a_step_and_a_promise_is_told_as_the_list_of_promises_tells_it(
    tmp_path, copy_desk
) -> None:
    root = copy_desk(tmp_path / "desk", 2)
    workspace, history = Workspace(root), open_history(root)
    march = workspace.meeting("2031-03-06-jbz")
    entry = march.items[1]
    steps = (
        NextStep("de Commissie presenteert een uitgewerkt voorstel", "mei 2031", (10,)),
        NextStep("Europol organiseert een gezamenlijke actiedag", "mei 2031"),
        NextStep("de Raad spreekt opnieuw over het onderwerp", "december 2031"),
    )
    told = (SummarySentence("Een tekst.", (1,)),)
    summary = Summary(entry.title, "nl", sentences=told, next_steps=steps)
    workspace.summary_path(march, entry.slug).write_text(render_summary(summary), "utf-8")
    workspace = Workspace(root)
    briefing = collect(workspace, history, march)
    (item,) = (each for each in briefing.items if each.slug == entry.slug)
    link = "JBZ 12 en 13 juni 2031 I.1, volgens een voorgestelde koppeling"
    assert [row.state for row in item.next_steps] == [
        f"mogelijk afgedaan: {link}",
        f"open; onderwerp weer besproken, niet gezegd of het is gedaan: {link}",
        f"verwacht; op een ander moment besproken: {link}",
    ]
    for form in ("md", "html"):
        content = re.sub(r"<[^>]*>", "", render(briefing, form).content.decode())
        assert f" (mogelijk afgedaan: {link})" in content
    states = {row[1] for row in follow_up_table(follow_up(workspace, date.today()))}
    assert "mogelijk afgedaan" in states


def _lacking(*slugs: str, **proposals: Proposal) -> Briefing:
    """The sample meeting, these items with positions that were confirmed but without a text."""
    known = {
        slug: replace(summary, sentences=()) if slug in slugs else summary
        for slug, summary in SOURCE.summaries.items()
    }
    return compose(replace(SOURCE, summaries=known, proposals=proposals), imprint=IMPRINT)


def test_every_item_without_a_text_counts_as_one() -> None:
    [told] = notices(sample_briefing())
    assert told.startswith("Bij 2 van de 4 agendapunten is nog geen samenvatting")
    [told] = notices(_lacking("grensregio", **SOURCE.proposals))
    assert told.startswith("Bij 3 van de 4 agendapunten is nog geen samenvatting")
    assert "(*)" in told
    [told] = notices(_lacking("grensregio"))
    assert told == "Bij 3 van de 4 agendapunten is nog geen samenvatting geschreven."
    final = compose(approved_source(), imprint=IMPRINT)
    assert not notices(final)


def test_that_no_position_was_found_is_said_only_where_nothing_was_decided() -> None:
    def told(summary: Summary) -> str:
        known = {**SOURCE.summaries, "diversen": summary}
        briefing = compose(replace(SOURCE, summaries=known), imprint=IMPRINT)
        return missing_text(briefing.items[3], "nl")

    blank = Summary(title="Diversen", language="nl")
    refused = replace(blank, rejected=(Position("raad", "Raad", "call", "", (1,)),))
    assert "geen standpunten gevonden" in told(blank)
    assert told(refused) == "Er is nog geen samenvatting."


def _compared(line: ChangeLine, *positions: Position) -> Briefing:
    """The sample meeting whose first item has this change, and these positions if there are any."""
    summary = replace(HAVEN, positions=positions or HAVEN.positions)
    source = replace(SOURCE, summaries={**SOURCE.summaries, "havenveiligheid": summary})
    line = replace(line, topic="havens", item="havenveiligheid")
    return compose(source, imprint=IMPRINT, changes=(line,), since=SINCE)


def test_who_said_something_else_before_had_a_position() -> None:
    came = ChangeLine("", "Polen", "new", "", "stemde tegen", "", "oppose", actor_id="land:PL")
    rows = [_compared(replace(came, besides=spoke)).items[0].changes[0] for spoke in (True, False)]
    assert [row.older for row in rows] == ["Dit standpunt was er nog niet.", ""]


def test_who_stands_in_the_table_has_not_fallen_silent() -> None:
    gone = ChangeLine("", "Slowakije", "dropped", "wil een heffing", "", "oppose", "")
    told = {
        actor: _compared(replace(gone, actor_id=actor)) for actor in ("land:SK", "land:CZ")
    }  # fmt: skip
    last = {actor: briefing.items[0].changes[0].newer for actor, briefing in told.items()}
    assert last == {"land:SK": "Dit standpunt komt niet terug.", "land:CZ": ""}
    assert "Bezwaar niet herhaald" in told["land:SK"].highlights[0].text


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (("reworded", "beraadt zich", "steunt de wet", "inform", "support"), "steunt"),
        (("new", "", "steunt de wet", "", "support"), "steunt"),
        (("reworded", "beraadt zich", "kan niet instemmen", "none", "oppose"), "tegen"),
        (("reworded", "wil een fonds", "steunt de wet", "call", "support"), ""),
        (("new", "", "vraagt om een fonds", "", "call"), ""),
    ],
)
def test_that_the_own_government_took_a_side_is_told_first(line, told) -> None:
    def highlights(actor: str) -> list[str]:
        change = ChangeLine("", "Nederland", *line, actor_id=actor)
        return [each.text for each in _compared(change).highlights]

    sentence = f"Standpunt bepaald bij I.1 {HAVEN.title}: Nederland ({told})."
    assert highlights("nederland") == ([sentence] if told else [])
    assert sentence not in highlights("land:SK")


def test_a_position_that_was_written_down_is_an_edit_between_versions() -> None:
    def version(*positions: Position) -> Briefing:
        known = {"havenveiligheid": replace(HAVEN, positions=positions)}
        return compose(replace(SOURCE, summaries=known), imprint=IMPRINT)

    own = Position("nederland", "Nederland", "support", "de havenwet", (5,))
    described = describe_versions(version(), version(own), "de vorige versie")
    told = " ".join(each.text for each in described.highlights)
    assert "Tekst gewijzigd" in told
    assert "Standpunt bepaald" not in told


def test_a_council_that_has_not_decided_does_not_object() -> None:
    text = "De Raad nam nog geen besluit."
    undecided = Position("raad", "Raad", "reserve", text, (6,))
    new = ChangeLine("", "Raad", "new", "", text, "", "reserve", actor_id="raad")
    briefing = _compared(new, undecided)
    assert not briefing.highlights
    assert not briefing.overview[0].objections
    assert not briefing.overview[0].change
    assert not objection_words(briefing.items[0], "nl")
    state = replace(undecided, actor="land:CZ", name="Tsjechië")
    other = _compared(replace(new, actor="Tsjechië", actor_id="land:CZ"), state, undecided)
    assert other.highlights
    assert other.overview[0].objections == "Voorbehoud: Tsjechië."
    assert other.overview[0].change


def test_positions_of_one_sentence_share_a_row_in_a_proposal() -> None:
    proposal = SOURCE.proposals["waterkwaliteit"]
    twice = replace(proposal.positions[2], stance="concern")
    proposals = {"waterkwaliteit": replace(proposal, positions=(*proposal.positions, twice))}
    briefing = compose(replace(SOURCE, proposals=proposals), imprint=IMPRINT)
    row = briefing.items[2].positions[0]
    assert row.stance.text == "bezorgd, roept op"
    assert row.objection


def test_every_sentence_that_is_cited_is_quoted_once() -> None:
    item = sample_briefing().items[0]
    assert [quote.number for quote in item.quotes] == [2, 3, 4, 5, 6, 7, 8, 9]
    assert item.quotes[0].text == REPORT.items()[0][1].sentences[1].text


def test_a_footnote_hangs_on_one_line_only() -> None:
    item = sample_briefing().items[0]
    assert item.treatment.notes == (1,)
    assert item.summary[3].notes == (2,)
    assert item.commitments[0].line.notes == ()
    assert [note.number for note in sample_briefing().footnotes] == [1, 2]


def test_motions_are_named() -> None:
    part, item = REPORT.items()[0]
    said = Sentence(7, "Dit was het onderwerp van de motie van het lid Visser c.s.", 0)
    sentences = (*item.sentences[:6], said, *item.sentences[7:])
    changed = replace(part, items=(replace(item, sentences=sentences), *part.items[1:]))
    report = REPORT.with_parts((changed, REPORT.parts[1]))
    [motion] = compose(replace(SOURCE, report=report), imprint=IMPRINT).items[0].motions
    assert "motie" in motion.text
    assert "Visser" in motion.text
    assert motion.evidence == (7,)


def test_a_motion_is_called_so_once() -> None:
    item = sample_briefing().items[0]
    other = "de moties-Visser en -Smit"
    for words, shown in (
        ("motie-Visser c.s.", "Motie-Visser c.s."),
        (other, f"**Motie:** {other}"),
    ):
        told = replace(item, motions=(Line(words, (7,)),))
        briefing = sample_briefing().with_items({item.key: told})
        assert f"- {shown} <sup>" in render(briefing, "md").content.decode()


def test_a_name_that_was_cut_ends_its_sentence() -> None:
    item = replace(sample_briefing().items[0], fresh=True, title="Havens en " + "sluizen " * 20)
    found = with_highlights(sample_briefing().with_items({item.key: item}), "nederland")
    assert [each.text[-2:] for each in found.highlights if each.text.startswith("Nieuw ges")] == [
        "n…"
    ]


def test_a_commitment_in_the_source_is_proposed() -> None:
    source = replace(SOURCE, summaries={})
    [row] = compose(source, imprint=IMPRINT).items[0].commitments
    assert (row.who, row.to_whom, row.state) == ("het kabinet", "het lid Visser", "afgedaan")
    assert row.line.evidence == (7,)


def test_only_open_remarks_are_shown() -> None:
    remarks = sample_briefing().items[0].remarks
    assert [remark.author for remark in remarks] == ["Piet Jansen", "Sanne de Wit"]
    assert [remark.day for remark in remarks] == [date(2031, 3, 11), None]


def test_changes_are_told_per_item_the_most_telling_first() -> None:
    item = sample_briefing().items[0]
    assert [row.kind for row in item.changes] == ["reversed", "new", "narrower"]
    assert item.changes[0].older == "steunt: een uitzondering voor kleine havens is gewenst"
    assert item.changes[2].actor == "veel → enkele lidstaten"
    assert item.unchanged == ("Commissie",)
    assert sample_briefing().overview[0].change.startswith("Nederland: omgeslagen; Slowakije")


def test_topics_that_did_not_come_back_are_listed() -> None:
    [row] = sample_briefing().undiscussed
    assert (row.topic, row.was) == ("visserij", f"{SINCE}, II.3")
    assert row.positions == "Nederland (steunt)"
    assert sample_briefing(items=["I.1"]).undiscussed == ()


def test_a_selection_holds_the_items_in_the_order_of_the_meeting() -> None:
    briefing = sample_briefing(items=["II.1", "grensregio"])
    assert [item.label for item in briefing.items] == ["I.2", "II.1"]
    assert briefing.kind == "selection"
    assert briefing.title == "Briefing FZ 4 en 5 maart 2031: I.2 en II.1"
    with pytest.raises(WorkflowError, match=r"II\.9"):
        sample_briefing(items=["II.9"])


def test_a_selection_shows_the_results_of_its_parts_only() -> None:
    def results(*items: str) -> list[str]:
        briefing = sample_briefing(items=items)
        return [part.title for part in briefing.parts if part.results]

    assert results() == ["Havens", "Water en grenzen"]
    assert results("I.1") == ["Havens"]
    assert results("I.1", "II.2") == ["Havens", "Water en grenzen"]


def test_a_topic_is_told_over_its_meetings_the_newest_first() -> None:
    older = replace(MEETING, id="2030-12-04-fz", days=(date(2030, 12, 4),))
    earlier = replace(SOURCE, meeting=older, summaries={"havenveiligheid": HAVEN})
    briefing = compose_topic(
        "Havens",
        [(earlier, ["havenveiligheid"]), (SOURCE, ["havenveiligheid"])],
        imprint=IMPRINT,
        changes={MEETING.id: CHANGES},
    )
    assert briefing.title == "Briefing Havens"
    assert [part.heading for part in briefing.parts] == [
        "FZ 4 en 5 maart 2031",
        "FZ 4 december 2030",
    ]
    assert [item.since for item in briefing.items] == ["FZ 4 december 2030", ""]
    assert facts(briefing)["Vergeleken met"] == "telkens de vergadering ervoor"
    assert highlights_title(briefing) == "Wat is veranderd van vergadering tot vergadering"
    cited = ["FZ 4 en 5 maart 2031, I.1", "FZ 4 december 2030, I.1"]
    assert [row.label for row in briefing.overview] == cited
    assert {highlight.name for highlight in briefing.highlights} == {cited[0]}
    assert len({item.key for item in briefing.items}) == 2
    for form in ("md", "html"):
        annex = render(briefing, form).content.decode().split("Bijlage: bronzinnen")[-1]
        named = [annex.index(f"Bronzinnen: {part.heading}") for part in briefing.parts]
        assert named == sorted(named)
    sample = render(sample_briefing(), "md").content.decode()
    assert "### Bronzinnen: II Water en grenzen" in sample
    assert briefing.meetings == ("2030-12-04-fz", "2031-03-04-fz")
    with pytest.raises(WorkflowError, match="Havens"):
        compose_topic("Havens", [], imprint=IMPRINT)


def test_a_long_title_is_cut_in_the_heading_only() -> None:
    title = "Besluit over " + "aanbevelingen " * 20
    entry = replace(MEETING.items[0], title=title)
    source = replace(SOURCE, meeting=replace(MEETING, items=(entry, *MEETING.items[1:])))
    item = compose(source, imprint=IMPRINT).items[0]
    assert len(item.heading) <= LONGEST_HEADING
    assert item.heading.endswith("…")
    assert item.full_heading == f"I.1 {title}".strip()


@pytest.mark.parametrize(
    ("count", "page", "pages"),
    [(1, OWN, 1), (5, OWN, 1), (7, OWN, 1), (15, OWN, 2), (40, OWN, 6), (8, Page(8000, 12000), 2)],
)
def test_the_overview_cuts_no_outcome_and_fills_few_pages(
    count: int, page: Page, pages: int
) -> None:
    briefing = many(count)
    rows = fitted(briefing, page)
    widths = [page.characters(share) for share in columns(briefing, page)]
    assert [(row.outcome, row.objections) for row in rows] == [
        (row.outcome, row.objections) for row in briefing.overview
    ]
    assert sum(lines_of(row, widths) + 0.65 for row in rows) <= pages * page.lines + 2


def test_columns_of_the_overview_that_say_nothing_are_narrow() -> None:
    briefing = sample_briefing()
    empty = tuple(replace(row, own="", change="") for row in briefing.overview)
    narrow = columns(replace(briefing, overview=empty))
    assert sum(narrow) == sum(columns(briefing)) == 100
    assert narrow[1] > columns(briefing)[1]
    assert all(few <= many for few, many in zip(narrow[2:], columns(briefing)[2:], strict=True))


def test_the_outcome_is_cut_behind_a_word_and_is_not_the_own_government_s() -> None:
    briefing = sample_briefing()
    row = replace(
        briefing.overview[0],
        outcome="Het Belgischevoorzitterschap opende de bespreking van het voorstel.",
        objections="Bezwaar: " + "de meeste lidstaten, " * 20,
    )
    for cut in (fitted(replace(briefing, overview=(row,) * n))[0].outcome for n in (1, 9, 20)):
        words = cut.removesuffix("…")
        assert row.outcome.startswith(words)
        assert not row.outcome[len(words) :][:1].isalnum()
    lines = (
        SummarySentence("Dat is wat Nederland betreft genoeg.", (5,)),
        SummarySentence("het voorzitterschap sloot de bespreking.", (6,)),
    )
    own = Position("nederland", "Nederland", "support", "het voorstel", (7,))
    summary = replace(SOURCE.summaries["havenveiligheid"], sentences=lines, positions=(own,))
    told = compose(replace(SOURCE, summaries={"havenveiligheid": summary}), imprint=IMPRINT)
    assert told.overview[0].outcome == "Het voorzitterschap sloot de bespreking."


LONG = (
    "De Raad nam de conclusies over het toezicht op de veiligheid van havens in de Europese Unie "
    "en in de landen daaromheen na een lange bespreking met grote meerderheid aan"
)


@pytest.mark.parametrize(
    ("text", "language", "longest", "cut"),
    [
        (f"{LONG}, waarbij vier lidstaten tegenstemden.", "nl", 190, f"{LONG}…"),
        (f"{LONG}; vier lidstaten stemden tegen.", "nl", 190, f"{LONG}…"),
        (f"{LONG}, waarbij vier lidstaten tegenstemden.", "nl", 300, None),
        (
            "The Council adopted the conclusions on safe harbours, which bind nobody before the "
            "spring of next year.", "en", 80,
            "The Council adopted the conclusions on safe harbours…",
        ),
        (
            "The proposal for a common register of harbours, which the Commission had tabled in "
            "May, was adopted.", "en", 80,
            "The proposal for a common register of harbours, which the Commission had tabled…",
        ),
        (
            "De Raad sprak over havens, vaargeulen, sluizen en loodsen in alle landen.", "nl", 50,
            "De Raad sprak over havens, vaargeulen, sluizen en…",
        ),
    ],
)  # fmt: skip
def test_a_sentence_that_is_too_long_is_cut_where_it_is_whole(
    text: str, language: str, longest: int, cut: str | None
) -> None:
    assert cut_sentence(text, longest, language) == (cut or text)


def proposed(*told: tuple[str, str, str]) -> Source:
    """The sample meeting; of its first item is known what who said, nothing is written."""
    part, item = REPORT.items()[0]
    sentences = tuple(Sentence(n, text, 0) for n, (*_, text) in enumerate(told, 1))
    report = REPORT.with_parts((replace(part, items=(replace(item, sentences=sentences),)),))
    found = tuple(
        Suggestion(actor, stance, text, (n,), certain=True)
        for n, (actor, stance, text) in enumerate(told, 1)
    )
    numbers = tuple(range(2, len(told) + 1))
    meeting = replace(MEETING, items=MEETING.items[:1])
    proposal = Proposal(found, Draft(numbers, ()))
    return Source(meeting, report, proposals={"havenveiligheid": proposal})


OPENED = ("commissie", "inform", "De Commissie lichtte het havenverslag toe.")
ASKED = ("commissie", "call", "Zij riep op tot meer toezicht.")
SOME = ("lidstaten:enkele", "support", "Enkele lidstaten steunden het toezicht.")
MANY = ("lidstaten:veel", "concern", "Veel lidstaten vreesden de kosten.")
NEXT = ("voorzitterschap", "announce", "Het voorzitterschap kondigde een debat in mei aan.")
DONE = ("raad", "decide", "De Raad nam de conclusies aan.")
AGAIN = ("raad", "decide", "Daarnaast nam de Raad een verklaring aan.")


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        ((OPENED, ASKED, SOME), "Enkele lidstaten steunden het toezicht."),
        ((OPENED, ASKED, SOME, MANY), "Veel lidstaten vreesden de kosten."),
        ((OPENED, ASKED, MANY, NEXT), "Het voorzitterschap kondigde een debat in mei aan."),
        ((OPENED, ASKED, MANY, NEXT, AGAIN, DONE), "De Raad nam de conclusies aan."),
        ((OPENED, ASKED), "[Commissie] Zij riep op tot meer toezicht."),
    ],
)
def test_an_outcome_can_be_read_by_itself(
    told: tuple[tuple[str, str, str], ...], outcome: str
) -> None:
    briefing = compose(proposed(*told), imprint=IMPRINT)
    assert briefing.overview[0].outcome == outcome


@pytest.mark.parametrize(
    ("told", "view"),
    [
        ((OPENED, ASKED), True),
        ((ASKED, ("land:MT", "oppose", "Malta was tegen de heffing op havens.")), True),
        ((OPENED, SOME), True),
        ((OPENED, MANY), False),
        ((NEXT, SOME), False),
        ((DONE, SOME), False),
        ((("commissie", "announce", "De Commissie zegde een onderzoek toe."),), False),
    ],
)
def test_the_view_of_one_actor_is_no_outcome(told, view) -> None:
    briefing = compose(proposed(*told), imprint=IMPRINT)
    cell = overview_cells(briefing.overview[0], briefing)[0]
    assert cell.startswith("Geen besluit vermeld. ") == view
    assert cell.endswith(briefing.overview[0].outcome)


def test_a_written_view_is_no_outcome_either() -> None:
    def cell(*texts: str) -> str:
        sentences = tuple(SummarySentence(text, (8,)) for text in texts)
        summary = replace(HAVEN, sentences=sentences, positions=())
        known = {"havenveiligheid": summary}
        briefing = compose(replace(SOURCE, summaries=known), imprint=IMPRINT)
        return overview_cells(briefing.overview[0], briefing)[0]

    malta = "Malta blijft tegen de heffing."
    assert cell(malta) == f"Geen besluit vermeld. {malta}"
    for plain in ("De Raad nam de conclusies aan.", "Het debat wordt in mei voortgezet."):
        assert cell(plain) == plain
    long = cell(
        f"Malta blijft tegen de heffing, {'omdat de havens al veel betalen, ' * 30}zo bleek."
    )
    assert long.startswith("Geen besluit vermeld. Malta blijft")


def test_a_decision_that_the_text_tells_is_the_outcome() -> None:
    def told(*texts: str) -> tuple[str, str]:
        sentences = tuple(SummarySentence(text, (8,)) for text in texts)
        known = {"havenveiligheid": replace(HAVEN, sentences=sentences, positions=())}
        briefing = compose(replace(SOURCE, summaries=known), imprint=IMPRINT)
        return briefing.overview[0].outcome, item_status(briefing.items[0], briefing)

    malta, adopted = "Malta blijft tegen de heffing.", "De Raad stelde de havenwet vast."
    outcome, status = told(malta, adopted)
    assert outcome == adopted
    assert "geen besluit vermeld" not in status
    outcome, status = told(malta, "De Raad nam nog geen besluit.")
    assert "geen besluit vermeld" in status


def test_a_proposed_summary_says_who_speaks_where_the_sentence_before_is_left_out() -> None:
    item = compose(proposed(OPENED, ASKED, SOME), imprint=IMPRINT).items[0]
    assert item.summary[0].text == "[Commissie] Zij riep op tot meer toezicht."
    after = compose(proposed(SOME, OPENED, ASKED), imprint=IMPRINT).items[0]
    assert [line.text for line in after.summary] == [OPENED[2], ASKED[2]]


def test_a_written_decision_is_told_as_a_sentence() -> None:
    row = sample_briefing().overview[0]
    assert row.outcome == "De Raad nam de conclusies over havenveiligheid aan."
    summary = replace(SOURCE.summaries["havenveiligheid"], sentences=())
    bare = compose(replace(SOURCE, summaries={"havenveiligheid": summary}), imprint=IMPRINT)
    assert bare.overview[0].outcome == "Raad: neemt de conclusies over havenveiligheid aan"


def test_a_selection_says_how_much_of_the_meeting_it_holds() -> None:
    briefing = sample_briefing(items=["I.1", "II.1"])
    assert facts(briefing)["Status"] == "CONCEPT: 2 van de 4 agendapunten, waarvan 1 goedgekeurd"
    approved = replace(sample_briefing(items=["I.1"]), approved_only=True)
    assert facts(approved)["Status"] == (
        "Definitief: bevat alleen goedgekeurde agendapunten (1 van de 4)"
    )
    assert notices(approved) == (
        "Nog niet goedgekeurd en daarom niet in deze briefing: I.2 Verslag over de grensregio's; "
        "II.1 Kwaliteit van drinkwater; II.2 Diversen.",
    )
    assert notices(replace(approved, approved_only=False)) == ()
    whole = compose(approved_source(), imprint=IMPRINT)
    assert facts(whole)["Status"] == "Definitief: alle agendapunten goedgekeurd"


def test_items_that_were_not_discussed_then_did_not_stay_the_same() -> None:
    briefing = compose(SOURCE, imprint=IMPRINT, changes=(), since=SINCE)
    told = render(briefing, "md").content.decode()
    assert f"Geen van deze agendapunten is besproken in {SINCE}." in told
    assert "Niemand is omgeslagen" not in told


def test_the_changes_that_matter_most_stand_first() -> None:
    briefing = sample_briefing()
    first = briefing.highlights[0]
    assert first.name == "I.1 Havenveiligheid in de Europese Unie"
    told = f"Omgeslagen bij {first.name}: Nederland, van “steunt” naar “tegen”"
    assert first.text == f"{told}: “een uitzondering voor kleine havens is niet nodig”."
    assert not any("Commissie" in each.text for each in briefing.highlights)
    for form in ("md", "html", "docx"):
        content = render(briefing, form).content
        if form == "docx":
            content = unpack(content)["word/document.xml"]
        assert f"Wat is veranderd sinds {SINCE}".encode() in content


def test_a_proposal_is_short_and_keeps_what_is_against() -> None:
    long = "Nederland lichtte toe " + "dat havens veilig moeten zijn en blijven, " * 9
    sentences = tuple(Sentence(n, f"{n} {long}", 0) for n in range(1, 7))
    item = Item("1", "Lang", sentences)
    stances = ("inform", "support", "oppose", "call", "announce", "concern")
    found = tuple(
        Suggestion("commissie", stance, each.text, (each.number, 1), certain=True)
        for stance, each in zip(stances, sentences, strict=True)
    )
    section = proposal_section(
        item, found, Draft((1, 2), ()), language="nl", own_government="nederland"
    )
    rows = [(row.stance.text, row.position.evidence) for row in section.positions]
    assert rows == [
        ("steunt, licht toe", (2,)), ("tegen", (3,)), ("bezorgd", (6,)),
        ("roept op", (4,)), ("kondigt aan", (5,)),
    ]  # fmt: skip
    assert all(len(row.position.text) <= 165 for row in section.positions)
    assert [line.text for line in section.summary] == [each.text for each in sentences[:2]]


@pytest.mark.parametrize("first", ["A", ""])
def test_parts_without_a_numeral_keep_their_items(first: str) -> None:
    items = (Item("", "Een", (Sentence(1, "Zin.", 0),)), Item("", "Twee", ()))
    parts = tuple(Part("", name, (item,)) for name, item in zip((first, "B"), items, strict=True))
    meeting = replace(
        MEETING,
        parts=(("", "A"), ("", "B")) if first else (("", "B"),),
        items=tuple(MeetingItem(n, "", "", t) for n, t in (("een", "Een"), ("twee", "Twee"))),
    )
    briefing = compose(Source(meeting, REPORT.with_parts(parts)), imprint=IMPRINT)
    assert [(p.heading, [i.heading for i in p.items]) for p in briefing.parts] == [
        (first, ["Een"]), ("B", ["Twee"]),
    ]  # fmt: skip


def test_other_languages_are_marked() -> None:
    briefing = sample_briefing(language="en")
    assert briefing.items[0].summary[0].language == "nl"
    assert briefing.items[0].quotes[0].language == "nl"
    assert briefing.items[0].positions[0].stance.text == "opposes"
    assert GRENS.language == "nl"


def test_a_topic_names_no_results_and_a_version_no_topics_that_went() -> None:
    topic = compose_topic("Havens", [(SOURCE, ["havenveiligheid"])], imprint=IMPRINT)
    described = describe_versions(sample_briefing(), sample_briefing(), "de vorige versie")
    for form in ("md", "html"):
        assert "Belangrijkste resultaten" not in render(topic, form).content.decode()
        assert "Niet meer besproken" not in render(described, form).content.decode()
        assert "Niet meer besproken" in render(sample_briefing(), form).content.decode()


def test_decisions_stand_in_for_results_that_the_report_does_not_name() -> None:
    parts = tuple(replace(part, results=()) for part in REPORT.parts)
    briefing = compose(replace(SOURCE, report=replace(REPORT, parts=parts)), imprint=IMPRINT)
    decided = [item for item in briefing.items if item.outcome]
    assert decided
    told = [result for part in briefing.parts for result in part.results]
    assert told[0] == "I.1: De Raad nam de conclusies over havenveiligheid aan."
    assert len(told) == len(decided)
    silent = compose(Source(MEETING, replace(REPORT, parts=parts)), imprint=IMPRINT)
    assert "Belangrijkste resultaten" not in render(silent, "md").content.decode()
