"""Actor ids, their names, and the order of a briefing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.errors import WorkflowError
from workflow.positions.actors import actor_name, actor_rank, find_actor, group_rank
from workflow.positions.loading import load_lexicon


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_known_actor_is_found_again_by_its_name(language):
    for actor in load_lexicon(language).display:
        assert find_actor(actor_name(actor, language), language) == actor
        assert find_actor(actor, language) == actor


@pytest.mark.parametrize(
    ("written", "actor"),
    [
        ("De Meeste Lidstaten", "lidstaten:meeste"),
        ("de Commissie", "commissie"),
        ("kabinet", "nederland"),
        ("velen", "lidstaten:veel"),
        ("een groot aantal andere lidstaten", "lidstaten:veel"),
        ("lidstaten", "lidstaten:de"),
        ("  eu-lisa ", "ag:eu-lisa"),
        ("VK", "land:GB"),
        ("Kosmisch Bureau (KB)", "derde:kosmisch-bureau-kb"),
        ("", ""),
    ],
)
def test_actor_is_found_however_people_write_it(written, actor):
    assert find_actor(written, "nl") == actor


def test_names_as_the_contract_says():
    assert actor_name("lidstaten:meeste", "nl") == "de meeste lidstaten"
    assert actor_name("nederland", "nl") == "Nederland"
    assert actor_name("ag:eu-lisa", "nl") == "eu-LISA"
    assert actor_name("land:FR", "nl") == "Frankrijk"
    assert actor_name("lidstaten", "nl") == "de lidstaten"
    assert actor_name("derde:kosmisch-bureau", "nl") == "Kosmisch bureau"


def test_order_of_a_briefing():
    actors = [
        "derde:unodc",
        "ag:frontex",
        "land:FR",
        "lidstaten:enkele",
        "lidstaten:alle",
        "commissie",
        "voorzitterschap",
        "raad",
        "nederland",
    ]
    assert sorted(actors, key=lambda one: actor_rank(one, "nederland")) == [
        "nederland",
        "raad",
        "voorzitterschap",
        "commissie",
        "lidstaten:alle",
        "lidstaten:enkele",
        "land:FR",
        "ag:frontex",
        "derde:unodc",
    ]
    assert actor_rank("land:GB", "land:GB") < actor_rank("raad", "land:GB")


def test_group_ranks():
    assert group_rank("lidstaten:alle") == 7
    assert group_rank("lidstaten:een-enkele") == 1
    assert group_rank("lidstaten:andere") == 0
    assert group_rank("commissie") == 0


def test_unknown_language_is_one_clear_error():
    with pytest.raises(WorkflowError):
        actor_name("commissie", "fr")


@given(st.text(max_size=40))
def test_any_name_gives_an_actor_that_is_found_again(name):
    actor = find_actor(name, "nl")
    assert find_actor(actor_name(actor, "nl"), "nl") == actor or actor.startswith("derde:")
