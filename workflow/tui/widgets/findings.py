"""What the checks say, each with the one key that helps."""

from textual.message import Message

from workflow.languages import say
from workflow.summaries.itemfile import render_evidence
from workflow.summaries.model import Finding
from workflow.tui import render
from workflow.tui.commands import bindings
from workflow.tui.widgets.row import Row
from workflow.tui.widgets.rows import RowList

MARKS = {
    "error": ("✗ ", "bold $text-error"),
    "warning": ("! ", "$text-warning"),
    "hint": ("· ", ""),
}
"""A sign and a style for each severity; the word stands beside it."""


class FindingsPane(RowList):
    """Rows are keyed by the finding itself."""

    CONTEXT = "findings"
    BINDINGS = bindings("findings")
    DEFAULT_CSS = """
    FindingsPane { height: 1fr; }
    """

    class Wanted(Message):
        """A command on the finding under the cursor: `fix`, `show` or `dismiss`."""

        def __init__(self, what: str, finding: Finding) -> None:
            super().__init__()
            self.what = what
            self.finding = finding

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as in Textual
        super().__init__(id=id, empty=render.label("tui.findings.none", "$text-success"))

    @property
    def finding(self) -> Finding | None:
        """The finding under the cursor."""
        return self.selected if isinstance(self.selected, Finding) else None

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show other findings; the worst first."""
        order = {"error": 0, "warning": 1, "hint": 2}
        rows = [self._row(f) for f in sorted(findings, key=lambda f: order.get(f.severity, 3))]
        self.show(rows)

    def _row(self, finding: Finding) -> Row:
        mark, style = MARKS.get(finding.severity, ("· ", ""))
        severity = say(f"common.severity.{finding.severity}")
        body = render.join((severity, style), ": ", finding.message)
        if finding.evidence:
            body += render.line("  " + render_evidence(finding.evidence).strip("[]"), "$text-muted")
        if finding.replacement:
            fix = say("tui.findings.fix", words=finding.words, replacement=finding.replacement)
            body = render.lines([body, render.line(fix, "$text-success")])
        return Row(finding, body, render.line(mark, style), wrap=True)

    def why_not(self, name: str) -> str:
        """A finding can only be mended where the program knows how."""
        if name not in ("open", "fix", "show", "dismiss"):
            return ""
        if self.finding is None:
            return say("tui.findings.none_selected")
        if name == "fix" and not self.finding.replacement:
            return say("tui.findings.no_fix")
        if name == "show" and not self.finding.evidence:
            return say("tui.findings.no_evidence")
        return ""

    def _want(self, what: str) -> None:
        if self.finding is not None:
            self.post_message(self.Wanted(what, self.finding))

    def label_now(self, name: str) -> str:
        """Enter mends where it can; a remark is not dismissed but resolved."""
        finding = self.finding
        if name == "open" and finding is not None and finding.replacement:
            return say("tui.commands.findings.fix.label")
        if name == "dismiss" and finding is not None and finding.check == "remark":
            return say("tui.commands.remarks.resolve.label")
        return ""

    def hides(self, name: str) -> bool:
        """Where Enter mends, another key for it need not be named."""
        return name == "fix" and self.finding is not None and bool(self.finding.replacement)

    def do_open(self) -> None:
        """Enter mends where it can, else goes to the line."""
        mends = self.finding is not None and self.finding.replacement
        self._want("fix" if mends else "line")

    def do_choose(self) -> None:
        """A click does what Enter does."""
        self.do_open()

    def do_fix(self) -> None:
        """Mend it."""
        self._want("fix")

    def do_show(self) -> None:
        """Show the source sentence."""
        self._want("show")

    def do_dismiss(self) -> None:
        """Set it aside with a reason."""
        self._want("dismiss")
