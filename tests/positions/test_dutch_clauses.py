"""Dutch clauses whose structure decides who holds what."""

import pytest
from spoken import report_of

from workflow.positions.attribution import attribute

# Sentences, with " || " between two, and every attribution.
SAID = {
    # a second verb, and the object of a first one
    "Polen nam geen blad voor de mond en verweet de Commissie traagheid.": [
        "land:PL:inform",
        "land:PL:concern",
    ],
    "Malta wees op zijn ligging, prees Frontex en zegde twee schepen toe.": [
        "land:MT:inform",
        "land:MT:announce",
        "land:MT:support",
    ],
    "Malta verwees naar de cijfers en vroeg zich af waar dit eindigt.": [
        "land:MT:inform",
        "land:MT:concern",
    ],
    "Malta diende in mei een voorstel in.": ["land:MT:announce"],
    # bodies
    "Het agentschap eu-LISA drong er bij de lidstaten op aan dit te testen.": ["ag:eu-lisa:call"],
    "Eu-LISA lichtte de planning toe.": ["ag:eu-lisa:inform"],
    "ENTSO-E waarschuwde voor tekorten.": ["derde:entso-e:concern"],
    "Frontex sprak. || Het agentschap drong er bij de Raad op aan.": [
        "ag:frontex:none",
        "ag:frontex:call",
    ],
    "De EIB sprak. || Spanje steunde dit. || De Bank vroeg om hulp.": [
        "ag:eib:none",
        "land:ES:support",
        "ag:eib:call",
    ],
    "Het Europees Agentschap voor cyberzaken (ENISA) riep op tot oefeningen.": ["ag:enisa:call"],
    "De toezichthouders EBA en ESMA waarschuwden voor risico's.": [
        "ag:eba:concern",
        "ag:esma:concern",
    ],
    "Een bureau vroeg om opheldering.": [],
    "Frontex sprak. || Het agentschap": ["ag:frontex:none"],
    "De Raad stelde de prioriteiten vast voor de Schengencyclus.": ["raad:decide"],
    # clauses beside the main clause
    "Zoals Duitsland had bepleit, nam de Raad de verordening aan.": ["raad:decide"],
    "Zoals ook de Commissie opmerkte, steunde Malta het plan.": ["land:MT:support"],
    "Lidstaten zoals Malta steunden het plan.": ["lidstaten:de:support", "land:MT:support"],
    "Nadat Polen zijn verzet had gestaakt, werd de tekst goedgekeurd.": [
        "raad:decide",
        "land:PL:support",
    ],
    # words set in behind an auxiliary
    "Nederland heeft, zoals toegezegd, de Commissie verzocht dit te doen.": ["nederland:call"],
    "Nederland heeft, mede op verzoek van uw Kamer, bezwaar gemaakt.": ["nederland:oppose"],
    "Malta heeft zich, zoals aangekondigd, onthouden van stemming.": ["land:MT:reserve"],
    "Daarom heeft, conform de planning, de Raad dit aangenomen.": ["raad:decide"],
    # a verb that is left out or stands in another form
    "Malta steunde de tekst, Cyprus niet.": ["land:MT:support", "land:CY:oppose"],
    "Malta steunde optie A en Cyprus de tweede optie.": ["land:MT:support", "land:CY:support"],
    "Malta steunde het fonds, Cyprus ook.": ["land:MT:support", "land:CY:support"],
    "Malta dankte het voorzitterschap om vervolgens te pleiten voor uitstel.": ["land:MT:call"],
    "Malta heeft dit benadrukt, zijn zorgen geuit en uitstel bepleit.": [
        "land:MT:concern",
        "land:MT:call",
    ],
    "De Raad nam nota van de wens van Malta.": ["raad:inform"],
    "Als het aan Finland ligt, komt er geen tweede fonds.": ["land:FI:oppose"],
    "In de ogen van Malta is een akkoord binnen bereik.": ["land:MT:inform"],
    "Zowel Malta als Cyprus wees hierop en eiste een evaluatie.": [
        "land:MT:inform",
        "land:CY:inform",
        "land:MT:call",
        "land:CY:call",
    ],
    "Malta schetste de cijfers, waarbij het vroeg om hulp.": ["land:MT:inform", "land:MT:call"],
    "Malta drong aan op spoed en Cyprus deed hetzelfde.": ["land:MT:call", "land:CY:call"],
    "Frontex zal de lidstaten ondersteunen bij terugkeer.": ["ag:frontex:announce"],
    "Malta steunde optie één, Cyprus optie twee.": ["land:MT:support", "land:CY:support"],
    "Malta heeft gemeld dat dit kan en de Commissie gevraagd om uitstel.": [
        "land:MT:inform",
        "land:MT:call",
    ],
    "Verder zal het register de lidstaten ondersteunen.": [],
    "In 2020 ondertekenden Griekenland en Egypte een verdrag.": [],
    "Het onderzoekscentrum JRC presenteerde de cijfers.": ["ag:jrc:inform"],
    # size
    "Op Malta na stemde iedereen in.": ["lidstaten:vrijwel-alle:support"],
    "Een op de drie lidstaten steunde dit.": ["lidstaten:meerdere:support"],
    "Op een enkeling na alle lidstaten steunden dit.": ["lidstaten:vrijwel-alle:support"],
    "Op Malta en Cyprus na steunden alle lidstaten dit.": ["lidstaten:vrijwel-alle:support"],
    "De lidstaten stemden op drie na in met de tekst.": ["lidstaten:vrijwel-alle:support"],
    "Met uitzondering van Malta steunden alle lidstaten dit.": ["lidstaten:vrijwel-alle:support"],
    "Alle lidstaten drongen op Malta na de zomer aan.": ["lidstaten:alle:call"],
    "Negen lidstaten steunden dit.": ["lidstaten:meerdere:support"],
    "Veertien lidstaten steunden dit.": ["lidstaten:veel:support"],
    "14 lidstaten steunden dit.": ["lidstaten:veel:support"],
    "Achttien lidstaten steunden dit.": ["lidstaten:meeste:support"],
    "18 lidstaten steunden dit.": ["lidstaten:meeste:support"],
    "Vijfentwintig lidstaten steunden dit.": ["lidstaten:vrijwel-alle:support"],
    "Tweederde van de lidstaten steunde dit.": ["lidstaten:meeste:support"],
    # background
    "De Commissie gaf een toelichting. || Het gaat om het SIS en Eurodac.": ["commissie:inform"],
    "In 2021 sloten Duitsland en Frankrijk een akkoord.": [],
    "In juni 2022 nam de Raad de verordening aan.": ["raad:inform"],
    "In juni nam de Raad de verordening aan.": ["raad:decide"],
    # views with any verb
    "Volgens Polen ontbeert het voorstel een rechtsgrond.": ["land:PL:concern"],
    "Naar het oordeel van Italië deugt de sleutel niet.": ["land:IT:concern"],
    "Volgens Oostenrijk past dit niet bij de afspraken.": ["land:AT:concern"],
    "Volgens Polen biedt de richtlijn houvast.": ["land:PL:support"],
    "Volgens de Commissie duurt dit tot mei.": ["commissie:inform"],
    "Wat de Commissie betreft hoeft de richtlijn niet te worden aangepast.": ["commissie:oppose"],
    "Wat Ierland betreft kan er niet snel genoeg worden begonnen.": ["land:IE:call"],
    # what is done, or not, in words that only say so
    "Malta liet weten geen schepen te leveren.": ["land:MT:oppose"],
    "Malta liet weten twee schepen te leveren.": ["land:MT:announce"],
    "Malta heeft besloten niet deel te nemen aan het fonds.": ["land:MT:oppose"],
    "Malta had besloten van deelname af te zien.": ["land:MT:oppose"],
    "De Commissie koos ervoor geen voorstel in te dienen.": ["commissie:oppose"],
    "De Raad besloot het fonds te steunen.": ["raad:decide"],
    "Malta liet weten bij nader inzien geen brief over de kwestie te zullen sturen.": [
        "land:MT:oppose"
    ],
    "Malta liet het plan voor een register varen.": ["land:MT:oppose"],
    "Malta liet zijn bezwaren varen.": ["land:MT:support"],
    "Malta brak met zijn verzet tegen de heffing.": ["land:MT:support"],
    # what is said not to be so
    "Volgens Malta is een nieuwe sleutel nergens voor nodig.": ["land:MT:oppose"],
    "Malta achtte een nieuwe sleutel allesbehalve wenselijk.": ["land:MT:oppose"],
    "Malta kon niet anders dan het voorstel steunen.": ["land:MT:support"],
    "Malta toonde zich minder afwijzend dan voorheen.": ["land:MT:reserve"],
    "Malta vond dat de termijn indien nodig kan worden verlengd.": ["land:MT:inform"],
    "Malta hield eraan vast dat de oude regels moeten gelden en dat een herziening niet aan de "
    "orde is.": ["land:MT:call", "land:MT:oppose"],
    # whose view it is
    "Enkele lidstaten maakten bezwaar tegen plannen van de Commissie.": ["lidstaten:enkele:oppose"],
    "Het voorstel stuitte bij Malta op verzet.": ["land:MT:oppose"],
    "Voor Malta was een hoger budget het absolute minimum.": ["land:MT:call"],
    "Voor landen met smal spoor, zo betoogde Malta, moet een uitzondering gelden.": [
        "land:MT:call"
    ],
    "Een uitzondering is, zo stelde Malta, onaanvaardbaar.": ["land:MT:oppose"],
    "Met uitzondering van één delegatie steunden alle lidstaten het plan.": [
        "lidstaten:vrijwel-alle:support"
    ],
    "Eurojust is volgens de Commissie onmisbaar.": ["commissie:call"],
    "Het mandaat zou volgens Malta kunnen worden verruimd.": ["land:MT:call"],
    "Malta en Cyprus kwamen nieuwe regels voor de veerdienst overeen.": [
        "land:CY:inform",
        "land:MT:inform",
    ],
    "Malta bleef beducht voor hogere prijzen.": ["land:MT:concern"],
    # who goes on, and past a clause that describes a noun
    "Het voorzitterschap sprak. || Het drong er bij de lidstaten op aan dit te testen.": [
        "voorzitterschap:none",
        "voorzitterschap:call",
    ],
    "Malta maakte bekend dat het het bedrag dat daarvoor was gereserveerd zal verhogen.": [
        "land:MT:announce"
    ],
    "Een bespreking had wat Malta betreft geen meerwaarde meer.": ["land:MT:oppose"],
    "Malta kwam terug op het rapport over de havens.": ["land:MT:inform"],
    "Malta gaf aan hierop terug te komen.": ["land:MT:announce"],
    # what lies ahead, and what was only dwelt upon
    "De Commissie sprak. || In juni zullen deze punten verder worden besproken.": [
        "commissie:none",
        "raad:announce",
    ],
    "De Commissie sprak. || De volgende rondes zullen plaatsvinden in april.": [
        "commissie:none",
        "raad:none",
    ],
    "De Raad stond stil bij het belang van havens.": ["raad:none"],
    "Malta sprak uit dat het verwacht dat de Commissie vroeg inlicht.": ["land:MT:call"],
    "Volgens Malta hoeft er geen fonds te komen.": ["land:MT:oppose"],
    "Volgens Malta hoeft dit niet tot uitstel te leiden.": ["land:MT:inform"],
    "Malta liet weten dat uitstel niet meer hoeft.": ["land:MT:oppose"],
    "Malta uitte zorgen. || Cyprus deelde deze zorg.": ["land:MT:concern", "land:CY:concern"],
    "Alle lidstaten steunden het plan, met uitzondering van Malta.": [
        "lidstaten:vrijwel-alle:support"
    ],
    "Malta verzette zich. || Cyprus sloot zich bij Malta aan.": [
        "land:MT:oppose",
        "land:CY:oppose",
    ],
    "Malta verzette zich tegen de heffing, waarbij Cyprus zich aansloot.": [
        "land:MT:oppose",
        "land:CY:oppose",
    ],
    "Malta sloot zich aan bij de verklaring.": ["land:MT:support"],
    "De invoering van een categorie noemde Malta onmisbaar.": ["land:MT:call"],
    "Een uitzondering noemde Malta onaanvaardbaar.": ["land:MT:oppose"],
    "Zonder cijfers is een akkoord voor Malta niet aan de orde.": ["land:MT:oppose"],
    "Aan de orde was het voorstel voor een verordening.": ["raad:none"],
}


def attributions(text):
    report = report_of(*map(str.strip, text.split("||")))
    return {f"{one.actor}:{one.stance}" for one in attribute(report)[0]}


def test_a_sentence_may_break_off_anywhere():
    for text in SAID:
        words = text.replace("|| ", "").split()
        for stop in range(1, len(words)):
            attributions(" ".join(words[:stop]))


@pytest.mark.parametrize("text", SAID)
def test_a_dutch_clause_gives_each_holder_the_stance(text):
    assert attributions(text) == set(SAID[text])
