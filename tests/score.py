"""Score attributions on the annotated texts: `python -m tests.score [NAME...] [--errors]`.

Gold sentences go in, so that the figures say how good the attributions are and not how well a
file was read. Beside the program's figures stand two null models: `naive`, where every mention
of an actor is an actor and the first cue its stance, and `always inform`.
"""

import importlib.util
import json
import sys
from datetime import date
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import Any

from workflow.positions.attribution import attribute
from workflow.positions.line import Line
from workflow.positions.loading import load_lexicon
from workflow.positions.mentions import Known, find_mentions
from workflow.report.model import Item, Part, Report, Sentence

SHARED = Path(__file__).parents[2] / "shared"
HELDOUT = Path(__file__).parent / "positions" / "heldout"
SHOWN = (
    "actor.P",
    "actor.R",
    "actor.F1",
    "actor.co_recall",
    "actor_incl_implicit.F1",
    "stance.acc_lenient",
    "endtoend.F1",
)


def scorer() -> ModuleType:
    """The scorer that came with the annotated texts."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "gold" / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def report_of(gold: dict[str, Any]) -> Report:
    """A report made of the annotated sentences."""
    parts = tuple(
        Part(
            part["id"],
            part["title"],
            tuple(
                Item(
                    item["number"],
                    item["title"],
                    tuple(
                        Sentence(number, entry["text"], entry.get("para", 0))
                        for number, entry in enumerate(item["sentences"], 1)
                    ),
                )
                for item in part["items"]
            ),
        )
        for part in gold["parts"]
    )
    doc = gold["doc"]
    dates = tuple(date.fromisoformat(day) for day in doc.get("dates", ()))
    return Report(doc.get("lang", "nl"), doc.get("title", ""), doc.get("council", ""), dates, parts)


def prediction(gold: dict[str, Any], model: str = "program") -> dict[str, Any]:
    """The annotated document with our attributions in the place of the annotator's."""
    report = report_of(gold)
    found = attribute(report) if model != "naive" else naive(report)
    result = json.loads(json.dumps(gold))
    items = [item for part in result["parts"] for item in part["items"]]
    for item, attributions in zip(items, found, strict=True):
        for number, entry in enumerate(item["sentences"], 1):
            entry["attributions"] = [
                {
                    "actor": one.actor,
                    "stance": "inform" if model == "inform" else one.stance,
                    "cue": one.cue,
                    "implicit": one.implicit,
                    "co": one.co,
                }
                for one in attributions
                if one.sentence == number
            ]
    result.pop("entities", None)
    return result


def naive(report: Report) -> list[list[Any]]:
    """Every mention is an actor, the first cue or verb of the sentence its stance."""
    from workflow.positions.model import Attribution

    lexicon = load_lexicon(report.language)
    known = Known(report.dates[0] if report.dates else None, {})
    result = []
    for _, item in report.items():
        found = []
        for sentence in item.sentences:
            words = Line(sentence.text, lexicon)
            stance = "inform"
            for index in range(len(words)):
                cue = lexicon.cues.first(words.low, index)
                forms = lexicon.forms.get(words.low[index], ())
                verbs = [lexicon.verbs[form.lemma].stance for form in forms]
                verbs = [one for one in verbs if one not in ("", "inform")]
                if (cue and not cue[1].verbs) or verbs:
                    stance = verbs[0] if verbs else cue[1].stance
                    break
            named = (mention.actors for mention in find_mentions(words, known))
            for actor in dict.fromkeys(chain.from_iterable(named)):
                if not actor.startswith("?"):
                    found.append(Attribution(sentence.number, actor, stance, ""))
        result.append(found)
    return result


def verb_coverage(golds: list[dict[str, Any]]) -> tuple[int, int]:
    """How many sentences have a finite verb that the table knows, of how many.

    A sentence counts as unknown too where a speaker's own verb is not in the table.
    """
    known = total = 0
    for gold in golds:
        report = report_of(gold)
        lexicon = load_lexicon(report.language)
        for (_, item), found in zip(report.items(), attribute(report), strict=True):
            unknown = {one.sentence for one in found if "unknown verb" in one.rule}
            for sentence in item.sentences:
                line = Line(sentence.text, lexicon)
                total += 1
                known += line.first_finite < len(line) and sentence.number not in unknown
    return known, total


def merged(documents: list[dict[str, Any]]) -> dict[str, Any]:
    """Several documents as one, as the scorer's `--set` does it."""
    result: dict[str, Any] = {"doc": {}, "parts": [], "entities": []}
    for number, document in enumerate(documents):
        copy = json.loads(json.dumps(document))
        for part in copy["parts"]:
            part["id"] = f"{number}/{part['id']}"
            for item in part["items"]:
                item["footnotes"] = []
                for entry in item["sentences"]:
                    entry["id"] = f"{number}/{entry['id']}"
            result["parts"].append(part)
    return result


def figures(golds: list[dict[str, Any]], model: str, errors: bool = False) -> dict[str, float]:
    """The scorer's figures for a set of documents, micro-averaged."""
    predicted = [prediction(gold, model) for gold in golds]
    found, _ = scorer().score(merged(golds), merged(predicted), errors)
    return dict(found)


def sets() -> dict[str, list[Path]]:
    """The annotated texts by group."""
    gold = SHARED / "gold"
    groups = {
        "seed": [gold / "seed.json"],
        "own (nl)": sorted(gold.glob("own-*.json")),
        "statements (en)": sorted(gold.glob("en-*.json")),
    }
    heldout = sorted(HELDOUT.glob("*.json"))
    for path in heldout:
        round_name = path.stem.split("-")[1]
        language = json.loads(path.read_text("utf-8"))["doc"]["lang"]
        groups.setdefault(f"held out {round_name} ({language})", []).append(path)
    return groups


def main(arguments: list[str]) -> None:
    """Print the figures."""
    errors = "--errors" in arguments
    names = [word for word in arguments if not word.startswith("--")]
    print(
        f"{'':22s}{'model':12s}"
        + "".join(
            f"{name.split('.')[-1][:11]:>12s}"
            for name in ("P", "R", "F1", "co recall", "F1 implicit", "stance", "end to end")
        )
    )
    for group, paths in sets().items():
        if names and not any(
            name in group or name in path.stem for name in names for path in paths
        ):
            continue
        golds = [json.loads(path.read_text("utf-8")) for path in paths if path.exists()]
        if not golds:
            continue
        for model in ("program", "naive", "inform"):
            if errors and model != "program":
                continue
            found = figures(golds, model, errors)
            row = "".join(f"{found.get(key, float('nan')):12.3f}" for key in SHOWN)
            print(f"{group if model == 'program' else '':22s}{model:12s}{row}")
        known, total = verb_coverage(golds)
        share = f"{known / max(1, total):.1%}"
        print(f"{'':22s}finite verb known in {known} of {total} sentences ({share})")


if __name__ == "__main__":
    main(sys.argv[1:])
