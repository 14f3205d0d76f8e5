"""`workflow search` from outside."""

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "search"))
from search_desk import make_desk

from workflow.cli import main
from workflow.history.actions import init_workspace


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    folder = tmp_path_factory.mktemp("zoek") / "werkmap"
    with pytest.MonkeyPatch.context() as patch:
        for role in ("AUTHOR", "COMMITTER"):
            patch.setenv(f"GIT_{role}_NAME", "Noor")
            patch.setenv(f"GIT_{role}_EMAIL", "noor@example.org")
        init_workspace(folder)
    make_desk(folder)
    return folder


def run(root, *words):
    return main(["search", "--workspace", str(root), *words])


def test_words_are_marked_and_the_index_stays_out_of_the_tree(root, capsys):
    assert run(root, "externe", "grenzen") == 0
    out, err = capsys.readouterr()
    assert "2030-03-04-jbz I.1" in out
    assert "*externe* *grenzen*" in out
    assert "2 vindplaatsen" in err
    assert (root / ".git" / "workflow" / "search-words.sqlite").is_file()


def test_one_json_document(root, capsys):
    assert run(root, "roemenie", "--json", "--council", "jbz") == 0
    document = json.loads(capsys.readouterr().out)
    assert document["total"] == 1
    hit = document["hits"][0]
    assert (hit["meeting"], hit["item"], hit["status"]) == ("2030-03-04-jbz", "I.1", "approved")
    line = next(line for line in hit["lines"] if line["sentence"] == "s2")
    (start, end), *_ = line["marks"]
    assert line["text"][start:end] == "Roemenië"


def test_suggestions_count_where_nobody_has_confirmed(root, capsys):
    assert run(root, "--actor", "nederland", "--stance", "tegen", "--json") == 0
    slugs = {hit["slug"] for hit in json.loads(capsys.readouterr().out)["hits"]}
    assert slugs == {"mensensmokkel", "heffing"}


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["qqq"], 0, "Niets gevonden"),
        (["("], 2, "Noem woorden"),
        ([], 2, "Noem woorden"),
        (["x", "--limit", "0"], 2, "--limit"),
        (["--actor", "Nederlnd"], 2, "Nederland"),
        (["grenzen", "--limit", "1"], 0, "1 van 2"),
    ],
)
def test_what_it_says(root, capsys, words, code, said):
    assert run(root, *words) == code
    assert said in capsys.readouterr().err
