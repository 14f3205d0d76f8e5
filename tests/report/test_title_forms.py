"""Titles in the many ways in which writers set them apart from the text around them."""

import textwrap

import pytest
from texts import read

from workflow.report.reader import read_report

HEAD = "Verslag van de Raad Algemene Zaken van 4 mei 2033\n\n"


def items(text: str) -> list[tuple[str, str, str, list[str]]]:
    """Number, title, treatment and sentences of each item of a text below `HEAD`."""
    found = [item for _, item in read(HEAD + text).items()]
    return [(i.number, i.title, i.treatment, [s.text for s in i.sentences]) for i in found]


@pytest.mark.parametrize(
    ("line", "treatment"),
    [
        ("(mogelijk politiek akkoord)", "mogelijk politiek akkoord"),
        ("(poss.) beleidsdebat", "(poss.) beleidsdebat"),
        ("=> stand van zaken", "stand van zaken"),
        ("→ gedachtewisseling", "gedachtewisseling"),
        ("Algemene oriëntatie [openbaar]", "Algemene oriëntatie [openbaar]"),
        ("Presentatie Commissie", "Presentatie Commissie"),
        ("(evt. aanname aanbeveling)", "evt. aanname aanbeveling"),
        ("(b) oriënterend debat", "oriënterend debat"),
        ("Presentatie van het werkprogramma", "Presentatie van het werkprogramma"),
    ],
)
def test_treatments_stand_below_titles_in_many_ways(line, treatment):
    text = f"1. Veren\n{line}\n\nDe Raad sprak er kort over.\n\n2. Boten\n\nMalta was tegen.\n"
    assert items(text) == [
        ("1", "Veren", treatment, ["De Raad sprak er kort over."]),
        ("2", "Boten", "", ["Malta was tegen."]),
    ]


def test_a_line_that_opens_a_list_is_no_treatment():
    text = "1. Veren\n\nConclusies van de Raad:\n\n- meer veren\n\n- tol\n\n2. Boten\n\n"
    text += "De Raad sprak er kort over. Malta was tegen.\n"
    assert [(treatment, len(said)) for _, _, treatment, said in items(text)] == [("", 3), ("", 2)]


def test_a_number_that_opens_a_paragraph_is_no_sentence():
    text = (
        "1. Veren\n\n1.1. De Raad sprak over veren.\n\n1.2. Malta was tegen. Het wacht tot 1 okt. "
        "2034.\n\n2. Vlotten\n\n2.1. Cyprus komt in dec. De Raad wacht.\n"
    )
    assert [sentences for *_, sentences in items(text)] == [
        ["1.1. De Raad sprak over veren.", "1.2. Malta was tegen.", "Het wacht tot 1 okt. 2034."],
        ["2.1. Cyprus komt in dec.", "De Raad wacht."],
    ]


def test_the_number_of_an_edition_opens_no_paragraph():
    said = "De Raad sprak over veren op de rivieren en de kanalen van de hele Unie. "
    wrapped = textwrap.fill(said * 12 + "Malta wees op het programma", 80)
    line = "Malta vroeg aandacht voor de veren en de steigers, en voor het programma HAVEN"
    text = f"1. Veren\n\n{wrapped}.\n{line}\n2.0. Europol was tevreden.\n\n2. Vlotten\n\n"
    ((*_, veren), _) = items(f"{text}Malta sprak.\n")
    assert veren[-2:] == [f"{line} 2.0.", "Europol was tevreden."]


def test_numbers_without_stops_count_titles_that_end_in_one():
    text = "De Raad sprak er kort over.\n\n".join(f"{n}  {title}\n\n" for n, title in (
        ("I", "Veren"), ("II", "Vlotten e.d."), ("III", 'Een vorm ("Inc.")'), ("IV", "A.O.B."),
    )) + "Malta sprak.\n"  # fmt: skip
    assert [title for _, title, *_ in items(text)] == [
        "Veren", "Vlotten e.d.", 'Een vorm ("Inc.")', "A.O.B.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "annex",
    ["Bijlage: Deelnemers", "Bijlage 2 – Deelnemers", "BIJLAGE", "Bijlage – Stand van zaken"],
)
def test_an_annex_behind_numbered_items_is_no_part_of_the_last(annex):
    text = "1. Veren\n\nDe Raad sprak er kort over.\n\n2. Vlotten\n\nMalta sprak.\n\n"
    text += f"{annex}\n\nMalta: A. B.\n"
    found = [(title, treatment) for _, title, treatment, _ in items(text)]
    assert found == [("Veren", ""), ("Vlotten", ""), (annex, "")]


def test_a_line_that_calls_itself_a_report_heads_nothing():
    report = read(
        "RAAD ALGEMENE ZAKEN VAN 4 MEI 2033\n\nVERSLAG\n\n1. Veren\n\nDe Raad sprak er kort over.\n"
    )
    assert [part.title for part in report.parts] == [""]
    assert [item.title for _, item in report.items()] == ["Veren"]


def test_points_with_text_of_their_own_are_titles_where_nothing_else_is():
    text = "* Veren en boten\n\nDe Raad sprak er kort over.\n\n* Overig\n\nMalta was tegen."
    assert [title for _, title, *_ in items(text)] == ["Veren en boten", "Overig"]
    last = text + "\n\n* Diversen"
    assert [title for _, title, *_ in items(last)] == ["Veren en boten", "Overig"]
    points = "De Raad noemde:\n\n* veren;\n\n* vlotten.\n\nMalta was tegen een verbod op veren."
    assert [title for _, title, *_ in items(points)] == [""]


def test_a_sentence_above_questions_that_are_counted_is_no_title():
    text = (
        "Veren\n\nDe Commissie stelde twee vragen:\n\n1. Zijn veren nodig?\n2. Wie betaalt?\n\n"
        "Malta zei ja.\n\nVlotten\n\nDe Raad sprak er kort over.\n"
    )
    assert [title for _, title, *_ in items(text)] == ["Veren", "Vlotten"]


def test_a_page_with_a_statement_names_its_minister_and_its_own_day_above_the_text():
    report = read(
        "General Affairs Council\n\nStatement made on 20 July 2033\nStatement UIN HCWS214\n\n"
        "Statement made by\nDame Ada Moor\nMinister of State for Ferries\n\nI attended the "
        "General Affairs Council on 13 July 2033.\n\nFerries\nThe Commission spoke.\n\n"
        "Rafts and docks\nMalta was against a ban.\n"
    )
    assert [day.isoformat() for day in report.dates] == ["2033-07-13"]
    assert [item.title for _, item in report.items()] == ["", "Ferries", "Rafts and docks"]


def test_a_text_that_names_its_meeting_is_a_report():
    text = "1. Veren\n\n" + "Polen, Malta en Spanje zijn tegen veren op rivieren. " * 30
    assert [title for _, title, *_ in items(text)] == ["Veren"]


@pytest.mark.parametrize("number", ["Agendapunt {}", "AGENDAPUNT {}:", "Punt nr. {}."])
def test_numbers_stand_in_a_line_above_their_titles(number):
    body = "\n\nDe Raad sprak er kort over.\n\n"
    heads = [f"{number.format(n)}\n{title}" for n, title in ((1, "Veren"), (2, "Boten"))]
    report = read(HEAD + body.join(heads) + body)
    assert [(i.number, i.title) for _, i in report.items()] == [("1", "Veren"), ("2", "Boten")]
    assert [part.title for part in report.parts] == [""]


def test_numbers_without_stops_count_parts_of_points():
    text = "1 Water\n\n1.1 Veren\n\n{0}\n\n1.2 Boten\n\n{0}\n\n2 Land\n\n2.1 Bruggen\n\n{0}\n"
    report = read(HEAD + text.format("De Raad sprak er kort over."))
    assert [(part.id, part.title, len(part.items)) for part in report.parts] == [
        ("1", "Water", 2), ("2", "Land", 1),
    ]  # fmt: skip


def test_a_day_and_a_speaker_below_a_title_leave_the_report():
    report = read(
        "Competitiveness Council\nStatement\n23 March 2033\n\nLord Moor\nThe Parliamentary "
        "Under-Secretary of State, Department for Rafts\n\nI attended the Competitiveness Council "
        "on February 27th, 2033.\n\nRafts and docks\n\nThe Commission presented its plan.\n\n"
        "Ferries\n\nMalta was against a ban.\n"
    ).items()
    assert [item.title for _, item in report] == ["", "Rafts and docks", "Ferries"]


COUNTED = (
    "1) VEREN: De Raad sprak er kort over. Malta was tegen.\n\n2) BOTEN: Polen was voor een verbod "
    "op boten.\n\n3) AOB: geen."
)


def test_counted_titles_may_run_into_their_text():
    assert [(n, t, len(s)) for n, t, _, s in items(COUNTED)] == [
        ("1", "VEREN", 2), ("2", "BOTEN", 1), ("3", "AOB", 1),
    ]  # fmt: skip


def test_a_counted_list_in_a_longer_text_opens_no_items():
    text = "De ministers spraken lang over het verkeer op de rivieren en over de steigers. " * 3
    assert [title for _, title, *_ in items(f"{text}\n\n{COUNTED}\n\n{text}")] == [""]


def test_the_first_sentence_of_a_mail_stays_behind_its_salutation():
    report = read(
        "Geachte leden,\nhieronder treft u de uitkomsten van de Ecofinraad van 18 februari 2033 "
        "aan.\n\n1. Veren\n\nDe Raad sprak er kort over.\n\n2. Boten\n\nMalta was tegen.\n"
    )
    assert (report.council, [day.isoformat() for day in report.dates]) == ("Ecofin", ["2033-02-18"])


def test_counted_points_that_end_in_a_stop_are_no_items_among_other_titles():
    body = "\n\nDe Raad sprak er kort over.\n\n"
    text = f"Veren{body}Havens{body}1. Een nieuw fonds.{body}2. Een nieuwe heffing.{body}Vis{body}"
    assert [(n, title, len(s)) for n, title, _, s in items(text)] == [
        ("", "Veren", 1), ("", "Havens", 5), ("", "Vis", 1),
    ]  # fmt: skip
    text = f"Inleiding{body}1. Een nieuw fonds.{body}2. Een nieuwe heffing.{body}"
    assert [n for n, *_ in items(text)] == ["", "1", "2"]
    assert [n for n, *_ in items(f"{text}Slot{body}")] == ["", "1", "2"]
    text = f"Samenvatting{body}Verloop van de Raad{body}1. Veren.{body}2. Boten.{body}3. Tol.{body}"
    assert [n for n, *_ in items(text)] == ["", "1", "2", "3"]


def test_a_line_that_starts_with_degrees_goes_on():
    text = (
        "1. Veren\n\nDe Commissie wees erop dat het water in deze eeuw al meer dan een\n"
        "2° Celsius warmer wordt en dat veel veren daar niet op zijn gebouwd.\n\n"
        "2. Vlotten\n\nMalta was tegen.\n"
    )
    assert [(title, len(s)) for _, title, _, s in items(text)] == [("Veren", 1), ("Vlotten", 1)]


def test_fields_with_text_right_below_a_part_are_items_of_it():
    body = "\n\nDe Raad sprak er kort over.\n\n"
    fields = f"Visserij{body}Energie{body}"
    report = read(f"{HEAD}BESPROKEN PUNTEN\n\nVeren{body}Boten{body}ANDERE PUNTEN\n\n{fields}")
    assert [(part.title, [item.title for item in part.items]) for part in report.parts] == [
        ("BESPROKEN PUNTEN", ["Veren", "Boten"]), ("ANDERE PUNTEN", ["Visserij", "Energie"]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("Beste collega's,", "Groet,\nAda"), ("Dag allemaal,", "Hartelijke groeten,\nAda Rivier"),
        ("Beste allen,", "Mvg\nAda"),
    ],
)  # fmt: skip
def test_what_opens_and_closes_a_mail_is_no_text(opening, closing):
    report = read(
        f"{opening}\n\nHieronder de terugkoppeling van de Ecofinraad van 18 februari 2033.\n\nVeren"
        "\n\nDe Raad sprak er kort over.\n\nBeste praktijken\n\nMalta was tegen.\n\n" + closing
    )
    assert [(item.title, len(item.sentences)) for _, item in report.items()] == [
        ("", 1), ("Veren", 1), ("Beste praktijken", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "footer", ["Ministerie van Veren          Pagina {} van 2", "blz. {} van 2      Veren, 4 mei"]
)
def test_words_beside_the_number_of_a_page_are_no_text(footer):
    text = "1. Veren\n\nDe Raad sprak er kort over.\n\n{0}\n\n2. Boten\n\nMalta sprak.\n\n{1}\n"
    found = items(text.format(footer.format(1), footer.format(2)))
    assert [sentences for *_, sentences in found] == [
        ["De Raad sprak er kort over."], ["Malta sprak."],
    ]  # fmt: skip


def test_numbers_behind_words_may_start_where_a_report_starts():
    body = "\n\nDe Raad sprak er kort over.\n\n"
    text = f"Agendapunt 4. Veren{body}Agendapunt 5. Diversen\n\na) Boten{body}b) Vlotten{body}"
    assert [(n, title, len(s)) for n, title, _, s in items(text)] == [
        ("4", "Veren", 1), ("5", "Diversen", 4),
    ]  # fmt: skip


def test_states_outside_the_union_may_head_a_paragraph():
    text = "De ministers spraken over de toestand aldaar en wat er nodig is. Malta wil meer hulp."
    found = items("\n\n".join(f"{name}: {text}" for name in ("Oekraïne", "Syrië", "Sahel")))
    assert [title for _, title, *_ in found] == ["Oekraïne", "Syrië", "Sahel"]
    found = items("\n\n".join(f"{name}: {text}" for name in ("Malta", "Frankrijk", "Polen")))
    assert [title for _, title, *_ in found] == [""]


@pytest.mark.parametrize(
    "office", ["de minister van Volksgezondheid,\nWelzijn en Sport,", "De minister van Financiën,"]
)
def test_an_office_of_two_lines_signs_a_letter(office):
    report = read(
        "Geachte voorzitter,\n\nHierbij ontvangt u het verslag van de Ecofinraad van 18 februari "
        "2033.\n\n1. Veren\n\nDe Raad sprak er kort over.\n\n2. Boten\n\nMalta was tegen.\n\n"
        f"Hoogachtend,\n\n{office}\n\n\nJ.A. Rivier\n"
    )
    assert [s.text for s in report.items()[-1][1].sentences] == ["Malta was tegen."]


def test_points_below_other_business_are_no_treatments():
    text = "1. Veren (stand van zaken)\n\nDe Raad sprak er kort over.\n\n2. Diversen\n\n"
    text += "- Informatie van de commissie over tol\n\n- Presentatie van de commissie\n"
    assert [(title, treatment, len(said)) for _, title, treatment, said in items(text)] == [
        ("Veren", "stand van zaken", 1), ("Diversen", "", 2),
    ]  # fmt: skip


MORE = "De ministers spraken lang over de vaart op de rivieren van de Unie en over de steigers."
LEADS_THAT_MAY_HEAD = [
    (["Veren:", "Conclusies:", "Boten:", "Voorzitterschap:"], MORE, 4),
    (["Veren.", "Boten.", "Europees Parlement.", "Commissie."], MORE, 4),
    (["Veren.", "Duitsland.", "Hongarije.", "Boten."], MORE, 4),
    (["Veren:", "Boten:", "Duitsland:", "Vlotten:"], MORE, 3),
    (["Veren:", "Boten:", "Steun:", "Vlotten:"], MORE, 3),
    (["Veren:", "Boten:", "Vlotten:", "Commissie:", "Vissen:", "Commissie:"], MORE, 4),
    (["Veren:", "Boten:", "Vlotten:", "Commissie:"], "Zij was tegen.", 3),
    (["Veren.", "Duitsland.", "Boten.", "Vlotten."], "Was tegen een heffing. Wil meer tijd.", 3),
]


@pytest.mark.parametrize("form", ["{}", "**{}**"])
@pytest.mark.parametrize(("leads", "last", "titles"), LEADS_THAT_MAY_HEAD)
def test_a_lead_of_one_paragraph_is_a_title_beside_two_others(tmp_path, form, leads, last, titles):
    """Not before a short text, where it returns or names a side, nor a state before a colon."""
    said = [last if any(w in lead for w in ("Comm", "Duits")) else MORE for lead in leads]
    lines = [f"{form.format(lead)} {text}" for lead, text in zip(leads, said, strict=True)]
    path = tmp_path / "verslag.md"
    path.write_text("\n\n".join([f"# {HEAD.strip()}", *lines]))
    found = [item.title for _, item in read_report(path).items()]
    heads = [lead[:-1] for lead in leads]
    assert len(found) == titles
    assert found == [title for title in heads if title in found]


def test_bold_states_and_bodies_may_be_titles_beside_one_other(tmp_path):
    titles = ["Veren", "Duitsland", "Hongarije", "Europees Parlement"]
    path = tmp_path / "verslag.md"
    path.write_text("\n\n".join([f"# {HEAD.strip()}", *(f"**{t}.** {MORE}" for t in titles)]))
    assert [item.title for _, item in read_report(path).items()] == titles


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (("Opening", "Vaststelling agenda"), ("Diversen", "Volgende vergadering")),
        (("Inleiding", "Lunchdebat"), ("Rondvraag", "Sluiting")),
        (("Veren", "Boten"), ("Vlotten", "Vissen")),
    ],
)
def test_what_stands_around_items_makes_no_points_of_their_numbers(above, below):
    body = "\n\nDe Raad sprak er kort over.\n\n"
    text = "".join(
        f"{title}{body}" for title in (*above, "1. Lonen.", "2. Tol.", "3. Zorg.", *below)
    )
    numbers = [number for number, *_ in items(text) if number]
    assert numbers == ([] if above[0] == "Veren" else ["1", "2", "3"])


def test_items_with_a_word_before_their_number_may_start_at_any_number() -> None:
    text = (
        "Agendapunt 12: Veren\n\nDe Raad sprak er kort over.\n\nAgendapunt 14: Boten\n\n"
        "Malta was tegen.\n"
    )
    assert [item[:2] for item in items(text)] == [("12", "Veren"), ("14", "Boten")]


SAID = {
    "Veren": "De Raad sprak er kort over. Malta was tegen.",
    "Wrakken": "Polen vroeg om geld. Cyprus ook.",
    "Diversen": "Letland sprak over boeien.",
}


@pytest.mark.parametrize(
    "form",
    ["{title} - {text}\n\n", "{title} – {text}\n\n", "{title}: {text}\n\n", "- {title}: {text}\n",
     "• {title} – {text}\n"],
)  # fmt: skip
def test_titles_may_stand_before_short_texts_and_in_every_point_of_a_list(form: str) -> None:
    text = "".join(form.format(title=title, text=said) for title, said in SAID.items())
    found = [(title, " ".join(sentences)) for _, title, _, sentences in items(text)]
    assert found == list(SAID.items())


@pytest.mark.parametrize(
    "titles",
    [
        ("Malta", "Cyprus", "Polen"),  # who says what
        ("Veren", "Malta", "Wrakken"),
        ("Veren", "Veren", "Veren"),
        ("Minister Vella", "Minister Nowak", "Minister Le Berre"),
        ("Kosten", "De heer Willems", "Mevrouw De Boer"),
        ("Kosten", "De Poolse minister", "Eurocommissaris Aalto en minister Vella"),
    ],
)
@pytest.mark.parametrize("form", ["{} - {}\n\n", "{}: {}\n\n", "- {}: {}\n"])
def test_who_speaks_before_a_dash_or_in_points_is_no_title(titles, form: str) -> None:
    said = zip(titles, SAID.values(), strict=True)
    text = "".join(form.format(title, each) for title, each in said)
    assert [title for _, title, *_ in items(text)] == [""]


@pytest.mark.parametrize(
    ("names", "titles"),
    [
        (("Mr Hill", "Ms Wood", "Lord Marsh"), [""]),
        (("The Polish minister", "Commissioner Aalto", "Minister Vella"), [""]),
        (("Ferries", "Wrecks", "Mr Hill", "The Maltese minister"), [""]),
        (("Ministerial pay", "Ferries", "Wrecks"), ["Ministerial pay", "Ferries", "Wrecks"]),
    ],
)
def test_a_person_before_a_colon_is_no_title(names, titles) -> None:
    more = "The text on ferries must be written anew before the summer, and the tolls as well."
    text = "\n\n".join(f"{name}: The proposals go too far. {more}" for name in names)
    report = read(f"Report of the General Affairs Council of 4 May 2033\n\n{text}\n")
    assert [item.title for _, item in report.items()] == titles
    kept = [sentence.text for _, item in report.items() for sentence in item.sentences]
    assert len(kept) == 2 * len(names)


def test_titles_in_capitals_before_a_dash_in_a_mail_are_items() -> None:
    mail = (
        "Van: Ada\nOnderwerp: Verslag - Raad Buitenlandse Zaken 17 november 2031\n\nBeste,\n\n"
        "Hierbij een kort verslag van de Raad Buitenlandse Zaken van gisteren, voor wie er niet "
        "bij kon zijn.\n\nSOEDAN - De ministers spraken over hulp. Malta was tegen.\n\nSAHEL - "
        "Polen waarschuwde voor honger.\n\nDIVERSEN - Cyprus sprak over ballonnen.\n\nGroet,\nAda\n"
    )
    report = read(mail)
    assert [item.title for _, item in report.items() if item.title] == [
        "SOEDAN",
        "SAHEL",
        "DIVERSEN",
    ]
    assert report.dates


@pytest.mark.parametrize(
    ("title", "own"),
    [
        ("Werklunch: levering", True),
        ("Werklunch over levering", True),
        ("Lunchbespreking", True),
        ("In de marge van de Raad", True),
        ("Volgende vergadering", False),
        ("Afsluiting", False),
        ("Lunchpakketten in havens", False),
        ("Levering", False),
    ],
)
def test_a_meal_between_numbers_is_an_item_and_the_end_is_not(title: str, own: bool) -> None:
    text = (
        "1. Veren\n\nDe Raad sprak er kort over.\n\n"
        f"{title}\n\nPolen waarschuwde voor hoge prijzen.\n\n2. Boten\n\nMalta was tegen.\n"
    )
    found = [(number, each) for number, each, *_ in items(text)]
    assert found == [("1", "Veren"), *[("", title)] * own, ("2", "Boten")]


def test_a_meal_below_a_title_is_how_it_was_treated() -> None:
    text = "1. Veren\nWerklunch\n\nDe Raad sprak er kort over.\n\n2. Boten\n\nMalta was tegen.\n"
    assert [item[:3] for item in items(text)] == [("1", "Veren", "Werklunch"), ("2", "Boten", "")]


@pytest.mark.parametrize("title", ["Afsluiting", "Sluiting van de vergadering", "Werklunch"])
def test_the_end_of_a_meeting_behind_the_last_number_is_an_item(title: str) -> None:
    text = "1. Veren\n\nDe Raad sprak er kort over.\n\n2. Boten\n\nMalta was tegen.\n\n"
    found = [(number, each) for number, each, *_ in items(f"{text}{title}\n\nPolen dankte.\n")]
    assert found == [("1", "Veren"), ("2", "Boten"), ("", title)]


@pytest.mark.parametrize("title", ["Afsluiting", "Sluiting", "En marge", "Werklunch"])
def test_a_heading_that_returns_below_numbered_items_is_none(title: str) -> None:
    text = "".join(
        f"{n}. {each}\n\nDe Raad sprak er kort over.\n\n{title}\n\nPolen dankte.\n\n"
        for n, each in enumerate(("Veren", "Boten", "Vlotten"), 1)
    )
    found = [(number, each) for number, each, *_ in items(text)]
    assert found == [("1", "Veren"), ("2", "Boten"), ("3", "Vlotten")]


def test_an_office_before_a_stop_is_a_title() -> None:
    more = "The text on ferries must be written anew before the summer, and the tolls as well."
    titles = ["Ferries", "Chair of the Eurogroup", "Wrecks"]
    text = "\n\n".join(f"{title}. The Presidency opened the debate. {more}" for title in titles)
    report = read(f"Report of the General Affairs Council of 4 May 2033\n\n{text}\n")
    assert [item.title for _, item in report.items()] == titles


def test_a_title_may_end_in_a_verb():
    report = read(
        "Verslag van de Raad, 19 juni 2025\n\n"
        "1. Stages in de Unie\n\nMalta steunde het voorstel van de Commissie.\n\n"
        "2. Het recht om onbereikbaar te zijn\n\nCyprus was tegen het voorstel.\n\n"
        "3. Detachering van werknemers\n\nItalië was voor het voorstel van de Commissie.\n"
    )
    assert [item.number for _, item in report.items()] == ["1", "2", "3"]
