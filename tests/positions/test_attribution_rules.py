"""Who says what, rule by rule: word order, voice, lists, pronouns, audience. All text is ours."""

import pytest
from spoken import last, report_of

from workflow.positions.attribution import attribute
from workflow.positions.explaining import explain_sentence

DUTCH = {
    "Malta pleitte voor maatregelen tegen fraude.": [("land:MT", "call")],
    "Malta pleitte in de Raad tegen een verbod.": [("land:MT", "oppose")],
    "Malta vond niet dat het voorstel evenwichtig was.": [("land:MT", "oppose")],
    "Malta was niet van mening dat een richtlijn nodig was.": [("land:MT", "oppose")],
    "De Commissie zei voor de zomer te rapporteren.": [("commissie", "inform")],
    "De Commissie kwam terug op de vraag van Malta.": [("commissie", "inform")],
    "Malta gaf aan geen bijdrage te zullen leveren.": [("land:MT", "oppose")],
    "Malta gaf aan met een doel voor 2030 te kunnen leven.": [("land:MT", "support")],
    "Malta gaf aan nog niet met het voorstel in te kunnen stemmen.": [("land:MT", "reserve")],
    "Luxemburg kon met dat compromis instemmen.": [("land:LU", "support")],
    "Nederland zal geen afzwakking van de doelen steunen.": [("nederland", "oppose")],
    "Niet alle lidstaten konden instemmen.": [("lidstaten:sommige", "oppose")],
    "Nederland heeft zich hard gemaakt voor de positie van vrouwen.": [("nederland", "call")],
    "Tegen dit onderdeel bestond bij Malta veel weerstand.": [("land:MT", "oppose")],
    "Het voorstel viel bij de meeste lidstaten in goede aarde.": [("lidstaten:meeste", "support")],
    "Ik heb aangegeven dat Nederland niet kan instemmen.": [("nederland", "oppose")],
    "Malta gaf aan dat het tegen het verbod is.": [("land:MT", "oppose")],
    "Malta liet weten dat het zich zorgen maakt.": [("land:MT", "concern")],
    "Malta heeft zich, conform de brief aan Cyprus, tegen de tekst uitgesproken.": [
        ("land:MT", "oppose")
    ],
    "Malta steunt de samenwerking met dat land op dit punt niet langer.": [("land:MT", "oppose")],
    "Malta wenst de afspraken niet langer voor zijn rekening te nemen.": [("land:MT", "oppose")],
    "Malta zal niet bijdragen aan het fonds.": [("land:MT", "oppose")],
    "De Commissie zal niet vooruitlopen op het debat.": [("commissie", "announce")],
    "Malta steunde hulp bij tekorten.": [("land:MT", "support")],
    "Malta steunde de kritiek van Cyprus.": [("land:MT", "concern")],
    "Malta zei dat het voor een ruimere lijst was.": [("land:MT", "support")],
    "Malta wees erop dat het al veel doet.": [("land:MT", "inform")],
    "Het voorstel van Malta ligt op tafel.": [],
    "Volgens Parijs is het voorstel te duur.": [("land:FR", "concern")],
    "De Raad kwam bijeen in Parijs.": [("raad", "none")],
    "De Fransen hekelden het plan.": [("land:FR", "oppose")],
    "Frontex-directeur Leijtens benadrukte het belang van haast.": [("ag:frontex", "call")],
    "De ministers van Spanje en Malta steunden het plan.": [
        ("land:ES", "support"),
        ("land:MT", "support"),
    ],
    "Ruim twintig lidstaten steunden het plan.": [("lidstaten:meeste", "support")],
    "Polen kon niet akkoord gaan met de tekst.": [("land:PL", "oppose")],
    "De landen van de Visegrádgroep steunden het plan.": [
        ("land:CZ", "support"),
        ("land:HU", "support"),
        ("land:PL", "support"),
        ("land:SK", "support"),
    ],
    # word order
    "De Commissie presenteerde het verslag.": [("commissie", "inform")],
    "Daarnaast benadrukte de Commissie het belang van haast.": [("commissie", "call")],
    "De lidstaten riepen de Commissie op tot actie.": [("lidstaten:de", "call")],
    "De Commissie riep de lidstaten op tot actie.": [("commissie", "call")],
    "Dit verwelkomde Nederland.": [("nederland", "support")],
    "Aangezien er geen akkoord was, stelde het voorzitterschap uitstel voor.": [
        ("voorzitterschap", "call")
    ],
    "Dit was de eerste Raad onder leiding van Malta.": [],
    "Voor Malta was dit de eerste Raad.": [],
    "Op 3 mei vond de Raad plaats.": [],
    "Voorafgaand aan de stemming legde Malta een verklaring af.": [("land:MT", "inform")],
    "Uit de tafelronde bleek dat de meeste lidstaten het doel onderschrijven.": [
        ("lidstaten:meeste", "support")
    ],
    "Het is belangrijk dat de Commissie snel handelt.": [],
    "Mijn inbreng was gericht op haast.": [("nederland", "call")],
    "Ook van Italiaanse kant werd gewezen op het belang van hout.": [("land:IT", "call")],
    "Onder de lidstaten was er brede steun voor het plan.": [("lidstaten:de", "support")],
    "Door een aantal van hen werd aangedrongen op haast.": [("lidstaten:een-aantal", "call")],
    "Het voorzitterschap hoopte dat de Raad vaker met experts en de Commissie zal spreken.": [
        ("voorzitterschap", "call")
    ],
    "Een bescheiden minderheid van de lidstaten was tegen het plan.": [
        ("lidstaten:enkele", "oppose")
    ],
    "Nederland, Vlaanderen en Ierland willen meer ruimte.": [
        ("nederland", "call"),
        ("land:IE", "call"),
    ],
    "Bulgarije noch Malta zag iets in het plan.": [("land:BG", "oppose"), ("land:MT", "oppose")],
    "Vanuit Ierse optiek schiet het toezicht tekort.": [("land:IE", "concern")],
    "Bij Spanje bestond animo voor het plan.": [("land:ES", "support")],
    "De Commissie deed de toezegging in april terug te komen.": [("commissie", "announce")],
    "Malta gaf aan hier nog niet mee te kunnen instemmen.": [("land:MT", "reserve")],
    "Malta gaf aan dit standpunt te delen.": [("land:MT", "support")],
    "Tijdens de lunch kwam naar voren dat veel lidstaten behoefte hebben aan duidelijkheid.": [
        ("lidstaten:veel", "call")
    ],
    "Malta sprak zich hiertegen uit.": [("land:MT", "oppose")],
    "Het voorstel is niet aanvaardbaar voor Polen.": [("land:PL", "oppose")],
    "De lidstaten kwamen tot een algemene oriëntatie.": [("lidstaten:de", "decide")],
    "De HV sprak over de regio, waaronder Oekraïne.": [("ag:hv", "none")],
    "Malta hield vast aan zijn bezwaren tegen het plan.": [("land:MT", "oppose")],
    "De Raad maakte afspraken over de planning.": [("raad", "decide")],
    # separable verbs, perfect, future
    "De Raad heeft uitgebreid gesproken over hout.": [("raad", "none")],
    "De Raad ging akkoord met het mandaat.": [("raad", "decide")],
    "Malta en Cyprus gingen akkoord met het mandaat.": [
        ("land:MT", "support"),
        ("land:CY", "support"),
    ],
    "Malta moet nog een besluit nemen.": [("land:MT", "inform")],
    "De Raad startte met een gedachtewisseling over hout.": [("raad", "none")],
    "De Raad voerde een lang en open debat over hout.": [("raad", "none")],
    "Het voorzitterschap opende het debat met drie vragen.": [("voorzitterschap", "inform")],
    "Hierbij bied ik u het verslag van de Raad aan.": [("nederland", "inform")],
    "Het akkoord is bereikt, waar ik volledig achter sta.": [("nederland", "support")],
    "De Duitse en Franse delegaties vroegen om uitstel.": [
        ("land:DE", "call"),
        ("land:FR", "call"),
    ],
    "Europol lichtte de cijfers van het afgelopen jaar toe.": [("ag:europol", "inform")],
    "De Commissie kende groot belang toe aan snelheid.": [("commissie", "call")],
    "Nederland heeft zich tegen het voorstel uitgesproken.": [("nederland", "oppose")],
    "Het kabinet zal een brief sturen.": [("nederland", "announce")],
    "Frankrijk heeft het plan verwelkomd en op haast aangedrongen.": [
        ("land:FR", "support"),
        ("land:FR", "call"),
    ],
    # passive
    "Door veel lidstaten werd gewezen op de noodzaak van overleg.": [("lidstaten:veel", "call")],
    "Het voorstel werd gesteund door Polen.": [("land:PL", "support")],
    "De lidstaten werden gevraagd te reageren.": [],
    "Het door de Commissie gepubliceerde verslag is lang.": [],
    "Van Spaanse zijde werd gepleit voor uitstel.": [("land:ES", "call")],
    # subordinate and relative clauses
    "De bespreking was kort, waarbij enkele lidstaten aandacht vroegen voor de kosten.": [
        ("lidstaten:enkele", "call")
    ],
    "Nederland gaf aan dat de Commissie het voorstel moet aanpassen.": [("nederland", "call")],
    "Het plan dat de Commissie vorige week publiceerde, is besproken.": [],
    "Zweden steunde het plan, terwijl Malta zorgen uitte.": [
        ("land:SE", "support"),
        ("land:MT", "concern"),
    ],
    # lists and those beside
    "Bulgarije, Slovenië en Polen vroegen om uitstel.": [
        ("land:BG", "call"),
        ("land:SI", "call"),
        ("land:PL", "call"),
    ],
    "Zowel Frontex als Europol gaf een toelichting.": [
        ("ag:frontex", "inform"),
        ("ag:europol", "inform"),
    ],
    # roles, persons, groups
    "De uitvoerend directeur van Frontex waarschuwde voor drukte.": [("ag:frontex", "concern")],
    "De Italiaanse delegatie stemde tegen.": [("land:IT", "oppose")],
    "Commissaris Zwartendijk kondigde een voorstel aan.": [("commissie", "announce")],
    "De meeste lidstaten konden zich vinden in de tekst.": [("lidstaten:meeste", "support")],
    "Een groep van elf lidstaten pleitte voor uitstel.": [("lidstaten:een-groep", "call")],
    "12 lidstaten spraken hun steun uit.": [("lidstaten:veel", "support")],
    "Velen vonden het voorstel te duur.": [("lidstaten:veel", "concern")],
    "Ik heb aangegeven dat haast geboden is.": [("nederland", "call")],
    # other bodies, topics, facts
    "De Raad van Europa publiceerde een rapport.": [],
    "Onder overige punten kwam Mali ter sprake.": [],
    "Egypte huisvest veel vluchtelingen.": [],
    "Het standpunt in het actieplan van de Commissie is bekend.": [],
    # view and behalf
    "Volgens de Commissie moet dit anders.": [("commissie", "call")],
    "Wat Nederland betreft is verdere actie nodig.": [("nederland", "call")],
    "Voor Nederland is het van belang dat de regels gelden.": [("nederland", "call")],
    # negation, conditions, complements
    "Nederland kan niet instemmen met het voorstel.": [("nederland", "oppose")],
    "Veel lidstaten zagen geen aanleiding voor herziening.": [("lidstaten:veel", "oppose")],
    "België steunt het plan, mits de kosten laag blijven.": [
        ("land:BE", "support"),
        ("land:BE", "reserve"),
    ],
    "De Commissie gaf aan te streven naar een akkoord.": [("commissie", "announce")],
    "Nederland wees op het risico van misbruik.": [("nederland", "concern")],
    "Nederland achtte de regels weinig zinvol.": [("nederland", "oppose")],
    "Nederland zag de noodzaak van de regels niet in.": [("nederland", "oppose")],
    "Nederland vond steun via een fonds te omslachtig.": [("nederland", "concern")],
    "Kroatië bestempelde de eis als passend.": [("land:HR", "support")],
    "Nederland was bepaald niet gelukkig met het verbod.": [("nederland", "oppose")],
    "Nederland gaf aan dat het kader evenwichtig moet zijn.": [("nederland", "call")],
    "De Commissie wees op de nieuwe cijfers.": [("commissie", "inform")],
    "Nederland benadrukte dat haast nodig is, maar dat een verbod onnodig is.": [
        ("nederland", "call"),
        ("nederland", "oppose"),
    ],
    "De Raad nam de conclusies aan.": [("raad", "decide")],
    "De Commissie stelde vast dat de prijzen hoog zijn.": [("commissie", "inform")],
    "De Raad wisselde van gedachten over het plan.": [("raad", "none")],
}

ENGLISH = {
    "Malta announced that it would not sign.": [("land:MT", "oppose")],
    "Malta suspected that the benefits would scarcely be felt.": [("land:MT", "concern")],
    "Malta felt that voluntary detection would be enough.": [("land:MT", "support")],
    "Malta said that it stood fully behind the ban.": [("land:MT", "support")],
    "Malta noted that it bordered the sea.": [("land:MT", "inform")],
    "Malta did not think that the rules were justified.": [("land:MT", "oppose")],
    "Malta did not believe that the proposal was unacceptable.": [("land:MT", "support")],
    "Malta believed that fishing in the bay had declined.": [("land:MT", "inform")],
    "Malta was no longer persuaded that rules were necessary.": [("land:MT", "oppose")],
    "Not all Member States were able to agree.": [("lidstaten:sommige", "oppose")],
    "The Dutch minister distanced himself from the letter.": [("nederland", "oppose")],
    "The proposal found favour with Malta.": [("land:MT", "support")],
    "There were calls from Malta for a longer transition.": [("land:MT", "call")],
    "Greece would have preferred a longer text.": [("land:GR", "call")],
    "The text was supported by all but two Member States.": [("lidstaten:vrijwel-alle", "support")],
    "The proposal was criticised by Paris.": [("land:FR", "oppose")],
    "The Paris Agreement was discussed in Paris.": [],
    "The French supported the plan.": [("land:FR", "support")],
    "The French proposal was rejected by the Poles.": [("land:PL", "oppose")],
    "Poland's Finance Minister rejected the text.": [("land:PL", "oppose")],
    "The EP rapporteur welcomed the text.": [("ep", "support")],
    "The proposal was criticised by the three Baltic States.": [
        ("land:EE", "oppose"),
        ("land:LV", "oppose"),
        ("land:LT", "oppose"),
    ],
    "More than twenty Member States supported the plan.": [("lidstaten:meeste", "support")],
    "The proposal was criticised by many.": [("lidstaten:veel", "oppose")],
    "The social partners welcomed the plan.": [("derde:sociale-partners", "support")],
    # nouns that are spelled like verbs
    "In response most member states said that they could not accept the text.": [
        ("lidstaten:meeste", "oppose")
    ],
    "The Council adopted by qualified majority a regulation on timber.": [("raad", "decide")],
    "I voted in favour of the plan.": [("land:GB", "support")],
    "Ministers from several member states updated the Council on their plans.": [
        ("lidstaten:meerdere", "inform")
    ],
    "In terms of process the vast majority of member states (including the UK) wanted haste.": [
        ("lidstaten:meerderheid", "call"),
        ("land:GB", "call"),
    ],
    # persons and companions
    "Jane Roe, the deputy permanent representative in Brussels, represented the UK.": [
        ("land:GB", "none")
    ],
    "The chair of the Council, the Netherlands Minister for Housing, presented the plan.": [
        ("voorzitterschap", "inform")
    ],
    "The Council agreed the text, with Hungary voting against.": [
        ("raad", "decide"),
        ("land:HU", "oppose"),
    ],
    "Our views were echoed by some member states, including Finland.": [
        ("lidstaten:sommige", "support"),
        ("land:FI", "support"),
    ],
    "I joined several other Ministers in expressing concern at the delay.": [
        ("land:GB", "concern"),
        ("lidstaten:meerdere", "concern"),
    ],
    "There was information from the incoming Danish presidency, which stated that it would wait.": [
        ("voorzitterschap", "inform")
    ],
    "There was broad support among member states for the plan.": [("lidstaten:de", "support")],
    # what somebody else wants of a body, and names that hold a word of stance
    "The Council should play a stronger role.": [],
    "The Council noted the information provided by the Commission.": [("raad", "inform")],
    "Poland was alone in opposing the amendment.": [("land:PL", "oppose")],
    "I underlined the need for haste, and was supported by Austria.": [
        ("land:GB", "call"),
        ("land:AT", "support"),
    ],
    "Many member states, including Spain, Germany and others, supported haste.": [
        ("lidstaten:veel", "support"),
        ("land:ES", "support"),
        ("land:DE", "support"),
    ],
    "The Commissioner updated Ministers on the region, including Ukraine.": [
        ("commissie", "inform")
    ],
    "Ministers adopted without debate a resolution on housing.": [("raad", "decide")],
    "The Council agreed, with Hungary and Malta voting against and Austria abstaining.": [
        ("raad", "decide"),
        ("land:HU", "oppose"),
        ("land:MT", "oppose"),
        ("land:AT", "reserve"),
    ],
    "Germany lifted its scrutiny reservation.": [("land:DE", "support")],
    "The text is acceptable to the UK.": [("land:GB", "support")],
    "Some parts were unacceptable to the UK.": [("land:GB", "oppose")],
    "I took the opportunity to repeat the UK demand for a smaller budget.": [("land:GB", "call")],
    "The UK intervention welcomed the plan.": [("land:GB", "support")],
    "While we remain sceptical we will play our part.": [
        ("land:GB", "concern"),
        ("land:GB", "announce"),
    ],
    "The Commission said that the Parliament would be ready to start.": [("commissie", "inform")],
    "The Energy Commissioner presented the plan.": [("commissie", "inform")],
    "The first item was an update from the Commission on housing.": [("commissie", "inform")],
    "A substantial minority of delegations opposed the plan.": [("lidstaten:enkele", "oppose")],
    "The Commission pointed to the Solidarity Fund.": [("commissie", "inform")],
    "The Commission noted a proposal of last year to adopt new rules.": [("commissie", "inform")],
    "The Environment Council took place in Brussels.": [],
    "The Hungarian and Lithuanian delegations presented a paper.": [
        ("land:HU", "inform"),
        ("land:LT", "inform"),
    ],
    "The UK intervened, highlighting the importance of joint stocks.": [
        ("land:GB", "inform"),
        ("land:GB", "call"),
    ],
    "Most, however, emphasised that speed was essential.": [("lidstaten:meeste", "call")],
    "Others, notably Denmark, opposed the plan.": [
        ("lidstaten:andere", "oppose"),
        ("land:DK", "oppose"),
    ],
    "The informal Council then discussed migration.": [("raad", "none")],
    "The Council held a wide ranging debate on borders.": [("raad", "none")],
    "The presidency opened by recalling the mandate.": [("voorzitterschap", "inform")],
    "The UK supported by France welcomed the text.": [
        ("land:GB", "support"),
        ("land:FR", "support"),
    ],
    "In order to tackle the issue I called on ministers to act.": [("land:GB", "call")],
    "The Commission would pursue the matter bilaterally.": [("commissie", "announce")],
    "The UK would like to see more detail.": [("land:GB", "call")],
    "We had concerns about increased burdens.": [("land:GB", "concern")],
    "Poland could no longer support the draft.": [("land:PL", "oppose")],
    "Poland was opposed to free hand luggage.": [("land:PL", "oppose")],
    "Poland was far from enthusiastic about the draft.": [("land:PL", "concern")],
    "I intervened to state that tools were new and needed to be clear.": [("land:GB", "call")],
    "The Commission said that prices rose and saw no need for action.": [
        ("commissie", "inform"),
        ("commissie", "oppose"),
    ],
    "Next, Greece will update the Council.": [("land:GR", "announce")],
    "The Council is due to be held on 6 June.": [],
    "I endorsed the approach.": [("land:GB", "support")],
    "My noble Friend the Lord Green welcomed the text.": [("land:GB", "support")],
    "With the exception of Malta, all member states supported the text.": [
        ("lidstaten:vrijwel-alle", "support")
    ],
    "All delegations agreed with the text, apart from a handful.": [
        ("lidstaten:vrijwel-alle", "support")
    ],
    "The Council reached agreement on the directive.": [("raad", "decide")],
    "The UK stressed the need for speed.": [("land:GB", "call")],
    "The Government could not accept the text.": [("land:GB", "oppose")],
    "The proposal was welcomed by most delegations.": [("lidstaten:meeste", "support")],
    "Over lunch the Commission presented its plans.": [("commissie", "inform")],
    "France entered a scrutiny reserve, while Spain supported the text.": [
        ("land:FR", "reserve"),
        ("land:ES", "support"),
    ],
    "The Commission proposal was discussed.": [],
    "Poland could only agree if funding were available.": [("land:PL", "reserve")],
    "The presidency is planning a conference.": [("voorzitterschap", "announce")],
}


@pytest.mark.parametrize("text", DUTCH)
def test_dutch_sentence(text):
    assert last(text) == DUTCH[text]


@pytest.mark.parametrize("text", ENGLISH)
def test_english_sentence(text):
    assert last(text, language="en") == ENGLISH[text]


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("Veel lidstaten, waaronder Nederland, steunden het plan.", {"nederland"}),
        ("Net als Nederland pleitte Polen voor haast.", {"nederland"}),
        ("Spanje, gesteund door Malta en Cyprus, vroeg om uitstel.", {"land:MT", "land:CY"}),
        ("Nederland vroeg, mede namens Estland, om uitstel.", {"land:EE"}),
    ],
)
def test_those_named_beside_the_speaker_share_the_stance(text, beside):
    found = attribute(report_of(text))[0]
    assert {one.actor for one in found if one.co} == beside
    assert len({one.stance for one in found}) == 1


def test_pronouns_stand_for_the_speaker_before():
    assert last("De HV opende de bespreking.", "Zij riep op tot haast.") == [("ag:hv", "call")]
    assert last("Enkele lidstaten reageerden.", "Zij vroegen om uitstel.") == [
        ("lidstaten:enkele", "call")
    ]
    assert last(
        "De Raad sprak met de Oekraïense minister van Defensie.", "Hij dankte de Unie."
    ) == [("derde:oekraine-minister", "support")]
    assert last("Frontex gaf een toelichting.", "De directeur waarschuwde voor drukte.") == [
        ("ag:frontex", "concern")
    ]


def test_unnamed_actor_is_carried_over_and_marked():
    found = attribute(
        report_of("Nederland steunt het plan.", "Ook werd het belang van haast benadrukt.")
    )[0]
    assert [(one.actor, one.stance, one.implicit, one.certain) for one in found][1:] == [
        ("nederland", "call", True, False)
    ]


def test_common_opinion_and_procedure_have_their_own_actor():
    found = attribute(report_of("Er was brede steun voor het plan."))[0]
    assert [(one.actor, one.stance, one.implicit) for one in found] == [
        ("lidstaten:de", "support", True)
    ]
    found = attribute(report_of("Vervolgens werd gesproken over de begroting."))[0]
    assert [(one.actor, one.stance, one.implicit) for one in found] == [("raad", "none", True)]


def test_what_is_told_to_parliament_is_marked_until_the_council_returns():
    found = attribute(
        report_of(
            "Het kabinet informeert uw Kamer via dit verslag over de opvang.",
            "Nederland draagt bij aan de opvang.",
            "Tijdens de Raad heeft Nederland om steun gevraagd.",
        )
    )[0]
    assert [one.to_parliament for one in found] == [True, True, False]
    assert [one.certain for one in found] == [False, False, True]


@pytest.mark.parametrize(
    ("language", "said", "other"),
    [
        ("nl", "Malta vroeg om steun.", "Het Kustagentschap (KA) waarschuwde voor stormen."),
        ("en", "Malta asked for support.", "The Coastal Forum warned of storms."),
    ],
)
def test_a_body_whose_name_is_not_known_does_not_speak_for_the_one_before(language, said, other):
    found = attribute(report_of(said, other, language=language))[0]
    assert {one.sentence for one in found} == {1}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "Nederland heeft zich, conform de brief aan uw Kamer, tegen de tekst uitgesproken."),
        ("nl", "Nederland is tegen de tekst, nu de Kamer zich daarover heeft uitgesproken."),
        ("nl", "Nederland was tegen de tekst, in afwachting van het debat met de Tweede Kamer."),
        ("en", "My right honourable friend the Home Secretary opposed the text."),
        ("en", "My noble Friend Lord Hall opposed the text."),
        ("en", "The UK opposed the text, in line with the wishes of this House."),
    ],
)
def test_what_parliament_knows_or_wants_may_be_cited_in_the_council(language, said):
    found = attribute(report_of(said, language=language))[0]
    assert [(one.stance, one.to_parliament) for one in found] == [("oppose", False)]


def test_a_promise_of_another_state_is_not_told_to_parliament():
    found = attribute(
        report_of(
            "Denemarken kwam terug op de eerdere toezegging.", "Nederland pleitte voor een verbod."
        )
    )[0]
    assert [one.to_parliament for one in found] == [False, False]


def test_spans_show_the_words_of_cue_and_actor():
    text = "Daarnaast sprak Nederland zijn zorgen uit over de kosten."
    one = attribute(report_of(text))[0][0]
    assert [text[start:end] for start, end in one.cue_spans] == ["sprak", "zorgen", "uit"]
    assert one.cue == "sprak+zorgen+uit"
    assert one.actor_span
    assert text[slice(*one.actor_span)] == "Nederland"


def test_persons_of_the_report_are_remembered():
    assert last(
        "De directeur van Europol, mevrouw Lehtiö, gaf een presentatie.",
        "Lehtiö waarschuwde voor drukte.",
    ) == [("ag:europol", "concern")]


def test_explanation_names_actor_words_and_rules():
    lines = explain_sentence(report_of("Nederland kan niet instemmen met het plan."), 0, 1)
    text = "\n".join(lines)
    assert "Nederland: tegen" in text
    assert "instemmen" in text
    assert "subject-first" in text


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Nederland kon de proef niet langer steunen.", "oppose"),
        ("Nederland kon een proef met scholen, politie en bibliotheken niet steunen.", "oppose"),
        ("Nederland kon proeven met politie, winkels en scholen niet langer steunen.", "oppose"),
        ("Nederland kon een proef met scholen, politie en bibliotheken steunen.", "support"),
        ("Nederland kon de tekst, die niet nieuw is, steunen.", "support"),
        ("Nederland steunde de bepaling, die niet langer verder reikt dan nodig.", "support"),
    ],
)  # fmt: skip
def test_a_denial_counts_behind_a_list_and_with_niet_langer(text: str, stance: str) -> None:
    assert last(text) == [("nederland", stance)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("There was political agreement on the budget.", "en"),
        ("There was a policy debate on housing.", "en"),
        ("The first item was an exchange of views on housing.", "en"),
        ("Issues of quality were also discussed.", "en"),
        ("Over het budget is een politiek akkoord bereikt.", "nl"),
    ],
)
def test_what_a_meeting_did_without_a_name_is_the_council_s(text: str, language: str) -> None:
    found = attribute(report_of(text, language=language))[0]
    assert [(one.actor, one.implicit) for one in found] == [("raad", True)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "De lidstaten uitten unaniem zorgen over de planning.",
            "nl",
            ("lidstaten:alle", "concern"),
        ),
        ("Unaniem steunden de lidstaten het plan.", "nl", ("lidstaten:alle", "support")),
        ("De lidstaten waren unaniem over het plan.", "nl", ("lidstaten:alle", "support")),
        ("Member states unanimously opposed the plan.", "en", ("lidstaten:alle", "oppose")),
        ("Nederland kon zich in het plan van Spanje vinden.", "nl", ("nederland", "support")),
        ("Nederland kon zich in het plan niet langer vinden.", "nl", ("nederland", "oppose")),
        ("Nederland stond erop dat er een loket komt.", "nl", ("nederland", "call")),
        ("Duitsland zou graag een verbod op export zien.", "nl", ("land:DE", "call")),
        ("Austria no longer opposed the plan.", "en", ("land:AT", "support")),
    ],
)
def test_words_between_subject_and_verb_count(
    text: str, language: str, expected: tuple[str, str]
) -> None:
    assert expected in last(text, language=language)


def test_they_are_the_ministers_of_the_sentence_before() -> None:
    texts = ("Ministers welcomed the plan.", "They also stressed the need for haste.")
    assert last(*texts, language="en") == [("raad", "call")]


@pytest.mark.parametrize(
    "said",
    [
        "Op de agenda stonden de strijd tegen fraude en de maatregelen tegen drugs.",
        "De minister van Oekraïne sloot digitaal aan bij het eerste deel van de sessie.",
        "De directeur van Frontex sloot zich aan bij de lunch.",
    ],
)
def test_what_is_on_the_agenda_and_who_joins_a_meeting_take_no_side(said):
    assert {one.stance for one in attribute(report_of(said))[0]} == {"none"}


@pytest.mark.parametrize(
    ("set_in", "others"),
    [("gesteund door Zweden", ["land:SE"]), ("hierin bijgevallen door Malta", ["land:MT"])],
)
def test_who_is_supported_by_others_is_read_by_its_own_verb(set_in, others):
    said = f"Nederland heeft, {set_in}, bezwaar gemaakt tegen de tekst."
    found = attribute(report_of(said))[0]
    assert {one.actor: one.stance for one in found} == dict.fromkeys(
        ["nederland", *others], "oppose"
    )
    assert len(found) == len(others) + 1
