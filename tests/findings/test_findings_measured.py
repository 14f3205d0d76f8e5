"""How many planted errors the checks find, and how often they cry wolf."""

from dataclasses import replace

from findings_cases import Case, cases, sample_cases

from workflow.positions.actors import actor_name
from workflow.summaries.model import Finding, SummarySentence

FILES = ("nl_a", "nl_b", "nl_c", "nl_d", "en_a", "en_b", "en_c", "en_d")


def every_case() -> list[Case]:
    return [case for name in FILES for case in cases(name)]


def told(case: Case, finding: Finding) -> str:
    return f"{case.key}: {finding.severity} {finding.check} {finding.line}: {finding.message}"


def serious(findings: tuple[Finding, ...]) -> list[Finding]:
    """What counts as an alarm: hints are about style."""
    return [finding for finding in findings if finding.severity != "hint"]


def test_all_planted_errors_are_found() -> None:
    planted = found = summaries = 0
    missed, extra = [], []
    for case in every_case():
        clean = {(finding.check, finding.words) for finding in case.findings()}
        for plants in case.planted:
            summaries += 1
            new = [f for f in case.findings(case.with_errors(plants)) if f.severity != "hint"]
            new = [finding for finding in new if (finding.check, finding.words) not in clean]
            for plant in plants:
                planted += 1
                hits = [f for f in new if f.check == plant["check"] and plant["words"] in f.words]
                found += bool(hits)
                if not hits:
                    missed.append((case.key, plant["old"], plant["new"]))
                new = [finding for finding in new if finding not in hits]
            extra += [told(case, finding) for finding in new if finding.check != "missing"]
    figures = f"{found} of {planted} planted errors found in {summaries} summaries"
    assert summaries >= 40
    assert found == planted, (figures, missed)
    assert len(extra) <= 2, (figures, extra)  # one plant changes two things on purpose


def test_clean_summaries_raise_at_most_one_alarm_in_ten() -> None:
    clean = [(case, ()) for case in every_case()] + list(sample_cases())
    alarms = []
    for case, planted in clean:
        findings = serious(case.findings())
        alarms += [told(case, f) for f in findings if f.check not in planted]
    figures = f"{len(alarms)} false alarms in {len(clean)} clean summaries"
    assert len(clean) >= 15
    assert len(alarms) * 10 <= len(clean), (figures, alarms)


def test_missing_actors_are_found() -> None:
    tried, missed = 0, []
    for case in every_case():
        for lines, actor in case.missing:
            tried += 1
            name = actor_name(actor, case.summary.language)
            found = case.findings(case.without(lines, actor))
            if not any(
                (finding.check == "missing" and finding.words == name)
                or (finding.check == "decision" and actor == "raad")
                for finding in serious(found)
            ):
                missed.append((case.key, actor))
    figures = f"{tried - len(missed)} of {tried} actors missed"
    assert tried >= 40
    assert len(missed) <= 0.05 * tried, (figures, missed)


def test_no_actor_is_missed_that_is_there() -> None:
    clean = [*every_case(), *(case for case, _ in sample_cases())]
    alarms = [
        told(case, finding)
        for case in clean
        for finding in serious(case.findings())
        if finding.check == "missing"
    ]
    assert len(alarms) * 15 <= 2 * len(clean), (f"{len(alarms)} in {len(clean)}", alarms)


def test_samples_have_the_findings_that_they_were_written_for() -> None:
    for case, planted in sample_cases():
        findings = serious(case.findings())
        assert [finding.check for finding in findings] == list(planted), [
            told(case, finding) for finding in findings
        ]


def test_source_sentences_are_never_wrong_about_themselves() -> None:
    for case in every_case():
        copied = tuple(SummarySentence(one.text, (one.number,)) for one in case.item.sentences)
        summary = replace(case.summary, sentences=copied, positions=(), commitments=())
        found = serious(case.findings(summary))
        assert [told(case, f) for f in found if f.check != "parliament"] == []
