"""What changed between meetings.

`compare.compare_meetings` sets two meetings beside one another, `earlier` finds what to compare
with, `timeline.timeline` follows one topic over all meetings, `camps.camps` shows who sides with
whom, and `linking.propose` says which items may belong to one topic. The rules for kinds of
change stand in `kinds.toml`.

The way of two meetings through the rooms:

1. **What was said**: `sides` reads a meeting, `stands` and `statements` make `Stand`s of its
   positions, with `asides`, `sentences` and `sufficing` for what stands beside them.
2. **Which items belong together**: `candidates` and `titles` say what an item is about, `alike`
   and `recurring` how much two have in common, `parts`, `groupedparts`, `crossing` and `likely`
   what was split or joined; `grouping` groups them, `linking` proposes topics, `confirming` and
   `managing` keep what a person decides.
3. **Which statements belong together**: `align` pairs them, by `vectors`, `subjects` and `tokens`.
4. **What changed**: `kinds` tries the rules of `kinds.toml` in `rules`; `clauses` cuts a text and
   finds ways of saying in it; `reversals`, `opposites`,
   `poles`, `valence`, `keeping`, `objects`, `absence` and `remedies` look for turns, `firmness`,
   `degrees` and `firmer` for more or less, `moved`, `lines` and `words` for other wording.
5. **Over many meetings**: `chain` and `timeline`, `camps`, `promises` and `steps` with `mentions`,
   `dues` and `states`, together in `followup`.
6. **Written down**: `asjson`, `ascsv`, `asmarkdown`, `cells`, `phrases`, `picture`.
"""
