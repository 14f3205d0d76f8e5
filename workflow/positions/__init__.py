"""From a `Report` to who said what.

`attribution.attribute` reads every sentence, `suggesting.suggest` makes of that what staff are
offered, `loading.load_lexicon` reads the words of a language.

The way of a sentence through the rooms:

1. **Words**: `lexiconfiles`, `loading`, `lexicon`, `forms` and `words` hold what the data files
   say; `line` is a sentence with what is known of each of its words.
2. **Who is named**: `mentions` finds every actor, with `names`, `naming`, `sizes`, `titles`,
   `pronouns`, `house`, `unnamed`, `nobody`, `whose` and `owners` for one way of naming each;
   `parts` says which part each name plays. `actors` has ids, names and their order.
3. **Where clauses begin and end**: `clauses`, `wordorder`, `inversions`, `insertions`;
   `verbgroups`, `auxiliaries` and `particles` put a verb together.
4. **Who speaks**: `links` ties a subject to its verb, `speakers` reads subjects, and `others`
   everybody else: `agents` (passive), `viewnouns`, `sources`, `experiencers`, `gapping`, `asides`,
   `weighing` (what a thing is to somebody), `verbless` (notes without a verb, or with a colon).
5. **Where they stand**: `stances` asks one room after the other, among them `complements`,
   `ownclauses`, `predicates`, `meanings`, `refusing`, `objections`, `yielding`, `conditions`,
   `takingover`; `denials`, `denyingwords` and `turning` say what a denial makes of it. A `reading`
   is what comes out.
6. **Over sentences**: `carrying` and `earlier` follow "this view" and "both"; `explaining` tells
   which rules fired.

A room of a few lines holds one rule of grammar, and its first line says which.
"""
