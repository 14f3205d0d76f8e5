"""Whose government, who found allies, and what is said by ways around a plain verb."""

import pytest

from tests.positions.spoken import views

DUTCH = {
    # a government is that of the place where it sits
    "De nieuwe regering in Hongarije liet weten de heffing te steunen.": {"land:HU": ["support"]},
    "De regering in Warschau bleef zich tegen de heffing verzetten.": {"land:PL": ["oppose"]},
    "De delegatie van Polen steunde de heffing.": {"land:PL": ["support"]},
    "De meeste lidstaten, nu ook de nieuwe regering in Hongarije, steunden de heffing.": {
        "lidstaten:meeste": ["support"],
        "land:HU": ["support"],
    },
    "Het kabinet in Den Haag steunde de heffing.": {"nederland": ["support"]},
    "Een ruime meerderheid, met Italië weer voorop, steunde de heffing.": {
        "lidstaten:meerderheid": ["support"],
        "land:IT": ["support"],
    },
    # those whom somebody finds on its side, or not
    "Italië vond geen steun voor zijn voorstel.": {"lidstaten:de": ["oppose"]},
    "Het pleidooi van Italië kreeg weinig steun.": {"land:IT": ["call"]},
    "Het pleidooi van Italië vond weinig medestanders.": {"land:IT": ["call"]},
    "Het voorstel vond weinig medestanders.": {"lidstaten:de": ["oppose"]},
    "Roemenië vond steun via een fonds te omslachtig.": {"land:RO": ["concern"]},
    # what can be accepted, is not without value, or may not be so alone
    "De heffing kan worden aanvaard, zo meende Estland.": {"land:EE": ["support"]},
    "Estland zei dat de heffing niet kan worden gesteund.": {"land:EE": ["oppose"]},
    "Volgens Malta is een register niet zonder waarde.": {"land:MT": ["support"]},
    "Malta vond een register niet zonder risico.": {"land:MT": ["concern"]},
    "Malta merkte op dat de kosten niet uitsluitend op de havens mogen drukken.": {
        "land:MT": ["call"]
    },
    "Malta stelde dat tarieven alleen op EU-niveau kunnen worden bepaald.": {"land:MT": ["call"]},
    "Malta stond op een jaarlijkse evaluatie.": {"land:MT": ["call"]},
    "Malta vond dat dit een taak van de lidstaten is en niet van de Unie.": {"land:MT": ["call"]},
    # what somebody will not hesitate to do, and what is withdrawn
    "Malta zei niet te zullen aarzelen de heffing te blokkeren.": {"land:MT": ["oppose"]},
    "Malta zal niet aarzelen naar het Hof te stappen.": {"land:MT": ["oppose"]},
    "De Commissie zei niet te zullen aarzelen maatregelen te nemen.": {"commissie": ["announce"]},
    "De Commissie maakte bekend het voorstel te zullen intrekken.": {"commissie": ["announce"]},
    "Malta liet weten zijn bezwaren in te trekken.": {"land:MT": ["support"]},
    # the clause behind a view
    "Voor Nederland blijft een heffing onwenselijk, al zal het het akkoord niet blokkeren.": {
        "nederland": ["oppose", "support"]
    },
    "Malta vond de termijn te kort, reden waarom het voor uitstel pleitte.": {
        "land:MT": ["concern", "call"]
    },
    "Malta legde uit dat de regeling loopt, zodat het niet nodig is iets te doen.": {
        "land:MT": ["inform"]
    },
    # what was held before, what cannot wait, and who is among a group this time
    "Daar waar Malta in het najaar nog voorstander was, keerde het zich nu tegen de heffing.": {
        "land:MT": ["oppose"]
    },
    "Wat Malta betreft kan de evaluatie niet tot 2030 wachten.": {"land:MT": ["call"]},
    "Malta vond dat de evaluatie kan wachten.": {"land:MT": ["oppose"]},
    "Malta vond dat onvoldoende rekening is gehouden met kleine havens.": {"land:MT": ["concern"]},
    "Slechts enkele lidstaten, waaronder ditmaal ook Cyprus, steunden de heffing.": {
        "lidstaten:enkele": ["support"],
        "land:CY": ["support"],
    },
    "Voor het kabinet is een heffing geen begaanbare weg.": {"nederland": ["oppose"]},
    "Malta kon de Commissie in haar aanpak volgen.": {"land:MT": ["support"]},
    # what goes before, what comes at the right time, and what a paper says
    "Wat het kabinet betreft gaat zorgvuldigheid boven snelheid.": {"nederland": ["call"]},
    "De aanpassing kwam volgens Roemenië als geroepen.": {"land:RO": ["support"]},
    "Malta kon de voorgestelde tekst niet dragen.": {"land:MT": ["oppose"]},
    "Het belangrijkste voor Polen was voedselzekerheid.": {"land:PL": ["call"]},
    "Een gezamenlijk paper van Duitsland en Frankrijk riep op tot vereenvoudiging.": {
        "land:DE": ["call"],
        "land:FR": ["call"],
    },
    "Het non-paper van Italië kreeg steun van Spanje.": {"land:ES": ["support"]},
}
ENGLISH = {
    "The new government in Hungary supported the levy.": {"land:HU": ["support"]},
    "The government of Italy opposed the levy.": {"land:IT": ["oppose"]},
    "The delegation of Poland opposed the levy.": {"land:PL": ["oppose"]},
    "Hungary, whose new government had reconsidered the matter, supported the levy.": {
        "land:HU": ["support"]
    },
    "Most Member States, now also Italy, supported the levy.": {
        "lidstaten:meeste": ["support"],
        "land:IT": ["support"],
    },
    "The Government welcomed the levy.": {"land:GB": ["support"]},
    "By now a clear majority, with Italy again to the fore, favoured a lower ceiling.": {
        "lidstaten:meerderheid": ["support"],
        "land:IT": ["support"],
    },
    "A few Member States, Italy being the most outspoken, were in favour of a levy.": {
        "lidstaten:enkele": ["support"],
        "land:IT": ["support"],
    },
    "Most Member States, with Malta the only exception, supported the levy.": {
        "lidstaten:meeste": ["support"]
    },
    "Italy received little support for its plan.": {"lidstaten:de": ["oppose"]},
    "Italy's plea received little support.": {"land:IT": ["call"]},
    "The UK received strong support from Germany.": {"land:DE": ["support"]},
    "Estonia thought that the levy could be accepted.": {"land:EE": ["support"]},
    "Estonia said that the levy could not be accepted.": {"land:EE": ["oppose"]},
    "Belgium said that a register would not be without value.": {"land:BE": ["support"]},
    "Belgium said that a register would not be without risk.": {"land:BE": ["concern"]},
    "The Commission noted that the right to appeal was open to every Member State.": {
        "commissie": ["inform"]
    },
    "Austria said that it would not hesitate to take the matter to court.": {"land:AT": ["oppose"]},
    "Austria would not hesitate to block the levy.": {"land:AT": ["oppose"]},
    "The Commission would not hesitate to act.": {"commissie": ["announce"]},
    "Germany argued that action was for companies and not for governments.": {"land:DE": ["call"]},
    "Germany noted that the fund was for ports and not for roads.": {"land:DE": ["inform"]},
    "Belgium found it too costly, which was why it asked for a delay.": {
        "land:BE": ["concern", "call"]
    },
    "Whereas in the autumn Malta had been sympathetic, it now turned against the levy.": {
        "land:MT": ["oppose"]
    },
    "Germany had yet to determine its position.": {"land:DE": ["reserve"]},
    "A clear definition remained a requirement for most Member States.": {
        "lidstaten:meeste": ["call"]
    },
    "For the Government, a levy was not a viable way forward.": {"land:GB": ["oppose"]},
    "According to Malta, the levy threatens to drive firms away.": {"land:MT": ["concern"]},
    "From the Hungarian side, the need for new rules was disputed.": {"land:HU": ["oppose"]},
    "A paper from Germany asked for delay.": {"land:DE": ["call"]},
    "A proposal by Germany was supported by Malta.": {"land:MT": ["support"]},
    "The plan by the Commission was opposed by Malta.": {"land:MT": ["oppose"]},
    "Malta could follow the Commission in its approach.": {"land:MT": ["support"]},
}


@pytest.mark.parametrize("text", DUTCH)
def test_dutch_sentence(text: str) -> None:
    assert views(text, language="nl") == DUTCH[text]


@pytest.mark.parametrize("text", ENGLISH)
def test_english_sentence(text: str) -> None:
    assert views(text) == ENGLISH[text]
