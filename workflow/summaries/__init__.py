"""Summaries and where they live.

`model.Summary` is one item's summary, `itemfile` is its file, `workspace.Workspace` the folder
that holds them; `importing.plan_import` makes the files of a new meeting, and
`findings.checking.check` says what is wrong with a summary.
"""
