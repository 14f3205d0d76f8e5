"""Dutch: who does what a noun tells, duties that were done, and by which words somebody opens."""

from tests.positions.spoken import last

SENTENCES = {
    # who does what a noun tells says nothing
    "Door Polen werd gepleit voor alertheid op het inzetten van vluchtelingen door Belarus.": [
        "land:PL:call"
    ],
    "Er is aandacht gevraagd voor de inzet van drones door Rusland.": [],
    "Er werd gewezen op het belang van tijdige omzetting door de lidstaten.": [],
    "Het voorstel werd gesteund door Frankrijk.": ["land:FR:support"],
    # a duty that was done is no call, and what could not be done is a refusal
    "Nederland heeft moeten vaststellen dat de gesprekken vastlopen.": ["nederland:inform"],
    "Malta heeft moeten melden dat het dit niet zal betalen.": ["land:MT:oppose"],
    "Malta heeft de tekst niet kunnen steunen.": ["land:MT:oppose"],
    "Malta heeft met de tekst kunnen instemmen.": ["land:MT:support"],
    # what follows a verb of opening or closing
    "De Commissie opende het debat door het belang van haast te benadrukken.": ["commissie:call"],
    "De Commissie sloot af door de lidstaten op te roepen tot spoed.": ["commissie:call"],
    "De Commissie sloot af met een oproep tot spoed.": ["commissie:call"],
    "Malta volstond met een studievoorbehoud.": ["land:MT:reserve"],
    "De Commissie opende het debat door een overzicht te geven.": ["commissie:inform"],
    "De Commissie sloot af met een overzicht van de cijfers.": ["commissie:inform"],
    # prefixes that belong to another word
    "Malta gaf in overweging op termijn een richtlijn op te stellen.": ["land:MT:call"],
    "Malta gaf in reactie op Cyprus aan het plan te steunen.": ["land:MT:support"],
    # help through a programme is a deed, no view of a proposal
    "Malta ondersteunt Tunesië via het PROSPECTS-programma.": ["land:MT:inform"],
    "In de regio steunt Malta Jordanië middels een fonds voor opvang.": ["land:MT:inform"],
    "Malta zal Libanon via een nieuw fonds ondersteunen.": ["land:MT:announce"],
    "Malta steunt Cyprus op dit punt.": ["land:MT:support"],
    # a past that was written as a present participle
    "De minister van Malta verwelkomende de samenwerking.": ["land:MT:support"],
    "Malta sprak met verwelkomende woorden.": ["land:MT:none"],
    # what somebody says to come with, or not to touch
    "De Commissie zei nog dit jaar met een routekaart te komen.": ["commissie:announce"],
    "De Commissie liet weten in mei een voorstel te doen.": ["commissie:announce"],
    "De Commissie kwam met de toezegging dat er cijfers komen.": ["commissie:announce"],
    "De Commissie gaf aan niet te zullen tornen aan de eisen.": ["commissie:oppose"],
    "Malta zei met het plan te kunnen leven.": ["land:MT:support"],
    # the speaker as "het", and what all ministers agree to
    "Malta liet er geen twijfel over bestaan dat het verplichte opvang afwijst.": [
        "land:MT:oppose"
    ],
    "Malta maakte duidelijk dat het nieuwe plan de begroting raakt.": ["land:MT:inform"],
    "De Raad stemde in met het besluit.": ["raad:decide"],
    # with whom somebody agrees, and in whose reading
    "Malta was het met Cyprus eens.": ["land:MT:support"],
    "Malta was het niet met Cyprus eens.": ["land:MT:oppose"],
    "Malta kon zich niet vinden in de lezing van Cyprus.": ["land:MT:oppose"],
    # what a thing is declared to be, or does
    "Malta verklaarde steun voor havens onnodig.": ["land:MT:oppose"],
    "Malta verklaarde te steunen wat er lag.": ["land:MT:support"],
    "Malta wees op de sociale gevolgen voor havens.": ["land:MT:concern"],
    "Malta gaf aan dat de regels de handel bemoeilijken.": ["land:MT:concern"],
    "Malta stelde dat verder uitstel geen optie is.": ["land:MT:call"],
    "Malta stelde dat een uitzondering geen optie is.": ["land:MT:oppose"],
    "Vrijwel unaniem vroegen de lidstaten om haast.": ["lidstaten:vrijwel-alle:call"],
    "Malta sprak van een evenwichtig voorstel.": ["land:MT:support"],
    "Het voorzitterschap stelde de ministers twee vragen over havens.": ["voorzitterschap:inform"],
    # a clause about a noun, with the verb's prefix or idiom behind it
    "Malta wees het plan dat Cyprus had ingediend af.": ["land:MT:oppose"],
    "Malta wees de tekst die Cyprus had ingediend van de hand.": ["land:MT:oppose"],
    # whose view an adjective tells, and what a chair only asks
    "Het plan stuitte op Poolse weerstand.": ["land:PL:oppose"],
    "Het plan kon op Nederlandse steun rekenen.": ["nederland:support"],
    "Het plan kon niet op Nederlandse steun rekenen.": ["nederland:oppose"],
    "Het plan gaat over Poolse steun aan havens.": [],
    "Het voorzitterschap verzocht de ministers in te gaan op twee vragen.": [
        "voorzitterschap:inform"
    ],
    "Het voorzitterschap vroeg de lidstaten de regels snel om te zetten.": ["voorzitterschap:call"],
    "Malta vroeg de Commissie in te gaan op de kosten.": ["land:MT:call"],
    # a view that stands before its verb
    "Grote zorgen had Malta over de kosten.": ["land:MT:concern"],
    "Bezwaar maakte Malta tegen de clausule.": ["land:MT:oppose"],
    "Weinig begrip had Malta voor de clausule.": ["land:MT:oppose"],
    "In dat verband had Malta vragen gesteld.": ["land:MT:inform"],
    # what something is for somebody, named first
    "Zorgpunt voor Malta was de handhaving.": ["land:MT:concern"],
    "Belangrijkste punt voor Malta was een vrijstelling.": ["land:MT:call"],
    "Rode lijn voor Malta blijft een heffing.": ["land:MT:oppose"],
    # what is asked is no opinion, and who waits takes no side
    "Malta stelde de vraag of de termijn haalbaar is.": ["land:MT:concern"],
    "Malta stelde de vraag of de termijn niet langer kan.": ["land:MT:call"],
    "Malta wenst de evaluatie af te wachten.": ["land:MT:reserve"],
    "Malta kon nog niet zeggen of het instemt.": ["land:MT:reserve"],
    # a prefix before a clause
    "Malta gaf zijn verzet op nu de steun aan havens is verzekerd.": ["land:MT:support"],
    "De meeste lidstaten bleken tegen een heffing.": ["lidstaten:meeste:oppose"],
    "De Commissie bleef bij haar weigering.": ["commissie:oppose"],
    "Malta vond de tijd er niet rijp voor.": ["land:MT:oppose"],
    "Malta wees op de gebrekkige handhaving.": ["land:MT:concern"],
    # idioms
    "Eurojust trok aan de bel over het tekort.": ["ag:eurojust:concern"],
    "Malta sloeg alarm over de droogte.": ["land:MT:concern"],
    "De Commissie trok aan een extern onderzoek.": ["commissie:inform"],
    "De termijn stuit Malta tegen de borst.": ["land:MT:oppose"],
    "Het nut hiervan staat voor Malta buiten kijf.": ["land:MT:call"],
    "Een herziening is volgens Malta onontkoombaar.": ["land:MT:call"],
    "Een herziening is volgens Malta niet te vermijden.": ["land:MT:call"],
    # a Council that has not decided has no reservation
    "De ministers namen over de kades nog geen besluit.": ["raad:inform"],
    "De Raad heeft hierover nog geen standpunt.": ["raad:inform"],
    "Malta had hierover nog geen standpunt.": ["land:MT:reserve"],
    # whose the words are
    "Voor Malta was een uitzondering voor eilanden noodzakelijk.": ["land:MT:call"],
    "Daarvoor is de Raad er immers.": [],
    "Polen vreesde de kosten, terwijl Malta dit niet bezwaarlijk vond en zich erachter schaarde.": [
        "land:PL:concern",
        "land:MT:support",
    ],
    "Dit was in de ogen van Malta een absolute vereiste, en ook Cyprus heeft dit bepleit.": [
        "land:MT:call",
        "land:CY:call",
    ],
}


def test_every_sentence_is_read_as_meant() -> None:
    found = {sentence: [":".join(one) for one in last(sentence)] for sentence in SENTENCES}
    assert found == SENTENCES
