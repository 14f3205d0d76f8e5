"""From a `Report` to who said what.

`attribution.attribute` reads every sentence, `suggesting.suggest` makes of that what staff are
offered, `loading.load_lexicon` reads the words of a language. `model` has the records that leave
this room, `inspect` writes them as JSON, `explaining` tells which rules fired.

The way of a sentence through the rooms, with every module in its place. A room of a few lines
holds one rule of grammar, and its first line says which.

1. **Words**: `lexiconfiles`, `loading`, `lexicon`, `forms` and `words` hold what the data files
   say, `fronted` the idioms whose preposition opens the sentence, `adding` puts a word into those
   of the house; `line` is a sentence with what is known of each of its words.
2. **Who is named**: `mentions` finds every actor, each a `mention`, with `names`, `naming`,
   `codes`, `sizes`, `excepting`, `titles`, `bodynouns`, `pronouns`, `house`, `unnamed`, `nobody`,
   `whose` and `owners` for one way of naming each; `parts` says which part each name plays.
   `actors` has ids, names and their order.
3. **Where clauses begin and end**: `clauses`, `wordorder`, `inversions`, `objectfirst`,
   `insertions` and `insideclauses`; `verbgroups`, `auxiliaries`, `duties` and `particles` put a
   verb together.
4. **Who speaks**: `links` ties a subject to its verb, `speakers` reads subjects, `others` asks for
   everybody else.
   - By their part in the clause: `agents` (passive), `sources`, `experiencers`, `nosubject`,
     `forwhom`, `opening`.
   - By a noun for a view: `viewnouns`, `existing`, `sides`.
   - Beside the clause: `asides`, `saying`, `saidas`, `verbless` (notes without a verb).
   - By what somebody else said: `gapping`, `apposition`, `sharedviews`, `backing`, `contrary`,
     `formerviews`.
5. **Where they stand**: `stances` asks one room after the other; a `reading` is what comes out.
   - Words with a verb: `complements`, `meanings`, `predicates`, `adjectives`, `valued`,
     `excessive`, `faults`, `burdening`.
   - What is said within: `ownclauses`, `innerverbs`, `telling`, `leading`, `viewing`, `joining`,
     `instruments`, `papers`.
   - Deeds: `announcing`, `asking`, `assenting`, `granting`, `dropping`, `yielding`, `takingover`,
     `objections`, `undone`.
   - What a thing is to somebody: `weighing`, `judges`.
   - Denied, asked not to be, or left open: `denials`, `denyingwords`, `turning`, `refusing`,
     `askednot`, `mustnot`, `butnot`, `dispensing`, `leavingopen`, `conditions`, `sideless`.
6. **Over sentences**: `carrying` follows "this view" and "both", `earlier` leaves out what was
   done before, `heldnow` tells how many hold now what others held.
"""
