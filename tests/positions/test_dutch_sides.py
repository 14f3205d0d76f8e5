"""Dutch: who takes which side in turned, nominal and indirect sentences, and who takes none."""

import pytest
from spoken import report_of

from workflow.positions.attribution import attribute

# Sentences, with " || " between two, and every stance but plain information.
SAID = {
    # what is given up
    "Het voorzitterschap gaf de poging op om tot een akkoord te komen.": ["voorzitterschap:oppose"],
    "De Commissie liet het streefcijfer los.": ["commissie:oppose"],
    "De Commissie blies de herziening af.": ["commissie:oppose"],
    "Duitsland stelde voor de planning los te laten.": ["land:DE:oppose"],
    "Duitsland stelde voor niet van de planning af te zien.": ["land:DE:support"],
    "Duitsland brak de staf over de planning.": ["land:DE:oppose"],
    "Duitsland sprak van een welkome stap.": ["land:DE:support"],
    "Nederland geeft de ambitie niet op.": ["nederland:call"],
    "Polen liet het verzet varen.": ["land:PL:support"],
    "Spanje vroeg Polen het verzet te laten varen.": ["land:ES:call"],
    # a participle before its noun is no verb
    "Malta was tegen gesloten gebieden voor de visserij.": ["land:MT:oppose"],
    "Malta is voor verboden stoffen op een lijst.": ["land:MT:support"],
    "Enkele lidstaten waren voor hogere tarieven op ingevoerd hout.": ["lidstaten:enkele:support"],
    "Malta was tegen een quotum voor gedroogde en gerookte haring.": ["land:MT:oppose"],
    "Malta was voor een verbod op bevroren inktvis.": ["land:MT:support"],
    "De heffing waar Malta tegen gestemd had, kwam terug.": ["land:MT:oppose"],
    "Malta had daar bezwaren tegen gesloten gebieden.": ["land:MT:oppose"],
    "Daar had Malta vragen over gesloten havens.": ["land:MT:concern"],
    "Malta was er tegen vanwege gestegen kosten.": ["land:MT:oppose"],
    # but it is one behind the preposition of "er" or "hier"
    "Malta heeft er steeds voor gepleit kotters te ontzien.": ["land:MT:call"],
    "Malta heeft hier voor gepleit vorige zomer.": ["land:MT:call"],
    "Malta heeft er bij de Commissie op aangedrongen kotters te ontzien.": ["land:MT:call"],
    "Malta heeft er in toegestemd kotters te ontzien.": ["land:MT:support"],
    "Malta heeft daar samen met Cyprus voor gewaarschuwd vorige zomer.": [
        "land:MT:concern",
        "land:CY:concern",
    ],
    "De voorgestelde grens was voor Malta te soepel.": ["land:MT:concern"],
    "Malta sprak steun uit voor het opheffen van de controles.": ["land:MT:support"],
    "Malta uitte waardering voor het intrekken van de heffing.": ["land:MT:support"],
    # a meeting that is wished for, and one that is joined
    "Malta steunde een jaarlijkse bespreking van de havens.": ["land:MT:support"],
    "De directeur van Frontex sloot zich aan bij de bespreking.": [],
    # what is preferred, and by whom among others
    "Een lichte regeling heeft de voorkeur van Malta.": ["land:MT:call"],
    "Raadsconclusies hebben voor Malta de voorkeur.": ["land:MT:call"],
    "Voor Malta blijft de vloot een essentieel onderdeel van de aanpak.": ["land:MT:call"],
    "Het voorstel kreeg steun van enkele lidstaten, waaronder Malta.": [
        "lidstaten:enkele:support",
        "land:MT:support",
    ],
    "Het voorzitterschap legde de tekst ter goedkeuring voor.": [],
    "De afspraken konden echter niet langer op de instemming van Malta rekenen.": [
        "land:MT:oppose"
    ],
    "Een aantal lidstaten hield moeite met de eis.": ["lidstaten:een-aantal:concern"],
    # a noun for backing takes no side with whom the sentence before named
    "Malta was tegen de heffing. || Het fonds kreeg bijval van Polen, ook van Malta.": [
        "land:MT:oppose",
        "land:PL:support",
        "land:MT:support",
    ],
    "Malta hield de problemen in het oog.": [],
    "Visserij vormt voor Malta een belangrijk onderdeel van de economie.": [],
    "Het gebouw is voor Malta te koop.": [],
    # what stands first
    "De heffing wees Malta van de hand.": ["land:MT:oppose"],
    "Met het compromis kon Portugal leven.": ["land:PT:support"],
    "Tot de tegenstanders behoorden Ierland en Malta.": ["land:IE:oppose", "land:MT:oppose"],
    "Malta voegde zich bij de landen die de heffing afwezen.": ["land:MT:oppose"],
    "Malta schaarde zich achter een verbod op stoffen die schade geven.": ["land:MT:support"],
    "Malta schaarde zich achter een lijst van banken die een risico vormen.": ["land:MT:support"],
    "Onder de sprekers die zich kritisch uitlieten bevond zich Malta.": ["land:MT:concern"],
    "Felste tegenstander van het plan was Hongarije.": ["land:HU:oppose"],
    "Voorstanders waren onder meer Spanje en Italië.": ["land:ES:support", "land:IT:support"],
    "De voorstanders waren talrijk.": [],
    "Van de lidstaten sprak een minderheid zich uit tegen een verbod.": ["lidstaten:enkele:oppose"],
    "Van de 27 lidstaten waren er drie tegen.": ["lidstaten:enkele:oppose"],
    "Van de lidstaten wordt verwacht dat zij meewerken.": [],
    # whose view it is
    "Voor Malta moet de heffing van tafel.": ["land:MT:oppose"],
    "Voor Polen mag de grens hoger liggen.": ["land:PL:call"],
    "Voor Polen moeten nog twee ontheffingen worden verlengd.": [],
    "Voor Tsjechië was dit het breekpunt.": ["land:CZ:oppose"],
    "Uit de bijdrage van Litouwen sprak zorg over de kabels.": ["land:LT:concern"],
    "Uitzonderingen voor staten die niet meedoen komen er niet, aldus de Commissie.": [
        "commissie:oppose"
    ],
    "Volgens Malta valt er niets op de tekst af te dingen.": ["land:MT:support"],
    # what the chair concludes
    "Het voorzitterschap concludeerde dat een ruime meerderheid het compromis steunt.": [
        "lidstaten:meerderheid:support"
    ],
    "De Raad stelde vast dat enkele lidstaten de termijn niet nakomen.": [],
    # who is named beside or backed
    "Alle lidstaten, Nederland incluis, steunden het plan.": [
        "lidstaten:alle:support",
        "nederland:support",
    ],
    "Veel lidstaten, ook Nederland, steunden het plan.": [
        "lidstaten:veel:support",
        "nederland:support",
    ],
    "Vrijwel alle lidstaten, zelfs Polen, steunden het plan niet.": [
        "lidstaten:vrijwel-alle:oppose",
        "land:PL:oppose",
    ],
    "Malta steunde het plan, ook Nederland was tegen.": ["land:MT:support", "nederland:oppose"],
    "Een groep lidstaten onder leiding van Frankrijk wil de drempel schrappen.": [
        "land:FR:call",
        "lidstaten:een-groep:call",
    ],
    "Portugal wilde uitstel en steunde Polen hierin.": ["land:PL:call", "land:PT:call"],
    "Malta was tegen. || Cyprus steunde Malta.": ["land:CY:oppose", "land:MT:oppose"],
    "Spanje wil de boetes verdubbelen, Malta ze juist halveren.": ["land:ES:call", "land:MT:call"],
    # verbs that only lead to another
    "Polen liet niet na de kosten te hekelen.": ["land:PL:oppose"],
    "Polen aarzelde niet het voorstel af te wijzen.": ["land:PL:oppose"],
    "Malta maakte van de gelegenheid gebruik om het akkoord te verwelkomen.": ["land:MT:support"],
    "De Commissie drong erop aan om het verdrag te ratificeren.": ["commissie:call"],
    # papers
    "Malta verspreidde een non-paper waarin het pleit voor een lager tarief.": ["land:MT:call"],
    "Frankrijk stuurde een brief waarin het de procedure beschrijft.": [],
    # two things
    "Spanje steunt het doel, maar niet het middel.": ["land:ES:oppose", "land:ES:support"],
    "Spanje steunde het voorstel, maar niet van harte.": ["land:ES:support"],
    "Hoewel Polen moeite heeft met de heffing, kan het instemmen met het akkoord.": [
        "land:PL:concern",
        "land:PL:support",
    ],
    "Wij hebben laten weten dat we het voorstel niet kunnen steunen.": ["nederland:oppose"],
    # who is spoken to
    "De Commissie zal Hongarije hierop aanspreken.": ["commissie:concern"],
    # views as nouns, and what becomes of them
    "Het verzoek van Kroatië vond bij de Commissie geen gehoor.": [
        "commissie:oppose",
        "land:HR:call",
    ],
    "De instemming van Ierland hangt af van het onderzoek.": ["land:IE:reserve"],
    "De steun van Ierland is gegarandeerd.": ["land:IE:support"],
    "Op steun van Slowakije hoeft het plan niet te rekenen.": ["land:SK:oppose"],
    "De houding van Roemenië was kritisch.": ["land:RO:concern"],
    "Het plan kreeg van Finland bijval.": ["land:FI:support"],
    "Het fonds keerde 40 miljoen euro uit aan boeren in Roemenië.": [],
    "De steunmaatregelen voor Griekenland lopen in augustus af.": [],
    # a group and who it is
    "Twee lidstaten (Malta en Cyprus) maakten een voorbehoud.": [
        "land:CY:reserve",
        "land:MT:reserve",
        "lidstaten:enkele:reserve",
    ],
    # what all may do, and what a speaker does
    "De lidstaten kunnen tot september opmerkingen indienen.": [],
    "Frontex liet weten de operatie met zes maanden te verlengen.": ["ag:frontex:announce"],
    "De Commissie dreigde met een inbreukprocedure.": ["commissie:concern"],
    # what must not be done
    "Malta bleef van mening dat de frequentie niet moet worden verhoogd.": ["land:MT:oppose"],
    "Malta stelde dat er geen drempel moet komen.": ["land:MT:oppose"],
    "Volgens Malta mag de reikwijdte niet worden uitgebreid.": ["land:MT:oppose"],
    "Malta vindt dat eilanden niet vergeten mogen worden.": ["land:MT:call"],
    "Malta vond dat niet alleen de drempel moet worden verhoogd.": ["land:MT:call"],
    "Malta stelde dat er geen strategie mag komen zonder afdwingbare regels.": ["land:MT:call"],
    "Malta kon onmogelijk instemmen met deze tekst.": ["land:MT:oppose"],
    "De Commissie berichtte dat zij niet met wetgeving zal komen.": ["commissie:oppose"],
    "Malta kondigde aan niet te zullen bijdragen.": ["land:MT:oppose"],
    # the verb behind its object
    "Nederland heeft te kennen gegeven een hogere drempel af te wijzen.": ["nederland:oppose"],
    "Het voorzitterschap liet weten een akkoord op tafel te zullen leggen.": [
        "voorzitterschap:announce"
    ],
    "Finland deed het verzoek de termijn te verlengen.": ["land:FI:call"],
    "Nederland heeft zich conform de wens van de Kamer tegen doelen uitgesproken.": [
        "nederland:oppose"
    ],
    "Malta was daar niet voor te vinden, aangezien reizigers zouden lijden.": ["land:MT:oppose"],
    # of two speakers the one who is named
    "Spanje steunde dit, terwijl Polen twijfels had. || Malta sloot zich bij Spanje aan.": [
        "land:ES:support",
        "land:MT:support",
        "land:PL:concern",
    ],
    # a verb that is left out
    "Spanje stemde voor, Italië tegen.": ["land:ES:support", "land:IT:oppose"],
    "De meeste lidstaten waren voor, enkele tegen.": [
        "lidstaten:enkele:oppose",
        "lidstaten:meeste:support",
    ],
    "Spanje pleitte voor een verbod, Italië voor een heffing.": ["land:ES:call", "land:IT:call"],
    "Spanje wil een verbod, Italië een heffing.": ["land:ES:call", "land:IT:call"],
    # who says so stands last
    "Dit gaat te ver, vond Malta.": ["land:MT:concern"],
    "De tijd dringt, waarschuwde de Finse minister.": ["land:FI:concern"],
    "Luxemburg heeft nog huiswerk te doen, erkende de Luxemburgse minister.": [],
    "Na de lunch, die lang duurde, vroeg Malta om uitstel.": ["land:MT:call"],
    # what becomes of a request
    "De Commissie nam de suggestie van Luxemburg over.": ["commissie:support"],
    "De Commissie legde de oproep naast zich neer.": ["commissie:oppose"],
    "De Commissie ging niet in op het verzoek van Malta.": ["commissie:oppose"],
    "Malta ging in op de vragen van de Commissie.": [],
    "De wens om eilanden te ontzien leeft ook bij Ierland.": ["land:IE:call"],
    "Het voorzitterschap gaf te kennen tot een akkoord te willen komen.": [
        "voorzitterschap:announce"
    ],
    "Malta zou liever zien dat de termijn wordt verlengd.": ["land:MT:call"],
    "De Commissie gaf België gelijk.": ["commissie:support"],
    # states from all over the world
    "Zambia steunde de oproep van de Unie.": ["land:ZM:support"],
    "De Bahama's verzetten zich tegen de lijst.": ["land:BS:oppose"],
    "In 2021 steunde de Unie 14 projecten in Zambia.": [],
    "De lidstaten hebben tot 1 mei om hun plannen in te dienen.": [],
}


@pytest.mark.parametrize("text", SAID)
def test_sides_are_given_to_whoever_takes_them(text: str) -> None:
    report = report_of(*text.split(" || "))
    found = [one for item in attribute(report) for one in item]
    sides = {f"{one.actor}:{one.stance}" for one in found if one.stance not in ("inform", "none")}
    assert sorted(sides) == sorted(SAID[text])


def test_a_sentence_about_sides_may_break_off_anywhere() -> None:
    for text in SAID:
        words = text.replace("|| ", "").split()
        for stop in range(1, len(words)):
            attribute(report_of(" ".join(words[:stop])))
