"""A lexicon of a house that is wrong is refused with the file and what is wrong in it."""

from pathlib import Path

import pytest

from workflow.errors import WorkflowError
from workflow.positions.lexiconfiles import parse_file
from workflow.positions.loading import load_lexicon


@pytest.mark.parametrize(
    ("name", "text", "key", "value"),
    [
        ("persons", 'person = ["Grindelmans"]\n', "wrong_type", "person"),
        ("persons", '[[person]]\nnames = [1]\nactor = "land:BE"\n', "wrong_type", "names"),
        ("persons", '[[person]]\nnames = ["Grindelmans"]\n', "missing_key", "Grindelmans"),
        ("persons", '[[person]]\nactor = "land:BE"\n', "missing_key", "land:BE"),
        ("persons", "[[person]]\n", "missing_key", "person"),
        ("persons", '[[person]]\nbijnaam = "x"\n', "unknown_key", "bijnaam"),
    ],
)
def test_what_is_wrong_is_named(name: str, text: str, key: str, value: str) -> None:
    with pytest.raises(WorkflowError) as refused:
        parse_file("huis/persons.toml", name, text)
    assert refused.value.key == f"positions.errors.{key}"
    assert value in str(refused.value)
    assert "huis/persons.toml" in str(refused.value)


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    (tmp_path / "persons.toml").write_bytes(b'[[person]]\nnames = ["\xff"]\n')
    with pytest.raises(WorkflowError) as refused:
        load_lexicon("nl", tmp_path)
    assert "persons.toml" in str(refused.value)
