"""Which items are about the same by the words of their texts, whatever their titles are."""

from dataclasses import replace

import pytest
from comparison_sides import side

from workflow.comparison.alike import are_apart
from workflow.comparison.candidates import Candidate, candidates
from workflow.comparison.groupedparts import link_parts
from workflow.comparison.grouping import group_items
from workflow.comparison.linking import propose
from workflow.comparison.linkreasons import reasons
from workflow.comparison.model import MeetingSide
from workflow.comparison.parted import is_part_of
from workflow.comparison.textlikeness import ABOUT_FROM, are_told_alike, nearest, without_halves
from workflow.comparison.titles import told
from workflow.comparison.vectors import content_words, cosine
from workflow.summaries.topics import Topics

Row = list[Candidate]
BREAD = "Malta vroeg om goedkoper meel voor bakkerijen."
STARS = "Cyprus pleitte voor telescopen op bergtoppen."


def rows(older: dict[str, str], newer: dict[str, str]) -> tuple[Row, Row]:
    """The items of two meetings, each with a text of its own beside two others."""
    older, newer = {**older, "Brood": BREAD}, {**newer, "Sterren": STARS}
    days = ((older, "2031-03-06-jbz"), (newer, "2031-06-12-jbz"))
    sides = [
        side(day, {t: [("", "", each) for each in text.split("\n")] for t, text in items.items()})
        for items, day in days
    ]
    before, after = candidates(sides)
    return before, after


def are_alike(older: str, newer: str, titles: tuple[str, str] = ("Eerste", "Tweede")) -> bool:
    before, after = rows({f"{titles[0]} onderdeel": older}, {f"{titles[1]} onderdeel": newer})
    return are_told_alike(before[0], after[0], (before, after))


BARGES = "De Commissie prees schippers die met walstroom varen, en wil sluizen verbreden."


@pytest.mark.parametrize(
    ("newer", "alike"),
    [
        ("Nederland betaalt schippers voor het aansluiten op walstroom aan kades.", True),
        ("Nederland betaalt schippers voor het afvoeren van oude motoren en olie.", False),
        ("Nederland wil richtsnoeren en vroeg naar termijnen, kosten en draagvlak.", False),
    ],
)
def test_two_words_that_no_other_item_has_link_two_items(newer: str, alike: bool) -> None:
    assert are_alike(BARGES, newer, ("Binnenvaart", "Vergroening")) is alike


def test_words_that_reports_on_anything_have_do_not_tell_what_an_item_is_about() -> None:
    asked = "Het advies kwam tijdig en bevatte richtsnoeren en een overgangstermijn."
    assert told(content_words(asked)) == ("overga",)
    assert told(("scrutiny", "reservation", "guidance", "wording", "telescope")) == ("telesc",)


def test_a_compound_of_a_word_that_tells_nothing_tells_something() -> None:
    assert told(("rapporten", "rapporteren", "rapportageplicht")) == ("rapporteren"[:6],)


def test_a_thing_is_known_again_by_another_word_for_it() -> None:
    asked = {"Vrachtverkeer": "Nederland wil veetransport in de nacht."}
    before, after = rows({"Infrastructuur": "Minder diertransport bij hitte."}, asked)
    names = [each for each in told(("veetransport",)) if each in told(("diertransport",))]
    assert len(names) == 1
    assert names[0] in before[0].subject().keys() & after[0].subject().keys()
    assert names[0] in before[0].alone() & after[0].alone()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ziekte bij wilde zwijnen", "De varkenspest"),
        ("An outbreak among wild boar", "African swine fever"),
        ("Het push-backverbod", "Niemand mag worden teruggeduwd: pushbacks"),
        ("Controls on state-aid", "A subsidy"),
        ("Relations with the VS", "Washington"),
    ],
)
def test_a_thing_is_known_by_several_words_in_a_row_and_by_short_ones(one: str, other: str) -> None:
    names = [{x for x in told(content_words(text)) if x[0] == "="} for text in (one, other)]
    assert names[0] & names[1]


def test_several_words_name_a_thing_in_their_order_alone() -> None:
    assert set(told(("hand", "luggage"))) & set(told(("cabin", "bags")))
    assert not set(told(("luggage", "hand"))) & set(told(("cabin", "bags")))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Return Regulation: state of play", "Deportation"),
        ("Europol's mandate", "Overhaul of Europol"),
        ("Verordening 261", "Compensatie bij vertraging"),
    ],
)
def test_a_title_names_a_thing_by_words_for_the_form_of_a_text_as_well(
    one: str, other: str
) -> None:
    before, after = rows({one: STARS}, {other: BREAD})
    assert {x for x in before[0].heads() & after[0].heads() if x[0] == "="}
    assert before[0].subject().keys() & after[0].subject().keys()


@pytest.mark.parametrize(
    "text", ["bepalingen", "advocated", "recalled", "Zuid-Amerikaanse", "aanloopfase", "this stage"]
)
def test_no_thing_is_named_by_chance_within_a_word(text: str) -> None:
    chance = {"paling", "advocaat", "ecall", "Erika", "PFAS", "stages"}
    named = {x for each in chance for x in told(content_words(each)) if x[0] == "="}
    assert named.isdisjoint(told(content_words(text)))


def test_a_thing_speaks_for_two_items_but_not_beside_the_word_for_it() -> None:
    hulls, nets = "Het wrak van de veerboot {}.", "De teruggooi en het wrak."
    assert are_alike(nets, hulls.format("met de aanlandplicht"), ("Netten", "Rompen"))
    assert not are_alike("De teruggooi van wieren.", "Een teruggooi van kwallen.", ("Net", "Romp"))


def test_a_word_of_both_halves_speaks_for_each_of_them() -> None:
    older = {"Poppen": "Glazen knikkers, naalden, knopen.", "Bellen": "Knikkers, naalden, knopen."}
    before, after = rows(older, {"Speelgoed": "Naalden, knikkers en knopen in zakken."})
    assert not is_part_of(after[0], before[1])
    assert is_part_of(after[0], before[1], before[:1])


def test_a_rival_that_is_as_alike_keeps_two_items_from_being_linked() -> None:
    older = {"Binnenvaart": BARGES}
    newer = {"Walstroom voor schippers": "Nederland betaalt walstroom voor schippers aan kades."}
    before, after = rows(older, newer)
    assert are_told_alike(before[0], after[0], (before, after))
    rival = rows(older, {**newer, "Schippers aan de wal": BARGES})[1][1]
    assert not are_told_alike(before[0], after[0], (before, [*after, rival]))
    assert not are_told_alike(before[0], after[0], ([*before, rival], after))


PORTS = "De Commissie wees op havenalliantie, douane, containers, screening en omkoping in dokken."
JUDGES = "De Raad sprak over aanklagers, rechters, arrestatiebevelen, verdachten en bewijs."
WHOLE = f"Europese aanpak. {PORTS} {JUDGES} Malta wil meer havenalliantie en aanklagers."


def test_a_part_resembles_the_whole_as_no_other_item_does_beside_its_other_parts() -> None:
    older = {"Smokkel: veiligheid": PORTS, "Smokkel: vervolging": JUDGES}
    before, after = rows(older, {"Onderwereld": WHOLE})
    assert all(is_part_of(after[0], part) for part in before[:2])
    assert not is_part_of(after[0], before[2])
    again = rows(older, {"Onderwereld": WHOLE, "Bovenwereld": WHOLE})[1]
    assert not is_part_of(again[0], before[0])


def test_two_words_alone_do_not_make_a_part() -> None:
    whole = {"Toekomst na 2035": f"Hongarije wil pensioenen voor boeren besteden. {PORTS}"}
    newer = {"Jeugd": "Slowakije wil dat jonge boeren meer aan grond besteden."}
    before, after = rows(whole, newer)
    assert not is_part_of(before[0], after[0])
    titled = rows({"Toekomst van boeren": whole["Toekomst na 2035"]}, newer)[0]
    assert is_part_of(titled[0], after[0])
    same = {"Jeugd": newer["Jeugd"].replace("Slowakije", "Hongarije")}
    assert is_part_of(*(row[0] for row in rows(whole, same)))


def test_a_part_of_many_words_may_have_a_rival_near() -> None:
    older = {"Verdovende middelen": f"{PORTS} {JUDGES}", "Containers": "Malta telt containers."}
    near = "Aanklagers, rechters, verdachten; containers."
    assert is_part_of(*(row[0] for row in rows(older, {"Zittingen": near + " Bewijs."})))
    assert not is_part_of(*(row[0] for row in rows(older, {"Zittingen": "Rechters, containers."})))


def test_the_nearest_item_is_listed_and_chosen_only_with_reasons() -> None:
    before, after = rows({"Binnenvaart": BARGES}, {"Kades": "Malta wil sluizen onderhouden."})
    at, score = nearest(before, after[0])
    assert at == 0
    assert score < 0.45
    before, after = rows({"Binnenvaart": BARGES}, {"Kades": "Malta wil walstroom bij sluizen."})
    assert nearest(before, after[0]) == (0, 0.45)
    before, after = rows({"Jaar": "Zaak 872 kwam aan de orde."}, {"Ander": "Zaak 872 is af."})
    assert nearest(before, after[0]) == (-1, 0.0)


def test_an_item_that_was_joined_in_one_of_other_words_is_linked() -> None:
    older = {"Smokkel: veiligheid": PORTS, "Smokkel: vervolging": JUDGES, "Brood": BREAD}
    newer = {"Vervolging van smokkel": WHOLE, "Sterren": STARS}
    sides = [
        side(day, {title: [("", "", text)] for title, text in items.items()})
        for day, items in (("2031-03-06-jbz", older), ("2031-06-12-jbz", newer))
    ]
    found = [group for group in group_items(*sides, Topics()) if group.newer and group.older]
    assert [[unit.candidate.entry.title for unit in group.older] for group in found] == [
        ["Smokkel: veiligheid", "Smokkel: vervolging"]
    ], "in the order of the report, also where another one is more alike"


def test_what_was_joined_in_an_item_is_offered_beside_its_answer() -> None:
    besides = (
        "Letland noemde het weer op zee, Spanje zijn stranden en de vissers hun netten. "
        "De Commissie beschreef hotels, veerdiensten en het onderhoud van houten boten. "
        "Finland telde ijsbrekers, zeehonden en meeuwen in de Botnische Golf. "
        "Ierland wees op golfbanen, regenjassen en het seizoen voor oesters en krab."
    )
    older = {"Kades": f"{PORTS} {besides}", "Smokkel: vervolging": JUDGES, "Brood": BREAD}
    newer = {"Vervolging van smokkel": WHOLE, "Sterren": STARS}
    before, after = (
        side(day, {title: [("", "", text)] for title, text in items.items()})
        for day, items in (("2031-03-06-jbz", older), ("2031-06-12-jbz", newer))
    )
    (found, *_) = group_items(before, after, Topics())
    linked = [unit.candidate.entry.title for unit in found.older]
    offered = propose(after, [before])["vervolging-van-smokkel"]
    assert linked == ["Kades", "Smokkel: vervolging"]
    assert [(each.older.title, each.selected) for each in offered] == [
        ("Smokkel: vervolging", True),
        ("Kades", False),
    ]
    keys = f"{after.meeting.id}/vervolging-van-smokkel", f"{before.meeting.id}/kades"
    apart = propose(after, [before], Topics().refuse(*keys))["vervolging-van-smokkel"]
    assert [each.older.title for each in apart] == ["Smokkel: vervolging"]


def points(day: str, title: str, *paragraphs: str) -> MeetingSide:
    """A meeting with an item about many things, a paragraph for each, and one on another."""
    one = side(day, {title: [("", "", text) for text in paragraphs], "Brood": [("", "", BREAD)]})
    (many, other) = one.report.parts[0].items
    apart = tuple(replace(each, paragraph=each.number) for each in many.sentences)
    part = replace(one.report.parts[0], items=(replace(many, sentences=apart), other))
    return replace(one, report=one.report.with_parts((part,)))


def linked(older: MeetingSide, newer: MeetingSide) -> list[tuple[tuple[int, ...], ...]]:
    """The sentences of each linked pair, older and newer, without whole items of one title."""
    groups = link_parts(group_items(older, newer, Topics()), Topics())
    both = [(group.older[0], group.newer[0]) for group in groups if group.older and group.newer]
    return [
        tuple(unit.belonging.sentences if unit.belonging else () for unit in pair)
        for pair in both
        if pair[0].candidate.entry.title != "Brood"
    ]


HONEY = "Slovenië vroeg om vermelding van de herkomst op potten honing."
WOLF = "Oostenrijk wees op wolven die schapen in de Alpen doodbijten."
SCHOOL = "Litouwen vroeg om herbouw van scholen."


@pytest.mark.parametrize(
    ("newer", "expected"),
    [
        ("Portugal wil de herkomst van honing op het etiket zien.", [((1,), (2,))]),
        ("Portugal wil de samenstelling van honing op het etiket zien.", []),
        ("Portugal wil meer geld voor scholen.", []),
        ("Litouwen wil meer geld voor scholen.", [((3,), (2,))]),
        ("Litouwen wil meer geld voor bruggen.", []),
    ],
)
def test_points_go_on_with_points_of_the_same_words_or_of_one_and_its_state(
    newer: str, expected: list[tuple[tuple[int, ...], ...]]
) -> None:
    older = points("2031-03-06-lnv", "Diversen", HONEY, WOLF, SCHOOL)
    later = points("2031-06-12-lnv", "Overige onderwerpen", "Cyprus sprak over droogte.", newer)
    assert linked(older, later) == expected


def test_a_state_that_raised_two_points_tells_neither() -> None:
    older = points("2031-03-06-lnv", "Diversen", HONEY, WOLF, SCHOOL, "Litouwen vroeg om bruggen.")
    newer = points("2031-06-12-lnv", "Varia", "Litouwen wil meer geld voor scholen.", BREAD)
    assert linked(older, newer) == []


@pytest.mark.parametrize(("state", "expected"), [("Azerbeidzjan", []), ("Oman", [((1,), ())])])
def test_points_on_two_other_states_are_not_one(state: str, expected: list) -> None:
    agreed = "De Commissie sloot met {} een akkoord over luchtvaart, routes en ondertekening."
    older = points("2031-03-06-lnv", "Diversen", agreed.format("Oman"), WOLF)
    air = {"Vliegverkeer": [("", "", agreed.format(state))], "Brood": [("", "", BREAD)]}
    assert linked(older, side("2031-06-12-lnv", air)) == expected


def test_words_of_the_names_of_states_are_no_states() -> None:
    raised = "Member states wished to see rules on the detection of drones near airports."
    older = points("2031-03-06-lnv", "Any other business", raised, WOLF)
    said = "The United Kingdom welcomed rules on the detection of drones near airports."
    newer = side("2031-06-12-lnv", {"Safety": [("", "", said)], "Brood": [("", "", BREAD)]})
    assert linked(older, newer) == [((1,), ())]


@pytest.mark.parametrize(
    ("plan", "expected"), [("kankerplan", []), ("hartplan", [((1, 2), (1, 2))])]
)
def test_one_sentence_that_comes_back_does_not_join_points_that_open_otherwise(
    plan: str, expected: list
) -> None:
    form = (
        "Daarbij prezen lidstaten de evenwichtige criteria en de doeltreffende behandeling ervan."
    )
    bread = {"Brood": [("", "", BREAD)]}
    older, newer = (
        side(day, {"Diversen": [("", "", text) for text in (f"{opening}.", form, other)]} | bread)
        for day, opening, other in (
            ("2031-03-06-lnv", f"De Commissie lichtte haar {plan} toe", WOLF),
            ("2031-06-12-lnv", "Malta vroeg naar het hartplan", SCHOOL),
        )
    )
    assert linked(older, newer) == expected


def test_sentences_on_one_thing_make_one_point() -> None:
    texts = (
        "De Commissie sprak over de gesprekken met de Verenigde Staten over oesters.",
        "Malta prees deze gesprekken en wil er tempo in houden.",
        "Cyprus wilde de gesprekken voortzetten.",
        WOLF,
    )
    older = side("2031-03-06-lnv", {"Diversen": [("", "", text) for text in texts]})
    said = "De Commissie sprak over de gesprekken met de VS over oesters en garnalen."
    newer = side("2031-06-12-lnv", {"Handel": [("", "", said)], "Brood": [("", "", BREAD)]})
    assert linked(older, newer) == [((1, 2, 3), ())]


def test_what_a_state_says_next_is_still_its_point() -> None:
    older = side(
        "2031-03-06-lnv",
        {
            "Diversen": [
                ("", "", "Malta lichtte zijn non-paper over de paraatheid van de kustwacht toe."),
                ("", "", "Ook riep Malta op tot steun voor de conclusies over zeenoodhulp."),
                ("", "", WOLF),
            ]
        },
    )
    newer = side(
        "2031-06-12-lnv",
        {
            "Diversen": [
                ("", "", "Malta noemde de paraatheid van de kustwacht dringend."),
                ("", "", "De oproep tot conclusies over zeenoodhulp herhaalde Malta niet."),
                ("", "", BREAD),
            ]
        },
    )
    assert linked(older, newer) == [((1, 2), (1, 2))]


def test_what_was_a_point_first_is_an_item_later_and_an_item_becomes_a_point() -> None:
    many = points("2031-03-06-lnv", "Diversen", HONEY, WOLF)
    said = "De Commissie wil de herkomst van honing op potten laten vermelden."
    item = side("2031-06-12-lnv", {"Etiketten": [("", "", said)], "Brood": [("", "", BREAD)]})
    assert linked(many, item) == [((1,), ())]
    later = points("2031-09-09-lnv", "Diversen", WOLF, HONEY)
    assert linked(item, later) == [((), (2,))]


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        (["Malta wil de kosten van bijen."], [((1,), (1,))]),
        (["Malta wil de herkomst van honing en olijven op flessen."], []),
    ],
)
def test_a_word_that_two_points_have_is_of_neither(
    others: list[str], expected: list[tuple[tuple[int, ...], ...]]
) -> None:
    older = points("2031-03-06-lnv", "Diversen", "Griekenland telt herkomst van honing.", *others)
    newer = points("2031-06-12-lnv", "Varia", "Cyprus vroeg om herkomst van honing.")
    assert linked(older, newer) == expected


def test_a_point_does_not_go_by_the_words_of_another_one() -> None:
    fruit = "Malta sprak over herkomst, olijven, citroenen, amandelen, vijgen, dadels en wijn."
    older = points("2031-03-06-lnv", "Diversen", "Griekenland telt honing.", fruit)
    newer = points("2031-06-12-lnv", "Varia", "Cyprus vroeg om herkomst van honing.")
    assert linked(older, newer) == []


FILLER = (
    "De ministers wisselden over kanalen, bruggen, kades, dokken, ferries, tunnels, viaducten,"
    " havens, spoorlijnen, perrons, stations, rangeerterreinen en emplacementen."
)


def test_a_rival_that_comes_near_speaks_against_a_link_and_against_a_part_more() -> None:
    older = {"Binnenvaart": f"Schippers, sluizen, walstroom. {JUDGES}", "Zeevaart": "Zeilen."}
    newer = {"Vergroening": "Schippers, sluizen, rechters.", "Veren": "Zeilen."}
    before, after = rows(older, newer)
    pair = before[0], after[0]
    score = cosine(pair[0].subject(), pair[1].subject())
    rival = replace(after[1], subject=lambda: {w: x / 2 for w, x in after[0].subject().items()})
    near = replace(after[1], subject=lambda: {w: x / 1.3 for w, x in after[0].subject().items()})
    assert score > 0.2
    assert are_told_alike(*pair, (before, [after[0], rival]))
    assert not are_told_alike(*pair, (before, [after[0], near]))
    assert is_part_of(*pair)
    half = replace(before[1], subject=lambda: {w: x / 2 for w, x in before[0].subject().items()})
    assert not is_part_of(replace(before[0], row=[before[1], half]), after[0])


def test_two_words_are_not_enough_in_items_of_much_else() -> None:
    assert are_alike("Schippers en sluizen.", "Sluizen en schippers.", ("Water", "Wal"))
    long = "{} " + FILLER
    other = "Malta sprak over kraanvogels, lepelaars, roerdompen, reigers, snippen en kluten."
    assert not are_alike(
        long.format("Schippers en sluizen."), f"Sluizen en schippers. {other}", ("Lucht", "Weg")
    )


def test_an_act_of_both_titles_counts_as_a_word() -> None:
    told = (
        "Schippers en sluizen. " + FILLER,
        "Sluizen en schippers; reigers, lepelaars, snippen, kluten, kraanvogels, grutto's,"
        " wulpen, scholeksters, plevieren, zilvermeeuwen, kokmeeuwen en strandlopers.",
    )
    titles = ("Hervorming van het landbouwbeleid", "GLB")
    before, after = rows({titles[0]: told[0]}, {titles[1]: told[1]})
    score = cosine(before[0].subject(), after[0].subject())
    assert ABOUT_FROM[3] < score < ABOUT_FROM[2]
    assert are_told_alike(before[0], after[0], (before, after))
    before, after = rows({"Hervorming van het peuterbeleid": told[0]}, {"XYZ": told[1]})
    assert not are_told_alike(before[0], after[0], (before, after))


def test_an_item_that_was_split_in_two_is_linked_with_both() -> None:
    whole = {"Smokkel": f"Europese aanpak. {PORTS} {JUDGES}", "Brood": BREAD}
    parts = {"Smokkel: vervolging": JUDGES, "Weerbare kades": PORTS.replace("De", "Een")}
    newer = {"Kades": "Douane, containers, screening.", "Smokkel van waren": JUDGES}
    for later in (parts, newer):
        sides = [
            side(day, {title: [("", "", text)] for title, text in items.items()})
            for day, items in (("2031-03-06-jbz", whole), ("2031-06-12-jbz", later))
        ]
        found = [group for group in group_items(*sides, Topics()) if group.older and group.newer]
        assert [group.title for group in found] == [" / ".join(later)]
        assert [len(group.newer) for group in found] == [2]


def grouped(older: dict[str, str], newer: dict[str, str]) -> list[tuple[list[str], list[str]]]:
    """The titles, older and newer, of what is linked between two meetings."""
    sides = [
        side(day, {title: [("", "", text)] for title, text in items.items()})
        for day, items in (("2031-03-06-jbz", older), ("2031-06-12-jbz", newer))
    ]
    return [
        (
            [unit.candidate.entry.title for unit in group.older],
            [unit.candidate.entry.title for unit in group.newer],
        )
        for group in group_items(*sides, Topics())
        if group.older and group.newer
    ]


VANS = "Een jaarlijkse keuring van bestelwagens; garages en remmen. "
PLATES = "Kentekens worden uitgewisseld; registers en privacy."


def test_a_half_whose_title_the_whole_names_is_linked_by_its_words_beside_a_rival() -> None:
    whole = "Betrekkingen met buurlanden"
    groups = grouped(
        {
            whole: "Malta wilde ansjovis en garnalen ruilen tegen quota. Noorwegen beheert de"
            " ansjovis volgens een sleutel. Over de tonijnvloot met Marokko sprak niemand.",
            "Beheer van havens": "Kranen in havens rond de zee zijn oud.",
        },
        {
            f"{whole}: Marokko": "De tonijnvloot vaart weer. Malta prees Marokko en de quota.",
            "Ansjovisbeheer en Noorwegen": "De sleutel voor ansjovis en kreeft bleef omstreden.",
        },
    )
    assert ([whole], [f"{whole}: Marokko", "Ansjovisbeheer en Noorwegen"]) in groups


def test_halves_of_an_item_are_no_rivals_of_each_other() -> None:
    whole = {"Voertuigenpakket": VANS + PLATES}
    halves = {
        "Periodieke controle": "Garages keuren remmen van bestelwagens elk jaar.",
        "Digitale bewijzen": "Registers met kentekens; privacy.",
    }
    (one, _), (*parts, other) = rows(whole, halves)
    for half in parts:
        assert without_halves(one, half, ([one], [*parts, other]))[1] == [half]
    assert without_halves(one, other, ([one], [*parts, other]))[1] == [other]
    (*parts, other), (one, _) = rows(halves, whole)
    for half in parts:
        assert without_halves(half, one, ([*parts, other], [one]))[0] == [half]
    # A rival that goes on with another item as well is one.
    older = {**whole, "Garages": "Garages keuren remmen van bestelwagens elk jaar."}
    before, after = rows(older, halves)
    assert after[0] in without_halves(before[0], after[1], (before, after))[1]
    assert [len(newer) for _, newer in grouped(whole | {"Brood": BREAD}, halves)] == [2]


def test_a_part_that_is_called_by_a_word_of_the_whole_needs_no_second_one_alone() -> None:
    whole = {
        "Keuring van wagens": f"{VANS} Kenteken en wagens.",
        "Veren": "Wagens op veren, boten, sloepen en vlotten.",
    }
    before, after = rows(whole, {"Kentekenbewijzen": "Wagens en hun papieren."})
    assert is_part_of(before[0], after[0])
    before, after = rows(whole, {"Bewijzen": "Wagens, kenteken en hun papieren."})
    assert not is_part_of(before[0], after[0])
    before, after = rows(whole, {"Kentekenbewijzen": "Papieren en leges."})
    assert not is_part_of(before[0], after[0])


COURSE = "De Commissie lichtte het voorstel, de planning, de kosten en de gevolgen toe."


@pytest.mark.parametrize(
    ("said", "part"),
    [("Frequenties, veilingen en megahertz.", True), ("Frequenties en veilingen.", False)],
)
def test_a_title_that_lists_two_subjects_has_a_part_that_its_text_speaks_of(
    said: str, part: bool
) -> None:
    older = {"Frequenties en veilingen: breedband": f"{COURSE} Masten in frequenties en megahertz."}
    newer = {"Roaming, frequenties en veilingen": said, "Havens": COURSE}
    before, after = rows(older, newer)
    assert are_apart(after[0], before[0])
    assert is_part_of(after[0], before[0]) is part


def test_states_that_come_back_to_a_thing_link_items_of_few_common_words() -> None:
    prices = "Griekenland wil een plafond voor stroom; Finland vreest een wedloop om subsidies."
    ports = "Polen en Estland bespraken dokken, kranen en pieren met loodsen en slepers."
    older = {"Betaalbare energie": prices, "Havens": ports}
    again = (
        "{} eist een maximum voor stroom in de regio; {} kant zich tegen verruiming voor banken."
    )

    def is_told(*states: str) -> bool:
        newer = {"Actieplan tarieven": again.format(*states), "Schepen": ports}
        before, after = rows(older, newer)
        return are_told_alike(before[0], after[0], (before, after))

    assert is_told("Griekenland", "Finland")
    assert not is_told("Spanje", "Ierland")
    assert not is_told("Polen", "Estland")
    silent = rows(older, {"Actieplan tarieven": "Griekenland en Finland spraken over banken."})
    assert not are_told_alike(silent[0][0], silent[1][0], silent)
    # A word that another item has as well is not theirs.
    newer = {"Actieplan tarieven": again.format("Griekenland", "Finland"), "Schepen": "Walstroom."}
    before, after = rows(older, newer | {"Boten": "Boten op stroom."})
    assert not are_told_alike(before[0], after[0], (before, after))
    before, after = rows(older, newer)
    assert are_told_alike(before[0], after[0], (before, after))
    assert reasons(before[0], after[0])[-1] == "dezelfde lidstaten: Finland, Griekenland"
    usual = {f"Overig {word}": f"Nederland sprak over {word}." for word in ("vis", "vlas", "vuur")}
    again_here = {title: f"{text} Nederland stemde in." for title, text in newer.items()}
    rest = rows({"Betaalbare energie": f"{prices} Nederland ook."} | usual, again_here | usual)
    assert reasons(rest[0][0], rest[1][0])[-1] == "dezelfde lidstaten: Finland, Griekenland"
    near = replace(after[1], states=after[0].states)
    assert not are_told_alike(before[0], after[0], (before, [after[0], near]))
    assert not are_told_alike(before[0], after[0], ([before[0], near], after))
    titles = ("Pakket 17", "Pakket 18")
    before, after = rows({titles[0]: prices}, {titles[1]: newer["Actieplan tarieven"]})
    assert not are_told_alike(before[0], after[0], (before, after))


def test_states_that_speak_on_everything_link_nothing() -> None:
    prices = "Griekenland wil een plafond voor stroom; Finland vreest een wedloop om subsidies."
    newer = "Griekenland eist een maximum voor stroom in de regio; Finland kant zich tegen banken."
    others = {f"Onderwerp {one}": f"Griekenland, Finland: {one}." for one in ("aa", "bb", "cc")}
    before, after = rows({"Energie": prices} | others, {"Tarieven": newer} | others)
    assert not are_told_alike(before[0], after[0], (before, after))


def test_what_was_joined_under_a_title_that_lists_both_is_linked_with_it() -> None:
    ties = "Smokkel van waren: banden met buurlanden"
    older = {
        ties: "Malta prees de douane van Peru; spoorlijnen.",
        "Weerbare rechtbanken": f"{JUDGES} Cyprus wees op rechtbanken en griffiers.",
        "Spoorlijnen": "Over spoorlijnen en perrons sprak Malta.",
    }
    title = "Smokkel: banden met buurlanden en bescherming van rechtbanken"
    text = f"{JUDGES} Griffiers vragen hulp van de douane."
    newer = {title: text, "Perrons": "Douane, spoorlijnen, perrons en Peru."}
    assert ([*older][:2], [title]) in grouped(older, newer)
    # What stands in the title beside it has to be the other half.
    (first, other, _), _ = rows({ties: older[ties], "Kades": PORTS}, {})
    assert not is_part_of(rows({}, newer)[1][0], first, [other])


LOCKS = "Sluizen verbreden is nodig. Zweden en Estland vreesden onderhoud aan sluizen."


@pytest.mark.parametrize(
    ("titles", "states", "alike"),
    [
        (("Sluizen in rivieren", "Planning en geld voor sluizen"), "Estland en Zweden", True),
        (("Sluizen in rivieren", "Planning en geld voor sluizen"), "Portugal en Italië", False),
        (("Beheer van de sluizen in rivieren", "Beheer van de sluizen in kanalen"),
         "Estland en Zweden", False),
    ],
)  # fmt: skip
def test_states_that_come_back_to_a_subject_say_more_than_titles_of_other_words(
    titles: tuple[str, str], states: str, alike: bool
) -> None:
    asked = "Aan wie vroeg men, namens welke instelling, hoeveel vlaggen betalen?"
    newer = f"{asked} {states} betalen sluizen."
    before, after = rows({titles[0]: LOCKS, "Vlaggen": asked}, {titles[1]: newer})
    assert are_apart(before[0], after[0])
    assert are_told_alike(before[0], after[0], (before[::2], after)) is alike


def test_several_states_that_come_back_tell_that_an_item_is_a_half_of_another() -> None:
    crews = "Polen en Letland wezen op vermoeide kapiteins. Sluizen zijn traag."
    older = {"Vervoer over water": f"{LOCKS} {crews}", "Dak": "Spanten."}
    parts = {"Rusttijden": crews, "Aanleg van vaarwegen": "Zweden en Estland zien sluizen."}
    before, after = rows(older, parts)
    assert is_part_of(before[0], after[1], after[:1])
    one = {**parts, "Aanleg van vaarwegen": "Zweden en Griekenland zien sluizen."}
    before, after = rows(older, one)
    assert not is_part_of(before[0], after[1], after[:1])


@pytest.mark.parametrize(
    ("states", "expected"),
    [("Litouwen en Letland", [((3,), ())]), ("Portugal en Letland", [])],
)
def test_a_point_goes_on_in_an_item_of_its_states_and_of_one_word_of_its_title(
    states: str, expected: list[tuple[tuple[int, ...], ...]]
) -> None:
    raised = "Litouwen en Letland wezen op kinderen die naar school lopen langs snelwegen."
    older = points("2031-03-06-lnv", "Diversen", HONEY, WOLF, raised)
    said = f"{states} wilden bussen, stewards, bewaking en vervoer naar school."
    items = {"Gang naar school": said, "Meel": BREAD, "Sterren": STARS, "Wol": "Malta kocht wol."}
    newer = side("2031-06-12-lnv", {title: [("", "", text)] for title, text in items.items()})
    assert linked(older, newer) == expected


def test_a_short_point_on_one_word_is_no_rival_of_one_that_has_many() -> None:
    beds = "Winkels weigeren meubels; matrassen, dekens en kussens blijven duur."
    older = points("2031-03-06-lnv", "Diversen", beds, "Zeilen.", WOLF)
    said = "Matrassen, dekens, kussens, lakens, slopen, spreien en gordijnen; zeilen."
    newer = side("2031-06-12-lnv", {"Textiel": [("", "", said)], "Brood": [("", "", BREAD)]})
    assert linked(older, newer) == [((1,), ())]


@pytest.mark.parametrize(
    ("title", "expected"), [("Blinde vuurtorens", [((2,), ())]), ("Hoge vuurtorens", [])]
)
def test_a_point_that_names_all_of_a_title_goes_on_in_that_item(
    title: str, expected: list[tuple[tuple[int, ...], ...]]
) -> None:
    texts = "Het dossier over blinde vuurtorens ligt stil.", "Malta prees blinde schippers."
    older = points("2031-03-06-lnv", "Diversen", WOLF, *texts)
    said = "De Commissie trok haar plan in; Finland was opgelucht."
    newer = side("2031-06-12-lnv", {title: [("", "", said)], "Brood": [("", "", BREAD)]})
    assert linked(older, newer) == expected


def test_a_rival_of_a_point_that_goes_on_with_another_item_does_not_count() -> None:
    animals = "robben, walrussen, otarissen en kraaien"
    raised = f"Letland wees op zeehonden, netten, zalm, geweren, {animals}."
    catch = "Sprot, haring, paaigrond, schol, bot en ansjovis"
    stocks = f"{catch}; zeehonden, netten en boeien."
    seals = "Zeehonden, netten, zalm, boeien en geweren; otters, bevers."
    older = {"Diversen": [("", "", WOLF), ("", "", raised)], "Zee": [("", "", stocks)]}
    for plan, expected in ((f"{catch}.", [((2,), ())]), (BREAD, [])):
        newer = {"Zoogdieren": [("", "", seals)], "Quota": [("", "", plan)]}
        found = linked(side("2031-03-06-lnv", older), side("2031-06-12-lnv", newer))
        assert [pair for pair in found if pair[0]] == expected


@pytest.mark.parametrize(
    ("title", "text", "together"),
    [
        ("Actieplan papier", "Ierland wees op pulp, kranten, karton, dozen en inkt.", False),
        ("Actieplan voor glas", "Ierland wees op zand, ruiten, kwarts, soda en flessen.", True),
    ],
)
def test_plans_of_one_frame_do_not_go_by_the_sentences_of_any_plan(
    title: str, text: str, together: bool
) -> None:
    form = "De Commissie kondigde voor het einde van het jaar een actieplan aan."
    hold = "Zweden en Denemarken wilden aan de huidige regels van het actieplan vasthouden."
    glass = "Duitsland wees op ovens, zand, flessen, ruiten, spiegels, kwarts, soda en kalk."
    older = {
        "Actieplan glas": [("", "", x) for x in (form, glass, hold)],
        "Rogge": [("", "", BREAD)],
    }
    newer = {title: [("", "", x) for x in (form, text, hold)], "Rogge": [("", "", BREAD)]}
    sides = side("2031-03-06-ecofin", older), side("2031-06-12-ecofin", newer)
    found = [each.title for each in group_items(*sides, Topics()) if each.older and each.newer]
    assert (title in found) is together


@pytest.mark.parametrize(("states", "together"), [("Polen en Letland", False), ("Men", True)])
def test_titles_a_little_alike_do_not_link_what_other_states_spoke_on(
    states: str, together: bool
) -> None:
    wanted = "Spanje en Malta wezen op online formulieren, loketten, zegels, ambassades, tolken."
    told = f"{states} noemden scholen, gamers, ouders, chatgroepen, beelden, wapens en haat."
    older = {"Digitalisering van visa": wanted}
    newer = {"Online radicalisering van jongeren": told}
    filler = {"Rogge": BREAD, "Sterren": STARS, "Spoor": PLATES}
    groups = grouped(older | filler, newer | filler)
    assert (([*older], [*newer]) in groups) is together


RAILS = "De Raad sprak over perrons en dwarsliggers."
SLEEPERS = "Oude dwarsliggers lekken teer; boeren klagen over stank."


@pytest.mark.parametrize(
    ("title", "also", "said", "part"),
    [
        ("Spoorzaken", "", "", False),
        ("Spoorwegpakket", "", "", True),
        ("Spoorwegpakket", "Malta telt dwarsliggers.", "", False),
        ("Spoorzaken", "", "Dit is afgesplitst van de tekst over dwarsliggers.", True),
        ("Spoorzaken", "", "Dit is afgesplitst van de tekst over luchthavens.", False),
        ("Spoorzaken", "", "De stemmen waren gesplitst over dwarsliggers.", False),
        ("Spoorzaken", "", "Het debat over dwarsliggers vond plaats in twee delen.", False),
        ("Spoorzaken", "", "De Raad besloot dwarsliggers in twee delen te behandelen.", True),
        ("Spoorzaken", "", "A consensus on dwarsliggers emerged.", False),
        ("Spoorzaken", "", "The levy on dwarsliggers split the Council.", False),
        ("Spoorzaken", "", "The texts on dwarsliggers were merged.", True),
        ("Package spoorzaken", "", "", False),
        ("Package on spoorzaken", "", "", True),
        ("Spoorzaken: package", "", "", True),
    ],
)
def test_an_item_of_which_it_is_said_that_it_was_split_has_parts(
    title: str, also: str, said: str, part: bool
) -> None:
    older = {title: RAILS} | ({"Havens": also} if also else {})
    before, after = rows(older, {"Teer in sloten": f"{SLEEPERS}\n{said}"})
    assert is_part_of(before[0], after[0]) is part


@pytest.mark.parametrize(
    ("older", "part"),
    [("Perrons", False), ("Spoor bij perrons", True)],
)
def test_a_package_has_no_part_by_the_one_word_of_its_own_title(older: str, part: bool) -> None:
    before, after = rows({older: "Langs het spoor waait het."}, {"Pakket spoor": SLEEPERS})
    assert is_part_of(after[0], before[0]) is part


def test_one_state_does_not_tie_an_item_to_a_package_by_what_both_titles_name_alone() -> None:
    for said, part in (("Slowakije wil broodjes.", False), ("Slowakije wil doekjes.", True)):
        before, after = rows({"Spoorpakket": "Slowakije wil doekjes."}, {"Spoorrails": said})
        assert is_part_of(before[0], after[0]) is part, said


def test_an_item_on_a_state_outside_the_council_is_no_part_of_one_that_never_names_it() -> None:
    older = {"Oekraïne: winter": PORTS, "Smokkel: vervolging": JUDGES}
    for named, part in (("", False), ("Oekraïne zond een brief.", True)):
        before, after = rows(older, {"Onderwereld": f"{WHOLE}\n{named}"})
        assert is_part_of(after[0], before[0]) is part, named


def test_one_state_links_two_items_that_have_little_else_in_common_only_where_texts_do() -> None:
    older = {"Binnenvaart": "Slowakije wil schotels en kranten."}
    for others, alike in (("en hotels", True), ("hotels, meeuwen en wieren", False)):
        before, after = rows(older, {"Vergroening": f"Slowakije wil schotels {others}."})
        assert are_told_alike(before[0], after[0], (before, after)) is alike, others


def test_items_of_which_it_is_said_that_they_were_joined_are_parts_of_one() -> None:
    older = {"Teer in sloten": "Oude dwarsliggers lekken teer."}
    joined = "Beide dossiers zijn samengevoegd."
    for said, part in ((joined, True), ("Beide dossiers zijn belangrijk.", False)):
        before, after = rows(older, {"Spoor": f"{RAILS}\n{said}"})
        assert is_part_of(after[0], before[0]) is part


def test_two_acts_that_share_no_word_of_their_titles_are_apart() -> None:
    said = "De Commissie verdedigde keuring van zaden, etiketten en rassen in kwekerijen."
    titles = "Verordening betreffende bomen in lanen", "Voorstel voor een verordening over groenten"
    before, after = rows({titles[0]: said}, {titles[1]: said})
    assert are_apart(before[0], after[0])
    before, after = rows({titles[0]: said}, {"Zaden en rassen": said})
    assert not are_apart(before[0], after[0])


@pytest.mark.parametrize(
    ("older", "newer", "alike"),
    [
        ("Malta roemt knikkers.", "Cyprus weegt knikkers.", True),
        ("Malta roemt knikkers.", "Cyprus weegt glas.", False),
        (
            "Malta roemt knikkers, tollen, hoepels, vliegers en bikkels.",
            "Cyprus weegt knikkers, molens, sluizen, gemalen en dijken.",
            False,
        ),
    ],
)
def test_a_word_of_a_title_that_two_items_alone_have_links_them_where_nothing_is_near(
    older: str, newer: str, alike: bool
) -> None:
    before, after = rows({"Spelletjes": older}, {"Knikkers op school": newer})
    assert are_told_alike(before[0], after[0], (before, after)) is alike


def test_words_that_both_halves_of_an_item_have_speak_for_the_first_of_them() -> None:
    older = {"Vertrek": "Uitzetting met dwang; tolken en vluchten."}
    newer = {"Tolk": "Uitzetting, dwang en knikkers.", "Lucht": "Uitzetting, dwang en hoepels."}
    before, after = rows(older, newer)
    pair = before[0], after[0]
    kept = without_halves(*pair, (before, after))
    assert not are_told_alike(*pair, kept)
    assert are_told_alike(*pair, kept, halves=((), after[1:2]))
    assert any(old and new for old, new in grouped(older, newer))


def test_a_word_of_both_titles_that_no_other_item_has_keeps_them_together() -> None:
    said = "Duitsland wees op voorraden van medicijnen.", "Malta kan weer medicijnen bestellen."
    titles = "Kritieke medicijnen: inkoop", "Levering van medicijnen"
    before, after = rows({titles[0]: said[0]}, {titles[1]: said[1]})
    assert not are_apart(before[0], after[0])
    framed = "Medicijnen voor paarden", "Medicijnen voor bijen"
    before, after = rows({framed[0]: said[0]}, {framed[1]: said[1]})
    assert are_apart(before[0], after[0])
    before, after = rows({titles[0]: said[0]}, {titles[1]: said[1], "Meer medicijnen": said[1]})
    assert are_apart(before[0], after[0])


def test_a_state_goes_by_its_capital_where_two_titles_name_two() -> None:
    said = "Over de lening van {} bij Euroclear wordt gesproken."
    before, after = rows({"Oekraïne": said.format("")}, {"Rusland": said.format("Kyiv")})
    assert not are_apart(before[0], after[0])
    before, after = rows({"Oekraïne": said.format("")}, {"Rusland": said.format("")})
    assert are_apart(before[0], after[0])


def test_a_point_that_was_joined_in_an_item_beside_another_one_is_compared_with_it() -> None:
    spoons = "Malta vroeg aandacht voor lepels van tin en hun gieterijen."
    older = {"Vorken en messen": "De Raad sprak over vorken, messen en zilver.", "Diversen": ""}
    newer = {
        "Bestek": "Over vorken en messen van zilver: een keurmerk. Over lepels: tin en gieterijen."
    }
    sides = (
        side(
            "2031-03-06-jbz",
            {
                "Vorken en messen": [("", "", older["Vorken en messen"])],
                "Diversen": [("", "", spoons), ("", "", "Cyprus bespeelt harpen.")],
            },
        ),
        side(
            "2031-06-12-jbz", {"Bestek": [("", "", newer["Bestek"])], "Sterren": [("", "", STARS)]}
        ),
    )
    groups = link_parts(group_items(*sides, Topics()), Topics())
    joined = next(group for group in groups if group.newer and group.older)
    assert [(unit.candidate.entry.title, unit.sentences) for unit in joined.older] == [
        ("Vorken en messen", ()),
        ("Diversen", (1,)),
    ]
    apart = Topics().refuse("2031-06-12-jbz/bestek", "2031-03-06-jbz/diversen")
    groups = link_parts(group_items(*sides, apart), apart)
    assert all(len(group.older) < 2 for group in groups)


@pytest.mark.parametrize(
    ("states", "rival", "part"),
    [
        ("Polen en Letland", "Malta maakt hoeden.", True),
        ("Polen en Letland", "Water en verstuivend zand; boomziekten.", False),
        ("Spanje en Letland", "Malta maakt hoeden.", False),
    ],
)
def test_a_text_alike_by_far_in_pieces_of_its_words_makes_a_part_with_the_same_states(
    states: str, rival: str, part: bool
) -> None:
    fruit = "dorst bij olijven, druiven, amandels."
    cattle = "dorst bij schapen, kippen, geiten, ezels, honden en lama's."
    one = f"Polen, Letland en Zweden: watertekorten, zandverstuiving, {fruit}"
    other = f"{states}: tekorten aan water, verstuivend zand; {cattle}"
    before, after = rows({"Weer": one, "Hoofd": rival}, {"Gevolgen": other})
    assert is_part_of(before[0], after[0]) is part


@pytest.mark.parametrize(
    ("states", "part"), [("Polen en Letland", False), ("Spanje en Malta", True), ("Men", True)]
)
def test_an_item_on_which_other_states_spoke_is_no_part_by_its_words(
    states: str, part: bool
) -> None:
    older = "Spanje en Malta: walstroom, sluizen, meeuwen, loodsen, netten, wier."
    newer = f"{states}: walstroom, sluizen, bagger, asfalt, pieren, dukdalven."
    filler = {"Rogge": BREAD, "Spoor": PLATES}
    before, after = rows({"Kust en walstroom": older} | filler, {"Walstroom": newer} | filler)
    assert is_part_of(before[0], after[0]) is part


@pytest.mark.parametrize(
    ("rival", "part"),
    [("Malta maakt hoeden.", True), ("Walstroom, meeuwen, netten, wier.", False)],
)
def test_the_same_states_make_no_part_of_an_item_that_is_less_on_its_subject_than_another(
    rival: str, part: bool
) -> None:
    older = (
        "Polen, Letland en Zweden: walstroom, sluizen, stormen, loodsen, ankers, touwen, dijken, "
        "kades, vissers, roeiers."
    )
    newer = (
        "Polen, Letland en Zweden: walstroom, meeuwen, bagger, asfalt, pieren, dukdalven, kranen."
    )
    before, after = rows({"Kust": older, "Wad": rival}, {"Diepgang": newer})
    assert is_part_of(before[0], after[0]) is part


def test_an_item_on_an_act_that_a_longer_text_names_was_split_off_it() -> None:
    frame = "De Raad sprak over Schengen. Malta telde vluchten, honden, koffers en visa."
    title = "Visumopschortingsmechanisme"
    part = {title: "Koffers, honden en visa van reizigers."}
    for said, split in (("Het opschortingsmechanisme wordt herzien.", True), ("", False)):
        before, after = rows({"Schengenbarometer": f"{frame} {said}"}, part)
        assert is_part_of(before[0], after[0]) is split


@pytest.mark.parametrize(
    ("older", "newer", "apart"),
    [
        ("Burgerinitiatief over bont", "Burgerinitiatief over kooien", True),
        ("Burgerinitiatief over bont", "Initiatief van burgers over kooien", False),
        ("Burgerinitiatief over bont", "Burgerinitiatief over nertsen", False),
    ],
)
def test_titles_that_differ_only_in_what_they_are_of_are_on_two_things(
    older: str, newer: str, apart: bool
) -> None:
    said = "Polen verdedigde fokkers van nertsen, hokken, stro, voer en slachtlijnen."
    again = said.replace("nertsen", "kippen")
    before, after = rows({older: said}, {newer: again})
    assert are_apart(before[0], after[0], returns=True) is apart


@pytest.mark.parametrize(("states", "together"), [("Polen en Letland", False), ("Men", True)])
def test_words_of_texts_do_not_link_what_other_states_spoke_on(states: str, together: bool) -> None:
    older = {"Kust": "Spanje en Malta: walstroom, sluizen, meeuwen, loodsen, netten, wier."}
    newer = {"Diepgang": f"{states}: walstroom, sluizen, bagger, asfalt, pieren, dukdalven."}
    filler = {"Rogge": BREAD, "Sterren": STARS, "Spoor": PLATES}
    groups = grouped(older | filler, newer | filler)
    assert (([*older], [*newer]) in groups) is together


def test_where_little_comes_back_few_words_do_not_link_two_items() -> None:
    older = (
        "Schippers vragen walstroom; motoren, olie, roet, boeien, bakens, vuurtorens, "
        "dokken, kranen, slepers, loodsen, meeuwen."
    )
    newer = (
        "Schippers eisen walstroom; zeilen, kompassen, netten, touwen, luiken, ankers, "
        "masten, rompen, kielen, roeren, stuurlieden."
    )
    pair = ({"Nachtrust in havens": older}, {"Schonere lucht": newer})
    subjects = ("Kersen", "Peren", "Noten", "Pruimen", "Bessen", "Vijgen")
    same = {f"{one}oogst": f"De Commissie prees {one.lower()}." for one in subjects}
    linked = grouped(pair[0] | same, pair[1] | same)
    assert ([*pair[0]], [*pair[1]]) in linked
    others = {f"{one}teelt": f"Cyprus besprak {one}." for one in ("hop", "vlas", "mos", "riet")}
    assert grouped(pair[0] | same, pair[1] | others) == []


@pytest.mark.parametrize(("spoken", "apart"), [(" Voorrang voor eigen pulp.", False), ("", True)])
def test_titles_of_one_frame_are_on_one_thing_where_a_text_names_what_both_do(
    spoken: str, apart: bool
) -> None:
    text = "Ierland wees op kranten, karton, dozen, inkt, rollen, snippers, oven en droger."
    older = {"Verordening versnelde papieren vergroening": f"{text}{spoken} Vergroening."}
    newer = {"Voorrang voor eigen pulp in de verordening papieren versnelling": f"{text} Pulp."}
    others = {"Spoor": "Voorrang voor eigen treinen.", "Hout": "Pulp is een vergroening."}
    before, after = rows(older | others, newer | others)
    assert are_apart(before[0], after[0], returns=True) is apart


@pytest.mark.parametrize(
    ("title", "apart"),
    [
        ("Mandaat van het Europees Agentschap voor chemische stoffen", True),
        ("Mandaat van de Easa", True),
        ("Toekomst van het EU-milieuagentschap", False),
    ],
)
def test_items_on_two_agencies_are_not_one(title: str, apart: bool) -> None:
    text = "Malta sprak over taken, begroting, zetel en bestuur van het agentschap."
    before, after = rows({"Mandaat van het Europees Milieuagentschap": text}, {title: text})
    assert are_apart(before[0], after[0], returns=True) is apart
