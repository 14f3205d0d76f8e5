"""What a fixture must be read as, and how it compares with what was read."""

from pathlib import Path

from workflow.report.model import Report

FIXTURES = Path(__file__).parent / "fixtures"
NAMES = sorted(path.stem for path in FIXTURES.glob("*.expected"))

Facts = list[tuple[str, ...]]


def expected(name: str) -> Facts:
    """The facts in a fixture's `.expected` file."""
    lines = (FIXTURES / f"{name}.expected").read_text("utf-8").splitlines()
    return [tuple(line.split("|")) for line in lines if line.strip()]


def heads(facts: Facts) -> Facts:
    """The parts and items among the facts, without their bodies."""
    return [f[:3] if f[0] == "part" else (*f[:4],) for f in facts if f[0] in ("part", "item")]


def found(report: Report) -> Facts:
    """The parts and items of a report in the same form; a part without name or id counts only
    when it is the first."""
    facts: Facts = []
    for part in report.parts:
        facts.append(("part", part.id, part.title))
        facts += [
            ("item", item.number, item.title, item.treatment)
            for item in part.items
            if not item.is_introduction
        ]
    return facts


def problems(report: Report, facts: Facts) -> list[str]:
    """Everything in which a report differs from the facts."""
    wrong = []
    single = {"title": report.title, "council": report.council, "place": report.place,
              "dates": " ".join(day.isoformat() for day in report.dates)}  # fmt: skip
    for key, *values in facts:
        if key in single and single[key] != values[0]:
            wrong.append(f"{key}: {single[key]!r}, not {values[0]!r}")
    want, got = heads(facts), found(report)
    if [f for f in want if f != ("part", "", "")] != [f for f in got if f != ("part", "", "")]:
        wrong += [f"missed {f}" for f in want if f not in got]
        wrong += [f"extra {f}" for f in got if f not in want]
    return wrong + _bodies(report, facts)


def _bodies(report: Report, facts: Facts) -> list[str]:
    wrong = []
    bodies = {
        (item.number, item.title): " ".join(s.text for s in item.sentences)
        for _, item in report.items()
    }
    notes = {
        (note.mark, item.title): note.text for _, item in report.items() for note in item.footnotes
    }
    results = [result.text for part in report.parts for result in part.results]
    intros = [
        " ".join(s.text for s in item.sentences)
        for _, item in report.items()
        if item.is_introduction
    ]
    for kind, *values in facts:
        if kind == "item":
            body = bodies.get((values[0], values[1]), "")
            if not (body.startswith(values[3]) and body.endswith(values[4])):
                wrong.append(f"body of {values[1]!r}: {body[:40]!r} … {body[-40:]!r}")
        elif kind == "intro" and not any(
            text.startswith(values[0]) and text.endswith(values[1]) for text in intros
        ):
            wrong.append(f"introduction {values}: {[(t[:30], t[-40:]) for t in intros]}")
        elif kind == "result" and not any(text.startswith(values[0]) for text in results):
            wrong.append(f"result {values[0]!r} not in {[r[:40] for r in results]}")
        elif kind == "note" and not notes.get((values[0], values[1]), "").startswith(values[2]):
            wrong.append(f"note {values[0]}: {notes}")
    return wrong
