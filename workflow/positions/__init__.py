"""From a `Report` to who said what.

`attribution.attribute` reads every sentence, `suggesting.suggest` makes of that what staff are
offered, `loading.load_lexicon` reads the words of a language.
"""
