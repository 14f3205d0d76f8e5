"""Dutch: whose view a sentence is, and what only tells of a meeting, a question or a danger."""

from tests.positions.spoken import last, report_of
from workflow.positions.attribution import attribute

# Sentences, with " || " between two; what is said in the last one.
WHOSE = {
    # a state in the chair
    "Zweden lichtte als voorzitter de stand toe en drong aan op haast.": [
        "voorzitterschap:inform",
        "voorzitterschap:call",
    ],
    "Als roulerend voorzitter riep Zweden op tot spoed.": ["voorzitterschap:call"],
    "Zweden, dat dit halfjaar het Voorzitterschap bekleedt, riep op tot spoed.": [
        "voorzitterschap:call"
    ],
    "Zweden, de huidige voorzitter, riep op tot spoed.": ["voorzitterschap:call"],
    "Namens het Voorzitterschap vroeg Zweden om steun.": [
        "voorzitterschap:call",
    ],
    "Zweden drong als voorzitter van de werkgroep aan op haast.": ["land:SE:call"],
    "Als voorzitter van de Eurogroep riep Zweden op tot spoed.": ["land:SE:call"],
    "Zweden vroeg als kuststaat om meer geld.": ["land:SE:call"],
    # the view of whoever was named before
    "De Commissie lichtte het plan toe. || In haar ogen is Noorwegen van groot gewicht.": [
        "commissie:call"
    ],
    "Malta was kritisch. || Zijns inziens gaat de Commissie te ver.": ["land:MT:concern"],
    "Malta was kritisch. || Een fonds is naar zijn oordeel overbodig.": ["land:MT:oppose"],
    "Twee lidstaten aarzelden. || De termijn is naar hun mening te krap.": [
        "lidstaten:enkele:concern"
    ],
    "Malta was kritisch. || Polen wees op de in zijn ogen lage opbrengst.": ["land:PL:inform"],
    # where a view lives
    "Onder veel lidstaten leefde de opvatting dat meer toezicht nodig is.": ["lidstaten:veel:call"],
    "Bij Malta bestond de indruk dat de regeling te duur is.": ["land:MT:concern"],
    # only whoever opens the sentence finds it so
    "Voor Malta was een eigen begroting voor Frontex een rode lijn.": ["land:MT:oppose"],
    # what belongs to the meeting
    "De Commissie gaf uitvoering aan het arrest van het Hof.": ["commissie:inform"],
    "Het Voorzitterschap ging verder met het volgende agendapunt.": ["voorzitterschap:inform"],
    "Nadat Malta het verslag had goedgekeurd, sloot de voorzitter de zitting.": [
        "voorzitterschap:inform"
    ],
    # how a thing is for others
    "Malta gaf aan dat het moeilijk was voor kleine winkels.": ["land:MT:inform"],
    "Malta gaf aan dat het nog steeds voor de heffing is.": ["land:MT:support"],
    # what is with a country is not said by it
    "Malta vond de verklaring met Turkije achterhaald.": ["land:MT:oppose"],
    # what must be for somebody
    "Voor Malta moet ook na 2034 gewaarborgd zijn dat vissers toegang houden.": ["land:MT:call"],
    "Voor Malta moeten ook in 2034 de quota gelden.": ["land:MT:call"],
    "Voor Malta moeten nog 12 ontheffingen worden verlengd.": [],
    # who is only compared with, or only does something together
    "Malta wilde een hoger bedrag dan door de Commissie was voorgesteld.": ["land:MT:call"],
    "Malta en Egypte kwamen werkafspraken overeen.": ["land:MT:inform"],
    "Malta en Noorwegen waren tegen een heffing.": ["land:MT:oppose", "land:NO:oppose"],
    # what somebody will do about a thing
    "De Commissie noemde een fonds nuttig, waarvoor zij in mei een voorstel zal doen.": [
        "commissie:support",
        "commissie:announce",
    ],
}
OBJECTIONS = {
    # what is done with the objections of others
    "De Commissie ging in op de zorgen van Malta.": ["commissie:inform"],
    "De Commissie nam de kritiek ter harte.": ["commissie:support"],
    "De Commissie erkende de zorgen van Malta.": ["commissie:inform"],
    "De zorgen van Malta zijn slechts ten dele weggenomen.": ["land:MT:concern"],
    "De Commissie wees de kritiek van de hand.": ["commissie:support"],
    "De Commissie noemde de bezwaren overdreven.": ["commissie:support"],
    "Malta vond de kritiek op de heffing terecht.": ["land:MT:concern"],
    "Malta steunde Polen in zijn verzet tegen de heffing.": ["land:MT:oppose"],
    "Malta steunde Polen in zijn pleidooi voor de heffing.": ["land:MT:support"],
    # one's own are kept
    "Malta ging in op zijn zorgen over de heffing.": ["land:MT:concern"],
    "Malta wees op de zorgen van eilanden.": ["land:MT:concern"],
    "Malta sprak de vrees uit dat de kosten stijgen.": ["land:MT:concern"],
    "Malta's bezwaren tegen de heffing waren weggenomen.": ["land:MT:support"],
    # what is said not to be so, and not promised
    "Malta bestreed dat een heffing nodig is.": ["land:MT:oppose"],
    "De Commissie ontkende dat de heffing te duur is.": ["commissie:support"],
    "De Commissie kon geen datum toezeggen.": ["commissie:oppose"],
    "De Commissie zegde extra geld toe.": ["commissie:announce"],
    # what a thing would be, and what might be
    "Een heffing zou voor Malta een stap te ver zijn.": ["land:MT:oppose"],
    "De regeling zal voor de lidstaten verplicht zijn.": [],
    "Wat Malta betreft zou de termijn langer kunnen.": ["land:MT:call"],
    "Volgens Malta zou dit verder kunnen groeien.": ["land:MT:inform"],
    # verbs behind a prefix, and denials in what is asked
    "Malta gaf aan te kunnen leven met de tekst.": ["land:MT:support"],
    "Malta heeft laten weten te kunnen leven met de tekst.": ["land:MT:support"],
    "Malta vroeg waarom er nog geen voorstel is.": ["land:MT:call"],
    "Malta vroeg niet om een voorstel.": ["land:MT:inform"],
    "Malta deed een oproep om een fonds in te stellen.": ["land:MT:call"],
    "De Commissie zal een oproep voor projecten openstellen.": ["commissie:announce"],
    "Malta sprak de voorzichtige hoop uit dat er een fonds komt.": ["land:MT:call"],
    "Volgens Malta zou het goed zijn om een fonds op te richten.": ["land:MT:call"],
    "Malta vond dat eilanden meer steun verdienen.": ["land:MT:call"],
    "Malta tekende aan dat het tempo tegenvalt.": ["land:MT:concern"],
    # what describes a thing, or stands in the subject
    "Volgens Malta is een strategie waarin geen enkele haven ontbreekt noodzakelijk.": [
        "land:MT:call"
    ],
    "Malta vond een regeling die niet werkt onnodig.": ["land:MT:oppose"],
    "Malta vond geen enkele regeling noodzakelijk.": ["land:MT:oppose"],
    "Malta keerde zich tegen een fonds buiten de begroting om.": ["land:MT:oppose"],
    "Het besluit over het toezicht door Malta werd aangenomen.": [],
    "Het besluit werd door Malta gesteund.": ["land:MT:support"],
    # what is said not to come, and who wants that too or not
    "De Commissie antwoordde dat er geen voorstel komt.": ["commissie:oppose"],
    "De Commissie meldde dat er geen akkoord is.": ["commissie:inform"],
    "Polen vroeg om uitstel. || Malta wilde dat niet.": ["land:MT:oppose"],
    "Polen was tegen uitstel. || Malta deed dat ook.": ["land:MT:oppose"],
    # what something is for somebody, and a thing that is described
    "Voor Malta blijft kwaliteit bij de keuze van havens de doorslaggevende maatstaf.": [
        "land:MT:call"
    ],
    "Voor Malta is steun voor het bouwen van havens een voorwaarde.": ["land:MT:call"],
    "Malta schaarde zich achter een lijst van havens die een risico vormen.": ["land:MT:support"],
    "Malta schaarde zich onder de landen die een heffing afwezen.": ["land:MT:oppose"],
    # what is set in behind a verb or a subject
    "Malta verklaarde zich, na enige aarzeling, akkoord met de tekst.": ["land:MT:support"],
    "Malta gaf aan dat het, gelet op de kosten, niet kan instemmen.": ["land:MT:oppose"],
    "Hoewel Malta het doel onderschreef, had het bedenkingen bij de termijn.": [
        "land:MT:support",
        "land:MT:concern",
    ],
    "Malta gaf te kennen de tekst te willen steunen.": ["land:MT:support"],
}
NAMED = {
    # persons with their state behind them, and who is named as an example or besides
    "Minister Borg (Malta) pleitte voor een fonds.": ["land:MT:call"],
    "Minister Borg (MT) was tegen. || Minister Borg wees op de kosten.": ["land:MT:inform"],
    "Minister Borg van Malta pleitte voor een fonds.": ["land:MT:call"],
    "Minister Jansen (CU) pleitte voor een fonds.": ["nederland:call"],
    "Cyprus, Polen en nog enkele lidstaten pleitten voor een fonds.": [
        "land:CY:call",
        "land:PL:call",
        "lidstaten:enkele:call",
    ],
    "Landen als Malta en Cyprus pleitten voor een fonds.": ["land:MT:call", "land:CY:call"],
    # beside whom the subject speaks, and of whom it is one
    "Net als Malta vroeg Polen om uitstel.": ["land:MT:call", "land:PL:call"],
    "Evenals Malta was Polen kritisch.": ["land:MT:concern", "land:PL:concern"],
    "Polen vroeg Malta om uitstel.": ["land:PL:call"],
    "Afgezien van Malta steunden alle lidstaten de tekst.": ["lidstaten:vrijwel-alle:support"],
    "Malta was een van de lidstaten die tegen een heffing waren.": ["land:MT:oppose"],
    "Malta was het enige land dat een heffing steunde.": ["land:MT:support"],
    "Enkele lidstaten waren kritisch. || Daartoe behoorde ook Malta.": ["land:MT:concern"],
    # the side of a paper
    "Malta ondertekende een verklaring tegen een heffing.": ["land:MT:oppose"],
    "Malta ondertekende een verklaring tegen geweld.": ["land:MT:support"],
    "Malta ondertekende een verklaring over een heffing.": ["land:MT:support"],
    "Malta ondertekende het verdrag tegen corruptie.": ["land:MT:support"],
}
MET = {
    # how a thing is met is said by them, and not by whoever spoke before
    "Er waren ook zorgen over de kosten.": ("lidstaten:sommige", "concern"),
    "Er klonk kritiek op de termijn.": ("lidstaten:sommige", "concern"),
    "De reacties waren positief.": ("lidstaten:de", "support"),
    "Het voorstel werd goed ontvangen.": ("lidstaten:de", "support"),
    "Het voorstel kreeg weinig bijval.": ("lidstaten:de", "oppose"),
    "Er zijn nog wel zorgen over de kosten.": ("land:MT", "concern"),
}
GROUPS = {
    # some of the group named before, without a noun
    "De meeste lidstaten steunden dit, al maakten enkele een voorbehoud.": [
        "lidstaten:meeste:support",
        "lidstaten:enkele:reserve",
    ],
    "De meeste lidstaten steunden dit, maar sommige vroegen om uitstel.": [
        "lidstaten:meeste:support",
        "lidstaten:sommige:call",
    ],
    "Veel lidstaten steunden dit, waarbij enkele een lagere drempel vroegen.": [
        "lidstaten:veel:support",
        "lidstaten:enkele:call",
    ],
    "Veel lidstaten waren voor, al vond een aantal de termijn te kort.": [
        "lidstaten:veel:support",
        "lidstaten:een-aantal:concern",
    ],
    "De meeste lidstaten waren voor. || Twee waren tegen.": ["lidstaten:enkele:oppose"],
    "De meeste lidstaten waren voor. || Enkele maakten een voorbehoud.": [
        "lidstaten:enkele:reserve"
    ],
    "De lidstaten bespraken de plannen, waarvan enkele al zijn uitgevoerd.": ["lidstaten:de:none"],
    # whoever gives support, without a noun
    "De tekst kreeg bijval van een ruime meerderheid.": ["lidstaten:meerderheid:support"],
    "De tekst stuitte bij een grote groep op verzet.": ["lidstaten:grote-groep:oppose"],
    # who sees it otherwise than the one before, and against what
    "Polen vreesde hogere kosten. || Malta zag dat anders.": ["land:MT:support"],
    "Polen steunde een heffing. || Malta dacht daar anders over.": ["land:MT:oppose"],
    "Polen was tegen een heffing. || Malta was het daar niet mee eens.": ["land:MT:support"],
    "Polen vroeg om een heffing. || Malta keerde zich daartegen.": ["land:MT:oppose"],
    "Polen vroeg om een heffing. || Malta stemde hiertegen.": ["land:MT:oppose"],
    "Polen vroeg om een heffing. || Malta maakte zich daar zorgen over.": ["land:MT:concern"],
    "Polen vroeg om een heffing. || Malta zag daar geen noodzaak toe.": ["land:MT:oppose"],
}
TOLD = {
    # the chair that asks or lays out takes no side; others who ask want something
    "Het Voorzitterschap vroeg de lidstaten naar hun oordeel.": ["voorzitterschap:inform"],
    "Het Voorzitterschap vroeg in hoeverre een fonds kan helpen.": ["voorzitterschap:inform"],
    "Het Voorzitterschap vroeg om steun voor het fonds.": ["voorzitterschap:call"],
    "Het Voorzitterschap vroeg aandacht voor grote of kleine havens.": ["voorzitterschap:call"],
    "Malta vroeg of de termijn kan worden verlengd.": ["land:MT:call"],
    "Het Voorzitterschap schetste de knelpunten.": ["voorzitterschap:inform"],
    "De Commissie zette de resterende knelpunten uiteen.": ["commissie:inform"],
    "Malta zag knelpunten in de uitvoering.": ["land:MT:concern"],
    "Het Voorzitterschap wilde weten hoe de havens dit zien.": ["voorzitterschap:inform"],
    # what a meeting is for
    "Doel van het debat was overeenstemming over de omvang.": [],
    "De bespreking was gericht op steun van de lidstaten voor het plan.": [],
    "Er was brede overeenstemming over de omvang.": [],
    # participles that say how somebody is minded, and what may go wrong
    "Polen wil een heffing. || Malta was uitgesproken tegen een heffing.": ["land:MT:oppose"],
    "Malta maakte zich zorgen over wat dit de havens gaat kosten.": ["land:MT:concern"],
    "Volgens Malta dreigt de markt te worden verstoord.": ["land:MT:concern"],
    "Het Voorzitterschap had de bespreking toegespitst op de termijn.": ["voorzitterschap:inform"],
    # dangers that are found small
    "Malta achtte de risico's goed beheersbaar.": ["land:MT:support"],
    "Malta noemde de nadelen gering.": ["land:MT:support"],
    "Malta vond de proef zonder gevaar.": ["land:MT:support"],
    "Malta noemde de risico's niet beheersbaar.": ["land:MT:concern"],
    "Malta noemde de risico's groot.": ["land:MT:concern"],
    # judgements behind a verb of saying
    "Malta zei een heffing een goede gedachte te vinden.": ["land:MT:support"],
    "Malta zei een heffing een slecht idee te vinden.": ["land:MT:oppose"],
    # conditions behind whoever gives support
    "De tekst kan op instemming van Malta rekenen, mits de termijn langer wordt.": [
        "land:MT:reserve"
    ],
    "De tekst kan de goedkeuring van Malta wegdragen, zij het alleen als er geld komt.": [
        "land:MT:reserve"
    ],
    "De tekst kan op instemming van Malta rekenen.": ["land:MT:support"],
    # what somebody does, wishes or values
    "Malta hield eraan vast zijn afspraken na te komen.": ["land:MT:announce"],
    "Malta hield eraan vast de termijn te verlengen.": ["land:MT:call"],
    "Malta gaf aan graag van anderen te leren.": ["land:MT:call"],
    "Malta stelde er prijs op dat de uitzondering blijft.": ["land:MT:call"],
    "Malta wees op de essentiële rol van Europol.": ["land:MT:call"],
    "Malta wees op de beperkte rol van Europol.": ["land:MT:inform"],
    # refusals
    "Malta zag op dit moment geen reden om de reserve aan te spreken.": ["land:MT:oppose"],
    "Malta en Cyprus waren daartegen.": ["land:MT:oppose", "land:CY:oppose"],
    "Malta kan naar eigen zeggen niet met de tekst leven.": ["land:MT:oppose"],
    "De Commissie liet weten geen verordening voor te leggen.": ["commissie:oppose"],
    "Aan een heffing valt volgens Malta niet meer te ontkomen.": ["land:MT:call"],
}


JOINED = {
    # who joins in has all the views of the one before
    "Malta steunde dit, maar vreesde fraude. || Twee lidstaten sloten zich hierbij aan.": [
        "lidstaten:enkele:support",
        "lidstaten:enkele:concern",
    ],
    "Malta verwierp de heffing. || Cyprus schaarde zich daarachter.": ["land:CY:oppose"],
    "Malta verwierp de heffing. || Cyprus sloot zich daar ook graag bij aan.": ["land:CY:oppose"],
    "Malta verwierp de heffing. || Cyprus onderschreef deze zienswijze.": ["land:CY:oppose"],
    "Malta verwierp de heffing. || Dit betoog kreeg bijval van Cyprus.": ["land:CY:oppose"],
    "Malta verwierp de heffing. || Cyprus was het daarmee eens.": ["land:CY:oppose"],
    "Malta vreesde hoge lasten. || Dit werd door Cyprus onderschreven.": ["land:CY:concern"],
    "Malta verwierp de heffing. || Cyprus zag dit net zo.": ["land:CY:oppose"],
    "Malta verwierp dit. || Cyprus deelde deze mening niet.": ["land:CY:support"],
    "Malta verwierp de heffing en kreeg daarin bijval van Cyprus.": [
        "land:MT:oppose",
        "land:CY:oppose",
    ],
    "Malta verwierp de heffing en kreeg steun van Cyprus.": ["land:MT:oppose", "land:CY:oppose"],
    "Malta verwierp de heffing, maar het fonds kreeg steun van Cyprus.": [
        "land:MT:oppose",
        "land:CY:support",
    ],
    "Malta verwierp dit. || Cyprus kon daar niet in meegaan.": ["land:CY:support"],
    "Malta vroeg om geld. || Cyprus kon daar niet in meegaan.": ["land:CY:oppose"],
    "Malta verwierp dit. || Ook Cyprus was die mening toegedaan.": ["land:CY:oppose"],
    "Malta verwierp de heffing. || Cyprus herkende dit.": ["land:CY:oppose"],
    "Malta verwierp de heffing. || De Commissie deelde dit mee.": ["commissie:inform"],
    "Malta verwierp de heffing. || De Commissie deelde dit schema.": ["commissie:inform"],
    "Malta verwierp de heffing. || De Commissie herkende dit als een risico.": ["commissie:inform"],
    "Malta verwierp de heffing. || Cyprus deelde dit volledig.": ["land:CY:oppose"],
    "Malta verwierp de heffing. || Cyprus en Polen herkenden dit ook.": [
        "land:CY:oppose",
        "land:PL:oppose",
    ],
    "Malta verwierp de heffing. || Cyprus herkende dit en wees op de lasten.": ["land:CY:oppose"],
    "Malta verwierp de heffing. || Cyprus deelde dit; het vroeg om uitstel.": [
        "land:CY:oppose",
        "land:CY:call",
    ],
    "Malta verwierp de heffing. || Cyprus deelde dit en vroeg om uitstel.": [
        "land:CY:oppose",
        "land:CY:call",
    ],
    "Malta verwierp de heffing. || De Commissie deelde dit later mee.": ["commissie:inform"],
    "Malta verwierp de heffing. || De Commissie deelde dit met Polen.": ["commissie:inform"],
    "Malta verwierp de heffing. || Cyprus deelde dit niet.": ["land:CY:inform"],
    "Malta verwierp de heffing. || De Commissie deelde dit op 9 mei.": ["commissie:inform"],
    "Malta verwierp de heffing. || De Commissie deelde dit tijdens de lunch.": ["commissie:inform"],
    "Malta verwierp de heffing. || De Commissie deelde dit alleen met Polen.": ["commissie:inform"],
    "Malta verwierp de heffing. || De Commissie deelde dit al eerder.": ["commissie:inform"],
    "Malta verwierp de heffing. || De Commissie deelde dit voor het overleg rond.": [
        "commissie:inform"
    ],
    "Malta verwierp de heffing. || De Commissie herkende dit in de cijfers.": ["commissie:inform"],
    "Malta verwierp de heffing. || Cyprus deelde dit, terwijl Polen de heffing steunde.": [
        "land:CY:oppose",
        "land:PL:support",
    ],
    # whose call is joined
    "Malta sloot zich aan bij de oproep van Cyprus om de heffing in te trekken.": ["land:MT:call"],
    "Malta steunde de oproep van Cyprus.": ["land:MT:support"],
    # what the chair sees in the room is not its own view
    "Het voorzitterschap constateerde brede steun voor de heffing.": ["voorzitterschap:inform"],
    "De Commissie zag brede steun voor haar voorstel.": ["commissie:inform"],
    "De Commissie constateerde tekortkomingen in de uitvoering.": ["commissie:concern"],
    "De Commissie signaleerde zorgen bij de lidstaten over de oogst.": ["commissie:inform"],
    "De Commissie zag geen steun voor de heffing.": ["commissie:inform"],
    "De Commissie zag verzet tegen de heffing als een gevaar.": ["commissie:inform"],
    # but this is
    "De Commissie zag geen bezwaren tegen de heffing.": ["commissie:support"],
    "De Commissie signaleerde zorgen over de persvrijheid.": ["commissie:concern"],
    "De Commissie zag steun voor imkers als onmisbaar.": ["commissie:support"],
    "De Raad concludeerde steun aan Georgië te blijven geven.": ["raad:support"],
    # the thing itself is supported
    "Malta verwierp de heffing. || Cyprus steunde deze heffing.": ["land:CY:support"],
    "Malta verwierp de heffing. || Cyprus kon zich daarin wel vinden.": ["land:CY:support"],
    "Malta vroeg om haast. || Cyprus schaarde zich hierachter.": ["land:CY:support"],
    # whoever finds a delay wrong wants haste, and so do those who join in
    "Malta noemde langer talmen onverantwoord. || Cyprus sloot zich daarbij aan.": ["land:CY:call"],
    "Malta noemde de heffing ongewenst. || Cyprus sloot zich daarbij aan.": ["land:CY:oppose"],
    # what a thing can count on
    "Malta meldde dat de heffing op verzet stuit.": ["land:MT:oppose"],
    "Malta meldde dat de heffing bij reders op verzet stuit.": ["land:MT:inform"],
    "Malta meldde dat de heffing in eigen land op verzet stuit.": ["land:MT:inform"],
    "Malta meldde dat een heffing in 2040 op verzet stuit.": ["land:MT:oppose"],
    "Het plan kon ook dit keer op Maltese steun rekenen.": ["land:MT:support"],
    "De Commissie kon voor het plan op Maltese steun rekenen.": ["land:MT:support"],
    # sides from which nobody in particular speaks
    "Van meerdere zijden werd op haast aangedrongen.": ["lidstaten:meerdere:call"],
    "Vanuit diverse hoeken werden zorgen geuit.": ["lidstaten:meerdere:concern"],
    "Een brede coalitie steunde het plan.": ["lidstaten:grote-groep:support"],
    "Een gekwalificeerde meerderheid steunde het plan.": ["lidstaten:meerderheid:support"],
    "Voor het plan is een gekwalificeerde meerderheid vereist.": [],
    "Lang niet alle lidstaten konden instemmen.": ["lidstaten:sommige:oppose"],
    "Malta, en in mindere mate Cyprus, steunde het plan.": ["land:MT:support", "land:CY:support"],
    "Malta behoorde tot de voorstanders, Cyprus tot de tegenstanders.": [
        "land:MT:support",
        "land:CY:oppose",
    ],
    "Malta wilde het plan eerst rustig bestuderen.": ["land:MT:reserve"],
    "Malta wilde het plan bestuderen.": ["land:MT:call"],
    # chairs of others, and who is nearly all
    "Voorzitter Von der Leyen riep op tot spoed.": ["commissie:call"],
    "Eurogroep-voorzitter Donohoe riep op tot spoed.": ["derde:eurogroep-voorzitter:call"],
    "De voorzitter van de Eurogroep riep op tot spoed.": ["derde:eurogroep-voorzitter:call"],
    "De voorzitter riep op tot spoed.": ["voorzitterschap:call"],
    "De lidstaten steunden dit nagenoeg unaniem.": ["lidstaten:vrijwel-alle:support"],
    "De lidstaten steunden dit unaniem.": ["lidstaten:alle:support"],
}
MET_BY_ALL = {
    "Het plan werd unaniem verworpen.": ("lidstaten:alle", "oppose"),
    "Het plan werd bijna unaniem gesteund.": ("lidstaten:vrijwel-alle", "support"),
    "Het plan werd zo goed als unaniem gesteund.": ("lidstaten:vrijwel-alle", "support"),
    "Het plan werd als unaniem voorstel gesteund.": ("lidstaten:alle", "support"),
    "Ruime steun voor het plan.": ("lidstaten:de", "support"),
    "In de zaal klonk kritiek op het plan.": ("lidstaten:sommige", "concern"),
}


def as_said(text: str) -> list[str]:
    return [f"{actor}:{stance}" for actor, stance in last(*text.split(" || "))]


def test_views_go_to_whoever_holds_them() -> None:
    assert {text: as_said(text) for text in WHOSE} == WHOSE


def test_groups_without_a_noun_and_those_who_see_it_otherwise() -> None:
    assert {text: as_said(text) for text in GROUPS} == GROUPS


def test_objections_of_others_are_no_worries_of_whoever_answers_them() -> None:
    assert {text: as_said(text) for text in OBJECTIONS} == OBJECTIONS


def test_persons_of_other_states_examples_and_papers() -> None:
    assert {text: as_said(text) for text in NAMED} == NAMED


def test_how_a_thing_is_met_is_not_said_by_whoever_spoke_before() -> None:
    told = {text: attribute(report_of("Malta steunde dit.", text))[0][-1] for text in MET}
    assert {text: (one.actor, one.stance) for text, one in told.items()} == MET


def test_who_joins_in_has_the_view_that_was_told() -> None:
    assert {text: as_said(text) for text in JOINED} == JOINED


def test_what_is_met_in_the_room_is_the_view_of_as_many_as_are_told() -> None:
    told = {text: attribute(report_of(text))[0][-1] for text in MET_BY_ALL}
    assert {text: (one.actor, one.stance) for text, one in told.items()} == MET_BY_ALL
    assert attribute(report_of("Er was geen unanieme steun voor het plan.")) == ((),)


def test_the_view_of_several_named_before_is_theirs() -> None:
    told = attribute(report_of("Malta en Cyprus spraken.", "Hun voorkeur ging uit naar een fonds."))
    found = [(one.actor, one.stance) for one in told[0] if one.sentence > 1]
    assert found == [("land:MT", "call"), ("land:CY", "call")]


def test_what_is_only_told_takes_no_side() -> None:
    assert {text: as_said(text) for text in TOLD} == TOLD


def test_what_a_text_proposes_is_no_wish_of_whoever_presents_it() -> None:
    for actor, stance in (("Het Voorzitterschap", "inform"), ("Malta", "call")):
        told = report_of(f"{actor} lichtte toe.", "Ook werd voorgesteld de termijn te verlengen.")
        assert [one.stance for one in attribute(told)[0] if one.sentence > 1] == [stance]
