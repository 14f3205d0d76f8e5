"""What changed between meetings.

`compare.compare_meetings` sets two meetings beside one another, `earlier` finds what to compare
with, `timeline.timeline` follows one topic over all meetings, `camps.camps` shows who sides with
whom, and `linking.propose` says which items may belong to one topic. The rules for kinds of
change stand in `kinds.toml`.
"""
