"""Tables say everything once: two stances of one sentence, one sentence of several states."""

from dataclasses import replace
from datetime import datetime

import pytest
from briefing_samples import GRENS, HAVEN, IMPRINT, SOURCE, sample_briefing
from revisions import rows as cells_of
from revisions import settle

from workflow.briefing.changes import change_rows, change_words
from workflow.briefing.compose import compose
from workflow.briefing.model import ChangeLine, Line, PositionRow, Revision
from workflow.briefing.overview import OWN, columns, overview
from workflow.briefing.phrases import objection_words
from workflow.briefing.together import listed, one_each, one_for_all, read_together
from workflow.briefing.tracking import track_meeting, track_version
from workflow.briefing.versions import describe_versions
from workflow.briefing.word.package import unpack
from workflow.briefing.write import render
from workflow.summaries.model import Position

BOTH = "Nederland verwelkomde het overzicht, maar zag geen noodzaak voor een fonds."
SHARED = "Portugal, Griekenland en Nederland pleitten voor een fonds."
REVISION = Revision("Sanne de Wit", datetime(2031, 3, 11, 9, 30))


def position(actor: str, name: str, stance: str, text: str, *evidence: int) -> Position:
    return Position(actor, name, stance, text, evidence)


POSITIONS = (
    position("nederland", "Nederland", "support", BOTH, 5),
    position("nederland", "Nederland", "oppose", BOTH, 5, 7),
    position("nederland", "Nederland", "call", SHARED, 4),
    position("land:PT", "Portugal", "call", SHARED, 4),
    position("land:GR", "Griekenland", "call", SHARED, 4),
    position("lidstaten:veel", "veel lidstaten", "call", SHARED, 4),
)


def said(*positions: Position):
    """The briefing of the sample meeting whose first item has these positions."""
    summary = replace(HAVEN, positions=positions, remarks=())
    known = {"havenveiligheid": summary, "grensregio": GRENS}
    return compose(replace(SOURCE, summaries=known), imprint=IMPRINT)


def shown(briefing) -> list[tuple[str, str, tuple[int, ...]]]:
    rows = briefing.items[0].positions
    return [(row.actor.text, row.stance.text, row.position.evidence) for row in rows]


def test_rows_that_say_the_same_are_one() -> None:
    briefing = read_together(said(*POSITIONS))
    assert shown(briefing) == [
        ("Nederland", "steunt, tegen", (5, 7)),
        ("Nederland", "roept op", (4,)),
        ("veel lidstaten", "roept op", (4,)),
        ("Griekenland en Portugal", "roept op", (4,)),
    ], "the own government keeps a row to itself, and so does a group"
    (item, *_) = briefing.items
    assert objection_words(item, "nl") == "Nederland (tegen)", "not the support beside it"
    (row, *_) = briefing.overview
    assert row.own.startswith("steunt, tegen: Nederland verwelkomde")
    assert "nog 1" in row.own_more, "one more sentence, not one more stance"


def test_what_differs_keeps_a_row_of_its_own() -> None:
    kept = (
        position("land:PT", "Portugal", "call", SHARED, 4),
        position("land:GR", "Griekenland", "support", SHARED, 4),
        position("land:ES", "Spanje", "call", SHARED + " Nu.", 4),
        position("land:MT", "Malta", "call", SHARED, 3),
    )
    assert len(read_together(said(*kept)).items[0].positions) == len(kept)


@pytest.mark.parametrize(
    ("names", "dutch", "english"),
    [
        ([], "", ""),
        (["Malta"], "Malta", "Malta"),
        (["Zweden", "België"], "België en Zweden", "België and Zweden"),
        (["Zweden", "België", "Malta"], "België, Malta en Zweden", "België, Malta and Zweden"),
    ],
)
def test_names_in_a_row_are_sorted(names: list[str], dutch: str, english: str) -> None:
    assert (listed(names, "nl"), listed(names, "en")) == (dutch, english)


def test_a_redline_of_joined_rows_gives_back_both_texts() -> None:
    was = "Nederland was tegen een fonds en drong aan op een overzicht."
    line = ChangeLine(
        "havens", "Nederland", "softer", was, BOTH, "oppose", "oppose", (5,),
        item="havenveiligheid", actor_id="nederland", older_stances=("call", "oppose"),
    )  # fmt: skip
    gone = [
        replace(line, actor=name, older_actor=name, actor_id=actor, older="een verbod", newer="",
                older_stance="call", newer_stance="", older_stances=(), kind="dropped")
        for actor, name in (("land:PT", "Portugal"), ("land:GR", "Griekenland"))
    ]  # fmt: skip
    briefing = track_meeting(
        said(*POSITIONS[:2]), [line, *gone], {"havenveiligheid": REVISION}, "redline"
    )
    briefing = read_together(briefing)
    document = unpack(render(briefing).content)["word/document.xml"]
    before, after = (cells_of(settle(document, accept=accept)) for accept in (False, True))
    assert ["Nederland", "tegen, roept op"] in [row[:2] for row in before]
    assert ["Griekenland en Portugal", "roept op"] in [row[:2] for row in before]
    assert ["Nederland", "steunt, tegen"] in [row[:2] for row in after]
    assert not [row for row in after if row[0].startswith("Griekenland")]


def test_between_versions_a_stance_taken_away_shows() -> None:
    older, newer = said(*POSITIONS[:2]), said(POSITIONS[1])
    described = describe_versions(older, newer, "gisteren")
    assert [(row.change, row.older_stance) for row in described.items[0].changes] == [
        ("verdwenen", "support")
    ]
    tracked = read_together(track_version(older, described, {}, "redline"))
    assert [row.is_dropped for row in tracked.items[0].positions] == [False, True]


def test_between_versions_a_milder_stance_is_softer_and_in_the_overview() -> None:
    older = said(position("land:SE", "Zweden", "oppose", "een fonds", 4))
    newer = said(position("land:SE", "Zweden", "concern", "een fonds", 4))
    described = describe_versions(older, newer, "gisteren")
    assert described.overview[0].change == "Zweden: zachter"
    again = said(position("land:SE", "Zweden", "oppose", "een nieuw fonds", 4))
    assert describe_versions(older, again, "gisteren").overview[0].change == (
        "Zweden: anders verwoord"
    )


def test_the_overview_names_who_objects_now_and_who_only_has_a_reservation_or_worries() -> None:
    older = said(
        position("land:SE", "Zweden", "oppose", "een fonds", 4),
        position("land:IE", "Ierland", "concern", "een verbod", 6),
    )
    newer = said(
        position("land:SE", "Zweden", "support", "een fonds, mits vrijwillig", 4),
        position("land:SE", "Zweden", "reserve", "een fonds, mits vrijwillig", 4),
        position("land:HU", "Hongarije", "oppose", "een fonds", 5),
        position("land:HU", "Hongarije", "concern", "de kosten", 6),
        position("land:PT", "Portugal", "support", "een fonds", 7),
        position("land:PT", "Portugal", "concern", "de kosten", 7),
    )
    tracked = track_version(older, describe_versions(older, newer, "gisteren"), {}, "redline")
    (row, *_) = overview(tracked.parts, "nl")
    assert row.objections == "Bezwaar: Hongarije. Voorbehoud: Zweden. Zorgen: Portugal."


def line(actor: str, name: str, kind: str, **more: str) -> ChangeLine:
    return ChangeLine("havens", name, kind, item="havenveiligheid", actor_id=actor, **more)


def test_changes_that_states_share_are_one_row_and_explanations_come_last() -> None:
    lines = [
        line(
            "voorzitterschap", "Voorzitterschap", "new", newer="lichtte toe", newer_stance="inform"
        ),
        line("raad", "Raad", "new", newer="nam conclusies aan", newer_stance="decide"),
        line("land:SK", "Slowakije", "new", newer="een fonds", newer_stance="concern"),
        line("land:HU", "Hongarije", "new", newer="een fonds", newer_stance="concern"),
        line("land:CZ", "Tsjechië", "softer", newer="een fonds", newer_stance="support"),
    ]
    rows = change_rows(lines, "nl").rows
    assert [row.actor for row in rows] == [
        "Raad",
        "Hongarije en Slowakije",
        "Tsjechië",
        "Voorzitterschap",
    ]
    assert change_words(rows, 2, "nl") == (
        "Hongarije en Slowakije: nieuw; Tsjechië: zachter",
        "",
    ), "neither the decision, which is the outcome, nor an explanation"


def test_a_highlight_names_all_who_made_the_same_turn() -> None:
    def turned(actor: str, name: str, **more: object) -> ChangeLine:
        return replace(
            line(actor, name, "reversed", older="het fonds", newer=f"{name} wil een fonds",
                 older_stance="oppose", newer_stance="support"), **more
        )  # fmt: skip

    lines = [turned("land:SK", "Slowakije"), turned("land:CZ", "Tsjechië", suggested=True),
             turned("land:HU", "Hongarije"), turned("nederland", "Nederland")]  # fmt: skip
    briefing = compose(SOURCE, imprint=IMPRINT, changes=lines, since="FZ")
    told = [each.after.removeprefix(": ") for each in briefing.highlights]
    assert told == [
        "Nederland, van “tegen” naar “steunt”: “Nederland wil een fonds”.",
        "Hongarije en Slowakije, van “tegen” naar “steunt”.",
        "Tsjechië, van “tegen” naar “steunt”: “Tsjechië wil een fonds” (nog niet beoordeeld).",
    ]
    long = turned("land:SK", "Slowakije", newer="een fonds, " + "nu de havens meebetalen, " * 9)
    (told,) = compose(SOURCE, imprint=IMPRINT, changes=[long], since="FZ").highlights
    quote = told.after.rpartition("“")[2]
    assert quote.startswith("een fonds, nu de havens")
    assert quote.endswith("…”.")
    assert len(quote) < 100
    proposals = {"havenveiligheid": SOURCE.proposals["waterkwaliteit"]}
    unread = replace(SOURCE, summaries={}, proposals=proposals)
    briefing = compose(unread, imprint=IMPRINT, changes=lines, since="FZ", items=["I.1"])
    assert "beoordeeld" not in briefing.highlights[2].text, "that is said above everything"


def test_a_turn_within_one_stance_is_told_by_what_was_said() -> None:
    lines = [
        line("land:SK", "Slowakije", "reversed", older="een verbod op bodemvisserij.",
             newer="behoud van bodemvisserij.", older_stance="call", newer_stance="call")
    ]  # fmt: skip
    briefing = compose(SOURCE, imprint=IMPRINT, changes=lines, since="FZ")
    assert str(briefing.highlights[0].text).endswith(
        "Slowakije, van “een verbod op bodemvisserij” naar “behoud van bodemvisserij”."
    )


def test_untracked_and_tracked_stances_of_one_sentence_are_one_row() -> None:
    def row(stance: str, older: str | None) -> PositionRow:
        return PositionRow(
            Line("Malta", older=older and "Malta"),
            Line(stance, older=older),
            Line("x", older=older and "y"),
            actor_id="land:MT",
            stance_key=stance,
        )

    ((joined),) = one_each([row("steunt", None), row("tegen", "bezorgd")])
    assert (joined.stance.text, joined.stance.older) == ("steunt, tegen", "bezorgd")
    assert (joined.position.text, joined.position.older) == ("x", "y")
    assert len(one_each([row("steunt", "a"), replace(row("tegen", "b"), position=Line("x"))])) == 1
    other = replace(row("tegen", "b"), position=Line("x", older="z"))
    assert len(one_each([row("steunt", "a"), other])) == 2
    assert one_for_all([], "nl") == ()


def test_a_long_word_of_a_title_fits_its_column() -> None:
    briefing = sample_briefing()
    name = "Gewasbeschermingsmiddelenverordening"
    long = replace(briefing, overview=tuple(replace(row, title=name) for row in briefing.overview))
    assert sum(columns(long)) == sum(columns(briefing)) == 100
    assert columns(long)[0] > columns(briefing)[0]
    assert columns(long)[2:] == columns(briefing)[2:]
    assert OWN.characters(columns(long)[0]) > OWN.characters(columns(briefing)[0])


def test_who_explained_and_now_takes_a_side_stands_in_the_overview() -> None:
    for older, newer, told in (
        ("inform", "support", "Polen: licht toe → steunt"),
        ("inform", "oppose", "Polen: licht toe → tegen"),
        ("inform", "inform", ""),
        ("support", "support", ""),
    ):
        change = line(
            "land:PL", "Polen", "reworded", older="het plan", newer="het plan voor havens",
            older_stance=older, newer_stance=newer,
        )  # fmt: skip
        row, *_ = compose(SOURCE, imprint=IMPRINT, changes=[change], since="FZ").overview
        assert row.change == told
