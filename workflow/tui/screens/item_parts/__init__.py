"""The screen of an item, by what its keys act upon."""
