"""References to documents of parliament become links, in every spelling."""

import pytest

from workflow.briefing.links import find_links

SPELLINGS = {
    "Kamerstukken 2030-2031 nr 99317-872": "99317-872",
    "Kamerstukken 2030-2031, nr. 99317-722": "99317-722",
    "Kamerstukken II 2030-2031, 99317 nr. 869": "99317-869",
    "Kamerstukken II 2030/31, 99 317, nr. 869": "99317-869",
    "Kamerstukken II 2030-2031, 99 410 VI nr. 85": "99410-VI-85",
    "Kamerstukken II 2030/31, 99 410-VI, nr. 85": "99410-VI-85",
    "Kamerstuk 21 501-99, nr. 835": "21501-99-835",
    "Kamerstuk 99112, nr. 3821": "99112-3821",
    "99317-OO": "99317-OO",
    "Kamerstukken I 2030/31, 99 317, OO": "99317-OO",
    "99410-VI-85": "99410-VI-85",
    "21501-99-835": "21501-99-835",
    "99 410 VI, nr. 85": "99410-VI-85",
}


@pytest.mark.parametrize("text", SPELLINGS)
def test_a_spelling_is_a_link(text: str) -> None:
    [link] = find_links(f"Zie ook {text}.")
    assert f"Zie ook {text}."[link.start : link.end] == text
    assert link.url == f"https://zoek.officielebekendmakingen.nl/kst-{SPELLINGS[text]}.html"


@pytest.mark.parametrize(
    "text",
    ["380.000 in 2031", "21501-99", "ST 9105/31", "in 2030-2031", "op 4-5 maart 2031", "", "geen"],
)
def test_other_numbers_are_no_links(text: str) -> None:
    assert find_links(text) == ()


def test_more_numbers_of_a_dossier_are_links_of_their_own() -> None:
    text = "Kamerstukken II 2030/31, 99 317, nrs. 869 en 872"
    assert [text[link.start : link.end] for link in find_links(text)][-1] == "872"
    assert [link.url[-10:-5] for link in find_links(text)] == ["7-869", "7-872"]
