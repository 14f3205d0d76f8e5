"""From a `Report` to attributions and suggestions."""
