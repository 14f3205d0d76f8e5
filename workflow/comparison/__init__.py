"""What changed between meetings.

`compare.compare_meetings` sets two meetings beside one another, `earlier` finds what to compare
with, `timeline.timeline` follows one topic over all meetings, `camps.camps` shows who sides with
whom, and `linking.propose` says which items may belong to one topic. `model` has the records that
go from room to room, `late` what is only worked out when it is asked for.

The way of two meetings through the rooms, with every module in its place:

1. **Where texts are cut**: `tokens` into words and marks, `clauses` into clauses; `ways` are lists
   of words in an order, `vectors` the pieces of words, `kin` what a word names, `acts` the acts of
   the Union by any name. `rules` gives the settings of `kinds.toml` and the word lists.
2. **What was said**: `sides` reads a meeting; `stands` and `statements` make `Stand`s of its
   positions, with `ownparts` for whose part of a sentence it is, `asides` for the stance that
   tells, `formal` for what takes no position, and `echoes` for sentences that both reports have.
3. **Where items are linked**: `candidates` are items as linking sees them, by `titles`, `points`
   and what is `cited`; `alike`, `textlikeness` and `recurring` say how much two have in common,
   `scores` keeps it, `linkreasons` says why in words. `parts`, `parted`, `groupedparts` and
   `likely` follow what was split or joined; `grouping` makes topics of two meetings. `linking`
   proposes them to a person, and `confirming` and `managing` work out what an answer changes.
4. **Where statements are paired**: `align`, by `fitting` and `subjects`; `crossing` puts right
   which of two groups is which, `halves` sets what stands alone against half a sentence.
5. **Where the kind is decided**: `kinds` tries the rules of `kinds.toml` one after the other.
   - For or against (rule 2): `reversals` asks `opposites`, `contraries`, `leanings`, `valence`,
     `poles`, `keeping`, `objects`, `absence`, `remedies`, `sufficing`, `harm`, `scopes`,
     `choosing`, `courses`, `doers`, `takingout`, `refusing` and `coming`; `apart` says where two
     views are about different parts.
   - More or less (rule 5): `firmness` is the scale, `firmer` counts its steps, with `degrees`,
     `demands`, `verdicts`, `later` and `conceding`.
   - Other words: `wording` compares two statements.
6. **What differs in two texts**: `words` within sentences, `sentences`, `moved` and `lines`
   between them; `matching` is the search that they share.
7. **Over many meetings**: `chain` and `timeline`, with `returns`; `promises` and `steps` with
   `mentions`, `announcements`, `pledges`, `delivery`, `withdrawals`, `dues` and `states`, together
   in `followup`.
8. **Where it is written out**: `phrases` in words, `asjson`, `ascsv` with `cells`, `asmarkdown`,
   `picture` and `campspicture`; `filters` leaves parts out.
"""
