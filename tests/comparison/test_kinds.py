import re
import sys
from collections import Counter
from importlib.resources import files
from itertools import groupby, product

import pytest

from workflow.comparison.crossing import uncrossed
from workflow.comparison.kinds import judge, polarity, rank, rules
from workflow.comparison.model import KINDS, SIGNS, PositionChange, Stand
from workflow.languages import LANGUAGES, data, labels
from workflow.positions.model import STANCES


def stand(entry: list) -> Stand:
    actor, stance, strength, text, *cue = entry
    return Stand(actor, stance, text, strength=strength, cue="".join(cue))


@pytest.mark.parametrize("example", rules()["examples"], ids=lambda example: example["kind"])
def test_each_example_of_the_rules_has_the_kind_that_it_shows(example: dict) -> None:
    judgement = judge(stand(example["older"]), stand(example["newer"]))
    assert judgement.kind == example["kind"]
    assert judgement.style == example.get("style", False)


def test_the_rules_can_be_read() -> None:
    text = files("workflow.comparison").joinpath("kinds.toml").read_text("utf-8")
    lines = text.splitlines()
    assert [number for number, line in enumerate(lines, 1) if len(line) > 100] == []
    kinds = [kind for kind, _ in groupby(rules()["examples"], key=lambda each: each["kind"])]
    assert len(kinds) == len(set(kinds)), "the examples stand by kind"
    named = re.findall(r"`(\w+_\w+)`", "".join(line for line in lines if line.startswith("#")))
    known = {*rules(), *rules()["firmness"]}.union(
        *(data(each, "comparison") for each in LANGUAGES)
    )
    assert set(named) - known == {"gekwalificeerde_meerderheid"}, "lists that are not there"


def test_a_statement_on_one_side_is_new_or_dropped() -> None:
    one = Stand("nederland", "support", "steunt het voorstel")
    assert judge(None, one).kind == "new"
    assert judge(one, None).kind == "dropped"


@pytest.mark.parametrize("example", rules()["examples"], ids=lambda example: example["kind"])
def test_a_statement_against_itself_is_unchanged(example: dict) -> None:
    for side in ("older", "newer"):
        one, other = stand(example[side]), stand(example[side])
        assert judge(one, other).kind == "unchanged"
        assert PositionChange("nederland", "unchanged", one, other).similarity == 1


OPPOSITES = {"firmer": "softer", "softer": "firmer", "broader": "narrower", "narrower": "broader"}


@pytest.mark.parametrize("example", rules()["examples"], ids=lambda example: example["kind"])
def test_the_way_back_is_the_opposite_change(example: dict) -> None:
    kind = judge(stand(example["newer"]), stand(example["older"])).kind
    assert kind == OPPOSITES.get(example["kind"], example["kind"])


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("steunt 85 miljoen euro", "steunt 58 miljoen euro"),
        ("steunt toetreding van Roemenië", "steunt toetreding van Bulgarije"),
        ("steunt hulp aan Niger", "steunt hulp aan Nigeria"),
        ("steunt hulp aan Iran", "steunt hulp aan Irak"),
        ("is voor het register", "is niet voor het register"),
        ("kan het register inrichten", "moet het register inrichten"),
        ("steunt een algemeen register", "steunt geen algemeen register"),
    ],
)
def test_a_figure_a_name_or_a_small_telling_word_is_never_unchanged(older: str, newer: str) -> None:
    both = (Stand("nederland", "support", text) for text in (older, newer))
    judgement = judge(*both)
    assert judgement.kind in ("reworded", "reversed")
    assert not judgement.style


def test_another_verb_of_the_same_strength_may_be_style() -> None:
    older = Stand("raad", "call", "benadrukte het belang van taal", strength=3, cue="benadrukte")
    newer = Stand(
        "raad", "call", "onderstreepte het belang van taal", strength=3, cue="onderstreepte"
    )
    judgement = judge(older, newer)
    assert (judgement.kind, judgement.style) == ("reworded", True)


def test_the_scales_know_only_stances_and_groups_have_ranks() -> None:
    assert set(rules()["polarity"]) <= set(STANCES)
    assert all(set(ladder) <= set(STANCES) for ladder in rules()["ladders"].values())
    assert rank(Stand("lidstaten:alle", "inform", "x")) == 7
    assert polarity("inform") == 0
    assert rank(Stand("commissie", "inform", "x")) == 0
    assert rank(Stand("lidstaten:andere", "inform", "x")) == 0


def test_every_kind_has_a_sign_and_a_word_in_both_languages() -> None:
    assert set(SIGNS) == set(KINDS)
    for language in ("nl", "en"):
        assert set(labels(language, "common.change")) == set(KINDS)


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("vroeg om overleg met Zweden", "vroeg om Zwedens overleg met"),
        ("besprak het seminar in Ume\ufffd", "besprak het seminar in Umeå"),
        ("steunt de bescherming van volwassenen", "steunde bescherming van de volwassenen"),
        ("vroeg ook aandacht voor kosten", "vroeg aandacht voor ook de kosten"),
    ],
)
def test_forms_spellings_and_order_are_no_change(older: str, newer: str) -> None:
    assert judge(*(Stand("nederland", "call", text) for text in (older, newer))).kind == "unchanged"


def test_taking_back_an_objection_is_no_reversal_of_support() -> None:
    older = Stand("nederland", "support", "steunde de strengere strafmaat voor oplichting")
    text = "trok het voorbehoud bij de strengere strafmaat voor oplichting in"
    newer = Stand("nederland", "decide", text, cue="trok in")
    assert judge(older, newer).kind != "reversed"


def test_a_worry_that_something_is_not_done_is_no_reversal_of_the_wish_for_it() -> None:
    older = Stand(
        "lidstaten", "inform", "verwachten dat de Commissie hen in een vroeg stadium betrekt"
    )
    newer = Stand(
        "lidstaten",
        "concern",
        "uitten zorgen dat de Commissie hen niet in een vroeg stadium betrekt",
    )
    assert judge(older, newer).kind != "reversed"


def test_only_a_denial_is_no_opposite() -> None:
    older = Stand("nederland", "support", "steunt het register voor tolken en vertalers")
    newer = Stand(
        "nederland", "support", "steunt niet alleen het register voor tolken en vertalers"
    )
    assert judge(older, newer).kind != "reversed"


@pytest.mark.parametrize("objection", ["oppose", "concern", "reserve"])
@pytest.mark.parametrize("wish", ["support", "decide"])
def test_opposite_stances_are_never_told_as_other_words_without_a_reason(
    wish: str, objection: str
) -> None:
    texts = ("het voorstel", "de plannen voor een register", "het schrappen van de steun", "mits")
    for older, newer in product(texts, texts):
        for stances in ((wish, objection), (objection, wish)):
            judgement = judge(
                *(
                    Stand("nederland", stance, text, strength=3)
                    for stance, text in zip(stances, (older, newer), strict=True)
                )
            )
            assert judgement.kind != "reworded" or "same_side" in judgement.reasons


def test_groups_on_opposite_sides_are_set_beside_their_like() -> None:
    def of(size: str, stance: str) -> Stand:
        words = "steunden" if stance == "support" else "waren tegen"
        return Stand(f"lidstaten:{size}", stance, f"{words} een verlenging van de regeling")

    older, against = of("meerdere", "support"), of("meerdere", "oppose")
    same, fewer = of("meerdere", "support"), of("enkele", "support")
    assert uncrossed([(older, against), (None, same)]) == [(older, same), (None, against)]
    # one of another size is not the group of before, which turned round
    assert uncrossed([(older, against), (None, fewer)]) == [(older, against), (None, fewer)]
    assert uncrossed([(against, older), (same, None)]) == [(against, None), (same, older)]
    assert uncrossed([(against, older), (fewer, None)]) == [(against, older), (fewer, None)]
    both = [(older, against), (of("enkele", "oppose"), fewer)]
    assert uncrossed(both) == [(older, fewer), (both[1][0], against)]


def test_the_cost_of_a_text_that_is_no_sentence_is_bounded() -> None:
    def calls(many: int) -> int:
        """How many functions are called to compare two statements on so many things."""
        things = [f"steun voor de teelt van gewas{at} op grond{at}, die" for at in range(many)]
        wish = Stand("raad", "call", f"pleitte voor {' '.join(things)}", cue="pleitte voor")
        against = f"was tegen {' '.join(reversed(things))}"
        found = Counter[str]()
        sys.setprofile(lambda _, event, __: found.update([event]))
        try:
            judge(wish, Stand("raad", "oppose", against, cue="tegen"))
        finally:
            sys.setprofile(None)
        return found["call"]

    assert calls(1_600) < 8 * calls(400)
