"""Comparing from the command line, on the sample meetings with their history."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from workflow.cli import main
from workflow.demo import build_demo

Run = Callable[..., tuple[int, str, str]]
MARCH, JUNE = "2031-03-06-jbz", "2031-06-12-jbz"


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two sample meetings with summaries, made once; not to be changed."""
    return build_demo(tmp_path_factory.mktemp("demo") / "desk").root


@pytest.fixture
def desk(samples: Path, tmp_path: Path) -> Path:
    """A copy to change."""
    return Path(shutil.copytree(samples, tmp_path / "desk"))


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(place: Path, *words: object) -> tuple[int, str, str]:
        capsys.readouterr()
        try:
            status = main(["--workspace", str(place), "--language", "nl", *map(str, words)])
        except SystemExit as left:
            status = int(left.code or 0)
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return status, out, err

    return call


def kinds_of(document: dict[str, object]) -> set[str]:
    return {change["kind"] for topic in document["topics"] for change in topic["changes"]}


def test_one_meeting_is_compared_with_the_one_before(run: Run, samples: Path) -> None:
    for words in ((JUNE,), (JUNE, "--since", "meeting"), ("--since", "meeting", JUNE)):
        status, out, _ = run(samples, "compare", *words, "--json")
        document = json.loads(out)
        assert (status, document["older"], document["newer"]) == (0, MARCH, JUNE)
    assert json.loads(run(samples, "compare", MARCH, JUNE, "--json")[1]) == document


def test_only_the_kinds_that_are_asked_for(run: Run, samples: Path) -> None:
    for words in ("reversed", "omgeslagen", "Reversed"):
        document = json.loads(run(samples, "compare", JUNE, "--kind", words, "--json")[1])
        assert kinds_of(document) == {"reversed"}
    several = json.loads(run(samples, "compare", JUNE, "--kind", "broader,narrower", "--json")[1])
    assert kinds_of(several) == {"broader", "narrower"}
    plain = json.loads(run(samples, "compare", JUNE, "--no-style", "--json")[1])
    changes = [change for topic in plain["topics"] for change in topic["changes"]]
    assert changes
    assert not any(change.get("style") for change in changes)
    status, _, err = run(samples, "compare", JUNE, "--kind", "gedraaid")
    assert status == 2
    assert "gedraaid" in err


def test_since_the_last_briefing_shows_what_was_written_after_it(run: Run, desk: Path) -> None:
    status, _, err = run(desk, "compare", JUNE, "--since", "sent")
    assert (status, err.count("\n")) == (2, 1)
    assert run(desk, "sent", JUNE)[0] == 0
    document = json.loads(run(desk, "compare", JUNE, "--since", "sent", "--json")[1])
    assert kinds_of(document) == {"unchanged"}
    path = next((desk / "summaries/2031" / JUNE).glob("gezamenlijke-blusvloot*.md"))
    text = path.read_text("utf-8")
    text = text.replace("**Nederland** (steunt)", "**Nederland** (tegen)", 1)
    path.write_text(text.replace("## Samenvatting\n\n", "## Samenvatting\n\nEen nieuwe zin.\n"))
    document = json.loads(run(desk, "compare", JUNE, "--since", "sent", "--json")[1])
    (topic,) = [each for each in document["topics"] if kinds_of({"topics": [each]}) - {"unchanged"}]
    turned = [change for change in topic["changes"] if change["kind"] == "reversed"]
    assert [(change["actor"], change["newer"]["stance"]) for change in turned] == [
        ("nederland", "oppose")
    ]
    sentences = [each["kind"] for each in topic["summary"]]
    assert sentences.count("added") == 1
    assert set(sentences) == {"added", "kept"}
    assert "toegevoegd: {+Een nieuwe zin.+}" in run(desk, "compare", JUNE, "--since", "sent")[1]


def test_since_the_last_approval(run: Run, samples: Path) -> None:
    document = json.loads(run(samples, "compare", JUNE, "--since", "approved", "--json")[1])
    states = {topic["link"] for topic in document["topics"]}
    assert states == {"confirmed", "none"}, "some items were never approved"
    out = run(samples, "compare", JUNE, "--since", "approved")[1]
    assert "(zoals goedgekeurd)" in out
    assert "toen nog niet geschreven" in out


@pytest.mark.parametrize(
    "words", [(MARCH,), (MARCH, JUNE, "--since", "sent"), (MARCH, "--since", "sent"), ("niets",)]
)
def test_what_cannot_be_compared_is_said_in_one_sentence(
    run: Run, samples: Path, words: tuple[str, ...]
) -> None:
    status, out, err = run(samples, "compare", *words)
    assert (status, out, err.count("\n")) == (2, "", 1)


def test_every_table_comes_as_markdown_too(run: Run, samples: Path) -> None:
    for words in (("compare", JUNE), ("timeline", "blusvloot"), ("alignment",)):
        status, out, _ = run(samples, *words, "--markdown")
        assert status == 0
        assert out.startswith(("# ", "| "))
