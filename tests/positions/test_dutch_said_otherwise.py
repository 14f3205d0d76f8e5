"""Dutch: judgements behind their subject, what opens a sentence, and what is said by halves."""

from tests.positions.spoken import last

SENTENCES = {
    # a judgement behind its subject
    "Anders dan in maart acht Malta het noodzakelijk dat er een fonds komt.": ["land:MT:call"],
    "Ook achtte Malta een herziening van dat mandaat onontkoombaar.": ["land:MT:call"],
    "Malta achtte het wezenlijk dat rechters veilig zijn.": ["land:MT:call"],
    "Een verdere verdieping wijst het kabinet af.": ["nederland:oppose"],
    # what is told opens the sentence
    "Dat handel en klimaat onlosmakelijk verbonden zijn, bracht Malta naar voren.": [
        "land:MT:call"
    ],
    # wishes
    "Malta zou de afspraken spoedig willen herzien.": ["land:MT:call"],
    "Malta had begrip voor de uitzondering, maar zou die in de tijd willen beperken.": [
        "land:MT:support",
        "land:MT:call",
    ],
    "Malta deelde mee ervan af te zien een algemene oriëntatie na te streven.": ["land:MT:oppose"],
    "Malta liet doorschemeren dat het met de tekst zou kunnen leven.": ["land:MT:support"],
    # who does not give way
    "Malta was onverbiddelijk: het fonds moet open.": ["land:MT:call"],
    "Malta was onverbiddelijk: er komt geen fonds.": ["land:MT:oppose"],
    # the one way
    "De Commissie hield de Raad voor dat dit alleen slaagt als allen meedoen.": ["commissie:call"],
    "Malta vond dat Europa dit alleen gezamenlijk kan oplossen.": ["land:MT:call"],
    "Een aankoop is voor Malta alleen bespreekbaar wanneer zij vrijwillig blijft.": [
        "land:MT:reserve"
    ],
    # objections that are kept or not shared
    "Malta hield vast aan zijn bezwaar tegen de heffing.": ["land:MT:oppose"],
    "Malta hield vast aan de oorspronkelijke tekst.": ["land:MT:call"],
    "Het enthousiasme hierover werd niet gedeeld door Malta.": ["land:MT:oppose"],
    "Kritische geluiden kwamen van Malta.": ["land:MT:concern"],
    # who is only compared with
    "Het Europees Parlement wil verder gaan dan de Raad en bepleit een verbod.": [
        "ep:call",
    ],
    "Malta vond dat de Unie, net als de Verenigde Staten, zou moeten deelnemen.": ["land:MT:call"],
    # prefixes before "te"
    "Malta lijkt een gefaseerde aanpak voor te staan.": ["land:MT:call"],
    "Malta bleek het voorstel af te wijzen.": ["land:MT:oppose"],
    # conditions that open the sentence
    "Pas als de cijfers er zijn, kan Malta een besluit nemen.": ["land:MT:reserve"],
    "Enkel onder die voorwaarde is Malta bereid mee te doen.": ["land:MT:reserve"],
    "Als de drempel stijgt, kan Malta instemmen.": ["land:MT:reserve"],
    "Pas in 2027 zal de Commissie een voorstel doen.": ["commissie:announce"],
    # what is let go, asked or wished otherwise than by its first word
    "De Commissie heeft het plan voor een heffing laten varen.": ["commissie:oppose"],
    "Malta nam er genoegen mee dat de termijn wordt verlengd.": ["land:MT:support"],
    "Malta vroeg of de regels niet eenvoudiger kunnen.": ["land:MT:call"],
    "Malta maakte om die reden een voorbehoud.": ["land:MT:reserve"],
    "Malta vond dat de stabiliteit niet in gevaar mag komen.": ["land:MT:call"],
    "De lidstaten kunnen ervoor kiezen de regeling niet toe te passen.": ["lidstaten:de:inform"],
    "Malta toonde zich voorstander, Cyprus tegenstander van een heffing.": [
        "land:MT:support",
        "land:CY:oppose",
    ],
    "Namens de Benelux vroeg Luxemburg om uitstel.": [
        "land:BE:call",
        "nederland:call",
        "land:LU:call",
    ],
    # who is meant
    "Het was vooral Malta dat zich verzette.": ["land:MT:oppose"],
    "Het was niet Malta dat zich verzette.": [],
    "Noch Malta, noch Cyprus steunde het amendement.": ["land:MT:oppose", "land:CY:oppose"],
    "De collega's uit Malta en Cyprus vielen de minister bij.": [
        "land:MT:support",
        "land:CY:support",
    ],
    "De Poolse voorzitter van de Raad riep op tot eenheid.": ["voorzitterschap:call"],
    "Het voorstel kreeg steun van Malta, maar niet van Cyprus.": [
        "land:MT:support",
        "land:CY:oppose",
    ],
    "De kuststaten, waaronder Malta, drongen aan op haast.": ["land:MT:call"],
    # wishes and idioms
    "Malta wilde geen uitzonderingen toestaan.": ["land:MT:oppose"],
    "Malta kon instemmen, maar is tegen verder uitstel.": ["land:MT:support", "land:MT:oppose"],
    "De Commissie gaf aan het verzoek te zullen beoordelen.": ["commissie:announce"],
    "Malta kan zich voorstellen dat de grens lager wordt gelegd.": ["land:MT:support"],
    "Het pleidooi van Malta vond bij de andere lidstaten weinig weerklank.": [
        "land:MT:call",
        "lidstaten:andere:oppose",
    ],
    "De Commissie zei de kritiek ter harte te nemen.": ["commissie:support"],
    "Malta liet weten zijn bijdrage niet vrij te geven.": ["land:MT:oppose"],
    "Malta stelde dat de situatie vraagt om duidelijkheid.": ["land:MT:call"],
    # what lives with somebody, and how little of it
    "Bij Malta bestond bereidheid de drempel te verlengen.": ["land:MT:announce"],
    "Bij Malta is geen enkele bereidheid om te schuiven.": ["land:MT:oppose"],
    "Bij Malta was weinig geestdrift voor het register.": ["land:MT:oppose"],
    "Bij Malta was de animo voor het register gering.": ["land:MT:oppose"],
    # verbs as nouns
    "Malta had twijfels over het verplicht wegen van vrachtwagens.": ["land:MT:concern"],
    "Malta zou het tijdig keuren van kranen kunnen steunen.": ["land:MT:support"],
    "Malta heeft het belang onderstreept van controles.": ["land:MT:call"],
    # at whose request, and what may still turn out
    "Het voorzitterschap had dit op verzoek van Malta geagendeerd.": ["voorzitterschap:inform"],
    "Malta herhaalde zijn verzoek van maart.": ["land:MT:call"],
    "Malta kan dit agenderen, mocht er draagvlak zijn.": ["land:MT:inform"],
    # what others are found to be
    "Servië is volgens Malta nog niet klaar.": ["land:MT:reserve"],
    "Malta vond dat een heffing hier niet thuishoort.": ["land:MT:oppose"],
    "Volgens Malta hoort een heffing hier niet thuis.": ["land:MT:oppose"],
    "Malta vond dat bodembeleid op nationaal niveau thuishoort.": ["land:MT:oppose"],
    "Voor Malta staat de datum niet ter discussie.": ["land:MT:call"],
    "Nederland kan instemmen met een datum, zo gaf de minister aan.": ["nederland:support"],
    "Malta gaf mee dat havens betrokken moeten worden.": ["land:MT:call"],
    "Hongarije voldeed volgens Malta niet aan de voorwaarden.": ["land:MT:concern"],
    "Frontex bewaakt volgens Letland de grens goed.": ["land:LV:inform"],
    "De EIB kan volgens Finland meer lenen.": ["land:FI:inform"],
    "De Commissie doet volgens veel lidstaten te weinig.": ["lidstaten:veel:concern"],
    "Polen pleitte volgens de Commissie voor uitstel.": ["land:PL:call", "commissie:call"],
    # what lives with somebody behind a clause, and a clause that is something to somebody
    "De angst dat vissers hun boot verliezen, leefde bij veel lidstaten.": [
        "lidstaten:veel:concern"
    ],
    "De twijfel of de datum haalbaar is, bestond bij Letland.": ["land:LV:concern"],
    "De hoop dat het snel gaat, leefde niet bij Finland.": ["land:FI:inform"],
    "Dat de brug oud is, was voor Finland een groot bezwaar.": ["land:FI:oppose"],
    "Dat de kade blijft, is voor Letland een wezenlijk onderdeel van het plan.": ["land:LV:call"],
    "Vissen is voor Letland een wezenlijk onderdeel van de economie.": [],
    "Veiligheid dient voor Finland de doorslag te geven.": ["land:FI:call"],
    "De steun moet voor Finland beschikbaar blijven.": [],
    "Letland gaf een vooruitblik op de prioriteiten van zijn voorzitterschap.": ["land:LV:inform"],
    "Een tolheffing ziet Letland niet meer zitten.": ["land:LV:oppose"],
    "Letland was bereid van een eigen vlag af te zien.": ["land:LV:announce"],
    "Letland was bereid van zijn bezwaren af te zien.": ["land:LV:support"],
    "Letland was niet bereid van een eigen vlag af te zien.": ["land:LV:support"],
    "Letland stelde dat huren buiten de bevoegdheid van de Unie vallen.": ["land:LV:oppose"],
    # who waits
    "Malta kan pas instemmen zodra de vertaling er is.": ["land:MT:reserve"],
    "Malta schortte zijn oordeel op.": ["land:MT:reserve"],
    "Malta sprak zich nog niet uit.": ["land:MT:reserve"],
    "Malta stelde aan zijn steun wel voorwaarden.": ["land:MT:reserve"],
    "Malta achtte zich niet gebonden aan het besluit.": ["land:MT:oppose"],
    "De Commissie bleek bereid de termijn te verruimen.": ["commissie:announce"],
    "Malta deed een klemmend beroep op de Commissie.": ["land:MT:call"],
    # nothing is promised where it is denied
    "De Commissie maakt geen extra geld vrij.": ["commissie:oppose"],
    "Malta trok hiervoor geen extra geld uit.": ["land:MT:oppose"],
    "De Commissie beloofde dat er geen lasten bijkomen.": ["commissie:announce"],
    # idioms with a noun of another stance before them
    "Malta wees doelen voor de zorg aan ouderen van de hand.": ["land:MT:oppose"],
    "Malta wees meer steun voor havens van de hand.": ["land:MT:oppose"],
    "Malta wees de kritiek van de hand.": ["land:MT:support"],
    # judgements before their verb
    "Malta zou dit onaanvaardbaar vinden.": ["land:MT:oppose"],
    "Malta zou het nuttig vinden als er een overzicht komt.": ["land:MT:call"],
    # the one way, and what is lacking
    "Volgens Malta slaagt dit alleen als allen meedoen.": ["land:MT:call"],
    "Volgens Malta geldt de plicht alleen in havens.": ["land:MT:inform"],
    "Malta gaf aan dat dit alleen door nauwe samenwerking kan.": ["land:MT:call"],
    "Malta zei dat het fonds alleen met unanimiteit kan wijzigen.": ["land:MT:inform"],
    "Malta stelde vast dat een onderbouwing ontbreekt.": ["land:MT:concern"],
    "Het voorzitterschap stelde vast dat een meerderheid ontbreekt.": ["voorzitterschap:inform"],
    # whom something leaves glad or worried
    "Dat er geld komt, stemde Malta tot tevredenheid.": ["land:MT:support"],
    "Dat het geld opraakt, stemde Malta somber.": ["land:MT:concern"],
    "Malta kon zijn teleurstelling over de tekst niet verhelen.": ["land:MT:concern"],
    # what is still there, and what there is no reason for
    "De zorgen van Malta zijn nog niet weggenomen.": ["land:MT:concern"],
    "De zorgen van Malta zijn weggenomen.": ["land:MT:support"],
    "Het verzet van Malta is niet verdwenen.": ["land:MT:oppose"],
    "Malta zag geen reden om niet mee te doen.": ["land:MT:support"],
    "Malta zag geen aanleiding bezwaar aan te tekenen.": ["land:MT:support"],
    "Malta zag geen aanleiding om mee te doen.": ["land:MT:oppose"],
    # what was held before is held no more
    "Malta had aanvankelijk bezwaren, maar kon nu instemmen.": ["land:MT:support"],
    "Waar Malta eerder nog tegen was, sprak het nu zijn steun uit.": ["land:MT:support"],
    "Malta was nu voorstander, terwijl het eerder nog tegen was.": ["land:MT:support"],
    "Malta verwierp dit eerder al.": ["land:MT:oppose"],
    "Malta steunde het plan, dat eerder was toegelicht, maar vroeg nu om een raming.": [
        "land:MT:support",
        "land:MT:call",
    ],
    "Malta vroeg om eerst de raming te bekijken, maar steunde nu al het plan.": [
        "land:MT:call",
        "land:MT:support",
    ],
    "Malta steunde het eerder ingediende plan, maar had nu zorgen over de kosten.": [
        "land:MT:support",
        "land:MT:concern",
    ],
    "Malta steunde eerder al het plan, maar vroeg nu ook om een raming.": [
        "land:MT:support",
        "land:MT:call",
    ],
    "Waar Malta in mei nog tegen de heffing was, kon het ditmaal instemmen.": ["land:MT:support"],
    "Malta zei dat de premier niet naar Brussel kon komen.": ["land:MT:inform"],
    "Volgens Malta is de keuring niet uitsluitend een zaak van de lidstaten.": ["land:MT:inform"],
    "Malta was niet bereid van zijn bezwaren af te zien.": ["land:MT:oppose"],
    "Malta stelde dat banen kunnen verdwijnen.": ["land:MT:inform"],
    "Malta had de heffing in mei gesteund, maar was er nu kritisch over.": ["land:MT:concern"],
    "Malta steunde tijdens de vorige vergadering het fonds, maar had er nu bezwaren tegen.": [
        "land:MT:oppose"
    ],
    "Malta steunt het akkoord van mei, maar maakt zich nu zorgen over de uitvoering.": [
        "land:MT:support",
        "land:MT:concern",
    ],
    "Waar Malta nog tegen de heffing was, steunde Cyprus die nu.": [
        "land:MT:oppose",
        "land:CY:support",
    ],
    "Waar Malta nog zorgen had over de kosten, steunde het nu de heffing.": [
        "land:MT:concern",
        "land:MT:support",
    ],
    "Terwijl Malta nog tegen de heffing is, steunt het nu wel het fonds.": [
        "land:MT:oppose",
        "land:MT:support",
    ],
    "Hoewel Malta nog zorgen had, steunde het nu de heffing.": [
        "land:MT:concern",
        "land:MT:support",
    ],
    # what can wait is not refused
    "Malta noemde de herziening niet dringend.": ["land:MT:reserve"],
    "Malta zag geen urgentie voor een herziening.": ["land:MT:reserve"],
    "Malta vond de herziening minder urgent.": ["land:MT:reserve"],
    "Malta wilde niets overhaasten.": ["land:MT:reserve"],
    "Malta wilde het besluit over de heffing niet forceren.": ["land:MT:reserve"],
    "Malta was tegen de heffing, die overhaast was opgesteld.": ["land:MT:oppose"],
    "Malta was tegen de heffing en het overhaaste tijdpad.": ["land:MT:oppose"],
    "Malta was tegen een overhaast tijdpad.": ["land:MT:reserve"],
    # reserves are reservations where nothing says that they are stocks
    "Malta plaatste diverse reserves.": ["land:MT:concern"],
    "Malta had twee reserves bij het quotum.": ["land:MT:concern"],
    "Malta noemde de herziening urgent.": ["land:MT:call"],
    # a view that a noun names, with somebody named in it
    "Malta was van mening dat lidstaten zelf over de heffing moeten gaan.": ["land:MT:call"],
    "Malta was van mening dat de Commissie te ver gaat.": ["land:MT:concern"],
    "Malta stelde zich op het standpunt dat de Commissie meer moet doen.": ["land:MT:call"],
    "Malta kwam tot de conclusie dat Cyprus meer moet doen.": ["land:MT:call"],
    "Malta deelde het standpunt dat Cyprus eerder had ingenomen.": ["land:MT:support"],
    "Malta herhaalde zijn eerder ingenomen standpunt dat de heffing onnodig is.": [
        "land:MT:oppose"
    ],
    # what is so for whoever agrees that it is
    "Malta was het eens met Cyprus dat de termijn te kort is.": ["land:MT:concern"],
    "Malta en Cyprus waren het erover eens dat de heffing onnodig is.": [
        "land:MT:oppose",
        "land:CY:oppose",
    ],
    "Malta was het eens met de heffing.": ["land:MT:support"],
    # who grasps the worries of others need not have them
    "De Commissie zei de zorgen over de kosten te begrijpen.": ["commissie:inform"],
    "Malta begreep maar deelde de zorgen over de kosten niet.": ["land:MT:inform"],
    "Malta zei de zorgen over de kosten niet te delen.": ["land:MT:inform"],
    "Malta zei de zorgen over de kosten te begrijpen maar niet te delen.": ["land:MT:inform"],
    "Malta zei de twijfels te begrijpen en de heffing te steunen.": [
        "land:MT:inform",
        "land:MT:support",
    ],
    # but who shares them too has them
    "Malta zei de zorgen over de kosten te begrijpen en die te delen.": ["land:MT:concern"],
    "Malta zei de zorgen goed te begrijpen en te onderschrijven.": ["land:MT:concern"],
    "Malta begreep en deelde de zorgen over de kosten.": ["land:MT:inform", "land:MT:concern"],
    "Malta begreep de zorgen en deelde die ook.": ["land:MT:inform", "land:MT:concern"],
    "Malta begreep de zorgen en deelde die met de vissers.": ["land:MT:inform"],
    "De Commissie gaf aan de bezwaren te onderkennen.": ["commissie:inform"],
    "De Commissie zei de zorgen over de kosten te delen.": ["commissie:concern"],
    "Malta toonde begrip voor de zorgen over de kosten.": ["land:MT:inform"],
    "Malta toonde begrip voor een langere termijn.": ["land:MT:support"],
    # what is hard for somebody, and what costs are pointed at
    "De einddatum is voor Malta lastig.": ["land:MT:concern"],
    "De einddatum bleef moeilijk voor Malta.": ["land:MT:concern"],
    "Malta wees op de kosten voor kleine havens.": ["land:MT:concern"],
    "Malta wees op de kosten van nietsdoen.": ["land:MT:inform"],
    "Hoewel Cyprus de ambitie steunde, werd door Malta gewezen op de kosten voor vissers.": [
        "land:CY:support",
        "land:MT:concern",
    ],
    # consent on a condition
    "Malta zou kunnen instemmen indien de termijn wordt verlengd.": ["land:MT:reserve"],
    "Malta kon instemmen, ook als de termijn wordt verlengd.": ["land:MT:support"],
    "Malta kon instemmen met de tekst als compromis.": ["land:MT:support"],
    "Hoewel Malta het doel steunde, vroeg het om uitstel.": ["land:MT:support", "land:MT:call"],
    # questions that doubt
    "Malta vroeg of de raming niet te rooskleurig is.": ["land:MT:concern"],
    "Malta vroeg de Commissie of dit wel uitvoerbaar is.": ["land:MT:concern"],
    "Malta vroeg of de termijn kan worden verlengd.": ["land:MT:call"],
    # a participle that opens the sentence
    "Gevraagd werd door Malta om een raming.": ["land:MT:call"],
    # what belongs to what is asked for
    "Malta wees op het belang van vrede en solidariteit.": ["land:MT:call"],
    "Malta benadrukte het belang van vrede en zijn steun voor het plan.": [
        "land:MT:call",
        "land:MT:support",
    ],
    "Malta hechtte eraan dat de steun voor havens blijft.": ["land:MT:call"],
    "Het voorzitterschap concludeerde dat er onvoldoende steun was.": ["voorzitterschap:inform"],
    "Malta stelde dat er onvoldoende steun was.": ["land:MT:concern"],
    "De kustlidstaten vroegen om hogere quota.": ["lidstaten:de:call"],
    # notes without a verb
    "Malta en Cyprus: tegen.": ["land:MT:oppose", "land:CY:oppose"],
    "Malta voor, Cyprus niet akkoord.": ["land:MT:support", "land:CY:oppose"],
    "Zeven lidstaten positief, alleen Malta afwachtend.": [
        "lidstaten:meerdere:support",
        "land:MT:reserve",
    ],
    "Malta: geen steun voor het fonds.": ["land:MT:oppose"],
    "Malta: steun voor het fonds.": ["land:MT:support"],
    "Commissie: steun voor boeren.": [],
    "Commissie: geen steun voor het fonds.": ["commissie:oppose"],
    "Malta voor de derde keer voorzitter.": [],
    "Spanje, Malta en Cyprus kritisch.": [
        "land:ES:concern",
        "land:MT:concern",
        "land:CY:concern",
    ],
    "Malta tegen verlenging tot het einde van het jaar.": ["land:MT:oppose"],
    "Malta: fel tegen een heffing.": ["land:MT:oppose"],
    "Malta tegen het einde van het jaar.": [],
    "Malta tegen medio 2032.": [],
    "Malta tegen Cyprus bij het Hof.": [],
    "Commissie: mededeling voor zomer.": [],
    "Commissie: inbreukprocedure tegen Malta.": [],
    "Brief van Malta en Cyprus over de heffing.": [],
    "Maatregelen tegen mensensmokkel.": [],
    "Volgens Malta is bakentoezicht een zaak van de lidstaten.": ["land:MT:oppose"],
    "Malta vond dat de havenwet aan herziening toe is.": ["land:MT:call"],
    "Malta maakte van een eigen register een harde voorwaarde.": ["land:MT:call"],
    "Malta wilde strengere eisen stellen aan reders.": ["land:MT:call"],
    "De Commissie komt met maatregelen tegen lekkende tankers.": ["commissie:announce"],
    "De Commissie kwam met cijfers over lekkende tankers.": ["commissie:inform"],
    # what is left open, and what goes on
    "De Commissie liet in het midden of zij het voorstel intrekt.": ["commissie:reserve"],
    "Malta zal zich blijven inzetten voor meer middelen.": ["land:MT:announce"],
    "Malta steunde, ondanks zijn bezwaren, het compromis.": ["land:MT:support"],
    # what a thing is said to meet with
    "Van Maltese zijde werd aangegeven dat een vast tarief op steun kan rekenen.": [
        "land:MT:support"
    ],
    "Malta gaf aan dat een vast tarief niet op instemming kan rekenen.": ["land:MT:oppose"],
    "Namens Malta werd opgemerkt dat het tarief kan rekenen op steun.": ["land:MT:support"],
    "Malta gaf aan dat het tarief op verzet stuit.": ["land:MT:oppose"],
    "Malta gaf aan dat het tarief op brede steun kan rekenen.": ["land:MT:inform"],
    "Malta gaf aan dat het tarief op steun van de rederijen kan rekenen.": ["land:MT:inform"],
    "Malta constateerde dat het tarief op steun kan rekenen.": ["land:MT:inform"],
    "Het voorzitterschap gaf aan dat het tarief op steun kan rekenen.": ["voorzitterschap:inform"],
    # what will not come out, by whoever was to bring it out
    "De Commissie deelde mee dat de mededeling dit jaar niet meer verschijnt.": [
        "commissie:oppose"
    ],
    "De Commissie deelde mee dat de mededeling niet zal worden gepubliceerd.": ["commissie:oppose"],
    "De Commissie deelde mee dat de mededeling niet voor 2032 zal verschijnen.": [
        "commissie:inform"
    ],
    "Malta merkte op dat de mededeling dit jaar niet meer verschijnt.": ["land:MT:inform"],
    "De Commissie zei dat het voorstel nog niet is gepubliceerd.": ["commissie:inform"],
    "De Commissie zei dat de minister niet zal komen.": ["commissie:inform"],
    "De Commissie zei dat de cijfers niet zijn gepubliceerd.": ["commissie:inform"],
    # verbs that are nouns
    "Malta was voor het ontzien van kleine havens.": ["land:MT:support"],
    "Malta was tegen het laten vervallen van artikel 7.": ["land:MT:oppose"],
    "Malta was voor het verlaten van de zaal gevraagd te tekenen.": [],
    "Malta kon op hoofdlijnen met het tarief leven.": ["land:MT:support"],
    # objects that open a sentence
    "Turkije achtte zij een van de partners in de regio.": [],
    "Malta noemde hij goed voorbereid.": [],
    "Malta noemde een van de sluizen gevaarlijk.": ["land:MT:concern"],
    "De Commissie liet het tarief ongemoeid.": ["commissie:decide"],
    # what the speaker will do, behind a noun in -e
    "De Commissie gaf aan dat zij de procedure zal inkorten.": ["commissie:announce"],
    "Malta zei dat het de evaluatie wil verlengen.": ["land:MT:call"],
    "Het voorzitterschap zei alles op alles te zetten om in juni een akkoord te bereiken.": [
        "voorzitterschap:announce"
    ],
    # a view told in a clause, and with whom it lives
    "De vrees dat kleine havens worden geraakt, leefde bij Malta.": ["land:MT:concern"],
    "Malta stelde dat sport buiten de bevoegdheid van de Unie valt.": ["land:MT:oppose"],
    # what a thing is said not to be
    "Malta noemde dit geen verstandige stap.": ["land:MT:oppose"],
    # what a state cannot do itself is a wish
    "Malta wilde de termijn verlengen tot 24 maanden.": ["land:MT:call"],
    "Het voorzitterschap wilde de conclusies in juni aannemen.": ["voorzitterschap:announce"],
    "De Raad wilde het mandaat in juni aannemen.": ["raad:announce"],
    "Malta wilde zijn havencontroles verlengen.": ["land:MT:announce"],
    "Malta wilde zijn havencontroles voortzetten.": ["land:MT:announce"],
    "Malta wilde een voorstel indienen.": ["land:MT:announce"],
    "Malta meende dat de Commissie buiten haar mandaat treedt.": ["land:MT:oppose"],
    "Malta vond dat controles aan de lidstaten voorbehouden moeten blijven.": ["land:MT:oppose"],
}


def test_every_sentence_is_read_as_meant() -> None:
    found = {
        text: list(dict.fromkeys(f"{actor}:{stance}" for actor, stance in last(text)))
        for text in SENTENCES
    }
    assert found == SENTENCES
